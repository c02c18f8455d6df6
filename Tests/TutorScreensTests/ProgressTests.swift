import Lessons
import Practice
import TerminalUI
import Testing

@testable import TutorScreens

struct ProgressTests {
  /// A desk whose learner has graded cards on some days before today.
  private func desk(_ size: Size = Size(width: 80, height: 60)) throws -> Desk {
    var desk = try Desk("progress", size)
    let cards = desk.context.course.deck.flashcards
    var ids = EventClock()
    for day in [1, 2, 3, 9, 30] {
      for (index, card) in cards.prefix(12 * day).enumerated() {
        desk.context.learner.apply(
          LearnerEvent(
            id: ids.next(at: UInt64(1000 * (40 - day)), random: 0),
            time: desk.context.now - day * 86_400 + index, utcOffset: 0,
            fact: .review(card: card.id, rating: day == 1 ? .again : .good)))
      }
    }
    return desk
  }

  @Test func daysForecastAndRecallAreShown() throws {
    let desk = try desk()
    let text = desk.text
    #expect(text.contains("The last 26 weeks") && text.contains("Mon  "))
    #expect(text.contains("What falls due") && text.contains("tomorrow"))
    #expect(text.contains("recall "))
    // Every begun card that is due within the week stands in the forecast, and in one day only.
    let learner = desk.context.learner
    let ids = desk.context.course.deck.flashcards.map(\.id)
    let due = learner.forecast(of: ids, from: desk.context.today, days: 40_000, utcOffset: 0)
    #expect(due.reduce(0, +) == ids.count { learner.schedule(of: $0) != nil })
    #expect(due[0] == ids.count { learner.isDue($0, at: desk.context.now + 3600, utcOffset: 0) })
  }

  @Test func gamesAndRacesAreSummedUp() throws {
    var desk = try desk()
    func learn(_ fact: Fact, _ number: Int) {
      desk.context.learner.apply(
        LearnerEvent(
          id: "g\(number)", time: desk.context.now - 100 + number, utcOffset: 0, fact: fact))
    }
    learn(.speedRun(SpeedRun(score: 900, right: 9, answered: 10, seconds: 60, seed: 1)), 1)
    #expect(desk.text.contains("best 900 points, 1 played"))
    #expect(!desk.text.contains("60 s: 900"))
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
    let text = desk.text
    #expect(text.contains("best 900 points, 3 played"))
    #expect(text.contains(", 60 s: 900, 9 of 10") && text.contains(", 60 s: 400, 4 of 5"))
    #expect(text.contains(": 70, 7 of 8"))
    #expect(text.contains("1, the last on digits: relu 99 %, gelu diverged"))
  }

  @Test func aPastLooksAsItDid() throws {
    for (size, charset) in [
      (Size(width: 80, height: 100), Charset.braille), (Size(width: 40, height: 120), .ascii),
    ] {
      var desk = try desk(size)
      desk.context.charset = charset
      let mistake = Fact.answer(
        question: "q-ten", isRight: false, mode: .quiz, milliseconds: 1, mistake: "It is not so.")
      desk.context.learner.apply(
        LearnerEvent(id: "m", time: desk.context.now - 99, utcOffset: 0, fact: mistake))
      desk.context.learner.apply(
        LearnerEvent(
          id: "x", time: desk.context.now - 98, utcOffset: 0,
          fact: .exam(day: desk.context.today.number + 9)))
      try Golden.expect(
        desk.text + "\n", named: "progress-past_\(size.width)x\(size.height)_\(charset.rawValue)")
      let plain = desk.context.plain
      try Golden.expect(
        ProgressText(plain).lines.joined(separator: "\n"), named: "progress-past_plain")
    }
  }

