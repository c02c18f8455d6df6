import Activations
import Lessons
import TerminalUI
import TextCharts
import Words

/// Curves in words and numbers, for screen readers.
package struct PlotWords {
  private let state: PlotState
  private let hidesLabel: Bool

  /// Describes a plot.
  ///
  /// - Parameters:
  ///   - state: The plot.
  ///   - hidesLabel: Whether the curves' names are hidden.
  package init(_ state: PlotState, hidesLabel: Bool = false) {
    self.state = state
    self.hidesLabel = hidesLabel
  }

  /// A table of nine points for every curve, and its landmarks unless they would reveal its name.
  package var lines: [String] {
    state.functions.enumerated().flatMap { index, function in
      let isSlope = state.derivative == .only
      var lines = [heading(function, index, isSlope: isSlope)]
      for step in 0...8 {
        let x = state.xScale.value(at: Double(step) / 8)
        let value = isSlope ? function.derivative(x) : function(x)
        let isPair = !isSlope && state.derivative != .none
        lines.append(
          isPair
            ? Words.Curves.point(
              x: Self.short(x), value: Self.short(value),
              slope: Self.short(function.derivative(x)))
            : Words.Curves.point(x: Self.short(x), value: Self.short(value)))
      }
      if !hidesLabel, !isSlope {
        lines += function.landmarks.filter { state.x.contains($0.x) }.map {
          Words.Curves.landmark(
            x: Self.short($0.x), $0.description, value: Self.short($0.value))
        }
      }
      return lines
    }
  }

  private func heading(_ function: BoundActivation, _ index: Int, isSlope: Bool) -> String {
    if hidesLabel { return Words.Curves.hiddenHeading(index + 1) }
    return isSlope
      ? Words.Curves.slopeHeading(function.label) : Words.Curves.heading(function.label)
  }

  private static func short(_ number: Double) -> String {
    NumberText.rounded(number, decimals: 3)
  }
}

extension LiveFigure {
  /// Its contents, one statement per line.
  package var words: [String] {
    switch self {
    case .plot(let plot): PlotWords(plot.state).lines
    case .softmax(let softmax): softmax.words
    case .gradient(let gradient): gradient.words
    case .collapse(let collapse): collapse.words
    case .hinges(let hinges): hinges.words
    }
  }
}

extension SoftmaxInstrument {
  /// Every logit with its probability.
  package var words: [String] {
    let probabilities = Softmax.probabilities(logits, temperature: temperature)
    return [Words.Softmax.heading(temperature: NumberText.shortest(temperature))]
      + logits.indices.map { index in
        let name = labels.indices.contains(index) ? labels[index] : "z\(index + 1)"
        return Words.Softmax.line(
          name: name, logit: NumberText.fixed(logits[index], decimals: 1),
          probability: NumberText.fixed(probabilities[index], decimals: 3))
      }
  }
}

extension GradientInstrument {
  /// The rest of the gradient for each function.
  package var words: [String] {
    let x = NumberText.fixed(input, decimals: 1)
    return [Words.Gradient.heading(layers: layers, x: x)] + shares
  }
}

extension CollapseInstrument {
  /// The layers, and their formula together.
  package var words: [String] {
    let names = ["W1", "b1", "W2", "b2"]
    let values = zip(names, numbers).map { "\($0) = \(NumberText.fixed($1, decimals: 1))" }
    return [values.joined(separator: ", "), sentence(isWide: true)]
  }
}
