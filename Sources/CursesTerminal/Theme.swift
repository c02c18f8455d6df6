import TerminalUI

/// The look of roles: one of a few colours, or none, and attributes.
///
/// Unless the learner asks for the ANSI colours, only colours that are readable on dark and on light backgrounds are
/// used, because the background is unknown.
struct Theme {
  /// A colour by the number of its pair, or the terminal's default foreground.
  enum Color: Int16, CaseIterable {
    case none = 0
    case red = 1
    case green = 2
    case magenta = 3
    case cyan = 4
    case yellow = 5

    /// The colour's number on a terminal; -1 for the default foreground.
    func index(in palette: Palette) -> Int16 {
      switch (self, palette) {
      case (.none, _), (.green, .few), (.cyan, .few), (.yellow, .few): -1
      case (.red, .many): 131
      case (.red, _): 1
      case (.green, .many): 29
      case (.green, _): 2
      case (.magenta, .many): 163
      case (.magenta, _): 5
      case (.cyan, .many): 63
      case (.cyan, _): 6
      case (.yellow, .many): 130
      case (.yellow, _): 3
      }
    }
  }

  /// A choice of colour numbers.
  enum Palette: CaseIterable {
    /// Only those ANSI colours that are readable on black and on white.
    ///
    /// Cyan, green and yellow are hardly visible on white, so attributes and marks replace them.
    case few
    /// The ANSI colours as configured by the learner.
    case own
    /// Colours of the 256-colour palette with a contrast of at least 4.5 to both black and white (WCAG 2.2, 1.4.3);
    /// few have it, and in place of cyan this is a blue.
    case many

    /// The palette for a terminal.
    ///
    /// - Parameters:
    ///   - count: The number of its colours.
    ///   - mode: The colour mode.
    init(ofColors count: Int, _ mode: ColorMode) {
      self = mode == .sixteen ? .own : count >= 256 ? .many : .few
    }
  }

  /// Text attributes of a terminal.
  struct Shapes: OptionSet, Hashable {
    let rawValue: UInt8

    static let bold = Shapes(rawValue: 1)
    static let dim = Shapes(rawValue: 2)
    static let italic = Shapes(rawValue: 4)
    static let underline = Shapes(rawValue: 8)
    static let reverse = Shapes(rawValue: 16)
  }

  /// A colour with attributes.
  struct Look: Hashable {
    var color: Color
    var shapes: Shapes

    init(_ color: Color = .none, _ shapes: Shapes = []) {
      self.color = color
      self.shapes = shapes
    }
  }

  let hasColor: Bool
  let hasItalics: Bool
  var palette = Palette.many

  /// The look of a style.
  func look(of style: Style) -> Look {
    var look = look(of: style.role)
    if style.attributes.contains(.bold) { look.shapes.insert(.bold) }
    if style.attributes.contains(.underline) { look.shapes.insert(.underline) }
    if style.attributes.contains(.emphasis) {
      look.shapes.insert(hasItalics ? .italic : .underline)
    }
    // Reversing a reversed role makes it stand out, too.
    if style.attributes.contains(.reverse) { look.shapes.formSymmetricDifference(.reverse) }
    return look
  }

  /// The look of a role.
  func look(of role: Role) -> Look {
    hasColor ? colored(role) : monochrome(role)
  }

  private func colored(_ role: Role) -> Look {
    switch role {
    case .text: Look()
    case .heading: Look(.none, .bold)
    case .accent: Look(.cyan, .bold)
    // Inline code must differ from the text around it.
    case .code: palette == .few ? monochrome(.code) : Look(.cyan)
    case .quote: Look(.magenta)
    case .dim, .axis: Look(.none, .dim)
    case .right: Look(.green, .bold)
    case .wrong: Look(.red, .bold)
    case .curve: Look(.cyan, .bold)
    case .secondCurve: Look(.magenta, .bold)
    case .thirdCurve: Look(.green, .bold)
    case .slope: Look(.yellow, .bold)
    case .selection: Look(.none, .reverse)
    }
  }

  /// The look of a role without colours; curves get no underline, which would look like part of the plot.
  private func monochrome(_ role: Role) -> Look {
    switch role {
    case .text, .quote, .secondCurve: Look()
    case .heading, .accent, .right, .wrong, .curve: Look(.none, .bold)
    // Without italics, a plain underline is emphasis.
    case .code: Look(.none, hasItalics ? .underline : [.bold, .underline])
    case .dim, .axis, .thirdCurve, .slope: Look(.none, .dim)
    case .selection: Look(.none, .reverse)
    }
  }
}
