/// A sketch and its curve at the handles, and the landmarks in which they differ.
///
/// The landmarks are those that straight lines between the handles can show: a dip that is narrower than two steps, or a
/// corner between two handles, is not asked for.
struct SketchComparison {
  let marker: SketchMarker
  let sketch: Sketch
  /// The sketch's heights at the handles, as shares of the window.
  let drawn: [Double]

  init(_ sketch: Sketch, _ marker: SketchMarker) {
    (self.sketch, self.marker) = (sketch, marker)
    drawn = sketch.heights.map { marker.target.share(of: $0) }
  }

  var target: SketchTarget { marker.target }
  /// The curve's heights at the handles, as shares of the window.
  var truth: [Double] { marker.truth }

  static let last = SketchTarget.handleCount - 1

  /// The missing landmarks, the most important first.
  var misses: [SketchMiss] {
    let extremes = marker.extremes.compactMap { miss(of: $0) }
    let beyond = marker.bounds.filter { isPassed($0, besides: extremes) }
    let inside =
      extremes.map(\.miss) + beyond.map(SketchMiss.beyond)
      + [jump, corner, zero].compactMap(\.self)
    let edges = [SketchMiss.Side.left, .right].compactMap { side in
      isExplained(side, by: beyond, extremes) ? nil : edge(side)
    }
    let all = inside + edges + [steepness, identity].compactMap(\.self)
    if !all.isEmpty { return all }
    let far = worst > SketchTolerance.anyHandle ? farthest : nil
    return [symmetry, far, extraCorner, extraJump].compactMap(\.self)
  }

  /// The inner handle at x = 0.
  var zeroHandle: Int? {
    SketchMarker.handle(at: target.position(of: 0))
      .flatMap { (1..<Self.last).contains($0) ? $0 : nil }
  }

  /// The greatest distance at a handle.
  var worst: Double { zip(drawn, truth).map { abs($0 - $1) }.max() ?? 0 }

  /// The handle that is farthest from the curve.
  var farthest: SketchMiss {
    let handle = truth.indices.max { abs(drawn[$0] - truth[$0]) < abs(drawn[$1] - truth[$1]) } ?? 0
    let x = target.place(handle)
    return .height(x: x, target.value(x), drawn: sketch.heights[handle])
  }

  // MARK: Bounds

  /// Whether the sketch passes a bound, not counting a dip or peak that is too high or too low.
  private func isPassed(
    _ bound: SketchMiss.Bound, besides extremes: [(handles: ClosedRange<Int>, miss: SketchMiss)]
  ) -> Bool {
    let share = target.openShare(of: bound.y)
    return drawn.indices.contains { handle in
      let beyond = bound.isUpper ? drawn[handle] - share : share - drawn[handle]
      return beyond > SketchTolerance.exact
        && !extremes.contains { $0.handles.contains(handle) }
    }
  }

  /// Whether another miss is about the same handles at an edge.
  private func isExplained(
    _ side: SketchMiss.Side, by bounds: [SketchMiss.Bound],
    _ extremes: [(handles: ClosedRange<Int>, miss: SketchMiss)]
  ) -> Bool {
    let handle = side == .left ? 0 : Self.last
    let isBeyond = bounds.contains { bound in
      let share = target.openShare(of: bound.y)
      return (bound.isUpper ? drawn[handle] - share : share - drawn[handle]) > SketchTolerance.exact
    }
    return isBeyond
      || extremes.contains { extreme in
        if case .noReturn(_, side) = extreme.miss { true } else { false }
      }
  }
}
