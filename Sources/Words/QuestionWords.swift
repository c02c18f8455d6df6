package import TerminalUI

extension Words {
  /// Questions, answers and verdicts, in the quiz, the lesson and the Speed Challenge.
  package enum Questions {
    // Answers.

    /// The network of a question in one line of code: the functions that each layer may use, the number of
    /// layers, and the arrow between them.
    package static func network(functions: [String], layers: Int, arrow: String) -> String {
      "input \(arrow) [linear \(arrow) \(functions.joined(separator: " or "))] × \(layers) \(arrow) "
        + "output"
    }
    package static func severalAreRight(_ keys: KeyNames) -> String {
      "Several are right; \(keys.word(.enter)) submits your answer."
    }
    package static let isTrue = "true"
    package static let isFalse = "false"
    /// Above the reasons to choose from.
    package static func judged(_ isTrue: Bool) -> String {
      isTrue ? "You answered true. Why?" : "You answered false. Why?"
    }
    package static func order(_ items: String) -> String { "Your order: \(items)" }
    /// Above the first things to try, after the cause of a fault was chosen.
    package static let whatFirst = "What do you try first?"
    /// The first thing to try is right, but the cause is not.
    package static let onlyRemedy = "This is the first thing to try, but you named another cause."
    /// Plain text: the cause that the learner chose.
    package static func rightCause(_ cause: String) -> String { "The cause is right: \(cause)." }
    package static func wrongCause(_ cause: String) -> String { "The cause is wrong: \(cause)." }
    /// Plain text: the right cause after a wrong one.
    package static func causeIs(_ cause: String) -> String { "The cause is: \(cause)." }
    /// A cause and the first thing to try as an answer.
    package static func diagnosis(cause: String, remedy: String) -> String {
      "\(cause); first \(remedy)"
    }
    /// Behind the field for a number without tolerance.
    package static let exactly = "exactly"

    /// A point as an answer.
    package static func point(x: String) -> String { "x = \(x)" }
    /// Under a curve: where the learner's marker is.
    package static func marker(x: String) -> String { "Marker at x = \(x)" }
    /// Under a curve: where the learner set the point.
    package static func yourPoint(x: String) -> String { "Your point: x = \(x)" }
    /// Plain text: where the learner's marker is, and the height of the curve there.
    package static func marker(x: String, value: String) -> String {
      "Marker at x = \(x), where the curve is at \(value)."
    }
    /// Plain text: where the learner set the point, and the height of the curve there.
    package static func yourPoint(x: String, value: String) -> String {
      "Your point: x = \(x), where the curve is at \(value)."
    }

    // Plain text: before an answer.

    /// Plain text: before what is typed.
    package static let field = "Answer: "
    /// Plain text: a choice after its key.
    package static func choice(_ key: String, isTaken: Bool) -> String {
      isTaken ? "\(key), chosen: " : "\(key): "
    }
    /// Plain text: between two items in an order.
    package static let next = ", then "
    /// Plain text: an item on the left and the one that was assigned to it.
    package static func pair(_ left: String, _ right: String) -> String {
      right.isEmpty ? "\(left): nothing yet" : "\(left): \(right)"
    }

    // Hints.

    package static let hint = "hint"
    package static func hint(_ text: String) -> String { "Hint: \(text)" }

    // How sure the learner is, if they want to be asked.

    package static let unsure = "mark as unsure"
    package static let sure = "mark as sure"
    /// The answer will count as one that the learner was unsure of.
    package static let isUnsure = "unsure"
    /// Behind a title.
    package static let markedUnsure = " · unsure"
    /// Under a wrong answer.
    package static let wasSure = "You were sure of it."

    // Verdicts.

    package static let isRight = "Right."
    /// For a wrong choice without feedback.
    package static let isWrong = "Not quite."
    /// Plain text: a right answer.
    package static func isRight(yourAnswer: String?) -> String {
      yourAnswer.map { "\(isRight) Your answer: \($0)." } ?? isRight
    }
    /// Plain text: a wrong answer, and the reason if it is known.
    package static func isWrong(yourAnswer: String?, reason: String?) -> String {
      (["Wrong."] + [yourAnswer.map { "Your answer: \($0)." }, reason].compactMap { $0 })
        .joined(separator: " ")
    }
    package static func statement(isTrue: Bool) -> String {
      isTrue ? "The statement is true." : "The statement is false."
    }
    package static func rightChoices(_ hits: Int, of count: Int) -> String {
      "\(hits) of \(count) right ones chosen."
    }
    package static func rightAnswer(_ answer: String) -> String { "Right: \(answer)" }
    /// Plain text: the same in a sentence of its own.
    package static func rightAnswerIs(_ answer: String) -> String {
      "The right answer is: \(answer)"
    }
    /// A wrong answer, at the end of a round.
    package static func yourAnswer(_ answer: String, wasSure: Bool) -> String {
      wasSure ? "You were sure: \(answer)." : "Your answer: \(answer)."
    }
    /// The answer to a statement.
    package static func judgement(_ isTrue: Bool, reason: String) -> String {
      "\(isTrue ? "true" : "false"), \(reason)"
    }
    /// Under two curves: the place where they are farthest apart, and what each is there.
    package static func differMost(
      x: String, _ one: (name: String, value: String), _ other: (name: String, value: String),
      areSlopes: Bool
    ) -> String {
      (areSlopes ? "The slopes differ most at x = \(x): " : "They differ most at x = \(x): ")
        + "\(one.name) \(one.value), \(other.name) \(other.value)."
    }
    package static let typeWords = "Type the missing words."
    package static let typeNumber = "Type a number such as 0.25, 1/4 or 2.5e-1."
  }

  /// The untimed quiz, which explains every answer.
  package enum Quiz {
    package static let name = "Quiz"
    package static func title(_ number: Int, of count: Int) -> String {
      "Quiz · \(number) of \(count)"
    }
    package static func right(_ count: Int) -> String { "\(count) right" }
    /// Heads the questions of the round that were answered so far.
    package static func round(_ answered: Int, of count: Int) -> String {
      "This round: \(answered) of \(count) answered"
    }

    package static let answer = "answer"
    package static let choose = "choose"
    package static let takeBack = "take back"
    package static let moveMarker = "move"
    package static let setPoint = "set the point"
    package static let next = "next"
    package static let newRound = "new round"

    package static let noQuestion = "This deck has no questions."
    /// Before a section with questions was read.
    package static func nothingRead(_ keys: KeyNames) -> String {
      "The quiz asks about what you have read, and you have not finished a section yet. "
        + "\(keys[.enter]) opens the lesson; \(keys["w"]) asks about the whole lesson anyway."
    }

    // Actions of keys.

    package static let read = "read the lesson"
    package static let askWhole = "ask about the whole lesson"
    package static let askRead = "ask about sections read"
    package static func result(right: Int, of count: Int) -> String {
      "\(right) of \(count) right."
    }
  }
}
