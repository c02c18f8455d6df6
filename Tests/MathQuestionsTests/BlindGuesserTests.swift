import Foundation
import Lessons
import Practice
import Testing

@testable import MathQuestions

/// Somebody who sees only the choices must do as well as by chance, whatever the rule.
struct BlindGuesserTests {
  /// What a guesser wins over chance, as a mean over questions.
  private struct Gain {
    var name: String
    /// By taking a choice.
    var taking: Double
    /// By crossing it out and guessing among the others.
    var crossing: Double
    var count: Int
  }

  /// Questions as shown, with shuffled choices.
  private func shown(_ topic: MathTopic, count: Int) -> [BlindRule.Shown] {
    var random = SeededGenerator(seed: 1)
    return DrawnQuestions.cards(topic, count: count).map {
      BlindRule.Shown(AskedQuestion($0, using: &random).choices)
    }
  }

  private func gain(_ name: String, _ chances: [(chance: Double, among: Int)]) -> Gain {
    let all = Double(max(1, chances.count))
    return Gain(
      name: name,
      taking: chances.reduce(0) { $0 + $1.chance - 1 / Double($1.among) } / all,
      crossing: chances.reduce(0) {
        $0 + (1 - $1.chance) / Double($1.among - 1) - 1 / Double($1.among)
      } / all,
      count: chances.count)
  }

  private func gains(_ questions: [BlindRule.Shown]) -> [Gain] {
    BlindRule.all.map { rule in
      gain(
        rule.name,
        questions.compactMap { shown in rule.chance(shown).map { ($0, shown.texts.count) } })
    } + [frequentName(questions)]
  }

  /// A guesser who has seen half of the questions with their answers, and takes what was right most often.
  private func frequentName(_ questions: [BlindRule.Shown]) -> Gain {
    var (seen, right) = ([String: Double](), [String: Double]())
    for shown in questions.prefix(questions.count / 2) {
      for (index, text) in shown.texts.enumerated() {
        seen[text, default: 0] += 1
        right[text, default: 0] += index == shown.right ? 1 : 0
      }
    }
    // A name hardly seen before says nothing.
    let rates = seen.map { name, count in (name, ((right[name] ?? 0) + 5) / (count + 20)) }
    let table = Dictionary(rates) { first, _ in first }
    let rule = BlindRule(name: "name that is right most often") { shown in
      shown.texts.map { table[$0] ?? 0.25 }
    }
    return gain(
      rule.name,
      questions.dropFirst(questions.count / 2).compactMap { shown in
        rule.chance(shown).map { ($0, shown.texts.count) }
      })
  }

  @Test(arguments: DrawnQuestions.choiceTopics)
  func noRuleBeatsChanceByMoreThanFivePoints(topic: MathTopic) {
    let questions = shown(topic, count: DrawnQuestions.count)
    #expect(questions.count == DrawnQuestions.count, "\(topic)")
    var table = "\(topic.rawValue):"
    for gain in gains(questions) where gain.count >= 400 {
      #expect(abs(gain.taking) <= 0.05, "\(topic): \(gain)")
      #expect(gain.crossing <= 0.05, "\(topic): \(gain)")
      table += " \(gain.name) \(String(format: "%+.1f", 100 * gain.taking));"
    }
    if ProcessInfo.processInfo.environment["TUTOR_SOAK"] != nil { print(table) }
  }

  /// The rules find an answer that gives itself away.
  @Test func everyRuleWinsWhereItIsAlwaysRight() {
    func shown(_ texts: [String], right: Int) -> BlindRule.Shown {
      BlindRule.Shown(
        texts.enumerated().map { Choice(id: "\($0)", text: $1, isCorrect: $0 == right) })
    }
    let given: [(String, [String], Int)] = [
      ("first shown", ["a", "b", "c", "d"], 0), ("last shown", ["a", "b", "c", "d"], 3),
      ("longest", ["a", "bbb", "c", "d"], 1), ("shortest", ["aa", "bbb", "cc", "d"], 3),
      ("most digits", ["1", "2.55", "3", "4"], 1), ("fewest digits", ["12", "25", "3", "44"], 2),
      ("lone notation", ["0.1", "2 × 10⁻⁷", "0.3", "0.4"], 1),
      ("smallest", ["√(2/8)", "1/8", "0.9", "1"], 1), ("second", ["−3", "−1", "−2", "4"], 2),
      ("third", ["4", "3", "2", "1"], 1), ("largest", ["1.0 × 10²", "99 %", "2", "3"], 0),
      ("nearest to 0", ["−2", "0.1", "5", "1"], 1),
      ("farthest from 0", ["−9", "0.1", "5", "1"], 0),
      ("nearest to ½", ["−2", "0.4", "5", "1"], 1), ("farthest from ½", ["9", "0.1", "5", "1"], 0),
      ("nearest to 1", ["−2", "0.4", "5", "1"], 3), ("farthest from 1", ["9", "0.1", "5", "1"], 0),
      ("nearest to the mean", ["1", "5", "2", "12"], 1),
      ("farthest from the mean", ["1", "5", "2", "12"], 3), ("loneliest", ["1", "2", "9", "3"], 2),
      ("one of the two closest", ["1", "1.1", "9", "3"], 0),
    ]
    #expect(Set(given.map(\.0)) == Set(BlindRule.all.map(\.name)))
    for (name, texts, right) in given {
      let rule = BlindRule.all.first { $0.name == name }
      let expected = name == "one of the two closest" ? 0.5 : 1
      #expect(rule?.chance(shown(texts, right: right)) == expected, "\(name)")
    }
  }
}
