import Activations

/// A stream of residual blocks h + W₂·ReLU(W₁·g(h)) before training; g normalises over the layer.
///
/// W₁ has He weights and W₂ has LeCun weights, so a block without g adds the variance of its input.
struct ResidualStream {
  /// The width of the stream, and the number of samples.
  private static let (width, batch) = (48, 48)
  /// The blocks that are shown, if there are as many.
  private static let shown = [0, 1, 2, 4, 8, 12, 16, 20, 24]

  let fault: Fault?
  /// The number of blocks.
  let depth: Int
  let seed: UInt64

  /// Propagates a batch, and measures the stream.
  func evidence() -> StreamEvidence {
    let width = Self.width
    var stream = LabRandom(seed: seed, stream: 60).normals(Self.batch * width)
    var blocks = [block(0, stream)]
    for number in 1...depth {
      let first = weights(.he, 2 * number)
      let second = weights(.leCun, 2 * number + 1)
      if fault == .inPlaceRectifier { stream = stream.map { max($0, 0) } }
      let branch = fault == .noNormalisation ? stream : Self.normalised(stream)
      let inner = Self.product(branch, first).map { max($0, 0) }
      let outer = Self.product(inner, second)
      for index in stream.indices { stream[index] += outer[index] }
      if Self.shown.contains(number) || number == depth { blocks.append(block(number, stream)) }
    }
    let rms = Self.rms(stream)
    return StreamEvidence(
      width: width, blocks: blocks,
      histogram: LabHistogram(stream.map { $0 / rms }, in: -4...4, bins: 20))
  }

  private func weights(_ initialisation: Initialisation, _ number: Int) -> [Double] {
    initialisation.weights(
      inputs: Self.width, outputs: Self.width,
      LabRandom(seed: seed, stream: 100 + UInt64(number)))
  }

  private func block(_ number: Int, _ stream: [Double]) -> StreamEvidence.Block {
    StreamEvidence.Block(
      number: number, rms: Evidence.shown(Self.rms(stream)),
      mean: Evidence.shown(stream.reduce(0, +) / Double(stream.count)))
  }

  private static func rms(_ numbers: [Double]) -> Double {
    (numbers.reduce(0) { $0 + $1 * $1 } / Double(numbers.count)).squareRoot()
  }

  /// Every sample with mean 0 and variance 1.
  private static func normalised(_ stream: [Double]) -> [Double] {
    stride(from: 0, to: stream.count, by: width).flatMap { start -> [Double] in
      let row = stream[start..<(start + width)]
      let mean = row.reduce(0, +) / Double(width)
      let variance = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(width)
      let scale = 1 / (variance + GradientFlow.normEpsilon).squareRoot()
      return row.map { ($0 - mean) * scale }
    }
  }

  private static func product(_ rows: [Double], _ matrix: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: rows.count)
    result.withUnsafeMutableBufferPointer { result in
      guard let target = result.baseAddress else { return }
      Double.multiply(
        rows, matrix, into: target, rows: batch, inner: width, columns: width, adding: false)
    }
    return result
  }
}
