import Activations
import Lessons
package import TerminalUI
import TextCharts
import Words

/// Softmax: logits as bars, a temperature, and the Jacobian matrix.
package struct SoftmaxInstrument: FigureInstrument {
  package private(set) var logits: [Double]
  package private(set) var temperature: Double
  /// The classes' names; unnamed classes are numbered.
  package let labels: [String]
  /// The logit that the arrow keys change.
  private var chosen = 0
  private let start: (logits: [Double], temperature: Double)

  package init(logits: [Double], temperature: Double = 1, labels: [String] = []) {
    self.logits = logits
    self.temperature = temperature
    self.labels = labels
    start = (logits, temperature)
  }

  package enum Action: Sendable {
    case move(Double), next(Int), turn(Double), addClass, removeClass, reset
  }

  package var bindings: [KeyBinding<Action>] {
    typealias Does = Words.Softmax
    let rows: [KeyBinding<Action>] = [
      KeyBinding(
        [("up", [.up, "k"], .next(-1)), ("down", [.down, "j"], .next(1))], Does.choose,
        footer: true),
      KeyBinding(
        [("decrease", ["[", "{"], .turn(-1)), ("increase", ["]", "}"], .turn(1))], Does.temperature,
        footer: true),
      KeyBinding(
        [("add-class", ["+", "="], .addClass), ("remove-class", ["-"], .removeClass)], Does.classes),
      KeyBinding(
        "reset", ["0"], .reset, Words.Common.reset, when: (logits, temperature) != start),
    ]
    return KeyBinding.steps(of: 0.1, Action.move, Does.logit) + rows
  }

  package mutating func perform(_ action: Action) {
    switch action {
    case .move(let distance): move(distance)
    case .next(let step): chosen = (chosen + logits.count + step) % logits.count
    case .turn(let direction): turn(direction)
    case .addClass: if logits.count < SoftmaxFigure.counts.upperBound { logits.append(0) }
    case .removeClass: if logits.count > 2 { logits.removeLast() }
    case .reset: (logits, temperature) = start
    }
    chosen = min(chosen, logits.count - 1)
  }

  private mutating func move(_ distance: Double) {
    let moved = ((logits[chosen] + distance) * 10).rounded() / 10
    logits[chosen] = min(max(moved, SoftmaxFigure.reach.lowerBound), SoftmaxFigure.reach.upperBound)
  }

  /// Low temperatures change in small steps.
  private mutating func turn(_ direction: Double) {
    let isSmall = temperature < 1 || (temperature == 1 && direction < 0)
    let turned = temperature + direction * (isSmall ? 0.05 : 0.5)
    let rounded = (turned * 100).rounded() / 100
    temperature = min(
      max(rounded, SoftmaxFigure.temperatures.lowerBound), SoftmaxFigure.temperatures.upperBound)
  }

  /// The text form that ``PlotState`` parses.
  package var text: String {
    let numbers = logits.map(NumberText.shortest).joined(separator: ",")
    let rest = temperature == 1 ? "" : "/temperature=\(NumberText.shortest(temperature))"
    return "softmax/logits=\(numbers)" + rest
  }

  /// The number of rows.
  package var height: Int { 2 * logits.count + 5 }

  /// Draws bars, the temperature, and as much of the Jacobian as fits.
  package func draw(on frame: inout Frame, in area: Rect, _ charset: Charset, isFocused: Bool) {
    let probabilities = Softmax.probabilities(logits, temperature: temperature)
    let nameWidth = min(12, names.map { charset.text($0).displayWidth }.max() ?? 0)
    let logarithms = Softmax.logProbabilities(logits, temperature: temperature)
    let hasLogarithms = area.size.width >= 48
    let winner = probabilities.indices.max { probabilities[$0] < probabilities[$1] }
    var row = area.origin.y
    for (index, probability) in probabilities.enumerated() where row < area.maxY {
      let isChosen = isFocused && index == chosen
      var x = area.origin.x + 2
      let name = TextLayout.truncate(charset.text(names[index]), width: nameWidth, ellipsis: "")
      frame.write(name, x: x, y: row, isChosen ? .selection : .text, limit: area.maxX)
      x += nameWidth + 1
      let logit = Self.padded(NumberText.fixed(logits[index], decimals: 1), 5)
      frame.write(logit, x: x + 1, y: row, isChosen ? .accent : .dim)
      if isChosen {
        frame.write(charset.pick("▸", ">"), x: area.origin.x, y: row, .accent, .bold)
      }
      x += 8
      var value = NumberText.fixed(probability, decimals: 3)
      if hasLogarithms {
        value += Self.padded("ln p " + NumberText.fixed(logarithms[index], decimals: 3), 15)
      }
      value += index == winner ? charset.pick(" ◂", " <") : "  "
      let room = area.maxX - x - value.count - 2
      if room > 0 {
        frame.write(charset.bar(probability, width: room), x: x, y: row, .curve, limit: area.maxX)
        frame.write(value, x: area.maxX - value.count - 1, y: row, .text, .bold)
      }
      row += 1
    }
    guard row < area.maxY else { return }
    let entropy = probabilities.reduce(0) { $0 - ($1 > 0 ? $1 * Double.log($1) : 0) }
    let facts = Words.Softmax.facts(
      temperature: temperatureText, sum: Self.sum(probabilities),
      entropy: NumberText.fixed(entropy, decimals: 3), winner: winner.map { names[$0] } ?? "")
    for line in TextLayout.wrap(charset.text(facts), width: max(1, area.size.width - 3))
    where row < area.maxY {
      frame.write(line.runs, x: area.origin.x + 2, y: row, limit: area.maxX)
      row += 1
    }
    drawSlopes(on: &frame, from: row + 1, in: area, charset)
  }

  /// The classes' names.
  private var names: [String] {
    logits.indices.map { labels.indices.contains($0) ? labels[$0] : "z\($0 + 1)" }
  }

  /// The sum, which is 1 except for rounding.
  private static func sum(_ probabilities: [Double]) -> String {
    NumberText.shortest((probabilities.reduce(0, +) * 1e12).rounded() / 1e12)
  }

  private var temperatureText: String {
    let value = NumberText.shortest(temperature)
    if temperature == SoftmaxFigure.temperatures.lowerBound { return Words.Softmax.coldest(value) }
    if temperature == SoftmaxFigure.temperatures.upperBound { return Words.Softmax.hottest(value) }
    return Words.Softmax.temperature(value)
  }

  /// The matrix ∂pᵢ/∂zⱼ with named rows and columns; every entry is a number after its shade.
  private func drawSlopes(
    on frame: inout Frame, from start: Int, in area: Rect, _ charset: Charset
  ) {
    let left = area.origin.x + 2
    let columns = names.map { Self.padded(Self.cut($0, to: 9, charset), 9) }
    let rows = names.map { Self.cut(Words.Softmax.probability(of: $0), to: 11, charset) }
    let rowWidth = rows.map(\.displayWidth).max() ?? 0
    guard area.maxY - start >= logits.count + 2, left + rowWidth + 10 * logits.count <= area.maxX
    else { return }
    frame.write(charset.text(Words.Softmax.slopes), x: left, y: start, .dim, limit: area.maxX)
    frame.write(
      columns.joined(separator: " "), x: left + rowWidth + 1, y: start + 1, .dim, limit: area.maxX)
    let shades = HeatMap.shades(charset)
    let jacobian = Softmax.jacobian(logits, temperature: temperature)
    for (index, slopes) in jacobian.enumerated() {
      let y = start + 2 + index
      frame.write(rows[index], x: left, y: y, .dim)
      var x = left + rowWidth + 1
      for slope in slopes {
        let (marks, role): (String, Role) =
          slope < 0 ? (shades.below, .secondCurve) : (shades.above, .curve)
        let level = Int(nearest: (abs(slope) * 16 * temperature).rounded(.up), in: 0...4)
        let shade = level == 0 ? " " : marks[marks.index(marks.startIndex, offsetBy: level - 1)]
        frame.write(String(repeating: shade, count: 2), x: x, y: y, role)
        let text = Self.padded(NumberText.fixed(slope, decimals: 3), 7)
        x = frame.write(text, x: x + 2, y: y, .text, limit: area.maxX) + 1
      }
    }
  }

  private static func cut(_ text: String, to width: Int, _ charset: Charset) -> String {
    TextLayout.truncate(charset.text(text), width: width, ellipsis: charset.pick("…", "~"))
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
