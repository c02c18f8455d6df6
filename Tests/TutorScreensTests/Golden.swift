import Foundation
import Testing

/// Screens as they were when somebody last looked at them.
enum Golden {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Goldens")

  /// What RECORD_GOLDENS asks for.
  private enum Recording: String {
    case none = ""
    /// Screens that differ from their accepted form, or have none.
    case failed
    /// Every screen.
    case all = "1"
  }

  private static let recording =
    Recording(rawValue: ProcessInfo.processInfo.environment["RECORD_GOLDENS"] ?? "") ?? .none

  /// Compares a screen with its accepted form.
  ///
  /// A screen that differs, or has no accepted form, fails. With RECORD_GOLDENS=failed it is written, too, and with
  /// RECORD_GOLDENS=1 every screen is written and none fails.
  static func expect(_ text: String, named name: String) throws {
    let file = folder.appendingPathComponent("\(name).txt")
    if recording == .all {
      try Data(text.utf8).write(to: file)
      return
    }
    let accepted = FileManager.default.contents(atPath: file.path)
    guard accepted != Data(text.utf8) else { return }
    if recording == .failed { try Data(text.utf8).write(to: file) }
    guard let accepted else {
      Issue.record("no golden frame \(name); record it with RECORD_GOLDENS=failed and look at it")
      return
    }
    let rows = changedRows(from: String(decoding: accepted, as: UTF8.self), to: text)
    Issue.record("\(name) has changed\n\(rows)")
  }

  /// The rows that differ: their number from 1, the accepted row after `-`, the new one after `+`.
  static func changedRows(from accepted: String, to text: String) -> String {
    let before = accepted.split(separator: "\n", omittingEmptySubsequences: false)
    let after = text.split(separator: "\n", omittingEmptySubsequences: false)
    return (0..<max(before.count, after.count)).flatMap { row -> [String] in
      let old = row < before.count ? before[row] : nil
      let new = row < after.count ? after[row] : nil
      guard old != new else { return [] }
      return [old.map { "\(row + 1) - \($0)" }, new.map { "\(row + 1) + \($0)" }].compactMap { $0 }
    }.joined(separator: "\n")
  }
}

struct GoldenTests {
  @Test func onlyChangedRowsAreShown() {
    #expect(Golden.changedRows(from: "a\nb\nc", to: "a\nB\nc\nd") == "2 - b\n2 + B\n4 + d")
    #expect(Golden.changedRows(from: "a\nb", to: "a") == "2 - b")
  }
}
