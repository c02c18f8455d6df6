public import Activations
import TextCharts

/// A function in words, for those who do not look at curves.
public struct FunctionWords {
  private let function: BoundActivation

  /// Describes a function.
  public init(_ function: BoundActivation) { self.function = function }

  /// Formulas, domain, range, course, ends, landmarks and a table of values, each on lines of its
  /// own.
  public var text: String {
    let activation = function.activation
    let smooth =
      switch activation.facts.smoothness {
      case .smooth: "smooth"
      case .continuouslyDifferentiable: "smooth but for its second derivative, which jumps"
      case .kink: "continuous, with a kink where the slope jumps"
      case .jump: "not continuous: it jumps"
      }
    var lines = [
      "\(function.label): \(activation.formula).", "Slope: \(activation.derivativeFormula).",
      "Domain: all real numbers. Range: \(function.range). It is \(smooth).", course, ends,
    ]
    lines += function.landmarks.map { landmark in
      let value = NumberText.fixed(landmark.value, decimals: 4)
      return "At x = \(Self.short(landmark.x)), f = \(value): \(landmark.description)."
    }
    return (lines + [table]).joined(separator: "\n")
  }

  private static func short(_ number: Double) -> String {
    NumberText.rounded(number, decimals: 3)
  }

  /// Where it rises, falls and is flat, from the left to the right.
  private var course: String {
    let turns = function.landmarks.filter { landmark in
      switch landmark.kind {
      case .minimum, .maximum, .kink, .jump: true
      default: false
      }
    }
    var pieces: [(verb: String, end: String)] = []
    let ends = [-1e4] + turns.map(\.x) + [1e4]
    for (index, (low, high)) in zip(ends, ends.dropFirst()).enumerated() {
      // Near the turn, so that far tails which underflow are not taken for flat.
      let probe =
        index == 0
        ? high - min(1, (high - low) / 2) : low + min(1, (high - low) / 2)
      let slope = function.derivative(probe)
      let verb = slope > 0 ? "rises" : slope < 0 ? "falls" : "is flat"
      var end = ""
      if index < turns.count {
        end = " until x = \(Self.short(high))"
        if turns[index].kind == .jump { end += ", where it jumps" }
      }
      if let last = pieces.last, last.verb == verb, !last.end.contains("jumps") {
        pieces.removeLast()
      }
      pieces.append((verb, end))
    }
    if pieces.count == 1 { return "It \(pieces[0].verb) everywhere." }
    return "From the left it " + pieces.map { $0.verb + $0.end }.joined(separator: ", then ") + "."
  }

  /// What it comes near far out on both sides.
  private var ends: String {
    let sides = [(-1.0, "x → -∞"), (1.0, "x → ∞")].map { sign, name in
      let far = sign * .infinity
      let slope = function.derivative(far)
      let limit = function(far)
      if slope == 0, limit.isFinite { return "y = \(Self.short(limit)) as \(name)" }
      // The line y = mx + c whose distance from the curve goes to 0.
      let offset = function(sign * 1e6) - slope * sign * 1e6
      let factor = slope == 1 ? "x" : "\(Self.short(slope))x"
      let shift = (offset * 1e6).rounded() / 1e6
      let rest =
        shift == 0
        ? "" : shift > 0 ? " + \(Self.short(shift))" : " - \(Self.short(-shift))"
      return "y = \(factor)\(rest) as \(name)"
    }
    return "Asymptotes: " + sides.joined(separator: "; ") + "."
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
