import Lessons
import Testing

@testable import Practice

/// The order of a session, and what it has brought.
struct CardSessionSpacingTests {
  private static func deck(_ count: Int) -> Deck {
    Deck(
      id: "d", title: "D",
      cards: (0..<count).map {
        Card(
          id: "c\($0)", section: "", form: .basic(front: "f", back: "b"),
          explanation: "e")
      })
  }

  /// A session played to its end, with every answer drawn from the seed.
  private struct Play {
    var shown: [String] = []
    var counts: [(toGo: Int, repeats: Int)] = []
    var learner = Learner()
    var session: CardSession
    var time = 1_000_000

    init(cards: Int, seed: UInt64, forgets: Int) {
      var random = SeededGenerator(seed: seed &+ 77)
      session = CardSession(
        deck: CardSessionSpacingTests.deck(cards), learner: learner, at: time, utcOffset: 0,
        newCards: cards, sections: [], seed: seed)
      while let card = session.next(at: time), shown.count < 500 {
        shown.append(card.id)
        counts.append((session.toGo, session.repeats))
        let rating: Rating = random.next() % 10 < forgets ? .again : .good
        learner.apply(
          LearnerEvent(
            id: "e\(1000 + shown.count)", time: time, utcOffset: 0,
            fact: .review(card: card.id, rating: rating)))
        session.grade(card, rating, schedule: learner.schedule(of: card.id))
        time += Int(random.next() % 40)
      }
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>) func repeatsAreSpacedAndNothingGrows(seed: UInt64) {
    let cards = 1 + Int(seed % 12)
    let play = Play(cards: cards, seed: seed, forgets: Int(seed % 5))
    #expect(play.session.remaining == 0 && play.session.size == cards)
    #expect(Set(play.shown).count == cards)
    for (before, after) in zip(play.counts, play.counts.dropFirst()) {
      #expect(after.toGo <= before.toGo)
      // A repeat is added only by the card that was just answered.
      #expect(after.toGo + after.repeats <= before.toGo + before.repeats)
    }
    // Two other cards are between, as long as three are left.
    for (index, id) in play.shown.enumerated() {
      let left = play.counts[index].toGo + play.counts[index].repeats
      guard left > CardSession.spacing else { continue }
      #expect(!play.shown[..<index].suffix(CardSession.spacing).contains(id))
    }
  }

  @Test func theSecondRoundHasAnotherOrder() {
    var same = 0
    for seed in 0..<50 as Range<UInt64> {
      let play = Play(cards: 8, seed: seed, forgets: 0)
      #expect(play.shown.count == 16)
      if play.shown.prefix(8) == play.shown.suffix(8) { same += 1 }
    }
    #expect(same < 3)
    #expect(
      Play(cards: 8, seed: 1, forgets: 0).shown != Play(cards: 8, seed: 2, forgets: 0).shown)
  }

  @Test func anUndoneAnswerIsAskedAgainAtOnce() throws {
    var play = Play(cards: 5, seed: 3, forgets: 0)
    play.session = CardSession(cramming: Self.deck(5).flashcards, seed: 4)
    let first = try #require(play.session.next(at: 0))
    play.session.grade(first, .again, schedule: nil)
    #expect(play.session.next(at: 0)?.id != first.id && play.session.repeats == 1)
    play.session.undo(first)
    #expect(play.session.next(at: 0)?.id == first.id)
    #expect(play.session.toGo == 5 && play.session.repeats == 0 && play.session.size == 5)
    // The second answer to a card, undone, leaves the first.
    for _ in 0..<5 {
      let card = try #require(play.session.next(at: 0))
      play.session.grade(card, card.id == first.id ? .again : .good, schedule: nil)
    }
    #expect(play.session.next(at: 0)?.id == first.id)
    play.session.grade(first, .good, schedule: nil)
    #expect(play.session.remaining == 0)
    play.session.undo(first)
    #expect(play.session.next(at: 0)?.id == first.id)
    #expect(play.session.toGo == 0 && play.session.repeats == 1 && play.session.size == 5)
  }

  @Test func theSummaryTellsWhatIsDueNext() {
    let play = Play(cards: 6, seed: 1, forgets: 3)
    func summary(_ known: Set<String>, _ learner: Learner, at time: Int) -> SessionSummary {
      SessionSummary(play.session, knownBefore: known, learner, at: time, utcOffset: 0)
    }
    let now = summary([], play.learner, at: play.time)
    #expect(now.cards == 6 && now.becameKnown == 0)
    #expect((0...6).contains(now.rightAtOnce))
    #expect(now.rightAtOnce == 6 - play.session.missed.count)
    #expect(now.due.reduce(0) { $0 + $1.count } == 6)
    // All cards have left their steps, so they are due on later days.
    for due in now.due {
      guard case .days(let days) = due.time else {
        Issue.record("\(due)")
        continue
      }
      #expect(days >= 1)
    }
    var learner = play.learner
    let tomorrow = play.time + 86_400
    for (number, id) in Set(play.shown).sorted().enumerated() {
      learner.apply(
        LearnerEvent(
          id: "t\(number)", time: tomorrow, utcOffset: 0, fact: .review(card: id, rating: .good)))
    }
    #expect(summary([], learner, at: tomorrow).becameKnown == 6)
    #expect(summary(["c0", "c1"], learner, at: tomorrow).becameKnown == 4)
  }
}
