import Lessons
import Practice

/// Questions about what fits a target: the output and loss, the distribution, or the gradient.
enum PairingQuestions {
  private enum Aspect: CaseIterable {
    case pair, distribution, gradient

    func text(_ kind: TargetKind) -> String? {
      switch self {
      case .pair: kind.pair
      case .distribution: kind.distribution
      case .gradient: kind.gradient
      }
    }

    var question: String {
      switch self {
      case .pair: "Which output and loss fit?"
      case .distribution: "As what is the target best modelled?"
      case .gradient:
        "With output and loss that fit: what is the gradient at the raw output a?"
      }
    }
  }

  static func pairing(_ random: inout SeededGenerator) -> AnswerSet? {
    let aspect = [Aspect.pair, .pair, .distribution, .gradient].one(&random)
    let kinds = TargetKind.all.filter { aspect.text($0) != nil }
      .shuffled(using: &random).prefix(4)
    let chosen = kinds.map { kind in
      (kind: kind, target: kind.targets.one(&random), text: aspect.text(kind) ?? "")
    }
    return AnswerSet(
      topic: .pairing,
      answers: chosen.map { one in
        AnswerSet.Answer(
          text: one.text,
          front: "A network predicts \(one.target.what). Five targets: \(one.target.samples). "
            + aspect.question,
          explanation: "The targets are \(one.kind.nature): \(one.kind.pair). "
            + "The loss is −ln of the likelihood of \(one.kind.distribution).")
      },
      feedback: { asked, chosenAnswer in
        guard let right = chosen.first(where: { $0.text == asked.text }),
          let wrong = chosen.first(where: { $0.text == chosenAnswer.text })
        else { return "" }
        return "That assumes \(wrong.kind.assumption). Look at the targets, "
          + "\(right.target.samples): they are \(right.kind.nature)."
      })
  }
}
