#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A fault of a network, or none, with what it does to the numbers that are logged.
struct FaultCase {
  /// In the id of a question, and before "/diagnosis" in the concept of the flashcard with the same fact: permanent.
  var id: String
  /// The end of "The cause: …".
  var cause: String
  /// The first thing to try.
  var remedy: String
  /// What is measured.
  var sign: String
  /// Why the fault leads to that.
  var reason: String
}

extension FaultCase {
  private static func text(_ number: Double, _ decimals: Int = 3) -> String {
    NumberNotation.fixed(number, decimals)
  }

  /// Logs of a classifier: the first loss, the loss at the end, and the accuracy in training.
  ///
  /// - Parameters:
  ///   - classes: K, at least 3.
  ///   - batch: The size of a batch, other than K.
  ///   - smoothing: ε of label smoothing.
  /// - Returns: Faults with different signs.
  static func ofClassifier(classes: Int, batch: Int, smoothing: Double) -> [FaultCase] {
    let (k, start) = (Double(classes), text(log(Double(classes))))
    let doubled = log(M_E + k - 1) - 1
    let (right, other) = (1 - smoothing + smoothing / k, smoothing / k)
    let floor = -right * log(right) - (k - 1) * other * log(other)
    let guess = text(100 / k, 0)
    return [
      FaultCase(
        id: "softmax-twice",
        cause: "softmax is applied twice, in the model and in the loss",
        remedy: "hand the logits to the loss, without softmax",
        sign:
          "the loss starts at \(start) and stops at \(text(doubled)), with 99 % of the answers right",
        reason: "the outer softmax sees only numbers from 0 to 1, so even a perfect answer leaves "
          + "ln(e + K − 1) − 1 = \(text(doubled))"),
      FaultCase(
        id: "label-smoothing",
        cause: "no fault: labels are smoothed by \(NumberNotation.short(smoothing))",
        remedy: "nothing, but report a loss without smoothing",
        sign:
          "the loss starts at \(start) and stops at \(text(floor)), with 99 % of the answers right",
        reason:
          "smoothed targets have an entropy of their own, \(text(floor)), and no loss is below"),
      FaultCase(
        id: "wrong-axis",
        cause: "softmax runs over the batch instead of the classes",
        remedy: "set the `dim` of softmax to the axis of classes",
        sign:
          "the loss starts at \(text(log(Double(batch)))), and another batch size moves that start",
        reason:
          "\(batch) examples compete for one class, so the loss starts at ln \(batch) instead of "
          + "ln \(classes)"),
      FaultCase(
        id: "zero-weights",
        cause: "all weights start at 0",
        remedy: "draw the first weights at random",
        sign: "the loss stays at \(start), only the last bias has a gradient, and "
          + "\(guess) % of the answers are right",
        reason: "all hidden outputs are 0, so no weight gets a gradient, and the loss stays at ln K"
      ),
      FaultCase(
        id: "nll-logits",
        cause: "the negative log-likelihood gets raw logits",
        remedy: "take log-softmax before that loss",
        sign:
          "the loss starts near 0.0, falls to −35 and then to −630, with \(guess) % of the answers right",
        reason: "a loss of log-probabilities is never below 0; this one just rewards large outputs"),
      FaultCase(
        id: "sound-run",
        cause: "no fault: this run is sound",
        remedy: "nothing, the run is as it should be",
        sign: "the loss starts at \(start) and ends at 0.010, with 99 % of the answers right",
        reason: "it starts at ln K and can fall to nearly 0"),
    ]
  }

