extension Catalogue {
  /// Swish with the hard sigmoid as its gate, x·relu6(x + 3)/6.
  ///
  /// Written with branches: the product overflows where the function does not.
  ///
  /// - Source: Howard et al. 2019, §5.2; a parabola between −3 and 3 with its least value −3/8.
  static let hardSwish = Activation(
    id: "hard-swish",
    name: "Hard swish",
    variantOf: "swish",
    formula: "x · min(max(0, x + 3), 6) / 6",
    derivativeFormula: "0 if x ≤ −3, 1 if x ≥ 3, else (2x + 3)/6",
    roles: [.advancedQuestions, .hiddenLayers],
    facts: Facts(
      zeroCentred: false,
      monotonicity: .notMonotonic,
      smoothness: .kink,
      good: "Swish's dip without its exponential",
      bad: "Slope jumps from 3/2 to 1 at x = 3; dead below −3",
      use: "MobileNetV3 and similar networks",
      introducedBy: "Howard et al. 2019",
      meanOutput: 0.1662167007),
    known: KnownValues(
      source: "known_values.py, mpmath 1.3",
      points: [
        .init(-37, 0, 0, 0),
        .init(-6, 0, 0, 0),
        .init(-1.5, -0.375, 0, 0.3333333333333333),
        .init(-0.5, -0.20833333333333334, 0.3333333333333333, 0.3333333333333333),
        .init(0.5, 0.2916666666666667, 0.6666666666666666, 0.3333333333333333),
        .init(1.5, 1.125, 1, 0.3333333333333333),
        .init(10, 10, 1, 0),
      ],
      left: .init(value: 0, derivative: 0), right: .init(value: .infinity, derivative: 1),
      range: "[-0.375, ∞)",
      landmarks: [.kink, .smallSlopeToTheLeft, .minimum, .kink]),
    curve: { _ in
      Activation.Curve(
        value: { x in x <= -3 ? 0 : x < 3 ? x * (x + 3) / 6 : x },
        derivative: { x in x <= -3 ? 0 : x < 3 ? (2 * x + 3) / 6 : x.isNaN ? x : 1 },
        secondDerivative: { x in x.magnitude < 3 ? 1.0 / 3 : x.isNaN ? x : 0 })
    },
    range: { _ in ValueRange(lower: .closed(-0.375), upper: .unbounded) },
    kinks: { _ in
      [
        Kink(x: -3, leftSlope: 0, rightSlope: -0.5, slopeUsed: 0),
        Kink(x: 3, leftSlope: 1.5, rightSlope: 1, slopeUsed: 1),
      ]
    },
    landmarks: { _ in
      [LandmarkPlace(.smallSlopeToTheLeft, at: -3), LandmarkPlace(.minimum, at: -1.5)]
    })
}
