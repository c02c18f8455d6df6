import Lessons
import Practice
import TerminalUI
import TestSupport
import Testing
import Words

@testable import TutorScreens

struct ProgressTests {
  /// A harness whose learner has graded cards on some days before today.
  private func harness(_ size: Size = Size(width: 80, height: 60)) throws -> ScreenHarness {
    var harness = try ScreenHarness("progress", size)
    let cards = harness.context.bundle.deck.flashcards
    var ids = EventClock()
    for day in [1, 2, 3, 9, 30] {
      for (index, card) in cards.prefix(12 * day).enumerated() {
        harness.context.learner.apply(
          LearnerEvent(
            id: ids.next(at: UInt64(1000 * (40 - day)), random: 0),
            time: harness.context.now - day * 86_400 + index, utcOffset: 0,
            fact: .review(card: card.id, rating: day == 1 ? .again : .good)))
      }
    }
    return harness
  }

  @Test func daysForecastAndRecallAreShown() throws {
    let harness = try harness()
    let text = harness.text
    #expect(text.shows(Words.Progress.weeks(26)) && text.shows(Words.Progress.weekdays[0]))
    #expect(text.shows(Words.Progress.forecast) && text.shows(Words.Progress.day(inDays: 1)))
    #expect(text.shows(Words.Progress.recallDays))
    // Every started card that is due within the week is in the forecast, on one day only.
    let learner = harness.context.learner
    let ids = harness.context.bundle.deck.flashcards.map(\.id)
    let due = learner.forecast(of: ids, from: harness.context.today, days: 40_000, utcOffset: 0)
    #expect(due.reduce(0, +) == ids.count { learner.schedule(of: $0) != nil })
    #expect(due[0] == ids.count { learner.isDue($0, at: harness.context.now + 3600, utcOffset: 0) })
  }

