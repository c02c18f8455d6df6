import Lessons
import Practice
import TerminalUI
import TestSupport
import Testing
import Words

@testable import TutorScreens

/// A sentence that names keys: where it is shown, and which keys of the learner's it names.
struct NamedSentence: Sendable {
  let screen: String
  let keys: String
  let names: [String]
  let words: @Sendable (KeyNames) -> String

  init(
    _ screen: String, _ keys: String, _ names: [String],
    words: @escaping @Sendable (KeyNames) -> String
  ) {
    (self.screen, self.keys, self.names, self.words) = (screen, keys, names, words)
  }

  /// Expects that a screen shows the sentence with the learner's own keys.
  func expect(in harness: ScreenHarness) {
    let sentence = words(harness.keys)
    #expect(harness.shows(sentence))
    for name in names { #expect(sentence.contains(name), "\(sentence)") }
  }
}

/// Sentences that name keys, on the practice screens, with remapped keys.
struct NamedKeyTests {
  private static let moved: [Int: Key] = [
    1: .space, 2: .enter, 3: .character("+"), 4: .character("c"), 5: .character("j"),
    6: .character("M"), 7: .character("q"), 8: .character("e"), 9: .character("!"),
    10: .character("x"), 11: .character("r"), 12: .character("o"),
  ]

  private static func keyMap() throws -> KeyMap {
    var meanings: [Key: Key] = [:]
    for (number, key) in moved {
      meanings[.function(number)] = key
      meanings[key] = .function(number)
    }
    return try KeyMap(meanings)
  }

  private static func harness(_ screen: String, rows: Int = 40) throws -> ScreenHarness {
    var harness = try ScreenHarness(screen, Size(width: 119, height: rows))
    harness.context.keyMap = try keyMap()
    harness.send(.appeared)
    return harness
  }

  @Test(
    arguments: [
      NamedSentence("home", "", ["F2"]) { Words.Home.welcome($0) },
      NamedSentence("cards", "", ["F3"]) { Words.Cards.newAreLocked(11, $0) },
      NamedSentence("cards", "F3", ["F1"]) { Words.Cards.think($0) },
      NamedSentence("cards", "F3 F1 ?", ["F1", "F2"]) {
        "2 \($0[.space]) \($0[.enter]) " + Words.Cards.good
      },
      NamedSentence("cards", "F3 F1 F2 F1 F2 F1 F2 F1 F2 F1 F2", ["F2"]) {
        Words.Cards.typeAnswer($0)
      },
      NamedSentence("speed", "4 +400 F1", ["F1"]) { Words.Speed.paused($0) },
      NamedSentence("progress", "", ["F4"]) { Words.Progress.certificate("0 %", $0) },
    ]) func sentencesNameRemappedKeys(_ named: NamedSentence) throws
  {
    var harness = try Self.harness(named.screen)
    harness.press(named.keys)
    named.expect(in: harness)
  }

  @Test func longTextsNameTheKeysThatScroll() throws {
    var harness = try Self.harness("progress", rows: 14)
    func arrows(_ harness: ScreenHarness) -> [String] {
      let row = harness.frame.lines.dropLast(2).last ?? ""
      return row.matches(of: /[↑↓] \w+/).map { String($0.0) }
    }
    #expect(arrows(harness) == ["↓ F5"])
    harness.press("F5")
    #expect(arrows(harness) == ["↑ k", "↓ F5"])
    #expect(try arrows(ScreenHarness("progress", Size(width: 120, height: 14))) == ["↓ j"])
  }

  private func expect(_ words: String, in text: String, names: String...) {
    #expect(text.shows(words))
    for name in names { #expect(words.contains(name), "\(words)") }
  }

  @Test func leechMessagesNameRemappedKeys() throws {
    var harness = try Self.harness("home")
    let card = harness.context.bundle.deck.flashcards[3]
    for step in 0..<15 {
      harness.context.learner.apply(
        LearnerEvent(
          id: "\(100 + step)", time: harness.context.now - (40 - step) * 5 * 86_400, utcOffset: 0,
          fact: .review(card: card.id, rating: step.isMultiple(of: 2) ? .easy : .again)))
    }
    harness.press("F4 F1 1")
    let keys = harness.keys
    expect(Words.Cards.forgotten(times: 8, keys), in: harness.text, names: "F8", "F9")
    harness.context.now += 601
    harness.press("F1")
    expect(Words.Cards.slipping(keys), in: harness.text, names: "F12", "F8", "F9")
    let progress = ProgressText(harness.context, width: 200).lines.joined(separator: "\n")
    expect(Words.Progress.slipping(times: 8, keys), in: progress, names: "F8", "F9")
  }

  @Test func plansAndCertificatesNameRemappedKeys() throws {
    var harness = try Self.harness("progress")
    let keys = harness.context.keyNames
    let cards = harness.context.bundle.deck.flashcards
    for card in cards {
      harness.context.learner.apply(
        LearnerEvent(
          id: card.id, time: harness.context.now, utcOffset: 0,
          fact: .suspended(card: card.id, isSuspended: true)))
    }
    let certificateProgress = harness.context.certificateProgress
    let asked = certificateProgress.requirements(keys).map(\.words)
    let few = Words.Certificate.fewSuspended(cards.count, keys)
    expect(few, in: asked.joined(separator: "\n"), names: "F11")
    let usual = KeyNames(.usual, .ascii)
    #expect(
      certificateProgress.requirements(usual).map(\.words)
        .contains(Words.Certificate.fewSuspended(cards.count, usual)))
    harness.context.learner.apply(
      LearnerEvent(
        id: "x", time: harness.context.now, utcOffset: 0,
        fact: .exam(day: harness.context.today.number - 1)))
    let progress = ProgressText(harness.context).lines.joined(separator: "\n")
    expect(Words.Plan.isOver(date: anything, keys), in: progress, names: "F10")
  }
}