  /// Logs of a yes-or-no network.
  ///
  /// - Parameter share: The share of positive examples.
  /// - Returns: Faults with different signs.
  static func ofBinary(share: Double) -> [FaultCase] {
    let prior = -share * log(share) - (1 - share) * log(1 - share)
    // A sigmoid of a sigmoid: the raw output is in (0, 1).
    func loss(_ positive: Double, _ negative: Double) -> Double {
      share * log1p(exp(-positive)) + (1 - share) * log1p(exp(negative))
    }
    let (first, floor) = (loss(0.5, 0.5), loss(1, 0))
    let majority = text(100 * max(share, 1 - share), 0)
    return [
      FaultCase(
        id: "sigmoid-twice",
        cause: "a sigmoid is applied twice, in the model and in the loss",
        remedy: "hand the raw outputs to the loss",
        sign:
          "the loss starts at \(text(first)) and stops at \(text(floor)), with 99 % of the answers right",
        reason: "outputs of a sigmoid lie between 0 and 1, so even perfect ones leave "
          + "0.313 for a positive and 0.693 for a negative"),
      FaultCase(
        id: "base-rate",
        cause: "the network has learned only the base rate",
        remedy: "count the positives that are found, not the accuracy",
        sign:
          "the loss starts at 0.693 and stops at \(text(prior)), with \(majority) % of the answers right",
        reason: "\(text(prior)) is the entropy of the base rate: every example gets the same answer"
      ),
      FaultCase(
        id: "rate-bias",
        cause: "no fault: the output bias starts at the base rate",
        remedy: "nothing, this start saves the first hundred steps",
        sign: "the loss starts at \(text(prior)) and ends at 0.010, with 99 % of the answers right",
        reason:
          "a bias of ln(π/(1 − π)) starts at the entropy of the base rate, \(text(prior)), and "
          + "the loss goes on falling"),
      FaultCase(
        id: "plain-start",
        cause: "no fault: an ordinary start with a bias of 0",
        remedy: "at most start the bias at the log-odds",
        sign: "the loss starts at 0.693 and ends at 0.010, with 99 % of the answers right",
        reason: "with a bias of 0 the first answers are 50 %, so the loss starts at ln 2"),
    ]
  }

  /// The size of signals by depth.
  ///
  /// - Parameter blocks: Three depths in rising order.
  /// - Returns: Faults with different signs.
  static func ofDepth(_ blocks: [Int]) -> [FaultCase] {
    func sizes(_ size: (Double) -> Double) -> String {
      let texts = blocks.map { NumberNotation.significant(size(Double($0))) }
      let places = blocks.map(String.init)
      return "the size (rms) of the signals is \(texts.joined(separator: ", ")) after "
        + "\(places.joined(separator: ", ")) layers"
    }
    return [
      FaultCase(
        id: "residual-sum",
        cause: "residual blocks without normalisation",
        remedy: "normalise at the start of each branch",
        sign: sizes { pow(2, $0 / 2) },
        reason:
          "each block adds a branch as large as the stream, so the variance doubles: √2 a block"),
      FaultCase(
        id: "pre-norm",
        cause: "no fault: residual blocks with pre-norm",
        remedy: "nothing, this growth is slow enough",
        sign: sizes { (1 + $0).squareRoot() },
        reason: "each normalised branch adds variance 1, so the size after L blocks is √(1 + L)"),
      FaultCase(
        id: "small-weights",
        cause: "ReLU layers with weights of variance 1/fan_in",
        remedy: "use variance 2/fan_in, He's rule",
        sign: sizes { pow(0.5, $0 / 2) },
        reason: "ReLU halves the mean square and nothing makes up for it: 1/√2 a layer"),
      FaultCase(
        id: "he-weights",
        cause: "no fault: ReLU layers with He's rule",
        remedy: "nothing here, the signals keep their size",
        sign: sizes { _ in 1 },
        reason: "variance 2/fan_in makes up for the half that ReLU takes away"),
      FaultCase(
        id: "large-weights",
        cause: "ReLU layers with weights of variance 8/fan_in",
        remedy: "divide the first weights by 2",
        sign: sizes { pow(2, $0) },
        reason: "8/fan_in is four times He's variance, so signals double in size in each layer"),
    ]
  }
}

extension FaultCase {
  /// The ids of all faults.
  static let ids =
    (ofClassifier(classes: 10, batch: 32, smoothing: 0.1) + ofBinary(share: 0.1)
    + ofDepth([1, 2, 4]))
    .map(\.id)
}
