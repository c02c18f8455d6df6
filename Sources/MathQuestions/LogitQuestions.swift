import Activations
import Lessons
import Practice

/// Questions about gradients at logits, and about losses computed from logits.
enum LogitQuestions {
  static func logits(_ random: inout SeededGenerator) -> AnswerSet? {
    random.next() % 2 == 0 ? gradients(&random) : losses(&random)
  }

  // MARK: p − y

  private struct Logit {
    var probability: Double
    var isTrue: Bool
    /// Whether a step of descent is asked for instead of the gradient.
    var isStep: Bool

    var number: Double {
      let gradient = probability - (isTrue ? 1 : 0)
      return isStep ? -gradient : gradient
    }
  }

  private static func gradients(_ random: inout SeededGenerator) -> AnswerSet? {
    let probability = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9]
      .one(&random)
    let isSoftmax = random.next() % 2 == 0
    let logits = [true, false].flatMap { isTrue in
      [true, false].map { Logit(probability: probability, isTrue: isTrue, isStep: $0) }
    }
    let texts = NumberNotation.even(logits.map(\.number))
    let meanings = Dictionary(zip(texts, logits)) { first, _ in first }
    let p = NumberNotation.short(probability)
    return AnswerSet(
      topic: .logits,
      answers: zip(texts, logits).map { text, logit in
        let start =
          isSoftmax
          ? "Softmax gives a class the probability \(p), and \(logit.isTrue ? "it is" : "it is not") "
            + "the true class."
          : "A sigmoid gives \(p), and the target is \(logit.isTrue ? 1 : 0)."
        return AnswerSet.Answer(
          text: text,
          front: start
            + (logit.isStep
              ? " By how much does one step of gradient descent with rate 1 change its logit?"
              : " What is the gradient of the cross-entropy at its logit?"),
          explanation: "The gradient at a logit is p − y, here \(p) − \(logit.isTrue ? 1 : 0). "
            + (logit.isStep
              ? "A step of descent goes the other way: \(text)." : "That is \(text)."),
          number: TypedNumber(value: logit.number, tolerance: .absolute(0.001)))
      },
      feedback: { asked, chosen in
        guard let right = meanings[asked.text], let wrong = meanings[chosen.text] else { return "" }
        return misconception(wrong, right, p)
      })
  }

  private static func misconception(_ wrong: Logit, _ right: Logit, _ p: String) -> String {
    if wrong.isTrue == right.isTrue {
      return right.isStep
        ? "That is the gradient itself. Descent subtracts it, so the logit moves against its sign: the "
          + "probability \(p) must come closer to \(right.isTrue ? 1 : 0)."
        : "That is the step of descent, which has the opposite sign. The gradient is prediction minus "
          + "target; the target here is \(right.isTrue ? 1 : 0)."
    }
    let target = right.isTrue ? 1 : 0
    return wrong.isStep == right.isStep
      ? "That takes the target for \(1 - target). Here y is \(target): compare \(p) with that, and ask "
        + "which way the logit has to move."
      : "That mixes up both the target, which is \(target), and the sign: first prediction minus "
        + "target, then the opposite for a step of descent, if one is asked for."
  }

  // MARK: Losses

  private static func losses(_ random: inout SeededGenerator) -> AnswerSet? {
    let top = [4.0, 10, 50, 500, 1000, -20, -800].one(&random)
    let (second, third) = [(1.0, 2.0), (1, 3), (2, 3), (2, 4), (3, 5)].one(&random)
    let logits = [top, top - second, top - third]
    let rest = Softmax.logSumExp([0, -second, -third])
    // The log-sum-exp, and the loss of each class.
    let numbers = [top + rest] + logits.map { top + rest - $0 }
    let texts = numbers.map { NumberNotation.fixed($0, 3) }
    let order = [0, 1, 2].shuffled(using: &random)
    let list = order.map { NumberNotation.short(logits[$0]) }.joined(separator: ", ")
    let exponents = [0, second, third].map { "e" + NumberNotation.raised(-Int($0)) }
    let setting =
      "Three logits are \(list). (ln(\(exponents.joined(separator: " + "))) ≈ "
      + "\(NumberNotation.fixed(rest, 3)).)"
    let worked =
      "Subtract the largest, \(NumberNotation.short(top)): log-sum-exp is "
      + "\(NumberNotation.short(top)) + \(NumberNotation.fixed(rest, 3))"
    return AnswerSet(
      topic: .logits,
      answers: texts.indices.map { index in
        let logit = index == 0 ? 0 : logits[index - 1]
        return AnswerSet.Answer(
          text: texts[index],
          front: index == 0
            ? "\(setting) What is their log-sum-exp?"
            : "\(setting) What is the cross-entropy if the class with "
              + "\(NumberNotation.short(logit)) is the true one?",
          explanation: index == 0
            ? "\(worked) = \(texts[0])."
            : "\(worked), and the loss is that minus the logit of the true class: \(texts[index]).",
          number: TypedNumber(value: numbers[index], tolerance: .absolute(0.005)))
      },
      feedback: { asked, chosen in
        guard let right = texts.firstIndex(of: asked.text),
          let wrong = texts.firstIndex(of: chosen.text)
        else { return "" }
        if right == 0 {
          return
            "That is a loss: the logit \(NumberNotation.short(logits[wrong - 1])) was subtracted. "
            + "A log-sum-exp is never below the largest logit, which is "
            + "\(NumberNotation.short(top)): add that back."
        }
        if wrong == 0 {
          return "That is the log-sum-exp itself. The loss subtracts the logit of the true class, "
            + "\(NumberNotation.short(logits[right - 1])); with equal logits it would be "
            + "ln 3 ≈ 1.099."
        }
        return
          "That is the loss if the class with \(NumberNotation.short(logits[wrong - 1])) were the "
          + "true one. Subtract the logit of this one, "
          + "\(NumberNotation.short(logits[right - 1])), from the log-sum-exp."
      })
  }
}
