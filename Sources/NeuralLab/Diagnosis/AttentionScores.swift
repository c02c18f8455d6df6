import Activations

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The attention of random queries to random keys, before training.
struct AttentionScores {
  let fault: Fault?
  /// The number of queries, and of keys.
  let keys: Int
  /// The dimension of queries and keys.
  let dimension: Int
  let seed: UInt64

  /// Computes the scores and the weights of all queries, and measures them.
  func evidence() -> AttentionEvidence {
    let queries = LabRandom(seed: seed, stream: 61).normals(keys * dimension)
    let entries = LabRandom(seed: seed, stream: 62).normals(keys * dimension)
    let divisor: Double =
      switch fault {
      case .unscaledScores: 1
      case .scoresOverDimension: Double(dimension)
      default: Double(dimension).squareRoot()
      }
    var (scores, largest, entropy) = ([Double](), [Double](), 0.0)
    for query in 0..<keys {
      let row = (0..<keys).map { key in
        (0..<dimension).reduce(0.0) {
          $0 + queries[query * dimension + $1] * entries[key * dimension + $1]
        } / divisor
      }
      let weights = Softmax.probabilities(row)
      scores += row
      largest.append(weights.max() ?? 0)
      entropy -= weights.reduce(0) { $1 > 0 ? $0 + $1 * log($1) : $0 }
    }
    let count = Double(keys)
    let mean = scores.reduce(0, +) / Double(scores.count)
    let variance = scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(scores.count)
    return AttentionEvidence(
      keys: keys, dimension: dimension, scoreDeviation: Evidence.shown(variance.squareRoot()),
      largestWeight: Evidence.shown(largest.reduce(0, +) / count),
      entropy: Evidence.shown(entropy / count),
      histogram: LabHistogram(largest, in: 0...1, bins: 20))
  }
}
