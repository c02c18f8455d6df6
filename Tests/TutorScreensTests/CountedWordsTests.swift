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
      Words.Certificate.fewSuspended(1, keys),
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

  @Test(arguments: [
    (Words.Decks.added("d", new: 1, isTrial: true), "Would add d: 1 new card."),
    (Words.Decks.added("d", new: 2, isTrial: false), "Added d: 2 new cards."),
    (Words.Decks.ofCourse(1), "1 card left out: the course has it already."),
    (Words.Decks.ofCourse(2), "2 cards left out: the course has them already."),
    (Words.Decks.skipped(1), "1 note was left out:"),
    (Words.Decks.skipped(2), "2 notes were left out:"),
    (
      Words.Reports.course(sections: 1, cards: 1, claims: 1),
      "1 section, 1 card, 1 checked claim: nothing to report"
    ),
    (
      Words.Reports.course(sections: 2, cards: 0, claims: 3),
      "2 sections, 0 cards, 3 checked claims: nothing to report"
    ),
    (Words.Reports.eventsToAdd(1, known: 1), "1 event would be added, 1 is known."),
    (Words.Reports.eventsToAdd(0, known: 2), "0 events would be added, 2 are known."),
    (Words.Reports.eventsAdded(1, known: 1), "1 event added, 1 was known."),
    (Words.Reports.eventsAdded(2, known: 0), "2 events added, 0 were known."),
    (Words.Reports.restored(events: 1, from: "f"), "The record has the 1 event of f."),
    (Words.Reports.restored(events: 2, from: "f"), "The record has the 2 events of f."),
    (
      Words.Reports.ahead(entries: 1, latest: "2030-01-01"),
      "1 entry is stamped in the future, on 2030-01-01: --apply moves it back to today or before."
    ),
    (Words.Reports.movedBack(entries: 1, days: 1), "1 entry moved back by 1 day."),
    (Words.Reports.movedBack(entries: 2, days: 3), "2 entries moved back by 3 days."),
    (Words.Reports.readInPart("f", events: 1), "f is damaged; 1 event could be read"),
    (Words.Reports.refused(1, of: "f"), "1 event was refused, and is still in f"),
    (
      Words.Reports.recordAgrees(entries: 1),
      "The record here agrees with it: 1 entry, the same digest."
    ),
    (
      Words.Reports.tooFewReviews(1, needed: 400),
      "There is 1 review a day or more after the one before, and a fit needs 400: go on, FSRS works "
        + "well with the published weights."
    ),
    (
      Words.Reports.heldOut(reviews: 1, before: "0.5000", after: "0.4000"),
      "Held out: 1 review, log-loss before 0.5000  after 0.4000"
    ),
    (Words.Files.tooFewDigits("f", count: 1), "f:1:1: 1 digit is too little to learn from"),
    (
      Words.Files.imagesWithoutLabels("f", images: 1, labels: 2),
      "f: there is 1 image and 2 labels: they do not belong together"
    ),
    (
      Words.Files.noMultiple("f", found: 1, of: 3),
      "f: the file has 1 byte, and a multiple of 3 is needed: it was cut off, or is another format"
    ),
    (
      Words.Saving.mended(events: 1, lost: 2, refused: 0, keptAs: "g"),
      "Damaged record mended: 1 entry is back, 2 lost. The old file: g."
    ),
    (
      Words.Notices.clockIsBehind(days: 1),
      "The clock stands 1 day before your latest answer: is it right? `tutor progress repair` can "
        + "help."
    ),
  ]) func commandsSpeakOfOneThingAsOne(text: String, expected: String) {
    #expect(text == expected)
  }
}
