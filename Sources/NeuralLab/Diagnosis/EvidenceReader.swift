#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Names the fault of a network from what was measured, by rules of thumb.
///
/// The rules see what a learner sees. The first one that applies decides.
public enum EvidenceReader {
  /// The fault that the evidence shows; nil if it shows none.
  public static func fault(in evidence: Evidence) -> Fault? {
    switch evidence {
    case .training(let training): training.signs.first { $0.isShown }?.fault
    case .stream(let stream): stream.fault
    case .attention(let attention): attention.fault
    }
  }
}

extension TrainingEvidence {
  /// The loss of a network that gives every class the same probability.
  public var chance: Double { Double.logarithm(Double(classes)) }
  /// The loss of a softmax over the batch that gives every sample the same probability.
  public var batchChance: Double { Double.logarithm(Double(batch)) }
  /// The least loss if the loss takes probabilities for logits: 1 for the right class and 0 for the others.
  public var floorOfTwice: Double {
    Double.logarithm(Double.exponential(1) + Double(classes - 1)) - 1
  }

  public var firstLoss: Double { log.first?.loss ?? .nan }
  public var lastLoss: Double { log.last?.loss ?? .nan }
  /// The largest loss in the log.
  public var worstLoss: Double { log.map(\.loss).max() ?? .nan }
  public var lastAccuracy: Double { log.last?.accuracy ?? .nan }

  /// The gradient at the first hidden layer relative to that at the last one, before the first step.
  public var gradientShare: Double {
    (start.hidden.first?.gradient ?? 0) / (start.hidden.last?.gradient ?? 1)
  }
  /// The largest fraction of dead units in a layer before the first step.
  public var deadAtStart: Double { start.hidden.map(\.dead).max() ?? 0 }
  /// The largest fraction of dead units in a layer after the last step.
  public var deadAtEnd: Double { end.hidden.map(\.dead).max() ?? 0 }

  /// The rules, the most certain one first.
  fileprivate var signs: [(fault: Fault, isShown: Bool)] {
    [
      // Nothing comes forward, and nothing goes back.
      (.zeroWeights, start.hidden.allSatisfy { $0.rms == 0 && $0.gradient == 0 }),
      (.unscaledInputs, inputRMS >= 3),
      // Random weights say nothing about a sample: the loss is that of chance, but among 32 samples.
      (.wrongAxis, start.logits < 0.5 && abs(firstLoss - batchChance) < abs(firstLoss - chance)),
      (.largeWeights, isBounded && (start.hidden.first?.flat ?? 0) >= 0.3),
      (.sigmoidDepth, start.hidden.count >= 5 && gradientShare < 0.01),
      // Every slope is 1: whatever the function is called, it is the identity.
      (.linearLeak, start.hidden.allSatisfy { $0.slope == 1 }),
      (.deadUnits, deadAtStart <= 0.3 && deadAtEnd >= 0.5),
      (.rateTooLarge, !(worstLoss < 3 * max(firstLoss, chance))),
      (.largeLogits, start.logits >= 0.8),
      (.rateTooSmall, (updateRatio ?? 1) < 1e-4 && lastLoss > 0.9 * firstLoss),
      (.softmaxTwice, lastAccuracy >= 0.85 && lastLoss > 0.97 * floorOfTwice),
    ]
  }
}

extension StreamEvidence {
  /// The growth of the stream per block, the geometric mean.
  public var growth: Double {
    guard let first = blocks.first, let last = blocks.last, last.number > 0 else { return 1 }
    return pow(last.rms / first.rms, 1 / Double(last.number))
  }
  /// The mean of the stream after the last block, relative to its root mean square.
  public var drift: Double { blocks.last.map { abs($0.mean) / $0.rms } ?? 0 }

  /// Independent branches add variances: by a constant amount if they are normalised, by a factor of 2 if not.
  fileprivate var fault: Fault? {
    if growth > 1.3 { return .noNormalisation }
    return drift > 0.47 ? .inPlaceRectifier : nil
  }
}

extension AttentionEvidence {
  /// The entropy of equal weights in nats.
  public var mostEntropy: Double { Double.logarithm(Double(keys)) }

  /// A score is a sum of `dimension` products of variance 1; divided by √d it has variance 1.
  fileprivate var fault: Fault? {
    switch scoreDeviation {
    case 2...: .unscaledScores
    case ..<0.5: .scoresOverDimension
    default: nil
    }
  }
}
