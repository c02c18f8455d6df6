package import TerminalUI

extension Words {
  /// What stands around a figure of the lesson.
  package enum Figures {
    /// What a figure is called: its section's number, and its own within the section.
    package static func title(_ number: Int, section: Int) -> String {
      "Figure \(section).\(number)"
    }
    /// In a figure's head line, while nobody holds it.
    package static func takesHold(_ keys: KeyNames) -> String { "\(keys[.tab]) takes hold" }
    /// In a figure's head line, while its keys are those of the figure.
    package static func letsGo(_ keys: KeyNames) -> String { "\(keys[.escape]) lets go" }
    /// Title and caption where there is no drawing, while nobody holds the figure.
    package static func free(_ title: String, caption: String, _ keys: KeyNames) -> String {
      "\(title), \(keys[.tab]) takes hold: \(caption)"
    }
    /// Title and caption where there is no drawing, while the figure is held.
    package static func held(_ title: String, caption: String, _ keys: KeyNames) -> String {
      "\(title), held, \(keys[.escape]) lets go: \(caption)"
    }
    /// Under a plane of shades: those of numbers above 0 and those of numbers below it.
    package static func legend(above: String, below: String) -> String {
      "above 0 \(above)   below 0 \(below)"
    }
  }

  /// The figure of two linear layers that are one; W1, b1, W2 and b2 are their numbers.
  package enum Collapse {
    /// What the arrows do.
    package static let turn = "turn the number"
    package static let next = "next number"
    package static let takeOut = "take the ReLU out"
    package static let putIn = "put a ReLU between"

    /// Names the curve of the first layer alone.
    package static let firstLayer = "first layer"
    /// Names the curve of both layers.
    package static let both = "both"
    /// Names the curve of both layers with an activation function between them.
    package static let bent = "both, with a ReLU between"

    /// What both layers amount to, as in `3 x + 1`.
    package static func line(_ sum: String) -> String {
      "W2(W1 x + b1) + b2 = \(sum): one layer, whatever you turn"
    }
    /// The same in at most 50 columns.
    package static func shortLine(_ sum: String) -> String { "together = \(sum): one layer" }
    /// What both layers amount to with a ReLU between.
    package static let activation =
      "W2 max(0, W1 x + b1) + b2: a bend, and no single layer has one"
    /// The same in at most 50 columns.
    package static let shortActivation = "a bend, and no single layer has one"
  }

  /// The figure of a gradient on its way back through layers.
  package enum Gradient {
    /// What the arrows turn: the number that goes into an activation.
    package static let input = "pre-activation"
    /// What the brackets turn: how many layers there are.
    package static let depth = "layers"

    /// Heads the bars.
    package static func setting(layers: Int, x: String) -> String {
      layers == 1 ? "1 layer at x = \(x)" : "\(layers) layers, each at x = \(x)"
    }
    /// Heads the numbers where there are no bars.
    package static func heading(layers: Int, x: String) -> String {
      layers == 1 ? "1 layer at x = \(x):" : "\(layers) layers, each at x = \(x):"
    }
    /// Under the bars: how long they are.
    package static func scale(least: String) -> String { "log scale: full bar 1, none \(least)" }
  }

  /// Softmax as bars.
  package enum Softmax {
    /// What the arrows turn.
    package static let logit = "its logit"
    package static let next = "next logit"
    /// What the brackets turn: the temperature, as its symbol.
    package static let temperature = "T"
    package static let classes = "more or fewer classes"

    /// The temperature between its ends.
    package static func temperature(_ value: String) -> String { "T = \(value)" }
    /// The lowest temperature that can be set.
    package static func coldest(_ value: String) -> String {
      "T = \(value) (nearly: the largest takes all)"
    }
    /// The highest temperature that can be set.
    package static func hottest(_ value: String) -> String {
      "T = \(value) (nearly: all alike)"
    }
    /// Under the bars; the temperature is one of the clauses above, the winner a class.
    package static func facts(
      temperature: String, sum: String, entropy: String, winner: String
    ) -> String {
      "\(temperature)   sum \(sum)   entropy \(entropy) nats   argmax \(winner)"
    }
    /// Over the matrix of slopes: every column's sum is 0.
    package static let slopes = "slopes ∂pᵢ/∂zⱼ: nobody moves alone"

    /// Heads the classes where there are no bars.
    package static func heading(temperature: String) -> String {
      "Softmax at temperature \(temperature):"
    }
    /// A class where there are no bars.
    package static func line(name: String, logit: String, probability: String) -> String {
      "\(name): logit \(logit), probability \(probability)"
    }
  }
}
