extension Catalogue {
  private static let alpha = Parameter(
    name: "alpha", symbol: "α", default: 0.25, allowed: 0...10, step: 0.05,
    limits: [
      Parameter.Limit(value: 0, description: "ReLU"),
      Parameter.Limit(value: 1, description: "linear"),
    ],
    compared: [0.25, 0.5, 0.8, 1.5])

  /// The leaky rectifier whose leak is learned: the same curves, with α a weight of the network.
  ///
  /// - Source: He et al. 2015, eq. 1; ∂f/∂α = min(0, x). The default is the start of training.
  static let prelu = Activation(
    id: "prelu",
    name: "PReLU",
    variantOf: "leaky-relu",
    formula: "x if x > 0, else αx, α learned",
    derivativeFormula: "1 if x > 0, else α",
    parameters: [alpha],
    facts: Facts(
      zeroCentred: false,
      monotonicity: .strictlyIncreasing,
      smoothness: .kink,
      good: "Learns how much to leak instead of guessing",
      bad: "One more weight per channel, and it can overfit",
      use: "Image classifiers, from 2015 on",
      introducedBy: "He, Zhang, Ren & Sun 2015",
      meanOutput: 0.2992067103),
    known: KnownValues(
      source: "known_values.py, mpmath 1.3",
      points: [
        .init(-37, -9.25, 0.25, 0),
        .init(-6, -1.5, 0.25, 0),
        .init(-1.5, -0.375, 0.25, 0),
        .init(-0.5, -0.125, 0.25, 0),
        .init(0.5, 0.5, 1, 0),
        .init(1.5, 1.5, 1, 0),
        .init(10, 10, 1, 0),
      ],
      left: .init(value: -.infinity, derivative: 0.25),
      right: .init(value: .infinity, derivative: 1),
      range: "(-∞, ∞)",
      landmarks: [.kink]),
    curve: { LeakyLine(alpha: $0[alpha]).curve },
    range: { LeakyLine(alpha: $0[alpha]).range },
    kinks: { LeakyLine(alpha: $0[alpha]).kinks },
    landmarks: { LeakyLine(alpha: $0[alpha]).landmarks })
}
