extension Catalogue {
  /// The logistic function σ(x) = 1/(1 + e^−x).
  ///
  /// - Source: the stable form takes e^−|x|, and σ′ = σ(x)σ(−x) is free of the cancellation in
  ///   σ(1 − σ); σ′ = 0.01 where cosh x = 1/(2·0.01) − 1 = 49.
  static let sigmoid = Activation(
    id: "sigmoid",
    aliases: ["logistic"],
    name: "Sigmoid",
    formula: "1 / (1 + e⁻ˣ)",
    derivativeFormula: "σ(x) · (1 − σ(x))",
    roles: [.basicQuestions, .hiddenLayers],
    facts: Facts(
      zeroCentred: false,
      monotonicity: .strictlyIncreasing,
      smoothness: .smooth,
      good: "Output between 0 and 1 reads as a probability",
      bad: "Slope at most 1/4 and near 0 on both sides: gradients vanish",
      use: "Output for yes/no questions; gates in LSTM and GRU",
      introducedBy: "Rumelhart, Hinton & Williams 1986",
      meanOutput: 0.5),
    known: KnownValues(
      source: "known_values.py, mpmath 1.3",
      points: [
        .init(-37, 8.533047625744065e-17, 8.533047625744065e-17, 8.533047625744063e-17),
        .init(-6, 0.0024726231566347743, 0.0024665092913600476, 0.0024543117953803044),
        .init(-1.5, 0.18242552380635635, 0.14914645207033286, 0.09473021278475267),
        .init(-0.5, 0.37754066879814546, 0.2350037122015945, 0.05755679485232074),
        .init(0.5, 0.6224593312018546, 0.2350037122015945, -0.05755679485232074),
        .init(1.5, 0.8175744761936437, 0.14914645207033286, -0.09473021278475267),
        .init(10, 0.9999546021312976, 4.5395807735951673e-05, -4.53916859901132e-05),
      ],
      left: .init(value: 0, derivative: 0), right: .init(value: 1, derivative: 0),
      range: "(0, 1)",
      landmarks: [.smallSlopeToTheLeft, .maximumSlope, .smallSlopeToTheRight]),
    curve: { _ in
      Activation.Curve(
        value: { x in
          let e = RealMath.exp(-x.magnitude)
          return x < 0 ? e / (1 + e) : 1 / (1 + e)
        },
        derivative: { x in
          let e = RealMath.exp(-x.magnitude)
          return e / ((1 + e) * (1 + e))
        },
        secondDerivative: { x in
          let e = RealMath.exp(-x.magnitude)
          let secondDerivative = e * (1 - e) / ((1 + e) * (1 + e) * (1 + e))
          return x < 0 ? secondDerivative : -secondDerivative
        })
    },
    range: { _ in ValueRange(lower: .open(0), upper: .open(1)) },
    landmarks: { _ in
      let flat = RealMath.acosh(0.5 / Landmark.smallSlope - 1)
      return [
        LandmarkPlace(.smallSlopeToTheLeft, at: -flat),
        LandmarkPlace(.maximumSlope, at: 0),
        LandmarkPlace(.smallSlopeToTheRight, at: flat),
      ]
    })
}
