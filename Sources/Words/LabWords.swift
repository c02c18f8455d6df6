extension Words {
  /// The list of experiments.
  package enum Lab {
    /// The screen's name.
    package static let name = "Lab"
    /// Opens the experiment under the list's cursor.
    package static let open = "open"
    /// What the experiments are about, each under its name.
    package static let aboutFlow = "deep networks: what arrives at the first layer"
    package static let aboutRace = "activations from one seed on the same data, live"
    package static let aboutClinic = "logits, and the moment when a formula breaks"
  }

  /// Gradient flow: two deep networks, A and B, side by side.
  package enum Flow {
    /// The screen's name.
    package static let name = "Gradient flow"
    /// The screen's header.
    package static let title = "Lab · Gradient flow"

    /// What the bars show; in the header, and before what a full bar means.
    package static let gradient = "gradient that arrives"
    package static let spread = "spread of the activations"
    package static let dead = "dead units"

    /// What is turned on a network, in at most 15 columns each.
    package enum Sliders {
      package static let activation = "activation"
      package static let initialisation = "initialisation"
      /// The standard deviation of a normal initialisation.
      package static let deviation = "its σ"
      package static let depth = "layers"
      /// Units in a layer.
      package static let width = "width"
      package static let layerNorm = "LayerNorm"
      /// Whether layers add to what they were given.
      package static let residual = "residual"

      /// An initialisation from the normal distribution.
      package static let normal = "normal"
      package static let yes = "yes"
      package static let no = "no"
    }

    /// What becomes of a gradient.
    package enum Fate {
      case arrives, decays, grows, vanishes, explodes
    }

    /// What becomes of the gradient of the network that is named before.
    package static func verdict(_ fate: Fate, share: String) -> String {
      switch fate {
      case .arrives: "arrives: \(share) of it"
      case .decays: "decays to \(share)"
      case .grows: "grows to \(share)"
      case .vanishes: "vanishes: \(share)"
      case .explodes: "explodes: \(share)"
      }
    }
    /// The same as a sentence.
    package static func sentence(_ fate: Fate, share: String) -> String {
      switch fate {
      case .arrives: "The gradient arrives: \(share) of it."
      case .decays: "The gradient decays to \(share)."
      case .grows: "The gradient grows to \(share)."
      case .vanishes: "The gradient vanishes: \(share)."
      case .explodes: "The gradient explodes: \(share)."
      }
    }

    /// Under the bars: how long they are.
    package static func scale(low: Int, high: Int) -> String {
      "log scale, no bar 1e\(low), full bar 1e\(high)"
    }
    /// Under bars that show shares.
    package static let shares = "a full bar is all of them"
    /// Under the bars, where the header has no room for what they show.
    package static func measured(_ measure: String, scale: String) -> String {
      "\(measure); \(scale)"
    }
    /// Under bars of which the first stands for the input.
    package static func fromInput(scale: String) -> String { "0 is the input; \(scale)" }

    /// A network where there are no bars: its letter and its sliders.
    package static func network(_ name: String, sliders: [String]) -> String {
      "Network \(name): \(sliders.joined(separator: ", "))."
    }
    /// A slider and what it says.
    package static func slider(_ name: String, value: String) -> String { "\(name) \(value)" }
    /// The slider that the arrows turn.
    package static func activeSlider(_ name: String, value: String) -> String {
      "[turns] \(name) \(value)"
    }
    /// A layer and its value.
    package static func layer(_ number: Int, value: String) -> String {
      "layer \(number): \(value)"
    }

    /// What keys do.
    package enum Keys {
      /// Turns the slider.
      package static let turn = "turn"
      /// Chooses another slider.
      package static let slider = "slider"
      package static let other = "the other network"
      package static let measure = "what the bars show"
      /// Draws the weights anew.
      package static let weights = "other weights"
    }
  }

  /// The numerics clinic: logits, and where formulas with them break.
  package enum Clinic {
    /// The screen's name.
    package static let name = "Numerics clinic"
    /// The screen's header.
    package static let title = "Lab · Numerics clinic"
    /// Stands before the logits that are being typed.
    package static let prompt = "Logits: "
    /// Answers logits that cannot be read.
    package static let unreadable = "Give one to eight numbers, as in 2, 1, 0."

    /// Head the tables.
    package static let softmax = "softmax: eᶻ / Σ eᶻ"
    package static let crossEntropy = "cross-entropy: −ln p, if that class is the right one"
    package static let binary = "sigmoid, then BCE, for target 0: −ln(1 − σ(z))"

    /// Head the columns: the logit, by the formula in two precisions, by the stable way.
    package static let columns = ["z", "naive float32", "naive float64", "stable"]
    /// The same in at most 8 columns each.
    package static let narrowColumns = ["z", "float32", "float64", "stable"]

    /// A row of the softmax table where there is no table.
    package static func probability(
      z: String, single: String, double: String, stable: String
    ) -> String {
      "z = \(z): p naive in float32 \(single), in float64 \(double), stable \(stable)"
    }
    /// A row of the other tables where there is no table.
    package static func loss(
      z: String, single: String, double: String, stable: String
    ) -> String {
      "z = \(z): loss naive in float32 \(single), in float64 \(double), stable \(stable)"
    }

    /// Under the softmax table while everything can be computed.
    package static func whole(room: String) -> String {
      "Nothing breaks yet: \(room) more, and e^z leaves float32."
    }
    /// Under the softmax table: where a precision, `float32` or `float64`, ends.
    package static func broken(in precision: String, largest: String, limit: String) -> String {
      "Broken in \(precision): e^\(largest) is infinite from z = \(limit) on, and inf/inf is NaN."
    }
    /// Behind it: what to do.
    package static let remedy =
      "Stable: take the largest logit off all of them first; softmax does not notice."
    /// Under the cross-entropy table where something broke.
    package static let crossEntropyBroken =
      "A probability that rounded to 0 has no logarithm. From logits the loss is lse(z) − z, which is "
      + "always a number."
    /// Under the last table where something broke.
    package static let binaryBroken =
      "σ(z) has rounded to 1, and ln 0 is infinite: from about z = 17 in float32, 37 in float64. "
      + "BCE with logits is max(z, 0) + ln(1 + e^−|z|) here."

    /// Heads what softmax of softmax gives.
    package static let twiceTitle = "softmax applied twice"
    /// The probabilities; as wide as ``twice(_:)``.
    package static func once(_ probabilities: String) -> String { "once:  \(probabilities)" }
    /// The probabilities taken for logits.
    package static func twice(_ probabilities: String) -> String { "twice: \(probabilities)" }
    /// Under both.
    package static func twiceLimit(_ most: String) -> String {
      "The second one never says more than \(most), however sure the first one is: that is why a loss "
        + "that takes logits must not be given probabilities."
    }

    /// What keys do.
    package enum Keys {
      /// What the arrows turn.
      package static let logit = "the logit, by 1"
      package static let faster = "by 10"
      package static let next = "next logit"
      package static let allMore = "all by 100 more"
      package static let allLess = "all by 100 less"
      package static let type = "type logits"
      package static let scroll = "scroll"
    }
  }
}
