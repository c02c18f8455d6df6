import Testing

@testable import Lessons

struct DeckTests {
  @Test func aClozeAsksOneGapAtATime() throws {
    let text = try #require(ClozeText("GELU(x) = x·{{c1::Φ(x)::normal CDF}}, at 0 {{c2::0}}"))
    #expect(text.gapNames == ["c1", "c2"])
    #expect(text.prompt(asking: "c1") == "GELU(x) = x·[normal CDF?], at 0 0")
    #expect(text.prompt(asking: "c2") == "GELU(x) = x·Φ(x), at 0 […]")
    #expect(text.answer(to: "c1") == "Φ(x)")
  }

  @Test(arguments: [
    "no gap", "{{c1::open", "{{x::a}}", "{{c1::}}", "{{c1}}", "", "{{c0::a}}", "{{C1::a}}",
    "{{ c1::a }}", "{{c501::a}}", "{{c1:: }}", "{{c1,::a}}", "{{c99999999999999999999::a}}",
  ]) func textWithoutAGapIsNotACloze(source: String) {
    #expect(ClozeText(source) == nil && ClozeText(strictly: source) == nil)
  }

  /// The text that Anki 26.09.3 shows; a hint is shown with a question mark.
  @Test(arguments: [
    ("{{c2::x}} only", "c2", "[…] only", "x"),
    ("{{c1::std::vector}} a", "c1", "[vector?] a", "std"),
    ("{{c1::a::h::i}}", "c1", "[h::i?]", "a"),
    ("{{c1::outer {{c2::inner}} rest}} of it", "c1", "[…] of it", "outer inner rest"),
    ("{{c1::outer {{c2::inner}} rest}} of it", "c2", "outer […] rest of it", "inner"),
    ("{{c1::o {{c2::i::ih}} r::oh}}", "c1", "[oh?]", "o i r"),
    ("{{c1::o {{c2::i::ih}} r::oh}}", "c2", "o [ih?] r", "i"),
    ("{{c0::zero}} {{c1::x}}", "c1", "zero […]", "x"),
    ("{{c01::x}}", "c1", "[…]", "x"),
    ("{{c1,2::x}} {{c2::y}}", "c2", "[…] […]", "x, y"),
    ("{{c1,2::x}} {{c2::y}}", "c1", "[…] y", "x"),
    ("{{c1::\\frac{1}{2}}} x", "c1", "[…]} x", "\\frac{1}{2"),
    ("{{c1::a}} {{c1::b}}", "c1", "[…] […]", "a, b"),
    ("}} {{c1::x}} }} {{ y }}", "c1", "}} […] }} {{ y }}", "x"),
    ("{{c1::a::}} b", "c1", "[…] b", "a"),
    ("{{c1::a}} {{c2::open", "c1", "[…] {{c2::open", "a"),
  ]) func gapsAreParsedAsInAnki(source: String, name: String, front: String, back: String) throws {
    let text = try #require(ClozeText(source))
    #expect(text.prompt(asking: name) == front && text.answer(to: name) == back)
    #expect(ClozeText(text.source) == text)
  }

  @Test func deeplyNestedGapsAreLimited() throws {
    let deep = String(repeating: "{{c1::", count: 5000) + "x" + String(repeating: "}}", count: 5000)
    let text = try #require(ClozeText(deep))
    #expect(text.gapNames == ["c1"] && ClozeText(text.source) == text)
  }

  @Test(arguments: [
    "{{c1::a}} {{c2::open", "{{c1::a}} {{b}}", "{{c1::}} {{c2::a}}", "{{c0::a}} {{c1::b}}",
  ])
  func bracesThatAreNotGapsAreReported(source: String) {
    #expect(ClozeText(source) != nil && ClozeText(strictly: source) == nil)
  }

