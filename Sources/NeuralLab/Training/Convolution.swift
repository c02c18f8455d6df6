/// 3 by 3 filters over a grid of channels, zeros beyond its edge.
///
/// Every place's neighbourhood is written as a row of a matrix, so that one product does all filters; sample by
/// sample, so that the matrix stays in the nearest cache.
final class Convolution<Scalar: LabScalar> {
  private typealias Place = UnsafeMutablePointer<Scalar>

  private let input: Model.Shape
  private let filters: Int
  /// Numbers that a filter sees.
  private let patch: Int
  private let patches: UnsafeMutableBufferPointer<Scalar>
  private let patchSlopes: UnsafeMutableBufferPointer<Scalar>
  private let turned: UnsafeMutableBufferPointer<Scalar>

  init(input: Model.Shape, filters: Int) {
    self.input = input
    self.filters = filters
    patch = 9 * input.channels
    let places = input.height * input.width
    patches = .allocate(capacity: places * patch)
    patchSlopes = .allocate(capacity: places * patch)
    turned = .allocate(capacity: patch * filters)
    patches.initialize(repeating: 0)
    patchSlopes.initialize(repeating: 0)
    turned.initialize(repeating: 0)
  }

  deinit { for buffer in [patches, patchSlopes, turned] { buffer.deallocate() } }

  private var places: Int { input.height * input.width }

  /// Applies the filters: weights are patch by filter.
  func forward(
    _ from: UnsafePointer<Scalar>, weights: UnsafePointer<Scalar>, biases: UnsafePointer<Scalar>,
    _ to: UnsafeMutablePointer<Scalar>, samples: Int
  ) {
    guard let patches = patches.baseAddress else { return }
    for sample in 0..<samples {
      gather(from + sample * input.count, patches)
      let target = to + sample * places * filters
      for place in 0..<places { (target + place * filters).update(from: biases, count: filters) }
      Scalar.multiply(
        patches, weights, into: target, rows: places, inner: patch, columns: filters, adding: true)
    }
  }

  /// Adds the slopes by weights and biases; writes those by the input where they are wanted.
  func backward(
    _ from: UnsafePointer<Scalar>, _ upstream: UnsafePointer<Scalar>,
    weights: UnsafePointer<Scalar>,
    slopes: (weights: UnsafeMutablePointer<Scalar>, biases: UnsafeMutablePointer<Scalar>),
    _ back: UnsafeMutablePointer<Scalar>?, samples: Int
  ) {
    guard let patches = patches.baseAddress, let patchSlopes = patchSlopes.baseAddress,
      let turned = turned.baseAddress
    else { return }
    if back != nil { Transposition.write(weights, rows: patch, columns: filters, into: turned) }
    for sample in 0..<samples {
      let above = upstream + sample * places * filters
      gather(from + sample * input.count, patches)
      Scalar.addTransposedProduct(
        patches, above, into: slopes.weights, rows: places, inner: patch, columns: filters)
      for place in 0..<places {
        for filter in 0..<filters { slopes.biases[filter] += above[place * filters + filter] }
      }
      guard let back else { continue }
      Scalar.multiply(
        above, turned, into: patchSlopes, rows: places, inner: filters, columns: patch,
        adding: false)
      scatter(patchSlopes, back + sample * input.count)
    }
  }

  /// Writes every place's neighbourhood as a row.
  private func gather(_ from: UnsafePointer<Scalar>, _ rows: UnsafeMutablePointer<Scalar>) {
    let channels = input.channels
    var row = rows
    for y in 0..<input.height {
      for x in 0..<input.width {
        for dy in -1...1 {
          for dx in -1...1 {
            let (sourceY, sourceX) = (y + dy, x + dx)
            if sourceY >= 0, sourceY < input.height, sourceX >= 0, sourceX < input.width {
              row.update(from: from + (sourceY * input.width + sourceX) * channels, count: channels)
            } else {
              row.update(repeating: 0, count: channels)
            }
            row += channels
          }
        }
      }
    }
  }

  /// Adds every neighbourhood's slopes to the places they came from.
  private func scatter(_ rows: UnsafePointer<Scalar>, _ to: UnsafeMutablePointer<Scalar>) {
    let channels = input.channels
    to.update(repeating: 0, count: input.count)
    var row = rows
    for y in 0..<input.height {
      for x in 0..<input.width {
        for dy in -1...1 {
          for dx in -1...1 {
            let (sourceY, sourceX) = (y + dy, x + dx)
            if sourceY >= 0, sourceY < input.height, sourceX >= 0, sourceX < input.width {
              let target = to + (sourceY * input.width + sourceX) * channels
              for channel in 0..<channels { target[channel] += row[channel] }
            }
            row += channels
          }
        }
      }
    }
  }
}
