import Lessons
import Practice
import TerminalUI
import Testing

@testable import TutorScreens

/// Reading, searching and typing text with letters of several code points.
struct ScriptTests {
  private let size = Size(width: 80, height: 24)

  private func harness(_ text: String) throws -> ScreenHarness {
    var harness = try ScreenHarness("home", size)
    harness.context.bundle.lesson.sections[0].blocks = [.paragraph([Span(text)])]
    harness.press("Enter")
    return harness
  }

  /// The text of the cells that are marked as a match.
  private func marked(_ harness: ScreenHarness) -> String {
    let frame = harness.session.view(in: harness.context)
    return frame.cells.filter { $0.style == Style(.selection, .bold) && $0.width > 0 }
      .map(\.text).joined()
  }

  @Test func aMatchIsMarkedWithAllItsMarks() throws {
    var harness = try harness("सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता प्राप्त है।")
    harness.press("/")
    harness.type("मनुष्यों")
    harness.press("Enter")
    #expect(marked(harness).unicodeScalars.elementsEqual("मनुष्यों".unicodeScalars))
  }

  @Test func aMatchMaySpanALineBreakWithoutASpace() throws {
    let text = String(repeating: "激活函数决定神经元的输出", count: 8)
    var harness = try harness(text)
    harness.press("/")
    harness.type(text)
    harness.press("Enter")
    #expect(marked(harness) == text)
  }

  @Test func invisibleCharactersAreNotSearched() throws {
    var harness = try harness("A co\u{AD}operative net\u{200B}work.")
    harness.press("/")
    harness.type("cooperative network")
    harness.press("Enter")
    #expect(marked(harness).filter { !$0.isInvisible } == "cooperative network")
  }

  /// A terminal delivers code points one by one.
  private func type(_ text: String, _ harness: inout ScreenHarness) {
    for scalar in text.unicodeScalars { harness.send(.key(.character(Character(scalar)))) }
  }

  @Test func aNoteIsTypedCodePointByCodePoint() throws {
    var harness = try ScreenHarness("lesson", size)
    harness.press("e")
    type("हिन्दी", &harness)
    let isShown = harness.frame.lines.contains { line in
      line.drop { $0 == " " }.unicodeScalars.elementsEqual("हिन्दी".unicodeScalars)
    }
    #expect(isShown, "\(harness.text)")
    // Two graphemes, or three without conjunct support: Backspace deletes whole ones.
    harness.press("Backspace")
    type("a", &harness)
    harness.press("Home Delete")
    type("कि\u{902}", &harness)
    harness.press("Esc")
    let notes = harness.facts.compactMap { fact in
      if case .note(_, let text) = fact { text } else { nil }
    }
    let note = try #require(notes.last)
    let rest = String("हिन्दी".dropFirst().dropLast())
    #expect(note.unicodeScalars.elementsEqual("कि\u{902}\(rest)a".unicodeScalars))
  }

  @Test func theCursorIsAtTheInsertionPoint() throws {
    var harness = try ScreenHarness("lesson", size)
    harness.press("e")
    let start = try #require(harness.session.view(in: harness.context).cursor)
    type("हि漢", &harness)
    let end = try #require(harness.session.view(in: harness.context).cursor)
    #expect(end == Point(x: start.x + 4, y: start.y))
    harness.press("Left Left")
    #expect(harness.session.view(in: harness.context).cursor == start)
    harness.press("End Enter")
    #expect(harness.session.view(in: harness.context).cursor == Point(x: start.x, y: start.y + 1))
  }

  /// A word that moves to the next line takes the cursor along.
  @Test func theCursorStaysInItsWord() throws {
    var harness = try ScreenHarness("lesson", Size(width: 40, height: 12))
    harness.press("e")
    let start = try #require(harness.session.view(in: harness.context).cursor)
    type(String(repeating: "a", count: 30) + " " + String(repeating: "b", count: 20), &harness)
    for _ in 0..<18 { harness.press("Left") }
    let cursor = try #require(harness.session.view(in: harness.context).cursor)
    #expect(cursor == Point(x: start.x + 2, y: start.y + 1))
  }

  @Test func aSearchFieldAcceptsCombiningMarks() throws {
    var harness = try ScreenHarness("home", size)
    harness.press("/")
    type("e\u{301}ह\u{941}", &harness)
    #expect(Set(harness.text.unicodeScalars).isSuperset(of: ["\u{941}", "\u{301}"]))
  }
}
