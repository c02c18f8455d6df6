/// Dips and peaks inside the window.
extension SketchComparison {
  /// What the sketch lacks of a dip or peak, and the handles that this is about.
  func miss(of extreme: SketchMarker.Extreme) -> (handles: ClosedRange<Int>, miss: SketchMiss)? {
    let isDip = extreme.point.kind == .dip
    let heights = isDip ? drawn : drawn.map { -$0 }
    let curve = isDip ? truth : truth.map { -$0 }
    let around = max(1, extreme.handle - 2)...min(Self.last - 1, extreme.handle + 2)
    // The curve's own handle, unless another one is clearly lower.
    guard let lowest = around.min(by: { heights[$0] < heights[$1] }) else { return nil }
    let isClear = heights[extreme.handle] - heights[lowest] > SketchTolerance.exact
    let handle = isClear ? lowest : extreme.handle
    let (left, right) = SketchMarker.depths(heights, at: handle)
    let isLeft = left >= needed(extreme.left)
    let isRight = right >= needed(extreme.right)
    guard isLeft, isRight else {
      let isReached = heights[handle] <= curve[extreme.handle] + extreme.depth / 2
      guard isReached, isLeft || isRight else { return (around, .extreme(extreme.point)) }
      return (around, .noReturn(extreme.point, isLeft ? .right : .left))
    }
    if let place = misplaced(extreme, handle, heights, curve) {
      return (around, .extremePlace(extreme.point, drawn: place))
    }
    let tolerance = min(max(0.5 * extreme.depth, 0.015), SketchTolerance.handle)
    if abs(heights[handle] - curve[extreme.handle]) > tolerance {
      let height = sketch.heights[handle]
      return (around, .extremeHeight(extreme.point, drawn: height))
    }
    return nil
  }

  /// How far a sketch must rise from its dip if the curve rises by a height.
  private func needed(_ depth: Double) -> Double {
    min(SketchTolerance.extremePart * depth, SketchTolerance.visibleCorner)
  }

  /// The x of the sketch's dip if it is not at that of the curve.
  ///
  /// A clear dip is where the parabola through its three handles is lowest; of a shallow one only the handle counts.
  private func misplaced(
    _ extreme: SketchMarker.Extreme, _ handle: Int, _ heights: [Double], _ curve: [Double]
  ) -> Double? {
    guard SketchMarker.bend(curve, extreme.handle) >= 0.2, SketchMarker.bend(heights, handle) > 0.05
    else {
      return abs(handle - extreme.handle) > 1 ? target.place(handle) : nil
    }
    let (bottom, other) = (Self.bottom(heights, handle), Self.bottom(curve, extreme.handle))
    return abs(bottom - other) > 0.4
      ? target.place(at: bottom / Double(Self.last)) : nil
  }

  /// The place of the lowest point of the parabola through three handles, in steps from the left edge.
  private static func bottom(_ heights: [Double], _ handle: Int) -> Double {
    let offset =
      (heights[handle - 1] - heights[handle + 1]) / (2 * SketchMarker.bend(heights, handle))
    return Double(handle) + min(max(offset, -1), 1)
  }
}
