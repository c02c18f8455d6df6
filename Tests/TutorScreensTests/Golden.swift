import Foundation
import TerminalUI
import TestSupport
import Testing

/// Accepted renderings of screens.
enum Golden {
  private static let folder = Repository.file("Tests/TutorScreensTests/Goldens")

  /// The values of RECORD_GOLDENS.
  private enum Recording: String {
    case none = ""
    /// Screens that differ from their accepted rendering, or have none.
    case failed
    /// Every screen.
    case all = "1"
  }

  private static let recording =
    Recording(rawValue: ProcessInfo.processInfo.environment["RECORD_GOLDENS"] ?? "") ?? .none

  /// The accepted form of a screen; nil if it has none.
  static func accepted(_ name: String) -> String? {
    FileManager.default.contents(atPath: folder.path + "/\(name).txt")
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Compares a frame, letters and styles, with its accepted form.
  static func expect(_ frame: Frame, named name: String) throws {
    try expect(FramePlanes(frame).text, named: name)
  }

  /// Compares a text with its accepted form.
  ///
  /// A text that differs, or has no accepted form, fails. With RECORD_GOLDENS=failed it is written, too, and with
  /// RECORD_GOLDENS=1 every text is written and none fails.
  static func expect(_ text: String, named name: String) throws {
    let file = folder.appendingPathComponent("\(name).txt")
    if recording == .all {
      try Data(text.utf8).write(to: file)
      return
    }
    let accepted = accepted(name)
    guard accepted != text else { return }
    if recording == .failed { try Data(text.utf8).write(to: file) }
    guard let accepted else {
      Issue.record("no golden frame \(name); record it with RECORD_GOLDENS=failed and look at it")
      return
    }
    let rows = FramePlanes(text: accepted).changes(to: FramePlanes(text: text))
    Issue.record("\(name) has changed\n\(rows.joined(separator: "\n"))")
  }
}

/// A frame as two planes of text: its rows as they are read, and a letter for the style of every cell.
///
/// Styles follow the rows, each under the number of its row; a row in plain text has none. The letter names the
/// role (see `letters`), a capital is bold. Emphasis, underlines and reversed cells stand in a row of their own.
struct FramePlanes {
  private static let separator = "~ styles"
  /// Letters for roles; plain text is a blank, and bold text `T`.
  private static let letters: [Role: Character] = [
    .text: "t", .heading: "h", .accent: "a", .code: "c", .quote: "q", .dim: "d", .right: "r",
    .wrong: "w", .curve: "i", .secondCurve: "j", .thirdCurve: "k", .slope: "s", .axis: "x",
    .selection: "v",
  ]

  private var rows: [Substring]
  /// Styles by their prefix: the number of the row, and a mark for the second row of styles.
  private var styles: [Substring: Substring]
  let text: String

  /// Draws a frame, each style as another one if a test asks for that.
  init(_ frame: Frame, restyled: (Style) -> Style = { $0 }) {
    var lines = frame.lines + [Self.separator]
    for y in 0..<frame.size.height {
      let styles = (0..<frame.size.width).compactMap { frame[$0, y]?.style }.map(restyled)
      for (mark, letters) in [
        (" ", styles.map(Self.role)), ("'", styles.map(Self.attributes)),
      ] {
        let trimmed = String(letters).trimmingSuffix { $0 == " " }
        guard !trimmed.isEmpty else { continue }
        lines.append("\(y + 1)\(mark)".leftPadded(to: 4) + trimmed)
      }
    }
    if let cursor = frame.cursor { lines.append("cursor \(cursor.x), \(cursor.y)") }
    self.init(text: lines.joined(separator: "\n") + "\n")
  }

  /// Reads planes; a text without styles is rows alone.
  init(text: String) {
    self.text = text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let end = lines.lastIndex { $0 == Self.separator } ?? lines.endIndex
    rows = Array(lines[..<end])
    styles = Dictionary(
      lines[end...].dropFirst().map { ($0.prefix(4), $0.dropFirst(4)) },
      uniquingKeysWith: { first, _ in first })
  }

  private static func role(_ style: Style) -> Character {
    let letter = letters[style.role] ?? "?"
    guard style.attributes.contains(.bold) else { return style.role == .text ? " " : letter }
    return Character(letter.uppercased())
  }

  private static func attributes(_ style: Style) -> Character {
    switch style.attributes.visible.subtracting(.bold) {
    case []: " "
    case .emphasis: "/"
    case .underline: "_"
    case .reverse: "#"
    default: "+"
    }
  }

  /// The rows that differ: their number from 1, the former row after `-`, the new one after `+`, styles after `~`.
  func changes(to other: Self) -> [String] {
    func change(_ name: String, _ old: Substring?, _ new: Substring?) -> [String] {
      guard old != new else { return [] }
      return [old.map { "\(name)- \($0)" }, new.map { "\(name)+ \($0)" }].compactMap { $0 }
    }
    let letters = (0..<max(rows.count, other.rows.count)).flatMap { row in
      change(
        "\(row + 1) ", row < rows.count ? rows[row] : nil,
        row < other.rows.count ? other.rows[row] : nil)
    }
    let names = Set(styles.keys).union(other.styles.keys)
    return letters
      + names.sorted { $0.leftPadded(to: 8) < $1.leftPadded(to: 8) }.flatMap { name in
        change("\(name)~ ", styles[name], other.styles[name])
      }
  }
}

extension StringProtocol {
  fileprivate func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: Swift.max(0, width - count)) + self
  }
}

extension String {
  fileprivate func trimmingSuffix(_ isCut: (Character) -> Bool) -> Substring {
    var rest = self[...]
    while let last = rest.last, isCut(last) { rest.removeLast() }
    return rest
  }
}
