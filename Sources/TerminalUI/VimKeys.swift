extension Key {
  /// Whether the key leads one level out, everywhere.
  package var leaves: Bool { self == .escape || self == .character("q") }
  package var goesUp: Bool { self == .up || self == .character("k") }
  package var goesDown: Bool { self == .down || self == .character("j") }
  package var goesLeft: Bool { self == .left || self == .character("h") }
  package var goesRight: Bool { self == .right || self == .character("l") }
  /// What the key adds to a number that the arrows turn; with the shift key ten times as much.
  package var turn: Double? {
    switch self {
    case _ where goesLeft: -0.1
    case _ where goesRight: 0.1
    case .shiftLeft, .character("H"): -1
    case .shiftRight, .character("L"): 1
    default: nil
    }
  }
  package var pagesDown: Bool { self == .space || self == .pageDown }
  package var pagesUp: Bool { self == .character("b") || self == .pageUp }
}
