import Activations
import Figures
import Foundation
import TextCharts
import TutorScreens

/// The curves of a plot as numbers with all digits: every text parses to the same double.
struct PlotTable {
  private let state: PlotState
  /// The x of the rows.
  let places: [Double]

  /// Uses the given x, or 101 over the range.
  init(_ state: PlotState, at places: [Double]) {
    self.state = state
    self.places =
      places.isEmpty ? (0...100).map { state.xScale.value(at: Double($0) / 100) } : places
  }

  /// One row per function and x, after a header.
  var csv: String {
    let isAmbiguous = Set(state.functions.map(\.activation.id)).count < state.functions.count
    var text =
      "x,function,value,derivative" + (state.showsSecondDerivative ? ",second_derivative" : "")
      + "\n"
    for function in state.functions {
      // Parameters distinguish two curves of one function.
      let name = isAmbiguous ? PlotState([function]).text : function.activation.id
      for x in places {
        var numbers = [function(x), function.derivative(x)]
        if state.showsSecondDerivative { numbers.append(function.secondDerivative(x)) }
        text += ([NumberText.shortest(x), name] + numbers.map(NumberText.shortest))
          .joined(separator: ",")
        text += "\n"
      }
    }
    return text
  }
}

/// A plot as JSON.
struct PlotReport: Encodable {
  struct Function: Encodable {
    var id, name, formula, derivative: String
    var introducedBy: String?
    var parameters: [String: Double]
    var range: Range
    var landmarks: [Mark]
    var points: [Point]
  }
  struct Range: Encodable {
    var text: String
    /// Nil if unbounded.
    var lower, upper: Double?
  }
  struct Mark: Encodable {
    var description: String
    var x, value, slope: Double
  }
  struct Point: Encodable {
    var x, value, derivative, secondDerivative: Double
  }
  struct Difference: Encodable {
    var largest, at: Double
  }

  var plot: String
  var x: [Double]
  var functions: [Function]
  var difference: Difference?

  init(_ state: PlotState, at places: [Double]) {
    plot = state.text
    x = [state.x.lowerBound, state.x.upperBound]
    let places = PlotTable(state, at: places).places
    functions = state.functions.map { function in
      let activation = function.activation
      return Function(
        id: activation.id, name: activation.name, formula: activation.formula,
        derivative: activation.derivativeFormula, introducedBy: activation.facts.introducedBy,
        parameters: Dictionary(
          uniqueKeysWithValues: zip(activation.parameters.map(\.name), function.parameterValues)),
        range: Range(
          text: "\(function.range)", lower: function.range.lower.value,
          upper: function.range.upper.value),
        landmarks: function.landmarks.map {
          Mark(description: $0.description, x: $0.x, value: $0.value, slope: $0.slope)
        },
        points: places.map {
          Point(
            x: $0, value: function($0), derivative: function.derivative($0),
            secondDerivative: function.secondDerivative($0))
        })
    }
    difference = state.difference().map { Difference(largest: $0.largest, at: $0.place) }
  }

  /// The JSON text; numbers that JSON cannot express are the strings "inf", "-inf" and "nan".
  var json: String {
    JSONOutput.text(self)
  }
}
