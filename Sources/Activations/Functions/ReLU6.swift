extension Catalogue {
  /// The rectifier with a ceiling, min(max(0, x), 6).
  ///
  /// - Source: Krizhevsky 2010, §2; the ceiling keeps activations representable in few bits.
  static let relu6 = Activation(
    id: "relu6",
    name: "ReLU6",
    variantOf: "relu",
    formula: "min(max(0, x), 6)",
    derivativeFormula: "1 if 0 < x < 6, else 0",
    roles: [.advancedQuestions],
    facts: Facts(
      zeroCentred: false,
      monotonicity: .nonDecreasing,
      smoothness: .kink,
      good: "Bounded, so it survives 8-bit arithmetic",
      bad: "No gradient on either side: units can die twice",
      use: "MobileNet and other nets that are quantised",
      introducedBy: "Krizhevsky 2010",
      meanOutput: 0.3989422802),
    known: KnownValues(
      source: "known_values.py, mpmath 1.3",
      points: [
        .init(-37, 0, 0, 0),
        .init(-6, 0, 0, 0),
        .init(-1.5, 0, 0, 0),
        .init(-0.5, 0, 0, 0),
        .init(0.5, 0.5, 1, 0),
        .init(1.5, 1.5, 1, 0),
        .init(10, 6, 0, 0),
      ],
      left: .init(value: 0, derivative: 0), right: .init(value: 6, derivative: 0),
      range: "[0, 6]",
      landmarks: [.kink, .smallSlopeToTheLeft, .kink, .smallSlopeToTheRight]),
    curve: { _ in
      Activation.Curve(
        value: { x in x <= 0 ? 0 : x >= 6 ? 6 : x },
        derivative: { x in x > 0 && x < 6 ? 1 : x.isNaN ? x : 0 })
    },
    range: { _ in ValueRange(lower: .closed(0), upper: .closed(6)) },
    kinks: { _ in
      [
        Kink(x: 0, leftSlope: 0, rightSlope: 1, slopeUsed: 0),
        Kink(x: 6, leftSlope: 1, rightSlope: 0, slopeUsed: 0),
      ]
    },
    landmarks: { _ in
      [LandmarkPlace(.smallSlopeToTheLeft, at: 0), LandmarkPlace(.smallSlopeToTheRight, at: 6)]
    })
}
