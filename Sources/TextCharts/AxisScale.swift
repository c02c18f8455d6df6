/// A linear scale over a range of finite doubles with two different ends.
///
/// Positions are computed on numbers multiplied by a power of two, which is exact and keeps every intermediate result
/// normal. So ranges from a width of 5e-324 to -1.8e308...1.8e308 work like any other.
public struct AxisScale: Hashable, Sendable {
  public let range: ClosedRange<Double>
  /// The power of two that scales the end of larger magnitude to about 1.
  private let factor: Double
  /// The ends, times the factor.
  private let low, high: Double
  /// The distance between the ends, times the factor.
  let length: Double

  /// Makes a scale; nil if an end is infinite or both are equal.
  public init?(_ range: ClosedRange<Double>) {
    guard range.lowerBound.isFinite, range.upperBound.isFinite,
      range.lowerBound < range.upperBound
    else { return nil }
    self.range = range
    let exponent = -max(range.lowerBound.magnitude, range.upperBound.magnitude).exponent
    // Limited to powers of two that are normal and leave room for sums.
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

  /// The distance of a value from the lower end, in units of ``length``.
  func rise(to value: Double) -> Double { value * factor - low }

  /// The distance of a value from the upper end, in units of ``length``.
  func drop(to value: Double) -> Double { high - value * factor }

  /// The position of a value: 0 at the lower end, 1 at the upper end.
  public func share(of value: Double) -> Double { rise(to: value) / length }

  /// The value at a position, clamped to 0...1.
  public func value(at share: Double) -> Double {
    // Returns the ends unchanged, because the factor may be too small for one of them.
    guard share > 0 else { return range.lowerBound }
    guard share < 1 else { return range.upperBound }
    let value = (low * (1 - share) + high * share) / factor
    return min(max(value, range.lowerBound), range.upperBound)
  }

  /// Divides the range into equal parts.
  ///
  /// - Parameter count: The number of parts, at least 2, so that the length of a part is finite.
  /// - Returns: The length of one part, in units of the values.
  public func part(of count: Double) -> Double {
    let span = range.upperBound - range.lowerBound
    guard !span.isFinite else { return span / count }
    return range.upperBound / count - range.lowerBound / count
  }

  /// The range moved by a fraction of its length, at least by one double; nil if it would exceed the range of doubles.
  public func moved(by share: Double) -> ClosedRange<Double>? {
    guard share.isFinite, share != 0 else { return range }
    let distance = part(of: 2) * (2 * share)
    var (low, high) = (range.lowerBound + distance, range.upperBound + distance)
    if low == range.lowerBound { low = share < 0 ? low.nextDown : low.nextUp }
    if high == range.upperBound { high = share < 0 ? high.nextDown : high.nextUp }
    return low.isFinite && high.isFinite && low < high ? low...high : nil
  }

  /// Zooms around a value, which keeps its position.
  ///
  /// - Parameters:
  ///   - factor: The factor by which the length is multiplied, above 0.
  ///   - value: A value in the range.
  /// - Returns: The range, nil if its length would be 0. Ends are clamped to the largest doubles.
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
  /// The cell that contains a position measured in cells from 0.
  ///
  /// The only conversion from doubles to rows and columns; it is total.
  ///
  /// - Parameters:
  ///   - position: Any double. Positions outside have the nearest cell, NaN the first.
  ///   - count: The number of cells.
  public init(cell position: Double, of count: Int) {
    guard position > 0, count > 0 else {
      self = 0
      return
    }
    self = position < Double(count) ? Int(position) : count - 1
  }

  /// The nearest integer to a double, ties away from 0.
  ///
  /// - Parameters:
  ///   - value: Any double.
  ///   - bounds: Values outside are clamped; NaN becomes the lower bound.
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
