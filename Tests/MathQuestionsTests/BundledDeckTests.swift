import Lessons
import Practice
import TestCourse
import Testing

/// Properties of the questions of the bundled deck.
struct BundledDeckTests {
  /// The choices of a question, of which one is right; diagnoses have two such lists.
  private static func choices() throws -> [(id: String, choices: [Choice])] {
    try TestCourse.bundled.get().deck.questions.flatMap {
      card -> [(id: String, choices: [Choice])] in
      if case .several = card.form { [] } else { card.choiceLists.map { (card.id, $0) } }
    }
  }

  /// The share that a guesser gets right who takes the choice with the largest key, or one of them by chance.
  private static func share(
    _ lists: [[Choice]], by key: (Int, Choice) -> Double
  ) -> Double {
    let hits = lists.map { choices in
      let keys = choices.enumerated().map { key($0.offset, $0.element) }
      let taken = zip(choices, keys).filter { $0.1 == keys.max() }.map(\.0)
      return Double(taken.count(where: \.isCorrect)) / Double(taken.count)
    }
    return hits.reduce(0, +) / Double(max(1, lists.count))
  }

  private static func chance(_ lists: [[Choice]]) -> Double {
    lists.map { 1 / Double($0.count) }.reduce(0, +) / Double(max(1, lists.count))
  }

  private static func words(_ text: String) -> Int { text.split(separator: " ").count }

  /// A guesser who always takes the longest choice, the shortest one or a fixed place is as good as chance.
  @Test func noRuleOfFormFindsTheRightChoice() throws {
    let lists = try Self.choices().map(\.choices)
    #expect(lists.count > 30)
    let chance = Self.chance(lists)
    let rules: [(String, (Int, Choice) -> Double)] = [
      ("longest", { Double($1.text.count) }), ("shortest", { -Double($1.text.count) }),
      ("most words", { Double(Self.words($1.text)) }),
      ("fewest words", { -Double(Self.words($1.text)) }),
      ("first", { place, _ in -Double(place) }), ("last", { place, _ in Double(place) }),
      ("second", { place, _ in place == 1 ? 1 : 0 }),
      ("third", { place, _ in place == 2 ? 1 : 0 }),
    ]
    for (name, key) in rules {
      let share = Self.share(lists, by: key)
      #expect(abs(share - chance) <= 0.05, "\(name): \(share), chance \(chance)")
    }
  }

  /// The same where all choices are numbers: neither the largest nor the smallest is a good guess.
  @Test func noRuleOfSizeFindsTheRightNumber() throws {
    let lists = try Self.choices().filter { $0.choices.allSatisfy { $0.number != nil } }
    let chance = Self.chance(lists.map(\.choices))
    #expect(lists.count >= 4)
    for (name, sign) in [("largest", 1.0), ("smallest", -1)] {
      let share = Self.share(lists.map(\.choices)) { sign * ($1.number ?? 0) }
      #expect(abs(share - chance) <= 0.05, "\(name): \(share) of \(lists.map(\.id))")
    }
  }

  /// Choices are shuffled, so that a place in the file says nothing about the place on the screen.
  @Test func placesOnTheScreenAreRandom() throws {
    var generator = SeededGenerator(seed: 7)
    let cards = try TestCourse.bundled.get().deck.questions.filter { card in
      if case .choice = card.form { true } else { false }
    }
    let draws = 10_000
    var hits = [0, 0, 0, 0]
    for number in 0..<draws {
      let asked = AskedQuestion(cards[number % cards.count], using: &generator)
      if let place = asked.choices.firstIndex(where: \.isCorrect) { hits[place] += 1 }
    }
    for count in hits { #expect(abs(Double(count) / Double(draws) - 0.25) < 0.03) }
  }

  @Test func mostAnswersAreProduced() throws {
    let questions = try TestCourse.bundled.get().deck.questions
    let produced = questions.count { $0.asFlashcard.produced != nil }
    #expect(Double(produced) >= 0.6 * Double(questions.count), "\(produced) of \(questions.count)")
  }

  /// At least thirty questions are about code, a log, a table, a histogram or a curve.
  @Test func manyQuestionsShowSomething() throws {
    let shown = try TestCourse.bundled.get().deck.questions.count { card in
      switch card.form {
      case .curve, .network, .point, .diagnose: true
      default: !card.stem.isEmpty
      }
    }
    #expect(shown >= 30, "\(shown)")
  }

  /// Hints lead to the answer and do not give it away.
  @Test func hintsAreShortOfTheAnswer() throws {
    for card in try TestCourse.bundled.get().deck.questions {
      #expect((1...3).contains(card.hints.count), "\(card.id)")
      guard case .gap(let question) = card.form else { continue }
      for answer in question.answers where answer.count > 4 {
        let isGiven = card.hints.contains { $0.lowercased().contains(answer.lowercased()) }
        #expect(!isGiven, "\(card.id): \(answer)")
      }
    }
  }

  /// Feedback names a belief and a case against it; an explanation gives a reason.
  @Test func feedbackAndExplanationsAreWholeThoughts() throws {
    for (id, choices) in try Self.choices() {
      for choice in choices {
        guard let feedback = choice.feedback else { continue }
        #expect((15...35).contains(Self.words(feedback)), "\(id) \(choice.id): \(feedback)")
      }
    }
    for card in try TestCourse.bundled.get().deck.cards {
      #expect(Self.words(card.explanation) >= 8, "\(card.id): \(card.explanation)")
    }
  }

  /// What a learner knows of a card that was merged counts for another card.
  @Test func retiredCardsKeepTheirIds() throws {
    let deck = try TestCourse.bundled.get().deck
    #expect(deck.retired.count > 10)
    let learner = Learner(
      events: deck.retired.enumerated().map { number, card in
        LearnerEvent(
          id: "\(number)", time: 0, utcOffset: 0, fact: .review(card: card.id, rating: .good))
      })
    var heir = learner
    heir.passOn(to: deck.heirs)
    for card in deck.retired {
      #expect(deck.card(id: card.id) == nil)
      if let id = card.heir {
        #expect(learner.schedule(of: id) == nil && heir.schedule(of: id) != nil, "\(id)")
      }
    }
  }
}

extension Choice {
  /// The number that the choice begins with: a decimal number, or a power of ten.
  fileprivate var number: Double? {
    let raised = Array("⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
    var plain = ""
    for character in text.replacing("−", with: "-") {
      if let digit = raised.firstIndex(of: character) {
        if plain == "10" { plain = "1e" }
        plain.append(digit == 0 ? "-" : "\(digit - 1)")
      } else if "-.0123456789".contains(character) {
        plain.append(character)
      } else {
        break
      }
    }
    return Double(plain)
  }
}
