import Lessons
import Practice
import TerminalUI
import TestSupport
import Testing
import Words

@testable import TutorScreens

/// The Speed Challenge while it is played.
struct SpeedTests {
  private let size = Size(width: 80, height: 24)

  @Test func aCountdownPrecedesGamesWithAClock() throws {
    var harness = try ScreenHarness("speed", size)
    harness.press("Enter")
    for _ in 0..<3 {
      #expect(harness.shows(Words.Speed.ready) && harness.shows("1:00"))
      let before = harness.text
      harness.press("1 2 3 Space Enter")
      #expect(harness.text == before && harness.facts.isEmpty)
      harness.pass(1000)
      #expect(harness.text != before)
    }
    #expect(harness.speed?.isPlaying == true && harness.shows("1:00"))
    harness.pass(1000)
    #expect(harness.shows("0:59"))
    harness.press("Esc Esc")
    #expect(harness.speed == nil)
    var left = try ScreenHarness("speed", size)
    left.press("Enter Esc")
    #expect(left.speed == nil)
  }

  @Test func formsWithoutAClockAndPlainTextStartAtOnce() throws {
    var untimed = try ScreenHarness("speed", size)
    untimed.press("4")
    #expect(untimed.speed?.isPlaying == true && untimed.shows(Words.Speed.place(1, of: 20)))
    var plain = try ScreenHarness("speed", PlainText.size)
    plain.context = plain.context.plain
    plain.press("Enter")
    #expect(plain.speed?.isPlaying == true)
  }

  @Test(arguments: ["1", "2", "3"], [30, 250, 500, 660])
  func aHeldDigitLosesOneLifeAtMost(key: String, delay: Int) throws {
    var harness = try ScreenHarness("speed", size)
    harness.press("Enter +3500 \(key)")
    harness.pass(delay)
    for _ in 0..<400 {
      harness.press(key)
      harness.context.milliseconds += 30
    }
    #expect(harness.answers.count { !$0 } == 1, "\(harness.answers)")
    #expect(harness.speed?.game?.lives == 2)
  }

  @Test func aDigitHeldSinceTheStartAnswersNothing() throws {
    var harness = try ScreenHarness("speed", size)
    harness.press("1")
    for _ in 0..<400 {
      harness.context.milliseconds += 30
      if harness.session.tick.map({ $0 <= 30 }) == true { harness.send(.tick) }
      harness.press("1")
    }
    #expect(harness.answers.isEmpty)
  }

  @Test func aRightAnswerFlashesAndDelaysNothing() throws {
    var harness = try ScreenHarness("speed", size)
    harness.begin()
    let first = try #require(harness.speed?.game?.question.card)
    harness.answer(right: true)
    let gain = Words.Speed.gain(100)
    func isReversed() -> Bool {
      harness.frame.cells.contains { $0.style.attributes.contains(.reverse) }
    }
    #expect(harness.shows("✓ \(first.rightAnswer)  \(gain)") && isReversed())
    #expect(harness.speed?.game?.question.card != first)
    // The next question is drawn with it, and the next key answers it.
    harness.answer(right: true)
    #expect(harness.answers == [true, true] && isReversed())
    harness.pass(249)
    #expect(isReversed())
    harness.pass(1)
    #expect(!isReversed() && harness.shows(gain))
  }

  @Test func aWrongAnswerStopsTheClockAndMarksBothAnswers() throws {
    var harness = try ScreenHarness("speed", size)
    harness.begin()
    harness.pass(1300)
    let question = try #require(harness.speed?.game?.question)
    harness.answer(right: false)
    let wrong = try #require(question.choices.firstIndex { !$0.isCorrect })
    let right = try #require(question.choices.firstIndex { $0.isCorrect })
    let feedback = try #require(question.choices[wrong].feedback)
    for _ in 0..<2 {
      #expect(harness.shows("\(wrong + 1)✗ \(question.choices[wrong].text)"))
      #expect(harness.shows("\(right + 1)✓ \(question.choices[right].text)"))
      #expect(harness.shows(feedback))
      #expect(harness.shows(Words.Speed.clockStopped(lives: 2)) && harness.shows("0:59"))
      harness.pass(60_000)
    }
    harness.press("Space")
    #expect(harness.speed?.isPlaying == true && harness.shows("0:59"))
    #expect(harness.speed?.game?.question.card.id != question.card.id)
  }

  @Test(arguments: ["Space", "Enter", "1", "9"])
  func keysAreIgnoredRightAfterAWrongAnswer(key: String) throws {
    var harness = try ScreenHarness("speed", size)
    harness.begin()
    harness.answer(right: false)
    harness.press("+299 \(key)")
    #expect(harness.speed?.isStopped == true)
    harness.press("+149 \(key)")
    #expect(harness.speed?.isStopped == true)
    harness.press("+150 \(key)")
    #expect(harness.speed?.isPlaying == true && harness.answers == [false])
  }

  @Test func aWrongCurveIsComparedWithTheRightOne() throws {
    var harness = try ScreenHarness("speed", Size(width: 80, height: 40))
    harness.begin()
    harness.untilCurve()
    harness.answer(right: false)
    let (function, value) = (anything, anything)
    let differences = [true, false].map { areSlopes in
      Words.Questions.differMost(
        x: anything, (function, value), (function, value), areSlopes: areSlopes)
    }
    #expect(differences.contains { harness.shows($0) }, "\(harness.text)")
    // The names of both curves, and the marked places.
    #expect(harness.text.contains("A ⠒") && harness.text.contains("B ⠒"))
    #expect(harness.text.contains("●"))
  }

