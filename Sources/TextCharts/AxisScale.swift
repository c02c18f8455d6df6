/// A linear scale over a range of finite doubles with two different ends.
///
/// Positions are computed on numbers multiplied by a power of two, which is exact and keeps every
/// intermediate result normal: ranges from 5e-324 wide to -1.8e308...1.8e308 are scales like any other.
public struct AxisScale: Hashable, Sendable {
  /// The two ends.
  public let range: ClosedRange<Double>
  /// The power of two that brings the end of larger magnitude near 1.
  private let factor: Double
  /// The ends, times the factor.
  private let low, high: Double
  /// The distance between the ends, times the factor.
  let length: Double

  /// Makes a scale; fails if an end is infinite or both are the same.
  public init?(_ range: ClosedRange<Double>) {
    guard range.lowerBound.isFinite, range.upperBound.isFinite,
      range.lowerBound < range.upperBound
    else { return nil }
    self.range = range
    let exponent = -max(range.lowerBound.magnitude, range.upperBound.magnitude).exponent
    // Powers of two that are normal, and far enough from the largest double for sums.
    factor = Double(sign: .plus, exponent: min(max(exponent, -1021), 1022), significand: 1)
    low = range.lowerBound * factor
    high = range.upperBound * factor
    length = high - low
  }

  /// From -1 to 1.
  public static let unit = AxisScale(unchecked: -1...1)

  private init(unchecked range: ClosedRange<Double>) {
    self.range = range
    (factor, low, high) = (1, range.lowerBound, range.upperBound)
    length = high - low
  }

  /// The distance of a value above the lower end, in the unit of ``length``.
  func rise(to value: Double) -> Double { value * factor - low }

  /// The distance of a value below the upper end, in the unit of ``length``.
  func drop(to value: Double) -> Double { high - value * factor }

  /// The position of a value: 0 at the lower end, 1 at the upper end.
  public func share(of value: Double) -> Double { rise(to: value) / length }

  /// The value at a position; positions outside 0...1 have the value of the nearer end.
  public func value(at share: Double) -> Double {
    // The ends as they are: the factor may be too small for one of them.
    guard share > 0 else { return range.lowerBound }
    guard share < 1 else { return range.upperBound }
    let value = (low * (1 - share) + high * share) / factor
    return min(max(value, range.lowerBound), range.upperBound)
  }

  /// Divides the range into equal parts.
  ///
  /// - Parameter count: How many parts, at least 2, so that a part's length is a finite number.
  /// - Returns: The length of one part, in the unit of the values.
  public func part(of count: Double) -> Double {
    let span = range.upperBound - range.lowerBound
    guard !span.isFinite else { return span / count }
    return range.upperBound / count - range.lowerBound / count
  }

  /// The range moved by a share of its length, at least by one double; nil where it would leave the doubles.
  public func moved(by share: Double) -> ClosedRange<Double>? {
    guard share.isFinite, share != 0 else { return range }
    let distance = part(of: 2) * (2 * share)
    var (low, high) = (range.lowerBound + distance, range.upperBound + distance)
    if low == range.lowerBound { low = share < 0 ? low.nextDown : low.nextUp }
    if high == range.upperBound { high = share < 0 ? high.nextDown : high.nextUp }
    return low.isFinite && high.isFinite && low < high ? low...high : nil
  }

  /// Makes the range longer or shorter around a value, which keeps its position.
  ///
  /// - Parameters:
  ///   - factor: What the length is multiplied by, above 0.
  ///   - value: A value in the range.
  /// - Returns: The range, nil where it would have no length. Ends that would leave the doubles stay at the largest ones.
  public func scaled(by factor: Double, around value: Double) -> ClosedRange<Double>? {
    func end(_ end: Double) -> Double {
      let distance = end - value
      let moved =
        distance.isFinite ? value + distance * factor : end * factor + value * (1 - factor)
      let most = Double.greatestFiniteMagnitude
      return min(max(moved, -most), most)
    }
    let low = end(range.lowerBound)
    let length = (range.upperBound - range.lowerBound) * factor
    let sum = low + length
    let high = length.isFinite && sum.isFinite ? sum : end(range.upperBound)
    return low < high ? low...high : nil
  }
}

extension Int {
  /// The cell in which a position lies, where positions count cells from 0.
  ///
  /// The one way from a double to a row or column: every double has a cell.
  ///
  /// - Parameters:
  ///   - position: Any double. What lies outside has the nearest cell, NaN the first.
  ///   - count: How many cells there are.
  public init(cell position: Double, of count: Int) {
    guard position > 0, count > 0 else {
      self = 0
      return
    }
    self = position < Double(count) ? Int(position) : count - 1
  }

  /// The whole number nearest to a double, ties away from 0.
  ///
  /// - Parameters:
  ///   - value: Any double.
  ///   - bounds: What lies outside has the nearer bound, NaN the lower one.
  public init(nearest value: Double, in bounds: ClosedRange<Int>) {
    guard value > Double(bounds.lowerBound) else {
      self = bounds.lowerBound
      return
    }
    self =
      value < Double(bounds.upperBound)
      ? Swift.min(Int(value.rounded()), bounds.upperBound) : bounds.upperBound
  }
}
