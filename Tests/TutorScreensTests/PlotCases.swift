import Activations
import Figures
import TerminalUI
import TestCourse
import TextCharts

@testable import TutorScreens

/// Random plots at every magnitude, and their invariants.
struct PlotCases {
  private var random: Congruential

  init(seed: UInt64) { random = Congruential(seed: seed) }

  private mutating func below(_ bound: Int) -> Int { Int(random.next() >> 33) % bound }

  /// Any finite double: ordinary ones, powers of two of every exponent, and the ends.
  private mutating func number() -> Double {
    let sign: FloatingPointSign = below(2) == 0 ? .plus : .minus
    switch below(6) {
    case 0: return Double(below(41) - 20)
    case 1: return Double(below(2001) - 1000) / 100
    case 2:
      let ends = [
        0, Double.leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude, 1e308,
      ]
      return Double(sign: sign, exponent: 0, significand: ends[below(ends.count)])
    default:
      let exponent = below(2098) - 1074
      return Double(
        sign: sign, exponent: exponent, significand: 1 + Double(below(1 << 20)) / Double(1 << 20))
    }
  }

  /// Two ends, often close together, sometimes invalid.
  private mutating func window() -> String {
    let low = number()
    let high: Double
    switch below(4) {
    case 0: high = low + low.magnitude * Double(sign: .plus, exponent: -below(40), significand: 1)
    case 1: high = low + low.ulp * Double(1 + below(1000))
    default: high = number()
    }
    return "\(min(low, high))...\(max(low, high))".replacing("+", with: "")
  }

  /// The text form of a plot, possibly invalid.
  mutating func word() -> String {
    let functions = (0...below(3)).map { _ -> String in
      let function = RandomFunctions.all[below(RandomFunctions.all.count)]
      guard let parameter = function.parameters.first, below(2) == 0 else { return function.id }
      let value = min(max(number(), parameter.allowed.lowerBound), parameter.allowed.upperBound)
      return "\(function.id):\(parameter.name)=\(parameter.isWhole ? value.rounded() : value)"
    }
    var word = functions.joined(separator: "+").replacing("e+", with: "e") + "/x=" + window()
    if below(3) == 0 { word += "/y=" + window() }
    let parts = [
      "second-derivative", "difference", "joined", "slope=only", "slope=overlaid", "slope=none",
    ]
    for part in parts where below(5) == 0 { word += "/" + part }
    if below(3) == 0 { word += "/at=" + "\(number())".replacing("+", with: "") }
    return word
  }

  private static let keys = Array("hlHL[]rfnNdwx|+-=<>()1230")

  /// Draws a plot in every form, presses keys on it and draws it again; returns the violated invariant.
  mutating func flaw(of word: String) -> String? {
    guard let state = try? PlotState(word) else { return nil }
    var plot = PlotInstrument(state)
    if let flaw = drawn(plot) { return flaw }
    for _ in 0..<below(6) {
      let key = Self.keys[below(Self.keys.count)]
      for _ in 0...below(8) { _ = plot.press(.character(key)) }
      guard plot.state.x.contains(plot.cursor) else {
        return "the cursor left the window after \(key)"
      }
      guard let again = try? PlotState(plot.text), again.text == plot.text else {
        return "\(plot.text) is not read after \(key)"
      }
    }
    return drawn(plot)
  }

  private mutating func drawn(_ plot: PlotInstrument) -> String? {
    let size = Size(width: below(100), height: below(32))
    let area = Rect(x: 0, y: 0, width: size.width, height: size.height)
    let charset = Charset.allCases[below(3)]
    switch below(4) {
    case 0:
      let panels = PlotDrawing(plot.state, charset: charset).chart(rows: 8 + below(40)).panels
      let svg = SVGChart(panels, width: 200 + below(900), height: 160 + below(400)).text
      return svg.contains("nan") || svg.contains("inf") ? "SVG without numbers" : nil
    case 1:
      let words = PlotReadout(instrument: plot)
      let all =
        [words.line] + words.long + LiveFigure.plot(plot).words
        + plot.functions.map { FunctionWords($0).text }
      return all.contains(where: \.isEmpty) ? "nothing said" : nil
    case 2 where plot.state.functions.count == 1:
      let frame = PlotScreen(plot.state).picture(size, charset)
      return frame.size == size ? nil : "another size"
    default:
      var frame = Frame(size)
      plot.drawing(charset, isFocused: true).draw(on: &frame, in: area)
      let place = Point(x: below(max(1, size.width)), y: below(max(1, size.height)))
      guard let x = plot.drawing(charset, isFocused: true).place(at: place, in: area) else {
        return nil
      }
      return plot.state.x.contains(x) ? nil : "a cell outside the window"
    }
  }
}
