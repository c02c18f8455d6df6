import Activations
import Foundation
import Lessons
import Practice

@testable import MathQuestions

/// Questions of one topic as the tests draw them.
enum DrawnQuestions {
  static let maker = QuestionMaker(Deck(id: "d", title: "D", cards: []))

  /// The number of questions of a topic; `TUTOR_SOAK` draws ten thousand.
  static let count =
    ProcessInfo.processInfo.environment["TUTOR_SOAK"] == nil ? 1500 : 10_000

  /// The topics whose answers can be chosen.
  static let choiceTopics = MathTopic.allCases.filter { !$0.isProduced }

  /// Questions of a topic, from equal seeds.
  ///
  /// - Parameters:
  ///   - topic: The topic.
  ///   - count: The number of questions.
  ///   - isProduced: Whether answers may have to be produced.
  ///   - maker: The maker.
  /// - Returns: The questions; fewer if there are not enough.
  static func cards(
    _ topic: MathTopic, count: Int = count, isProduced: Bool = false,
    of maker: QuestionMaker = maker
  ) -> [Card] {
    var random = SeededGenerator(
      seed: UInt64(topic.rawValue.utf8.reduce(7) { $0 &* 31 &+ Int($1) }))
    var cards: [Card] = []
    for _ in 0..<(50 * count) where cards.count < count {
      if let card = maker.question(topic, 3, isProduced, &random, { _ in true }) {
        cards.append(card)
      }
    }
    return cards
  }
}

extension Card {
  /// The choices, if it has any.
  var choices: [Choice]? {
    switch form {
    case .choice(let question), .curve(_, let question): question.choices
    default: nil
    }
  }
}
