/// A dash pattern, which distinguishes curves without colour.
public struct LineStyle: Hashable, Sendable {
  /// Alternating numbers of steps that are drawn and skipped; empty for a solid line.
  private let pattern: [Int]
  private let period: Int

  private init(_ pattern: [Int]) {
    self.pattern = pattern
    period = pattern.reduce(0, +)
  }

  public static let solid = LineStyle([])
  /// Long dashes.
  public static let dashed = LineStyle([6, 3])
  /// Every other step.
  public static let dotted = LineStyle([1, 1])
  public static let dashDotted = LineStyle([6, 2, 1, 2])
  /// Very long dashes.
  public static let longDashed = LineStyle([14, 4])
  /// Two dots, then a gap.
  public static let sparse = LineStyle([2, 4])

  /// All patterns, in the order in which curves use them.
  public static let all: [LineStyle] = [
    .solid, .dashed, .dotted, .dashDotted, .longDashed, .sparse,
  ]

  /// The pattern of the nth curve, cyclic.
  public static func of(_ index: Int) -> LineStyle { all[index % all.count] }

  /// Whether a step along the line is drawn.
  ///
  /// - Parameter step: Counted from the line's left end.
  /// - Returns: False in a gap.
  func isDrawn(_ step: Int) -> Bool {
    guard period > 0 else { return true }
    var rest = step % period
    for (index, length) in pattern.enumerated() {
      if rest < length { return index.isMultiple(of: 2) }
      rest -= length
    }
    return false
  }
}
