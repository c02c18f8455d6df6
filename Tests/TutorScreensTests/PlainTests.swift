import Lessons
import TerminalUI
import TestSupport
import Testing
import Words

@testable import TutorScreens

struct PlainTests {
  private func plain(_ screen: String, _ keys: String = "") throws -> ScreenHarness {
    var harness = try ScreenHarness(screen, PlainText.size)
    harness.context = harness.context.plain
    harness.send(.appeared)
    harness.press(keys)
    return harness
  }

  private func text(_ harness: ScreenHarness) -> String {
    harness.session.plainText(in: harness.context)
  }

  @Test(
    arguments: Screens.names.map { ($0, "") } + [
      ("lesson", "Space 1 2 3 4"), ("lesson", "] ] Tab Right"), ("plot", "Down v"),
      ("plot", "G Up Up"), ("cards", "n"), ("cards", "n Space"), ("quiz", "1"), ("quiz", "1 2 3 4"),
      ("speed", "4"), ("speed", "4 1 1 1"), ("timeline", "Down Down"), ("home", "?"),
    ]) func everyScreenHasAPlainTextRendering(screen: String, keys: String) throws
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
      lines.contains { $0.hasPrefix(Words.Frame.footer([])) }
        && text.shows("? " + Words.Frame.allKeys))
    #expect(zip(lines, lines.dropFirst()).dropLast().allSatisfy { !$0.isEmpty || !$1.isEmpty })
    let name = ([screen] + keys.split(separator: " ").map(String.init)).joined(separator: "-")
    try Golden.expect(text, named: "\(name.replacing("?", with: "help"))_plain")
  }

  @Test func aCurveQuestionBecomesATableWithoutTheFunctionsName() throws {
    var harness = try plain("home")
    harness.only {
      if case .curve = $0.form { true } else { false }
    }
    harness.open(.quiz(cards: harness.context.bundle.deck.questions))
    let asked = text(harness)
    #expect(asked.shows(Words.Curves.hiddenHeading(1)))
    let point = Words.Curves.point(x: anything, value: anything)
    #expect(asked.split(separator: "\n").count { $0.shows(point) } == 9)
    harness.press("1")
    #expect(!text(harness).shows(Words.Curves.hiddenHeading(1)))
  }

  @Test func figuresAreOperatedInPlainText() throws {
    var harness = try plain("lesson", "] ]")
    let before = text(harness)
    let title = Words.Figures.title(1, section: 3)
    #expect(before.shows(Words.Figures.unfocused(title, caption: anything, harness.keys)))
    harness.press("Tab Right")
    let held = text(harness)
    #expect(held.shows(Words.Figures.focused(title, caption: anything, harness.keys)))
    #expect(held.shows("x 0.1"))
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
