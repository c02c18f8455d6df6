import Lessons

/// A lesson of ten sections with six facts each; every second fact has a check question of four choices.
enum Course {
  static let sectionCount = 10
  static let factsPerSection = 6
  static let factCount = sectionCount * factsPerSection

  static let sections = (0..<sectionCount).map { "s\($0)" }

  static func section(of fact: Int) -> Int { fact / factsPerSection }

  static func facts(of section: Int) -> Range<Int> {
    section * factsPerSection..<(section + 1) * factsPerSection
  }

  static func hasQuestion(_ fact: Int) -> Bool { fact % 2 == 0 }

  static func questionID(_ fact: Int) -> String { "q\(fact)" }

  /// The fact of a flashcard's or question's id.
  static func fact(of id: String) -> Int { Int(id.dropFirst()) ?? 0 }

  static let deck = Deck(
    id: "model", title: "Model",
    cards: (0..<factCount).flatMap { fact -> [Card] in
      let section = sections[section(of: fact)]
      let card = Card(
        id: "f\(fact)", section: section,
        form: .basic(front: "What is fact \(fact)?", back: "\(fact)", hint: nil), explanation: "")
      return hasQuestion(fact) ? [card, question(fact, section)] : [card]
    })

  private static func question(_ fact: Int, _ section: String) -> Card {
    let choices = (0..<4).map { Choice(id: "\($0)", text: "\(fact + $0)", isCorrect: $0 == 0) }
    return Card(
      id: questionID(fact), section: section,
      form: .choice(ChoiceQuestion(front: "What is fact \(fact)?", choices: choices)),
      explanation: "", flashcardID: "f\(fact)")
  }

  /// The questions by fact; nil for facts without one.
  static let questions = (0..<factCount).map { deck.card(id: questionID($0)) }

  /// The ids of the check questions of every section.
  static let checks = (0..<sectionCount).map { facts(of: $0).filter(hasQuestion).map(questionID) }
}
