/// Losses in nats that take logits, so that no logarithm of a rounded probability is formed.
public enum Losses {
  /// Binary cross-entropy: −w·y·ln σ(z) − (1 − y)·ln(1 − σ(z)).
  ///
  /// - Parameters:
  ///   - logit: z; the predicted probability is σ(z).
  ///   - target: y, the true probability of the positive class, from 0 to 1.
  ///   - positiveWeight: w, the weight of the positive class; at least 0.
  /// - Returns: The loss of one sample, at least 0.
  /// - Source: PyTorch's `BCEWithLogitsLoss`; −ln σ(z) = softplus(−z) = max(−z, 0) + ln(1 + e^−|z|).
  public static func binaryCrossEntropy(
    logit: Double, target: Double, positiveWeight: Double = 1
  ) -> Double {
    weighted(1 - target, softplus(logit)) + weighted(positiveWeight * target, softplus(-logit))
  }

  /// Cross-entropy −Σ qᵢ ln pᵢ between smoothed targets and softmax of the logits.
  ///
  /// - Parameters:
  ///   - logits: K numbers.
  ///   - target: The index of the true class.
  ///   - labelSmoothing: ε from 0 to 1; q is 1 − ε + ε/K at the target and ε/K elsewhere.
  /// - Returns: The loss of one sample, at least 0; infinite if a class with q > 0 is masked.
  /// - Precondition: `target` is an index of `logits`.
  /// - Source: PyTorch's `CrossEntropyLoss`; label smoothing from Szegedy et al. 2016, §7.
  public static func crossEntropy(
    logits: [Double], target: Int, labelSmoothing: Double = 0
  ) -> Double {
    precondition(logits.indices.contains(target), "the target must be one of the classes")
    let shifted = ShiftedLogits(logits, temperature: 1)
    let maximum = logits[shifted.largest]
    let even = labelSmoothing / Double(logits.count)
    var loss = RealMath.log1p(shifted.rest)
    for (i, difference) in shifted.differences.enumerated() {
      let q = i == target ? 1 - labelSmoothing + even : even
      // The difference of two finite logits may overflow although q times it does not.
      loss +=
        difference == -.infinity && logits[i].isFinite && maximum.isFinite
        ? q * maximum - q * logits[i] : weighted(q, -difference)
    }
    return loss
  }

  /// ln(1 + e^z).
  private static func softplus(_ z: Double) -> Double {
    max(z, 0) + RealMath.log1p(RealMath.exp(-z.magnitude))
  }

  /// `weight · amount`, and 0 for weight 0 even if the amount is infinite.
  private static func weighted(_ weight: Double, _ amount: Double) -> Double {
    weight == 0 && !amount.isNaN ? 0 : weight * amount
  }
}
