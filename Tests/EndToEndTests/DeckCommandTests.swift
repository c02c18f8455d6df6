import Foundation
import Lessons
import TerminalUI
import TestCourse
import TestSupport
import Testing
import Words

/// Importing and exporting decks.
struct DeckCommandTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/tutor-\(UUID().uuidString)"

  private func tutor(_ words: String...) throws -> (output: String, errors: String, status: Int32) {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return try Binary.run(words + ["--progress", folder + "/progress.sqlite"])
  }

  private func write(_ text: String, _ name: String) throws -> String {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
    return folder + "/" + name
  }

  /// The message after adding a deck.
  private static func added(_ name: String, _ new: Int) -> String {
    Words.Decks.added(name, new: new, isTrial: false) + "\n"
  }

  /// The message after updating a deck.
  private static func updated(
    _ name: String, _ new: Int, changed: Int, same: Int, gone: Int = 0
  ) -> String {
    Words.Decks.updated(
      name, new: new, changed: changed, same: same, gone: gone, isTrial: false)
  }

  /// Runs a line in bash, with $tutor as the program.
  private func shell(_ line: String) throws -> String {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let run = try Shell.run(
      "/bin/bash", ["-c", "cd \(folder) && { \(line); } 2>&1"],
      environment: [
        "tutor": Binary.path, "TUTOR_PROGRESS": folder + "/progress.sqlite", "LC_ALL": "C.UTF-8",
      ])
    return run.output + "status \(run.status)"
  }

  /// A note of an export as text: its id, and the first lines of its front and its back.
  private struct Exported: Equatable {
    var id: String
    var front: String
    var back: String
  }

  /// All notes of an export as text, whose fields are quoted and may have many lines.
  private func exported() throws -> [Exported] {
    var notes: [Exported] = []
    var fields: [String] = []
    for field in try tutor("export").output.matches(of: /"((?:[^"]|"")*)"(\t|\n)/) {
      fields.append(String(field.1.prefix { $0 != "\n" }))
      guard field.2 == "\n" else { continue }
      try #require(fields.count > 4)
      notes.append(Exported(id: fields[0], front: fields[3], back: fields[4]))
      fields = []
    }
    return notes
  }

  /// The exported notes that are not the course's.
  private func added() throws -> [Exported] {
    let own = Set(try TestCourse.small.get().deck.cards.map(\.id))
    return try exported().filter { !own.contains($0.id) }
  }

  /// The names of the added decks.
  private func list() throws -> [String] {
    try tutor("import", "--list").output.split(separator: "\n").map { line in
      String(line[..<(line.firstRange(of: "  ")?.lowerBound ?? line.endIndex)])
    }
  }

  @Test func aDeckIsAddedChangedAndRemoved() throws {
    let file = try write(
      "#guid column:1\n#tags column:4\nmy-own\tMy front\tmy back\tcode\nline\tForged\tx\t\n",
      "My deck.txt")
    #expect(
      try tutor("import", file, "--dry-run").output.shows(
        Words.Decks.added("My-deck.txt", new: 1, isTrial: true)))
    #expect(try tutor("import", "--list").output.isEmpty)
    let added = try tutor("import", file)
    #expect(
      added.output
        == Self.added("My-deck.txt", 1) + Words.Decks.inCourse(1) + "\n")
    // A note with the id of one of the course's cards does not take its place.
    let line = try TestCourse.small.get().deck.flashcards.first { $0.id == "line" }
    #expect(try exported().filter { $0.id == "line" }.map(\.front) == [line?.front])
    #expect(try self.added() == [Exported(id: "my-own", front: "My front", back: "my back")])
    #expect(try tutor("render", "cards", "--plain", "--keys", "+").status == 0)
    _ = try write("#guid column:1\nmy-own\tMy other front\tmy back\nnew\tf\tb\n", "My deck.txt")
    #expect(
      try tutor("import", file).output.shows(Self.updated("My-deck.txt", 1, changed: 1, same: 0)))
    _ = try write("#guid column:1\nmy-own\tMy other front\tmy back\n", "My deck.txt")
    #expect(
      try tutor("import", file).output.shows(
        Self.updated("My-deck.txt", 0, changed: 0, same: 1, gone: 1)))
    #expect(
      try tutor("import", file).output == Words.Decks.unchanged("My-deck.txt", cards: 1) + "\n")
    #expect(try self.added().map(\.front) == ["My other front"])
    #expect(
      try tutor("import", "--list").output.hasPrefix(
        Words.Decks.line("My-deck.txt", cards: 1, source: "")))
    #expect(try tutor("import", "--remove", "My-deck.txt").status == 0)
    #expect(try tutor("import", "--remove", "../../etc/passwd").status == 66)
    #expect(try self.added().isEmpty)
    let unknown = try tutor("import", "--remove", "my deck")
    #expect(unknown.errors.shows(Words.Files.noAddedDeck("my deck", all: [])))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder + "/progress.sqlite.decks").isEmpty
    )
  }

  @Test func aDeckIsIdentifiedByContentNotByFileName() throws {
    try FileManager.default.createDirectory(
      atPath: folder + "/other", withIntermediateDirectories: true)
    let long = String(repeating: "long", count: 20)
    let files = [
      "deck.txt", "other/deck.txt", "x.csv", "x.tsv", "set.1.txt", "set.2.txt", "日本語.txt",
      "中国語.txt", "карты.txt", "हिन्दी.txt", long + "a.txt", long + "b.txt", "....txt", "DECK.txt",
    ]
    for (index, file) in files.enumerated() {
      let run = try tutor("import", write("front \(index)\tback\n", file))
      #expect(
        run.output.shows(Words.Decks.added(anything, new: 1, isTrial: false)), "\(file): \(run)")
    }
    let names = try list()
    #expect(names.count == files.count)
    #expect(
      Set(names).isSuperset(of: [
        "deck.txt", "deck-2.txt", "x.txt", "x-2.txt", "set.1.txt", "set.2.txt", "日本語.txt",
        "中国語.txt", "карты.txt", "हिन्दी.txt",
      ]))
    #expect(try Set(added().map(\.front)) == Set(files.indices.map { "front \($0)" }))
    for name in names { #expect(try tutor("import", "--remove", name).status == 0) }
    #expect(try list().isEmpty)
  }

  @Test func theSameFrontInTwoDecksIsTwoCards() throws {
    let one = try write("Same?\tone\nOnly here?\tx\n", "one.txt")
    let two = try write("Same?\ttwo\n", "two.txt")
    #expect(try tutor("import", one).output == Self.added("one.txt", 2))
    let run = try tutor("import", two).output
    #expect(run.hasPrefix(Self.added("two.txt", 1)))
    #expect(run.shows(Words.Decks.shared(1, with: "one.txt", file: two)))
    let cards = try added()
    try #require(cards.map(\.front) == ["Same?", "Only here?", "Same?"])
    #expect(cards.map(\.back) == ["one", "x", "two"])
    #expect(cards[0].id == Self.id("Same?") && cards[2].id.hasPrefix("deck-"))
    // Its cards keep their ids even if the other deck changes.
    #expect(try tutor("import", "--remove", "one").status == 0)
    #expect(try added() == [cards[2]])
    _ = try write("Same?\ttwo, but changed\n", "two.txt")
    #expect(
      try tutor("import", two).output.shows(Self.updated("two.txt", 0, changed: 1, same: 0)))
    #expect(
      try added() == [Exported(id: cards[2].id, front: "Same?", back: "two, but changed")])
  }

  @Test func theSameContentOrANamedDeckIsNotANewDeck() throws {
    let one = try write("a\tb\n", "one.txt")
    _ = try tutor("import", one)
    let copy = try write("a\tb\n", "copy.txt")
    #expect(
      try tutor("import", copy).output == Words.Decks.unchanged("one.txt", cards: 1) + "\n")
    let edition = try write("a\tc\n", "edition.txt")
    #expect(
      try tutor("import", "--replace", "one", edition).output
        == Self.updated("one.txt", 0, changed: 1, same: 0) + "\n")
    #expect(try list() == ["one.txt"])
    #expect(try tutor("import", "--replace", "two", edition).status == 66)
    // A file without any card of its previous contents is another deck.
    let other = try write("quite\tother\n", "edition.txt")
    #expect(try tutor("import", other).output == Self.added("edition.txt", 1))
    #expect(try list() == ["edition.txt", "one.txt"])
  }

  @Test func jsonDecksKeepTheirCardIDs() throws {
    func deck(_ answer: String) -> String {
      """
      {"format": "tutor-deck", "version": 1, "deck": {"id": "d", "title": "D"}, "cards": [
        {"id": "q", "type": "basic", "section": "words", "front": "Q?", "back": "\(answer)", "explanation": "e"},
        {"id": "l", "card": "q", "type": "truefalse", "section": "words", "statement": "S \(answer)", "answer": true,
         "reasons": [{"id": "a", "text": "x", "correct": true}, {"id": "b", "text": "y"}], "explanation": "e"}]}
      """
    }
    #expect(
      try tutor("import", write(deck("one"), "one.json")).output.hasPrefix(
        Self.added("one.json", 2)))
    let file = try write(deck("two"), "two.json")
    let two = try tutor("import", file).output
    #expect(two.hasPrefix(Self.added("two.json", 2)))
    #expect(two.shows(Words.Decks.shared(2, with: "one.json", file: file)))
    let cards = try added()
    #expect(cards.map(\.back) == ["one", "True: x", "two", "True: x"])
    #expect(cards.map { $0.front.suffix(5) } == ["Q?", "S one", "Q?", "S two"])
    #expect(Set(cards.map(\.id)).count == 4)
    let kept = try Data(
      contentsOf: URL(fileURLWithPath: folder + "/progress.sqlite.decks/two.json"))
    struct Kept: Decodable {
      struct Card: Decodable {
        var id: String
        var card: String?
      }
      var cards: [Card]
    }
    let own = try JSONDecoder().decode(Kept.self, from: kept).cards
    #expect(own.allSatisfy { $0.id.hasPrefix("deck-") })
    #expect(own.map(\.card) == [nil, own[0].id])
    #expect(try list() == ["one.json", "two.json"])
  }

  /// Version 1.0 stored files unchanged, under names of ASCII letters.
  @Test func decksOfVersionOneAreReadAndUpdated() throws {
    let decks = folder + "/progress.sqlite.decks"
    try FileManager.default.createDirectory(atPath: decks, withIntermediateDirectories: true)
    for (name, text) in [("---.txt", "a\tb\n"), ("deck.txt", "a\tc\nd\te\n")] {
      try text.write(toFile: decks + "/" + name, atomically: true, encoding: .utf8)
    }
    let cards = try added()
    try #require(cards.map(\.front) == ["a", "a", "d"] && cards.map(\.back) == ["b", "c", "e"])
    // Of two decks with the same front, the second one's card gets an id of its own, and keeps it.
    #expect(cards[1].id.hasPrefix("deck-") && cards[2].id == Self.id("d"))
    #expect(try tutor("import", "--remove", "---.txt").status == 0)
    #expect(try list() == ["deck.txt"])
    #expect(try added() == Array(cards.dropFirst()))
    let run = try tutor("import", write("a\tc\nd\tE\nf\tg\n", "deck.txt"))
    #expect(run.output.shows(Self.updated("deck.txt", 1, changed: 1, same: 1)))
    let after = try added()
    #expect(after.map(\.id) == [cards[1].id, cards[2].id, Self.id("f")])
    #expect(after.map(\.back) == ["c", "E", "g"])
  }

  /// Cards must be found by their ids in constant time.
  @Test func aLargeDeckIsUpdated() throws {
    let notes = (1...20_000).map { "front \($0)\tback\n" }.joined()
    let file = try write(notes, "large.txt")
    #expect(try tutor("import", file).output == Self.added("large.txt", 20_000))
    let run = try tutor("import", write(notes + "one more\tback\n", "large.txt"))
    #expect(run.output.shows(Self.updated("large.txt", 1, changed: 0, same: 20_000)))
  }

  /// FNV-1a with 64 bits.
  private static func number(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// The id of a note that has none of its own, from its front.
  private static func id(_ front: String) -> String {
    "anki-" + String(number(front), radix: 16)
  }

  @Test func pipesAndStandardInputAreRead() throws {
    #expect(
      try shell("printf 'a\\tb\\n' | $tutor import -") == Self.added("deck.txt", 1) + "status 0")
    #expect(
      try shell("printf 'c\\td\\n' | $tutor import /dev/stdin")
        == Self.added("deck-2.txt", 1) + "status 0")
    #expect(
      try shell("$tutor import <(printf 'e\\tf\\n')") == Self.added("deck-3.txt", 1) + "status 0")
    #expect(
      try shell("mkfifo p; printf 'g\\th\\n' >p & $tutor import p")
        == Self.added("deck-4.txt", 1) + "status 0")
  }

  @Test func foreignDecksAreNamed() throws {
    #expect(
      try shell("$tutor import none.txt")
        == "tutor: \(Words.Files.noFile("none.txt"))\nstatus 66")
    #expect(try shell("$tutor import .").hasPrefix("tutor: " + Words.Files.isNoFile(".")))
    #expect(try shell("$tutor import .").hasSuffix("status 66"))
    #expect(try tutor("import").status == 64)
    let json = try write("{\"format\":\"tutor-deck\",\"version\":9}", "new.json")
    #expect(
      try tutor("import", json).errors.shows(
        ContentError.Problem.newerVersion(found: 9, known: 1).sentence))
    let package = folder + "/deck.apkg"
    #expect(try tutor("export", "--format", "apkg", "-o", package).status == 0)
    for (text, name, words) in [
      ("", "deck.apkg", ForeignDeck.ankiPackage.sentence),
      ("{\"__type__\": \"Deck\"}", "crowd.json", ForeignDeck.crowdAnki.sentence),
      ("[{\"front\": \"a\"}]", "list.json", ForeignDeck.otherJSON.sentence),
      ("Q: what\nA: that\n", "hash.md", ForeignDeck.hashcards.sentence),
      ("# Notes\n\nwhat::that\n", "obsidian.md", ForeignDeck.obsidian.sentence),
      ("what\n?\nthat\n", "paragraphs.txt", ForeignDeck.obsidian.sentence),
      ("# word\nmeaning\n---\n# other\nmeaning\n", "hascard.txt", ForeignDeck.hascard.sentence),
      ("# A title\n\nText.\n", "readme.md", ForeignDeck.markdown.sentence),
      ("<!DOCTYPE html>\n<p>a\tb</p>", "page.txt", ForeignDeck.webPage.sentence),
      ("\u{0}a\u{0}\t\u{0}b\u{0}\n", "wide.txt", ForeignDeck.wideText.sentence),
    ] {
      let file = text.isEmpty ? package : try write(text, name)
      let run = try tutor("import", file)
      #expect(run.status == 65 && run.errors.shows("\(name): \(words)"), "\(run)")
    }
    #expect(try list().isEmpty)
  }

  @Test func notesThatMakeNoCardAreListed() throws {
    let bad = (1...12).map { "<img src=\"\($0).png\">\tx\n" }.joined()
    let file = try write("#separator:tab\n#html:true\n#colour:red\nf\tb\n" + bad, "bad.txt")
    let run = try tutor("import", file, "--dry-run")
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(run.status == 0 && lines.count == 15)
    #expect(
      lines.prefix(4) == [
        Words.Decks.added("bad.txt", new: 1, isTrial: true),
        Words.Decks.ignored("colour", line: 3), Words.Decks.skipped(12),
        Words.Decks.skippedNote(line: 5, SkippedNote.Reason.pictureFront.words),
      ])
    #expect(lines[13] == Words.Decks.more(2))
    #expect(
      try tutor("import", file, "--all").output.shows(
        Words.Decks.skippedNote(line: 16, SkippedNote.Reason.pictureFront.words)))
    let none = try tutor("import", write("alone\n", "none.txt"))
    #expect(none.status == 65)
    #expect(none.errors.shows("none.txt:1:1: " + ContentError.Problem.noNotes(.oneField).sentence))
  }

  @Test func theBundledDeckSurvivesTextAndJSONExport() throws {
    for format in ["anki", "json"] {
      let file = folder + "/out." + (format == "json" ? "json" : "txt")
      #expect(try tutor("export", "--format", format, "--output", file).status == 0)
      let back = try tutor("import", file, "--dry-run")
      #expect(back.output.shows(Words.Decks.added(anything, new: 0, isTrial: true)), "\(back)")
      let isKnown = (1...99).contains { back.output.shows(Words.Decks.inCourse($0)) }
      #expect(isKnown, "\(back)")
    }
  }

  @Test func aPackageIsWritten() throws {
    let file = folder + "/deck.apkg"
    #expect(try tutor("export", "--format", "apkg", "--schedule", "-o", file).status == 0)
    #expect(FileManager.default.contents(atPath: file)?.prefix(2) == Data("PK".utf8))
    #expect(try tutor("export", "--schedule").status == 64)
    #expect(try tutor("export", "-o", "/nowhere/x").status == 73)
  }

  @Test func aDamagedAddedDeckIsReportedAndSkipped() throws {
    let decks = folder + "/progress.sqlite.decks"
    try FileManager.default.createDirectory(atPath: decks, withIntermediateDirectories: true)
    try "alone\n".write(toFile: decks + "/x.txt", atomically: true, encoding: .utf8)
    #expect(try tutor("export").status == 0)
    #expect(try tutor("home", "--plain").output.shows(Words.StatusMessages.deckSkipped(anything)))
    let terminal = try Tmux("TUTOR_PROGRESS=\(folder)/progress.sqlite \(Binary.path)")
    try terminal.wait(for: Words.StatusMessages.deckSkipped(anything))
  }
}
