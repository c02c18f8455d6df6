import Lessons
import TerminalUI
import Testing

@testable import TutorScreens

struct PlainTests {
  private func plain(_ screen: String, _ keys: String = "") throws -> Desk {
    var desk = try Desk(screen, PlainText.size)
    desk.context = desk.context.plain
    desk.send(.appeared)
    desk.press(keys)
    return desk
  }

  private func text(_ desk: Desk) -> String { desk.session.plainText(in: desk.context) }

  @Test(
    arguments: Screens.names.map { ($0, "") } + [
      ("lesson", "Space 1 2 3 4"), ("lesson", "Right Right Tab Right"), ("plot", "Down v"),
      ("plot", "G Up Up"), ("cards", "n"), ("cards", "n Space"), ("quiz", "1"), ("quiz", "1 2 3 4"),
      ("speed", "4"), ("speed", "4 1 1 1"), ("timeline", "Down Down"), ("home", "?"),
    ]) func everyScreenHasALinearTwin(screen: String, keys: String) throws
  {
    let text = text(try plain(screen, keys))
    #expect(text.utf8.allSatisfy { (0x20..<0x7F).contains($0) || $0 == 0x0A })
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= 72 })
    // No frames, bars or rules.
    for drawing in ["---", "===", "####", "....", "|  |", "+-"] {
      #expect(!text.contains(drawing), "\(drawing)")
    }
    #expect(
      lines.contains { $0.hasPrefix("Keys: ") }
        && text.replacing("\n", with: " ").contains("? all keys"))
    #expect(!text.contains("\n\n\n"))
    let name = ([screen] + keys.split(separator: " ").map(String.init)).joined(separator: "-")
    try Golden.expect(text, named: "\(name.replacing("?", with: "help"))_plain")
  }

  @Test func aCurveBecomesATableThatDoesNotNameIt() throws {
    var desk = try plain("home")
    desk.only {
      if case .curve = $0.form { true } else { false }
    }
    desk.open(QuizScreen(practising: desk.context.course.deck.questions))
    let asked = text(desk)
    #expect(asked.contains("Curve 1, from left to right:") || asked.contains("Slope"))
    #expect(asked.split(separator: "\n").count { $0.hasPrefix("at x = ") } == 9)
    desk.press("1")
    #expect(!text(desk).contains("Curve 1"))
  }

  @Test func figuresAreHeldAndTurnedInWords() throws {
    var desk = try plain("lesson", "Right Right")
    let before = text(desk)
    #expect(before.contains("Figure 3.1, Tab takes hold"))
    desk.press("Tab Right")
    let held = text(desk)
    #expect(held.contains("Figure 3.1, held") && held.contains("x 0.1"))
    #expect(held.split(separator: "\n").count >= before.split(separator: "\n").count)
  }

  @Test func linesAreKeys() {
    #expect(PlainInput.keys("", isTyping: false) == [.space])
    #expect(PlainInput.keys("down Enter x", isTyping: false) == [.down, .enter, .character("x")])
    #expect(PlainInput.keys("nonsense", isTyping: false) == nil)
    #expect(PlainInput.keys("1/4", isTyping: true) == "1/4".map { .character($0) } + [.enter])
    #expect(PlainInput.keys("Esc", isTyping: true) == [.escape])
  }
}
