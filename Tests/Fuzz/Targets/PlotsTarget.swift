import Activations
import Lessons
import TerminalUI
import TextCharts

@testable import Figures
@testable import LessonReader

/// Plots: their descriptions, figure blocks and ranges, and keys pressed on them.
///
/// The first byte chooses the kind of text and how it is drawn. A line of keys may follow the text.
enum PlotsTarget: FuzzTarget {
  static func flaw(in bytes: [UInt8]) -> String? {
    guard let first = bytes.first else { return nil }
    let parts = bytes.dropFirst().split(
      separator: 0x0A, maxSplits: first & 1 == 0 ? 1 : 64, omittingEmptySubsequences: false)
    let keys = parts.count > 1 ? parts.last ?? [] : []
    let lines = (parts.count > 1 ? parts.dropLast() : parts[...]).map {
      String(decoding: $0, as: UTF8.self)
    }
    let choice = Int(first >> 1)
    guard first & 1 == 0 else {
      return figureFlaw(lines.joined(separator: "\n"), Array(keys), choice)
    }
    let word = lines.first ?? ""
    if let range = PlotRange(word)?.range { return windowFlaw(range, choice) }
    guard let state = try? PlotState(word) else { return nil }
    return flaw(of: .plot(PlotInstrument(state)), Array(keys), choice)
  }

  private static func figureFlaw(_ text: String, _ keys: [UInt8], _ choice: Int) -> String? {
    let block = FigureBlock(functions: fuzzFunctions) { line, offset, problem in
      ContentError(file: "f", line: line + 1, column: offset + 1, problem)
    }
    let language = FigureBlock.languages[choice % FigureBlock.languages.count]
    guard let figure = try? block.figure(text, language: language) else { return nil }
    return flaw(of: LiveFigure(figure), keys, choice)
  }

  /// A valid range must have scales, round numbers and a text that parses to the same range.
  private static func windowFlaw(_ range: ClosedRange<Double>, _ choice: Int) -> String? {
    guard AxisScale(range) != nil, PlotWindow(x: range, y: range) != nil else { return "no scale" }
    var state = PlotState(BoundActivation.named(["gelu"]))
    (state.x, state.y) = (range, choice.isMultiple(of: 2) ? range : nil)
    guard (try? PlotState(state.text)) == state else {
      return "\(state.text) does not read back as itself"
    }
    return flaw(of: .plot(PlotInstrument(state)), [], choice)
  }

  /// Draws a figure, presses keys on it, and draws it again.
  private static func flaw(of figure: LiveFigure, _ keys: [UInt8], _ choice: Int) -> String? {
    var figure = figure
    if let flaw = drawn(figure, choice) { return flaw }
    for key in keys.prefix(64) where (0x21..<0x7F).contains(key) {
      let action = figure.bindings.action(for: .character(Character(Unicode.Scalar(key))))
      if let action { figure.perform(action) }
    }
    if let flaw = drawn(figure, choice + 1) { return flaw }
    guard case .plot(let plot) = figure else { return nil }
    guard plot.state.x.contains(plot.cursor) else { return "the cursor is outside" }
    return (try? PlotState(plot.text))?.text == plot.text ? nil : "\(plot.text) is not read"
  }

  private static func drawn(_ figure: LiveFigure, _ choice: Int) -> String? {
    let size = Size(width: choice * 7 % 97, height: choice * 5 % 31)
    let charset = Charset.allCases[choice % 3]
    let frame = figure.frame(size, charset, isFocused: choice.isMultiple(of: 2))
    guard frame.size == size else { return "another size" }
    guard figure.words.allSatisfy(isHarmless), figure.readout.map(isHarmless) ?? true else {
      return "words"
    }
    guard case .plot(let plot) = figure, choice.isMultiple(of: 4) else { return nil }
    let panels = PlotDrawing(plot.state, charset: charset).chart(rows: 24).panels
    let svg = SVGChart(panels, width: 300, height: 200).text
    return svg.contains("nan") || svg.contains("\"inf") ? "SVG without numbers" : nil
  }
}
