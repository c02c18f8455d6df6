import Activations
import Figures
import Lessons
import Practice
import TerminalUI
import TextCharts
import Words

/// The curve of a question about a point, with the learner's marker and, after the answer, the right point.
struct MarkedCurve {
  private let plot: CardPlot
  private let function: BoundActivation?
  /// The x of the marker; nil if the learner set no point.
  private let marker: Double?
  private let verdict: AskedQuestion.Verdict?
  /// The x of the right point, once it may be shown.
  private let answer: Double?

  /// Marks a curve.
  ///
  /// - Parameters:
  ///   - plot: The curve.
  ///   - question: The question.
  ///   - marker: The x of the marker; nil if the learner set no point.
  ///   - verdict: The verdict on the marker's place; nil before the answer.
  ///   - isRevealed: Whether the right point may be shown.
  init(
    _ plot: CardPlot, _ question: PointQuestion, marker: Double?, verdict: AskedQuestion.Verdict?,
    isRevealed: Bool
  ) {
    (self.plot, self.marker) = (plot, marker)
    function = BoundActivation.named(plot.figure.functions, plot.figure.parameters).first
    answer = verdict != nil && isRevealed ? question.answer : nil
    self.verdict = verdict
  }

  /// The height of the drawn curve.
  private func value(_ x: Double) -> Double? {
    function.map { plot.figure.derivative == .only ? $0.derivative(x) : $0(x) }
  }

  /// The curve with its marks; a point beyond the edge of the plot is marked at the edge.
  func frame(_ size: Size, _ charset: Charset) -> Frame {
    var drawing = PlotDrawing(figure: plot.figure, charset: charset, hidesLabel: plot.hidesLabel)
    let role: Role = verdict == nil ? .accent : verdict?.isRight == true ? .right : .wrong
    drawing.marks = [(marker, role), (answer, .right)].compactMap { x, role in
      guard let x, let y = value(x) else { return nil }
      let shown = plot.figure.y.map { min(max(y, $0.lowerBound), $0.upperBound) } ?? y
      return PlotMark(x: x, y: shown, role: role)
    }
    return drawing.frame(size)
  }

  /// Where the marker is.
  var place: String? {
    guard let marker else { return nil }
    let x = Self.short(marker)
    return verdict == nil ? Words.Questions.marker(x: x) : Words.Questions.yourPoint(x: x)
  }

  /// The curve and the marker in plain text: a table of points without the landmarks, which would be the answer.
  var words: [String] {
    let table = PlotWords(PlotState(plot.figure), hidesLabel: true).lines
    guard let marker else { return table }
    let (x, height) = (Self.short(marker), value(marker).map(Self.short) ?? "")
    return table + [
      verdict == nil
        ? Words.Questions.marker(x: x, value: height)
        : Words.Questions.yourPoint(x: x, value: height)
    ]
  }

  private static func short(_ number: Double) -> String { NumberText.rounded(number, decimals: 2) }
}
