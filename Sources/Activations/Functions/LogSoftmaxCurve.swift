extension Catalogue {
  private static let temperature = Parameter(
    name: "temperature", symbol: "T", default: 1, allowed: 0.05...20, step: 0.05,
    limits: [Parameter.Limit(value: .infinity, description: "−ln K for every class")])
  private static let classes = Parameter(
    name: "classes", symbol: "K", default: 3, allowed: 2...10, step: 1, isWhole: true,
    limits: [Parameter.Limit(value: 2, description: "log-sigmoid of x/T")])

  /// The logarithm of one softmax probability while the other K − 1 logits stay at 0, in nats.
  ///
  /// With z = x/T it is −ln(1 + (K − 1)e⁻ᶻ), with slope (1 − p)/T. Taken from the probability it
  /// would be −∞ as soon as that underflows; taken this way it never is. |f′| = 0.01 where
  /// z = ln(K − 1) + ln(1/(0.01·T) − 1).
  ///
  /// - Source: the definition of softmax, Bridle 1990, and log-sum-exp.
  static let logSoftmaxCurve = Activation(
    id: "log-softmax",
    name: "Log-softmax",
    formula: "x/T − ln(e^(x/T) + K − 1)",
    derivativeFormula: "(1 − p) / T",
    parameters: [temperature, classes],
    facts: Facts(
      zeroCentred: false,
      monotonicity: .strictlyIncreasing,
      smoothness: .smooth,
      good: "Keeps its digits where the probability rounds to 0",
      bad: "Is a log-probability: exponentiate before showing it",
      use: "Inside cross-entropy, which expects log-probabilities",
      introducedBy: "Bridle 1990 (softmax)",
      meanOutput: nil),
    known: KnownValues(
      source: "known_values.py, mpmath 1.3",
      points: [
        .init(-37, -37.69314718055995, 1, -4.266523812872032e-17),
        .init(-6, -6.694385789255728, 0.9987621580633642, -0.0012363096839756826),
        .init(-1.5, -2.2989161848417257, 0.8996324353165484, -0.09029391664296482),
        .init(-0.5, -1.4580200879470337, 0.7673034623811014, -0.1785488589990751),
        .init(0.5, -0.7943767694176432, 0.548137238122394, -0.24768280630594794),
        .init(1.5, -0.36898113540131544, 0.3085615459637724, -0.21335131831621917),
        .init(10, -9.079573746724444e-05, 9.079161565902182e-05, -9.078337254154784e-05),
      ],
      left: .init(value: -.infinity, derivative: 1), right: .init(value: 0, derivative: 0),
      range: "(-∞, 0)",
      landmarks: [.smallSlopeToTheRight]),
    curve: { parameters in
      LogSoftmaxSlice(
        temperature: parameters[temperature], others: parameters[classes] - 1
      ).curve
    },
    range: { _ in ValueRange(lower: .unbounded, upper: .open(0)) },
    landmarks: { parameters in
      let temperature = parameters[temperature]
      let z =
        RealMath.log(parameters[classes] - 1)
        + RealMath.log(1 / (Landmark.smallSlope * temperature) - 1)
      return [LandmarkPlace(.smallSlopeToTheRight, at: z * temperature)]
    })
}

/// The logarithm of one softmax probability as a function of its own logit, the others being 0.
private struct LogSoftmaxSlice: Sendable {
  var temperature: Double
  /// K − 1, the number of logits that stay at 0.
  var others: Double

  var curve: Activation.Curve {
    Activation.Curve(
      value: { logarithm($0) }, derivative: { slope($0) },
      secondDerivative: { secondDerivative($0) })
  }

  func logarithm(_ x: Double) -> Double {
    let z = TwoPartNumber(quotient: x, temperature)
    guard z.high >= 0 else {
      let e = RealMath.exp(z.high) * (1 + z.low)
      return z.high + z.low - RealMath.log(others) - RealMath.log1p(e / others)
    }
    // Above e^40 times the others the logarithm is its argument to every digit.
    guard z.high < 45 else { return -Exponential.scaled(others * (1 - z.low), -z.high) }
    return -RealMath.log1p(others * RealMath.exp(-z.high) * (1 - z.low))
  }

  func slope(_ x: Double) -> Double {
    let z = TwoPartNumber(quotient: x, temperature)
    guard z.high >= 0 else {
      return others / (RealMath.exp(z.high) * (1 + z.low) + others) / temperature
    }
    let e = RealMath.exp(-z.high) * (1 - z.low)
    return Exponential.scaled(others * (1 - z.low) / ((1 + others * e) * temperature), -z.high)
  }

  func secondDerivative(_ x: Double) -> Double {
    let z = x / temperature
    let e = RealMath.exp(-z.magnitude)
    let sum = z < 0 ? e + others : 1 + others * e
    return -others * e / (sum * sum * temperature * temperature)
  }
}
