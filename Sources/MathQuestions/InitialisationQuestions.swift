import Lessons
import Practice

/// Questions about the size of initial weights.
enum InitialisationQuestions {
  /// A layer and a rule for its weights.
  private struct Layer {
    enum Rule { case he, plain, glorot }
    enum Measure { case deviation, variance, bound }

    var inputs, outputs: Int
    /// The side of a convolution's kernel; 0 for a linear layer.
    var kernel = 0
    var rule: Rule
    var measure: Measure = .deviation

    var fanIn: Int { max(1, kernel * kernel) * inputs }
    var fanOut: Int { max(1, kernel * kernel) * outputs }

    private var denominator: Int { rule == .glorot ? fanIn + fanOut : fanIn }
    private var numerator: Int { (rule == .plain ? 1 : 2) * (measure == .bound ? 3 : 1) }

    var number: Double {
      let variance = Double(numerator) / Double(denominator)
      return measure == .variance ? variance : variance.squareRoot()
    }

    var text: String {
      let fraction = "\(numerator)/\(denominator)"
      return measure == .variance ? fraction : "√(\(fraction))"
    }

    /// Whether the number can be found in the head.
    var isPlain: Bool {
      let root = (1 / number).rounded()
      return measure == .deviation && abs(1 / number - root) < 1e-9
    }

    var code: String {
      kernel > 0
        ? "`nn.Conv2d(\(inputs), \(outputs), \(kernel))`" : "`nn.Linear(\(inputs), \(outputs))`"
    }

    private var measured: String {
      switch measure {
      case .deviation: "standard deviation"
      case .variance: "variance"
      case .bound: "bound ±b of a uniform draw"
      }
    }

    var front: String {
      switch rule {
      case .he:
        "\(code) is followed by ReLU. Which \(measured) of its weights keeps the size of signals on the way "
          + "forward?"
      case .plain:
        "\(code) has no activation after it. Which \(measured) of its weights keeps the size of "
          + "signals on the way forward?"
      case .glorot: "Which \(measured) does Glorot's rule with gain 1 give the weights of \(code)?"
      }
    }

    var explanation: String {
      let fans =
        rule == .glorot
        ? "fan_in + fan_out is \(fanIn) + \(fanOut)" : "fan_in is \(fanIn)"
      let reason =
        switch rule {
        case .he: "ReLU keeps half of the mean square, so the variance is 2/fan_in"
        case .plain: "nothing is lost, so the variance is 1/fan_in"
        case .glorot: "the variance is 2/(fan_in + fan_out)"
        }
      let last =
        switch measure {
        case .deviation: " The standard deviation is its root."
        case .variance: ""
        case .bound:
          " A uniform draw up to ±b has variance b²/3, so b is the root of three times that."
        }
      return "Here \(fans), and \(reason).\(last) That is \(text)."
    }
  }

  static func weights(_ random: inout SeededGenerator) -> AnswerSet? {
    // Twice a square and its multiples, so that He's deviation is 1 over a whole number.
    let sizes = [8, 18, 32, 50, 72, 98, 128, 162, 200, 288, 512].shuffled(using: &random)
    let (a, b) = (sizes[0], sizes[1])
    func layer(_ rule: Layer.Rule, _ inputs: Int, _ outputs: Int, _ kernel: Int = 0) -> Layer {
      Layer(inputs: inputs, outputs: outputs, kernel: kernel, rule: rule)
    }
    func measured(_ measure: Layer.Measure, _ layer: Layer) -> Layer {
      var layer = layer
      layer.measure = measure
      return layer
    }
    let he = layer(.he, a, b)
    let plain = layer(.plain, a, b)
    let layers = [
      [he, layer(.he, b, a), plain, layer(.plain, b, a)],
      [he, measured(.variance, he), plain, measured(.variance, plain)],
      [
        he, layer(.glorot, a, b), measured(.bound, he), measured(.bound, layer(.glorot, a, b)),
      ],
      [
        layer(.he, a, b, 3), layer(.he, a, b, 1), layer(.plain, a, b, 3), layer(.plain, a, b, 1),
      ],
    ].one(&random)
    let isApart = layers.indices.allSatisfy { index in
      layers.prefix(index).allSatisfy {
        abs($0.number - layers[index].number) > 0.08 * $0.number
      }
    }
    guard isApart else { return nil }
    let meanings = Dictionary(layers.map { ($0.text, $0) }) { first, _ in first }
    return AnswerSet(
      topic: .initialisation,
      answers: layers.map { layer in
        AnswerSet.Answer(
          text: layer.text, front: layer.front, explanation: layer.explanation,
          number: layer.isPlain
            ? TypedNumber(value: layer.number, tolerance: .relative(0.02)) : nil)
      },
      feedback: { asked, chosen in
        guard let right = meanings[asked.text], let wrong = meanings[chosen.text] else { return "" }
        return misconception(wrong, right)
      })
  }

  private static func misconception(_ wrong: Layer, _ right: Layer) -> String {
    if wrong.measure != right.measure {
      return switch (right.measure, wrong.measure) {
      case (.deviation, .variance):
        "That is a variance. A standard deviation is its root: for a variance of 0.01 it is 0.1, ten "
          + "times as large. Compare the two units."
      case (.variance, _):
        "That is a standard deviation, the root of the variance: a deviation of 0.1 belongs to a "
          + "variance of 0.01. Square it."
      case (.bound, _):
        "That is a standard deviation. Uniform numbers up to ±1 have one of only 0.577, so the bound "
          + "is larger by √3. Which one is asked for?"
      default:
        "That is the bound of a uniform draw. Numbers up to ±1 have a standard deviation of only "
          + "0.577, so the two differ by √3."
      }
    }
    if wrong.rule == .glorot || right.rule == .glorot {
      return right.rule == .glorot
        ? "That counts one side of the layer only. Glorot balances both directions: add fan_in, "
          + "\(right.fanIn), and fan_out, \(right.fanOut), before you divide."
        : "That is Glorot's rule, with fan_in + fan_out. Here only fan_in counts, \(right.fanIn), "
          + "because ReLU's lost half is made up on the way forward."
    }
    if wrong.fanIn != right.fanIn {
      return right.kernel > 0
        ? "That counts \(wrong.fanIn) inputs for each unit. Every output of this convolution sees "
          + "\(right.kernel) × \(right.kernel) places in each of \(right.inputs) channels."
        : "That divides by the layer's outputs, fan_out, which is \(right.fanOut). A unit sums over "
          + "its inputs: look at the first number in the code."
    }
    return right.rule == .he
      ? "That forgets the ReLU: it sets half of the signals to 0, so the mean square halves in each "
        + "layer, to 2⁻¹⁰ after ten, unless the weights make up for it."
      : "That makes up for a ReLU which is not there. Without one, twice the variance doubles the "
        + "mean square in each layer: 1,024-fold after ten."
  }
}
