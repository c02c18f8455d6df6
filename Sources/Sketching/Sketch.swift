/// A learner's sketch: the heights of nine handles, with straight lines between neighbours.
///
/// Straight lines, because a smooth interpolation would round corners that the learner drew and invent dips between
/// handles. What is measured is exactly what was set.
public struct Sketch: Hashable, Sendable {
  /// The heights at the handles, from left to right.
  public private(set) var heights: [Double]

  /// Makes a sketch; missing heights are those of the last one, further ones are ignored.
  public init(_ heights: [Double]) {
    let count = SketchTarget.handleCount
    let last = heights.last ?? 0
    self.heights = (heights + Array(repeating: last, count: count)).prefix(count).map { $0 }
  }

  /// A level line at 0, or in the middle of a window that does not contain 0.
  public init(levelIn target: SketchTarget) {
    let middle = target.y.lowerBound / 2 + target.y.upperBound / 2
    let level = target.y.contains(0) ? 0 : RoundStep(for: target.y).nearest(to: middle)
    self.init([target.clamped(level)])
  }

  /// A sketch from the curve's values at some of the handles.
  ///
  /// Between these handles it follows the curve, at a distance that changes evenly from one value's error to the next.
  ///
  /// - Parameters:
  ///   - values: The values.
  ///   - handles: Their handles in order, as many.
  ///   - target: The curve.
  public init(values: [Double], at handles: [Int], of target: SketchTarget) {
    let truth = target.heights
    let errors = zip(handles, values).map { handle, value in
      (handle: handle, error: target.clamped(value) - truth[handle])
    }
    self.init(
      truth.indices.map { handle in
        let before = errors.last { $0.handle <= handle } ?? errors.first
        let after = errors.first { $0.handle >= handle } ?? errors.last
        guard let before, let after else { return truth[handle] }
        let share =
          Double(handle - before.handle) / Double(max(1, after.handle - before.handle))
        let followed = truth[handle] + before.error * (1 - share) + after.error * share
        // It leaves the range of both values only as far as the curve does.
        let (left, right) = (truth[before.handle], truth[after.handle])
        let (one, other) = (left + before.error, right + after.error)
        let above = max(0, truth[handle] - max(left, right))
        let below = max(0, min(left, right) - truth[handle])
        return target.clamped(
          min(max(followed, min(one, other) - below), max(one, other) + above))
      })
  }

  /// Moves a handle by a number of round steps, within the window.
  public mutating func move(_ handle: Int, by steps: Int, in target: SketchTarget) {
    let step = RoundStep(for: target.y)
    heights[handle] = target.clamped(step.value(heights[handle], moved: steps))
  }

  /// Sets a handle to the roundest height of a range, within the window: 0 if the range contains it.
  public mutating func set(
    _ handle: Int, within range: ClosedRange<Double>, in target: SketchTarget
  ) {
    heights[handle] = target.clamped(RoundStep.roundest(in: range))
  }

  /// The height at an x, on the straight line between two handles.
  public func height(at x: Double, in target: SketchTarget) -> Double {
    Self.line(heights, at: target.position(of: x))
  }

  /// The value at a position from 0 to 1 of the lines through nine values.
  static func line(_ values: [Double], at position: Double) -> Double {
    let last = values.count - 1
    let place = min(max(position, 0), 1) * Double(last)
    let left = min(Int(place), last - 1)
    let share = place - Double(left)
    return values[left] * (1 - share) + values[left + 1] * share
  }
}
