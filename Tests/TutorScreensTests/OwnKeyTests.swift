import TerminalUI
import Testing

@testable import TutorScreens

struct OwnKeyTests {
  @Test func footersAndScreensFollowTheLearnersKeys() throws {
    var desk = try Desk("cards", Size(width: 80, height: 24))
    desk.context.keyMap = try KeyMap([
      .character("n"): .character("x"), .character("w"): .character("n"),
    ])
    desk.send(.appeared)
    #expect(desk.text.contains("w unlock new cards"))
    desk.press("n")
    #expect(!desk.text.contains("Cards · 1 of"))
    desk.press("w")
    #expect(desk.text.contains("1 of"))
  }
}
