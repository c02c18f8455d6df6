/// The topic of a generated question.
///
/// Raw values are in the ids of questions on learners' records, and in the concepts of flashcards: they are permanent.
public enum MathTopic: String, CaseIterable, Sendable {
  /// Which function has this curve?
  case curve
  /// Which function has this slope?
  case slopeCurve = "slope-curve"
  /// Which parameter has this curve?
  case parameter
  /// Heights and steepness, read off a plot.
  case reading
  /// The value at a point.
  case value
  /// The slope at a point.
  case slope
  /// The set of values.
  case range
  /// The limit on the left, and the side from which it is approached.
  case limit
  /// The share of inputs for which almost no gradient passes.
  case saturation
  /// A point of a curve, which is produced.
  case point
  /// The gradient that remains after many layers.
  case product
  /// The share of inputs for which a unit is active.
  case unit
  /// The size of initial weights.
  case initialisation
  /// The output and loss that fit a target.
  case pairing
  /// Gradients and losses computed from logits.
  case logits
  /// The loss before training.
  case firstLoss = "first-loss"
  /// The bias that starts an output at the base rate.
  case outputBias = "output-bias"
  /// Overflow and underflow.
  case numerics
  /// The fault behind some measurements.
  case diagnosis
  /// The standard error of a difference.
  case compare
  /// The shape that a piece of code returns.
  case shape

  /// What a learner needs to practise, with its share of the questions.
  enum Need: CaseIterable {
    case gradients, outputs, diagnosis, curves, shapes

    /// In percent.
    var share: Int {
      switch self {
      case .gradients: 30
      case .outputs: 25
      case .diagnosis: 20
      case .curves: 15
      case .shapes: 10
      }
    }
  }

  var need: Need {
    switch self {
    case .saturation, .product, .unit, .initialisation: .gradients
    case .pairing, .logits, .firstLoss, .outputBias, .numerics: .outputs
    case .diagnosis, .compare: .diagnosis
    case .curve, .slopeCurve, .parameter, .reading, .value, .slope, .range, .limit, .point: .curves
    case .shape: .shapes
    }
  }

  /// Whether its questions name or draw a function of the catalogue.
  var isAboutFunctions: Bool { need == .curves || self == .saturation || self == .product }

  /// Whether its answers are always produced instead of chosen.
  var isProduced: Bool { self == .point }

  /// From 1, to be recognised, through 2, one step to compute, to 3, several steps.
  public var difficulty: Int {
    switch self {
    case .curve, .reading, .range, .pairing, .shape, .firstLoss: 1
    case .slopeCurve, .value, .slope, .limit, .point, .unit, .initialisation, .logits: 2
    case .parameter, .saturation, .product, .outputBias, .numerics, .diagnosis, .compare: 3
    }
  }
}
