import TerminalUI
import Testing
import Words

/// Sentences with a number have a singular and a plural form.
struct CountedWordsTests {
  private static let keys = KeyNames(.usual, .ascii)

  /// Sentences in which the thing that is counted has a plural.
  private static let counted: [@Sendable (Int) -> String] = [
    { Words.Cards.done(cards: $0, atOnce: 2, minutes: 3) }, { Words.Cards.becameKnown($0) },
    { Words.Cards.title($0, toGo: 3, again: 1) }, { Words.Cards.newAreLocked($0, keys) },
    { Words.CertificateText.cards($0, percent: 90) }, { Words.CertificateText.sections($0) },
    { Words.Decks.added("d", new: $0, isTrial: true) }, { Words.Decks.inCourse($0) },
    { Words.Decks.skipped($0) }, { Words.Files.noMultiple("f", found: $0, of: 3) },
    { Words.Files.imagesWithoutLabels("f", images: $0, labels: 2) },
    { Words.Files.imagesWithoutLabels("f", images: 2, labels: $0) },
    { Words.Files.tooFewDigits("f", count: $0) }, { Words.Home.waiting(due: $0, new: 0) },
    { Words.StatusMessages.clockIsBehind(days: $0) }, { Words.Plan.rest(cardsADay: $0) },
    { Words.Progress.day("d", things: $0) },
    { Words.Reports.ahead(entries: $0, latest: "d") },
    { Words.Reports.course(sections: $0, cards: 2, claims: 2) },
    { Words.Reports.course(sections: 2, cards: $0, claims: 2) },
    { Words.Reports.course(sections: 2, cards: 2, claims: $0) },
    { Words.Reports.eventsAdded($0, known: 2) }, { Words.Reports.eventsToAdd($0, known: 2) },
    { Words.Reports.heldOut(reviews: $0, before: "b", after: "a") },
    { Words.Reports.movedBack(entries: $0, days: 2) },
    { Words.Reports.movedBack(entries: 2, days: $0) },
    { Words.Reports.readInPart("f", events: $0) }, { Words.Reports.recordAgrees(entries: $0) },
    { Words.Reports.refused($0, of: "f") }, { Words.Reports.restored(events: $0, from: "f") },
    { Words.Reports.tooFewReviews($0, needed: 400) },
    { Words.Saving.repaired(events: $0, lost: 2, refused: 0, keptAs: "g") },
    { Words.Search.hits($0) }, { Words.Speed.state(lives: $0, points: 50, multiplier: 2) },
  ]

  /// The words of a sentence, the number replaced.
  private static func words(_ sentence: String, _ count: Int) -> [Substring] {
    sentence.split(separator: " ").map { word in
      word == "\(count)" ? "#" : word.prefix { $0.isLetter || $0 == "#" }
    }
  }

  /// The possible plurals of a word: cards, entries, lives.
  private static func plurals(of word: Substring) -> [String] {
    ["\(word)s", "\(word.dropLast())ies", "\(word.dropLast(2))ves"]
  }

  @Test(arguments: counted.indices) func singularsAreUsedForOne(index: Int) {
    let sentence = Self.counted[index]
    let one = Self.words(sentence(1), 1)
    let several = Self.words(sentence(8), 8)
    #expect(several == Self.words(sentence(9), 9))
    let plurals = one.filter { !$0.isEmpty }.flatMap(Self.plurals)
    let isPlural = several.contains { plurals.contains(String($0)) && !one.contains($0) }
    #expect(isPlural, "\(one)")
  }
}
