extension Catalogue {
  /// The identity.
  static let linear = Activation(
    id: "linear",
    aliases: ["identity"],
    name: "Linear",
    formula: "x",
    derivativeFormula: "1",
    facts: Facts(
      zeroCentred: true,
      monotonicity: .strictlyIncreasing,
      smoothness: .smooth,
      good: "Passes the gradient unchanged; any output value",
      bad: "Stacked linear layers are only one linear layer",
      use: "Output layer for regression",
      introducedBy: nil,
      meanOutput: 0),
    curve: { _ in
      Activation.Curve(value: { x in x }, derivative: { x in x.isNaN ? x : 1 })
    },
    range: { _ in .allReals })
}
