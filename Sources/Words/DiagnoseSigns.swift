extension Words.Diagnose {
  /// What the numbers say: for each fault, the sign that gives it away, and the sign that is missing.
  ///
  /// A sentence with `isPlanted` explains the right answer; without, it says why this cause is wrong here.
  package enum Signs {
    package static func zeroWeights(rms: String, isPlanted: Bool) -> String {
      isPlanted
        ? "All outputs and all gradients of hidden layers are exactly 0 at step 0: only the last "
          + "bias can move."
        : "With weights of 0 all outputs and gradients are exactly 0 at step 0. Here layer 1 has "
          + "outputs with an rms of \(rms)."
    }
    package static func largeWeights(flat: String, isPlanted: Bool) -> String {
      isPlanted
        ? "At step 0, \(flat) of the outputs of layer 1 have a slope below 0.01 already, though the "
          + "inputs are scaled: the weights are too large."
        : "Large weights in all layers make the first loss large, or saturate bounded functions at "
          + "step 0, while the inputs stay near an rms of 1. The numbers show another pattern."
    }
    package static func unscaledInputs(rms: String, isPlanted: Bool) -> String {
      isPlanted
        ? "The inputs have an rms of \(rms), not about 1: layer 1 is saturated before the first step."
        : "The inputs have an rms of \(rms): that is the size that the weights were made for."
    }
    package static func sigmoidDepth(
      first: String, last: String, isPlanted: Bool
    ) -> String {
      isPlanted
        ? "At step 0 the gradient is \(last) at the last hidden layer and \(first) at the first one, "
          + "smaller by a similar factor in each layer: the slope of a sigmoid is at most ¼."
        : "Many sigmoids shrink the gradient by a similar factor in each layer. Here it is \(last) at "
          + "the last hidden layer and \(first) at the first one."
    }
    package static func deadUnits(start: String, end: String, isPlanted: Bool) -> String {
      isPlanted
        ? "In the worst layer \(start) of the units are dead before the first step, and \(end) after "
          + "the last one. A unit with slope 0 for all samples never comes back."
        : "A unit is dead if its slope is 0 for all samples. In the worst layer \(start) of them are "
          + "before the first step, and \(end) after the last one."
    }
    package static func rateTooLarge(first: String, worst: String, isPlanted: Bool) -> String {
      isPlanted
        ? "The loss starts at \(first) and reaches \(worst): each step overshoots and meets a larger "
          + "gradient."
        : "Steps that are too large make the loss grow. It starts at \(first), and the largest value "
          + "in the log is \(worst)."
    }
    /// Before training no rate has been used.
    package static let noRateYet =
      "Nothing has been trained: these numbers were measured before the first step."
    package static func rateTooSmall(
      ratio: String, first: String, last: String, isPlanted: Bool
    ) -> String {
      isPlanted
        ? "A step changes the weights by \(ratio) of their size, where 1e-3 is usual. The gradients "
          + "are healthy, and the loss went from \(first) to \(last)."
        : "Small steps change the weights by less than 1e-4 of their size; here it is \(ratio). The "
          + "loss went from \(first) to \(last)."
    }
    package static func softmaxTwice(
      accuracy: String, last: String, floor: String, classes: Int, isPlanted: Bool
    ) -> String {
      isPlanted
        ? "\(accuracy) of the answers are right, but the loss is \(last). With softmax twice it cannot "
          + "get below ln(e + \(classes - 1)) − 1 = \(floor)."
        : "With softmax twice and \(classes) classes, the loss stops above \(floor) while nearly all "
          + "answers are right. Here it is \(last), with \(accuracy) right."
    }
    package static func wrongAxis(
      first: String, batchChance: String, batch: Int, chance: String, classes: Int,
      isPlanted: Bool
    ) -> String {
      isPlanted
        ? "The first loss is \(first): near ln \(batch) = \(batchChance), the batch, and not near "
          + "ln \(classes) = \(chance), the classes."
        : "A softmax over the batch starts near ln \(batch) = \(batchChance) with small logits. Here "
          + "the first loss is \(first), and ln \(classes) is \(chance)."
    }
    package static func largeLogits(
      rms: String, first: String, chance: String, isPlanted: Bool
    ) -> String {
      isPlanted
        ? "The logits have an rms of \(rms) before anything is learned. The first loss is \(first) "
          + "instead of \(chance), because wrong confidence costs extra."
        : "Random weights should say nothing. The logits have an rms of \(rms) at step 0, and the "
          + "first loss is \(first), where chance is \(chance)."
    }
    package static func linearLeak(slope: String, accuracy: String, isPlanted: Bool) -> String {
      isPlanted
        ? "Every slope is exactly 1, so the layers multiply out to one. A line gets \(accuracy) of the "
          + "answers right here, however long it trains."
        : "With a slope of 1 every slope in the table is 1. Here layer 1 has \(slope)."
    }
    package static func noNormalisation(growth: String, isPlanted: Bool) -> String {
      isPlanted
        ? "The rms grows by a factor of \(growth) per block, about √2: each branch adds as much "
          + "variance as the stream has."
        : "Without normalisation the rms grows by about √2 = 1.41 per block; here by a factor of "
          + "\(growth)."
    }
    package static func inPlaceRectifier(mean: String, rms: String, isPlanted: Bool) -> String {
      isPlanted
        ? "After the last block the mean of the stream is \(mean), at an rms of \(rms). Branches are "
          + "as often negative as positive: something removes what is below 0."
        : "A rectifier in the stream makes its mean climb. After the last block it is \(mean), at an "
          + "rms of \(rms)."
    }
    package static func unscaledScores(
      deviation: String, root: String, isPlanted: Bool
    ) -> String {
      isPlanted
        ? "The scores have a standard deviation of \(deviation), about √d = \(root). Divided by √d it "
          + "would be 1, and no weight would take everything."
        : "Without the division the standard deviation of the scores is about √d = \(root). Here it "
          + "is \(deviation)."
    }
    package static func scoresOverDimension(
      deviation: String, root: String, isPlanted: Bool
    ) -> String {
      isPlanted
        ? "The scores have a standard deviation of \(deviation), about 1/√d with √d = \(root). All "
          + "weights are nearly equal: attention looks at nothing in particular."
        : "Divided by d, the scores have a standard deviation of 1/√d with √d = \(root). Here it is "
          + "\(deviation)."
    }

    // A network without a fault.

    package static func healthyTraining(first: String, chance: String, last: String) -> String {
      "The first loss, \(first), is near that of chance, \(chance), and falls to \(last)."
    }
    package static func healthyStream(growth: String, blocks: Int) -> String {
      "The stream grows like the root of the number of blocks: by a factor of \(growth) per block "
        + "over \(blocks) blocks, with a mean near 0."
    }
    package static func healthyScores(deviation: String) -> String {
      "The scores have a standard deviation of \(deviation), so that weights differ and none takes "
        + "everything."
    }

    // A broken network that was taken for a healthy one.

    package static func noHealthyTraining(chance: String, classes: Int) -> String {
      "A healthy classifier starts near ln \(classes) = \(chance), and its loss falls towards 0, with "
        + "live units and gradients of similar size. Compare the numbers."
    }
    package static let noHealthyStream =
      "A healthy stream grows like the root of the number of blocks, with a mean near 0. Compare the "
      + "numbers."
    package static let noHealthyScores =
      "Healthy scores have a standard deviation near 1. Compare the numbers."
  }
}
