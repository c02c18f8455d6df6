public import Activations

/// A curve to sketch: a function or its slope in a window.
///
/// Heights are compared as shares of the window: 0 at its lower edge, 1 at its upper one. The curve is cut off at the
/// window's edges, because a sketch cannot leave them.
public struct SketchTarget: Sendable, Equatable {
  /// The number of handles, which are at equal steps from the left edge to the right one.
  public static let handleCount = 9

  public let function: BoundActivation
  /// Whether the function's slope is to be sketched instead of its values.
  public let isSlope: Bool
  /// From the left edge to the right.
  public let x: ClosedRange<Double>
  /// From the lower edge to the upper.
  public let y: ClosedRange<Double>

  /// Makes a target.
  ///
  /// - Parameters:
  ///   - function: The function.
  ///   - isSlope: Whether its slope is to be sketched.
  ///   - x: The range of x, finite and not empty.
  ///   - y: The range of y, finite and not empty.
  public init(
    _ function: BoundActivation, isSlope: Bool = false, x: ClosedRange<Double>,
    y: ClosedRange<Double>
  ) {
    (self.function, self.isSlope, self.x, self.y) = (function, isSlope, x, y)
  }

  /// The curve's height at an x, not cut off.
  public func value(_ x: Double) -> Double { isSlope ? function.derivative(x) : function(x) }

  /// The x of a handle.
  public func place(_ handle: Int) -> Double { place(at: Self.position(handle)) }

  /// The curve's heights at the handles, within the window.
  public var heights: [Double] {
    (0..<Self.handleCount).map { clamped(value(place($0))) }
  }

  /// The nearest height within the window; the lower edge for NaN.
  public func clamped(_ height: Double) -> Double {
    height > y.lowerBound ? min(height, y.upperBound) : y.lowerBound
  }

  /// The handle nearest to an x.
  public func handle(nearest x: Double) -> Int {
    let last = Self.handleCount - 1
    let position = position(of: x) * Double(last)
    return position > 0 ? Int(min(position.rounded(), Double(last))) : 0
  }

  /// The position of a handle: 0 at the left edge, 1 at the right one.
  static func position(_ handle: Int) -> Double { Double(handle) / Double(handleCount - 1) }

  func place(at position: Double) -> Double {
    x.lowerBound * (1 - position) + x.upperBound * position
  }

  func position(of place: Double) -> Double { Self.share(of: place, in: x) }

  /// The curve's height at a position, as a share of the window.
  func share(at position: Double) -> Double { share(of: value(place(at: position))) }

  /// A height as a share of the window, from 0 to 1.
  func share(of height: Double) -> Double {
    let share = Self.share(of: height, in: y)
    return share > 0 ? min(share, 1) : 0
  }

  /// A height as a share of the window, below 0 or above 1 outside it.
  func openShare(of height: Double) -> Double { Self.share(of: height, in: y) }

  private static func share(of value: Double, in range: ClosedRange<Double>) -> Double {
    // Halves, because the length of a range of doubles may be infinite.
    let length = range.upperBound / 2 - range.lowerBound / 2
    return (value / 2 - range.lowerBound / 2) / length
  }

  /// The positions in the window at which the curve jumps.
  var jumps: [Double] {
    let places = isSlope ? function.kinks.map(\.x) + function.jumps : function.jumps
    return places.map { position(of: $0) }.filter { $0 > 0 && $0 < 1 }.sorted()
  }

  /// The positions in the window at which the curve has a corner.
  var corners: [Double] {
    isSlope ? [] : function.kinks.map { position(of: $0.x) }.filter { $0 > 0 && $0 < 1 }
  }
}

