extension Words {
  /// Curves with a cursor, in the lesson and in the plot explorer.
  package enum Curves {
    /// Actions of keys.
    package enum Keys {
      package static let cursor = "move"
      package static let landmark = "next landmark"
      package static let parameter = "parameter"
      package static let otherSlider = "other parameter"
      package static let otherCurve = "next curve"
      package static let difference = "difference to the next curve"
      package static let slope = "slope: below, over, alone, off"
      package static let secondDerivative = "second derivative"
      package static let zoom = "zoom at the cursor"
      package static let pan = "pan sideways"
      package static let panUp = "pan down, up"
      package static let presets = "-5 to 5, -10 to 10, near 0"
      package static let jumps = "join jumps"
    }

    package static let slope = "slope"
    /// Names the slope if its curve is not drawn.
    package static func slope(of function: String) -> String { "slope of \(function)" }
    package static func secondDerivative(of function: String) -> String {
      "second derivative of \(function)"
    }
    /// In a window that the curve does not cross.
    package static func above(_ curve: String) -> String { "\(curve) is above this window" }
    /// In a window that the curve does not cross.
    package static func below(_ curve: String) -> String { "\(curve) is below this window" }
    package static func undefined(_ curve: String) -> String {
      "\(curve) is not defined in this window"
    }
    package static let tangent = "tangent"

    package static func on(_ function: String) -> String { "on \(function)" }
    package static let flat = "flat tangent"
    package static func range(_ range: String) -> String { "range \(range)" }
    package static func minus(_ other: String, value: String) -> String {
      "minus \(other) = \(value)"
    }
    package static func largest(_ value: String, x: String) -> String {
      "largest \(value) at x = \(x)"
    }

    /// The state of a slider.
    ///
    /// - Parameters:
    ///   - symbol: The parameter, as in `α`.
    ///   - value: Its value.
    ///   - dotted: The value of the dotted curve, if one is drawn.
    ///   - limit: The function's name at this value, if it has another one there.
    /// - Returns: For example `β = 2, dotted 1`.
    package static func slider(
      _ symbol: String, value: String, dotted: String?, limit: String?
    ) -> String {
      switch (dotted, limit) {
      case (nil, nil): "\(symbol) = \(value)"
      case (let dotted?, nil): "\(symbol) = \(value), dotted \(dotted)"
      case (nil, let limit?): "\(symbol) = \(value): \(limit)"
      case (let dotted?, let limit?): "\(symbol) = \(value), dotted \(dotted): \(limit)"
      }
    }
    package static func nearly(_ limit: String) -> String { "nearly \(limit)" }

    /// Plain text: heads the values of a curve.
    package static func heading(_ function: String) -> String {
      "\(function), from left to right:"
    }
    /// Plain text: heads the values of a slope.
    package static func slopeHeading(_ function: String) -> String {
      "Slope of \(function), from left to right:"
    }
    /// Heads the values of a curve whose name the question asks for.
    package static func hiddenHeading(_ number: Int) -> String {
      "Curve \(number), from left to right:"
    }
    /// Plain text: a point.
    package static func point(x: String, value: String) -> String { "at x = \(x): \(value)" }
    package static func point(x: String, value: String, slope: String) -> String {
      "at x = \(x): \(value), slope \(slope)"
    }
    package static func landmark(x: String, _ description: String, value: String) -> String {
      "at x = \(x), where the value is \(value): \(description)"
    }
  }

  /// The parts that a plot description should contain, after "use" or "give".
  ///
  /// The names of options and their values are typed as they are and are not translated.
  package enum PlotText {
    package static let slope = "slope=none, only, overlaid or stacked"
    package static let cursor = "at=0.5"
    package static let temperature = "temperature=0.5, from 0.05 to 20"
    package static let part =
      "x=-4...4, y=, slope=, second-derivative, difference, joined, at=, logits= or temperature="
    package static let logits = "logits=2,1,0: two to eight numbers from -20 to 20"
    package static let parameter = "a parameter as in beta=2"
  }
}