  @Test(arguments: [
    ("{{c1::He}} initialisation", [], true), ("{{c1::mean squared error}}", [], true),
    ("tanh is above {{c1::−1}}", [], true), ("{{c1::Φ(x)}}", [], false),
    ("{{c1::Φ(x)}}", ["Phi(x)"], true), ("{{c1::[0, ∞)}}", [], false),
    ("{{c1::[0, ∞)}}", ["[0, inf)"], true), ("{{c1::затухание}}", [], true),
    ("It {{c1::takes the larger of both numbers}}", [], false),
    ("{{c1::aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}}", [], false),
  ]) func gapsAreProducedIfTheirAnswerCanBeTyped(
    source: String, accepted: [String], isTyped: Bool
  ) throws {
    let text = try #require(ClozeText(source))
    let card = Card(
      id: "c", section: "s", form: .cloze(text, accepted: ["c1": accepted]), explanation: "E.")
    let flashcard = try #require(card.flashcards.first)
    let produced = flashcard.produced
    #expect((produced != nil) == isTyped)
    guard let produced else { return }
    #expect(produced.id == "c#c1" && produced.prompt == flashcard.front)
    #expect(produced.rightAnswer == flashcard.back && produced.explanation == "E.")
    guard case .gap(let question) = produced.form else {
      Issue.record("\(produced.form)")
      return
    }
    #expect(question.answers == [flashcard.back] + accepted)
  }

  @Test func questionsAreProducedUnlessTheyHaveChoices() {
    let question = ChoiceQuestion(front: "", choices: [])
    func isProduced(_ form: Card.Form) -> Bool {
      Card(id: "q", section: "s", form: form, explanation: "").asFlashcard.produced != nil
    }
    #expect(isProduced(.numeric(NumericQuestion(front: "", answer: 1, tolerance: .absolute(0)))))
    #expect(isProduced(.gap(GapQuestion(text: "___", answers: ["a"]))))
    #expect(isProduced(.order(OrderQuestion(front: "", items: ["a", "b"]))))
    #expect(isProduced(.match(MatchQuestion(front: "", left: [], right: [], partners: [:]))))
    #expect(!isProduced(.choice(question)) && !isProduced(.several(question)))
    #expect(!isProduced(.basic(front: "", back: "")))
  }

  @Test func aQuestionCanBecomeAFlashcard() {
    let question = ChoiceQuestion(
      front: "Largest slope of sigmoid?",
      choices: [
        Choice(id: "a", text: "1", feedback: "that is tanh"),
        Choice(id: "b", text: "0.25", isCorrect: true),
      ])
    let card = Card(
      id: "q", section: "s", form: .choice(question), explanation: "σ(1−σ) peaks at ½.")
    #expect(card.flashcards.isEmpty)
    #expect(card.asFlashcard.front == "Largest slope of sigmoid?")
    #expect(card.asFlashcard.back == "0.25")
  }

  @Test func gapsAreScheduledSeparately() throws {
    let text = try #require(ClozeText("{{c1::a}} {{c2::b}}"))
    let deck = Deck(
      id: "d", title: "D",
      cards: [Card(id: "x", section: "s", form: .cloze(text, accepted: [:]), explanation: "")])
    #expect(deck.flashcards.map(\.id) == ["x#c1", "x#c2"])
    #expect(Set(deck.flashcards.map(\.cardID)) == ["x"])
    #expect(deck.questions.isEmpty)
  }

  @Test func numbersHaveFewDigits() {
    #expect(NumericQuestion(front: "", answer: 2, tolerance: .absolute(0)).answerText == "2")
    // Sums and products of decimals have remainders in binary.
    for (answer, text) in [
      (0.4 * 0.2, "0.08"), (0.1 + 0.2, "0.3"), (9.1e-13, "9.1e-13"), (1e-250, "1e-250"),
      (1 / 3, "0.333333333333"), (-4.595, "-4.595"),
    ] {
      let question = NumericQuestion(front: "", answer: answer, tolerance: .absolute(0))
      #expect(question.answerText == text)
    }
    #expect(
      NumericQuestion(front: "", answer: 0.25, tolerance: .absolute(0), unit: "nats").answerText
        == "0.25 nats")
  }
}
