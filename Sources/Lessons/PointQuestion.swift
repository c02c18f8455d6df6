/// A question whose answer is a point of a drawn curve.
///
/// The learner moves a marker along the curve, a hundredth of the plot's width at a time.
public struct PointQuestion: Hashable, Sendable {
  /// What distinguishes the point; the check of a course computes it.
  public enum Target: Hashable, Sendable {
    /// The lowest point of the drawn curve.
    case minimum
    /// The highest point of the drawn curve.
    case maximum
    /// The point at which the drawn curve has a value.
    case crosses(Double)
  }

  /// A common wrong point.
  public struct Mistake: Hashable, Sendable {
    public var x: Double
    /// Explains the misunderstanding.
    public var feedback: String

    public init(x: Double, feedback: String) {
      self.x = x
      self.feedback = feedback
    }
  }

  /// The question.
  public var front: String
  public var target: Target
  /// The x of the right point.
  public var answer: Double
  /// The largest accepted distance from it in x; the bound itself is accepted.
  public var tolerance: Double
  /// Common wrong points.
  public var mistakes: [Mistake]

  public init(
    front: String, target: Target, answer: Double, tolerance: Double, mistakes: [Mistake] = []
  ) {
    self.front = front
    self.target = target
    self.answer = answer
    self.tolerance = tolerance
    self.mistakes = mistakes
  }

  /// The number of steps from the left end of a plot to the right one.
  public static let steps = 100

  /// The x of the marker after a number of steps from the left end.
  public static func place(_ step: Int, in x: ClosedRange<Double>) -> Double {
    let share = Double(step) / Double(steps)
    return x.lowerBound * (1 - share) + x.upperBound * share
  }

  /// The smallest tolerance in a plot over a range: half a column of a plot in a terminal of 40 columns.
  ///
  /// It is larger than half a step, so the marker reaches every answer.
  public static func leastTolerance(in x: ClosedRange<Double>) -> Double {
    x.upperBound / 60 - x.lowerBound / 60
  }

  /// The tolerance in a plot over a range if the author gives none: two steps.
  ///
  /// A random point is right less than once in twenty times.
  public static func usualTolerance(in x: ClosedRange<Double>) -> Double {
    x.upperBound / 50 - x.lowerBound / 50
  }

  /// The steps at which the marker is accepted.
  public func rightSteps(in x: ClosedRange<Double>) -> [Int] {
    (0...Self.steps).filter { accepts(Self.place($0, in: x)) }
  }

  /// The steps at which the marker may be at first: at least a tenth of the plot away from those accepted, if there are
  /// any.
  public func starts(in x: ClosedRange<Double>) -> [Int] {
    let right = rightSteps(in: x)
    let far = (0...Self.steps).filter { step in right.allSatisfy { abs($0 - step) > 10 } }
    return far.isEmpty ? [0] : far
  }

  /// Whether a point is accepted, up to rounding.
  public func accepts(_ x: Double) -> Bool { isNear(x, answer) }

  /// Whether a point is within the tolerance of another one.
  public func isNear(_ x: Double, _ other: Double) -> Bool {
    abs(x - other) <= tolerance * (1 + 1e-9)
  }
}
