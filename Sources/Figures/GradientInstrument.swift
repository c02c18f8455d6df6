import Activations
package import Lessons
package import TerminalUI
import TextCharts
import Words

/// A gradient that flows back through layers: the product of their slopes.
///
/// Weights are ignored: every layer multiplies by the slope of its activation.
package struct GradientInstrument: FigureInstrument {
  package private(set) var layers: Int
  /// The pre-activation at which the slope of every layer is taken.
  package private(set) var input: Double
  package let functions: [String]
  private let settings: [String: Double]
  private let start: (layers: Int, input: Double)

  package init(_ figure: GradientFigure) {
    functions = figure.functions
    layers = figure.layers
    input = figure.input
    settings = figure.parameters
    start = (figure.layers, figure.input)
  }

  package enum Action: Sendable {
    case move(Double), deepen(Int), reset
  }

  package var bindings: [KeyBinding<Action>] {
    let rows: [KeyBinding<Action>] = [
      KeyBinding(
        [("decrease", ["[", "{"], .deepen(-1)), ("increase", ["]", "}"], .deepen(1))],
        Words.Gradient.depth,
        footer: true),
      KeyBinding("reset", ["0"], .reset, Words.Common.reset, when: (layers, input) != start),
    ]
    return KeyBinding.steps(of: 0.1, Action.move, Words.Gradient.input) + rows
  }

  package mutating func perform(_ action: Action) {
    switch action {
    case .move(let distance): move(distance)
    case .deepen(let step): layers = min(100, max(1, layers + step))
    case .reset: (layers, input) = start
    }
  }

  private mutating func move(_ distance: Double) {
    input = min(max(((input + distance) * 10).rounded() / 10, -20), 20)
  }

  /// The rest of a gradient of 1 after some layers.
  package static func share(slope: Double, layers: Int) -> Double {
    (0..<layers).reduce(1) { product, _ in product * slope }
  }

  /// The number of rows.
  package var height: Int { 2 * functions.count + 2 }

  /// Draws one bar per function, on a logarithmic scale from 10⁻¹² to 1.
  package func draw(on frame: inout Frame, in area: Rect, _ charset: Charset) {
    var row = area.origin.y
    let place = Words.Gradient.setting(
      layers: layers, x: NumberText.fixed(input, decimals: 1))
    frame.write(charset.text(place), x: area.origin.x, y: row, .dim, limit: area.maxX)
    row += 1
    // Without rows for bars, the products stand alone.
    let hasBars = area.size.height > 2 * functions.count
    for (index, function) in BoundActivation.named(functions, settings).enumerated() {
      guard row + (hasBars ? 1 : 0) < area.maxY else { return }
      let share = Self.share(slope: function.derivative(input), layers: layers)
      frame.write(charset.text(sum(function)), x: area.origin.x, y: row, .text, limit: area.maxX)
      row += 1
      guard hasBars else { continue }
      let magnitude = share == 0 ? 0 : (12 + Double.log(abs(share)) / Double.log(10)) / 12
      let bar = charset.bar(magnitude, width: area.size.width - 2)
      let role: Role = [.curve, .secondCurve, .thirdCurve][index % 3]
      frame.write(bar.isEmpty ? "." : bar, x: area.origin.x, y: row, role, limit: area.maxX)
      row += 1
    }
    let scale = Words.Gradient.scale(least: charset.pick("10⁻¹²", "1e-12"))
    if row < area.maxY { frame.write(scale, x: area.origin.x, y: row, .dim, limit: area.maxX) }
  }

  /// For every function, the slope raised to the number of layers.
  package var shares: [String] { BoundActivation.named(functions, settings).map(sum) }

  private func sum(_ function: BoundActivation) -> String {
    let slope = function.derivative(input)
    let share = Self.share(slope: slope, layers: layers)
    return "\(function.activation.name): \(NumberText.fixed(slope, decimals: 4))^\(layers) = "
      + Self.short(share)
  }

  /// Three significant digits, in scientific notation if that is shorter.
  package static func short(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return NumberText.shortest(value) }
    if (0.001..<100_000).contains(abs(value)) {
      return NumberText.fixed(value, decimals: abs(value) < 1 ? 4 : 2)
    }
    var exponent = Int(
      nearest: (Double.log(abs(value)) / Double.log(10)).rounded(.down), in: -324...308)
    var mantissa = value
    for _ in 0..<abs(exponent) { mantissa = exponent < 0 ? mantissa * 10 : mantissa / 10 }
    if abs(mantissa) >= 9.995 {
      mantissa /= 10
      exponent += 1
    }
    return NumberText.fixed(mantissa, decimals: 2) + "e\(exponent)"
  }
}
