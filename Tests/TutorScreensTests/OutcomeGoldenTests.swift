import Lessons
import Practice
import TerminalUI
import Testing

@testable import TutorScreens

/// Golden frames of states that a few keys alone do not reach: ends of sessions, earlier answers, kinds of text.
struct OutcomeGoldenTests {
  enum State: String, CaseIterable {
    /// The end of a session of flashcards with a missed card and one that is known now.
    case session
    /// The questions of a section, one of them answered right in an earlier session.
    case checks
    /// A number that was answered wrong.
    case number
    /// A table.
    case table
    /// A table with so many columns that each row is a list of cells with their headers.
    case wideTable
    /// The addresses at the end of a section.
    case links
  }

  private static let sizes = [
    Size(width: 80, height: 24), Size(width: 40, height: 12), Size(width: 160, height: 50),
  ]

  private static func harness(_ state: State, _ size: Size, _ charset: Charset) throws
    -> ScreenHarness
  {
    var harness = try ScreenHarness("lesson", size, charset)
    switch state {
    case .session: endSession(&harness)
    case .checks:
      harness.learn(
        .answer(question: "q-line", isRight: true, mode: .check, milliseconds: 0), daysAgo: 1)
      harness.open(.lesson(.section(0)))
      harness.press("G")
    case .number:
      let card = harness.context.bundle.deck.card(id: "q-slope")
      harness.open(.quiz(cards: card.map { [$0] }))
      harness.press("9 Enter")
    case .table:
      harness.press("]")
      for _ in 0..<9 where !harness.shows("Range") { harness.press("Space") }
    case .wideTable:
      let names = (1...9).map { [Span("Column \($0)")] }
      let cells = (1...9).map { [Span("a cell of many words, number \($0)")] }
      harness.context.bundle.lesson.sections[0].blocks = [
        .table(TableBlock(alignments: names.map { _ in .left }, header: names, rows: [cells]))
      ]
      harness.context.courseVersion += 1
      harness.open(.lesson(.section(0)))
    case .links:
      harness.context.bundle.lesson.sections[0].blocks = [
        .paragraph([Span("A link", destination: "https://a.example")])
      ]
      harness.context.courseVersion += 1
      harness.open(.lesson(.section(0)))
    }
    return harness
  }

  /// Answers a card that was right on an earlier day, first wrong, then right.
  private static func endSession(_ harness: inout ScreenHarness) {
    let deck = harness.context.bundle.deck
    let cards = deck.cards.filter { card in
      if case .basic = card.form { true } else { false }
    }
    harness.context.bundle.deck = Deck(
      id: deck.id, title: deck.title, cards: Array(cards.prefix(3)))
    harness.learn(.review(card: cards[1].id, rating: .good), daysAgo: 4)
    harness.open(.cards())
    harness.context.now += 5
    harness.press("Space 1")
    for _ in 0..<20 where harness.shows("turn") {
      harness.context.now += 20
      harness.press("Space 2")
    }
  }

  @Test(arguments: State.allCases, sizes)
  func outcomesMatchTheGoldens(state: State, size: Size) throws {
    for charset in [Charset.ascii, .braille] {
      let harness = try Self.harness(state, size, charset)
      try Golden.expect(
        harness.frame,
        named: "outcome-\(state.rawValue)_\(size.width)x\(size.height)_\(charset.rawValue)")
    }
  }
}

extension ScreenHarness {
  /// Puts a fact of an earlier day on record.
  fileprivate mutating func learn(_ fact: Fact, daysAgo days: Int) {
    context.learner.apply(
      LearnerEvent(
        id: "earlier-\(context.learner.eventCount)", time: context.now - days * 86_400,
        utcOffset: 0, fact: fact))
  }
}
