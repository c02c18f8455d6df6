extension Catalogue {
  /// Mish, x·tanh(softplus(x)).
  ///
  /// With n = eˣ the gate tanh(ln(1 + n)) is n(n + 2)/(n² + 2n + 2) exactly, which needs neither
  /// tanh nor logarithm; to the right the same in w = e⁻ˣ.
  ///
  /// - Source: Misra 2019, §2. The landmarks are roots of f′, f″ and f′ + 0.01, computed with mpmath.
  static let mish = Activation(
    id: "mish",
    name: "Mish",
    formula: "x · tanh(ln(1 + eˣ))",
    derivativeFormula: "t + x · σ(x) · (1 − t²), t = tanh(ln(1 + eˣ))",
    roles: [.advancedQuestions, .hiddenLayers],
    facts: Facts(
      zeroCentred: false,
      monotonicity: .notMonotonic,
      smoothness: .smooth,
      good: "Smooth, and passes gradient for moderate x < 0",
      bad: "Costs more than Swish for nearly the same curve",
      use: "Object detectors of the YOLOv4 family",
      introducedBy: "Misra 2019",
      meanOutput: 0.2404038884),
    known: KnownValues(
      source: "known_values.py, mpmath 1.3",
      points: [
        .init(-37, -3.1572276215253042e-15, -3.0718971452678634e-15, -2.9865666690104226e-15),
        .init(-6, -0.014854080479424993, -0.01235996793178131, -0.009853567410392498),
        .init(-1.5, -0.29809974216680674, -0.06409781589225864, 0.15461475356154317),
        .init(-0.5, -0.22074377465173, 0.2895106779135122, 0.5639709231132666),
        .init(0.5, 0.37524521130489513, 0.8864243753577272, 0.4680533778448866),
        .init(1.5, 1.4033782663958025, 1.0884879850078477, -0.0021502385832350064),
        .init(10, 9.99999995878067, 1.0000000783129834, -1.483716217854002e-07),
      ],
      left: .init(value: 0, derivative: 0), right: .init(value: .infinity, derivative: 1),
      range: "[-0.3088, ∞)",
      landmarks: [.smallSlopeToTheLeft, .inflection, .minimum, .maximumSlope]),
    curve: { _ in
      Activation.Curve(
        value: { x in MishGate(x).value }, derivative: { x in MishGate(x).slope },
        secondDerivative: { x in MishGate(x).secondDerivative })
    },
    range: { _ in ValueRange(lower: .closed(-0.30884341301725043), upper: .unbounded) },
    landmarks: { _ in
      [
        LandmarkPlace(.smallSlopeToTheLeft, at: -6.263968785699261),
        LandmarkPlace(.inflection, at: -2.256376396360793),
        LandmarkPlace(.minimum, at: -1.1924312145154952),
        LandmarkPlace(.maximumSlope, at: 1.4905711794854284),
      ]
    })
}

/// The parts of Mish at one input.
private struct MishGate {
  private let x: Double
  /// e^−|x|.
  private let e: Double
  /// e^−2|x| times the denominator of the gate on the right, the denominator itself on the left.
  private let denominator: Double

  init(_ x: Double) {
    self.x = x
    e = RealMath.exp(-x.magnitude)
    denominator = x > 0 ? 1 + 2 * e + 2 * e * e : e * e + 2 * e + 2
  }

  /// Whether the gate rounds to exactly 0 or 1.
  private var isSaturated: Bool { x.magnitude > 1500 }

  var value: Double {
    guard !x.isNaN, !isSaturated else { return x > 0 || x.isNaN ? x : 0 }
    guard x <= 0 else { return x * (1 + 2 * e) / denominator }
    return Exponential.scaled(x * (e + 2) / denominator, x)
  }

  var slope: Double {
    guard !x.isNaN, !isSaturated else { return x.isNaN ? x : x > 0 ? 1 : 0 }
    guard x <= 0 else {
      return ((1 + 2 * e) + 4 * x * e * e * (1 + e) / denominator) / denominator
    }
    return Exponential.scaled((e + 2 + 4 * x * (e + 1) / denominator) / denominator, x)
  }

  var secondDerivative: Double {
    guard !x.isNaN, !isSaturated else { return x.isNaN ? x : 0 }
    let cube = denominator * denominator * denominator
    guard x <= 0 else {
      let gate = -2 - 3 * e + 2 * e * e + 2 * e * e * e
      return e * e * (8 * (1 + e) * denominator + 4 * x * gate) / cube
    }
    let gate = 2 + 2 * e - 3 * e * e - 2 * e * e * e
    return e * (8 * (e + 1) * denominator + 4 * x * gate) / cube
  }
}
