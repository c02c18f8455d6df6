/// Softmax of a vector of logits, computed from differences to the largest logit.
///
/// A logit of −infinity masks its class: probability 0, log-probability −infinity. Logits of
/// +infinity share the whole probability equally, which is the limit. A NaN logit, or only masked
/// classes, gives NaN everywhere.
///
/// - Source: Bridle 1990; the stable form uses that softmax(z + c) = softmax(z).
public enum Softmax {
  /// The probabilities e^(zᵢ/T) / Σⱼ e^(zⱼ/T).
  ///
  /// - Parameters:
  ///   - logits: K numbers; may be empty.
  ///   - temperature: T; above 1 flattens, below 1 sharpens.
  /// - Returns: K probabilities in the same order.
  /// - Precondition: `temperature` is positive and finite.
  public static func probabilities(_ logits: [Double], temperature: Double = 1) -> [Double] {
    let shifted = ShiftedLogits(logits, temperature: temperature)
    return shifted.differences.indices.map { shifted.probability($0) }
  }

  /// The logarithms of the probabilities, in nats.
  ///
  /// A probability that rounds to 1 keeps its logarithm: for logits 0 and 37 the larger has
  /// −8.5e-17, by log1p of the sum of the others.
  ///
  /// - Parameters:
  ///   - logits: K numbers; may be empty.
  ///   - temperature: T; above 1 flattens, below 1 sharpens.
  /// - Returns: K numbers of at most 0, in the same order.
  /// - Precondition: `temperature` is positive and finite.
  public static func logProbabilities(_ logits: [Double], temperature: Double = 1) -> [Double] {
    let shifted = ShiftedLogits(logits, temperature: temperature)
    let logTotal = RealMath.log1p(shifted.rest)
    return shifted.differences.map { $0 - logTotal }
  }

  /// The derivatives ∂pᵢ/∂zⱼ = pᵢ(δᵢⱼ − pⱼ)/T.
  ///
  /// - Parameters:
  ///   - logits: K numbers; may be empty.
  ///   - temperature: T; above 1 flattens, below 1 sharpens.
  /// - Returns: `[K, K]` numbers; row i holds the derivatives of probability i.
  /// - Precondition: `temperature` is positive and finite.
  public static func jacobian(_ logits: [Double], temperature: Double = 1) -> [[Double]] {
    let shifted = ShiftedLogits(logits, temperature: temperature)
    let p = shifted.differences.indices.map { shifted.probability($0) }
    return p.indices.map { i in
      p.indices.map { j in
        p[i] * (i == j ? shifted.complement(i) : -p[j]) / temperature
      }
    }
  }

  /// The smooth maximum ln Σⱼ e^(zⱼ), in nats.
  ///
  /// - Parameter logits: K numbers.
  /// - Returns: The logarithm of the sum; −infinity for no logits or only masked ones.
  public static func logSumExp(_ logits: [Double]) -> Double {
    guard let largest = logits.max(), largest > -.infinity || logits.contains(where: \.isNaN) else {
      return -.infinity
    }
    return largest + RealMath.log1p(ShiftedLogits(logits, temperature: 1).rest)
  }
}

/// Logits as differences to the largest one, over the temperature.
struct ShiftedLogits {
  /// (zᵢ − max z)/T, at most 0; all NaN if the logits have no softmax.
  let differences: [Double]
  /// The index of the largest logit, the first of equals; 0 if there are none.
  let largest: Int
  /// Σ e^differences without the largest one, whose term is exactly 1.
  let rest: Double

  init(_ logits: [Double], temperature: Double) {
    precondition(temperature > 0 && temperature.isFinite, "the temperature must be positive")
    let maximum = logits.max() ?? 0
    guard maximum > -.infinity, !logits.contains(where: \.isNaN) else {
      differences = logits.map { _ in .nan }
      largest = 0
      rest = .nan
      return
    }
    let shifted = logits.map { logit -> Double in
      guard logit != maximum else { return 0 }
      let difference = logit - maximum
      // The difference of two finite logits may overflow.
      return difference.isFinite
        ? difference / temperature : logit / temperature - maximum / temperature
    }
    let position = logits.firstIndex(of: maximum) ?? 0
    differences = shifted
    largest = position
    rest = shifted.indices.reduce(0) { $1 == position ? $0 : $0 + RealMath.exp(shifted[$1]) }
  }

  /// Probability i.
  func probability(_ i: Int) -> Double {
    RealMath.exp(differences[i]) / (1 + rest)
  }

  /// One minus probability i; for the largest from the sum of the others, so nothing cancels.
  func complement(_ i: Int) -> Double {
    i == largest ? rest / (1 + rest) : 1 - probability(i)
  }
}
