import Activations

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Quantities by the textbook formula and by the stable one, in single and double precision.
public struct Numerics: Sendable {
  /// One quantity computed in several ways.
  public struct Variants: Hashable, Sendable {
    /// By the textbook formula in single precision.
    public var naiveSingle: Float
    /// By the textbook formula in double precision.
    public var naiveDouble: Double
    /// By a numerically stable formula in double precision.
    public var stable: Double

    /// Whether a value is NaN, or infinite while the true value is not.
    public static func isBroken(_ value: Double, truth: Double) -> Bool {
      value.isNaN || value.isInfinite && truth.isFinite
    }
    /// Whether single precision fails.
    public var breaksInSingle: Bool { Self.isBroken(Double(naiveSingle), truth: stable) }
    /// Whether double precision fails.
    public var breaksInDouble: Bool { Self.isBroken(naiveDouble, truth: stable) }
  }

  public let logits: [Double]
  /// softmax(z)ᵢ for every class.
  public let probabilities: [Variants]
  /// For every class, the cross-entropy with it as the right one.
  public let crossEntropies: [Variants]
  /// Softmax applied to its own output.
  public let twice: [Double]
  /// For every logit, its binary cross-entropy for target 0.
  public let binary: [Variants]

  /// The largest z for which e^z is finite in single precision.
  public static let singleLimit = Double(log(Float.greatestFiniteMagnitude))
  /// The largest z for which e^z is finite in double precision.
  public static let doubleLimit = log(Double.greatestFiniteMagnitude)

  /// Computes all quantities.
  ///
  /// - Parameter logits: Finite numbers, at least one.
  public init(_ logits: [Double]) {
    self.logits = logits
    let singles = logits.map(Float.init)
    let single = Self.naive(singles)
    let double = Self.naive(logits)
    let stable = Softmax.probabilities(logits)
    let logs = Softmax.logProbabilities(logits)
    probabilities = logits.indices.map {
      Variants(naiveSingle: single[$0], naiveDouble: double[$0], stable: stable[$0])
    }
    crossEntropies = logits.indices.map {
      Variants(naiveSingle: -log(single[$0]), naiveDouble: -log(double[$0]), stable: -logs[$0])
    }
    twice = Softmax.probabilities(stable)
    binary = logits.indices.map { index in
      let z = logits[index]
      return Variants(
        naiveSingle: -log(1 - Self.sigmoid(singles[index])),
        naiveDouble: -log(1 - Self.sigmoid(z)),
        stable: Losses.binaryCrossEntropy(logit: z, target: 0))
    }
  }

  /// e^zᵢ / Σ e^zⱼ, as written.
  private static func naive(_ logits: [Float]) -> [Float] {
    let powers = logits.map { exp($0) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  private static func naive(_ logits: [Double]) -> [Double] {
    let powers = logits.map { exp($0) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  private static func sigmoid(_ z: Float) -> Float { 1 / (1 + exp(-z)) }
  private static func sigmoid(_ z: Double) -> Double { 1 / (1 + exp(-z)) }
}
