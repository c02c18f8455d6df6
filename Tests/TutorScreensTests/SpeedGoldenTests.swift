import Lessons
import Practice
import TerminalUI
import Testing

@testable import TutorScreens

/// Golden frames of the Speed Challenge in every phase.
struct SpeedGoldenTests {
  enum State: String, CaseIterable {
    case countdown, question, right, wrong, curve, paused, time, end, misses, daily, played
  }

  private static let sizes = [
    Size(width: 80, height: 24), Size(width: 40, height: 12), Size(width: 160, height: 50),
  ]

  static func reach(_ state: State, _ harness: inout ScreenHarness) {
    learnBest(&harness)
    if state == .daily || state == .played {
      harness.begin("2")
      for isRight in [true, true, true, false, true, true, false] {
        isRight ? harness.answer(right: true) : harness.miss()
      }
      harness.miss()
      harness.press("+1001")
      if state == .played { harness.press("Esc 4") }
      return
    }
    let size = harness.context.size
    // Small windows ask about no curve, but a window can become small.
    if state == .curve { harness.context.size = sizes[0] }
    harness.press("Enter +1200")
    if state == .countdown { return }
    harness.press("+1800 +7000")
    if state == .question { return }
    for _ in 0..<4 {
      harness.pass(2000)
      harness.answer(right: true)
    }
    switch state {
    case .wrong: harness.answer(right: false)
    case .curve:
      harness.untilCurve()
      harness.answer(right: false)
      harness.context.size = size
    case .paused: harness.press("Space")
    case .time: harness.pass(46_000)
    case .end, .misses:
      harness.miss()
      harness.answer(right: true)
      harness.miss()
      harness.pass(46_000)
      harness.pass(1001)
      if state == .misses { harness.press("Down") }
    default: break
    }
    if state == .wrong || state == .curve { harness.pass(300) }
  }

  private static func learnBest(_ harness: inout ScreenHarness) {
    let steps = (1...12).map { SpeedRun.Step(time: 3500 * $0, score: 100 * $0 + 30 * $0 * $0 / 4) }
    harness.context.learner.apply(
      LearnerEvent(
        id: "best", time: harness.context.now - 86_400, utcOffset: 0,
        fact: .speedRun(
          SpeedRun(
            score: steps.last?.score ?? 0, right: 12, answered: 14, seconds: 60, seed: 1,
            steps: steps))))
  }

  @Test(arguments: State.allCases, sizes)
  func phasesMatchTheGoldens(state: State, size: Size) throws {
    for charset in [Charset.ascii, .braille] {
      var harness = try ScreenHarness("speed", size, charset)
      Self.reach(state, &harness)
      try Golden.expect(
        harness.frame,
        named: "speed-\(state.rawValue)_\(size.width)x\(size.height)_\(charset.rawValue)")
    }
  }

  @Test(arguments: [State.wrong, .curve, .end]) func plainTextMatchesTheGoldens(
    state: State
  ) throws {
    var harness = try ScreenHarness("speed", PlainText.size)
    harness.context = harness.context.plain
    harness.press("4")
    if state == .curve { harness.untilCurve() }
    let count = state == .end ? 20 : 1
    for index in 0..<count {
      harness.answer(right: state == .end && index > 1)
      if state == .end, index < 2 { harness.press("+10 Space +10") }
    }
    try Golden.expect(harness.plainText, named: "speed-\(state.rawValue)_plain")
  }
}
