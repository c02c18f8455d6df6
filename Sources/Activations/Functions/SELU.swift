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
    roles: [.advancedQuestions, .hiddenLayers],
    facts: Facts(
      zeroCentred: true,
      monotonicity: .strictlyIncreasing,
      smoothness: .kink,
      good: "Keeps mean 0 and variance 1 without normalisation",
      bad: "Only with LeCun init and alpha dropout, dense layers",
      use: "Deep dense nets without normalisation",
      introducedBy: "Klambauer, Unterthiner, Mayr & Hochreiter 2017",
      meanOutput: 0),
    known: KnownValues(
      source: "known_values.py, mpmath 1.3",
      points: [
        .init(-37, -1.7580993408473766, 1.5001945406239914e-16, 1.5001945406239914e-16),
        .init(-6, -1.7537414482794556, 0.0043578925679211246, 0.0043578925679211246),
        .init(-1.5, -1.3658143533672527, 0.3922849874801241, 0.3922849874801241),
        .init(-0.5, -0.6917581878028713, 1.0663411530445053, 1.0663411530445053),
        .init(0.5, 0.5253504936777402, 1.0507009873554805, 0),
        .init(1.5, 1.5760514810332207, 1.0507009873554805, 0),
        .init(10, 10.507009873554804, 1.0507009873554805, 0),
      ],
      left: .init(value: -1.7580993408473766, derivative: 0),
      right: .init(value: .infinity, derivative: 1.0507009873554805),
      range: "(-1.758, ∞)",
      landmarks: [.smallSlopeToTheLeft, .kink]),
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
