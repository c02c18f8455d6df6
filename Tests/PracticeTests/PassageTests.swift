import Lessons
import Practice
import Testing

struct PassageTests {
  private func bundle(_ blocks: [Block], _ cards: [Card] = []) -> LessonBundle {
    LessonBundle(
      lesson: Lesson(
        id: "lesson", title: "Lesson", edition: "1",
        sections: [Section(id: "s", title: "Section", blocks: blocks)]),
      deck: Deck(id: "deck", title: "Deck", cards: cards))
  }

  private static func text(_ text: String) -> Block { .paragraph([Span(text)]) }
  private static func heading(_ text: String) -> Block { .heading(level: 2, [Span(text)]) }

  private let blocks: [Block] = [
    text("Two doors and a committee are the cast of this section."),
    heading("ReLU"),
    text("A door that opens one way, for what is positive."),
    text("Its slope is 1 or 0, and a unit can die."),
    heading("Leaky ReLU"),
    text("The same door with a cat flap."),
    .figure(.plot(PlotFigure(functions: ["leaky-relu"], caption: "A leak that can be seen"))),
    heading("Swish / SiLU"),
    text("A value times its own gate. It dips before it climbs."),
  ]

  private func place(_ texts: String..., in blocks: [Block]? = nil) -> Int? {
    bundle(blocks ?? self.blocks).passage(about: texts, in: "s")?.block
  }

  @Test(arguments: [
    ("Which doors form a committee?", 0), ("What does a cat flap do to a door?", 4),
    ("When does a unit die?", 3), ("Can one see the leak?", 6),
  ])
  func thePassageSharesTheMostDistinctiveWords(question: String, block: Int) {
    #expect(place(question) == block)
  }

  @Test(arguments: [
    // The heading with more words, the words of all headings, and one of two names.
    ("What is Leaky ReLU?", 4), ("What is ReLU?", 1), ("What is SiLU?", 7),
    ("ReLU: when can a unit die?", 3), ("Does ReLU become Swish, and where does it climb?", 7),
  ])
  func headingsInTheQuestionNarrowTheChoice(question: String, block: Int) {
    #expect(place(question) == block)
  }

  @Test func aQuestionIsReadWithItsAnswerItsReasonAndItsFlashcard() {
    func card(_ id: String, _ front: String, _ back: String, linked: String? = nil) -> Card {
      Card(
        id: id, section: "s", form: .basic(front: front, back: back), explanation: "",
        flashcardID: linked)
    }
    let cards = [
      card("a", "How is it shaped?", "It dips."), card("b", "How?", "So.", linked: "a"),
      card("c", "How?", "So."),
    ]
    let bundle = bundle(blocks, cards)
    #expect(cards.map { bundle.passage(about: $0)?.block } == [7, 7, 0])
    #expect(bundle.passage(about: cards[0])?.offset == 0)
  }

  @Test func itemsOfAListArePlacesOfTheirOwn() {
    let items = ["Lower the rate.", "Clip the norm.", "Warm up."].map {
      ListBlock.Item([Self.text($0)])
    }
    let bundle = bundle([Self.text("What to do:"), .list(ListBlock(items: items))])
    let found = bundle.passage(about: ["Which norm is clipped? Clip it."], in: "s")
    #expect(found == ReadingPosition(section: "s", block: 1, offset: "Lower the rate.".count + 1))
  }

  @Test func withoutCommonWordsASectionOpensAtItsBeginning() {
    #expect(place("Nobody knows.") == 0)
    #expect(place("Nobody knows.", in: []) == 0)
    #expect(place("") == 0)
    // Words that are everywhere decide nothing.
    let same = ["one", "two", "three"].map { Self.text("The unit and the weight \($0)") }
    #expect(place("The unit and the weight", in: same) == 0)
  }

  @Test func aCardOfNoSectionHasNoPassage() {
    let card = Card(
      id: "a", section: "", form: .basic(front: "ReLU?", back: ""), explanation: "")
    #expect(bundle(blocks, [card]).passage(about: card) == nil)
    #expect(bundle(blocks).passage(about: ["ReLU"], in: "other") == nil)
  }
}
