import Lessons
import Practice
import TerminalUI
import TestCourse
import Testing
import Words

@testable import TutorScreens

/// Which questions are drawn: other ones on each entry, and only about what was read.
struct DrawTests {
  private static let size = Size(width: 80, height: 24)

  private func questions(_ harness: inout ScreenHarness, _ keys: [String]) -> [String] {
    keys.map { key in
      harness.press(key)
      return harness.text
    }
  }

  /// From home, with the key of an entry and the keys that answer.
  @Test(arguments: [
    ("3", ["1", "Enter", "1", "Enter"]), ("s", ["Enter", "+3200", "1", "+400", "1"]),
    ("s", ["3", "+3200", "1", "+400"]), ("s", ["4", "1", "1", "1", "2"]),
  ]) func everyRoundDrawsOtherQuestions(entry: String, keys: [String]) throws {
    var harness = try ScreenHarness("home", Self.size)
    harness.context.variesSeed = true
    var seen: [[String]] = []
    for _ in 0..<3 {
      harness.press(entry)
      seen.append(questions(&harness, keys))
      harness.open(nil)
    }
    #expect(Set(seen.map { $0.joined() }).count == 3)
    // With a seed of the learner's, every entry is the same.
    harness.context.variesSeed = false
    var same: Set<String> = []
    for _ in 0..<2 {
      harness.context.learner = try ScreenHarness("home", Self.size).context.learner
      harness.press(entry)
      same.insert(questions(&harness, Array(keys.prefix(2))).joined())
      harness.open(nil)
    }
    #expect(same.count == 1)
  }

  @Test func everyCramIsShuffled() throws {
    var harness = try ScreenHarness("home", Self.size)
    harness.context.variesSeed = true
    for section in harness.context.bundle.lesson.sections {
      harness.context.learner.apply(
        LearnerEvent(
          id: section.id, time: harness.context.now, utcOffset: 0,
          fact: .sectionRead(section.id)))
    }
    var orders: Set<String> = []
    for _ in 0..<3 {
      harness.press("j")
      harness.open(.cards(cram: true))
      orders.insert(questions(&harness, ["Space", "3", "Space", "3", "Space", "3"]).joined())
    }
    #expect(orders.count == 3)
  }

  private func harness(_ screen: String, read: [String]) throws -> ScreenHarness {
    var harness = try ScreenHarness("home", Self.size)
    harness.context.learner = Learner(
      events: read.enumerated().map {
        LearnerEvent(id: "r\($0)", time: harness.context.now, utcOffset: 0, fact: .sectionRead($1))
      })
    harness.open(Screens.route(named: screen))
    return harness
  }

  @Test func theQuizAsksAboutSectionsReadOnly() throws {
    for seed in 0..<20 as Range<UInt64> {
      var harness = try harness("home", read: ["words"])
      harness.context.seed = seed
      harness.open(.quiz())
      for _ in 0..<40 where harness.session.top is QuizScreen { harness.press("1 2 Enter") }
      let ids = harness.facts.compactMap { fact in
        if case .answer(let id, _, _, _, _, _, _) = fact { id } else { nil }
      }
      let deck = harness.context.bundle.deck
      let unread = Set(["blocks", "figures"])
      #expect(!ids.isEmpty)
      #expect(ids.allSatisfy { id in !unread.contains(deck.card(id: id)?.section ?? "") })
      let graded = harness.facts.compactMap { fact in
        if case .review(let id, _) = fact { id } else { nil }
      }
      #expect(graded.allSatisfy { id in !unread.contains(deck.card(id: id)?.section ?? "") })
      // A part of the lesson is no quiz that counts for the certificate.
      #expect(harness.context.learner.bestQuiz == nil)
    }
  }

  @Test func beforeTheFirstSectionTheQuizSaysSoAndOffersTheWholeLesson() throws {
    var harness = try harness("quiz", read: [])
    #expect(harness.shows(Words.Quiz.nothingRead(harness.keys)))
    harness.press("w")
    #expect(harness.facts == [.scope(.whole)])
    #expect(harness.shows(Words.Quiz.title(1, of: 10)))
    // The choice is remembered.
    harness.open(.quiz())
    #expect(harness.shows(Words.Quiz.title(1, of: 10)))
    var reader = try self.harness("quiz", read: [])
    reader.press("Enter")
    #expect(reader.shows(TestCourse.Heading.words))
  }

  @Test func beforeTheFirstSectionTheSpeedChallengeSaysSo() throws {
    var harness = try harness("speed", read: [])
    #expect(harness.shows(Words.Speed.nothingRead(harness.keys)))
    harness.press("3")
    #expect(harness.shows(Words.Speed.nothingRead(harness.keys)))
    harness.press("w")
    #expect(
      harness.facts == [.scope(.whole)] && !harness.shows(Words.Speed.nothingRead(harness.keys)))
    harness.press("3 +3200 1")
    #expect(harness.facts.count > 1)
    // Today's questions are the same for everybody, so they do not depend on what was read.
    var daily = try self.harness("speed", read: [])
    daily.press("2")
    #expect(!daily.shows(Words.Speed.nothingRead(daily.keys)))
  }

  @Test func aMissInAnUnreadSectionWaitsForIt() throws {
    var harness = try harness("home", read: [])
    harness.context.learner.choose(.whole)
    harness.only { $0.section == "blocks" }
    harness.open(.quiz())
    for _ in 0..<40 where harness.session.top is QuizScreen { harness.press("1 2 3 4 Enter") }
    harness.context.now += 3 * 86_400
    let deck = harness.context.bundle.deck
    let missed = harness.facts.compactMap { fact -> String? in
      if case .review(let id, .again) = fact { id } else { nil }
    }
    let waiting = missed.filter { id in
      (deck.card(id: id) ?? deck.flashcards.first { $0.id == id }?.card)?.section == "blocks"
    }
    #expect(!waiting.isEmpty)
    func due() -> [String] {
      let context = harness.context
      return CardSession(
        deck: deck, learner: context.learner, at: context.now, utcOffset: 0, newCards: 0,
        sections: context.bundle.lesson.sections.map(\.id)
      ).due.map(\.id)
    }
    #expect(Set(due()).isDisjoint(with: waiting))
    harness.context.learner.apply(
      LearnerEvent(
        id: "read", time: harness.context.now, utcOffset: 0, fact: .sectionRead("blocks")))
    #expect(Set(due()).isSuperset(of: waiting))
  }
}
