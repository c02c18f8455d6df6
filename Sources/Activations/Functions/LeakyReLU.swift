extension Catalogue {
  private static let alpha = Parameter(
    name: "alpha", symbol: "α", default: 0.01, allowed: 0...10, step: 0.01,
    limits: [
      Parameter.Limit(value: 0, description: "ReLU"),
      Parameter.Limit(value: 1, description: "linear"),
    ])

  /// The leaky rectifier: slope 1 for x > 0 and α elsewhere.
  ///
  /// For α > 1 this differs from max(αx, x), which picks the wrong branch.
  static let leakyReLU = Activation(
    id: "leaky-relu",
    name: "Leaky ReLU",
    formula: "x if x > 0, else αx",
    derivativeFormula: "1 if x > 0, else α",
    parameters: [alpha],
    facts: Facts(
      zeroCentred: false,
      monotonicity: .strictlyIncreasing,
      smoothness: .kink,
      good: "Some gradient for x < 0: no unit dies completely",
      bad: "α must be chosen; 0.01 passes only 1 % of the gradient",
      use: "In place of ReLU when units die; GAN discriminators",
      introducedBy: "Maas, Hannun & Ng 2013",
      meanOutput: 0.3949528576),
    curve: { parameters in
      let alpha = parameters[alpha]
      return Activation.Curve(
        // With α = 0 the limit at −∞ is 0, where the product would be NaN.
        value: { x in x > 0 || x.isNaN ? x : alpha == 0 ? 0 : alpha * x },
        derivative: { x in x > 0 ? 1 : x.isNaN ? x : alpha })
    },
    range: { parameters in
      parameters[alpha] > 0 ? .allReals : ValueRange(lower: .closed(0), upper: .unbounded)
    },
    kinks: { parameters in
      let alpha = parameters[alpha]
      return alpha == 1 ? [] : [Kink(x: 0, leftSlope: alpha, rightSlope: 1, slopeUsed: alpha)]
    },
    landmarks: { parameters in
      parameters[alpha] < Landmark.smallSlope ? [LandmarkPlace(.smallSlopeToTheLeft, at: 0)] : []
    })
}
