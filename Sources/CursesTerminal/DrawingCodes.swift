import TerminalUI

/// The bytes by which a terminal is told where and how to draw.
struct DrawingCodes: Sendable {
  /// Moves the cursor to a cell.
  var position: @Sendable (Point) -> [UInt8]
  /// Ends all attributes and colours.
  var normal: [UInt8] = []
  /// Begins a style, starting from none, by ``place(of:)``.
  var inks: [[UInt8]]
  /// Makes text at the right edge stay there.
  var wrapOff: [UInt8] = []
  /// Makes it go on in the next row.
  var wrapOn: [UInt8] = []
  /// Whether a character in the last cell makes the screen scroll.
  var lastCellScrolls = false

  static let attributeSets = 16

  /// Where a style is among ``inks``.
  static func place(of style: Style) -> Int {
    Int(style.role.rawValue) * attributeSets + Int(style.attributes.rawValue) % attributeSets
  }

  /// Every style in the order of ``inks``.
  static var styles: [Style] {
    Role.allCases.flatMap { role in
      (0..<attributeSets).map { Style(role, Attributes(rawValue: UInt8($0))) }
    }
  }
}

extension DrawingCodes {
  /// The codes of the terminal in use, which ncurses has looked up.
  init(_ theme: Theme) {
    // Attributes that the terminal cannot show together with colours, bit by bit (terminfo, ncv).
    let clashing = max(0, Capabilities.number("ncv"))
    func bytes(_ name: String, unlessClashing bit: Int, _ hasColor: Bool) -> [UInt8] {
      hasColor && clashing & bit != 0 ? [] : Capabilities.bytes(name) ?? []
    }
    inks = Self.styles.map { style in
      let look = theme.look(of: style)
      let color = look.color.index(in: theme.palette)
      let hasColor = theme.hasColor && color >= 0
      var ink: [UInt8] = []
      if look.shapes.contains(.bold) { ink += bytes("bold", unlessClashing: 32, hasColor) }
      if look.shapes.contains(.dim) { ink += bytes("dim", unlessClashing: 16, hasColor) }
      if look.shapes.contains(.italic) { ink += bytes("sitm", unlessClashing: 0, hasColor) }
      if look.shapes.contains(.underline) { ink += bytes("smul", unlessClashing: 2, hasColor) }
      if look.shapes.contains(.reverse) { ink += bytes("rev", unlessClashing: 4, hasColor) }
      return hasColor ? ink + Capabilities.foreground(Int(color)) : ink
    }
    let plain = Capabilities.bytes("sgr0") ?? []
    // By ECMA-48 the end of all attributes is that of colours, too; elsewhere they end on their own.
    let endsColor = plain.contains(UInt8(ascii: "m"))
    normal = plain + (theme.hasColor && !endsColor ? Capabilities.bytes("op") ?? [] : [])
    position = { Capabilities.position($0) }
    if let off = Capabilities.bytes("rmam"), let on = Capabilities.bytes("smam") {
      (wrapOff, wrapOn) = (off, on)
    }
    lastCellScrolls = Capabilities.flag("am") && !Capabilities.flag("xenl")
  }
}
