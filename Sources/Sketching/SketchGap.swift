/// The distance between a curve and the lines through nine heights.
struct SketchGap: Sendable {
  private struct Sample {
    let position, width, share: Double
  }

  private let samples: [Sample]

  /// Points for each piece between two handles, jumps or corners.
  private static let points = 64

  /// Samples a curve.
  init(_ target: SketchTarget) {
    let handles = (0..<SketchTarget.handleCount).map { SketchTarget.position($0) }
    let breaks = Set(handles + target.jumps + target.corners).sorted()
    samples = zip(breaks, breaks.dropFirst()).flatMap { left, right in
      let width = (right - left) / Double(Self.points)
      return (0..<Self.points).map { point in
        let position = left + (Double(point) + 0.5) * width
        return Sample(position: position, width: width, share: target.share(at: position))
      }
    }
  }

  /// The mean absolute distance over the window, as a share of its height.
  ///
  /// The midpoint rule between handles, jumps and corners, where the curve is smooth. Where curve and line cross, the
  /// absolute value has a corner; with 64 points for each piece it changes the result by less than a thousandth.
  ///
  /// - Parameter shares: The heights at the handles, as shares of the window.
  /// - Returns: From 0 to 1.
  func mean(to shares: [Double]) -> Double {
    samples.reduce(0) { sum, sample in
      sum + abs(Sketch.line(shares, at: sample.position) - sample.share) * sample.width
    }
  }
}
