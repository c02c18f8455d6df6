import Lessons
import Practice
import TerminalUI
import TestCourse
import TestSupport
import Testing
import Words

@testable import TutorScreens

/// Flashcards whose answers are produced.
struct ProducedCardTests {
  private static let size = Size(width: 80, height: 24)

  /// A session with one card of the small course, and then a basic one.
  private static func harness(_ id: String, _ size: Size = size) throws -> ScreenHarness {
    var harness = try ScreenHarness("home", size)
    let deck = harness.context.bundle.deck
    let cards = try [#require(deck.card(id: id)), #require(deck.card(id: "line"))]
    harness.context.bundle.deck = Deck(
      id: "d", title: "D",
      cards: cards.map { card in
        // A question is asked in a session if it was missed; without a flashcard, under its own id.
        var card = card
        card.flashcardID = nil
        return card
      })
    harness.context.learner.apply(
      LearnerEvent(
        id: "1", time: harness.context.now - 86_400, utcOffset: 0, fact: .sectionRead("words")))
    for section in ["words", "blocks", "figures"] {
      harness.context.learner.apply(
        LearnerEvent(
          id: section, time: harness.context.now - 86_400, utcOffset: 0, fact: .sectionRead(section)
        ))
    }
    let id = harness.context.bundle.deck.cards[0].asFlashcard.id
    harness.context.learner.apply(
      LearnerEvent(
        id: "2", time: harness.context.now - 86_400, utcOffset: 0,
        fact: .review(card: id, rating: .again)))
    harness.open(.cards())
    return harness
  }

  private func ratings(_ harness: ScreenHarness) -> [Rating] {
    harness.facts.compactMap { fact in
      if case .review(_, let rating) = fact { rating } else { nil }
    }
  }

  @Test func aNumberIsTypedAndGradedByItsAnswer() throws {
    var harness = try Self.harness("q-slope")
    #expect(harness.shows("σ′(0) = ?") && harness.session.isTyping)
    harness.type("1/4")
    harness.press("Enter")
    #expect(harness.shows("✓ " + Words.Questions.isRight) && harness.facts.isEmpty)
    harness.press("Space")
    #expect(ratings(harness) == [.good])
  }

  @Test func theSecondTryIsHardAndTheThirdIsNone() throws {
    var harness = try Self.harness("q-slope")
    harness.type("1")
    harness.press("Enter")
    // The misunderstanding is explained, but the answer stays hidden.
    #expect(harness.shows("That is the slope of tanh.") && harness.shows(Words.Cards.secondTry))
    #expect(!harness.shows("½ · ½.") && !harness.shows(Words.Questions.rightAnswer("0.25")))
    var other = harness
    harness.type("0.25")
    harness.press("Enter Space")
    #expect(ratings(harness) == [.hard])
    other.type("3")
    other.press("Enter")
    #expect(other.shows(Words.Questions.rightAnswer("0.25")) && other.shows("½ · ½."))
    other.press("Space")
    #expect(ratings(other) == [.again])
  }

  @Test func anAnswerCanBeShownInsteadOfProduced() throws {
    var harness = try Self.harness("q-slope")
    harness.press("Enter")
    #expect(harness.shows(Words.Cards.answerShown))
    #expect(harness.shows(Words.Questions.rightAnswer("0.25")))
    // No key grades it higher.
    for key in ["2", "3", "4", "m"] { harness.press(key) }
    #expect(harness.facts.isEmpty)
    harness.press("Enter")
    #expect(ratings(harness) == [.again])
  }

  @Test func aGradeCanBeLoweredButNotRaised() throws {
    for (key, rating) in [("1", Rating.again), ("2", .hard), ("3", .good)] {
      var harness = try Self.harness("q-slope")
      harness.type("0.25")
      harness.press("Enter 4")
      #expect(harness.facts.isEmpty)
      harness.press(key)
      #expect(ratings(harness) == [rating])
    }
  }

  @Test func whatIsNoNumberIsNoTry() throws {
    var harness = try Self.harness("q-slope")
    harness.type("quarter")
    harness.press("Enter")
    #expect(harness.shows(Words.Questions.typeNumber) && !harness.shows(Words.Cards.secondTry))
    harness.press("C-u")
    harness.type("0.25")
    harness.press("Enter Space")
    #expect(ratings(harness) == [.good])
  }

  @Test func leavingAfterTheAnswerCountsIt() throws {
    var harness = try Self.harness("q-slope")
    harness.press("Enter q")
    #expect(ratings(harness) == [.again] && harness.shows(Words.Home.read))
    harness = try Self.harness("q-slope")
    harness.type("0.2")
    harness.press("Esc")
    #expect(harness.facts.isEmpty && harness.shows(Words.Home.read))
  }

  @Test func aGapIsTypedAndUndone() throws {
    var harness = try Self.harness("softmax-sum")
    let before = harness.text
    harness.type("1.0")
    harness.press("Enter Space")
    #expect(ratings(harness) == [.good])
    harness.press("u")
    harness.context.statusMessage = nil
    #expect(harness.text == before && harness.session.isTyping)
    #expect(harness.facts.last.map { if case .undo = $0 { true } else { false } } == true)
    // In a field, letters are text; Ctrl-U undoes while it is empty, and otherwise empties it.
    harness.press("Enter Space")
    for _ in 0..<20 where !harness.session.isTyping {
      harness.context.now += 60
      harness.press("Space 2")
    }
    let count = harness.facts.count
    harness.type("u")
    harness.press("C-u")
    #expect(harness.facts.count == count)
    harness.press("C-u")
    #expect(harness.facts.count == count + 1)
  }

  @Test func aProducedCardIsSuspendedAfterItsAnswer() throws {
    var harness = try Self.harness("softmax-sum")
    harness.press("Enter !")
    #expect(harness.context.learner.suspended == ["softmax-sum#c1"] && ratings(harness).isEmpty)
    harness.press("u")
    #expect(harness.context.learner.suspended.isEmpty && harness.session.isTyping)
  }

  @Test func itemsAreOrderedWithDigits() throws {
    var harness = try Self.harness("q-order")
    let card = try #require(harness.context.bundle.deck.card(id: "q-order"))
    guard case .order(let order) = card.form else { return }
    let lines = harness.text.split(separator: "\n").map { $0.drop { $0 == " " } }
    for item in order.items {
      let line = try #require(lines.first { $0.hasSuffix(item) && $0.first?.isNumber == true })
      harness.press(String(line.prefix(1)))
    }
    #expect(harness.shows("✓ " + Words.Questions.isRight))
    // Three items are ordered by chance once in six times.
    #expect(!harness.shows(Words.Cards.good))
    harness.press("Space")
    #expect(ratings(harness) == [.hard])
  }

  @Test func aLookAtThePassageMakesARightAnswerHard() throws {
    var harness = try Self.harness("q-point")
    harness.press("o")
    #expect(harness.shows(TestCourse.Heading.words))
    harness.press("q")
    setRightPoint(&harness)
    #expect(harness.shows(Words.Questions.isRight) && !harness.shows(Words.Cards.good))
    harness.press("Space")
    #expect(ratings(harness) == [.hard])
  }

  /// Moves the marker from the left end to the middle, which is the answer, and sets it.
  private func setRightPoint(_ harness: inout ScreenHarness) {
    for _ in 0..<10 { harness.press("ShiftLeft") }
    for _ in 0..<5 { harness.press("ShiftRight") }
    harness.press("Enter")
  }

  @Test func aPointIsSetOnItsCurve() throws {
    var harness = try Self.harness("q-point")
    #expect(!harness.session.isTyping && harness.text.contains("●"))
    for _ in 0..<10 { harness.press("ShiftLeft") }
    #expect(harness.shows(Words.Questions.marker(x: "-4")))
    harness.press("Right l h")
    #expect(harness.shows(Words.Questions.marker(x: "-3.92")))
    harness.press("Enter")
    #expect(harness.shows(Words.Cards.secondTry) && harness.facts.isEmpty)
    var right = harness
    setRightPoint(&right)
    #expect(right.shows("✓ " + Words.Questions.isRight))
    right.press("Space")
    #expect(ratings(right) == [.hard])
    harness.press("Enter")
    #expect(harness.shows(Words.Questions.rightAnswer("x = 0")))
    harness.press("Space")
    #expect(ratings(harness) == [.again])
  }

  @Test func aPointInTheQuizIsGradedAndExplained() throws {
    var harness = try Self.harness("q-point")
    let card = try #require(harness.context.bundle.deck.card(id: "q-point"))
    harness.open(.quiz(cards: [card]))
    setRightPoint(&harness)
    #expect(harness.shows("✓ " + Words.Questions.isRight))
    guard case .answer("q-point", true, .quiz, _, nil, nil, nil)? = harness.facts.first else {
      Issue.record("\(harness.facts)")
      return
    }
    harness.open(.quiz(cards: [card]))
    for _ in 0..<10 { harness.press("ShiftLeft") }
    harness.press("Enter")
    #expect(harness.shows(Words.Questions.yourPoint(x: "-4")))
    #expect(harness.shows(Words.Questions.rightAnswer("x = 0")))
    harness.press("Enter")
    let point = Words.Questions.point(x: "-4")
    #expect(harness.shows(Words.Questions.yourAnswer(point, wasSure: false)))
  }

  @Test func aCardInOwnWordsIsTurned() throws {
    var harness = try Self.harness("softmax-sum")
    harness.context.learner.apply(
      LearnerEvent(
        id: "3", time: harness.context.now, utcOffset: 0,
        fact: .rewritten(card: "softmax-sum#c1", front: "The sum?", back: "It is one.")))
    harness.open(.cards())
    #expect(!harness.session.isTyping && harness.shows("The sum?"))
    harness.press("Space")
    #expect(harness.shows("It is one."))
  }

  @Test func crammingAsksForAnswersWithoutGradingThem() throws {
    var harness = try Self.harness("softmax-sum")
    harness.open(.cards(cram: true))
    for _ in 0..<20 {
      if harness.session.isTyping { break }
      harness.press("Space 2")
    }
    harness.type("2")
    harness.press("Enter")
    #expect(harness.shows(Words.Cards.secondTry))
    harness.press("Enter Space")
    #expect(harness.facts.isEmpty)
  }

  /// A turned question shows the curve that it is about.
  @Test func aTurnedCurveIsDrawnOnBothSides() throws {
    var harness = try Self.harness("q-curve")
    #expect(harness.shows("Which function is this?") && harness.text.contains("⣀"))
    #expect(!harness.shows("ReLU"))
    harness.press("Space")
    #expect(harness.shows("ReLU") && harness.text.contains("⣀"))
  }

  private static let sizes = [Size(width: 80, height: 24), Size(width: 40, height: 12)]

  @Test(
    arguments: [
      ("q-slope", ""), ("q-slope", "1 Enter"), ("q-slope", "0 . 2 5 Enter"),
      ("q-slope", "Enter"), ("gate", ""), ("q-point", "ShiftLeft"), ("q-point", "ShiftLeft Enter"),
      ("q-point", "ShiftLeft Enter Enter"), ("q-order", "1"), ("q-order", "Space"),
    ], sizes)
  func producedCardsMatchTheGoldens(state: (String, String), size: Size) throws {
    var harness = try Self.harness(state.0, size)
    harness.press(state.1)
    let name = ScreenTests.name(
      "card-" + state.0, state.1.replacing(".", with: "dot"), size, .braille)
    try Golden.expect(harness.frame, named: name)
    guard size.width == 80 else { return }
    try Golden.expect(harness.plainText, named: name + "_plain")
  }
}
