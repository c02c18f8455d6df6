public import Activations

/// What a sketch shows instead of its curve.
public enum SketchLookalike: Sendable, Equatable {
  /// Another function, or its slope if a slope was asked for.
  case other(Activation)
  /// The function, although its slope was asked for.
  case functionInsteadOfSlope
  /// The slope, although the function was asked for.
  case slopeInsteadOfFunction
}

extension SketchMarker {
  /// The curve that a wrong sketch shows, if it is much nearer to it than to the one that was asked for.
  ///
  /// - Parameters:
  ///   - sketch: The sketch.
  ///   - functions: The functions to compare with.
  /// - Returns: The nearest curve; nil if there is none.
  public func lookalike(of sketch: Sketch, among functions: [Activation]) -> SketchLookalike? {
    let shares = sketch.heights.map { target.share(of: $0) }
    let gap = gap.mean(to: shares)
    func distance(_ function: BoundActivation, isSlope: Bool) -> Double {
      let other = SketchTarget(function, isSlope: isSlope, x: target.x, y: target.y)
      // A level line is no sketch of a function.
      let isLevel = Set(other.heights).count == 1
      return isLevel ? .infinity : SketchGap(other).mean(to: shares)
    }
    let itself = distance(target.function, isSlope: !target.isSlope)
    var best = (
      distance: itself,
      curve: target.isSlope
        ? SketchLookalike.functionInsteadOfSlope : .slopeInsteadOfFunction
    )
    for function in functions where function != target.function.activation {
      let other = distance(function.withDefaults, isSlope: target.isSlope)
      if other < best.distance { best = (other, .other(function)) }
    }
    return best.distance < 0.025 && best.distance + 0.01 < gap && best.distance < gap / 2
      ? best.curve : nil
  }
}