  @Test func aCardIsLeftOutAndBroughtBack() throws {
    var desk = try Desk("cards", Size(width: 80, height: 24))
    #expect(desk.text.contains("new cards wait until their sections are read"))
    desk.press("n")
    let first = desk.text
    desk.press("!")
    #expect(desk.text != first)
    #expect(desk.text.contains("Not asked any more"))
    let card = try #require(desk.context.learner.suspended.first)
    desk.press("q c")
    let session = CardSession(
      deck: desk.context.course.deck, learner: desk.context.learner, at: desk.context.now,
      utcOffset: 0, newCards: 1000, sections: [])
    #expect(!(session.due + session.fresh).contains { $0.id == card })
    var progress = try Desk("progress", Size(width: 80, height: 60))
    progress.context.learner = desk.context.learner
    #expect(progress.text.contains("Left out"))
    progress.press("r")
    #expect(progress.context.learner.suspended.isEmpty)
    #expect(!progress.text.contains("Left out"))
  }

  @Test func afterALongBreakASittingIsCapped() throws {
    var desk = try Desk("cards", Size(width: 80, height: 24))
    let deck = desk.context.course.deck
    let model = try #require(deck.cards.first)
    let cards = (0..<70).map { number in
      var card = model
      card.id = "card-\(number)"
      return card
    }
    desk.context.course.deck = Deck(id: deck.id, title: deck.title, cards: cards)
    for (index, card) in cards.enumerated() {
      desk.context.learner.apply(
        LearnerEvent(
          id: "\(1000 + index)", time: desk.context.now - 400 * 86_400, utcOffset: 0,
          fact: .review(card: card.id, rating: .good)))
    }
    desk.press("q c")
    #expect(desk.text.contains("Cards · 1 of 60, ") && desk.text.contains("wait for another day"))
  }

  @Test func aCardForgottenTimeAndAgainIsNamed() throws {
    var desk = try Desk("progress", Size(width: 80, height: 90))
    let card = desk.context.course.deck.flashcards[3]
    for step in 0..<40 {
      desk.context.learner.apply(
        LearnerEvent(
          id: "\(100 + step)", time: desk.context.now - (40 - step) * 5 * 86_400, utcOffset: 0,
          fact: .review(card: card.id, rating: step.isMultiple(of: 2) ? .easy : .again)))
    }
    #expect(desk.context.learner.isLeech(card.id))
    #expect(desk.text.contains("Forgotten 8 times or more"))
    desk.context.learner.apply(
      LearnerEvent(
        id: "999", time: desk.context.now, utcOffset: 0,
        fact: .suspended(card: card.id, isSuspended: true)))
    #expect(!desk.context.learner.isLeech(card.id))
  }

  @Test func noSizeBreaksIt() throws {
    for size in [Size(width: 40, height: 12), Size(width: 160, height: 50)] {
      let desk = try desk(size)
      #expect(desk.session.view(in: desk.context).size == size)
      #expect(desk.text.contains("Sections read"))
    }
  }
}

struct PlanScreenTests {
  @Test func anExamIsSetAndThePlanSaysWhatToDo() throws {
    var desk = try Desk("progress", Size(width: 80, height: 60))
    let day = LocalDay(number: desk.context.today.number + 10).iso
    desk.press("x")
    #expect(desk.text.contains("Day of the exam"))
    desk.type("soon")
    desk.press("Enter")
    #expect(desk.facts.isEmpty && desk.text.contains("Give a day to come"))
    desk.press("C-u")
    desk.type(day)
    desk.press("Enter")
    #expect(desk.facts == [.exam(day: desk.context.today.number + 10)])
    #expect(desk.text.contains("Exam on \(day), in 10 days"))
    // Eleven cards, the last two days kept free: two a day at first.
    #expect(desk.text.contains("today       2 new, 0 to repeat"))
    #expect(desk.context.newCards == 2)
    desk.context.newCardsAsked = 3
    #expect(desk.context.newCards == 3)
    desk.context.now += 9 * 86_400
    #expect(desk.text.contains(", tomorrow"))
    desk.context.now += 86_400
    #expect(desk.text.contains("The exam is today"))
    desk.press("x C-u Enter")
    #expect(desk.context.learner.exam == nil && !desk.text.contains("exam is today"))
  }

