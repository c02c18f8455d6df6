import Foundation
import Testing

/// Decks in and out.
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

  /// What Bash makes of a line in which $tutor is the program.
  private func shell(_ line: String) throws -> String {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let run = try Shell.run(
      "/bin/bash", ["-c", "cd \(folder) && { \(line); } 2>&1"],
      environment: [
        "tutor": Binary.path, "TUTOR_PROGRESS": folder + "/progress.sqlite", "LC_ALL": "C.UTF-8",
      ])
    return run.output + "status \(run.status)"
  }

  /// Names in the list of added decks.
  private func list() throws -> [String] {
    try tutor("import", "--list").output.split(separator: "\n").map { line in
      String(line[..<(line.firstRange(of: "  ")?.lowerBound ?? line.endIndex)])
    }
  }

  @Test func aDeckIsAddedChangedAndTakenOutAgain() throws {
    let file = try write(
      "#guid column:1\n#tags column:4\nmy-own\tMy front\tmy back\tcode\ngelu-min\tForged\tx\t\n",
      "My deck.txt")
    #expect(
      try tutor("import", file, "--dry-run").output.hasPrefix("Would add My-deck.txt: 1 new card."))
    #expect(try tutor("import", "--list").output.isEmpty)
    let added = try tutor("import", file)
    #expect(
      added.output
        == "Added My-deck.txt: 1 new card.\n1 card left out: the course has it already.\n")
    let before = try tutor("export").output
    #expect(before.contains("My front") && !before.contains("Forged"))
    #expect(try tutor("render", "cards", "--plain", "--keys", "n").status == 0)
    _ = try write("#guid column:1\nmy-own\tMy other front\tmy back\nnew\tf\tb\n", "My deck.txt")
    #expect(
      try tutor("import", file).output.hasPrefix(
        "Updated My-deck.txt: 1 new card, 1 changed, 0 unchanged."))
    _ = try write("#guid column:1\nmy-own\tMy other front\tmy back\n", "My deck.txt")
    #expect(
      try tutor("import", file).output.hasPrefix(
        "Updated My-deck.txt: 0 new cards, 0 changed, 1 unchanged, 1 gone."))
    #expect(
      try tutor("import", file).output
        == "My-deck.txt has this content already (1 card): nothing changed.\n")
    #expect(try tutor("export").output.contains("My other front"))
    #expect(try tutor("import", "--list").output.hasPrefix("My-deck.txt  1 card  "))
    #expect(try tutor("import", "--remove", "My-deck.txt").status == 0)
    #expect(try tutor("import", "--remove", "../../etc/passwd").status == 66)
    #expect(try !tutor("export").output.contains("My other front"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder + "/progress.sqlite.decks").isEmpty
    )
  }

  @Test func aDeckIsNotItsFilesName() throws {
    try FileManager.default.createDirectory(
      atPath: folder + "/other", withIntermediateDirectories: true)
    let long = String(repeating: "long", count: 20)
    let files = [
      "deck.txt", "other/deck.txt", "x.csv", "x.tsv", "set.1.txt", "set.2.txt", "日本語.txt",
      "中国語.txt", "карты.txt", "हिन्दी.txt", long + "a.txt", long + "b.txt", "....txt", "DECK.txt",
    ]
    for (index, file) in files.enumerated() {
      let run = try tutor("import", write("front \(index)\tback\n", file))
      #expect(run.output.contains(": 1 new card."), "\(file): \(run)")
    }
    let names = try list()
    #expect(names.count == files.count)
    #expect(
      Set(names).isSuperset(of: [
        "deck.txt", "deck-2.txt", "x.txt", "x-2.txt", "set.1.txt", "set.2.txt", "日本語.txt",
        "中国語.txt", "карты.txt", "हिन्दी.txt",
      ]))
    let all = try tutor("export").output
    for index in files.indices { #expect(all.contains("\"front \(index)\"")) }
    for name in names { #expect(try tutor("import", "--remove", name).status == 0) }
    #expect(try list().isEmpty)
  }

  @Test func theSameFrontInTwoDecksIsTwoCards() throws {
    let one = try write("Same?\tone\nOnly here?\tx\n", "one.txt")
    let two = try write("Same?\ttwo\n", "two.txt")
    #expect(try tutor("import", one).output == "Added one.txt: 2 new cards.\n")
    let run = try tutor("import", two).output
    #expect(run.hasPrefix("Added two.txt: 1 new card.\n1 of these cards is in one.txt, too"))
    let all = try tutor("export").output
    #expect(
      all.contains(
        "\"anki-\(String(Self.number("Same?"), radix: 16))\"\t\"Basic\"\t\"Activation Functions\"\t\"Same?\"\t\"one"
      ))
    #expect(all.contains("\"Same?\"\t\"two"))
    // Its cards keep their ids, whatever becomes of the other deck.
    let id = try #require(all.split(separator: "\n").first { $0.contains("\"deck-") }?.prefix(20))
    #expect(try tutor("import", "--remove", "one").status == 0)
    #expect(try tutor("export").output.contains(id))
    _ = try write("Same?\ttwo, but changed\n", "two.txt")
    #expect(try tutor("import", two).output.hasPrefix("Updated two.txt: 0 new cards, 1 changed"))
    #expect(try tutor("export").output.contains(id))
  }

  @Test func theSameContentOrANamedDeckIsNoNewOne() throws {
    let one = try write("a\tb\n", "one.txt")
    _ = try tutor("import", one)
    let copy = try write("a\tb\n", "copy.txt")
    #expect(
      try tutor("import", copy).output
        == "one.txt has this content already (1 card): nothing changed.\n")
    let edition = try write("a\tc\n", "edition.txt")
    #expect(
      try tutor("import", "--replace", "one", edition).output
        == "Updated one.txt: 0 new cards, 1 changed, 0 unchanged.\n")
    #expect(try list() == ["one.txt"])
    #expect(try tutor("import", "--replace", "two", edition).status == 66)
    // A file that has nothing in common with what it held before is another deck.
    let other = try write("quite\tother\n", "edition.txt")
    #expect(
      try tutor("import", other).output
        == "Added edition.txt: 1 new card.\n")
    #expect(try list() == ["edition.txt", "one.txt"])
  }

  @Test func decksOfJSONKeepTheirCardsToo() throws {
    func deck(_ answer: String) -> String {
      """
      {"format": "tutor-deck", "version": 1, "deck": {"id": "d", "title": "D"}, "cards": [
        {"id": "q", "type": "basic", "section": "why-a-bend", "front": "Q?", "back": "\(answer)", "explanation": "e"},
        {"id": "l", "card": "q", "type": "truefalse", "section": "why-a-bend", "statement": "S \(answer)", "answer": true,
         "reasons": [{"id": "a", "text": "x", "correct": true}, {"id": "b", "text": "y"}], "explanation": "e"}]}
      """
    }
    #expect(
      try tutor("import", write(deck("one"), "one.json")).output.hasPrefix("Added one.json: 2 new"))
    let two = try tutor("import", write(deck("two"), "two.json")).output
    #expect(two.hasPrefix("Added two.json: 2 new cards.\n2 of these cards are in one.json, too"))
    let all = try tutor("export").output
    #expect(all.contains("S one") && all.contains("S two") && all.contains("\"one\n"))
    let kept = try String(
      contentsOfFile: folder + "/progress.sqlite.decks/two.json", encoding: .utf8)
    #expect(!kept.contains("\"q\"") && !kept.contains("\"l\"") && kept.contains("deck-"))
    #expect(try list() == ["one.json", "two.json"])
  }

  /// Version 1.0 kept files as they were, under names of ASCII letters.
  @Test func decksOfVersionOneAreReadAndUpdated() throws {
    let decks = folder + "/progress.sqlite.decks"
    try FileManager.default.createDirectory(atPath: decks, withIntermediateDirectories: true)
    for (name, text) in [("---.txt", "a\tb\n"), ("deck.txt", "a\tc\nd\te\n")] {
      try text.write(toFile: decks + "/" + name, atomically: true, encoding: .utf8)
    }
    let all = try tutor("export").output
    #expect(all.contains("\"a\"\t\"b\n") && all.contains("\"a\"\t\"c\n"))
    let id = "\"anki-\(String(Self.number("d"), radix: 16))\""
    #expect(all.contains(id))
    // Of two decks with the same front the second one's card has an id of its own, and keeps it.
    let own = try #require(all.split(separator: "\n").first { $0.contains("\"deck-") }?.prefix(20))
    #expect(try tutor("import", "--remove", "---.txt").status == 0)
    #expect(try list() == ["deck.txt"])
    #expect(try tutor("export").output.contains(own))
    let run = try tutor("import", write("a\tc\nd\tE\nf\tg\n", "deck.txt"))
    #expect(run.output.hasPrefix("Updated deck.txt: 1 new card, 1 changed, 1 unchanged."))
    let after = try tutor("export").output
    #expect(after.contains(id) && after.contains(own))
  }

  /// Cards are found by their ids in one step each.
  @Test func aLargeDeckIsUpdated() throws {
    let notes = (1...20_000).map { "front \($0)\tback\n" }.joined()
    let file = try write(notes, "large.txt")
    #expect(try tutor("import", file).output == "Added large.txt: 20000 new cards.\n")
    let run = try tutor("import", write(notes + "one more\tback\n", "large.txt"))
    #expect(run.output.hasPrefix("Updated large.txt: 1 new card, 0 changed, 20000 unchanged."))
  }

  /// FNV-1a with 64 bits.
  private static func number(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  @Test func pipesAndStandardInputAreRead() throws {
    #expect(
      try shell("printf 'a\\tb\\n' | $tutor import -") == "Added deck.txt: 1 new card.\nstatus 0")
    #expect(
      try shell("printf 'c\\td\\n' | $tutor import /dev/stdin")
        == "Added deck-2.txt: 1 new card.\nstatus 0")
    #expect(
      try shell("$tutor import <(printf 'e\\tf\\n')") == "Added deck-3.txt: 1 new card.\nstatus 0")
    #expect(
      try shell("mkfifo p; printf 'g\\th\\n' >p & $tutor import p")
        == "Added deck-4.txt: 1 new card.\nstatus 0")
  }

  @Test func whatIsNoDeckIsCalledByItsName() throws {
    #expect(
      try shell("$tutor import none.txt") == "tutor: none.txt: there is no such file\nstatus 66")
    #expect(try shell("$tutor import .").hasPrefix("tutor: .: this is a folder"))
    #expect(try shell("$tutor import .").hasSuffix("status 66"))
    #expect(try tutor("import").status == 64)
    let json = try write("{\"format\":\"tutor-deck\",\"version\":9}", "new.json")
    #expect(try tutor("import", json).errors.contains("newer than this program"))
    let package = folder + "/deck.apkg"
    #expect(try tutor("export", "--format", "apkg", "-o", package).status == 0)
    for (text, name, words) in [
      ("", "deck.apkg", "this is an Anki package: in Anki choose File > Export"),
      ("{\"__type__\": \"Deck\"}", "crowd.json", "this is a deck of CrowdAnki"),
      ("[{\"front\": \"a\"}]", "list.json", "this is JSON, but no deck of tutor's"),
      ("Q: what\nA: that\n", "hash.md", "this is a deck of hashcards"),
      ("# Notes\n\nwhat::that\n", "obsidian.md", "these are cards in Markdown"),
      ("what\n?\nthat\n", "paragraphs.txt", "these are cards in Markdown"),
      ("# word\nmeaning\n---\n# other\nmeaning\n", "hascard.txt", "this is a deck of hascard"),
      ("# A title\n\nText.\n", "readme.md", "this is Markdown without cards"),
      ("<!DOCTYPE html>\n<p>a\tb</p>", "page.txt", "this is a web page"),
      ("\u{0}a\u{0}\t\u{0}b\u{0}\n", "wide.txt", "this is UTF-16"),
    ] {
      let file = text.isEmpty ? package : try write(text, name)
      let run = try tutor("import", file)
      #expect(run.status == 65 && run.errors.contains("\(name): \(words)"), "\(run)")
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
        "Would add bad.txt: 1 new card.", "Line 3: the setting \"colour\" has no effect here.",
        "12 notes were left out:", "  line 5: the front is only a picture or a sound",
      ])
    #expect(lines[13] == "  and 2 more; --all lists them")
    #expect(try tutor("import", file, "--all").output.contains("line 16: the front"))
    let none = try tutor("import", write("alone\n", "none.txt"))
    #expect(
      none.status == 65
        && none.errors.contains("none.txt:1:1: no note here makes a card: there is one field"))
  }

  @Test func theCoursesOwnDeckGoesRoundAsTextAndJSON() throws {
    for format in ["anki", "json"] {
      let file = folder + "/out." + (format == "json" ? "json" : "txt")
      #expect(try tutor("export", "--format", format, "--output", file).status == 0)
      let back = try tutor("import", file, "--dry-run")
      #expect(
        back.output.contains(": 0 new cards.\n") && back.output.contains("the course has them"),
        "\(back)")
    }
  }

  @Test func aPackageIsWritten() throws {
    let file = folder + "/deck.apkg"
    #expect(try tutor("export", "--format", "apkg", "--schedule", "-o", file).status == 0)
    #expect(FileManager.default.contents(atPath: file)?.prefix(2) == Data("PK".utf8))
    #expect(try tutor("export", "--schedule").status == 64)
    #expect(try tutor("export", "-o", "/nowhere/x").status == 73)
  }

  @Test func anAddedDeckThatWentBadIsSpokenOfAndLeftOut() throws {
    let decks = folder + "/progress.sqlite.decks"
    try FileManager.default.createDirectory(atPath: decks, withIntermediateDirectories: true)
    try "alone\n".write(toFile: decks + "/x.txt", atomically: true, encoding: .utf8)
    #expect(try tutor("export").status == 0)
    #expect(try tutor("home", "--plain").output.contains("An added deck is left out"))
    let terminal = try Tmux("TUTOR_PROGRESS=\(folder)/progress.sqlite \(Binary.path)")
    try terminal.wait(for: "An added deck is left out")
  }
}
