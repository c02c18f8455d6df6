extension Words {
  /// A function described in sentences, for `--describe` and screen readers.
  package enum Functions {
    /// The smoothness of a function.
    package enum Smoothness {
      /// All derivatives are continuous.
      case smooth
      /// The slope is continuous and has kinks.
      case slopeWithKinks
      /// The function is continuous; its slope jumps.
      case kinks
      /// The function itself jumps.
      case jumps
    }

    package static func formula(_ function: String, _ formula: String) -> String {
      "\(function): \(formula)."
    }
    package static func slope(_ formula: String) -> String { "Slope: \(formula)." }

    package static func range(_ range: String, _ smoothness: Smoothness) -> String {
      switch smoothness {
      case .smooth: "Domain: all real numbers. Range: \(range). It is smooth."
      case .slopeWithKinks:
        "Domain: all real numbers. Range: \(range). Its slope is continuous; its second derivative jumps."
      case .kinks:
        "Domain: all real numbers. Range: \(range). It is continuous, with a kink where the slope jumps."
      case .jumps: "Domain: all real numbers. Range: \(range). It is not continuous: it jumps."
      }
    }

    package static func landmark(x: String, value: String, _ description: String) -> String {
      "At x = \(x), f = \(value): \(description)."
    }

    /// The direction of a function.
    package enum Way {
      case up, down
      /// Neither rising nor falling.
      case along
    }

    /// A segment on which a function rises, falls or is flat.
    package struct Segment {
      package var way: Way
      package var end: String?
      /// Whether the function jumps at that end.
      package var jumps: Bool

      package init(_ way: Way, end: String?, jumps: Bool) {
        (self.way, self.end, self.jumps) = (way, end, jumps)
      }
    }

    /// The sentence about where a function rises, falls and is flat.
    ///
    /// - Parameter segments: From the left to the right, at least one.
    /// - Returns: A sentence such as `From the left it falls until x = 0, then rises.`
    package static func course(_ segments: [Segment]) -> String {
      if segments.count == 1, let only = segments.first {
        switch only.way {
        case .up: return "It rises everywhere."
        case .down: return "It falls everywhere."
        case .along: return "It is flat everywhere."
        }
      }
      return "From the left it \(segments.map(clause).joined(separator: ", then "))."
    }

    private static func clause(_ segment: Segment) -> String {
      let verb =
        switch segment.way {
        case .up: "rises"
        case .down: "falls"
        case .along: "is flat"
        }
      guard let end = segment.end else { return verb }
      return segment.jumps ? "\(verb) until x = \(end), where it jumps" : "\(verb) until x = \(end)"
    }

    package static func asymptotes(left: String, right: String) -> String {
      "Asymptotes: \(left) as x → -∞; \(right) as x → ∞."
    }
  }
}
