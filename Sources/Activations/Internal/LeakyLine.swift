/// Two straight pieces that meet at 0: slope 1 for x > 0, α elsewhere.
struct LeakyLine: Sendable {
  /// The slope of the left piece, at least 0.
  var alpha: Double

  var curve: Activation.Curve {
    Activation.Curve(
      // With α = 0 the limit at −∞ is 0, where the product would be NaN.
      value: { x in x > 0 || x.isNaN ? x : alpha == 0 ? 0 : alpha * x },
      derivative: { x in x > 0 ? 1 : x.isNaN ? x : alpha })
  }

  var range: ValueRange {
    alpha > 0 ? .allReals : ValueRange(lower: .closed(0), upper: .unbounded)
  }

  var kinks: [Kink] {
    alpha == 1 ? [] : [Kink(x: 0, leftSlope: alpha, rightSlope: 1, slopeUsed: alpha)]
  }

  var landmarks: [LandmarkPlace] {
    alpha < Landmark.smallSlope ? [LandmarkPlace(.smallSlopeToTheLeft, at: 0)] : []
  }
}