  @Test func aPauseHidesTheQuestionAndStopsTheClock() throws {
    var harness = try ScreenHarness("speed", size)
    harness.begin()
    let before = harness.text
    harness.press("Space")
    #expect(harness.shows(Words.Speed.paused(harness.keys)))
    // The question is hidden, and digits do not answer.
    #expect(!harness.text.contains("1  "))
    harness.context.milliseconds += 600_000
    harness.press("1 2")
    harness.send(.tick)
    #expect(harness.facts.isEmpty)
    harness.press("Space")
    #expect(harness.text == before)
  }

  @Test func aSuspensionPausesTheGame() throws {
    var harness = try ScreenHarness("speed", size)
    harness.begin()
    harness.pass(9000)
    let now = try #require(harness.speed?.now(in: harness.context))
    let left = try #require(harness.speed?.game?.remaining(at: now))
    // The monotonic clock excludes a suspension, the time of day does not.
    harness.context.now += 600
    harness.context.milliseconds += 40
    harness.press(harness.digit(right: true))
    #expect(harness.speed?.isPaused == true && harness.answers.isEmpty)
    #expect(harness.speed?.game?.remaining(at: harness.speed?.now ?? 0) == left - 40)
    harness.press("Space \(harness.digit(right: true))")
    #expect(harness.answers == [true])
  }

  @Test(arguments: [3_600_000, 1_000_000_000, -3_600_000, -1]) func aClockThatJumpsEndsNothing(
    by jump: Int
  ) throws {
    var harness = try ScreenHarness("speed", size)
    harness.begin()
    harness.answer(right: true)
    harness.context.milliseconds += jump
    harness.send(.tick)
    #expect(harness.speedRuns.isEmpty && harness.speed?.isTimeUp == false)
    if harness.speed?.isPaused == true { harness.press("Space") }
    harness.answer(right: true)
    harness.context.now -= 86_400 * 400
    harness.answer(right: true)
    #expect(harness.answers == [true, true, true])
    harness.pass(62_000)
    let run = try #require(harness.speedRuns.first)
    #expect(Fact.speedRun(run).isPossible && run.steps.allSatisfy { $0.time <= 60_000 })
    #expect(!harness.facts.contains { !$0.isPossible })
  }

  @Test func aResizeAndAPasteChangeNothing() throws {
    var harness = try ScreenHarness("speed", size)
    harness.begin()
    let question = try #require(harness.speed?.game?.question.card)
    for size in [
      Size(width: 40, height: 12), Size(width: 160, height: 50), Size(width: 9, height: 3),
    ] {
      harness.context.size = size
      harness.send(.appeared)
      #expect(harness.frame.size == size)
      #expect(harness.speed?.game?.question.card == question && harness.speed?.isPlaying == true)
    }
    harness.session.paste("1 2 3 1 2 3", in: &harness.context) { _, _ in nil }
    #expect(harness.answers.isEmpty)
    harness.context.size = self.size
    harness.answer(right: true)
    #expect(harness.answers == [true])
  }

  @Test func smallWindowsAskWhatFits() throws {
    var harness = try ScreenHarness("speed", Size(width: 40, height: 12))
    harness.press("4")
    for _ in 0..<20 {
      let choices = try #require(harness.speed?.game?.question.choices)
      #expect(harness.text.contains("\(choices.count)  "), "\(harness.text)")
      harness.answer(right: true)
    }
    #expect(harness.speed?.isOver == true)
  }

  @Test func aDeckWithoutQuestionsAsksGeneratedOnes() throws {
    var harness = try ScreenHarness("home", size)
    harness.only { _ in false }
    harness.open(.speed)
    harness.begin()
    harness.answer(right: true)
    harness.answer(right: true)
    #expect(harness.answers == [true, true])
  }

  @Test func theStateOfTheGameComparesWithTheBest() throws {
    var harness = try ScreenHarness("speed", size)
    let steps = [SpeedRun.Step(time: 1000, score: 150), SpeedRun.Step(time: 20_000, score: 300)]
    harness.context.learner.apply(
      LearnerEvent(
        id: "best", time: harness.context.now - 100, utcOffset: 0,
        fact: .speedRun(
          SpeedRun(score: 300, right: 2, answered: 3, seconds: 60, seed: 1, steps: steps))))
    harness.begin()
    #expect(harness.shows(Words.Speed.lead(0)))
    harness.pass(2000)
    #expect(harness.shows(Words.Speed.lead(-150)))
    for _ in 0..<3 { harness.answer(right: true) }
    #expect(harness.shows(Words.Speed.lead(150)) && harness.shows("♥ ♥ ♥"))
    #expect(harness.shows("×2 ○○○"))
    harness.answer(right: true)
    #expect(harness.shows("×2 ●○○") && harness.shows(Words.Speed.points(500)))
    harness.context.size = Size(width: 40, height: 12)
    harness.answer(right: false)
    #expect(
      harness.shows("♥♥♡") && harness.shows("500") && harness.shows("×1 ○○○")
        && harness.shows(Words.Speed.shortLead(350)))
  }

  @Test func plainTextSaysWhatWasWrong() throws {
    var harness = try ScreenHarness("speed", PlainText.size)
    harness.context = harness.context.plain
    harness.press("Enter")
    let card = try #require(harness.speed?.game?.question.card)
    harness.answer(right: false)
    #expect(
      harness.shows(
        harness.context.text(Words.Questions.rightAnswerIs(card.rightAnswer))))
    // The rest of the line was typed before the answer was known.
    harness.press("1 2 3")
    #expect(harness.answers == [false])
    harness.context.milliseconds += 30_000
    harness.press("Space")
    #expect(harness.speed?.isPlaying == true)
    harness.answer(right: true)
    #expect(harness.shows(Words.Speed.wasRight(gain: 100)))
  }
}
