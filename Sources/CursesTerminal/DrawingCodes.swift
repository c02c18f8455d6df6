import TerminalUI

/// The byte sequences for cursor movement and styles of a terminal.
struct DrawingCodes: Sendable {
  /// Moves the cursor to a cell.
  var position: @Sendable (Point) -> [UInt8]
  /// Resets all attributes and colours.
  var normal: [UInt8] = []
  /// Sets a style from the reset state; indexed by ``place(of:)``.
  var inks: [[UInt8]]
  /// Disables automatic wrapping at the right edge.
  var wrapOff: [UInt8] = []
  /// Enables automatic wrapping.
  var wrapOn: [UInt8] = []
  /// Whether writing the last cell scrolls the screen.
  var lastCellScrolls = false

  static let attributeSets = 16

  /// The index of a style in ``inks``.
  static func place(of style: Style) -> Int {
    Int(style.role.rawValue) * attributeSets + Int(style.attributes.rawValue) % attributeSets
  }

  /// All styles in the order of ``inks``.
  static var styles: [Style] {
    Role.allCases.flatMap { role in
      (0..<attributeSets).map { Style(role, Attributes(rawValue: UInt8($0))) }
    }
  }
}

extension DrawingCodes {
  /// The codes of the current terminal, from ncurses.
  init(_ theme: Theme) {
    // Attributes that cannot be combined with colours, as bits (terminfo, ncv).
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
    // By ECMA-48, resetting all attributes also resets colours; other terminals need both.
    let endsColor = plain.contains(UInt8(ascii: "m"))
    normal = plain + (theme.hasColor && !endsColor ? Capabilities.bytes("op") ?? [] : [])
    position = { Capabilities.position($0) }
    if let off = Capabilities.bytes("rmam"), let on = Capabilities.bytes("smam") {
      (wrapOff, wrapOn) = (off, on)
    }
    lastCellScrolls = Capabilities.flag("am") && !Capabilities.flag("xenl")
  }
}
