extension Words {
  /// Diagnosing networks that were trained or propagated with a planted fault, or without one.
  package enum Diagnose {
    package static let name = "Diagnose"
    package static let title = "Lab · Diagnose"
    package static func status(right: Int, of count: Int) -> String { "\(right) of \(count) right" }
    package static let next = "next network"
    /// Under the verdict: how to see the same network again.
    package static func again(seed: String) -> String { "tutor lab diagnose --seed \(seed)" }

    // The network, in front of the question.

    package static func classifier(
      classes: Int, inputs: Int, layers: Int, width: Int, activation: String, batch: Int
    ) -> String {
      "\(classes) classes, \(inputs) inputs, \(layers) hidden layers of \(width) units, \(activation), "
        + "batches of \(batch). What is wrong?"
    }
    package static func stream(blocks: Int, width: Int) -> String {
      "A residual stream of width \(width) through \(blocks) blocks, before training. What is wrong?"
    }
    package static func attention(keys: Int, dimension: Int) -> String {
      "Attention of \(keys) random queries to \(keys) random keys of dimension \(dimension), "
        + "before training. What is wrong?"
    }

    // The measurements.

    package static func entry(step: String, loss: String, accuracy: String) -> String {
      "step \(step)  loss \(loss)  accuracy \(accuracy)"
    }
    package static func update(_ ratio: String) -> String { "update of a step / weights  \(ratio)" }
    package static let layer = "layer"
    package static let inputs = "inputs"
    package static let logits = "logits"
    package static let rms = "rms"
    package static let slope = "slope"
    package static let dead = "dead units"
    package static let flat = "slope < 0.01"
    package static let gradient = "gradient"
    package static let block = "block"
    package static let mean = "mean"
    package static let measure = "measured at step 0"
    package static let value = "value"
    package static let scores = "sd of the scores"
    package static let largestWeight = "largest weight, mean"
    package static let entropy = "entropy, mean"
    package static func entropy(_ value: String, most: String) -> String { "\(value) of \(most)" }
    /// A quantity before the first step and after the last one.
    package static func change(from start: String, to end: String) -> String { "\(start) → \(end)" }
    package static let outputs = "outputs of layer 2 after the last step"
    package static let sums = "pre-activations of layer 2 after the last step"
    package static let stream = "the stream after the last block, in units of its rms"
    package static let weights = "largest weight of each query"

    // Causes and first things to try.

    /// A cause, and the first thing to try against it.
    package struct Texts: Sendable {
      package let cause: String
      package let remedy: String
    }

    package static let healthy = Texts(cause: "nothing is wrong", remedy: "leave it as it is")
    package static let zeroWeights = Texts(
      cause: "all weights start at 0", remedy: "draw random weights")
    package static let largeWeights = Texts(
      cause: "initial weights that are too large", remedy: "use Glorot weights")
    package static let unscaledInputs = Texts(
      cause: "inputs that were not scaled", remedy: "scale the inputs to variance 1")
    package static let sigmoidDepth = Texts(
      cause: "the slopes of many sigmoids, multiplied", remedy: "use ReLU with He weights")
    package static let deadUnits = Texts(
      cause: "units killed by large steps", remedy: "start again with a smaller rate")
    package static let rateTooLarge = Texts(
      cause: "steps so large that the loss grows", remedy: "divide the rate by ten")
    package static let rateTooSmall = Texts(
      cause: "steps too small to change anything", remedy: "raise the rate a hundredfold")
    package static let softmaxTwice = Texts(
      cause: "softmax in the model and in the loss", remedy: "let the model return logits")
    package static let wrongAxis = Texts(
      cause: "softmax over the batch", remedy: "apply softmax to the axis of the classes")
    package static let largeLogits = Texts(
      cause: "large weights in the last layer only", remedy: "shrink the weights of the last layer")
    package static let linearLeak = Texts(
      cause: "Leaky ReLU with a slope of 1", remedy: "set the slope to 0.01")
    package static let noNormalisation = Texts(
      cause: "branches without normalisation", remedy: "normalise in front of each branch")
    package static let inPlaceRectifier = Texts(
      cause: "a rectifier that overwrites the stream", remedy: "apply ReLU to a copy")
    package static let unscaledScores = Texts(
      cause: "scores that are not divided by √d", remedy: "divide the scores by √d")
    package static let scoresOverDimension = Texts(
      cause: "scores that are divided by d", remedy: "multiply the scores by √d")

    /// The belief behind a wrong first thing to try.
    package static func helpsAgainst(_ cause: String) -> String {
      "That helps against another fault: \(cause)."
    }
    /// The network is healthy.
    package static let curesNothing = "Nothing is broken here, so a change cures nothing."
    /// The network is broken, and was to be left as it is.
    package static let needsCure = "It will not get better by itself: one of the numbers is wrong."
  }
}
