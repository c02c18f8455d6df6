package import Lessons
package import TerminalUI
import TextCharts
import Words

/// A sum of ReLUs that approaches a curve, with a slider for the number of units.
package struct HingesInstrument: FigureInstrument {
  package private(set) var target: HingesFigure.Target
  package private(set) var units: Int
  private let start: HingesFigure

  package init(_ figure: HingesFigure) {
    (target, units, start) = (figure.target, figure.units, figure)
  }

  package enum Action: Sendable {
    case turn(Int), next(Int), reset
  }

  package var bindings: [KeyBinding<Action>] {
    typealias Does = Words.Hinges
    let rows: [KeyBinding<Action>] = [
      KeyBinding(
        [("up", [.up, "k"], .next(-1)), ("down", [.down, "j"], .next(1))], Does.target,
        footer: true),
      KeyBinding(
        "reset", ["0"], .reset, Words.Common.reset,
        when: target != start.target || units != start.units),
    ]
    return KeyBinding.steps(of: 1, { .turn(Int($0)) }, Does.turn) + rows
  }

  package mutating func perform(_ action: Action) {
    switch action {
    case .turn(let steps):
      units = min(
        max(units + steps, HingesFigure.counts.lowerBound), HingesFigure.counts.upperBound)
    case .next(let step):
      let all = HingesFigure.Target.allCases
      let index = all.firstIndex(of: target) ?? 0
      target = all[(index + all.count + step) % all.count]
    case .reset: (target, units) = (start.target, start.units)
    }
  }

  /// The number of rows.
  package var height: Int { 16 }

  /// The number of units, of pieces, and the largest error.
  package func sentence(isWide: Bool) -> String {
    let error = NumberText.rounded(HingeSum(target, units: units).largestError, decimals: 4)
    return isWide
      ? Words.Hinges.line(units: units, error: error)
      : Words.Hinges.shortLine(units: units, error: error)
  }

  /// Draws the curve, the sum and its formula.
  package func draw(on frame: inout Frame, in area: Rect, _ charset: Charset, isFocused: Bool) {
    let (x, y) = (area.origin.x, area.origin.y)
    let count = Words.Hinges.count(units)
    let end = frame.write(
      count, x: x, y: y, isFocused ? .selection : .text, .bold, limit: area.maxX)
    let rest = sentence(isWide: area.size.width >= 66)
    frame.write(charset.text(rest), x: end + 2, y: y, .accent, .bold, limit: area.maxX)
    let plot = Rect(x: x, y: y + 1, width: area.size.width, height: area.size.height - 1)
    Chart([panel], charset: charset, absenceText: Chart.absence).draw(on: &frame, in: plot)
  }

  private var panel: Panel {
    let (target, sum) = (target, HingeSum(target, units: units))
    let curve = Curve(Words.Hinges.name(of: target), role: .dim) { target($0) }
    let pieces = Curve(Words.Hinges.sum(of: units)) { sum($0) }
    return Panel(
      [pieces, curve], window: PlotWindow.fitting([pieces, curve], x: target.window))
  }

  /// The curve, the sum and its knots in words.
  package var words: [String] {
    let sum = HingeSum(target, units: units)
    return [
      Words.Hinges.heading(Words.Hinges.name(of: target), units: units), sentence(isWide: true),
    ]
      + zip(sum.knots, sum.weights).map { knot, weight in
        Words.Hinges.unit(
          knot: NumberText.rounded(knot, decimals: 3),
          weight: NumberText.rounded(weight, decimals: 3))
      }
  }
}
