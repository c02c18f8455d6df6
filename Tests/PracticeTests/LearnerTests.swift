import Foundation
import Lessons
import Testing

@testable import Practice

private let day = 86400

private func event(_ id: String, _ time: Int, _ fact: Fact) -> LearnerEvent {
  LearnerEvent(id: id, time: time, utcOffset: 0, fact: fact)
}

private func basic(_ id: String, section: String = "one", difficulty: Int = 1) -> Card {
  Card(
    id: id, section: section, difficulty: difficulty,
    form: .basic(front: "f", back: "b"), explanation: "e")
}

struct LearnerTests {
  @Test func gradesChangeTheScheduleAndUndoRevertsOne() {
    var learner = Learner()
    learner.apply(event("1", 0, .review(card: "a", rating: .easy)))
    let before = learner.schedule(of: "a")
    learner.apply(event("2", 8 * day, .review(card: "a", rating: .again)))
    #expect(learner.schedule(of: "a")?.phase == .relearning(step: 0))
    learner.apply(event("3", 8 * day + 1, .undo(event: "2")))
    #expect(learner.schedule(of: "a") == before)
    #expect(learner.reviewCount == 1)
    learner.apply(event("4", 8 * day + 2, .undo(event: "1")))
    #expect(learner.schedule(of: "a") == nil)
  }

  @Test(arguments: [
    event("1", 0, .exam(day: .min)), event("1", 0, .exam(day: .max)),
    event("1", .max, .review(card: "a", rating: .good)),
    event("1", -62_135_596_801, .sectionRead("s")),
    event("1", 0, .position(ReadingPosition(section: "s", block: .min, offset: 0))),
    event("1", 0, .answer(question: "q", isRight: true, mode: .quiz, milliseconds: .min)),
    event(
      "1", 0, .speedRun(SpeedRun(score: .max, right: 1, answered: 1, seconds: 60, seed: 0))),
    LearnerEvent(id: "1", time: 0, utcOffset: .min, fact: .sectionRead("s")),
  ]) func impossibleEventsAreIgnored(event: LearnerEvent) {
    let learner = Learner(events: [event])
    #expect(learner.eventCount == 0 && learner.exam == nil && learner.latestTime == nil)
    #expect(learner.begunCards.isEmpty && learner.sectionsRead.isEmpty && learner.speedRuns.isEmpty)
  }

  @Test func replayingTheEventsGivesTheSameLearner() {
    let events = [
      event("1", 0, .review(card: "a", rating: .good)),
      event("2", 700, .review(card: "a", rating: .good)),
      event("3", 5 * day, .review(card: "a", rating: .hard)),
    ]
    var stepwise = Learner()
    for event in events { stepwise.apply(event) }
    let whole = Learner(events: events)
    #expect(Set(whole.begunCards) == Set(stepwise.begunCards))
    for card in whole.begunCards {
      #expect(whole.schedule(of: card) == stepwise.schedule(of: card))
    }
  }

  @Test func aCardDueLaterTodayIsDueNow() {
    var learner = Learner()
    learner.apply(event("1", 20 * 3600, .review(card: "a", rating: .easy)))
    #expect(!learner.isDue("a", at: 20 * 3600 + 7 * day, utcOffset: 0))
    #expect(learner.isDue("a", at: 5 * 3600 + 8 * day, utcOffset: 0))
    #expect(!learner.isDue("never", at: 0, utcOffset: 0))
  }

  @Test func streaksCountDaysThatBeginAtFour() {
    var learner = Learner()
    learner.apply(event("1", 10 * 3600, .sectionRead("one")))
    learner.apply(event("2", day + 27 * 3600, .sectionRead("two")))
    #expect(learner.streak(on: LocalDay(number: 1)) == 2)
    #expect(learner.streak(on: LocalDay(number: 2)) == 2)
    // Two days off in a row are free.
    #expect(learner.streak(on: LocalDay(number: 4)) == 2)
    #expect(learner.streak(on: LocalDay(number: 5)) == 0)
  }
}

