#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The measurements of a network, to three significant digits: what a learner is shown, and nothing else.
public enum Evidence: Equatable, Sendable {
  case training(TrainingEvidence)
  case stream(StreamEvidence)
  case attention(AttentionEvidence)

  /// A number to three significant digits, as it is shown.
  static func shown(_ number: Double) -> Double {
    guard number != 0, number.isFinite else { return number }
    let scale = pow(10, 2 - log10(abs(number)).rounded(.down))
    guard scale.isFinite, scale > 0 else { return number }
    return (number * scale).rounded() / scale
  }
}

/// The course of a classifier's training.
public struct TrainingEvidence: Equatable, Sendable {
  /// A line of the log.
  public struct Entry: Equatable, Sendable {
    /// The number of steps before.
    public var step: Int
    /// The loss of the step's batch in nats.
    public var loss: Double
    /// The accuracy on all training samples.
    public var accuracy: Double
  }

  /// A hidden layer at one time, measured on all training samples.
  public struct Layer: Equatable, Sendable {
    /// The root mean square of the outputs.
    public var rms: Double
    /// The fraction of outputs with |slope| < 0.01.
    public var flat: Double
    /// The fraction of units with slope 0 on every sample.
    public var dead: Double
    /// The root mean square of the slopes.
    public var slope: Double
    /// The root mean square of the gradient with respect to the layer's weights.
    public var gradient: Double
  }

  /// All layers at one time.
  public struct Layers: Equatable, Sendable {
    public var hidden: [Layer]
    /// The root mean square of the logits.
    public var logits: Double
    /// The root mean square of the gradient with respect to the weights of the last layer.
    public var lastGradient: Double
  }

  /// The number of classes.
  public let classes: Int
  /// Samples per step.
  public let batch: Int
  /// The number of inputs.
  public let inputs: Int
  /// Units per hidden layer.
  public let width: Int
  /// The name of the activation, without its parameters.
  public let activation: String
  /// Whether the activation has bounds, and therefore slopes near 0 at both ends.
  public let isBounded: Bool
  /// The root mean square of the inputs.
  public let inputRMS: Double
  /// Some steps, the first and the last one included.
  public let log: [Entry]
  /// Before the first step.
  public let start: Layers
  /// After the last step.
  public let end: Layers
  /// The root mean square of a step's change of the weights, relative to that of the weights: the median of the hidden
  /// layers; nil if the weights are 0.
  public let updateRatio: Double?
  /// Outputs of the second hidden layer after the last step, or its pre-activations for functions without bounds.
  public let histogram: LabHistogram
}

/// A stream of residual blocks before training.
public struct StreamEvidence: Equatable, Sendable {
  public struct Block: Equatable, Sendable {
    /// From 0, the input.
    public var number: Int
    /// The root mean square of the stream after the block.
    public var rms: Double
    /// The mean of the stream after the block.
    public var mean: Double
  }

  /// The width of the stream.
  public let width: Int
  /// Some blocks, the input and the last one included.
  public let blocks: [Block]
  /// The stream after the last block, relative to its root mean square.
  public let histogram: LabHistogram
}

/// The scores and weights of attention before training.
public struct AttentionEvidence: Equatable, Sendable {
  /// The number of keys.
  public let keys: Int
  /// The dimension of queries and keys, whose entries have variance 1.
  public let dimension: Int
  /// The standard deviation of the scores.
  public let scoreDeviation: Double
  /// The largest weight of a query, the mean over all queries.
  public let largestWeight: Double
  /// The entropy of a query's weights in nats, the mean over all queries; at most ln of the number of keys.
  public let entropy: Double
  /// The largest weights of all queries.
  public let histogram: LabHistogram
}

/// Counts in bins of equal width.
public struct LabHistogram: Equatable, Sendable {
  /// The lower bound of the first bin and the upper bound of the last one.
  public let range: ClosedRange<Double>
  public let counts: [Int]
  /// The number of values below the range.
  public let below: Int
  /// The number of values above the range.
  public let above: Int

  /// Counts numbers; NaN is not counted.
  init(_ numbers: [Double], in range: ClosedRange<Double>, bins: Int) {
    var counts = [Int](repeating: 0, count: bins)
    var (below, above) = (0, 0)
    let width = (range.upperBound - range.lowerBound) / Double(bins)
    for number in numbers where !number.isNaN {
      if number < range.lowerBound {
        below += 1
      } else if number > range.upperBound {
        above += 1
      } else {
        counts[min(bins - 1, Int((number - range.lowerBound) / width))] += 1
      }
    }
    self.range = range
    self.counts = counts
    (self.below, self.above) = (below, above)
  }
}
