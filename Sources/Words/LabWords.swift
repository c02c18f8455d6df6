extension Words {
  /// The list of experiments.
  package enum Lab {
    package static let name = "Lab"
    package static let open = "open"
    package static let aboutFlow = "deep networks: the gradient at the first layer"
    package static let aboutRace = "train activations live: same seed, same data"
    package static let aboutClinic = "logits for which a formula breaks"
    package static let aboutDiagnose = "networks with a planted fault: name it from the numbers"
  }

  /// Gradient flow: two deep networks, A and B, side by side.
  package enum Flow {
    package static let name = "Gradient flow"
    package static let title = "Lab · Gradient flow"

    package static let gradient = "gradient at each layer"
    package static let spread = "spread of the activations"
    package static let dead = "dead units"

    /// Settings of a network; their names have at most 15 columns.
    package enum Sliders {
      package static let activation = "activation"
      package static let initialisation = "initialisation"
      /// The standard deviation of a normal initialisation.
      package static let deviation = "its σ"
      package static let depth = "layers"
      package static let width = "width"
      package static let layerNorm = "LayerNorm"
      package static let residual = "residual"

      package static let normal = "normal"
      package static let yes = "yes"
      package static let no = "no"
    }

    /// The change of a gradient on its way back to the first layer.
    package enum Fate {
      case arrives, decays, grows, vanishes, explodes
    }

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

    package static func scale(low: Int, high: Int) -> String {
      "log scale, empty bar 1e\(low), full bar 1e\(high)"
    }
    package static let shares = "full bar: 100 %"
    /// Under the bars, if the header is too narrow for the quantity.
    package static func measured(_ measure: String, scale: String) -> String {
      "\(measure); \(scale)"
    }
    package static func fromInput(scale: String) -> String { "0 is the input; \(scale)" }

    package static func network(_ name: String, sliders: [String]) -> String {
      "Network \(name): \(sliders.joined(separator: ", "))."
    }
    package static func slider(_ name: String, value: String) -> String { "\(name) \(value)" }
    package static func activeSlider(_ name: String, value: String) -> String {
      "[selected] \(name) \(value)"
    }
    package static func layer(_ number: Int, value: String) -> String {
      "layer \(number): \(value)"
    }

    /// Actions of keys.
    package enum Keys {
      package static let turn = "change"
      package static let slider = "setting"
      package static let other = "other network"
      package static let measure = "next quantity"
      package static let weights = "new weights"
    }
  }

  /// The numerics clinic: logits for which formulas overflow or underflow.
  package enum Clinic {
    package static let name = "Numerics clinic"
    package static let title = "Lab · Numerics clinic"
    package static let prompt = "Logits: "
    package static let unreadable = "Give one to eight numbers, as in 2, 1, 0."

    package static let softmax = "softmax: eᶻ / Σ eᶻ"
    package static let crossEntropy = "cross-entropy: −ln p, if this class is the right one"
    package static let binary = "sigmoid, then BCE, for target 0: −ln(1 − σ(z))"

    package static let columns = ["z", "naive float32", "naive float64", "stable"]
    /// The same in at most 8 columns each.
    package static let narrowColumns = ["z", "float32", "float64", "stable"]

    /// Plain text: a row of the softmax table.
    package static func probability(
      z: String, single: String, double: String, stable: String
    ) -> String {
      "z = \(z): p naive in float32 \(single), in float64 \(double), stable \(stable)"
    }
    /// Plain text: a row of the other tables.
    package static func loss(
      z: String, single: String, double: String, stable: String
    ) -> String {
      "z = \(z): loss naive in float32 \(single), in float64 \(double), stable \(stable)"
    }

    /// Under the softmax table, while nothing overflows.
    package static func whole(room: String) -> String {
      "Nothing overflows yet: \(room) more, and e^z overflows in float32."
    }
    /// Under the softmax table.
    ///
    /// The precision is `float32` or `float64`.
    package static func broken(in precision: String, largest: String, limit: String) -> String {
      "Overflow in \(precision): e^\(largest) is infinite (from z = \(limit)), and inf/inf is NaN."
    }
    package static let remedy =
      "Stable: subtract the largest logit from all of them first; softmax stays the same."
    package static let crossEntropyOfZero = "A probability was rounded to 0, and −ln 0 is infinite."
    package static let crossEntropyOfNaN = "inf/inf is NaN, and so is its logarithm."
    package static let crossEntropyRemedy =
      "Stable: from logits the loss is lse(z) − z, which is always finite."
    package static let binaryBroken =
      "σ(z) has rounded to 1, and ln 0 is infinite: from about z = 17 in float32, 37 in float64. "
      + "BCE with logits is max(z, 0) + ln(1 + e^−|z|) here."

    package static let twiceTitle = "softmax applied twice"
    /// As wide as ``twice(_:)``.
    package static func once(_ probabilities: String) -> String { "once:  \(probabilities)" }
    package static func twice(_ probabilities: String) -> String { "twice: \(probabilities)" }
    package static func twiceLimit(_ most: String) -> String {
      "The second never exceeds \(most), for any logits. Never pass probabilities "
        + "to a loss that expects logits."
    }

    /// Actions of keys.
    package enum Keys {
      package static let logit = "change by 1"
      package static let faster = "by 10"
      package static let choose = "logit"
      package static let allMore = "add 100 to all"
      package static let allLess = "subtract 100 from all"
      package static let type = "type logits"
      package static let scroll = "scroll"
    }
  }
}
