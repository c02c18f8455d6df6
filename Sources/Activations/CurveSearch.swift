/// Finds extremes of a curve over a range, and the points at which it crosses a level.
///
/// A grid search, refined by golden-section search and bisection. The curve's features must be wider than a thousandth of
/// the range.
public struct CurveSearch: Sendable {
  private let range: ClosedRange<Double>
  private let curve: @Sendable (Double) -> Double
  private static let intervals = 2000

  /// Searches a curve.
  ///
  /// - Parameters:
  ///   - range: The range of x.
  ///   - curve: The curve.
  public init(over range: ClosedRange<Double>, of curve: @escaping @Sendable (Double) -> Double) {
    (self.range, self.curve) = (range, curve)
  }

  /// The points inside the range at which the curve is lowest in the whole range, in order.
  ///
  /// - Returns: None if the curve is lowest at an end only; the ends of each stretch on which it stays lowest.
  public var lowest: [Double] { lowest { curve($0) } }

  /// The points inside the range at which the curve is highest in the whole range; see ``lowest``.
  public var highest: [Double] { lowest { -curve($0) } }

  /// The points at which the curve has a value, in order; on a stretch that has it, its ends.
  public func crossings(of level: Double) -> [Double] {
    let grid = grid
    let values = grid.map { curve($0) - level }
    var found: [Double] = []
    for index in values.indices {
      let isOn = values[index] == 0
      let wasOn = index > 0 && values[index - 1] == 0
      let isLast = index + 1 < values.count && values[index + 1] != 0
      if isOn, !wasOn || isLast || index + 1 == values.count { found.append(grid[index]) }
      if index > 0, values[index - 1] * values[index] < 0 {
        found.append(root(between: grid[index - 1], grid[index], of: level))
      }
    }
    return found
  }

  private var grid: [Double] {
    let count = Double(Self.intervals)
    return (0...Self.intervals).map { number in
      let share = Double(number) / count
      return range.lowerBound * (1 - share) + range.upperBound * share
    }
  }

  private func lowest(_ value: (Double) -> Double) -> [Double] {
    let grid = grid
    let values = grid.map(value)
    guard let least = values.min(), let most = values.max(), least < most else { return [] }
    // Rounding makes a stretch of equal values uneven.
    let near = least + 1e-12 * (most - least)
    let isLow = values.map { $0 <= near }
    guard isLow.first == false, isLow.last == false else { return [] }
    var found: [Double] = []
    var first: Int?
    for index in isLow.indices {
      if isLow[index], first == nil { first = index }
      guard let start = first, !isLow[index + 1] else { continue }
      first = nil
      // The lowest point may be in the middle between two points of the grid.
      found +=
        index - start < 2
        ? [bottom(between: grid[start - 1], grid[index + 1], of: value)]
        : [grid[start], grid[index]]
    }
    return found
  }

  private func bottom(
    between low: Double, _ high: Double, of value: (Double) -> Double
  ) -> Double {
    var (low, high) = (low, high)
    let ratio = (5.0.squareRoot() - 1) / 2
    for _ in 0..<60 {
      let (left, right) = (high - ratio * (high - low), low + ratio * (high - low))
      if value(left) < value(right) { high = right } else { low = left }
    }
    return (low + high) / 2
  }

  private func root(between low: Double, _ high: Double, of level: Double) -> Double {
    var (low, high) = (low, high)
    let isBelow = curve(low) < level
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if (curve(middle) < level) == isBelow { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
