/// A 3 by 3 convolution with zero padding.
///
/// A sample is copied into a padded grid. There, the three neighbours in a row are adjacent, and those of the next
/// position start one position later. So three matrix products with overlapping rows apply all filters to a row of the
/// image without gathering values.
final class Convolution<Scalar: LabScalar> {
  private typealias Buffer = UnsafeMutableBufferPointer<Scalar>

  private let input: Model.Shape
  private let filters: Int
  /// The padded sample, and the padded gradient with respect to the output.
  private let padded: Buffer
  private let paddedSlopes: Buffer
  /// The weights with rows, columns and channels transposed, for the backward pass.
  private let transposed: Buffer

  init(input: Model.Shape, filters: Int) {
    self.input = input
    self.filters = filters
    func buffer(_ count: Int) -> Buffer {
      let buffer = Buffer.allocate(capacity: count)
      buffer.initialize(repeating: 0)
      return buffer
    }
    let places = (input.height + 2) * (input.width + 2)
    padded = buffer(places * input.channels)
    paddedSlopes = buffer(places * filters)
    transposed = buffer(9 * input.channels * filters)
  }

  deinit { for buffer in [padded, paddedSlopes, transposed] { buffer.deallocate() } }

  /// The positions in a row of the padded grids.
  private var stride: Int { input.width + 2 }

  /// Copies a grid into the middle of a padded one.
  private func pad(
    _ grid: UnsafePointer<Scalar>, _ target: UnsafeMutablePointer<Scalar>, channels: Int
  ) {
    let row = input.width * channels
    for y in 0..<input.height {
      (target + ((y + 1) * stride + 1) * channels).update(from: grid + y * row, count: row)
    }
  }

  /// Applies the filters; weights are row by column by channel by filter.
  func forward(
    _ from: UnsafePointer<Scalar>, weights: UnsafePointer<Scalar>, biases: UnsafePointer<Scalar>,
    _ to: UnsafeMutablePointer<Scalar>, samples: Int
  ) {
    guard let padded = padded.baseAddress else { return }
    let (width, channels) = (input.width, input.channels)
    for sample in 0..<samples {
      pad(from + sample * input.count, padded, channels: channels)
      for y in 0..<input.height {
        let target = to + (sample * input.height + y) * width * filters
        Scalar.repeatRow(biases, into: target, rows: width, columns: filters)
        for row in 0..<3 {
          Scalar.product(
            padded + (y + row) * stride * channels, step: 1, row: channels,
            weights + row * 3 * channels * filters, into: target, rows: width,
            count: 3 * channels, columns: filters, adding: true)
        }
      }
    }
  }

  /// Adds the gradients with respect to weights and biases, and optionally writes those with respect to the input.
  func backward(
    _ from: UnsafePointer<Scalar>, _ upstream: UnsafePointer<Scalar>,
    weights: UnsafePointer<Scalar>,
    slopes: (weights: UnsafeMutablePointer<Scalar>, biases: UnsafeMutablePointer<Scalar>),
    _ back: UnsafeMutablePointer<Scalar>?, samples: Int
  ) {
    guard let padded = padded.baseAddress, let paddedSlopes = paddedSlopes.baseAddress else {
      return
    }
    if back != nil { turn(weights) }
    let (channels, places) = (input.channels, input.height * input.width)
    for sample in 0..<samples {
      let above = upstream + sample * places * filters
      pad(from + sample * input.count, padded, channels: channels)
      pad(above, paddedSlopes, channels: filters)
      Scalar.addRows(above, into: slopes.biases, rows: places, columns: filters)
      // All positions of the image at once: the gradient of the padding between rows is 0.
      for row in 0..<3 {
        Scalar.product(
          padded + row * stride * channels, step: channels, row: 1,
          paddedSlopes + (stride + 1) * filters,
          into: slopes.weights + row * 3 * channels * filters,
          rows: 3 * channels, count: input.height * stride - 2, columns: filters, adding: true)
      }
      if let back { pass(paddedSlopes, back + sample * input.count) }
    }
  }

  /// The gradient with respect to the input: the transposed filters applied to the output's gradient.
  private func pass(
    _ slopes: UnsafePointer<Scalar>, _ back: UnsafeMutablePointer<Scalar>
  ) {
    guard let transposed = transposed.baseAddress else { return }
    let (width, channels) = (input.width, input.channels)
    for y in 0..<input.height {
      for row in 0..<3 {
        Scalar.product(
          slopes + (y + row) * stride * filters, step: 1, row: filters,
          transposed + row * 3 * filters * channels, into: back + y * width * channels, rows: width,
          count: 3 * filters, columns: channels, adding: row > 0)
      }
    }
  }

  /// Writes the weights with rows and columns reversed, and channels and filters swapped.
  private func turn(_ weights: UnsafePointer<Scalar>) {
    guard let transposed = transposed.baseAddress else { return }
    let channels = input.channels
    for place in 0..<9 {
      let (from, to) = (place * channels * filters, (8 - place) * channels * filters)
      Transposition.write(weights + from, rows: channels, columns: filters, into: transposed + to)
    }
  }
}
