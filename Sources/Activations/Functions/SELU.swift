extension Catalogue {
  /// λ, the scale of the positive side.
  private static let scale = 1.0507009873554805
  /// λα: how far the negative side falls.
  private static let depth = 1.0507009873554805 * 1.6732632423543772

  /// The self-normalising ELU: the one scaled ELU that keeps mean 0 and variance 1.
  ///
  /// - Source: Klambauer et al. 2017, eqs. 2 and 14; |f′| = 0.01 at x = ln(0.01/(λα)).
  static let selu = Activation(
    id: "selu",
    name: "SELU",
    variantOf: "elu",
    formula: "λx if x > 0, else λα(eˣ − 1), λ = 1.0507, α = 1.6733",
    derivativeFormula: "λ if x > 0, else λαeˣ",
    facts: Facts(
      zeroCentred: true,
      monotonicity: .strictlyIncreasing,
      smoothness: .kink,
      good: "Keeps mean 0 and variance 1 without normalisation",
      bad: "Only with LeCun init and alpha dropout, dense layers",
      use: "Deep dense nets without normalisation",
      introducedBy: "Klambauer, Unterthiner, Mayr & Hochreiter 2017",
      meanOutput: 0),
    curve: { _ in
      Activation.Curve(
        value: { x in x > 0 ? scale * x : depth * RealMath.expm1(x) },
        derivative: { x in x > 0 ? scale : Exponential.scaled(depth, x) },
        secondDerivative: { x in x > 0 ? 0 : Exponential.scaled(depth, x) })
    },
    range: { _ in ValueRange(lower: .open(-depth), upper: .unbounded) },
    kinks: { _ in [Kink(x: 0, leftSlope: depth, rightSlope: scale, slopeUsed: depth)] },
    landmarks: { _ in
      [LandmarkPlace(.smallSlopeToTheLeft, at: RealMath.log(Landmark.smallSlope / depth))]
    })
}
