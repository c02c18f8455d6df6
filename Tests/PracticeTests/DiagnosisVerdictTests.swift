import Lessons
import Testing

@testable import Practice

struct DiagnosisVerdictTests {
  private static func choices(_ names: String) -> [Choice] {
    names.map { name in
      Choice(
        id: "\(name)", text: "\(name)", isCorrect: name.isUppercase,
        feedback: name.isUppercase ? nil : "not \(name)")
    }
  }

  private static let card = Card(
    id: "d", section: "s",
    form: .diagnose(
      DiagnoseQuestion(front: "?", causes: choices("Abc"), remedies: choices("xYz"))),
    explanation: "")

  private func verdict(_ cause: String, _ remedy: String) -> AskedQuestion.Verdict {
    var generator = SeededGenerator(seed: 3)
    return AskedQuestion(Self.card, using: &generator)
      .verdict(on: .diagnosis(cause: cause, remedy: remedy))
  }

  @Test func anAnswerIsRightIfCauseAndRemedyAre() {
    #expect(verdict("A", "Y") == .right)
    #expect(verdict("A", "x") == .otherRemedy("not x"))
    #expect(verdict("b", "Y") == .wrong("not b"))
    #expect(verdict("b", "z") == .wrong("not b not z"))
    #expect(verdict("nothing", "Y") == .wrong(nil))
    #expect(verdict("A", "nothing") == .otherRemedy(nil))
  }

  @Test func theCauseAloneShowsThatTheFactWasRecalled() {
    #expect(verdict("A", "Y").isRecalled && verdict("A", "z").isRecalled)
    #expect(!verdict("b", "Y").isRecalled && !verdict("A", "z").isRight)
    #expect(Self.card.guessChance == 1.0 / 3)
  }

  @Test func causesAndRemediesAreShuffled() {
    let orders = (0..<40 as Range<UInt64>).map { seed -> String in
      var generator = SeededGenerator(seed: seed)
      let asked = AskedQuestion(Self.card, using: &generator)
      #expect(asked.choices.count == 3 && asked.remedies.count == 3)
      return (asked.choices + asked.remedies).map(\.id).joined()
    }
    #expect(Set(orders).count > 20)
  }
}