  @Test func aCardIsPutIntoOwnWordsAndBack() throws {
    var desk = try Desk("cards", Size(width: 80, height: 24))
    desk.press("n Space e C-u")
    desk.type("Why bend?")
    desk.press("Tab C-u")
    desk.type("Or it stays a line.")
    desk.press("Esc")
    #expect(desk.text.contains("Why bend?") && desk.text.contains("Kept in your words"))
    #expect(desk.text.contains("Or it stays a line."))
    let card = try #require(desk.context.learner.ownWords.keys.first)
    #expect(desk.context.learner.ownWords[card]?.back == "Or it stays a line.")
    desk.press("e C-o Esc")
    #expect(desk.context.learner.ownWords.isEmpty && !desk.text.contains("Why bend?"))
    desk.press("e Esc")
    #expect(desk.facts.count == 2)
  }

  @Test func aLeechOffersToBeRewrittenOrLeftOut() throws {
    var desk = try Desk("cards", Size(width: 80, height: 24))
    let card = desk.context.course.deck.flashcards[3]
    for step in 0..<15 {
      desk.context.learner.apply(
        LearnerEvent(
          id: "\(100 + step)", time: desk.context.now - (40 - step) * 5 * 86_400, utcOffset: 0,
          fact: .review(card: card.id, rating: step.isMultiple(of: 2) ? .easy : .again)))
    }
    #expect(!desk.context.learner.isLeech(card.id))
    desk.press("q c Space")
    #expect(desk.text.contains(card.front.prefix(20)) && !desk.text.contains("slipping"))
    desk.press("1")
    #expect(desk.text.contains("Forgotten 8 times"))
    desk.context.now += 601
    desk.press("Space")
    #expect(desk.text.contains("This one keeps slipping away"))
  }

  @Test func cardsThatVanishedAreKeptAndSpokenOf() throws {
    var desk = try Desk("progress", Size(width: 80, height: 90))
    for (number, card) in ["no-such-card", "line", "changed#c1"].enumerated() {
      desk.context.learner.apply(
        LearnerEvent(
          id: "\(number)", time: desk.context.now - 86_400, utcOffset: 0,
          fact: .review(card: card, rating: .good)))
    }
    #expect(desk.text.contains("2 cards that you know are in no deck"), "\(desk.text)")
    #expect(desk.text.contains("Cards begun      1 of"))
  }

  @Test func mistakesAreCountedByWhatTheyMisunderstand() throws {
    var desk = try Desk("quiz", Size(width: 80, height: 24))
    var wrong = 0
    for _ in 0..<60 where wrong < 1 {
      desk.press("1 Space")
      wrong = desk.context.learner.mistakes.count
    }
    let mistake = try #require(desk.context.learner.mistakes.first)
    desk.open(ProgressScreen())
    desk.context.size = Size(width: 160, height: 120)
    #expect(desk.text.contains("What you were told most often"))
    #expect(desk.text.contains(mistake.key.prefix(30)))
  }

  @Test func aQuizAnsweredToItsEndIsKept() throws {
    var desk = try Desk("quiz", Size(width: 80, height: 30))
    desk.context.quizCount = 10
    func done(_ facts: [Fact]) -> [Int] {
      facts.compactMap { if case .quizDone(_, let total) = $0 { total } else { nil } }
    }
    for _ in 0..<200 where done(desk.facts).isEmpty { desk.press("1 2 3 4 5 6 Enter") }
    #expect(done(desk.facts) == [10])
    #expect(desk.context.learner.bestQuiz?.total == 10)
  }

  @Test(arguments: [21, 1_000_000, .max]) func aLongQuizBeginsAsSoonAsAShortOne(count: Int) throws {
    var desk = try Desk("home", Size(width: 80, height: 30))
    desk.context.quizCount = count
    desk.open(QuizScreen())
    let quiz = try #require(desk.session.top as? QuizScreen)
    #expect(quiz.drawn <= 20)
    let written = min(desk.context.course.deck.questions.count, count - count / 2)
    #expect(abs(quiz.total - (written + count / 2)) < 20 && quiz.total > 0)
    for _ in 0..<60 { desk.press("1 2 3 4 5 6 Enter Space") }
    #expect(desk.facts.count > 20)
  }
}
