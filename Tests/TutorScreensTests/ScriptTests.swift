import Lessons
import Practice
import TerminalUI
import Testing

@testable import TutorScreens

/// Reading, finding and typing text whose letters take several code points.
struct ScriptTests {
  private let size = Size(width: 80, height: 24)

  private func desk(_ text: String) throws -> Desk {
    var desk = try Desk("home", size)
    desk.context.course.lesson.sections[0].blocks = [.paragraph([Span(text)])]
    desk.press("Enter")
    return desk
  }

  /// The text of the cells that are marked as a match.
  private func marked(_ desk: Desk) -> String {
    let frame = desk.session.view(in: desk.context)
    return frame.cells.filter { $0.style == Style(.selection, .bold) && $0.width > 0 }
      .map(\.text).joined()
  }

  @Test func aMatchIsMarkedWithAllItsMarks() throws {
    var desk = try desk("सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता प्राप्त है।")
    desk.press("/")
    desk.type("मनुष्यों")
    desk.press("Enter")
    #expect(marked(desk).unicodeScalars.elementsEqual("मनुष्यों".unicodeScalars))
  }

  @Test func aMatchMayRunOverAnEndOfLineWithoutABlank() throws {
    let text = String(repeating: "激活函数决定神经元的输出", count: 8)
    var desk = try desk(text)
    desk.press("/")
    desk.type(text)
    desk.press("Enter")
    #expect(marked(desk) == text)
  }

  @Test func whatHasNoShapeIsNotSought() throws {
    var desk = try desk("A co\u{AD}operative net\u{200B}work.")
    desk.press("/")
    desk.type("cooperative network")
    desk.press("Enter")
    #expect(marked(desk).filter { !$0.isInvisible } == "cooperative network")
  }

  /// A terminal hands over code points, one after the other.
  private func type(_ text: String, _ desk: inout Desk) {
    for scalar in text.unicodeScalars { desk.send(.key(.character(Character(scalar)))) }
  }

  @Test func aNoteIsTypedCodePointByCodePoint() throws {
    var desk = try Desk("lesson", size)
    desk.press("e")
    type("हिन्दी", &desk)
    let text = desk.session.view(in: desk.context).lines.joined()
    #expect(text.unicodeScalars.contains("ि") && text.contains("हिन्दी"))
    // Two graphemes, or three where conjuncts are none: Backspace takes whole ones.
    desk.press("Backspace")
    type("a", &desk)
    desk.press("Home Delete")
    type("कि\u{902}", &desk)
    desk.press("Esc")
    let notes = desk.facts.compactMap { fact in
      if case .note(_, let text) = fact { text } else { nil }
    }
    let note = try #require(notes.last)
    let rest = String("हिन्दी".dropFirst().dropLast())
    #expect(note.unicodeScalars.elementsEqual("कि\u{902}\(rest)a".unicodeScalars))
  }

  @Test func theCursorIsWhereTheNextLetterGoes() throws {
    var desk = try Desk("lesson", size)
    desk.press("e")
    let start = try #require(desk.session.view(in: desk.context).cursor)
    type("हि漢", &desk)
    let end = try #require(desk.session.view(in: desk.context).cursor)
    #expect(end == Point(x: start.x + 4, y: start.y))
    desk.press("Left Left")
    #expect(desk.session.view(in: desk.context).cursor == start)
    desk.press("End Enter")
    #expect(desk.session.view(in: desk.context).cursor == Point(x: start.x, y: start.y + 1))
  }

  /// A word that moves to the next line takes the cursor along.
  @Test func theCursorStaysInItsWord() throws {
    var desk = try Desk("lesson", Size(width: 40, height: 12))
    desk.press("e")
    let start = try #require(desk.session.view(in: desk.context).cursor)
    type(String(repeating: "a", count: 30) + " " + String(repeating: "b", count: 20), &desk)
    for _ in 0..<18 { desk.press("Left") }
    let cursor = try #require(desk.session.view(in: desk.context).cursor)
    #expect(cursor == Point(x: start.x + 2, y: start.y + 1))
  }

  @Test func aSearchFieldTakesMarks() throws {
    var desk = try Desk("home", size)
    desk.press("/")
    type("e\u{301}ह\u{941}", &desk)
    #expect(desk.text.unicodeScalars.contains("\u{941}"))
    #expect(desk.text.unicodeScalars.contains("\u{301}"))
  }
}
