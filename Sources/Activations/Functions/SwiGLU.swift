/// The gate of SwiGLU, SiLU(a)·b, a function of two inputs.
///
/// In a network a = xW and b = xV are two projections of the same input.
///
/// - Source: Shazeer 2020, eq. 6.
public enum SwiGLU {
  /// The gate's value SiLU(a)·b.
  ///
  /// - Parameters:
  ///   - a: The input of SiLU.
  ///   - b: The factor.
  /// - Returns: Their gated product; any real number.
  public static func value(_ a: Double, _ b: Double) -> Double {
    LogisticGate.value(a, TwoPartNumber(high: a, low: 0)) * b
  }

  /// The gate's partial derivatives, ∂/∂a = SiLU′(a)·b and ∂/∂b = SiLU(a).
  ///
  /// - Parameters:
  ///   - a: The input of SiLU.
  ///   - b: The factor.
  /// - Returns: The two partial derivatives.
  public static func gradient(_ a: Double, _ b: Double) -> (a: Double, b: Double) {
    let w = TwoPartNumber(high: a, low: 0)
    return (LogisticGate.slope(w, growth: a) * b, LogisticGate.value(a, w))
  }
}

extension Catalogue {
  private static let other = Parameter(
    name: "b", symbol: "b", default: 1, allowed: -5...5, step: 0.25,
    limits: [
      Parameter.Limit(value: 0, description: "closed: nothing passes"),
      Parameter.Limit(value: 1, description: "SiLU"),
    ])

  /// A slice through the gate of SwiGLU: b stays fixed while a = x moves.
  ///
  /// - Source: Shazeer 2020, eq. 6; the landmarks are those of Swish without the small slope. With b < 0 the
  ///   minimum is a maximum, and inflection and greatest slope change places.
  static let swiglu = Activation(
    id: "swiglu",
    name: "SwiGLU gate",
    variantOf: "swish",
    formula: "SiLU(a) · b, drawn over a = x",
    derivativeFormula: "SiLU′(a) · b",
    parameters: [other],
    facts: Facts(
      zeroCentred: false,
      monotonicity: .notMonotonic,
      smoothness: .smooth,
      good: "Multiplies: one input controls how much of the other passes",
      bad: "A layer, not a function: three matrices instead of two",
      use: "Feed-forward layers of LLaMA and PaLM",
      introducedBy: "Shazeer 2020",
      meanOutput: nil),
    known: KnownValues(
      source: "known_values.py, mpmath 1.3",
      points: [
        .init(-37, -3.1572276215253042e-15, -3.071897145267863e-15, -2.986566669010422e-15),
        .init(-6, -0.014835738939808645, -0.012326432591525513, -0.00979285218956173),
        .init(-1.5, -0.2736382857095345, -0.041294154299142946, 0.1561975849635367),
        .init(-0.5, -0.18877033439907273, 0.2600388126973482, 0.4412290269770286),
        .init(0.5, 0.3112296656009273, 0.7399611873026518, 0.4412290269770286),
        .init(1.5, 1.2263617142904655, 1.041294154299143, 0.1561975849635367),
        .init(10, 9.999546021312975, 1.000408560208657, -0.0003631252444292286),
      ],
      left: .init(value: 0, derivative: 0), right: .init(value: .infinity, derivative: 1),
      range: "[-0.2785, ∞)",
      landmarks: [.inflection, .minimum, .maximumSlope]),
    curve: { parameters in
      let b = parameters[other]
      guard b != 0 else {
        return Activation.Curve(value: { $0.isNaN ? $0 : 0 }, derivative: { $0.isNaN ? $0 : 0 })
      }
      return Activation.Curve(
        value: { SwiGLU.value($0, b) }, derivative: { SwiGLU.gradient($0, b).a },
        secondDerivative: {
          b * LogisticGate.secondDerivative($0, w: $0, slope: 1, secondDerivative: 0)
        })
    },
    range: { parameters in
      let b = parameters[other]
      let extreme = ValueRange.Bound.closed(-swishDepth * b)
      return b > 0
        ? ValueRange(lower: extreme, upper: .unbounded)
        : b < 0 ? ValueRange(lower: .unbounded, upper: extreme) : ValueRange(values: [0])
    },
    landmarks: { parameters in
      let b = parameters[other]
      let (dip, steepest) = (-(1 + swishDepth), swishSteepest)
      guard b != 0 else { return [] }
      return [
        LandmarkPlace(b > 0 ? .minimum : .maximum, at: dip),
        LandmarkPlace(.inflection, at: b > 0 ? -steepest : steepest),
        LandmarkPlace(.maximumSlope, at: b > 0 ? steepest : -steepest),
      ]
    })
}
