/// A weight initialisation.
public enum Initialisation: Hashable, Sendable {
  /// Uniform with variance 2 / (inputs + outputs).
  ///
  /// - Source: Glorot & Bengio 2010.
  case glorot
  /// Normal with variance 2 / inputs.
  ///
  /// - Source: He et al. 2015.
  case he
  /// Normal with variance 1 / inputs.
  ///
  /// - Source: LeCun et al. 1998.
  case leCun
  /// Orthonormal rows, or columns if there are more columns than rows.
  ///
  /// - Source: Saxe, McClelland & Ganguli 2014.
  case orthogonal
  /// Normal with a given standard deviation.
  case normal(deviation: Double)

  public var name: String {
    switch self {
    case .glorot: "Glorot"
    case .he: "He"
    case .leCun: "LeCun"
    case .orthogonal: "orthogonal"
    case .normal(let deviation): "normal, σ \(deviation)"
    }
  }

  /// Generates the weights of a layer, output by output.
  ///
  /// - Parameters:
  ///   - inputs: The number of inputs.
  ///   - outputs: The number of outputs.
  ///   - random: A stream for this layer.
  /// - Returns: `inputs * outputs` weights; those of the first output first.
  public func weights(inputs: Int, outputs: Int, _ random: LabRandom) -> [Double] {
    let count = inputs * outputs
    func normal(_ variance: Double) -> [Double] {
      random.normals(count, deviation: variance.squareRoot())
    }
    switch self {
    case .glorot:
      let bound = (6 / Double(inputs + outputs)).squareRoot()
      return (0..<count).map { (2 * random.unit($0) - 1) * bound }
    case .he: return normal(2 / Double(inputs))
    case .leCun: return normal(1 / Double(inputs))
    case .normal(let deviation): return random.normals(count, deviation: deviation)
    case .orthogonal: return Self.orthogonal(inputs: inputs, outputs: outputs, random)
    }
  }

  /// Gaussian vectors, orthogonalised by Gram-Schmidt, twice because of rounding.
  private static func orthogonal(inputs: Int, outputs: Int, _ random: LabRandom) -> [Double] {
    let (count, length) = (min(inputs, outputs), max(inputs, outputs))
    var vectors: [[Double]] = []
    for number in 0..<count {
      var vector = (0..<length).map { random.normal(number * length + $0) }
      for _ in 0..<2 {
        for other in vectors {
          var shared = 0.0
          for index in 0..<length { shared += vector[index] * other[index] }
          for index in 0..<length { vector[index] -= shared * other[index] }
        }
      }
      let norm = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
      vectors.append(vector.map { $0 / norm })
    }
    if outputs <= inputs { return vectors.flatMap { $0 } }
    return (0..<outputs).flatMap { output in vectors.map { $0[output] } }
  }
}
