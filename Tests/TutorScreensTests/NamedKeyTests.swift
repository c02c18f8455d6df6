import Lessons
import Practice
import TerminalUI
import Testing

@testable import TutorScreens

/// Sentences that speak of keys, on the screens where a learner practises, with keys that have changed places.
struct NamedKeyTests {
  private static let moved: [Int: Key] = [
    1: .space, 2: .enter, 3: .character("n"), 4: .character("c"), 5: .character("j"),
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
    var harness = try ScreenHarness(screen, Size(width: 120, height: rows))
    harness.context.keyMap = try keyMap()
    harness.send(.appeared)
    return harness
  }

  @Test(arguments: [
    ("home", "", "Welcome. Press F2 and read;"),
    ("home", "", "F7 leads out of any screen, ? shows its keys."),
    ("home", "", "F6; T timeline, G glossary, P course, ' bookmarks"),
    ("cards", "", "until their sections are read; F3"),
    ("cards", "", "F2 practises every card now;"),
    ("cards", "F3", "think, then F1 to turn"), ("cards", "F3 F1 ?", "3 F1 F2      knew it"),
    ("speed", "F1 F1", "behind the curtain: F1 goes on."),
    ("progress", "", "0 % earned, F4 tells what is missing"),
  ]) func theyNameTheLearnersOwn(screen: String, keys: String, sentence: String) throws {
    var harness = try Self.harness(screen)
    harness.press(keys)
    #expect(harness.text.contains(sentence))
  }

  @Test func whatIsLongerThanItsRoomNamesTheKeysThatMoveIt() throws {
    var harness = try Self.harness("progress", rows: 14)
    #expect(harness.text.contains("↓ F5  "))
    harness.press("F5")
    #expect(harness.text.contains("↑ k   ↓ F5  "))
    #expect(try ScreenHarness("progress", Size(width: 120, height: 14)).text.contains("↓ j  "))
  }

  @Test func aCardThatSlipsAwayNamesThem() throws {
    var harness = try Self.harness("home")
    let card = harness.context.bundle.deck.flashcards[3]
    for step in 0..<15 {
      harness.context.learner.apply(
        LearnerEvent(
          id: "\(100 + step)", time: harness.context.now - (40 - step) * 5 * 86_400, utcOffset: 0,
          fact: .review(card: card.id, rating: step.isMultiple(of: 2) ? .easy : .again)))
    }
    harness.press("F4 F1 1")
    #expect(harness.text.contains("when it is back, F8 puts it in your words, F9 leaves it out."))
    harness.context.now += 601
    harness.press("F1")
    #expect(
      harness.text.contains("This one keeps slipping away: F12 reads the section, F8 puts the"))
    let progress = ProgressText(harness.context, width: 200).lines
    #expect(progress.contains { $0.contains("with F8, or leave it out with F9 when it comes") })
  }

  @Test func plansAndCertificateNameThem() throws {
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
    #expect(
      asked.contains { $0.hasSuffix("\(cards.count) are; F11 under Progress asks them again") })
    let usual = certificateProgress.requirements(KeyNames(.usual, .ascii)).map(\.words)
    #expect(usual.contains { $0.hasSuffix("r under Progress asks them again") })
    harness.context.learner.apply(
      LearnerEvent(
        id: "x", time: harness.context.now, utcOffset: 0,
        fact: .exam(day: harness.context.today.number - 1)))
    #expect(ProgressText(harness.context).lines.contains { $0.contains("; F10 sets another date") })
  }
}
