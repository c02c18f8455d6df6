import TerminalUI
import Testing

@testable import TutorScreens

/// Golden frames detect changes of text and style.
struct GoldenTests {
  private func planes(_ rows: [String], _ style: Style = .plain) -> FramePlanes {
    var frame = Frame(Size(width: 3, height: rows.count))
    for (row, text) in rows.enumerated() { frame.write(text, x: 0, y: row, style: style) }
    return FramePlanes(frame)
  }

  @Test func onlyChangedRowsAreShown() {
    let old = planes(["a", "b", "c"])
    #expect(old.changes(to: old).isEmpty)
    #expect(old.changes(to: planes(["a", "B", "c"])) == ["2 - b", "2 + B"])
    let heading = planes(["a", "b", "c"], Style(.heading, [.bold, .underline]))
    #expect(
      old.changes(to: heading) == [
        "  1 ~ + H", "  1'~ + _", "  2 ~ + H", "  2'~ + _", "  3 ~ + H", "  3'~ + _",
      ])
  }

  /// A frame with one of its styles replaced by another.
  private static let mutations: [(screen: String, keys: String, from: Role, to: Role)] = [
    ("lesson", "G 1 2 3 4", .right, .wrong), ("lesson", "G 1 2 3 4", .wrong, .right),
    ("home", "", .selection, .text),
    ("contents", "Down", .selection, .text), ("lesson", "", .heading, .text),
    ("plot", "", .slope, .curve), ("lesson", "/ d e a d Enter", .selection, .text),
    ("cards", "+", .accent, .text), ("timeline", "j j j", .dim, .text),
  ]

  @Test(arguments: mutations.indices) func aLostStyleFailsTheComparison(index: Int) throws {
    let (screen, keys, from, to) = Self.mutations[index]
    var harness = try ScreenHarness(screen, Size(width: 80, height: 24))
    harness.press(keys)
    let accepted = try #require(
      Golden.accepted(ScreenTests.name(screen, keys, harness.context.size, .braille)))
    let mutated = FramePlanes(harness.frame) { style in
      style.role == from ? Style(to, style.attributes) : style
    }
    let changes = FramePlanes(text: accepted).changes(to: mutated)
    let isOfStyles = changes.allSatisfy { $0.prefixMatch(of: /\s*\d+['\s]~\s[-+]/) != nil }
    #expect(!changes.isEmpty && isOfStyles, "\(changes)")
  }
}
