import Lessons
import Practice
import Testing

@testable import MathQuestions

/// The texts of generated questions.
struct WordingTests {
  private func words(_ text: String) -> Int { text.split(whereSeparator: \.isWhitespace).count }

  @Test(arguments: DrawnQuestions.choiceTopics)
  func everyWrongChoiceNamesItsMisconceptionAndANumber(topic: MathTopic) throws {
    for card in DrawnQuestions.cards(topic, count: 250) {
      let choices = try #require(card.choices)
      let right = try #require(choices.first { $0.isCorrect })
      for choice in choices where !choice.isCorrect {
        let feedback = try #require(choice.feedback)
        #expect((15...38).contains(words(feedback)), "\(words(feedback)): \(feedback)")
        #expect(feedback.contains { $0.isNumber }, "\(feedback)")
        // What the question itself says, or the name of the chosen function, is no news.
        let isKnown = card.prompt.contains(right.text) || choice.text.contains(right.text)
        #expect(
          isKnown || !says(feedback, right.text), "\(card.prompt) [\(right.text)] \(feedback)")
      }
    }
  }

  /// Whether a text contains an answer as a word of its own.
  private func says(_ text: String, _ answer: String) -> Bool {
    // Single digits and common words occur for other reasons.
    guard answer.count > 3 else { return false }
    return text.ranges(of: answer).contains { range in
      let before = text[..<range.lowerBound].last
      let after = text[range.upperBound...].first
      func continues(_ character: Character?) -> Bool {
        character.map { $0.isLetter || $0.isNumber } ?? false
      }
      return !continues(before) && !continues(after)
    }
  }

  @Test(arguments: MathTopic.allCases)
  func sentencesAreComplete(topic: MathTopic) {
    for card in DrawnQuestions.cards(topic, count: 250, isProduced: true) {
      var texts = [card.explanation] + (card.choices ?? []).compactMap(\.feedback)
      if case .numeric(let question) = card.form { texts += question.mistakes.map(\.feedback) }
      if case .point(_, let question) = card.form { texts += question.mistakes.map(\.feedback) }
      for text in texts {
        #expect(text.hasSuffix(".") || text.hasSuffix("?"), "\(text)")
        #expect(isCapital(text), "\(text)")
      }
      #expect(card.prompt.hasSuffix("?") || card.prompt.hasSuffix(")"), "\(card.prompt)")
      for text in texts + [card.prompt] {
        #expect(!text.contains("  ") && !text.contains("..") && !text.contains("-0"), "\(text)")
        #expect(!text.contains("nil") && !text.contains("Optional"), "\(text)")
      }
    }
  }

  /// Whether a sentence begins with a capital letter, or with no letter at all.
  private func isCapital(_ text: String) -> Bool {
    text.first.map { $0.isUppercase || !$0.isLetter } ?? false
  }

  @Test(arguments: MathTopic.allCases)
  func typedAnswersAreNoMistakes(topic: MathTopic) {
    for card in DrawnQuestions.cards(topic, count: 250, isProduced: true) {
      guard case .numeric(let question) = card.form else { continue }
      var random = SeededGenerator(seed: 1)
      let asked = AskedQuestion(card, using: &random)
      #expect(asked.verdict(on: .number("\(question.answer)")) == .right, "\(card.prompt)")
      // An answer that is not 0 is not rounded to 0.
      let isZero = abs(question.answer) < 0.001
      #expect(
        isZero || asked.verdict(on: .number("0")) != .right, "\(card.prompt) \(question.answer)")
      for mistake in question.mistakes {
        #expect(
          asked.verdict(on: .number("\(mistake.value)")) == .wrong(mistake.feedback),
          "\(card.prompt) \(mistake)")
      }
    }
  }
}
