extension Catalogue {
  /// The logarithm of the logistic function, ln σ(x) = −ln(1 + e⁻ˣ), which is −softplus(−x).
  ///
  /// Taken from σ(x) it would be −∞ as soon as that underflows, and 0 as soon as that rounds to 1;
  /// taken this way it keeps its digits. The slope is σ(−x), which is 0.01 at x = ln 99.
  ///
  /// - Source: the logistic regression of Cox 1958, whose log-likelihood is a sum of such terms; as an
  ///   objective of networks Mikolov et al. 2013, eq. 4. The mean output is minus that of softplus.
  static let logSigmoid = Activation(
    id: "log-sigmoid",
    name: "Log-sigmoid",
    formula: "ln σ(x) = −ln(1 + e⁻ˣ)",
    derivativeFormula: "1 − σ(x)",
    facts: Facts(
      zeroCentred: false,
      monotonicity: .strictlyIncreasing,
      smoothness: .smooth,
      good: "Keeps its digits where the sigmoid rounds to 0 or 1",
      bad: "Always negative, and unbounded below",
      use: "Inside binary cross-entropy; negative sampling",
      introducedBy: "Cox 1958 (log-likelihood of logistic regression)",
      meanOutput: -0.8060591833),
    known: KnownValues(
      source: "known_values.py, mpmath 1.3",
      points: [
        .init(-37, -37, 0.9999999999999999, -8.533047625744065e-17),
        .init(-6, -6.00247568513773, 0.9975273768433652, -0.0024665092913600476),
        .init(-1.5, -1.7014132779827524, 0.8175744761936437, -0.14914645207033286),
        .init(-0.5, -0.9740769841801067, 0.6224593312018546, -0.2350037122015945),
        .init(0.5, -0.4740769841801067, 0.37754066879814546, -0.2350037122015945),
        .init(1.5, -0.2014132779827524, 0.18242552380635635, -0.14914645207033286),
        .init(10, -4.539889921686465e-05, 4.5397868702434395e-05, -4.5395807735951673e-05),
      ],
      left: .init(value: -.infinity, derivative: 1), right: .init(value: 0, derivative: 0),
      range: "(-∞, 0)",
      landmarks: [.smallSlopeToTheRight]),
    curve: { _ in
      Activation.Curve(
        value: { x in
          guard x > 0 else { return x - RealMath.log1p(RealMath.exp(x)) }
          // Above e^40 the logarithm is its argument to every digit.
          guard x < 40 else { return -Exponential.scaled(1, -x) }
          return -RealMath.log1p(RealMath.exp(-x))
        },
        derivative: { x in
          let e = RealMath.exp(-x.magnitude)
          return x > 0 ? Exponential.scaled(1 / (1 + e), -x) : 1 / (1 + e)
        },
        secondDerivative: { x in
          let e = RealMath.exp(-x.magnitude)
          return -e / ((1 + e) * (1 + e))
        })
    },
    range: { _ in ValueRange(lower: .unbounded, upper: .open(0)) },
    landmarks: { _ in
      [
        LandmarkPlace(.smallSlopeToTheRight, at: RealMath.log(1 / Landmark.smallSlope - 1))
      ]
    })
}
