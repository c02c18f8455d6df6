public import Activations
import TextCharts
import Words

/// A function described in words, for screen readers.
public struct FunctionWords {
  private let function: BoundActivation

  public init(_ function: BoundActivation) { self.function = function }

  /// Formulas, domain, range, monotonicity, limits, landmarks and a table of values, each on lines of its own.
  public var text: String {
    let activation = function.activation
    let smoothness: Words.Functions.Smoothness =
      switch activation.facts.smoothness {
      case .smooth: .smooth
      case .continuouslyDifferentiable: .slopeWithKinks
      case .kink: .kinks
      case .jump: .jumps
      }
    var lines = [
      Words.Functions.formula(function.label, activation.formula),
      Words.Functions.slope(activation.derivativeFormula),
      Words.Functions.range("\(function.range)", smoothness), course,
      Words.Functions.asymptotes(left: asymptote(-1), right: asymptote(1)),
    ]
    lines += function.landmarks.map { landmark in
      Words.Functions.landmark(
        x: Self.short(landmark.x), value: NumberText.fixed(landmark.value, decimals: 4),
        landmark.description)
    }
    return (lines + [table]).joined(separator: "\n")
  }

  private static func short(_ number: Double) -> String {
    NumberText.rounded(number, decimals: 3)
  }

  /// The segments on which it rises, falls or is flat, from left to right, as a sentence.
  private var course: String {
    let turns = function.landmarks.filter { landmark in
      switch landmark.kind {
      case .minimum, .maximum, .kink, .jump: true
      default: false
      }
    }
    var segments: [Words.Functions.Segment] = []
    let ends = [-1e4] + turns.map(\.x) + [1e4]
    for (index, (low, high)) in zip(ends, ends.dropFirst()).enumerated() {
      // Probes near a turn or near 0, because far tails that underflow would look flat.
      let probe =
        turns.isEmpty
        ? 0
        : index == 0
          ? high - min(1, (high - low) / 2) : low + min(1, (high - low) / 2)
      let slope = function.derivative(probe)
      let way: Words.Functions.Way = slope > 0 ? .up : slope < 0 ? .down : .along
      if let last = segments.last, last.way == way, !last.jumps { segments.removeLast() }
      let isLast = index == turns.count
      segments.append(
        Words.Functions.Segment(
          way, end: isLast ? nil : Self.short(high), jumps: !isLast && turns[index].kind == .jump))
    }
    return Words.Functions.course(segments)
  }

  /// The asymptote, on the left for -1 and on the right for 1.
  private func asymptote(_ sign: Double) -> String {
    let far = sign * .infinity
    let slope = function.derivative(far)
    let limit = function(far)
    if slope == 0, limit.isFinite { return "y = \(Self.short(limit))" }
    // The line y = mx + c whose distance from the curve approaches 0.
    let offset = function(sign * 1e6) - slope * sign * 1e6
    let factor = slope == 1 ? "x" : "\(Self.short(slope))x"
    let shift = (offset * 1e6).rounded() / 1e6
    let rest =
      shift == 0
      ? "" : shift > 0 ? " + \(Self.short(shift))" : " - \(Self.short(-shift))"
    return "y = \(factor)\(rest)"
  }

  private var table: String {
    let rows = [-10.0, -3, -1, -0.5, 0, 0.5, 1, 3, 10].map { x in
      [x, function(x), function.derivative(x)].enumerated().map { column, number in
        let text =
          column == 0 ? NumberText.shortest(number) : NumberText.fixed(number, decimals: 4)
        return String(repeating: " ", count: max(0, [5, 10, 10][column] - text.count)) + text
      }.joined()
    }
    return (["    x      f(x)     f′(x)"] + rows).joined(separator: "\n")
  }
}
