import Lessons
import Practice
import TerminalUI
import TestCourse
import Testing
import Words

@testable import TutorScreens

/// The first screen of a new learner.
struct WelcomeTests {
  private static let sizes = [
    Size(width: 80, height: 24), Size(width: 40, height: 12), Size(width: 160, height: 50),
  ]

  private func harness(_ size: Size, _ charset: Charset = .braille) throws -> ScreenHarness {
    var harness = try ScreenHarness("home", size, charset)
    harness.context.learner = Learner()
    harness.open(harness.context.welcome)
    return harness
  }

  private func step(_ harness: ScreenHarness) -> WelcomeScreen.Step? {
    (harness.session.top as? WelcomeScreen)?.step
  }

  @Test(
    arguments: [("turn", ""), ("insert", "Right Right Right Right Right"), ("read", "r")], sizes)
  func theStepsMatchTheGoldens(step: (name: String, keys: String), size: Size) throws {
    for charset in [Charset.ascii, .braille] {
      var harness = try harness(size, charset)
      harness.press(step.keys)
      let name = ScreenTests.name("welcome", step.name, size, charset)
      try Golden.expect(harness.frame, named: name)
    }
  }

  @Test func theLineStaysALineUntilReLUIsPutIn() throws {
    var harness = try harness(Self.sizes[0])
    #expect(step(harness) == .turn)
    harness.press("Right Right Right Right")
    #expect(step(harness) == .turn)
    harness.press("Left")
    #expect(step(harness) == .insert)
    harness.press("r")
    #expect(step(harness) == .read)
    harness.press("Space")
    let reader = try #require(harness.session.top as? ReaderScreen)
    #expect(reader.section == 0)
    harness.press("q")
    #expect(harness.session.top is HomeScreen)
  }

  @Test(arguments: ["Esc", "q", "Space", "Enter", "r Space", "Backspace"])
  func itIsShownOnce(keys: String) throws {
    var harness = try harness(Self.sizes[0])
    harness.press(keys)
    #expect(!(harness.session.top is WelcomeScreen))
    #expect(harness.context.welcome == nil)
    #expect(harness.facts.contains { if case .position = $0 { true } else { false } })
  }

  @Test func aCourseWithoutTheFigureBeginsAtHome() throws {
    var context = try harness(Self.sizes[0]).context
    context.bundle.lesson.sections.removeAll { section in
      section.blocks.contains { if case .figure = $0 { true } else { false } }
    }
    #expect(context.welcome == nil)
  }
}
