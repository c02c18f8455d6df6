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

  @Test(arguments: ["no gap", "{{c1::open", "{{x::a}}", "{{c1::}}", "{{c1}}", ""])
  func aBrokenClozeIsRefused(source: String) {
    #expect(ClozeText(source) == nil)
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

  @Test func gapsHaveSchedulesOfTheirOwn() throws {
    let text = try #require(ClozeText("{{c1::a}} {{c2::b}}"))
    let deck = Deck(
      id: "d", title: "D",
      cards: [Card(id: "x", section: "s", form: .cloze(text, accepted: [:]), explanation: "")])
    #expect(deck.flashcards.map(\.id) == ["x#c1", "x#c2"])
    #expect(Set(deck.flashcards.map(\.cardID)) == ["x"])
    #expect(deck.questions.isEmpty)
  }

  @Test func numbersAreShownShort() {
    #expect(NumericQuestion(front: "", answer: 2, tolerance: .absolute(0)).answerText == "2")
    #expect(
      NumericQuestion(front: "", answer: 0.25, tolerance: .absolute(0), unit: "nats").answerText
        == "0.25 nats")
  }
}
