import TerminalUI
import TestSupport
import Testing
import Words

@testable import TutorScreens

struct OwnKeyTests {
  @Test func footersAndScreensShowRemappedKeys() throws {
    var harness = try ScreenHarness("cards", Size(width: 80, height: 24))
    harness.context.keyMap = try KeyMap([
      .character("+"): .character("x"), .character("w"): .character("+"),
    ])
    harness.send(.appeared)
    #expect(harness.shows("w " + Words.Cards.unlock))
    let first = Words.Cards.title(10, toGo: 10, again: 0)
    harness.press("+")
    #expect(!harness.shows(first))
    harness.press("w")
    #expect(harness.shows(first))
  }

  @Test func choicesShowRemappedKeys() throws {
    var harness = try ScreenHarness("speed", Size(width: 80, height: 24))
    harness.context.keyMap = try KeyMap(["2": "z", "z": "2"])
    harness.send(.appeared)
    let rows = harness.text.split(separator: "\n").map { $0.drop { $0 == " " } }
    #expect(rows.contains { $0.hasPrefix("z  " + Words.Speed.daily) })
    #expect(!rows.contains { $0.hasPrefix("2  ") })
    harness.press("z")
    let title = try #require(harness.frame.lines.first)
    #expect(title.hasPrefix(" " + Words.Speed.daily) && title.hasSuffix("1:00"))
  }

  @Test func actionsHaveTheLearnersKeysOnTheirScreens() throws {
    var harness = try ScreenHarness("lesson", Size(width: 80, height: 24))
    harness.context.keyMap = try KeyMap(["x": "n"], actions: ["n": "next-page", "t": "unlock"])
    harness.send(.appeared)
    let first = harness.text
    #expect(harness.shows("n " + Words.Reader.Keys.nextPage))
    // The lesson has no action of that name, so the key keeps its meaning.
    var other = harness
    other.press("t")
    #expect(other.session.top is ContentsScreen)
    harness.press("n")
    #expect(harness.text != first)
    harness.press("x")
    #expect(harness.shows(Words.Reader.noSearch(harness.keys)))
    harness.press("?")
    #expect(harness.shows("n Space PgDn"))
  }
}