struct EventClockTests {
  @Test func idsSortInOrderOfEvents() {
    var clock = EventClock()
    var random = SeededGenerator(seed: 2)
    var ids: [String] = []
    // Ten thousand in one millisecond, then the clock goes back, then forward.
    for _ in 0..<10_000 { ids.append(clock.next(at: 1_800_000_000_000, random: random.next())) }
    for _ in 0..<100 { ids.append(clock.next(at: 5, random: random.next())) }
    for step in 0..<100 as Range<UInt64> {
      ids.append(clock.next(at: 1_900_000_000_000 + step, random: random.next()))
    }
    #expect(ids == ids.sorted() && Set(ids).count == ids.count)
    #expect(
      ids.allSatisfy {
        $0.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/)
          != nil
      })
  }
}

struct UnionTests {
  /// Events of a learner on one machine, with undone grades, removed bookmarks and equal times.
  private func events(_ machine: String, _ random: inout SeededGenerator) -> [LearnerEvent] {
    var events: [LearnerEvent] = []
    for number in 0..<60 {
      let earlier = events.randomElement(using: &random)?.id ?? "none"
      let card = "card-\(random.next() % 5)"
      let place = ReadingPosition(section: "s\(number)", block: number, offset: 0)
      let fact: Fact =
        switch random.next() % 15 {
        case 14:
          .race(
            RaceResult(
              data: "xor", model: "mlp", rate: 0.1, epochs: number, seed: 1, lanes: []))
        case 0, 1, 2: .review(card: card, rating: Rating.allCases[Int(random.next() % 4)])
        case 3:
          .answer(question: card, isRight: random.next() % 2 == 0, mode: .quiz, milliseconds: 9)
        case 4: .undo(event: earlier)
        case 5: .bookmark(name: "b\(number)", position: place)
        case 6: .bookmarkRemoved(event: earlier)
        case 7: .exam(day: Int(random.next() % 3) == 0 ? nil : 20_000 + number)
        case 8: .rewritten(card: card, front: "f\(number)", back: number % 3 == 0 ? "" : "b")
        case 9: .quizDone(right: Int(random.next() % 13), total: 10 + Int(random.next() % 3))
        case 10: .suspended(card: card, isSuspended: number % 2 == 0)
        case 11:
          .weights(
            number % 3 == 0 ? [] : SchedulerParameters.standard.weights.map { $0 * 1.01 })
        default: .note(section: card, text: "n\(machine)\(number)")
        }
      // A few days back and forth, in steps that often coincide.
      let time = 1_800_000_000 + Int(random.next() % 40) * 21_600
      events.append(event("\(machine)-\(number)", time, fact))
    }
    return events
  }

  /// The learner's state as text.
  private func state(_ events: [LearnerEvent]) -> String {
    let learner = Learner(events: events)
    let schedules = learner.begunCards.sorted().map { "\($0) \(learner.schedule(of: $0) as Any)" }
    return [
      schedules.joined(separator: "\n"), "\(learner.lastAnswers.sorted { $0.key < $1.key })",
      "\(learner.bookmarks)", "\(learner.notes.sorted { $0.key < $1.key })",
      "\(learner.reviewCount) \(learner.answers)", "\(learner.position as Any)",
      "\(learner.exam as Any) \(learner.bestQuiz as Any) \(learner.suspended.sorted())",
      "\(learner.ownWords.sorted { $0.key < $1.key }) \(learner.scheduler)",
      "\(learner.races)",
      "\(learner.secondsStudied) \(learner.activity.sorted { $0.key < $1.key })",
    ].joined(separator: "\n")
  }

  @Test(arguments: 0..<60 as Range<UInt64>) func recordsMergeInAnyOrder(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let (one, two, three) = (events("a", &random), events("b", &random), events("c", &random))
    let truth = state(one + two + three)
    #expect(state(three + one + two) == truth)
    #expect(state((two + three + one).shuffled(using: &random)) == truth)
    #expect(state((one + two + three).sorted { ($0.time, $0.id) < ($1.time, $1.id) }) == truth)
    let learner = Learner(events: one + two)
    for schedule in learner.begunCards.compactMap({ learner.schedule(of: $0) }) {
      // No card is due before the grade that scheduled it.
      #expect(schedule.due >= 1_800_000_000)
    }
  }
}

