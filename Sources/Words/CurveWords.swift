extension Words {
  /// Curves with a cursor on them, in the lesson and in the plot explorer.
  package enum Curves {
    /// What keys do on the curves.
    package enum Keys {
      /// What the arrows move.
      package static let cursor = "cursor"
      /// To the next minimum, kink, zero and so on.
      package static let landmark = "landmark"
      /// Changes a parameter, whose symbol stands here if there is one.
      package static let parameter = "parameter"
      /// Chooses the other parameter for the brackets.
      package static let otherSlider = "the other slider"
      package static let otherCurve = "cursor on the next curve"
      package static let difference = "the difference to the next curve"
      /// Whether the slope stands under the curve, over it or nowhere.
      package static let slope = "where the slope is drawn"
      package static let secondDerivative = "second derivative"
      package static let zoom = "zoom at the cursor"
      package static let pan = "pan sideways"
      package static let panUp = "pan down, up"
      /// Three windows, one a key.
      package static let presets = "-5 to 5, -10 to 10, near 0"
      package static let jumps = "join jumps"
    }

    /// Names the slope beside its own curve.
    package static let slope = "slope"
    /// Names the slope where its curve is not drawn.
    package static func slope(of function: String) -> String { "slope of \(function)" }
    /// Names the second derivative.
    package static func secondDerivative(of function: String) -> String {
      "second derivative of \(function)"
    }
    /// In a window with no curve in it.
    package static func above(_ curve: String) -> String { "\(curve) is above this window" }
    /// In a window with no curve in it.
    package static func below(_ curve: String) -> String { "\(curve) is below this window" }
    /// In a window with no curve in it, since there is none for these x.
    package static func undefined(_ curve: String) -> String {
      "\(curve) is not defined in this window"
    }
    /// Names the tangent at the cursor.
    package static let tangent = "tangent"

    /// On which of several curves the cursor stands.
    package static func on(_ function: String) -> String { "on \(function)" }
    /// Said of the place under the cursor where the slope is 0.
    package static let flat = "tangent flat"
    /// Between which values the function stays.
    package static func range(_ range: String) -> String { "range \(range)" }
    /// The difference to another function under the cursor.
    package static func minus(_ other: String, value: String) -> String {
      "minus \(other) = \(value)"
    }
    /// The difference where it is largest.
    package static func largest(_ value: String, x: String) -> String {
      "largest \(value) at x = \(x)"
    }

    /// What a slider says.
    ///
    /// - Parameters:
    ///   - symbol: The parameter, as in `α`.
    ///   - value: Its value.
    ///   - dotted: The value of the dotted curve, if one is drawn.
    ///   - limit: What the function is at this value, if it has another name there.
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
    /// Said where a slider can be turned no nearer to a limit.
    package static func nearly(_ limit: String) -> String { "nearly \(limit)" }

    /// Heads a curve's values where there is no drawing.
    package static func heading(_ function: String) -> String {
      "\(function), from left to right:"
    }
    /// Heads a slope's values where there is no drawing.
    package static func slopeHeading(_ function: String) -> String {
      "Slope of \(function), from left to right:"
    }
    /// Heads the values of a curve whose name is asked for.
    package static func hiddenHeading(_ number: Int) -> String {
      "Curve \(number), from left to right:"
    }
    /// A point where there is no drawing.
    package static func point(x: String, value: String) -> String { "at x = \(x): \(value)" }
    /// A point with the slope there.
    package static func point(x: String, value: String, slope: String) -> String {
      "at x = \(x): \(value), slope \(slope)"
    }
    /// A minimum, kink, zero and so on.
    package static func landmark(x: String, _ description: String, value: String) -> String {
      "at x = \(x): \(description), \(value)"
    }
  }

  /// What a plot that is given as a text should have been; each stands behind "expected" or "give".
  ///
  /// What stands before an equals sign, and `second-derivative`, `difference`, `joined`, `none`, `only`, `overlaid` and `stacked`
  /// are what is typed, and no words.
  package enum PlotText {
    package static let slope = "slope=none, only, overlaid or stacked"
    package static let cursor = "at=0.5"
    package static let temperature = "temperature=0.5, from 0.05 to 20"
    package static let part =
      "x=-4...4, y=, slope=, second-derivative, difference, joined, at=, logits= or temperature="
    package static let logits = "logits=2,1,0: two to eight numbers from -20 to 20"
    package static let parameter = "a parameter as in beta=2"
    package static let range =
      "two finite numbers, the smaller first, that differ by more than a billionth, as in -4...4"
  }
}