extension SketchTarget {
  /// The handles at which the curve's values say most about it, five in order, for sketches in plain text.
  ///
  /// Both edges, the handle nearest to x = 0, and twice the handle at which the curve is farthest from the lines through
  /// those chosen so far (the Douglas-Peucker rule).
  public var askedHandles: [Int] {
    let shares = heights.map { share(of: $0) }
    let last = Self.handleCount - 1
    let zero = handle(nearest: 0)
    var chosen = [0, zero == 0 || zero == last ? last / 2 : zero, last]
    while chosen.count < 5 {
      let next = shares.indices.filter { !chosen.contains($0) }.max { one, other in
        (distance(one, chosen, shares), spacing(one, chosen))
          < (distance(other, chosen, shares), spacing(other, chosen))
      }
      chosen = (chosen + [next ?? 1]).sorted()
    }
    return chosen
  }

  /// How far the curve is at a handle from the line through its neighbours among some handles, up to rounding.
  private func distance(_ handle: Int, _ chosen: [Int], _ shares: [Double]) -> Double {
    guard let left = chosen.last(where: { $0 < handle }),
      let right = chosen.first(where: { $0 > handle })
    else { return 0 }
    let share = Double(handle - left) / Double(right - left)
    let distance = abs(shares[handle] - shares[left] * (1 - share) - shares[right] * share)
    return (distance * 1e6).rounded()
  }

  private func spacing(_ handle: Int, _ chosen: [Int]) -> Int {
    chosen.map { abs($0 - handle) }.min() ?? 0
  }
}

extension SketchTarget {
  /// A range of heights with room above and below a curve, so that mistakes can be drawn; it contains 0.
  ///
  /// - Parameters:
  ///   - function: The function.
  ///   - isSlope: Whether its slope is to be sketched.
  ///   - x: The range of x, finite and not empty.
  /// - Returns: A tenth more than the curve needs at both ends, rounded; from -1 to 1 for a curve that stays at 0.
  public static func roomyHeights(
    of function: BoundActivation, isSlope: Bool, x: ClosedRange<Double>
  ) -> ClosedRange<Double> {
    let curve = SketchTarget(function, isSlope: isSlope, x: x, y: 0...1)
    let heights = (0...200).map { curve.value(curve.place(at: Double($0) / 200)) }
      .filter(\.isFinite)
    let most = Double.greatestFiniteMagnitude / 4
    let low = max(min(0, heights.min() ?? 0), -most)
    let high = min(max(0, heights.max() ?? 0), most)
    guard low < high else { return -1...1 }
    let air = (high - low) / 10
    let step = RoundStep(for: low...high)
    let ends = (step.nearest(to: low - air), step.nearest(to: high + air))
    return ends.0 < ends.1 ? ends.0...ends.1 : low...high
  }

  /// The x of the landmarks that a sketch is about: lowest and highest points, corners, jumps, and x = 0.
  public var landmarks: [Double] {
    let kinks = function.kinks.map(\.x) + function.jumps
    let extremes: [Landmark.Kind] = isSlope ? [.maximumSlope, .inflection] : [.minimum, .maximum]
    return Set(
      kinks + function.landmarks.filter { extremes.contains($0.kind) }.map(\.x) + [0]
    ).sorted()
  }

  /// The landmarks in the window that lines between the handles cannot show: a dip or peak that is too narrow, and a
  /// visible corner between two handles.
  public var landmarksBetweenHandles: [Double] {
    let shown = SketchMarker(self).extremes.map(\.point.x)
    let search = CurveSearch(over: x) { value($0) }
    let extremes = (search.lowest.prefix(1) + search.highest.prefix(1)).filter { place in
      !shown.contains { abs(position(of: $0) - position(of: place)) < 1e-6 }
    }
    let step = (x.upperBound - x.lowerBound) / Double(Self.handleCount - 1)
    let corners =
      isSlope
      ? []
      : function.kinks.filter { kink in
        let bend = abs(kink.rightSlope - kink.leftSlope) * step / (y.upperBound - y.lowerBound)
        return x.contains(kink.x) && bend >= SketchTolerance.visibleCorner
          && SketchMarker.handle(at: position(of: kink.x)) == nil
      }.map(\.x)
    return extremes + corners
  }
}
