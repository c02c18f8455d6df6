extension Catalogue {
  /// The Gaussian error linear unit in its exact form, x·Φ(x).
  ///
  /// Below −8 the value is −t·M(t)·φ(t) and the slope (M(t) − t)·φ(t), with t = −x and Mills'
  /// ratio M: nothing cancels and nothing underflows before the result does.
  ///
  /// - Source: Hendrycks & Gimpel 2016, §2. The least value, its place and the root of f′ + 0.01
  ///   were computed with mpmath; f″ = (2 − x²)φ(x) gives the inflections at ±√2.
  static let gelu = Activation(
    id: "gelu",
    name: "GELU",
    formula: "x · Φ(x)",
    derivativeFormula: "Φ(x) + x · φ(x)",
    facts: Facts(
      zeroCentred: false,
      monotonicity: .notMonotonic,
      smoothness: .smooth,
      good: "Smooth, and passes gradient for moderate x < 0",
      bad: "Costlier than ReLU; dips below 0 for x < 0",
      use: "Transformers such as BERT and GPT",
      introducedBy: "Hendrycks & Gimpel 2016",
      meanOutput: 0.2820947918),
    curve: { _ in
      Activation.Curve(
        value: { x in
          guard x < -8 else { return x * StandardNormal.cumulative(x) }
          guard x > -40 else { return 0 }
          return StandardNormal.density(x, times: x * StandardNormal.millsRatio(-x))
        },
        derivative: { x in
          guard x < -8 else {
            return StandardNormal.cumulative(x) + StandardNormal.density(x, times: x)
          }
          return StandardNormal.density(x, times: StandardNormal.millsRatio(-x) + x)
        },
        secondDerivative: { x in
          x.isNaN ? x : StandardNormal.density(x, times: 2 - x * x)
        })
    },
    range: { _ in ValueRange(lower: .closed(-0.16997120747990367), upper: .unbounded) },
    landmarks: { _ in
      [
        LandmarkPlace(.smallSlopeToTheLeft, at: -3.0674272039089004),
        LandmarkPlace(.inflection, at: -2.0.squareRoot()),
        LandmarkPlace(.minimum, at: -0.7517915246935645),
        LandmarkPlace(.maximumSlope, at: 2.0.squareRoot()),
      ]
    })
}
