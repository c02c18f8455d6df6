import Activations
package import Lessons
package import TerminalUI

/// A figure of the lesson as an instrument.
package enum LiveFigure: Sendable {
  case plot(PlotInstrument)
  case softmax(SoftmaxInstrument)
  case gradient(GradientInstrument)
  case collapse(CollapseInstrument)

  /// Takes a figure as it stands in the lesson.
  package init(_ figure: Figure) {
    switch figure {
    case .plot(let plot): self = .plot(PlotInstrument(plot))
    case .softmax(let softmax):
      self = .softmax(
        SoftmaxInstrument(
          logits: softmax.logits, temperature: softmax.temperature, labels: softmax.labels))
    case .gradient(let gradient): self = .gradient(GradientInstrument(gradient))
    case .collapse(let collapse): self = .collapse(CollapseInstrument(collapse))
    }
  }

  /// The keys that mean something while it has focus.
  package func keys(_ names: KeyNames) -> [KeyBinding] {
    switch self {
    case .plot(let plot): plot.keys(names)
    case .softmax(let softmax): softmax.keys
    case .gradient(let gradient): gradient.keys
    case .collapse(let collapse): collapse.keys
    }
  }

  /// Takes a key.
  ///
  /// - Returns: Whether it meant something here.
  package mutating func press(_ key: Key) -> Bool {
    switch self {
    case .plot(var plot):
      defer { self = .plot(plot) }
      return plot.press(key)
    case .softmax(var softmax):
      defer { self = .softmax(softmax) }
      return softmax.press(key)
    case .gradient(var gradient):
      defer { self = .gradient(gradient) }
      return gradient.press(key)
    case .collapse(var collapse):
      defer { self = .collapse(collapse) }
      return collapse.press(key)
    }
  }

  /// Whether it has parameters, whose values take room under it.
  package var hasSliders: Bool {
    guard case .plot(let plot) = self else { return false }
    return plot.functions.contains { !$0.parameterValues.isEmpty }
  }

  /// Rows that it takes where a screen has so many for its text.
  package func height(rows: Int) -> Int {
    let wanted =
      switch self {
      case .plot: 18
      case .softmax(let softmax): softmax.height
      case .gradient(let gradient): gradient.height
      case .collapse(let collapse): collapse.height
      }
    return max(6, min(wanted, rows - 2))
  }

  /// Draws it.
  package func frame(_ size: Size, _ charset: Charset, isFocused: Bool) -> Frame {
    var frame = Frame(size)
    let area = Rect(x: 0, y: 0, width: size.width, height: size.height)
    switch self {
    case .plot(let plot): plot.drawing(charset, isFocused: isFocused).draw(on: &frame, in: area)
    case .softmax(let softmax): softmax.draw(on: &frame, in: area, charset, isFocused: isFocused)
    case .gradient(let gradient): gradient.draw(on: &frame, in: area, charset)
    case .collapse(let collapse): collapse.draw(on: &frame, in: area, charset, isFocused: isFocused)
    }
    return frame
  }

  /// One line of numbers under it while it has focus; nil where the drawing has them.
  package var readout: String? {
    guard case .plot(let plot) = self else { return nil }
    return PlotReadout(instrument: plot).line
  }
}
