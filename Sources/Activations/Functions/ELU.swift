extension Catalogue {
  private static let alpha = Parameter(
    name: "alpha", symbol: "α", default: 1, allowed: 0...10, step: 0.1,
    limits: [
      Parameter.Limit(value: 0, description: "ReLU"),
      Parameter.Limit(value: 1, description: "the only α whose slope is continuous at 0"),
    ],
    compared: [0.5, 1, 2, 4])

  /// The exponential linear unit.
  ///
  /// - Source: Clevert et al. 2015, eq. 16; eˣ − 1 is taken as expm1(x), which keeps the digits
  ///   near 0. αeˣ = 0.01 at x = ln(0.01/α).
  static let elu = Activation(
    id: "elu",
    name: "ELU",
    formula: "x if x > 0, else α(eˣ − 1)",
    derivativeFormula: "1 if x > 0, else αeˣ",
    parameters: [alpha],
    roles: [.basicQuestions, .hiddenLayers],
    facts: Facts(
      zeroCentred: false,
      monotonicity: .strictlyIncreasing,
      smoothness: .continuouslyDifferentiable,
      good: "Mean output nearer 0; gradient for moderate x < 0",
      bad: "Needs an exponential; flat far to the left",
      use: "Hidden layers without normalisation",
      introducedBy: "Clevert, Unterthiner & Hochreiter 2015",
      meanOutput: 0.1605205723),
    known: KnownValues(
      source: "known_values.py, mpmath 1.3",
      points: [
        .init(-37, -0.9999999999999999, 8.533047625744066e-17, 8.533047625744066e-17),
        .init(-6, -0.9975212478233336, 0.0024787521766663585, 0.0024787521766663585),
        .init(-1.5, -0.7768698398515702, 0.22313016014842982, 0.22313016014842982),
        .init(-0.5, -0.3934693402873666, 0.6065306597126334, 0.6065306597126334),
        .init(0.5, 0.5, 1, 0),
        .init(1.5, 1.5, 1, 0),
        .init(10, 10, 1, 0),
      ],
      left: .init(value: -1, derivative: 0), right: .init(value: .infinity, derivative: 1),
      range: "(-1, ∞)",
      landmarks: [.smallSlopeToTheLeft]),
    curve: { parameters in
      let alpha = parameters[alpha]
      return Activation.Curve(
        value: { x in x > 0 ? x : alpha * RealMath.expm1(x) },
        derivative: { x in x > 0 ? 1 : Exponential.scaled(alpha, x) },
        secondDerivative: { x in x > 0 ? 0 : Exponential.scaled(alpha, x) })
    },
    range: { parameters in
      let alpha = parameters[alpha]
      return ValueRange(lower: alpha > 0 ? .open(-alpha) : .closed(0), upper: .unbounded)
    },
    kinks: { parameters in
      let alpha = parameters[alpha]
      return alpha == 1 ? [] : [Kink(x: 0, leftSlope: alpha, rightSlope: 1, slopeUsed: alpha)]
    },
    landmarks: { parameters in
      let flat = min(0, RealMath.log(Landmark.smallSlope / parameters[alpha]))
      return [LandmarkPlace(.smallSlopeToTheLeft, at: flat)]
    })
}
