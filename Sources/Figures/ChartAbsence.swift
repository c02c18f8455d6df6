package import TextCharts
import Words

extension Chart {
  /// The text for a curve that is not visible in the window.
  package static let absence: @Sendable (_ curve: String, Absence) -> String = { curve, place in
    switch place {
    case .above: Words.Curves.above(curve)
    case .below: Words.Curves.below(curve)
    case .undefined: Words.Curves.undefined(curve)
    }
  }
}
