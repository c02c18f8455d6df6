package import Lessons
package import TerminalUI
import TextCharts
import Words

/// Two linear layers that equal one, until an activation function is inserted.
package struct CollapseInstrument: FigureInstrument {
  /// First weight and bias, second weight and bias.
  package private(set) var numbers: [Double]
  /// Whether a ReLU is inserted between the layers.
  package private(set) var hasActivation = false
  private var chosen = 0
  private let start: [Double]

  package init(_ figure: CollapseFigure) {
    numbers = [
      figure.first.weight, figure.first.bias, figure.second.weight, figure.second.bias,
    ]
    start = numbers
  }

  package enum Action: Sendable {
    case turn(Double), next(Int), activation, reset
  }

  package var bindings: [KeyBinding<Action>] {
    typealias Does = Words.Collapse
    let rows: [KeyBinding<Action>] = [
      KeyBinding(
        [("up", [.up, "k"], .next(-1)), ("down", [.down, "j"], .next(1))], Does.choose,
        footer: true),
      KeyBinding(
        "toggle-activation", ["r"], .activation, hasActivation ? Does.remove : Does.insert,
        footer: true),
      KeyBinding(
        "reset", ["0"], .reset, Words.Common.reset, when: numbers != start || hasActivation),
    ]
    return KeyBinding.steps(of: 0.1, Action.turn, Does.turn) + rows
  }

  package mutating func perform(_ action: Action) {
    switch action {
    case .turn(let distance): turn(distance)
    case .next(let step): chosen = (chosen + numbers.count + step) % numbers.count
    case .activation: hasActivation.toggle()
    case .reset: (numbers, hasActivation) = (start, false)
    }
  }

  private mutating func turn(_ distance: Double) {
    numbers[chosen] = min(max(((numbers[chosen] + distance) * 10).rounded() / 10, -10), 10)
  }

  /// The weight and bias of the single layer that equals both.
  package var collapsed: (weight: Double, bias: Double) {
    (numbers[2] * numbers[0], numbers[2] * numbers[1] + numbers[3])
  }

  /// The number of rows.
  package var height: Int { 14 }

  /// Draws the layers as formulas, and their function as a curve.
  package func draw(on frame: inout Frame, in area: Rect, _ charset: Charset, isFocused: Bool) {
    let (x, y) = (area.origin.x, area.origin.y)
    let names = ["W1", "b1", "W2", "b2"]
    var column = x
    for (index, name) in names.enumerated() {
      let isChosen = isFocused && index == chosen
      let text = "\(name) \(NumberText.fixed(numbers[index], decimals: 1))"
      column = frame.write(text, x: column, y: y, isChosen ? .selection : .text, limit: area.maxX)
      column += area.size.width < 50 ? 1 : 3
    }
    let line = sentence(isWide: area.size.width >= 66)
    frame.write(charset.text(line), x: x, y: y + 1, .accent, .bold, limit: area.maxX)
    let plot = Rect(
      x: x, y: y + 2, width: area.size.width, height: area.size.height - 2)
    Chart([panel], charset: charset, absenceText: Chart.absence).draw(on: &frame, in: plot)
  }

  /// The formula of both layers together.
  package func sentence(isWide: Bool) -> String {
    let (weight, bias) = collapsed
    let sum = "\(Self.short(weight)) x \(bias < 0 ? "-" : "+") \(Self.short(abs(bias)))"
    guard !hasActivation else {
      return isWide ? Words.Collapse.activation : Words.Collapse.shortActivation
    }
    return isWide ? Words.Collapse.line(sum) : Words.Collapse.shortLine(sum)
  }

  private var panel: Panel {
    let (numbers, hasActivation) = (numbers, hasActivation)
    let first = Curve(Words.Collapse.firstLayer, role: .dim) { numbers[0] * $0 + numbers[1] }
    let both = Curve(hasActivation ? Words.Collapse.bent : Words.Collapse.both) { x in
      let hidden = numbers[0] * x + numbers[1]
      return numbers[2] * (hasActivation ? max(0, hidden) : hidden) + numbers[3]
    }
    return Panel([both, first], window: PlotWindow.fitting([both, first], x: -4...4))
  }

  private static func short(_ value: Double) -> String {
    NumberText.shortest((value * 100).rounded() / 100)
  }
}