struct CardSessionTests {
  private func session(
    _ cards: [Card], _ learner: Learner, at time: Int = 0, new: Int = 9, only: String? = nil,
    unlocksAll: Bool = true
  ) -> CardSession {
    CardSession(
      deck: Deck(id: "d", title: "D", cards: cards), learner: learner, at: time, utcOffset: 0,
      newCards: new, sections: ["one", "two"], only: only, unlocksAll: unlocksAll)
  }

  @Test func aSectionThatWasReadUnlocksItsCards() {
    var learner = Learner()
    let cards = [
      basic("a"), basic("b", section: "two", difficulty: 2), basic("c", section: "two"),
      basic("own", section: ""),
    ]
    func locked(_ only: String? = nil) -> CardSession {
      session(cards, learner, only: only, unlocksAll: false)
    }
    #expect(locked().fresh.map(\.id) == ["own"] && locked().locked == 3)
    #expect(locked("one").fresh.map(\.id) == ["a"] && locked("one").locked == 0)
    learner.apply(event("1", 0, .sectionRead("two")))
    #expect(locked().fresh.map(\.id) == ["c", "b", "own"] && locked().locked == 1)
    #expect(session(cards, learner).fresh.map(\.id) == ["a", "c", "b", "own"])
    #expect(session(cards, learner, new: 1).fresh.map(\.id) == ["a"])
  }

  @Test func aCardAnsweredRightStaysDueIfItsSectionIsUnread() {
    var learner = Learner(events: [event("1", 0, .review(card: "a", rating: .again))])
    func due(unlocksAll: Bool) -> [String] {
      session([basic("a")], learner, at: 60, unlocksAll: unlocksAll).due.map(\.id)
    }
    // A card that was only missed waits for its section, unless all sections are unlocked.
    #expect(due(unlocksAll: false).isEmpty && due(unlocksAll: true) == ["a"])
    learner.apply(event("2", 0, .review(card: "a", rating: .good)))
    learner.apply(event("3", 0, .review(card: "a", rating: .again)))
    #expect(due(unlocksAll: false) == ["a"])
  }

  @Test func sectionsAreInterleavedAndBacklogsAreSplit() {
    let cards = (0..<100).map { basic("c\($0)", section: $0 < 50 ? "one" : "two") }
    let events = cards.enumerated().map { index, card in
      event("e\(index)", index, .review(card: card.id, rating: .easy))
    }
    let yesterday = event("last", 399 * day, .sectionRead("one"))
    let session = session(cards, Learner(events: events + [yesterday]), at: 400 * day)
    #expect(session.due.count == 60 && session.heldBack == 40 && session.fresh.isEmpty)
    let sections = session.due.map(\.card.section)
    let repeats = zip(sections, sections.dropFirst()).count { $0 == $1 }
    let fewer = min(sections.count { $0 == "one" }, sections.count { $0 == "two" })
    // The rarer section separates cards of the other one as long as it lasts.
    #expect(repeats <= sections.count - 2 * fewer)
    #expect(Set(session.due.map(\.id)).count == 60)
  }

  @Test func theMostOverdueComeFirst() {
    let cards = (0..<80).map { basic("c\($0)") }
    // The later a card was started, the better it is remembered.
    let events = cards.enumerated().map { index, card in
      event("e\(index)", index * day, .review(card: card.id, rating: .easy))
    }
    let yesterday = event("last", 399 * day, .sectionRead("one"))
    let session = session(cards, Learner(events: events + [yesterday]), at: 400 * day)
    #expect(session.due.map(\.id) == (0..<60).map { "c\($0)" } && session.heldBack == 20)
  }

  @Test func aForgottenCardComesBackInTheSameSession() throws {
    var learner = Learner()
    var session = session([basic("a"), basic("b")], learner)
    let first = try #require(session.next(at: 0))
    learner.apply(event("1", 0, .review(card: first.id, rating: .again)))
    session.grade(first, .again, schedule: learner.schedule(of: first.id))
    #expect(session.next(at: 30)?.id == "b")
    // Another card first, as long as there is one.
    #expect(session.next(at: 61)?.id == "b")
    #expect(session.missed == ["a"])
    session.undo(first)
    #expect(session.missed.isEmpty)
    #expect(session.graded.isEmpty)
  }

