/// The left and the right edge of the window: levels, limits and ends.
extension SketchComparison {
  /// What the sketch lacks at an edge.
  func edge(_ side: SketchMiss.Side) -> SketchMiss? {
    let isLeft = side == .left
    // Both edges are read from outside to inside.
    let (curve, line) = isLeft ? (truth, drawn) : (truth.reversed(), drawn.reversed())
    let heights = isLeft ? sketch.heights : sketch.heights.reversed()
    let level = curve.prefix { abs($0 - curve[0]) < 1e-6 }.count
    if level >= 3, level < curve.count {
      let isOff = (0..<level).contains { abs(line[$0] - curve[$0]) > SketchTolerance.exact }
      let edge = target.place(isLeft ? level - 1 : Self.last - level + 1)
      return isOff ? .level(side, upTo: edge, height: height(side)) : nil
    }
    let (change, sketched) = (curve[1] - curve[0], line[1] - line[0])
    if let limit = limit(side), abs(change) <= 0.012 {
      if abs(line[0] - curve[0]) > SketchTolerance.limit {
        return .limit(side, limit, drawn: heights[0])
      }
      return abs(sketched - change) > SketchTolerance.levelling
        ? .stillMoving(side, limit: limit) : nil
    }
    if abs(line[0] - curve[0]) > SketchTolerance.end {
      return .end(side, height: height(side), drawn: heights[0])
    }
    guard abs(sketched - change) > SketchTolerance.endSlope else { return nil }
    return abs(sketched) < abs(change) ? .levelsOff(side) : .tooSteepAtEnd(side)
  }

  private func height(_ side: SketchMiss.Side) -> Double {
    target.value(side == .left ? target.x.lowerBound : target.x.upperBound)
  }

  /// The height that the curve approaches beyond an edge, if it is near it there.
  private func limit(_ side: SketchMiss.Side) -> Double? {
    let limit = target.value(side == .left ? -.infinity : .infinity)
    guard limit.isFinite else { return nil }
    return abs(target.openShare(of: limit) - target.openShare(of: height(side))) < 0.03
      ? limit : nil
  }
}
