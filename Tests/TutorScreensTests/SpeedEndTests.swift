import Lessons
import Practice
import TerminalUI
import TestCourse
import TestSupport
import Testing
import Words

@testable import TutorScreens

/// The end of a game of the Speed Challenge.
struct SpeedEndTests {
  private let size = Size(width: 80, height: 24)

  @Test func theTimeEndsAGameAndItIsRecorded() throws {
    var harness = try ScreenHarness("speed", size)
    harness.begin()
    harness.answer(right: true)
    harness.pass(60_000)
    #expect(harness.shows(Words.Speed.time) && harness.shows(Words.Speed.points(100)))
    #expect(harness.speedRuns.count == 1 && harness.speedRuns.first?.answered == 1)
    harness.pass(1001)
    #expect(harness.shows(Words.Speed.timeIsUp) && harness.shows(Words.Speed.playAgain))
    #expect(harness.speedRuns.count == 1)
  }

  @Test(arguments: ["Enter", "Space", "p", "o", "1"])
  func aKeyPressedAsTheTimeRunsOutStartsNothing(key: String) throws {
    var harness = try ScreenHarness("speed", size)
    harness.begin()
    harness.miss()
    harness.pass(60_000)
    #expect(harness.speed?.isTimeUp == true)
    // Pressed once, then held: a keyboard waits for up to 660 ms before it repeats.
    for delay in [10, 660, 30, 30, 400, 30, 650] {
      harness.context.milliseconds += delay
      harness.press(key)
      #expect(harness.speed?.isPlaying == false)
    }
    #expect(harness.speedRuns.count == 1)
    harness.context.milliseconds += 701
    harness.press("Enter")
    #expect(harness.shows(Words.Speed.ready) && harness.shows("1:00"))
  }

  @Test func repeatedLeavingKeysLeave() throws {
    var harness = try ScreenHarness("speed", size)
    harness.begin()
    harness.pass(59_801)
    for _ in 0..<3 {
      harness.context.milliseconds += 300
      harness.press("Esc")
      #expect(harness.speed != nil)
    }
    harness.context.milliseconds += 300
    harness.press("Esc")
    #expect(harness.speed == nil)
  }

  @Test func aKeyThatComesWithTheEndAnswersNothing() throws {
    var harness = try ScreenHarness("speed", size)
    harness.begin()
    harness.pass(59_000)
    harness.context.milliseconds += 1000
    harness.answer(right: true)
    harness.send(.tick)
    #expect(harness.speed?.isTimeUp == true && harness.answers.isEmpty)
    harness.context.milliseconds += 1001
    harness.press("Esc")
    #expect(harness.speed == nil)
  }

  @Test func plainTextReportsTheEndBeforeTheNextLine() throws {
    var harness = try ScreenHarness("speed", size)
    harness.context = harness.context.plain
    harness.press("1 1")
    harness.context.milliseconds += 1
    if harness.speed?.isStopped == true { harness.press("Space") }
    harness.context.milliseconds += 61_000
    harness.press("1 Enter q")
    #expect(harness.shows(Words.Speed.timeIsUp))
    harness.context.milliseconds += 1
    harness.press("q")
    #expect(harness.speed == nil)
  }

  @Test func theLastLifeIsLookedAtBeforeTheEnd() throws {
    var harness = try ScreenHarness("speed", size)
    harness.begin("3")
    harness.answer(right: false)
    #expect(harness.shows(Words.Speed.clockStopped(lives: 0)) && harness.speedRuns.count == 1)
    // Held from here on, Enter does not start another game.
    harness.press("+400 Enter +660 Enter +30 Enter +30 Enter")
    #expect(harness.speed?.isOver == true && harness.shows(Words.Speed.outOfLives))
    harness.press("+700 Enter")
    #expect(harness.shows(Words.Speed.ready) && harness.speedRuns.count == 1)
  }