  @Test func siblingCardsAreNotAskedInOneSession() throws {
    let text = try #require(ClozeText("{{c1::a}} {{c2::b}}"))
    let cloze = Card(id: "x", section: "one", form: .cloze(text, accepted: [:]), explanation: "")
    #expect(session([cloze], Learner()).fresh.map(\.id) == ["x#c1"])
  }

  @Test func aMissedQuestionIsAskedAsAFlashcard() {
    let question = Card(
      id: "q", section: "one",
      form: .choice(
        ChoiceQuestion(front: "?", choices: [Choice(id: "a", text: "right", isCorrect: true)])),
      explanation: "")
    var learner = Learner()
    #expect(session([question], learner).remaining == 0)
    learner.apply(event("1", 0, .review(card: "q", rating: .again)))
    #expect(session([question], learner, at: 60).due.map(\.back) == ["right"])
  }
}

struct QuestionTests {
  private let numeric = NumericQuestion(
    front: "?", answer: 0.25, tolerance: .absolute(0.005),
    mistakes: [.init(value: 1, feedback: "that is tanh")])

  @Test(arguments: ["0.25", ".25", "1/4", "2.5e-1", "0,25", " 0.255", "0.245"])
  func numbersCanBeWrittenInManyForms(text: String) {
    #expect(numeric.verdict(on: text) == .right)
  }

  @Test func wrongNumbersAreExplainedAndInvalidOnesRefused() {
    #expect(numeric.verdict(on: "1") == .wrong("that is tanh"))
    #expect(numeric.verdict(on: "0.256") == .wrong(nil))
    #expect(numeric.verdict(on: "−0.25") == .wrong(nil))
    for junk in ["", "abc", "inf", "nan", "1/0", "1//4", "0x10", "1/2/3"] {
      #expect(numeric.verdict(on: junk) == .unreadable, "\(junk)")
    }
  }

  @Test func choicesAreShuffledByTheSeedAndJudgedById() {
    let choices = (0..<4).map { Choice(id: "\($0)", text: "t\($0)", isCorrect: $0 == 2) }
    let card = Card(
      id: "q", section: "s", form: .choice(ChoiceQuestion(front: "?", choices: choices)),
      explanation: "")
    var one = SeededGenerator(seed: 1)
    var same = SeededGenerator(seed: 1)
    let asked = AskedQuestion(card, using: &one)
    #expect(asked.choices == AskedQuestion(card, using: &same).choices)
    #expect(asked.verdict(on: .choice("2")) == .right)
    #expect(asked.verdict(on: .choice("0")) == .wrong(nil))
  }

  @Test func multipleChoiceNeedsExactlyTheRightChoices() {
    let choices = "abcd".map { name in
      Choice(
        id: "\(name)", text: "\(name)", isCorrect: "ab".contains(name),
        feedback: "ab".contains(name) ? nil : "not \(name)")
    }
    var generator = SeededGenerator(seed: 4)
    let asked = AskedQuestion(
      Card(
        id: "s", section: "s", form: .several(ChoiceQuestion(front: "?", choices: choices)),
        explanation: ""), using: &generator)
    #expect(asked.verdict(on: .choices(["a", "b"])) == .right)
    func wrong(_ hits: Int, _ misunderstood: String? = nil) -> AskedQuestion.Verdict {
      .otherChoices(hits: hits, of: 2, misunderstood: misunderstood)
    }
    #expect(asked.verdict(on: .choices(["a"])) == wrong(1))
    #expect(asked.verdict(on: .choices(["a", "b", "c"])) == wrong(2, "not c"))
    #expect(asked.verdict(on: .choices([])) == wrong(0))
    #expect(asked.card.rightAnswer == "a; b")
  }

  @Test func typedGapsAllowCommonSpellings() {
    let gap = GapQuestion(
      text: "A ___ unit.", answers: ["dead", "log-softmax", "−3"],
      mistakes: [.init(text: "saturated", feedback: "flat")])
    for right in ["dead", " Dead ", "DEAD.", "log softmax", "Log-Softmax", "logsoftmax", "-3"] {
      #expect(gap.verdict(on: right) == .right, "\(right)")
    }
    #expect(gap.verdict(on: "Saturated") == .wrong("flat"))
    #expect(gap.verdict(on: "deaf") == .wrong(nil))
    #expect(gap.verdict(on: "  ") == .unreadable)
  }

