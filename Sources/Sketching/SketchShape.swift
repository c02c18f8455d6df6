import Activations

/// Corners, jumps, the value at 0, steepness and symmetry.
extension SketchComparison {
  /// The first jump that the sketch makes gradually.
  var jump: SketchMiss? {
    for position in target.jumps {
      let pieces: [Int]
      if let handle = SketchMarker.handle(at: position) {
        pieces = [handle - 1, handle].filter { (0..<Self.last).contains($0) }
      } else {
        pieces = [Int(position * Double(Self.last))]
      }
      func change(_ shares: [Double]) -> Double {
        pieces.map { abs(shares[$0 + 1] - shares[$0]) }.max() ?? 0
      }
      if change(truth) >= 0.15, change(drawn) < 0.7 * change(truth) {
        return .gradual(jump: target.place(at: position))
      }
    }
    return nil
  }

  /// The handles at which the curve has a corner that can be seen.
  private var corners: [Int] {
    target.corners.compactMap(SketchMarker.handle).filter { handle in
      (1..<Self.last).contains(handle)
        && abs(SketchMarker.bend(truth, handle)) >= SketchTolerance.visibleCorner
    }
  }

  /// The first corner that the sketch rounds or has elsewhere.
  var corner: SketchMiss? {
    let corners = corners
    for handle in corners {
      let (bend, sketched) = (SketchMarker.bend(truth, handle), SketchMarker.bend(drawn, handle))
      let sign = bend < 0 ? -1.0 : 1.0
      guard sign * (bend - sketched) > SketchTolerance.corner else { continue }
      let others = (1..<Self.last).filter { !corners.contains($0) }
      let sharpest = others.max {
        sign * SketchMarker.bend(drawn, $0) < sign * SketchMarker.bend(drawn, $1)
      }
      if let sharpest, sign * SketchMarker.bend(drawn, sharpest) > abs(bend) / 2,
        sign * sketched < abs(bend) / 2
      {
        return .cornerPlace(target.place(handle), drawn: target.place(sharpest))
      }
      return .rounded(corner: target.place(handle))
    }
    return nil
  }

  /// The value at 0, unless the curve jumps there or has its dip or peak there.
  var zero: SketchMiss? {
    let position = target.position(of: 0)
    guard position > 0, position < 1, !target.jumps.contains(where: { abs($0 - position) < 0.13 })
    else { return nil }
    let isExtreme = marker.extremes.contains { $0.handle == zeroHandle }
    let (value, height) = (Sketch.line(truth, at: position), Sketch.line(drawn, at: position))
    guard !isExtreme, abs(value - height) > SketchTolerance.zero else { return nil }
    return .valueAtZero(target.value(0), drawn: sketch.height(at: 0, in: target))
  }

  /// Whether the curve is smooth at a handle: it has neither a corner nor a jump within a step.
  private func isSmooth(at handle: Int) -> Bool {
    let position = SketchTarget.position(handle)
    return !(target.corners + target.jumps).contains { abs($0 - position) < 0.124 }
  }

  /// The rise around 0.
  var steepness: SketchMiss? {
    guard let zeroHandle, isSmooth(at: zeroHandle) else { return nil }
    func rise(_ shares: [Double]) -> Double { shares[zeroHandle + 1] - shares[zeroHandle - 1] }
    let (right, sketched) = (rise(truth), rise(drawn))
    guard abs(right - sketched) > SketchTolerance.steepness, abs(right) > 0.1 else { return nil }
    let slope = target.isSlope ? target.function.secondDerivative(0) : target.function.derivative(0)
    return .steepness(isTooSteep: abs(sketched) > abs(right), slope: slope)
  }

  /// The distance to the line y = x on the right, for a curve that approaches this line from below.
  var identity: SketchMiss? {
    guard let zeroHandle, !target.isSlope else { return nil }
    func below(_ handle: Int, _ shares: [Double]) -> Double {
      target.openShare(of: target.place(handle)) - shares[handle]
    }
    let right = zeroHandle + 1..<Self.last
    guard abs(below(Self.last, truth)) < 0.02,
      let handle = right.max(by: { below($0, truth) < below($1, truth) }),
      below(handle, truth) >= 0.025, below(handle, drawn) < 0.4 * below(handle, truth)
    else { return nil }
    return .onIdentity
  }

  /// The sharpest corner of the sketch, where the curve is smooth.
  var extraCorner: SketchMiss? {
    let extra = (1..<Self.last).filter { handle in
      abs(SketchMarker.bend(drawn, handle)) - abs(SketchMarker.bend(truth, handle)) > 0.08
        && isSmooth(at: handle)
    }
    return extra.max { abs(SketchMarker.bend(drawn, $0)) < abs(SketchMarker.bend(drawn, $1)) }
      .map { .corner(at: target.place($0)) }
  }

  /// The steepest piece of the sketch, if it looks like a jump and the curve does not jump there.
  var extraJump: SketchMiss? {
    let extra = (0..<Self.last).filter { piece in
      let change = abs(drawn[piece + 1] - drawn[piece])
      return change > 0.4 && change - abs(truth[piece + 1] - truth[piece]) > 0.15
    }
    return extra.first.map { piece in
      .jump(at: target.place(at: (Double(piece) + 0.5) / Double(Self.last)))
    }
  }

  /// Whether the curve is symmetric about x = 0 or about its point there, and the sketch is not.
  var symmetry: SketchMiss? {
    guard zeroHandle == Self.last / 2 else { return nil }
    func distance(_ shares: [Double], isAboutPoint: Bool) -> Double {
      (0..<Self.last / 2).map { handle in
        let (left, right) = (shares[handle], shares[Self.last - handle])
        return abs(isAboutPoint ? left + right - 2 * shares[Self.last / 2] : left - right)
      }.max() ?? 0
    }
    for isAboutPoint in [false, true] where distance(truth, isAboutPoint: isAboutPoint) < 0.004 {
      return distance(drawn, isAboutPoint: isAboutPoint) > SketchTolerance.symmetry
        ? .symmetry(isAboutPoint: isAboutPoint) : nil
    }
    return nil
  }
}
