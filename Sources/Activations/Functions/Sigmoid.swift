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
    facts: Facts(
      zeroCentred: false,
      monotonicity: .strictlyIncreasing,
      smoothness: .smooth,
      good: "Output between 0 and 1 reads as a probability",
      bad: "Slope at most 1/4 and near 0 on both sides: gradients vanish",
      use: "Output for yes/no questions; gates in LSTM and GRU",
      introducedBy: "Rumelhart, Hinton & Williams 1986",
      meanOutput: 0.5),
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
