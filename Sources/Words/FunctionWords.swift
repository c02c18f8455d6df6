extension Words {
  /// A function described in sentences.
  package enum Functions {
    /// How smooth a function is.
    package enum Smoothness {
      /// All derivatives are continuous.
      case smooth
      /// The slope is continuous and has kinks.
      case slopeWithKinks
      /// The function is continuous, its slope jumps.
      case kinks
      /// The function itself jumps.
      case jumps
    }

    /// Name and formula.
    package static func formula(_ function: String, _ formula: String) -> String {
      "\(function): \(formula)."
    }
    /// The slope's formula.
    package static func slope(_ formula: String) -> String { "Slope: \(formula)." }

    /// Domain, range and smoothness.
    package static func range(_ range: String, _ smoothness: Smoothness) -> String {
      switch smoothness {
      case .smooth: "Domain: all real numbers. Range: \(range). It is smooth."
      case .slopeWithKinks:
        "Domain: all real numbers. Range: \(range). It is smooth but for its second derivative, which jumps."
      case .kinks:
        "Domain: all real numbers. Range: \(range). It is continuous, with a kink where the slope jumps."
      case .jumps: "Domain: all real numbers. Range: \(range). It is not continuous: it jumps."
      }
    }

    /// A minimum, kink, zero and so on.
    package static func landmark(x: String, value: String, _ description: String) -> String {
      "At x = \(x), f = \(value): \(description)."
    }

    /// Where a function goes.
    package enum Way {
      case up, down
      /// Neither.
      case along
    }

    /// A segment on which a function goes one way.
    package struct Segment {
      /// Where it goes.
      package var way: Way
      /// The x at which that ends; nil for the last segment.
      package var end: String?
      /// Whether the function jumps there.
      package var jumps: Bool

      /// Makes a segment.
      package init(_ way: Way, end: String?, jumps: Bool) {
        (self.way, self.end, self.jumps) = (way, end, jumps)
      }
    }

    /// Where a function rises, falls and is flat.
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

    /// What it comes near far out: the lines' equations, to the left and to the right.
    package static func asymptotes(left: String, right: String) -> String {
      "Asymptotes: \(left) as x → -∞; \(right) as x → ∞."
    }
  }
}
