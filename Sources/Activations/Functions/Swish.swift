extension Catalogue {
  private static let beta = Parameter(
    name: "beta", symbol: "β", default: 1, allowed: 0...100, step: 0.1,
    limits: [
      Parameter.Limit(value: 0, description: "x/2"),
      Parameter.Limit(value: 1, description: "SiLU"),
      Parameter.Limit(value: .infinity, description: "ReLU"),
    ],
    compared: [0.2, 0.6, 1.5, 6])

  /// W₀(1/e): the minimum is −W₀(1/e)/β, at x = −(1 + W₀(1/e))/β.
  ///
  /// Computed with mpmath.
  static let swishDepth = 0.2784645427610738
  /// The βx of the greatest slope; −βx has the least.
  ///
  /// Root of f″, computed with mpmath.
  static let swishSteepest = 2.3993572805154677
  /// The βx below which −0.01 < f′ < 0.
  ///
  /// Root of f′ + 0.01, computed with mpmath.
  private static let flat = -6.261388848819966

  /// Swish, x·σ(βx); with β = 1 also called SiLU.
  ///
  /// All members of the family are one curve: βf(x) depends on βx only.
  ///
  /// - Source: Ramachandran et al. 2017, §2; the minimum from 1 + u·σ(−u) = 0, u = βx.
  static let swish = Activation(
    id: "swish",
    aliases: ["silu"],
    name: "Swish",
    formula: "x · σ(βx)",
    derivativeFormula: "σ(βx) + βx · σ(βx) · (1 − σ(βx))",
    parameters: [beta],
    roles: [.basicQuestions, .hiddenLayers],
    facts: Facts(
      zeroCentred: false,
      monotonicity: .notMonotonic,
      smoothness: .smooth,
      good: "Smooth, and passes gradient for moderate x < 0",
      bad: "Needs an exponential; dips below 0 for x < 0",
      use: "EfficientNet; SiLU gates (SwiGLU) in LLaMA",
      introducedBy: "Elfwing et al. 2017; Ramachandran et al. 2017",
      meanOutput: 0.2066209641),
    known: KnownValues(
      source: "known_values.py, mpmath 1.3",
      points: [
        .init(-37, -3.1572276215253042e-15, -3.071897145267863e-15, -2.986566669010422e-15),
        .init(-6, -0.014835738939808645, -0.012326432591525513, -0.00979285218956173),
        .init(-1.5, -0.2736382857095345, -0.041294154299142946, 0.1561975849635367),
        .init(-0.5, -0.18877033439907273, 0.2600388126973482, 0.4412290269770286),
        .init(0.5, 0.3112296656009273, 0.7399611873026518, 0.4412290269770286),
        .init(1.5, 1.2263617142904655, 1.041294154299143, 0.1561975849635367),
        .init(10, 9.999546021312975, 1.000408560208657, -0.0003631252444292286),
      ],
      left: .init(value: 0, derivative: 0), right: .init(value: .infinity, derivative: 1),
      range: "[-0.2785, ∞)",
      landmarks: [.smallSlopeToTheLeft, .inflection, .minimum, .maximumSlope]),
    curve: { parameters in
      let beta = parameters[beta]
      guard beta > 0 else {
        return Activation.Curve(value: { x in x / 2 }, derivative: { x in x.isNaN ? x : 0.5 })
      }
      return Activation.Curve(
        value: { x in LogisticGate.value(x, TwoPartNumber(product: beta, x)) },
        derivative: { x in
          let w = TwoPartNumber(product: beta, x)
          return LogisticGate.slope(w, growth: w.high)
        },
        secondDerivative: { x in
          LogisticGate.secondDerivative(x, w: beta * x, slope: beta, secondDerivative: 0)
        })
    },
    range: { parameters in
      let minimum = -swishDepth / parameters[beta]
      return minimum.isFinite ? ValueRange(lower: .closed(minimum), upper: .unbounded) : .allReals
    },
    landmarks: { parameters in
      let beta = parameters[beta]
      return [
        LandmarkPlace(.smallSlopeToTheLeft, at: flat / beta),
        LandmarkPlace(.inflection, at: -swishSteepest / beta),
        LandmarkPlace(.minimum, at: -(1 + swishDepth) / beta),
        LandmarkPlace(.maximumSlope, at: swishSteepest / beta),
      ]
    })
}