  @Test func theEndShowsBothGamesAMedalAndTheDistance() throws {
    var harness = try ScreenHarness("speed", Size(width: 80, height: 40))
    harness.begin("4")
    for _ in 0..<8 { harness.answer(right: true) }
    for _ in 0..<12 { harness.miss() }
    harness.press("+1000")
    let score = 300 + 600 + 2 * 300
    #expect(harness.shows(Words.Speed.points(score)) && harness.shows(Words.Speed.gold))
    #expect(harness.shows(Words.Speed.comparison(score, best: nil)))
    #expect(harness.shows(Words.Speed.highest(multiplier: 3)))
    func legend(_ harness: ScreenHarness) -> String? {
      harness.text.split(separator: "\n").first { $0.contains(" \(Words.Speed.thisGame)") }
        .map(String.init)
    }
    #expect(legend(harness) != nil && legend(harness)?.contains(Words.Speed.bestGame) == false)
    harness.press("Enter")
    for _ in 0..<20 { harness.miss() }
    harness.press("+1000")
    #expect(harness.shows(Words.Speed.comparison(0, best: score)))
    #expect(legend(harness)?.contains(Words.Speed.bestGame) == true && !harness.text.contains("★"))
    #expect(harness.shows(Words.Speed.next(Words.Speed.bronze, at: 500)))
  }

  @Test func eachMissIsExplainedAndLeadsToItsSection() throws {
    var harness = try ScreenHarness("speed", Size(width: 80, height: 200))
    harness.begin()
    harness.untilCurve()
    harness.miss()
    let unwritten = harness.speed?.misses.misses.count
    for _ in 0..<40 where harness.speed?.game?.question.card.section != "blocks" {
      harness.answer(right: true)
    }
    harness.miss()
    harness.miss()
    harness.press("+1000")
    let misses = try #require(harness.speed?.misses.misses)
    #expect(unwritten == 1 && misses.count == 3)
    for miss in misses {
      #expect(harness.shows(miss.card.prompt) && harness.shows(miss.card.explanation))
      let chosen = try #require(miss.chosen)
      #expect(harness.shows(Words.Questions.yourAnswer(chosen.text, wasSure: false)))
      #expect(harness.shows(Words.Questions.rightAnswer(miss.card.rightAnswer)))
      let feedback = try #require(chosen.feedback)
      #expect(harness.shows(feedback))
    }
    #expect(harness.shows("x = "))
    #expect(harness.shows("▸ " + misses[0].card.prompt))
    harness.press("Down")
    #expect(harness.shows("▸ " + misses[1].card.prompt))
    harness.press("o")
    #expect(harness.shows(TestCourse.Heading.blocks))
    harness.press("q")
    #expect(harness.shows("▸ " + misses[1].card.prompt))
  }

  @Test func aMissedNetworkIsShownAgain() throws {
    var harness = try ScreenHarness("home", Size(width: 80, height: 40))
    harness.only { $0.id == "q-network" }
    harness.open(.speed)
    harness.begin("3")
    harness.miss()
    harness.press("+1000")
    let network = Words.Questions.network(functions: ["Tanh"], layers: 20, arrow: "→")
    #expect(harness.speed?.isOver == true && harness.shows(network))
  }

  @Test(arguments: [Size(width: 40, height: 12), Size(width: 80, height: 24)])
  func theSelectedMissIsVisible(size: Size) throws {
    var harness = try ScreenHarness("speed", size)
    harness.begin("4")
    for _ in 0..<20 { harness.miss() }
    harness.press("+1000")
    let misses = try #require(harness.speed?.misses.misses)
    for miss in misses.dropFirst() {
      harness.press("Down")
      #expect(harness.shows("▸ " + miss.card.prompt.prefix(20)), "\(harness.text)")
    }
    for _ in misses { harness.press("Up") }
    #expect(harness.shows("▸ " + misses[0].card.prompt.prefix(20)))
  }

  @Test func bestScoresAreKeptPerFormAndMissesCanBePractised() throws {
    var harness = try ScreenHarness("speed", Size(width: 80, height: 60))
    let rules = Words.Speed.suddenDeathRules(seconds: 60)
    for way in ["Esc 4", "Esc Enter"] {
      harness.press(way)
      #expect(harness.shows(Words.Speed.entry(name: Words.Speed.suddenDeath, rules: rules)))
      harness.begin("3")
      for _ in 0..<3 { harness.answer(right: true) }
      harness.miss()
      #expect(harness.shows(Words.Speed.outOfLives) && !harness.shows(Words.Speed.playAgain))
      harness.pass(701)
      #expect(harness.shows(Words.Speed.playAgain))
    }
    #expect(harness.shows(Words.Speed.scoreAxis))
    #expect(harness.context.learner.runs(.suddenDeath, seconds: 60).count == 2)
    #expect(harness.context.learner.bestRun(seconds: 60) == nil)
    let missed = try #require(harness.speed?.misses.misses.first).card.prompt
    harness.press("p")
    #expect(harness.shows(Words.Quiz.title(1, of: 1)) && harness.shows(missed))
  }
}

