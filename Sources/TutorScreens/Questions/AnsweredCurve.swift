import Activations
import Figures
import Lessons
import TerminalUI
import TextCharts
import Words

/// The curve of an answered question; after a wrong answer together with the chosen curve, and with the place where
/// the two differ most.
struct AnsweredCurve {
  private let plot: CardPlot
  private let figure: PlotFigure
  private let functions: [BoundActivation]
  /// The x at which the two curves differ most, or at which the value was asked for.
  private let place: Double?

  /// Compares the curve with that of a wrong choice, if it names one.
  init(_ plot: CardPlot, chosen: Choice?) {
    var figure = plot.figure
    if let chosen, !chosen.isCorrect, let function = chosen.function {
      figure.functions.append(function)
    }
    (self.plot, self.figure) = (plot, figure)
    functions = BoundActivation.named(figure.functions, figure.parameters)
    if figure.functions.count == 2, functions.count == 2 {
      place =
        PlotDifference(
          functions[0], functions[1], over: figure.x, ofSlopes: figure.derivative == .only
        ).place
    } else {
      place = plot.asked
    }
  }

  private func value(_ function: BoundActivation, _ x: Double) -> Double {
    figure.derivative == .only ? function.derivative(x) : function(x)
  }

  /// The curves and the marked place.
  ///
  /// - Parameters:
  ///   - size: Columns and rows.
  ///   - charset: The charset.
  ///   - hidesNames: Whether the curves stay without names, because the question can be answered again.
  /// - Returns: The drawing.
  func frame(_ size: Size, _ charset: Charset, hidesNames: Bool = false) -> Frame {
    var drawing = PlotDrawing(figure: figure, charset: charset, hidesLabel: hidesNames)
    if let place {
      drawing.marks = functions.map { PlotMark(x: place, y: value($0, place)) }
    }
    return drawing.frame(size)
  }

  /// The curves in plain text.
  var words: [String] { PlotWords(PlotState(figure)).lines }

  /// The curve of the wrong choice in plain text; empty if it names none.
  var wordsOfChosen: [String] {
    var alone = figure
    alone.functions = Array(figure.functions.dropFirst(plot.figure.functions.count))
    return alone.functions.isEmpty ? [] : PlotWords(PlotState(alone)).lines
  }

  /// Says where the curves differ most, with both values; nil for a single curve.
  var difference: String? {
    guard functions.count == 2, let place else { return nil }
    func short(_ number: Double) -> String { NumberText.rounded(number, decimals: 2) }
    let values = functions.map { (name: $0.label, value: short(value($0, place))) }
    return Words.Questions.differMost(
      x: short(place), values[0], values[1], areSlopes: figure.derivative == .only)
  }
}
