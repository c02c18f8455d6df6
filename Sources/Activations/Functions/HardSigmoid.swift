extension Catalogue {
  /// The sigmoid in three straight pieces, relu6(x + 3)/6.
  ///
  /// - Source: Howard et al. 2019, §5.2 (the form in use today); Courbariaux et al. 2015 clip
  ///   (x + 1)/2 instead.
  static let hardSigmoid = Activation(
    id: "hard-sigmoid",
    name: "Hard sigmoid",
    variantOf: "sigmoid",
    formula: "min(max(0, x + 3), 6) / 6",
    derivativeFormula: "1/6 if −3 < x < 3, else 0",
    roles: [.advancedQuestions],
    facts: Facts(
      zeroCentred: false,
      monotonicity: .nonDecreasing,
      smoothness: .kink,
      good: "A sigmoid without an exponential",
      bad: "No gradient at all beyond |x| = 3",
      use: "Gates on phones: MobileNetV3",
      introducedBy: "Courbariaux, Bengio & David 2015",
      meanOutput: 0.5),
    known: KnownValues(
      source: "known_values.py, mpmath 1.3",
      points: [
        .init(-37, 0, 0, 0),
        .init(-6, 0, 0, 0),
        .init(-1.5, 0.25, 0.16666666666666666, 0),
        .init(-0.5, 0.4166666666666667, 0.16666666666666666, 0),
        .init(0.5, 0.5833333333333334, 0.16666666666666666, 0),
        .init(1.5, 0.75, 0.16666666666666666, 0),
        .init(10, 1, 0, 0),
      ],
      left: .init(value: 0, derivative: 0), right: .init(value: 1, derivative: 0),
      range: "[0, 1]",
      landmarks: [.kink, .smallSlopeToTheLeft, .kink, .smallSlopeToTheRight]),
    curve: { _ in
      Activation.Curve(
        value: { x in x <= -3 ? 0 : x >= 3 ? 1 : (x + 3) / 6 },
        derivative: { x in x.magnitude < 3 ? 1.0 / 6 : x.isNaN ? x : 0 })
    },
    range: { _ in ValueRange(lower: .closed(0), upper: .closed(1)) },
    kinks: { _ in
      [
        Kink(x: -3, leftSlope: 0, rightSlope: 1.0 / 6, slopeUsed: 0),
        Kink(x: 3, leftSlope: 1.0 / 6, rightSlope: 0, slopeUsed: 0),
      ]
    },
    landmarks: { _ in
      [LandmarkPlace(.smallSlopeToTheLeft, at: -3), LandmarkPlace(.smallSlopeToTheRight, at: 3)]
    })
}
