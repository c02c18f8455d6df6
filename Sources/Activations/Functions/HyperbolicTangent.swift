extension Catalogue {
  /// The hyperbolic tangent, 2σ(2x) − 1.
  ///
  /// - Source: tanh′ = sech² = (2/(eˣ + e⁻ˣ))², free of the cancellation in 1 − tanh²; it is 0.01
  ///   where cosh x = 10.
  static let hyperbolicTangent = Activation(
    id: "tanh",
    name: "Tanh",
    formula: "(eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)",
    derivativeFormula: "1 − tanh²(x)",
    facts: Facts(
      zeroCentred: true,
      monotonicity: .strictlyIncreasing,
      smoothness: .smooth,
      good: "Zero-centred, with slope 1 at 0",
      bad: "Saturates sooner than sigmoid: slope < 0.01 beyond |x| = 3",
      use: "Recurrent nets; outputs between −1 and 1",
      introducedBy: "Kalman & Kwasny 1992 (for neural nets)",
      meanOutput: 0),
    curve: { _ in
      Activation.Curve(
        value: { x in RealMath.tanh(x) },
        derivative: { x in
          let e = RealMath.exp(-x.magnitude)
          let sech = 2 * e / (1 + e * e)
          return sech * sech
        },
        secondDerivative: { x in
          let e = RealMath.exp(-x.magnitude)
          let sech = 2 * e / (1 + e * e)
          return -2 * RealMath.tanh(x) * sech * sech
        })
    },
    range: { _ in ValueRange(lower: .open(-1), upper: .open(1)) },
    landmarks: { _ in
      let flat = RealMath.acosh((1 / Landmark.smallSlope).squareRoot())
      return [
        LandmarkPlace(.smallSlopeToTheLeft, at: -flat),
        LandmarkPlace(.maximumSlope, at: 0),
        LandmarkPlace(.smallSlopeToTheRight, at: flat),
      ]
    })
}