/// The daily challenge.
struct DailyChallengeTests {
  private let size = Size(width: 80, height: 24)

  /// Plays the daily game to its end.
  private func play(_ harness: inout ScreenHarness, _ answers: [Bool]) {
    harness.begin("2")
    for isRight in answers { isRight ? harness.answer(right: true) : harness.miss() }
    harness.press("+1001")
  }

  @Test func itIsTheSameForAllLearners() throws {
    var one = try ScreenHarness("speed", size)
    var other = try ScreenHarness("speed", Size(width: 160, height: 50), .ascii)
    other.context.seed = 99
    // A day of study begins at 04:00, so a day later is another day at any hour.
    var tomorrow = try ScreenHarness("speed", size)
    tomorrow.context.now += 86_400
    var questions: [[String]] = [[], [], []]
    for (index, harness) in [one, other, tomorrow].enumerated() {
      var harness = harness
      harness.begin("2")
      for _ in 0..<12 {
        questions[index].append("\(harness.speed?.game?.question as Any)")
        harness.answer(right: true)
      }
    }
    #expect(questions[0] == questions[1] && questions[0] != questions[2])
    one.begin("2")
    other.begin("2")
    #expect(one.speed != nil && other.speed != nil)
  }

  @Test func onlyTheFirstFinishedGameOfADayCounts() throws {
    var harness = try ScreenHarness("speed", size)
    // A game that was left does not count.
    harness.begin("2")
    harness.answer(right: true)
    harness.press("Esc 4")
    play(&harness, [true, true, false, false, false])
    #expect(harness.speedRuns.map(\.score) == [200])
    let day = harness.context.today
    #expect(harness.context.learner.dailyRun(on: day)?.score == 200)
    let count = harness.answers.count
    harness.press("Enter +3200")
    #expect(harness.shows("\(Words.Speed.daily) · \(Words.Speed.isForFun)"))
    for _ in 0..<3 { harness.miss() }
    harness.press("+1001")
    #expect(harness.speedRuns.count == 1 && harness.answers.count == count + 3)
    #expect(harness.shows(Words.Speed.notScored(today: 200)))
    harness.press("Esc Enter")
    #expect(harness.shows(Words.Speed.playedToday(200)))
    harness.context.now += 86_400
    harness.press("Esc Enter")
    #expect(!harness.shows(Words.Speed.playedToday(200)))
    play(&harness, [false, false, false])
    #expect(harness.speedRuns.count == 2)
  }

  @Test func aGameOfAnEarlierVersionCounts() throws {
    var harness = try ScreenHarness("speed", size)
    let seed = UInt64(bitPattern: Int64(harness.context.today.number))
    for score in [700, 900] {
      harness.context.learner.apply(
        LearnerEvent(
          id: "old-\(score)", time: harness.context.now - 1000 + score, utcOffset: 0,
          fact: .speedRun(
            SpeedRun(
              score: score, right: 7, answered: 8, seconds: 60, seed: seed, form: .daily))))
    }
    #expect(harness.shows(Words.Speed.playedToday(700)) && !harness.shows(Words.Speed.copy))
    #expect(harness.context.learner.speedRuns.count == 2)
    play(&harness, [true, false, false, false])
    #expect(harness.speedRuns.isEmpty && harness.shows(Words.Speed.notScored(today: 700)))
  }

  @Test(arguments: [Charset.braille, .ascii]) func itGivesALineToPaste(charset: Charset) throws {
    var harness = try ScreenHarness("speed", size, charset)
    #expect(!harness.shows(Words.Speed.copy))
    play(&harness, [true, true, true, false, true, false, false])
    let date = harness.context.today.iso
    let line =
      charset.isASCII
      ? "tutor daily \(date)  ###-#--  400  x2" : "tutor daily \(date)  ■■■□■□□  400  ×2"
    #expect(harness.text.contains(line), "\(harness.text)")
    harness.press("y")
    #expect(harness.copied == line && harness.context.statusMessage == Words.Speed.copied)
    // It is also on the start page, for the rest of the day.
    harness.open(.speed)
    #expect(harness.text.contains(line))
    harness.copied = nil
    harness.press("y")
    #expect(harness.copied == line)
  }
}
