package import Lessons
package import TerminalUI

extension Words {
  /// Title and legend of a figure in the lesson.
  package enum Figures {
    package static func title(_ number: Int, section: Int) -> String {
      "Figure \(section).\(number)"
    }
    /// In a figure's title line, while it is not focused.
    package static func focuses(_ keys: KeyNames) -> String { "\(keys[.tab]) focuses" }
    /// In a figure's title line, while it is focused.
    package static func leaves(_ keys: KeyNames) -> String { "\(keys[.escape]) leaves" }
    /// Plain text: title and caption of a figure that is not focused.
    package static func unfocused(_ title: String, caption: String, _ keys: KeyNames) -> String {
      "\(title), \(keys[.tab]) focuses it: \(caption)"
    }
    /// Plain text: title and caption of the focused figure.
    package static func focused(_ title: String, caption: String, _ keys: KeyNames) -> String {
      "\(title), focused, \(keys[.escape]) leaves it: \(caption)"
    }
    /// Shades for positive and negative numbers, under a heat map.
    package static func legend(above: String, below: String) -> String {
      "above 0 \(above)   below 0 \(below)"
    }
  }

  /// The figure that collapses two linear layers into one; W1, b1, W2 and b2 are their parameters.
  package enum Collapse {
    package static let turn = "change"
    package static let choose = "number"
    package static let remove = "remove the ReLU"
    package static let insert = "insert a ReLU"

    package static let firstLayer = "first layer"
    package static let both = "both"
    package static let bent = "both, with a ReLU between"

    package static func line(_ sum: String) -> String {
      "W2(W1 x + b1) + b2 = \(sum): still one layer"
    }
    /// The same in at most 50 columns.
    package static func shortLine(_ sum: String) -> String { "together = \(sum): one layer" }
    package static let activation =
      "W2 max(0, W1 x + b1) + b2: a kink, which a single layer cannot have"
    /// The same in at most 50 columns.
    package static let shortActivation = "a kink, which a single layer cannot have"
  }

  /// The figure of a sum of ReLUs that approaches a curve.
  package enum Hinges {
    package static let turn = "units"
    package static let target = "curve"

    /// The name of the curve.
    package static func name(of target: HingesFigure.Target) -> String {
      switch target {
      case .square: "x²"
      case .sine: "sin x"
      }
    }
    /// The name of the sum.
    package static func sum(of units: Int) -> String { units == 1 ? "1 ReLU" : "\(units) ReLUs" }
    package static func count(_ units: Int) -> String { units == 1 ? "1 unit" : "\(units) units" }
    /// Behind the number of units.
    package static func line(units: Int, error: String) -> String {
      "\(units == 1 ? "1 straight piece" : "\(units) straight pieces"), largest error \(error)"
    }
    /// The same in at most 30 columns.
    package static func shortLine(units: Int, error: String) -> String {
      "\(units == 1 ? "1 piece" : "\(units) pieces"), error \(error)"
    }
    /// Plain text: heads the numbers.
    package static func heading(_ curve: String, units: Int) -> String {
      "\(curve) and a sum of \(sum(of: units)):"
    }
    /// Plain text: a unit of the sum.
    package static func unit(knot: String, weight: String) -> String {
      "a hinge at x = \(knot), where the slope changes by \(weight)"
    }
  }

  /// The figure of a gradient that flows back through layers.
  package enum Gradient {
    /// The slider of the arrow keys.
    package static let input = "pre-activation"
    /// The slider of the bracket keys.
    package static let depth = "layers"

    package static func setting(layers: Int, x: String) -> String {
      layers == 1 ? "1 layer at x = \(x)" : "\(layers) layers, each at x = \(x)"
    }
    /// Plain text: heads the numbers.
    package static func heading(layers: Int, x: String) -> String {
      layers == 1 ? "1 layer at x = \(x):" : "\(layers) layers, each at x = \(x):"
    }
    package static func scale(least: String) -> String {
      "log scale: full bar 1, empty bar \(least)"
    }
  }

  /// The softmax figure, drawn as bars.
  package enum Softmax {
    package static let logit = "change"
    package static let choose = "logit"
    /// The slider of the bracket keys: the symbol of the temperature.
    package static let temperature = "T"
    package static let classes = "more or fewer classes"

    package static func temperature(_ value: String) -> String { "T = \(value)" }
    package static func coldest(_ value: String) -> String {
      "T = \(value) (nearly one-hot)"
    }
    package static func hottest(_ value: String) -> String {
      "T = \(value) (nearly uniform)"
    }
    /// Under the bars.
    ///
    /// The temperature is one of the texts above, the winner a class.
    package static func facts(
      temperature: String, sum: String, entropy: String, winner: String
    ) -> String {
      "\(temperature)   sum \(sum)   entropy \(entropy) nats   argmax \(winner)"
    }
    /// Over the Jacobian matrix.
    package static let slopes = "slopes ∂p/∂z: every column sums to 0"
    /// A row of the Jacobian matrix: the probability of a class.
    package static func probability(of name: String) -> String { "p(\(name))" }

    /// Plain text: heads the classes.
    package static func heading(temperature: String) -> String {
      "Softmax at temperature \(temperature):"
    }
    /// Plain text: one class.
    package static func line(name: String, logit: String, probability: String) -> String {
      "\(name): logit \(logit), probability \(probability)"
    }
  }
}
