extension Catalogue {
  /// The rectified linear unit, max(0, x).
  static let relu = Activation(
    id: "relu",
    name: "ReLU",
    formula: "max(0, x)",
    derivativeFormula: "1 if x > 0, else 0",
    roles: [.basicQuestions, .hiddenLayers],
    facts: Facts(
      zeroCentred: false,
      monotonicity: .nonDecreasing,
      smoothness: .kink,
      good: "Cheap, and slope 1 wherever it is active",
      bad: "No gradient for x < 0: units can die",
      use: "Hidden layers of convolutional nets, with He init",
      introducedBy: "Fukushima 1969; Nair & Hinton 2010",
      meanOutput: 0.3989422804),
    known: KnownValues(
      source: "known_values.py, mpmath 1.3",
      points: [
        .init(-37, 0, 0, 0),
        .init(-6, 0, 0, 0),
        .init(-1.5, 0, 0, 0),
        .init(-0.5, 0, 0, 0),
        .init(0.5, 0.5, 1, 0),
        .init(1.5, 1.5, 1, 0),
        .init(10, 10, 1, 0),
      ],
      left: .init(value: 0, derivative: 0), right: .init(value: .infinity, derivative: 1),
      range: "[0, ∞)",
      landmarks: [.kink, .smallSlopeToTheLeft]),
    curve: { _ in
      Activation.Curve(
        value: { x in x <= 0 ? 0 : x },
        derivative: { x in x > 0 ? 1 : x <= 0 ? 0 : x })
    },
    range: { _ in ValueRange(lower: .closed(0), upper: .unbounded) },
    kinks: { _ in [Kink(x: 0, leftSlope: 0, rightSlope: 1, slopeUsed: 0)] },
    landmarks: { _ in [LandmarkPlace(.smallSlopeToTheLeft, at: 0)] })
}
