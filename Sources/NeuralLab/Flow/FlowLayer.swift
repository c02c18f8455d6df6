import Activations

/// One layer: linear, optional normalisation, activation, optional residual connection.
struct FlowLayer {
  /// Intermediate results of the forward pass for the backward pass.
  struct Pass {
    /// The layer's output, sample by sample.
    var output: [Double]
    /// The activation's input.
    var seen: [Double]
    /// 1 / standard deviation of every sample's pre-activations; empty without normalisation.
    var scales: [Double]
  }

  private let weights: [Double]
  private let transposed: [Double]
  private let width: Int
  private let activation: BoundActivation
  private let hasLayerNorm: Bool
  private let isResidual: Bool

  /// The weights of the first output come first.
  init(
    weights: [Double], width: Int, activation: BoundActivation, hasLayerNorm: Bool,
    isResidual: Bool
  ) {
    self.weights = weights
    self.width = width
    self.activation = activation
    self.hasLayerNorm = hasLayerNorm
    self.isResidual = isResidual
    transposed = (0..<(width * width)).map { weights[$0 % width * width + $0 / width] }
  }

  /// Computes the forward pass.
  func forward(_ input: [Double]) -> Pass {
    var seen = product(of: input, transposed)
    let scales = hasLayerNorm ? normalise(&seen) : []
    var output = seen.map { activation($0) }
    if isResidual {
      for index in output.indices { output[index] += input[index] }
    }
    return Pass(output: output, seen: seen, scales: scales)
  }

  /// Computes the gradient with respect to the input.
  func backward(_ gradient: [Double], _ pass: Pass) -> [Double] {
    var local = gradient.indices.map { gradient[$0] * activation.derivative(pass.seen[$0]) }
    if hasLayerNorm { undoNorm(&local, pass) }
    var passed = product(of: local, weights)
    if isResidual {
      for index in passed.indices { passed[index] += gradient[index] }
    }
    return passed
  }

  /// The fraction of units whose slope is 0 for every sample.
  func deadShare(_ pass: Pass) -> Double {
    let dead = (0..<width).count { unit in
      stride(from: unit, to: pass.seen.count, by: width)
        .allSatisfy { activation.derivative(pass.seen[$0]) == 0 }
    }
    return Double(dead) / Double(width)
  }

  /// Scales every sample to mean 0 and variance 1; returns 1 / standard deviation.
  private func normalise(_ sums: inout [Double]) -> [Double] {
    stride(from: 0, to: sums.count, by: width).map { start in
      let range = start..<(start + width)
      let mean = sums[range].reduce(0, +) / Double(width)
      let variance = sums[range].reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(width)
      let scale = 1 / (variance + GradientFlow.normEpsilon).squareRoot()
      for index in range { sums[index] = (sums[index] - mean) * scale }
      return scale
    }
  }

  /// The backward pass of the normalisation.
  private func undoNorm(_ gradient: inout [Double], _ pass: Pass) {
    for (row, scale) in pass.scales.enumerated() {
      let range = (row * width)..<((row + 1) * width)
      let mean = gradient[range].reduce(0, +) / Double(width)
      let along =
        range.reduce(0.0) { $0 + gradient[$1] * pass.seen[$1] } / Double(width)
      for index in range {
        gradient[index] = (gradient[index] - mean - pass.seen[index] * along) * scale
      }
    }
  }

  /// Multiplies rows by a square matrix: out[r, j] = Σᵢ in[r, i]·matrix[i, j].
  private func product(of input: [Double], _ matrix: [Double]) -> [Double] {
    var output = [Double](repeating: 0, count: input.count)
    input.withUnsafeBufferPointer { input in
      matrix.withUnsafeBufferPointer { matrix in
        output.withUnsafeMutableBufferPointer { output in
          for start in stride(from: 0, to: input.count, by: width) {
            for inner in 0..<width {
              let (factor, from) = (input[start + inner], inner * width)
              for column in 0..<width { output[start + column] += factor * matrix[from + column] }
            }
          }
        }
      }
    }
    return output
  }
}
