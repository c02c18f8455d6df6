import TerminalUI
import TestSupport
import Testing
import Words

@testable import TutorScreens

struct OwnKeyTests {
  @Test func footersAndScreensShowRemappedKeys() throws {
    var harness = try ScreenHarness("cards", Size(width: 80, height: 24))
    harness.context.keyMap = try KeyMap([
      .character("n"): .character("x"), .character("w"): .character("n"),
    ])
    harness.send(.appeared)
    #expect(harness.shows("w " + Words.Cards.unlock))
    let first = Words.Cards.title(1, of: 0).dropLast()
    harness.press("n")
    #expect(!harness.shows(first))
    harness.press("w")
    #expect(harness.shows(first))
  }

  @Test func choicesShowRemappedKeys() throws {
    var harness = try ScreenHarness("speed", Size(width: 80, height: 24))
    harness.context.keyMap = try KeyMap(["2": "z", "z": "2"])
    harness.send(.appeared)
    let rows = harness.text.split(separator: "\n").map { $0.drop { $0 == " " } }
    #expect(rows.contains { $0.hasPrefix("z  Daily challenge") })
    #expect(!rows.contains { $0.hasPrefix("2  ") })
    harness.press("z")
    #expect(harness.shows("Daily challenge  1:00") && harness.shows(Words.Speed.ready))
  }
}
