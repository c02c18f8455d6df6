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
    roles: [.basicQuestions, .hiddenLayers],
    facts: Facts(
      zeroCentred: false,
      monotonicity: .notMonotonic,
      smoothness: .smooth,
      good: "Smooth, and passes gradient for moderate x < 0",
      bad: "Costs more than ReLU; dips below 0 for x < 0",
      use: "Transformers such as BERT and GPT",
      introducedBy: "Hendrycks & Gimpel 2016",
      meanOutput: 0.2820947918),
    known: KnownValues(
      source: "known_values.py, mpmath 1.3",
      points: [
        .init(-37, -2.1184613523340935e-298, -7.838298669418516e-297, -2.898048955934136e-295),
        .init(-6, -5.9195258702261885e-09, -3.5468709453902015e-08, -2.065800168939917e-07),
        .init(-1.5, -0.1002108019032871, -0.12746919222997952, -0.03237939891647293),
        .init(-0.5, -0.15426876936299344, 0.13250487534383715, 0.6161143218375241),
        .init(0.5, 0.34573123063700656, 0.8674951246561629, 0.6161143218375241),
        .init(1.5, 1.399789198096713, 1.1274691922299795, -0.03237939891647293),
        .init(10, 10, 1, -7.540706654172292e-21),
      ],
      left: .init(value: 0, derivative: 0), right: .init(value: .infinity, derivative: 1),
      range: "[-0.17, ∞)",
      landmarks: [.smallSlopeToTheLeft, .inflection, .minimum, .maximumSlope]),
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
