extension Catalogue {
  /// Softsign, x/(1 + |x|): saturates like tanh, but by a power and not exponentially.
  ///
  /// - Source: Bergstra et al. 2009, studied in Glorot & Bengio 2010; the slope 1/(1 + |x|)² is 0.01
  ///   at |x| = 9.
  static let softsign = Activation(
    id: "softsign",
    name: "Softsign",
    formula: "x / (1 + |x|)",
    derivativeFormula: "1 / (1 + |x|)²",
    roles: [.advancedQuestions, .hiddenLayers],
    facts: Facts(
      zeroCentred: true,
      monotonicity: .strictlyIncreasing,
      smoothness: .continuouslyDifferentiable,
      good: "Saturates slowly: slope > 0.01 up to |x| = 9",
      bad: "Slope falls to 1/4 at |x| = 1",
      use: "Rare; a gentler tanh",
      introducedBy: "Bergstra, Desjardins, Lamblin & Bengio 2009",
      meanOutput: 0),
    known: KnownValues(
      source: "known_values.py, mpmath 1.3",
      points: [
        .init(-37, -0.9736842105263158, 0.0006925207756232687, 3.644846187490888e-05),
        .init(-6, -0.8571428571428571, 0.02040816326530612, 0.0058309037900874635),
        .init(-1.5, -0.6, 0.16, 0.128),
        .init(-0.5, -0.3333333333333333, 0.4444444444444444, 0.5925925925925926),
        .init(0.5, 0.3333333333333333, 0.4444444444444444, -0.5925925925925926),
        .init(1.5, 0.6, 0.16, -0.128),
        .init(10, 0.9090909090909091, 0.008264462809917356, -0.0015026296018031556),
      ],
      left: .init(value: -1, derivative: 0), right: .init(value: 1, derivative: 0),
      range: "(-1, 1)",
      landmarks: [.smallSlopeToTheLeft, .maximumSlope, .smallSlopeToTheRight]),
    curve: { _ in
      Activation.Curve(
        value: { x in x.isInfinite ? (x > 0 ? 1 : -1) : x / (1 + x.magnitude) },
        derivative: { x in
          let share = 1 / (1 + x.magnitude)
          return share * share
        },
        secondDerivative: { x in
          let share = 1 / (1 + x.magnitude)
          return (x > 0 ? -2 : 2) * share * share * share
        })
    },
    range: { _ in ValueRange(lower: .open(-1), upper: .open(1)) },
    landmarks: { _ in
      let flat = (1 / Landmark.smallSlope).squareRoot() - 1
      return [
        LandmarkPlace(.smallSlopeToTheLeft, at: -flat),
        LandmarkPlace(.maximumSlope, at: 0),
        LandmarkPlace(.smallSlopeToTheRight, at: flat),
      ]
    })
}
