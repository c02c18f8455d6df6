extension Catalogue {
  private static let beta = Parameter(
    name: "beta", symbol: "β", default: 1, allowed: 0.1...100, step: 0.1,
    limits: [Parameter.Limit(value: .infinity, description: "ReLU")],
    compared: [0.3, 0.7, 1.5, 5])

  /// Softplus, ln(1 + e^(βx))/β: a rectifier with its corner rounded off.
  ///
  /// - Source: Dugas et al. 2000, §2; its slope is the logistic function of βx, which is 0.01 at
  ///   βx = −ln 99.
  static let softplus = Activation(
    id: "softplus",
    name: "Softplus",
    formula: "ln(1 + e^(βx)) / β",
    derivativeFormula: "σ(βx)",
    parameters: [beta],
    roles: [.advancedQuestions, .hiddenLayers],
    facts: Facts(
      zeroCentred: false,
      monotonicity: .strictlyIncreasing,
      smoothness: .smooth,
      good: "Smooth everywhere, and always positive",
      bad: "Never 0, so nothing is sparse; costs more than ReLU",
      use: "Outputs that must be positive, such as a variance",
      introducedBy: "Dugas, Bengio, Bélisle, Nadeau & Garcia 2000",
      meanOutput: 0.8060591833),
    known: KnownValues(
      source: "known_values.py, mpmath 1.3",
      points: [
        .init(-37, 8.533047625744066e-17, 8.533047625744065e-17, 8.533047625744065e-17),
        .init(-6, 0.0024756851377304495, 0.0024726231566347743, 0.0024665092913600476),
        .init(-1.5, 0.2014132779827524, 0.18242552380635635, 0.14914645207033286),
        .init(-0.5, 0.4740769841801067, 0.37754066879814546, 0.2350037122015945),
        .init(0.5, 0.9740769841801067, 0.6224593312018546, 0.2350037122015945),
        .init(1.5, 1.7014132779827524, 0.8175744761936437, 0.14914645207033286),
        .init(10, 10.000045398899218, 0.9999546021312976, 4.5395807735951673e-05),
      ],
      left: .init(value: 0, derivative: 0), right: .init(value: .infinity, derivative: 1),
      range: "(0, ∞)",
      landmarks: [.smallSlopeToTheLeft]),
    curve: { parameters in
      let beta = parameters[beta]
      return Activation.Curve(
        value: { x in
          let w = TwoPartNumber(product: beta, x)
          guard w.high < 0 else { return x + RealMath.log1p(RealMath.exp(-w.high)) / beta }
          // Below e^−40 the logarithm is its argument to every digit.
          guard w.high > -40 else { return Exponential.scaled((1 + w.low) / beta, w.high) }
          return RealMath.log1p(RealMath.exp(w.high) * (1 + w.low)) / beta
        },
        derivative: { x in
          let w = TwoPartNumber(product: beta, x)
          let e = RealMath.exp(-w.high.magnitude) * (1 + (w.high < 0 ? w.low : -w.low))
          return w.high < 0 ? Exponential.scaled((1 + w.low) / (1 + e), w.high) : 1 / (1 + e)
        },
        secondDerivative: { x in
          let e = RealMath.exp(-(beta * x).magnitude)
          return beta * e / ((1 + e) * (1 + e))
        })
    },
    range: { _ in ValueRange(lower: .open(0), upper: .unbounded) },
    landmarks: { parameters in
      let flat = RealMath.log(1 / Landmark.smallSlope - 1)
      return [LandmarkPlace(.smallSlopeToTheLeft, at: -flat / parameters[beta])]
    })
}
