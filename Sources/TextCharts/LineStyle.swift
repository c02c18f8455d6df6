/// How a line is broken, so that curves can be told apart without colour.
public struct LineStyle: Hashable, Sendable {
  /// Steps along the line that are drawn, left out, drawn, …; empty for a line without gaps.
  private let pattern: [Int]
  private let period: Int

  private init(_ pattern: [Int]) {
    self.pattern = pattern
    period = pattern.reduce(0, +)
  }

  /// Without gaps.
  public static let solid = LineStyle([])
  /// Long strokes.
  public static let dashed = LineStyle([6, 3])
  /// Every other step.
  public static let dotted = LineStyle([1, 1])
  /// Strokes and dots.
  public static let dashDotted = LineStyle([6, 2, 1, 2])
  /// Very long strokes.
  public static let longDashed = LineStyle([14, 4])
  /// Two dots, then a gap.
  public static let sparse = LineStyle([2, 4])

  /// All styles, in the order in which curves take them.
  public static let all: [LineStyle] = [
    .solid, .dashed, .dotted, .dashDotted, .longDashed, .sparse,
  ]

  /// The style of the nth curve; after the last one they begin again.
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
