extension Catalogue {
  private static let atZero = Parameter(
    name: "zero", symbol: "H(0)", default: 1, allowed: 0...1, step: 0.5)

  /// The threshold unit: 0 for x < 0, otherwise 1.
  ///
  /// The value at 0 is a convention: 1, as for a unit that fires when it reaches its threshold, and for the Heaviside
  /// function that is continuous from the right. The slope is 0 everywhere; at 0 it does not exist.
  ///
  /// - Source: McCulloch & Pitts 1943.
  static let step = Activation(
    id: "step",
    aliases: ["heaviside", "threshold"],
    name: "Step",
    formula: "1 if x > 0, 0 if x < 0, H(0) at 0",
    derivativeFormula: "0 for x ≠ 0, none at 0",
    parameters: [atZero],
    roles: [.hiddenLayers],
    facts: Facts(
      zeroCentred: false,
      monotonicity: .nonDecreasing,
      smoothness: .jump,
      good: "Output is a yes-or-no decision",
      bad: "Slope 0 wherever it is defined: no gradient",
      use: "Historical: the threshold unit and the perceptron",
      introducedBy: "McCulloch & Pitts 1943",
      meanOutput: 0.5),
    known: KnownValues(
      source: "known_values.py, mpmath 1.3",
      points: [
        .init(-37, 0, 0, 0),
        .init(-6, 0, 0, 0),
        .init(-1.5, 0, 0, 0),
        .init(-0.5, 0, 0, 0),
        .init(0.5, 1, 0, 0),
        .init(1.5, 1, 0, 0),
        .init(10, 1, 0, 0),
      ],
      left: .init(value: 0, derivative: 0), right: .init(value: 1, derivative: 0),
      range: "{0, 1}",
      landmarks: [.jump]),
    curve: { parameters in
      let middle = parameters[atZero]
      return Activation.Curve(
        value: { x in x > 0 ? 1 : x < 0 ? 0 : x.isNaN ? x : middle },
        derivative: { x in x.isNaN ? x : 0 })
    },
    range: { ValueRange(values: [0, $0[atZero], 1]) },
    jumps: { _ in [0] })
}
