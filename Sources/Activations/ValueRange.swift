/// The exact set of values of a function: one interval, or a few numbers.
public struct ValueRange: Sendable, Equatable, CustomStringConvertible {
  /// One end of the interval.
  public enum Bound: Sendable, Equatable {
    /// Approached but never reached.
    case open(Double)
    /// Reached for some input.
    case closed(Double)
    /// No bound on this side.
    case unbounded

    /// The bound as a number, nil if there is none.
    public var value: Double? {
      switch self {
      case .open(let value), .closed(let value): value
      case .unbounded: nil
      }
    }
  }

  /// The lower end.
  public let lower: Bound
  /// The upper end.
  public let upper: Bound
  /// The values in increasing order, if the function takes only finitely many; else nil.
  public let values: [Double]?

  init(lower: Bound, upper: Bound) {
    self.lower = lower
    self.upper = upper
    values = nil
  }

  init(values: Set<Double>) {
    let sorted = values.sorted()
    lower = sorted.first.map { .closed($0) } ?? .unbounded
    upper = sorted.last.map { .closed($0) } ?? .unbounded
    self.values = sorted
  }

  /// All real numbers.
  static let allReals = ValueRange(lower: .unbounded, upper: .unbounded)

  /// Whether a real number belongs to the interval.
  ///
  /// The function's value rounded to a double may equal an open bound: σ(37) rounds to 1.
  ///
  /// - Parameter value: A real number.
  /// - Returns: True if the function takes this value somewhere.
  public func contains(_ value: Double) -> Bool {
    if let values { return values.contains(value) }
    let aboveLower =
      switch lower {
      case .open(let bound): value > bound
      case .closed(let bound): value >= bound
      case .unbounded: !value.isNaN
      }
    let belowUpper =
      switch upper {
      case .open(let bound): value < bound
      case .closed(let bound): value <= bound
      case .unbounded: !value.isNaN
      }
    return aboveLower && belowUpper
  }

  /// Interval notation with four significant digits, such as "[-0.2785, ∞)", "(0, 1)" or "{0, 1}".
  public var description: String {
    if let values { return "{" + values.map(DecimalText.rounded).joined(separator: ", ") + "}" }
    let left =
      switch lower {
      case .open(let bound): "(" + DecimalText.rounded(bound)
      case .closed(let bound): "[" + DecimalText.rounded(bound)
      case .unbounded: "(-∞"
      }
    let right =
      switch upper {
      case .open(let bound): DecimalText.rounded(bound) + ")"
      case .closed(let bound): DecimalText.rounded(bound) + "]"
      case .unbounded: "∞)"
      }
    return left + ", " + right
  }
}
