import Activations
public import Lessons
import TerminalUI
import TextCharts

extension PlotFigure {
  /// The drawn curve: the first function's values, or its slopes if only these are drawn; nil without a function.
  private var curve: (@Sendable (Double) -> Double)? {
    guard let function = BoundActivation.named(functions, parameters).first else { return nil }
    if derivative == .only { return { function.derivative($0) } }
    return { function($0) }
  }

  /// The points of the drawn curve that a question asks for, in order: exactly one if the question has one answer.
  public func points(_ target: PointQuestion.Target) -> [Double] {
    guard let curve else { return [] }
    let search = CurveSearch(over: x, of: curve)
    return switch target {
    case .minimum: search.lowest
    case .maximum: search.highest
    case .crosses(let level): search.crossings(of: level)
    }
  }

  /// Whether a point that a question asks for can be seen: at twice the tolerance, the curve is drawn at least half a
  /// dot away from the point's height.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - size: Columns and rows of the drawing.
  /// - Returns: False if the curve looks level around the point.
  func shows(_ question: PointQuestion, _ size: Size) -> Bool {
    guard let curve else { return false }
    let drawing = PlotDrawing(figure: self, charset: .ascii)
    // Axis and name take three rows; a row has three heights in ASCII and four in Braille.
    let rows = max(1, size.height - 3)
    let shown = drawing.chart(rows: size.height).panels[0].window.aligned(rows: rows, .ascii).y
    let dots = 3 * Double(rows)
    let dot = (shown.upperBound - shown.lowerBound) / dots
    let height = curve(question.answer)
    return [-2.0, 2].allSatisfy { side in
      let place = question.answer + side * question.tolerance
      return !x.contains(place) || abs(curve(place) - height) >= dot / 2
    }
  }
}
