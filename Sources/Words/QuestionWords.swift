package import TerminalUI

extension Words {
  /// A question, the answer to it, and the verdict; the same in the quiz, the lesson and the Speed Challenge.
  package enum Questions {
    // Above and in the answers.

    /// The network that a question draws, in one line of code: names of the functions that each of its layers
    /// may use, the number of layers, and the arrow between them.
    package static func network(functions: [String], layers: Int, arrow: String) -> String {
      "input \(arrow) [linear \(arrow) \(functions.joined(separator: " or "))] × \(layers) \(arrow) "
        + "output"
    }
    /// Where more than one choice is to be taken.
    package static func severalAreRight(_ keys: KeyNames) -> String {
      "Several are right; \(keys.word(.enter)) gives your answer."
    }
    /// The first answer to a statement.
    package static let isTrue = "true"
    /// The second answer to a statement.
    package static let isFalse = "false"
    /// After a statement was judged, above the reasons to choose from.
    package static func judged(_ isTrue: Bool) -> String {
      isTrue ? "You say true. Because:" : "You say false. Because:"
    }
    /// The items that were put into an order so far; the text joins them by arrows.
    package static func order(_ items: String) -> String { "Your order: \(items)" }
    /// Behind the field for a number that must be met to the digit.
    package static let exactly = "exactly"

    // Before a choice where the screen is read out.

    /// The learner has taken it.
    package static let taken = "taken:"
    /// It is right.
    package static let right = "right:"
    /// It is wrong, and the learner has taken it.
    package static let wrongAndTaken = "wrong, yours:"

    // Verdicts.

    /// The answer is right.
    package static let isRight = "Right."
    /// The answer is wrong, and the course has no word about that choice.
    package static let isWrong = "Not quite."
    /// After a statement was judged wrongly.
    package static func statement(isTrue: Bool) -> String {
      isTrue ? "The statement is true." : "The statement is false."
    }
    /// After not exactly the right choices were taken.
    package static func rightChoices(_ hits: Int, of count: Int) -> String {
      "\(hits) of \(count) right ones chosen."
    }
    /// After a wrong answer.
    package static func rightAnswer(_ answer: String) -> String { "Right: \(answer)" }
    /// When a gap was left as it was.
    package static let typeWords = "Type the missing words."
    /// When what was typed is no number.
    package static let typeNumber = "Type a number such as 0.25, 1/4 or 2.5e-1."
  }

  /// Questions without a clock, every answer with its reason.
  package enum Quiz {
    /// The screen's name, and its title before it begins.
    package static let name = "Quiz"
    /// Its title: the second of ten questions.
    package static func title(_ number: Int, of count: Int) -> String {
      "Quiz · \(number) of \(count)"
    }
    /// Behind the title: right answers so far.
    package static func right(_ count: Int) -> String { "\(count) right" }

    /// What a key does: gives an answer.
    package static let answer = "answer"
    /// What a key does where several choices are right: takes one, or leaves it again.
    package static let choose = "choose"
    /// What a key does: takes back the latest item of an answer in parts.
    package static let takeBack = "take back"
    /// What a key does: goes on to the next question.
    package static let next = "next"
    /// What a key does: begins a new round.
    package static let onceMore = "once more"
    /// What a key does: asks again what was answered wrongly.
    package static let justMissed = "just the missed"

    /// At the end, where there was nothing to ask.
    package static let noQuestion = "There is no question in this deck."
    /// At the end.
    package static func result(right: Int, of count: Int) -> String {
      "\(right) of \(count) right."
    }
  }
}
