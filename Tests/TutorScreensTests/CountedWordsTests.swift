import TerminalUI
import Testing
import Words

/// Sentences with a number in them, for one thing and for several.
struct CountedWordsTests {
  private static let keys = KeyNames(.usual, .ascii)

  @Test(arguments: [
    (Words.Speed.state(lives: 1, points: 50, multiplier: 2), "1 life, 50 points, times 2"),
    (Words.Speed.state(lives: 3, points: 0, multiplier: 1), "3 lives, 0 points, times 1"),
    (Words.Speed.state(lives: nil, points: 100, multiplier: 1), "100 points, times 1"),
    (
      Words.Cards.newAreLocked(1, keys),
      "Nothing is due. 1 new card waits until its section is read; n unlocks it now."
    ),
    (Words.Cards.title(1, of: 60, waiting: 1), "Cards · 1 of 60, 1 waits for another day"),
    (Words.Cards.title(1, of: 60, waiting: 2), "Cards · 1 of 60, 2 wait for another day"),
    (Words.Cards.done(graded: 1, missed: 1), "Done: 1 card graded, 1 to see again."),
    (Words.Cards.done(graded: 2, missed: 0), "Done: 2 cards graded, 0 to see again."),
    (Words.Home.due(1), "1 card due"), (Words.Home.due(0), "0 cards due"),
    (Words.Home.exam(days: 1), "exam tomorrow"), (Words.Home.exam(days: 2), "exam in 2 days"),
    (Words.Search.hits(1), "1 hit"), (Words.Search.hits(0), "0 hits"),
    (Words.Progress.day("2026-10-01", things: 1), "2026-10-01: 1 thing"),
    (Words.Plan.rest(cardsADay: 1), "then about 1 card a day"),
    (Words.Plan.rest(cardsADay: 0), "then about 0 cards a day"),
    (
      Words.Certificate.fewLeftOut(1, keys),
      "At most one card in twenty left out: 1 is; r under Progress asks it again"
    ),
    (Words.CertificateText.sections(1), "1 section read, its questions answered"),
    (
      Words.CertificateText.cards(1, percent: 90),
      "1 card remembered on different days; expected recall 90 %"
    ),
    (
      Words.ContentErrors.tooFew(field: "sections", needed: 1, found: 0),
      "'sections' needs 1 entry and has 0"
    ),
    (
      Words.ContentErrors.tooFew(field: "items", needed: 3, found: 1),
      "'items' needs 3 entries and has 1"
    ),
  ]) func oneThingIsSpokenOfAsOne(text: String, expected: String) {
    #expect(text == expected)
  }
}