  @Test func orderAndMatchingAnswersMustBeComplete() {
    var generator = SeededGenerator(seed: 3)
    let order = AskedQuestion(
      Card(
        id: "o", section: "s", form: .order(OrderQuestion(front: "?", items: ["a", "b", "c"])),
        explanation: ""), using: &generator)
    let right = (0..<3).compactMap { id in order.items.firstIndex { $0.id == "\(id)" } }
    #expect(order.verdict(on: .order(right)) == .right)
    #expect(order.verdict(on: .order(right.reversed())) == .wrong(nil))
    let match = AskedQuestion(
      Card(
        id: "m", section: "s",
        form: .match(
          MatchQuestion(
            front: "?", left: [.init(id: "1", text: "l"), .init(id: "2", text: "m")],
            right: [.init(id: "x", text: "r"), .init(id: "y", text: "s")],
            partners: ["1": "x", "2": "y"])), explanation: ""), using: &generator)
    #expect(match.verdict(on: .pairs(["x", "y"])) == .right)
    #expect(match.verdict(on: .pairs(["y", "x"])) == .wrong(nil))
  }
}

struct SpeedGameTests {
  private func cards(_ count: Int) -> [Card] {
    (0..<count).map { index in
      Card(
        id: "q\(index)", section: "s",
        form: .choice(
          ChoiceQuestion(
            front: "?",
            choices: [Choice(id: "a", text: "r", isCorrect: true), Choice(id: "b", text: "w")])),
        explanation: "")
    }
  }
  private let right = Choice(id: "a", text: "r", isCorrect: true)
  private let wrong = Choice(id: "b", text: "w")

