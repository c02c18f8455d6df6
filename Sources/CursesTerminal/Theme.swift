import TerminalUI

/// How roles look: one of the eight ANSI colours, or none, and letter shapes.
///
/// Yellow, white and black are left out: one of them cannot be read on any background.
struct Theme {
  /// An ANSI colour's number.
  enum Color: Int16, CaseIterable {
    case none = -1
    case red = 1
    case green = 2
    case blue = 4
    case magenta = 5
    case cyan = 6
  }

  /// Letter shapes beyond those a style brings.
  struct Shapes: OptionSet {
    let rawValue: Int
    static let bold = Shapes(rawValue: 1)
    static let dim = Shapes(rawValue: 2)
    static let underline = Shapes(rawValue: 4)
    static let reverse = Shapes(rawValue: 8)
  }

  let hasColor: Bool

  /// The look of a role.
  func look(of role: Role) -> (Color, Shapes) {
    hasColor ? colored(role) : (.none, mono(role))
  }

  private func colored(_ role: Role) -> (Color, Shapes) {
    switch role {
    case .text: (.none, [])
    case .heading: (.none, .bold)
    case .accent: (.cyan, [])
    case .code: (.cyan, [])
    case .quote: (.magenta, [])
    case .dim, .axis: (.none, .dim)
    case .right: (.green, [])
    case .wrong: (.red, [])
    case .curve: (.cyan, .bold)
    case .secondCurve: (.green, .bold)
    case .thirdCurve: (.red, .bold)
    case .slope: (.magenta, .bold)
    case .selection: (.none, .reverse)
    }
  }

  private func mono(_ role: Role) -> Shapes {
    switch role {
    case .heading, .accent, .right, .wrong, .curve, .secondCurve, .thirdCurve: .bold
    case .code: .underline
    case .dim, .axis: .dim
    case .selection: .reverse
    case .text, .quote, .slope: []
    }
  }
}