  @Test func gamesAndRacesAreSummarised() throws {
    var harness = try harness()
    func learn(_ fact: Fact, _ number: Int) {
      harness.context.learner.apply(
        LearnerEvent(
          id: "g\(number)", time: harness.context.now - 100 + number, utcOffset: 0, fact: fact))
    }
    learn(.speedRun(SpeedRun(score: 900, right: 9, answered: 10, seconds: 60, seed: 1)), 1)
    let timed = Words.Progress.speedForm(
      Words.Speed.timed, seconds: 60, score: 900, right: 9, of: 10)
    #expect(harness.shows(Words.Progress.speed(best: 900, played: 1)))
    #expect(!harness.shows(timed))
    let sudden = SpeedRun(
      score: 400, right: 4, answered: 5, seconds: 60, seed: 1, form: .suddenDeath)
    learn(.speedRun(sudden), 2)
    learn(
      .speedRun(SpeedRun(score: 70, right: 7, answered: 8, seconds: 0, seed: 1, form: .untimed)), 3)
    let lanes = [
      RaceResult.Lane(activation: "relu", accuracy: 0.987, secondsPerEpoch: 0.1),
      RaceResult.Lane(activation: "gelu", accuracy: nil, secondsPerEpoch: 0.1),
    ]
    learn(
      .race(
        RaceResult(data: "digits", model: "mlp", rate: 0.01, epochs: 3, seed: 1, lanes: lanes)), 4)
    let text = harness.text
    #expect(text.shows(Words.Progress.speed(best: 900, played: 3)) && text.shows(timed))
    #expect(
      text.shows(
        Words.Progress.speedForm(
          Words.Speed.suddenDeath, seconds: 60, score: 400, right: 4, of: 5)))
    #expect(
      text.shows(Words.Progress.speedForm(Words.Speed.untimed, score: 70, right: 7, of: 8)))
    let ends = [
      Words.Progress.lane("relu", accuracy: "99 %"), Words.Progress.laneDiverged("gelu"),
    ]
    #expect(text.shows(Words.Progress.races(1, lastOn: "digits", lanes: ends)))
  }

  @Test func aLearnersProgressMatchesTheGoldens() throws {
    for (size, charset) in [
      (Size(width: 80, height: 100), Charset.braille), (Size(width: 40, height: 120), .ascii),
    ] {
      var harness = try harness(size)
      harness.context.charset = charset
      let mistake = Fact.answer(
        question: "q-ten", isRight: false, mode: .quiz, milliseconds: 1, mistake: "It is not so.")
      harness.context.learner.apply(
        LearnerEvent(id: "m", time: harness.context.now - 99, utcOffset: 0, fact: mistake))
      harness.context.learner.apply(
        LearnerEvent(
          id: "x", time: harness.context.now - 98, utcOffset: 0,
          fact: .exam(day: harness.context.today.number + 9)))
      try Golden.expect(
        harness.frame, named: "progress-past_\(size.width)x\(size.height)_\(charset.rawValue)")
      let plain = harness.context.plain
      try Golden.expect(
        ProgressText(plain).lines.joined(separator: "\n"), named: "progress-past_plain")
    }
  }

  @Test func aCardIsSuspendedAndResumed() throws {
    var harness = try ScreenHarness("cards", Size(width: 80, height: 24))
    let count = harness.context.bundle.deck.flashcards.count
    #expect(harness.shows(Words.Cards.newAreLocked(count, harness.keys)))
    harness.press("+")
    let first = harness.text
    harness.press("!")
    #expect(harness.text != first)
    #expect(harness.shows(Words.Cards.suspended))
    let card = try #require(harness.context.learner.suspended.first)
    harness.press("q c")
    let session = CardSession(
      deck: harness.context.bundle.deck, learner: harness.context.learner, at: harness.context.now,
      utcOffset: 0, newCards: 1000, sections: [])
    #expect(!(session.due + session.fresh).contains { $0.id == card })
    var progress = try ScreenHarness("progress", Size(width: 80, height: 60))
    progress.context.learner = harness.context.learner
    #expect(progress.shows(Words.Progress.suspended))
    progress.press("r")
    #expect(progress.context.learner.suspended.isEmpty)
    #expect(!progress.shows(Words.Progress.suspended))
  }

  @Test func afterALongBreakASessionIsCapped() throws {
    var harness = try ScreenHarness("cards", Size(width: 80, height: 24))
    let deck = harness.context.bundle.deck
    let model = try #require(deck.cards.first)
    let cards = (0..<70).map { number in
      var card = model
      card.id = "card-\(number)"
      return card
    }
    harness.context.bundle.deck = Deck(id: deck.id, title: deck.title, cards: cards)
    for (index, card) in cards.enumerated() {
      harness.context.learner.apply(
        LearnerEvent(
          id: "\(1000 + index)", time: harness.context.now - 400 * 86_400, utcOffset: 0,
          fact: .review(card: card.id, rating: .good)))
    }
    harness.press("q c")
    #expect(
      harness.shows(
        Words.Cards.title(20, toGo: 20, again: 0) + Words.Cards.heldBack(50)))
  }

  @Test func aRepeatedlyForgottenCardIsReportedAsALeech() throws {
    var harness = try ScreenHarness("progress", Size(width: 80, height: 90))
    let card = harness.context.bundle.deck.flashcards[3]
    for step in 0..<40 {
      harness.context.learner.apply(
        LearnerEvent(
          id: "\(100 + step)", time: harness.context.now - (40 - step) * 5 * 86_400, utcOffset: 0,
          fact: .review(card: card.id, rating: step.isMultiple(of: 2) ? .easy : .again)))
    }
    #expect(harness.context.learner.isLeech(card.id))
    #expect(harness.shows(Words.Progress.slipping(times: 8, harness.keys)))
    harness.context.learner.apply(
      LearnerEvent(
        id: "999", time: harness.context.now, utcOffset: 0,
        fact: .suspended(card: card.id, isSuspended: true)))
    #expect(!harness.context.learner.isLeech(card.id))
  }

  @Test func theViewHasTheTerminalsSize() throws {
    for size in [Size(width: 40, height: 12), Size(width: 160, height: 50)] {
      let harness = try harness(size)
      #expect(harness.session.view(in: harness.context).size == size)
      let counts = harness.context.mastery(of: harness.context.bundle.deck.flashcards)
      #expect(
        harness.shows(
          Words.Mastery.counts(
            known: counts.known, learning: counts.learning, new: counts.new)))
    }
  }
}

struct PlanScreenTests {
  @Test func anExamIsSetAndThePlanSaysWhatToDo() throws {
    var harness = try ScreenHarness("progress", Size(width: 80, height: 60))
    let day = LocalDay(number: harness.context.today.number + 10).iso
    harness.press("x")
    #expect(harness.shows(Words.Progress.askExam(example: anything)))
    harness.type("soon")
    harness.press("Enter")
    #expect(harness.facts.isEmpty && harness.shows(Words.Progress.badExam(example: anything)))
    harness.press("C-u")
    harness.type(day)
    harness.press("Enter")
    #expect(harness.facts == [.exam(day: harness.context.today.number + 10)])
    #expect(harness.shows(Words.Plan.heading(date: day, days: 10)))
    // Eleven cards, with the last two days free: two per day at first.
    #expect(harness.shows(Words.Plan.today + " " + Words.Plan.day(new: 2, reviews: 0)))
    #expect(harness.context.newCards == 2)
    harness.context.newCardsAsked = 3
    #expect(harness.context.newCards == 3)
    harness.context.now += 9 * 86_400
    #expect(harness.shows(Words.Plan.heading(date: day, days: 1)))
    harness.context.now += 86_400
    #expect(harness.shows(Words.Plan.isToday))
    harness.press("x C-u Enter")
    #expect(harness.context.learner.exam == nil && !harness.shows(Words.Plan.isToday))
  }