  @Test func gamesEndByTheRulesOfTheirForm() throws {
    var sudden = try #require(
      SpeedGame(questions: cards(9), form: .suddenDeath, seconds: 60, seed: 1, now: 0))
    _ = sudden.answer(right, at: 1)
    #expect(!sudden.isOver(at: 2) && sudden.lives == 1)
    _ = sudden.answer(wrong, at: 2)
    #expect(sudden.isOver(at: 3))
    var untimed = try #require(
      SpeedGame(questions: cards(9), form: .untimed, seconds: 60, seed: 1, now: 0))
    for count in 1...20 {
      #expect(!untimed.isOver(at: count * 3_600_000))
      _ = untimed.answer(count < 3 ? right : wrong, at: count * 3_600_000)
    }
    // Without a clock, no answer is slow.
    #expect(untimed.isOver(at: 0) && untimed.score == 200 && untimed.lives == nil)
    #expect(untimed.run.seconds == 0)
  }

  @Test func pausedTimeDoesNotCount() throws {
    var game = try #require(SpeedGame(questions: cards(9), seconds: 60, seed: 1, now: 0))
    game.pause(at: 10_000)
    #expect(game.remaining(at: 500_000) == 50_000 && !game.isOver(at: 500_000))
    game.resume(at: 500_000)
    #expect(game.remaining(at: 501_000) == 49_000)
    _ = game.answer(right, at: 490_000 + 17_000)
    // 17 seconds of play count as slow.
    #expect(game.times == [17_000] && game.score == 50)
    #expect(game.run.steps == [SpeedRun.Step(time: 17_000, score: 50)])
    #expect(game.run.score(after: 16_999) == 0 && game.run.score(after: 17_000) == 50)
  }

  @Test func madeQuestionsFollowThePlayer() throws {
    let made: SpeedGame.Maker = { [self] level, seed in
      var card = cards(1)[0]
      card.id = "made-\(level)-\(seed % 1000)"
      return card
    }
    var game = try #require(
      SpeedGame(questions: cards(9), seconds: 60, seed: 1, now: 0, make: made))
    var levels: [Substring] = []
    for count in 1...24 {
      _ = game.answer(right, at: count)
      if game.question.card.id.hasPrefix("made") {
        levels.append(game.question.card.id.split(separator: "-")[1])
      }
    }
    #expect(levels.count == 12 && levels.first == "1" && levels.last == "3")
    // The daily questions do not depend on the answers.
    var daily = try #require(
      SpeedGame(questions: cards(9), form: .daily, seconds: 60, seed: 7, now: 0, make: made))
    var other = daily
    for count in 1...30 {
      _ = daily.answer(right, at: count)
      _ = other.answer(wrong, at: count)
      #expect(daily.question.card == other.question.card)
    }
  }

  @Test func gamesOfEarlierVersionsAreRead() throws {
    let text = #"{"speedRun":{"_0":{"score":9,"right":1,"answered":2,"seconds":60,"seed":3}}}"#
    let fact = try JSONDecoder().decode(Fact.self, from: Data(text.utf8))
    #expect(
      fact == .speedRun(SpeedRun(score: 9, right: 1, answered: 2, seconds: 60, seed: 3)))
    var learner = Learner()
    for (index, form) in SpeedForm.allCases.enumerated() {
      let run = SpeedRun(
        score: index, right: 0, answered: 0, seconds: form.questions == nil ? 60 : 0, seed: 0,
        form: form)
      learner.apply(event("\(index)", index, .speedRun(run)))
    }
    for (index, form) in SpeedForm.allCases.enumerated() {
      #expect(learner.bestRun(form, seconds: 60)?.score == index)
    }
  }

  @Test func theFirstDailyGameOfADayCounts() {
    var learner = Learner()
    let day = LocalDay(number: 20_000)
    func play(_ id: String, _ time: Int, _ score: Int, _ form: SpeedForm, on day: LocalDay) {
      let run = SpeedRun(
        score: score, right: 0, answered: 0, seconds: 60, seed: day.dailySeed, form: form)
      learner.apply(event(id, time, .speedRun(run)))
    }
    // Merged from another computer, the first one arrives last.
    play("c", 300, 900, .daily, on: day)
    play("a", 50, 5000, .timed, on: day)
    play("d", 400, 100, .daily, on: LocalDay(number: 20_001))
    #expect(learner.dailyRun(on: day)?.score == 900)
    play("b", 200, 400, .daily, on: day)
    #expect(learner.dailyRun(on: day)?.score == 400 && learner.speedRuns.count == 4)
    #expect(learner.scoredRuns.map(\.score) == [5000, 400, 100])
    #expect(learner.bestRun(.daily, seconds: 60)?.score == 400)
    #expect(learner.dailyRun(on: LocalDay(number: 20_002)) == nil)
  }

  @Test func answersAndMultiplierAreKnownFromTheSteps() throws {
    var game = try #require(SpeedGame(questions: cards(9), seconds: 60, seed: 1, now: 0))
    let answers = [true, true, false] + Array(repeating: true, count: 7) + [false, true]
    for (index, isRight) in answers.enumerated() {
      _ = game.answer(isRight ? right : wrong, at: 100 * index)
    }
    #expect(game.run.answers == answers && game.run.highestMultiplier == 3)
    #expect(game.run.score(afterAnswers: 2) == 200 && game.run.score(afterAnswers: 0) == 0)
    #expect(game.run.score(afterAnswers: 99) == game.score)
    #expect(SpeedRun(score: 9, right: 1, answered: 2, seconds: 60, seed: 3).answers.isEmpty)
    let medals = [499, 500, 999, 1000, 1500, 9000].map { score in
      SpeedRun(score: score, right: 0, answered: 0, seconds: 60, seed: 0).medal
    }
    #expect(medals == [nil, .bronze, .bronze, .silver, .gold, .gold])
  }

  @Test func aClockThatGoesBackMakesNoNegativeTimes() throws {
    var game = try #require(SpeedGame(questions: cards(1), seconds: 60, seed: 1, now: 9000))
    _ = game.answer(right, at: 50)
    game.pause(at: 100)
    game.resume(at: 20)
    _ = game.answer(right, at: 10)
    #expect(game.times == [0, 0] && game.run.steps.map(\.time) == [0, 0] && game.score == 200)
  }

  @Test func streaksMultiplyPointsAndSlowAnswersScoreHalf() throws {
    var game = try #require(SpeedGame(questions: cards(9), seconds: 60, seed: 1, now: 0))
    for second in 1...3 { _ = game.answer(right, at: second * 1000) }
    #expect(game.score == 300)
    #expect(game.multiplier == 2)
    _ = game.answer(right, at: 4000)
    #expect(game.score == 500)
    _ = game.answer(right, at: 14000)
    #expect(game.score == 600)
    _ = game.answer(wrong, at: 15000)
    #expect(game.multiplier == 1)
    #expect(game.wrong == 1)
    #expect(game.run.right == 5 && game.run.answered == 6)
  }

  @Test func theGameEndsWhenTimeOrLivesRunOut() throws {
    var game = try #require(SpeedGame(questions: cards(3), seconds: 60, seed: 1, now: 500))
    #expect(!game.isOver(at: 60_499))
    #expect(game.isOver(at: 60_500))
    for _ in 0..<3 { _ = game.answer(wrong, at: 600) }
    #expect(game.isOver(at: 601))
    #expect(SpeedGame(questions: [], seconds: 60, seed: 1, now: 0) == nil)
  }

  @Test func equalSeedsGiveEqualQuestions() throws {
    func order(_ seed: UInt64) throws -> [String] {
      var game = try #require(SpeedGame(questions: cards(9), seconds: 60, seed: seed, now: 0))
      return (0..<9).map { _ in
        defer { _ = game.answer(right, at: 1) }
        return game.question.card.id
      }
    }
    #expect(try order(4) == order(4))
    #expect(try order(4) != order(5))
    #expect(Set(try order(4)).count == 9)
  }
}

