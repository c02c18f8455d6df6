extension Catalogue {
  /// 2√(2/π) as a sum of two doubles, computed with mpmath.
  private static let scale = TwoPartNumber(high: 1.5957691216057308, low: -9.96930880910912e-17)
  /// The coefficient of x³ in Hendrycks & Gimpel 2016, §2.
  private static let cubic = 0.044715

  /// The gate's argument w = 2√(2/π)(x + 0.044715x³), so that (1 + tanh(w/2))/2 = σ(w).
  private static func argument(_ x: Double) -> TwoPartNumber {
    let bracket = TwoPartNumber(product: x, x).times(cubic).plusOne().times(x)
    var w = bracket.times(scale.high)
    w.low += bracket.high * scale.low
    return w
  }

  /// GELU with the tanh approximation of Φ, as x·σ(w), which does not cancel in the left tail.
  ///
  /// If x³ overflows, w is infinite and the gate is exactly 0 or 1.
  ///
  /// - Source: Hendrycks & Gimpel 2016, §2. The landmarks were computed with mpmath for the coefficient 0.044715 as a
  ///   double.
  static let geluTanh = Activation(
    id: "gelu-tanh",
    name: "GELU (tanh)",
    variantOf: "gelu",
    formula: "x/2 · (1 + tanh(√(2/π) · (x + 0.044715x³)))",
    derivativeFormula: "(1 + tanh u)/2 + x/2 · (1 − tanh² u) · u′, u = √(2/π)(x + 0.044715x³)",
    facts: Facts(
      zeroCentred: false,
      monotonicity: .notMonotonic,
      smoothness: .smooth,
      good: "Within 0.0005 of GELU without the error function",
      bad: "Not the same numbers as GELU: do not mix the two",
      use: "Code of BERT, GPT-1 and GPT-2; the default in JAX",
      introducedBy: "Hendrycks & Gimpel 2016",
      meanOutput: 0.2820385881),
    known: KnownValues(
      source: "known_values.py, mpmath 1.3",
      points: [
        .init(-37, 0, 0, 0),
        .init(-6, -8.439646700762303e-11, -7.709973930953701e-10, -6.824247274157194e-09),
        .init(-1.5, -0.10042842301976708, -0.12771079315143308, -0.030518196484224946),
        .init(-0.5, -0.15428599017485609, 0.1326300964653577, 0.6155068951159849),
        .init(0.5, 0.34571400982514394, 0.8673699035346423, 0.6155068951159849),
        .init(1.5, 1.3995715769802328, 1.1277107931514332, -0.030518196484224946),
        .init(10, 10, 1, -6.2639306260229e-35),
      ],
      left: .init(value: 0, derivative: 0), right: .init(value: .infinity, derivative: 1),
      range: "[-0.17, ∞)",
      landmarks: [.smallSlopeToTheLeft, .inflection, .minimum, .maximumSlope]),
    curve: { _ in
      Activation.Curve(
        value: { x in LogisticGate.value(x, argument(x)) },
        derivative: { x in
          let growth = scale.high * x * (1 + 3 * cubic * x * x)
          return LogisticGate.slope(argument(x), growth: growth)
        },
        secondDerivative: { x in
          LogisticGate.secondDerivative(
            x, w: argument(x).high, slope: scale.high * (1 + 3 * cubic * x * x),
            secondDerivative: scale.high * 6 * cubic * x)
        })
    },
    range: { _ in ValueRange(lower: .closed(-0.17004075057125406), upper: .unbounded) },
    landmarks: { _ in
      [
        LandmarkPlace(.smallSlopeToTheLeft, at: -3.0528549951444567),
        LandmarkPlace(.inflection, at: -1.4185040087908284),
        LandmarkPlace(.minimum, at: -0.7524614220710163),
        LandmarkPlace(.maximumSlope, at: 1.4185040087908284),
      ]
    })
}