  @Test func aCardIsRewrittenAndReset() throws {
    var harness = try ScreenHarness("cards", Size(width: 80, height: 24))
    harness.press("+ Space e C-u")
    harness.type("Why bend?")
    harness.press("Tab C-u")
    harness.type("Or it stays a line.")
    harness.press("Esc")
    #expect(harness.shows("Why bend?") && harness.shows(Words.Rewrite.kept))
    #expect(harness.shows("Or it stays a line."))
    let card = try #require(harness.context.learner.ownWords.keys.first)
    #expect(harness.context.learner.ownWords[card]?.back == "Or it stays a line.")
    harness.press("e C-o Esc")
    #expect(harness.context.learner.ownWords.isEmpty && !harness.shows("Why bend?"))
    harness.press("e Esc")
    #expect(harness.facts.count == 2)
  }

  @Test func aLeechCanBeRewrittenOrSuspended() throws {
    var harness = try ScreenHarness("cards", Size(width: 80, height: 24))
    let card = harness.context.bundle.deck.flashcards[3]
    for step in 0..<15 {
      harness.context.learner.apply(
        LearnerEvent(
          id: "\(100 + step)", time: harness.context.now - (40 - step) * 5 * 86_400, utcOffset: 0,
          fact: .review(card: card.id, rating: step.isMultiple(of: 2) ? .easy : .again)))
    }
    #expect(!harness.context.learner.isLeech(card.id))
    harness.press("q c Space")
    #expect(
      harness.text.contains(card.front.prefix(20))
        && !harness.shows(Words.Cards.slipping(harness.keys)))
    harness.press("1")
    #expect(harness.shows(Words.Cards.forgotten(times: 8, harness.keys)))
    harness.context.now += 601
    harness.press("Space")
    #expect(harness.shows(Words.Cards.slipping(harness.keys)))
  }

  @Test func cardsWithoutADeckAreKeptAndReported() throws {
    var harness = try ScreenHarness("progress", Size(width: 80, height: 90))
    for (number, card) in ["no-such-card", "line", "changed#c1"].enumerated() {
      harness.context.learner.apply(
        LearnerEvent(
          id: "\(number)", time: harness.context.now - 86_400, utcOffset: 0,
          fact: .review(card: card, rating: .good)))
    }
    #expect(harness.shows(Words.Progress.noDeck(2)), "\(harness.text)")
    #expect(harness.shows(Words.Progress.cards + " 1 of"))
    // The reviews of a merged card count for its heir.
    let deck = harness.context.bundle.deck
    let heir = try #require(deck.flashcards.first { $0.id != "line" })
    harness.context.bundle.deck = Deck(
      id: deck.id, title: deck.title, cards: deck.cards,
      retired: [RetiredCard(id: "no-such-card", heir: heir.id)])
    #expect(harness.shows(Words.Progress.noDeck(1)), "\(harness.text)")
    #expect(harness.shows(Words.Progress.cards + " 2 of"))
  }

  @Test func mistakesAreCountedByMisconception() throws {
    var harness = try ScreenHarness("home", Size(width: 80, height: 24))
    let questions = harness.context.bundle.deck.questions.filter { card in
      if case .choice = card.form { true } else { false }
    }
    harness.open(.quiz(cards: questions))
    var wrong = 0
    for number in 0..<60 where wrong < 1 {
      harness.press("\(1 + number % 4) Space")
      wrong = harness.context.learner.mistakes.count
    }
    let mistake = try #require(harness.context.learner.mistakes.first)
    harness.open(.progress)
    harness.context.size = Size(width: 160, height: 120)
    #expect(harness.shows(Words.Progress.mistakes))
    #expect(harness.text.contains(mistake.key.prefix(30)))
  }

  @Test func aFinishedQuizIsRecorded() throws {
    var harness = try ScreenHarness("quiz", Size(width: 80, height: 30))
    harness.context.quizCount = 10
    func done(_ facts: [Fact]) -> [Int] {
      facts.compactMap { if case .quizDone(_, let total) = $0 { total } else { nil } }
    }
    for _ in 0..<200 where done(harness.facts).isEmpty { harness.press("1 2 3 4 5 6 Enter") }
    #expect(done(harness.facts) == [10])
    #expect(harness.context.learner.bestQuiz?.total == 10)
  }

  @Test(arguments: [21, 1_000_000, .max]) func aLongQuizStartsAsFastAsAShortOne(count: Int) throws {
    var harness = try ScreenHarness("home", Size(width: 80, height: 30))
    harness.context.quizCount = count
    harness.open(.quiz())
    let quiz = try #require(harness.session.top as? QuizScreen)
    #expect(quiz.drawn <= 20)
    let written = min(harness.context.bundle.deck.questions.count, count - count / 2)
    #expect(abs(quiz.total - (written + count / 2)) < 20 && quiz.total > 0)
    for _ in 0..<60 { harness.press("1 2 3 4 5 6 Enter Space") }
    #expect(harness.facts.count > 20)
  }
}