struct PlayClockTests {
  @Test func onlyTimeInWhichTheGameCouldBeSeenCounts() {
    var clock = PlayClock()
    #expect(!clock.read(monotonic: 5000, wall: 100, due: nil) && clock.milliseconds == 0)
    #expect(!clock.read(monotonic: 5900, wall: 101, due: 1000) && clock.milliseconds == 900)
    #expect(clock.now(monotonic: 6000) == 1000 && clock.now(monotonic: 0) == 900)
    // Suspended: only the time of day went on.
    #expect(clock.read(monotonic: 6000, wall: 160, due: 1000) && clock.milliseconds == 1000)
    // The monotonic clock jumps.
    #expect(clock.read(monotonic: 9_000_000, wall: 161, due: 1000) && clock.milliseconds == 1000)
    #expect(!clock.read(monotonic: 100, wall: 162, due: 1000) && clock.milliseconds == 1000)
    #expect(!clock.read(monotonic: 200, wall: -9_000_000, due: 1000) && clock.milliseconds == 1100)
    // Nothing was due: the player may think as long as needed.
    #expect(
      !clock.read(monotonic: 900_200, wall: -9_000_000, due: nil) && clock.milliseconds == 901_100)
  }
}

struct NumberTests {
  private func question(_ answer: Double, unit: String? = nil) -> NumericQuestion {
    NumericQuestion(front: "?", answer: answer, tolerance: .absolute(0.001), unit: unit)
  }

  @Test(arguments: [
    "0.25", ".25", "0,25", "1/4", "2.5e-1", "25e-2", " 0.25 ", "25 %", "25%", "+.25", "2/8",
  ]) func numbersAreAcceptedInAnyNotation(text: String) {
    #expect(question(0.25).verdict(on: text) == .right)
  }

  @Test(arguments: ["", "x", "0.25x", "1/0", "nan", "inf", "1/2/4", "%", "0x1p-2", "1e999"])
  func textIsNotANumericAnswer(text: String) {
    #expect(question(0.25).verdict(on: text) == .unreadable)
  }

  @Test func unitsAreOptional() {
    #expect(question(3, unit: "layers").verdict(on: "3 layers") == .right)
    #expect(question(3, unit: "layers").verdict(on: "3") == .right)
    #expect(question(40, unit: "%").verdict(on: "40 %") == .right)
    #expect(question(40, unit: "%").verdict(on: "0.4") == .wrong(nil))
    #expect(question(3, unit: "layers").verdict(on: "3 nats") == .unreadable)
  }
}
