import Lessons
import Practice
import TerminalUI
import TestCourse
import TestSupport
import Testing
import Words

@testable import TutorScreens

/// A session of flashcards, a round of the quiz and the questions of a section, as a learner goes through them.
struct SittingTests {
  private static let size = Size(width: 80, height: 24)

  @Test func aSessionCountsDownAndSumsUp() throws {
    var harness = try ScreenHarness("cards", Self.size)
    harness.press("+")
    // Of the two gaps of one card only one is asked.
    let count = harness.context.bundle.deck.flashcards.count - 1
    #expect(harness.shows(Words.Cards.title(count, toGo: count, again: 0)))
    harness.press("Space 1")
    #expect(harness.shows(Words.Cards.title(count, toGo: count - 1, again: 1)))
    for _ in 1..<count {
      harness.context.now += 1
      harness.answerCard()
    }
    #expect(harness.shows(Words.Cards.title(count, toGo: 0, again: count)))
    for _ in 0..<60 where !harness.shows(Words.Cards.missed) { harness.answerCard() }
    #expect(harness.shows(Words.Cards.done(cards: count, atOnce: count - 1, minutes: 1)))
    #expect(harness.shows(Words.Cards.next([anything])))
    harness.press("Enter")
    #expect(harness.shows(Words.Home.read))
  }

  @Test func twoGradesAreOneAndTwoAndFourAreOneToFour() throws {
    var harness = try ScreenHarness("cards", Self.size)
    harness.press("+ Space 3")
    #expect(harness.facts.isEmpty)
    harness.press("2")
    #expect(harness.facts.count == 1)
    guard case .review(_, .good)? = harness.facts.first else {
      Issue.record("\(harness.facts)")
      return
    }
    harness.press("Space m 4 Space 2")
    let ratings = harness.facts.compactMap { fact in
      if case .review(_, let rating) = fact { rating } else { nil }
    }
    #expect(ratings == [.good, .easy, .hard])
  }

  @Test func undoResumesASuspendedCard() throws {
    var harness = try ScreenHarness("cards", Self.size)
    harness.press("+")
    let before = harness.text
    harness.press("!")
    #expect(harness.context.learner.suspended.count == 1 && harness.text != before)
    harness.press("u")
    #expect(harness.context.learner.suspended.isEmpty)
    harness.context.statusMessage = nil
    #expect(harness.text == before)
  }

  @Test func crammingCoversWhatWasRead() throws {
    var harness = try ScreenHarness("home", Self.size)
    harness.open(.cards(cram: true))
    #expect(harness.shows(Words.Cards.cramIsLocked(harness.keys)))
    harness.context.learner.apply(
      LearnerEvent(
        id: "1", time: harness.context.now, utcOffset: 0, fact: .sectionRead("words")))
    let cards = harness.context.bundle.deck.flashcards.filter { $0.card.section == "words" }
    harness.open(.cards(cram: true))
    #expect(harness.shows(Words.Cards.cramTitle(cards.count, toGo: cards.count, again: 0)))
    // Without the learner's wish nothing but a key of its own begins it.
    harness.open(.cards())
    for _ in 0..<80 where !harness.shows("c " + Words.Cards.cram) { harness.answerCard() }
    harness.press("c")
    #expect(harness.shows(Words.Cards.cramTitle(cards.count, toGo: cards.count, again: 0)))
    let before = harness.facts
    for number in 0..<4 { harness.answerCard(asKnown: number > 0) }
    #expect(harness.facts == before)
  }

  @Test func quizMissesShowTheCurveTheAnswersAndTheReason() throws {
    var harness = try ScreenHarness("home", Size(width: 80, height: 60))
    let curve = try #require(
      harness.context.bundle.deck.questions.first { card in
        if case .curve = card.form { true } else { false }
      })
    harness.open(.quiz(cards: [curve]))
    let wrong = try #require(
      (1...4).first { number in
        var trial = harness
        trial.press("\(number)")
        return !trial.shows("✓ " + Words.Questions.isRight)
      })
    harness.press("\(wrong) Enter")
    #expect(harness.shows(curve.prompt) && harness.shows(curve.explanation))
    #expect(harness.shows(Words.Questions.rightAnswer(curve.rightAnswer)))
    let miss = try #require((harness.session.top as? QuizScreen)?.misses.misses.first)
    let chosen = try #require(miss.chosen)
    #expect(harness.shows(Words.Questions.yourAnswer(chosen.text, wasSure: false)))
    let passage = try #require(harness.context.bundle.passage(about: curve))
    harness.press("o")
    let reader = try #require(harness.session.top as? ReaderScreen)
    #expect(reader.position(harness.context) == passage && passage.block > 0)
    harness.press("Esc")
    #expect(harness.shows(Words.Questions.rightAnswer(curve.rightAnswer)))
  }

  @Test func sureAndWrongComesFirst() throws {
    var harness = try ScreenHarness("progress", Self.size)
    harness.press("s")
    #expect(harness.facts == [.asksForSureness(true)])
    let questions = harness.context.bundle.deck.questions.filter { card in
      if case .choice = card.form { true } else { false }
    }
    harness.open(.quiz(cards: Array(questions.prefix(3))))
    var wasSure: [Bool] = []
    for number in 0..<3 {
      if number != 1 { harness.press("Tab") }
      // The first answer that is wrong.
      let wrong = try #require(
        (1...4).first { key in
          var trial = harness
          trial.press("\(key)")
          return trial.shows("✗ ")
        })
      harness.press("\(wrong) Enter")
      wasSure.append(number == 1)
    }
    let answers = harness.facts.compactMap { fact in
      if case .answer(_, false, .quiz, _, _, let isSure, _) = fact { isSure } else { nil }
    }
    #expect(answers == wasSure)
    let misses = try #require((harness.session.top as? QuizScreen)?.misses.misses)
    #expect(misses.map(\.isSure) == [true, false, false])
    let chosen = try #require(misses[0].chosen)
    #expect(harness.shows(Words.Questions.yourAnswer(chosen.text, wasSure: true)))
  }

  @Test func aRightSecondTryAtACheckIsKept() throws {
    var harness = try ScreenHarness("lesson", Self.size)
    harness.press("G")
    // One wrong answer to the first question, then the right one.
    let right = try #require(
      (1...4).first { key in
        var trial = harness
        trial.press("\(key)")
        return trial.facts.contains { fact in
          if case .answer(_, true, .check, _, _, _, nil) = fact { true } else { false }
        }
      })
    harness.press(right == 1 ? "2" : "1")
    harness.press("\(right)")
    let tries = harness.facts.compactMap { fact -> Bool? in
      if case .answer(_, true, .check, _, _, _, let isRetry) = fact { isRetry } else { nil }
    }
    #expect(tries == [true])
    let id = try #require(harness.context.bundle.lesson.sections.first?.checks.first)
    #expect(harness.context.learner.lastAnswers[id] == true)
    #expect(harness.context.learner.lastFirstTries[id] == false)
    // It was missed, so the next section asks it once more.
    harness.open(.lesson(.section(1)))
    harness.press("G")
    var random = SeededGenerator(seed: 5)
    for _ in 0..<1000 where !harness.shows(Words.Checks.missed(inSection: 1)) {
      harness.press("\(1 + random.next() % 5)")
      if random.next() % 5 == 0 { harness.press("G") }
    }
    #expect(harness.shows(Words.Checks.missed(inSection: 1)))
    // The question of another section does not keep this one from being read.
    #expect(harness.context.learner.sectionsRead.contains("blocks"))
  }
}
