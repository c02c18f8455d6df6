import Activations
package import Lessons
package import TerminalUI

/// An interactive figure of the lesson.
package enum LiveFigure: FigureInstrument {
  case plot(PlotInstrument)
  case softmax(SoftmaxInstrument)
  case gradient(GradientInstrument)
  case collapse(CollapseInstrument)
  case hinges(HingesInstrument)

  /// Starts with the figure as the lesson shows it.
  package init(_ figure: Figure) {
    switch figure {
    case .plot(let plot): self = .plot(PlotInstrument(plot))
    case .softmax(let softmax):
      self = .softmax(
        SoftmaxInstrument(
          logits: softmax.logits, temperature: softmax.temperature, labels: softmax.labels))
    case .gradient(let gradient): self = .gradient(GradientInstrument(gradient))
    case .collapse(let collapse): self = .collapse(CollapseInstrument(collapse))
    case .hinges(let hinges): self = .hinges(HingesInstrument(hinges))
    }
  }

  package enum Action: Sendable {
    case plot(PlotInstrument.Action)
    case softmax(SoftmaxInstrument.Action)
    case gradient(GradientInstrument.Action)
    case collapse(CollapseInstrument.Action)
    case hinges(HingesInstrument.Action)
  }

  /// The key bindings while it has focus.
  package var bindings: [KeyBinding<Action>] {
    switch self {
    case .plot(let plot): plot.bindings.map { $0.map(Action.plot) }
    case .softmax(let softmax): softmax.bindings.map { $0.map(Action.softmax) }
    case .gradient(let gradient): gradient.bindings.map { $0.map(Action.gradient) }
    case .collapse(let collapse): collapse.bindings.map { $0.map(Action.collapse) }
    case .hinges(let hinges): hinges.bindings.map { $0.map(Action.hinges) }
    }
  }

  package mutating func perform(_ action: Action) {
    switch (self, action) {
    case (.plot(var plot), .plot(let action)):
      plot.perform(action)
      self = .plot(plot)
    case (.softmax(var softmax), .softmax(let action)):
      softmax.perform(action)
      self = .softmax(softmax)
    case (.gradient(var gradient), .gradient(let action)):
      gradient.perform(action)
      self = .gradient(gradient)
    case (.collapse(var collapse), .collapse(let action)):
      collapse.perform(action)
      self = .collapse(collapse)
    case (.hinges(var hinges), .hinges(let action)):
      hinges.perform(action)
      self = .hinges(hinges)
    default: break
    }
  }

  /// Whether it has sliders, whose values need rows under it.
  package var hasSliders: Bool {
    guard case .plot(let plot) = self else { return false }
    return plot.functions.contains { !$0.parameterValues.isEmpty }
  }

  /// Whether the plot explorer can show it.
  package var isInExplorer: Bool {
    switch self {
    case .plot, .softmax: true
    case .gradient, .collapse, .hinges: false
    }
  }

  /// Its height if a number of rows is free, at least four.
  package func height(rows: Int) -> Int {
    let wanted =
      switch self {
      case .plot: 18
      case .softmax(let softmax): softmax.height
      case .gradient(let gradient): gradient.height
      case .collapse(let collapse): collapse.height
      case .hinges(let hinges): hinges.height
      }
    return max(4, min(wanted, rows))
  }

  /// Its height in a pane: curves fill it, bars do not.
  package func heightBeside(rows: Int) -> Int {
    switch self {
    case .plot, .collapse, .hinges: max(4, rows)
    case .softmax, .gradient: height(rows: rows)
    }
  }

  package func frame(_ size: Size, _ charset: Charset, isFocused: Bool) -> Frame {
    var frame = Frame(size)
    let area = Rect(x: 0, y: 0, width: size.width, height: size.height)
    switch self {
    case .plot(let plot): plot.drawing(charset, isFocused: isFocused).draw(on: &frame, in: area)
    case .softmax(let softmax): softmax.draw(on: &frame, in: area, charset, isFocused: isFocused)
    case .gradient(let gradient): gradient.draw(on: &frame, in: area, charset)
    case .collapse(let collapse): collapse.draw(on: &frame, in: area, charset, isFocused: isFocused)
    case .hinges(let hinges): hinges.draw(on: &frame, in: area, charset, isFocused: isFocused)
    }
    return frame
  }

  /// The values under it while it has focus; nil if the drawing contains them.
  package var readout: String? {
    guard case .plot(let plot) = self else { return nil }
    return PlotReadout(instrument: plot).line
  }
}
