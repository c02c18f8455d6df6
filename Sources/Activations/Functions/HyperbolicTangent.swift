extension Catalogue {
  /// The hyperbolic tangent, 2σ(2x) − 1.
  ///
  /// - Source: tanh′ = sech² = (2/(eˣ + e⁻ˣ))², free of the cancellation in 1 − tanh²; it is 0.01
  ///   where cosh x = 10.
  static let hyperbolicTangent = Activation(
    id: "tanh",
    name: "Tanh",
    formula: "(eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)",
    derivativeFormula: "1 − tanh²(x)",
    roles: [.basicQuestions, .hiddenLayers],
    facts: Facts(
      zeroCentred: true,
      monotonicity: .strictlyIncreasing,
      smoothness: .smooth,
      good: "Zero-centred, with slope 1 at 0",
      bad: "Saturates sooner than sigmoid: slope < 0.01 beyond |x| = 3",
      use: "Recurrent nets; outputs between −1 and 1",
      introducedBy: "Kalman & Kwasny 1992 (for neural nets)",
      meanOutput: 0),
    known: KnownValues(
      source: "known_values.py, mpmath 1.3",
      points: [
        .init(-37, -1, 2.9125160713286574e-32, 5.825032142657315e-32),
        .init(-6, -0.9999877116507956, 2.4576547405332702e-05, 4.915249080027189e-05),
        .init(-1.5, -0.9051482536448664, 0.18070663892364852, 0.32713259728754784),
        .init(-0.5, -0.46211715726000974, 0.7864477329659274, 0.7268619813835873),
        .init(0.5, 0.46211715726000974, 0.7864477329659274, -0.7268619813835873),
        .init(1.5, 0.9051482536448664, 0.18070663892364852, -0.32713259728754784),
        .init(10, 0.9999999958776927, 8.244614455767397e-09, -1.6489228843561127e-08),
      ],
      left: .init(value: -1, derivative: 0), right: .init(value: 1, derivative: 0),
      range: "(-1, 1)",
      landmarks: [.smallSlopeToTheLeft, .maximumSlope, .smallSlopeToTheRight]),
    curve: { _ in
      Activation.Curve(
        value: { x in RealMath.tanh(x) },
        derivative: { x in
          let e = RealMath.exp(-x.magnitude)
          let sech = 2 * e / (1 + e * e)
          return sech * sech
        },
        secondDerivative: { x in
          let e = RealMath.exp(-x.magnitude)
          let sech = 2 * e / (1 + e * e)
          return -2 * RealMath.tanh(x) * sech * sech
        })
    },
    range: { _ in ValueRange(lower: .open(-1), upper: .open(1)) },
    landmarks: { _ in
      let flat = RealMath.acosh((1 / Landmark.smallSlope).squareRoot())
      return [
        LandmarkPlace(.smallSlopeToTheLeft, at: -flat),
        LandmarkPlace(.maximumSlope, at: 0),
        LandmarkPlace(.smallSlopeToTheRight, at: flat),
      ]
    })
}
