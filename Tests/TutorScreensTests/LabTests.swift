import TerminalUI
import Testing

@testable import TutorScreens

struct LabTests {
  private let size = Size(width: 80, height: 24)

  @Test func aDialMovesTheBars() throws {
    var desk = try Desk("lab-gradient", size)
    let before = desk.text
    #expect(before.contains("vanishes") && before.contains("arrives"))
    // Sigmoid becomes tanh, and something arrives.
    desk.press("Right")
    #expect(!desk.text.contains("vanishes: "))
    desk.press("Left")
    #expect(desk.text == before)
    // ReLU with Glorot loses half a power of two a layer.
    desk.press("Tab Down Left")
    #expect(desk.text.contains("B  vanishes") || desk.text.contains("B  decays"))
  }

  @Test func everyDialTurnsBothWaysWithoutEnd() throws {
    var desk = try Desk("lab-gradient", size)
    for dial in 0..<7 {
      for _ in 0..<3 { desk.press("Right") }
      for _ in 0..<20 where dial != 3 && dial != 4 { desk.press("Left") }
      desk.press("Down")
    }
    #expect(desk.text.contains("Lab · Gradient flow"))
    desk.press("v v r Tab q")
    #expect(desk.session.top is HomeScreen)
  }

  @Test func logitsAreTypedTurnedAndBroken() throws {
    var desk = try Desk("lab-numerics", size)
    #expect(desk.text.contains("Nothing breaks yet"))
    desk.press("e C-u")
    desk.type("89, 1")
    desk.press("Enter")
    #expect(desk.text.contains("Broken in float32") && desk.text.contains("✗ NaN"))
    desk.press("h")
    #expect(desk.text.contains("Nothing breaks yet: 0.7 more"))
    desk.press("s s s s s s s")
    #expect(desk.text.contains("Broken in float64"))
    desk.press("e C-u")
    desk.type("1, what")
    desk.press("Enter")
    #expect(desk.text.contains("Give one to eight numbers"))
    desk.press("Esc 0")
    #expect(desk.text.contains("0.6652"))
  }

  @Test func theLabOpensItsExperiments() throws {
    var desk = try Desk("lab", size)
    desk.press("1")
    #expect(desk.text.contains("Lab · Gradient flow"))
    desk.press("q Down Enter")
    #expect(desk.text.contains("Lab · Numerics clinic"))
  }
}
