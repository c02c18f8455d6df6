extension Catalogue {
  private static let alpha = Parameter(
    name: "alpha", symbol: "α", default: 0.01, allowed: 0...10, step: 0.01,
    limits: [
      Parameter.Limit(value: 0, description: "ReLU"),
      Parameter.Limit(value: 1, description: "linear"),
    ],
    compared: [0.1, 0.3, 0.6, 1])

  /// The leaky rectifier: slope 1 for x > 0 and α elsewhere.
  ///
  /// For α > 1 this differs from max(αx, x), which picks the wrong branch.
  static let leakyReLU = Activation(
    id: "leaky-relu",
    name: "Leaky ReLU",
    formula: "x if x > 0, else αx",
    derivativeFormula: "1 if x > 0, else α",
    parameters: [alpha],
    roles: [.basicQuestions, .hiddenLayers],
    facts: Facts(
      zeroCentred: false,
      monotonicity: .strictlyIncreasing,
      smoothness: .kink,
      good: "Some gradient for x < 0: no unit dies completely",
      bad: "α must be chosen; 0.01 passes only 1 % of the gradient",
      use: "In place of ReLU when units die; GAN discriminators",
      introducedBy: "Maas, Hannun & Ng 2013",
      meanOutput: 0.3949528576),
    known: KnownValues(
      source: "known_values.py, mpmath 1.3",
      points: [
        .init(-37, -0.37, 0.01, 0),
        .init(-6, -0.06, 0.01, 0),
        .init(-1.5, -0.015, 0.01, 0),
        .init(-0.5, -0.005, 0.01, 0),
        .init(0.5, 0.5, 1, 0),
        .init(1.5, 1.5, 1, 0),
        .init(10, 10, 1, 0),
      ],
      left: .init(value: -.infinity, derivative: 0.01),
      right: .init(value: .infinity, derivative: 1),
      range: "(-∞, ∞)",
      landmarks: [.kink]),
    curve: { LeakyLine(alpha: $0[alpha]).curve },
    range: { LeakyLine(alpha: $0[alpha]).range },
    kinks: { LeakyLine(alpha: $0[alpha]).kinks },
    landmarks: { LeakyLine(alpha: $0[alpha]).landmarks })
}
