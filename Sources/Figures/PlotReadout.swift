import Activations
import TerminalUI
import TextCharts
import Words

/// The values at an instrument's cursor as text.
package struct PlotReadout {
  package let instrument: PlotInstrument

  /// Reads an instrument in the state it is in.
  package init(instrument: PlotInstrument) { self.instrument = instrument }

  /// Position, value and slope on one line, for narrow windows.
  package var short: [String] {
    guard let function = instrument.activeFunction else { return [] }
    let numbers = numbers(function)
    return [
      "x \(numbers.x)  f \(numbers.value)  f′ \(numbers.slope)",
      difference.last ?? landmark(function) ?? sliders(function).first ?? "",
    ]
  }

  /// Everything on one line.
  package var line: String {
    guard let function = instrument.activeFunction else { return "" }
    return (short.prefix(1) + sliders(function) + [landmark(function) ?? ""])
      .filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// One statement per line, without empty ones.
  package var long: [String] {
    guard let function = instrument.activeFunction else { return [] }
    let numbers = numbers(function)
    let tangent = function.derivative(instrument.cursor) == 0 ? Words.Curves.flat : ""
    let secondDerivative = NumberText.fixed(
      function.secondDerivative(instrument.cursor), decimals: 4)
    let lines =
      [
        instrument.functions.count > 1 ? Words.Curves.on(function.shortLabel) : "",
        "x  = \(numbers.x)", "f  = \(numbers.value)", "f′ = \(numbers.slope)",
        instrument.state.showsSecondDerivative ? "f″ = \(secondDerivative)" : "",
        landmark(function) ?? tangent,
      ] + sliders(function) + [Words.Curves.range("\(function.range)")] + difference
    return lines.filter { !$0.isEmpty }
  }

  /// The difference to the next curve, here and at its maximum.
  private var difference: [String] {
    guard let difference = instrument.difference else { return [] }
    let here = NumberText.fixed(difference(instrument.cursor), decimals: 6)
    let place = NumberText.fixed(difference.place, decimals: 3)
    let largest = NumberText.fixed(difference.largest, decimals: 6)
    return [
      Words.Curves.minus(difference.other.shortLabel, value: here),
      Words.Curves.largest(largest, x: place),
    ]
  }

  private func numbers(_ function: BoundActivation) -> (x: String, value: String, slope: String) {
    let x = instrument.cursor
    // The number of decimals depends on the window's width.
    let step = instrument.state.xScale.part(of: 100)
    let decimals = step < 0.001 ? 6 : step < 0.01 ? 4 : 3
    let drawing = PlotDrawing(instrument.state, charset: .ascii)
    func number(_ value: Double, _ window: PlotWindow) -> String {
      NumberText.distinguishing(value, by: window.yScale.part(of: 100), decimals: 4)
    }
    return (
      NumberText.distinguishing(x, by: step, decimals: decimals),
      number(function(x), drawing.valueWindow),
      number(function.derivative(x), drawing.slopeWindow)
    )
  }

  private func landmark(_ function: BoundActivation) -> String? {
    function.landmarks.first { abs($0.x - instrument.cursor) < instrument.nearness }?.description
  }

  private func sliders(_ function: BoundActivation) -> [String] {
    zip(function.activation.parameters, function.parameterValues).map { parameter, value in
      let usual = parameter.defaultValue
      return Words.Curves.slider(
        parameter.symbol, value: NumberText.shortest(value),
        dotted: value == usual ? nil : NumberText.shortest(usual),
        limit: parameter.limit(at: value))
    }
  }
}

extension Parameter {
  /// The limit that the function reaches at a parameter's value, or nearly reaches at the end of the slider.
  fileprivate func limit(at value: Double) -> String? {
    for limit in limits {
      if limit.value == value { return limit.description }
      let isAtEnd =
        limit.value > allowed.upperBound && value == allowed.upperBound
        || limit.value < allowed.lowerBound && value == allowed.lowerBound
      if isAtEnd { return Words.Curves.nearly(limit.description) }
    }
    return nil
  }
}
