extension Catalogue {
  private static let temperature = Parameter(
    name: "temperature", symbol: "T", default: 1, allowed: 0.05...20, step: 0.05,
    limits: [
      Parameter.Limit(value: 0, description: "a step: the largest logit has probability 1"),
      Parameter.Limit(value: .infinity, description: "1/K for every class"),
    ])
  private static let classes = Parameter(
    name: "classes", symbol: "K", default: 3, allowed: 2...10, step: 1, isWhole: true,
    limits: [Parameter.Limit(value: 2, description: "sigmoid of x/T")])

  /// One probability of softmax while its own logit x moves and the other K − 1 logits stay at 0.
  ///
  /// Softmax maps K logits to K probabilities (see `Softmax`), so it has no curve of its own. This
  /// is the slice p(x) = e^(x/T)/(e^(x/T) + K − 1) = σ(x/T − ln(K − 1)), with slope p(1 − p)/T.
  /// The stable form takes e^−|x/T|; |p′| = 0.01 where cosh(x/T − ln(K − 1)) = 1/(2·0.01·T) − 1.
  static let softmaxCurve = Activation(
    id: "softmax",
    name: "Softmax",
    formula: "e^(x/T) / (e^(x/T) + K − 1)",
    derivativeFormula: "p(1 − p) / T",
    parameters: [temperature, classes],
    facts: Facts(
      zeroCentred: false,
      monotonicity: .strictlyIncreasing,
      smoothness: .smooth,
      good: "K probabilities with sum 1; drawn: one, other logits 0",
      bad: "Saturates: no gradient once one probability is near 1",
      use: "Output for one of K classes; attention weights",
      introducedBy: "Bridle 1990",
      meanOutput: nil),
    known: KnownValues(
      source: "known_values.py, mpmath 1.3",
      points: [
        .init(-37, 4.266523812872033e-17, 4.266523812872032e-17, 4.266523812872032e-17),
        .init(-6, 0.0012378419366357767, 0.0012363096839756826, 0.0012332489720286945),
        .init(-1.5, 0.10036756468345168, 0.09029391664296482, 0.07216875560459489),
        .init(-0.5, 0.2326965376188986, 0.1785488589990751, 0.0954534564292957),
        .init(0.5, 0.45186276187760605, 0.24768280630594794, 0.02384553245194439),
        .init(1.5, 0.6914384540362276, 0.21335131831621917, -0.08168729309009617),
        .init(10, 0.9999092083843409, 9.078337254154784e-05, -9.07668878034118e-05),
      ],
      left: .init(value: 0, derivative: 0), right: .init(value: 1, derivative: 0),
      range: "(0, 1)",
      landmarks: [.smallSlopeToTheLeft, .maximumSlope, .smallSlopeToTheRight]),
    curve: { parameters in
      SoftmaxSlice(
        temperature: parameters[temperature], others: parameters[classes] - 1
      ).curve
    },
    range: { _ in ValueRange(lower: .open(0), upper: .open(1)) },
    landmarks: { parameters in
      let temperature = parameters[temperature]
      let centre = temperature * RealMath.log(parameters[classes] - 1)
      let flat = temperature * RealMath.acosh(0.5 / (Landmark.smallSlope * temperature) - 1)
      return [
        LandmarkPlace(.smallSlopeToTheLeft, at: centre - flat),
        LandmarkPlace(.maximumSlope, at: centre),
        LandmarkPlace(.smallSlopeToTheRight, at: centre + flat),
      ]
    })
}

/// One softmax probability as a function of its own logit, all other logits being 0.
private struct SoftmaxSlice: Sendable {
  var temperature: Double
  /// K − 1, the number of logits that stay at 0.
  var others: Double

  var curve: Activation.Curve {
    Activation.Curve(
      value: { probability($0) }, derivative: { slope($0) },
      secondDerivative: { slope($0) * (1 - 2 * probability($0)) / temperature })
  }

  func probability(_ x: Double) -> Double {
    let z = TwoPartNumber(quotient: x, temperature)
    guard z.high < 0 else { return 1 / (1 + others * RealMath.exp(-z.high) * (1 - z.low)) }
    let e = RealMath.exp(z.high) * (1 + z.low)
    return Exponential.scaled((1 + z.low) / (e + others), z.high)
  }

  func slope(_ x: Double) -> Double {
    let z = TwoPartNumber(quotient: x, temperature)
    let towardsZero = z.high < 0 ? z.low : -z.low
    let e = RealMath.exp(-z.high.magnitude) * (1 + towardsZero)
    let sum = z.high < 0 ? e + others : 1 + others * e
    let factor = others * (1 + towardsZero) / (sum * sum * temperature)
    return Exponential.scaled(factor, -z.high.magnitude)
  }
}
