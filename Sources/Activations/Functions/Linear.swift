extension Catalogue {
  /// The identity.
  static let linear = Activation(
    id: "linear",
    aliases: ["identity"],
    name: "Linear",
    formula: "x",
    derivativeFormula: "1",
    roles: [.hiddenLayers],
    facts: Facts(
      zeroCentred: true,
      monotonicity: .strictlyIncreasing,
      smoothness: .smooth,
      good: "Passes the gradient unchanged; any output value",
      bad: "Stacked linear layers are only one linear layer",
      use: "Output layer for regression",
      introducedBy: nil,
      meanOutput: 0),
    known: KnownValues(
      source: "known_values.py, mpmath 1.3",
      points: [
        .init(-37, -37, 1, 0),
        .init(-6, -6, 1, 0),
        .init(-1.5, -1.5, 1, 0),
        .init(-0.5, -0.5, 1, 0),
        .init(0.5, 0.5, 1, 0),
        .init(1.5, 1.5, 1, 0),
        .init(10, 10, 1, 0),
      ],
      left: .init(value: -.infinity, derivative: 1), right: .init(value: .infinity, derivative: 1),
      range: "(-∞, ∞)",
      landmarks: []),
    curve: { _ in
      Activation.Curve(value: { x in x }, derivative: { x in x.isNaN ? x : 1 })
    },
    range: { _ in .allReals })
}
