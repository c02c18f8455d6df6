import TerminalUI
import Testing

@testable import TutorScreens

struct OwnKeyTests {
  @Test func footersAndScreensFollowTheLearnersKeys() throws {
    var harness = try ScreenHarness("cards", Size(width: 80, height: 24))
    harness.context.keyMap = try KeyMap([
      .character("n"): .character("x"), .character("w"): .character("n"),
    ])
    harness.send(.appeared)
    #expect(harness.text.contains("w unlock new cards"))
    harness.press("n")
    #expect(!harness.text.contains("Cards · 1 of"))
    harness.press("w")
    #expect(harness.text.contains("1 of"))
  }
}
