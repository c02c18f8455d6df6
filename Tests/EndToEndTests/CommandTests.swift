import Activations
import Figures
import Foundation
import Lessons
import TerminalUI
import TestCourse
import TestSupport
import Testing
import TutorScreens
import Words

/// The command line without a terminal.
struct CommandTests {
  @Test func pointsArePrintedInTheirShortestForm() throws {
    let run = try Binary.run([
      "plot", "leaky-relu", "--set", "alpha=0.2", "--format", "csv", "--at", "-1.5", "--at",
      "1e308",
    ])
    #expect(run.status == 0)
    #expect(
      run.output == """
        x,function,value,derivative
        -1.5,leaky-relu,-0.30000000000000004,0.2
        1e+308,leaky-relu,1e+308,1

        """)
  }

  @Test func allFormatsOfAPlotAgree() throws {
    let word = "swish:beta=2+gelu/x=-4...4/second-derivative"
    let csv = try Binary.run(["plot", word, "--format", "csv"]).output.split(separator: "\n")
    #expect(csv.first == "x,function,value,derivative,second_derivative")
    #expect(csv.count == 203)
    struct Report: Decodable {
      struct Function: Decodable {
        struct Point: Decodable {
          var x, value, derivative: Double
        }
        var id: String
        var points: [Point]
      }
      var plot: String
      var functions: [Function]
    }
    let json = try Binary.run(["plot", word, "--format", "json"]).output
    let report = try JSONDecoder().decode(Report.self, from: Data(json.utf8))
    #expect(report.plot == word)
    // Every number of the table parses to the double of the report.
    let points = report.functions.flatMap { function in function.points.map { (function.id, $0) } }
    for (row, (id, point)) in zip(csv.dropFirst(), points) {
      let fields = row.split(separator: ",")
      #expect(fields[1] == id)
      #expect(
        [Double(fields[0]), Double(fields[2]), Double(fields[3])] == [
          point.x, point.value, point.derivative,
        ])
    }
    let svg = try Binary.run(["plot", word, "--format", "svg"]).output
    #expect(XMLShape.isBalanced(svg))
    let elements = PictureElement.all(in: svg)
    #expect(elements.first?.attributes["viewBox"] == "0 0 800 500")
    let texts = Set(elements.filter { $0.name == "text" }.map(\.text))
    #expect(texts.isSuperset(of: ["Swish (β = 2)", "GELU"]), "\(texts)")
  }

  @Test func everyFunctionIsDescribed() throws {
    for activation in Catalogue.all {
      let run = try Binary.run(["plot", activation.id, "--describe"])
      #expect(run.status == 0)
      let words = Charset.ascii.text(FunctionWords(activation.withDefaults).text)
      #expect(Charset.ascii.text(run.output).shows(words), "\(activation.id)")
    }
  }

  private static func badRange(_ option: String, isEmpty: Bool = false) -> String {
    Words.Failures.badRange(option, isEmpty: isEmpty)
  }

  @Test(
    arguments: [
      (["rellu"], ActivationError.unknownFunction(name: "rellu", suggestions: ["relu"]).sentence),
      (["gelu/x=3...1"], badRange("x=3...1", isEmpty: true)),
      (
        ["elu", "--set", "alpha=nan"],
        ActivationError.parameterNotFinite(name: "alpha", value: .nan).sentence
      ),
      (
        ["elu", "--set", "alpha=1e400"],
        ActivationError.parameterNotFinite(name: "alpha", value: .infinity).sentence
      ),
      (
        ["gelu", "--set", "beta=2"],
        ActivationError.unknownParameter(name: "beta", function: "gelu", allowed: []).sentence
      ), (["gelu", "--x=1...1"], badRange("--x=1...1", isEmpty: true)),
      (["gelu", "--x=3...1"], badRange("--x=3...1", isEmpty: true)),
      (["gelu", "--y=-inf...1"], badRange("--y=-inf...1")),
      (["gelu", "--x=five"], badRange("--x=five")),
      (["gelu", "--size", "1x1", "--print"], Words.Usage.badSize("1x1", width: 12, height: 4)),
      (
        ["gelu", "--size", "10000x10000", "--print"],
        Words.Usage.badSize("10000x10000", width: 12, height: 4)
      ),
      (["gelu", "--size", "0x9", "--print"], Words.Usage.badSize("0x9", width: 12, height: 4)),
      (["gelu", "--size", "9", "--format", "svg"], "80x24"),
      (Array(repeating: "gelu", count: 27), Words.Failures.tooManyFunctions(most: 26)),
    ] as [([String], String)])
  func invalidPlotsAreReportedInOneSentence(arguments: [String], words: String) throws {
    let run = try Binary.run(["plot"] + arguments)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("tutor: ") && run.errors.shows(words), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test func aCurveOutsideTheWindowIsReported() throws {
    let run = try Binary.run(["plot", "gelu", "--y=20...30", "--no-derivative", "--print"])
    #expect(run.status == 0)
    #expect(run.output.shows(Words.Curves.below("GELU")))
  }

  @Test func withoutATerminalPlotsArePrintedAndScreensRefused() throws {
    let plot = try Binary.run(["plot", "gelu"], environment: ["LC_ALL": "C"])
    #expect(plot.status == 0)
    #expect(plot.output.shows(Words.Curves.slope(of: "GELU")))
    let home = try Binary.run([])
    #expect(home.status == 1)
    #expect(home.errors.shows(TerminalError.notATerminal(.input).sentence))
  }

  @Test func aRecordIsExportedMergedAndBackedUp() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/exchange-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let (here, there) = (folder + "/here.sqlite", folder + "/there.sqlite")
    let lines = """
      {"format":"tutor-record","version":1}
      {"id":"e1","time":1800000000,"utc_offset":0,"fact":{"review":{"card":"line","rating":3}}}
      {"id":"e2","time":1800000100,"utc_offset":0,"fact":{"sectionRead":{"_0":"words"}}}

      """
    try Data(lines.utf8).write(to: URL(fileURLWithPath: folder + "/a.jsonl"))
    func tutor(_ words: String...) throws -> (output: String, errors: String, status: Int32) {
      try Binary.run(["progress"] + words)
    }
    #expect(try tutor("export", "--progress", here).status == 66)
    let dry = try tutor("import", folder + "/a.jsonl", "--dry-run", "--progress", here)
    #expect(dry.output == Words.Reports.eventsToAdd(2, known: 0) + "\n")
    #expect(!FileManager.default.fileExists(atPath: here))
    let first = try tutor("import", folder + "/a.jsonl", "--progress", here)
    #expect(first.output == Words.Reports.eventsAdded(2, known: 0) + "\n")
    let second = try tutor("merge", here, "--progress", there)
    #expect(second.output == Words.Reports.eventsAdded(2, known: 0) + "\n")
    let again = try tutor("merge", here, "--progress", there)
    #expect(again.output.shows(Words.Reports.recordKept(as: anything)))
    #expect(again.output.shows(Words.Reports.eventsAdded(0, known: 2)))
    #expect(
      try tutor("export", "--progress", here).output == tutor("export", "--progress", there).output)
    #expect(try RecordReport.of(there).reviews == 1)
    let bad = try tutor("import", folder + "/here.sqlite", "--progress", there)
    #expect(bad.status == 65)
    #expect(bad.errors == "tutor: \(Words.Files.exportNotUTF8(here))\n")
    #expect(try tutor("merge", folder + "/a.jsonl", "--progress", there).status == 73)
    #expect(try String(contentsOfFile: folder + "/a.jsonl", encoding: .utf8) == lines)
  }

  @Test func everyScreenIsRendered() throws {
    for screen in Screens.names {
      let run = try Binary.run(["render", screen, "--size", "60x20", "--charset", "ascii"])
      #expect(run.status == 0, "\(screen)")
      #expect(run.output.split(separator: "\n", omittingEmptySubsequences: false).count == 21)
      #expect(run.output.utf8.allSatisfy { $0 < 0x80 })
    }
  }

  @Test func aScreenIsRenderedAsAPicture() throws {
    let dark = try Binary.run(["render", "plot", "--format", "svg"])
    #expect(dark.status == 0 && dark.output.hasPrefix("<svg ") && dark.output.hasSuffix("</svg>\n"))
    let light = try Binary.run(["render", "plot", "--format", "svg", "--light"])
    #expect(light.output != dark.output && light.output.hasPrefix("<svg "))
  }

  @Test(
    arguments: [
      (["plot", "rellu"], 64), (["plot", "elu", "--set", "beta=1"], 64),
      (["render", "nothing"], 64), (["render", "home", "--keys", "Downn"], 64),
      (["lesson", "99"], 64), (["--course", "/nowhere"], 66), (["--nonsense"], 64),
    ] as [([String], Int32)])
  func wrongUsageIsExplained(arguments: [String], status: Int32) throws {
    let run = try Binary.run(arguments)
    #expect(run.status == status)
    #expect(!run.errors.isEmpty)
    #expect(run.output.isEmpty)
  }

  @Test(arguments: [("quizz", "quiz"), ("glosary", "glossary"), ("new-cours", "new-course")])
  func aMistypedCommandIsNamed(typed: String, meant: String) throws {
    let run = try Binary.run([typed])
    #expect(run.status == 64 && run.output.isEmpty)
    #expect(run.errors == "tutor: " + Words.Usage.noCommand(typed, nearest: meant) + "\n")
  }
}

/// Invalid courses and records.
struct BadInputTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/bad-\(UUID().uuidString)"

  /// A copy of the small course with one file changed.
  private func course(_ file: String, _ change: (Data) -> Data?) throws -> String {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let copy = folder + "/course"
    try FileManager.default.copyItem(atPath: TestCourse.folder, toPath: copy)
    let url = URL(fileURLWithPath: copy + "/" + file)
    if let changed = change(try Data(contentsOf: url)) {
      try changed.write(to: url)
    } else {
      try FileManager.default.removeItem(at: url)
    }
    return copy
  }

  /// The one sentence that is said when a file of the course is changed, from the file's name on.
  private func complaint(
    _ file: String, status: Int32 = 65, _ change: (Data) -> Data?
  ) throws -> Substring {
    let copy = try course(file, change)
    let record = folder + "/record/progress.sqlite"
    let run = try Binary.run(["progress", "--course", copy, "--progress", record])
    #expect(run.status == status)
    #expect(run.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: record))
    let start = "tutor: \(copy)/"
    try #require(run.errors.hasPrefix(start) && run.errors.hasSuffix("\n"), "\(run.errors)")
    return run.errors.dropFirst(start.count).dropLast()
  }

  /// A line that lint prints.
  private struct Finding {
    var severity, rule, sentence: Substring
    /// The file, and the line in it.
    var place: String

    static func all(in output: String) -> [Self] {
      output.matches(of: /([^\n]*?:\d+):\d+: (\w+): (\w+): ([^\n]*)\n/).map {
        Self(severity: $0.2, rule: $0.3, sentence: $0.4, place: String($0.1))
      }
    }
  }

  /// The number of the line in which a text begins, from 1.
  private static func line(of part: String, in text: String) throws -> Int {
    let start = try #require(text.firstRange(of: part)).lowerBound
    return text[..<start].count { $0.isNewline } + 1
  }

  private let section = "sections/03-figures.md"

  @Test func aMissingFile() throws {
    let text = try complaint("deck.json", status: 66) { _ in nil }
    #expect(text == "deck.json:1:1: " + ContentError.Problem.missingFile.sentence)
  }

  @Test func anEmptyFile() throws {
    let text = try complaint(section) { _ in Data() }
    #expect(text == "\(section):1:1: " + ContentError.Problem.empty.sentence)
  }

  @Test func aTruncatedDeck() throws {
    let text = try complaint("deck.json") { $0.prefix($0.count / 2) }
    let isPlace = text.prefixMatch(of: /deck\.json:\d+:\d+: ./) != nil
    #expect(isPlace, "\(text)")
    #expect(text.shows(ContentError.Problem.malformedJSON(expected: .word([anything])).sentence))
  }

  @Test func invalidUTF8() throws {
    let text = try complaint(section) { $0 + Data([0x0A, 0xC3, 0x28]) }
    #expect(text.shows(ContentError.Problem.notUTF8.sentence))
  }

  @Test func aDuplicateId() throws {
    let deck = try String(contentsOfFile: TestCourse.folder + "/deck.json", encoding: .utf8)
    let text = try complaint("deck.json") { data in
      Data(
        String(decoding: data, as: UTF8.self)
          .replacing("\"id\": \"chain\"", with: "\"id\": \"line\"").utf8)
    }
    // The card begins a line before its id.
    let line = try Self.line(of: "\"id\": \"line\"", in: deck) - 1
    #expect(text.shows(ContentError.Problem.duplicateID("line", firstLine: line).sentence))
  }

  @Test func anUnknownFunctionInAFigure() throws {
    let text = try complaint(section) { data in
      Data(
        String(decoding: data, as: UTF8.self)
          .replacing("functions: sigmoid\n", with: "functions: sigmoyd\n").utf8)
    }
    let source = try String(contentsOfFile: TestCourse.folder + "/" + section, encoding: .utf8)
    let line = try Self.line(of: "functions: sigmoid\n", in: source)
    #expect(text.hasPrefix("\(section):\(line):"), "\(text)")
    #expect(text.shows(ContentError.Problem.unknownFunction("sigmoyd", known: [anything]).sentence))
  }

  @Test func aRecordThatIsNotADatabaseIsRenamed() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let record = folder + "/progress.sqlite"
    try Data(String(repeating: "no database ", count: 200).utf8)
      .write(to: URL(fileURLWithPath: record))
    let terminal = try Tmux("TUTOR_PROGRESS=\(record) \(Binary.path)", size: (200, 24))
    try terminal.wait(
      for: Words.Saving.repaired(
        events: 0, lost: 0, refused: 0, keptAs: "progress.sqlite.damaged-1"))
    #expect(FileManager.default.fileExists(atPath: record + ".damaged-1"))
  }

  @Test func anUnsuitableTerminalIsReported() throws {
    for (name, words) in [
      ("dumb", TerminalError.tooDumb(name: "dumb").sentence),
      ("nonsense", TerminalError.unknownTerminal(name: "nonsense").sentence),
    ] {
      let terminal = try Tmux("TERM=\(name) \(Binary.path)")
      try terminal.wait(for: words)
      try terminal.waitForEnd(1)
    }
  }

  private let fresh = FileManager.default.temporaryDirectory.path + "/new-\(UUID().uuidString)"

  @Test func lintFindsNothingWrongWithTheBundledCourse() throws {
    let run = try Binary.run(["lint"], environment: ["TUTOR_COURSE": ""])
    #expect(run.status == 0, "\(run.output)")
  }

  @Test func lintReportsTheLocationAndExitsWith65() throws {
    defer { try? FileManager.default.removeItem(atPath: fresh) }
    try FileManager.default.copyItem(atPath: TestCourse.folder, toPath: fresh)
    let file = fresh + "/sections/01-words.md"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let claim = "maxslope(sigmoid) = 0.26"
    try text.replacing("maxslope(sigmoid) = 0.25", with: claim)
      .write(toFile: file, atomically: true, encoding: .utf8)
    let run = try Binary.run(["lint", fresh])
    #expect(run.status == 65)
    let found = Finding.all(in: run.output).filter { $0.rule == "claim" }
    #expect(found.count == 1 && found[0].severity == "error", "\(run.output)")
    #expect(found[0].place == "\(file):\(try Self.line(of: "maxslope(sigmoid)", in: text))")
    #expect(found[0].sentence == Words.Lint.falseClaim(claim, computed: "0.25"))
    let json = try Binary.run(["lint", fresh, "--format", "json"])
    #expect(json.status == 65)
    let objects =
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    #expect(objects?.contains { $0["rule"] as? String == "claim" } == true)
    try "{".write(toFile: fresh + "/deck.json", atomically: true, encoding: .utf8)
    let broken = try Binary.run(["lint", fresh])
    #expect(broken.status == 65)
    let unreadable = try #require(Finding.all(in: broken.output).first)
    #expect(unreadable.place == fresh + "/deck.json:1" && unreadable.severity == "error")
    #expect(unreadable.rule == "unreadable")
    #expect(
      unreadable.sentence.shows(
        ContentError.Problem.malformedJSON(expected: .word([anything])).sentence))
  }

  /// The findings of lint for a course whose glossary has a term that no section uses.
  @Test(arguments: ["course", "./course", "course/", "../place/course", "link", ".", "..", "/"])
  func lintReportsPathsRelativeToTheGivenFolder(folder: String) throws {
    let place = fresh + "/place"
    defer { try? FileManager.default.removeItem(atPath: fresh) }
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: TestCourse.folder, toPath: place + "/course")
    try FileManager.default.createSymbolicLink(
      atPath: place + "/link", withDestinationPath: "course")
    let file = place + "/course/glossary.json"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try text.replacing("\"term\": \"pre-activation\"", with: "\"term\": \"flux capacitor\"")
      .write(toFile: file, atomically: true, encoding: .utf8)
    let line = try Self.line(of: "\"term\": \"pre-activation\"", in: text)
    let start = [".": "/course", "..": "/course/sections"][folder, default: ""]
    let given = folder == "/" ? place + "/course/" : folder
    let run = try Shell.run(
      "/bin/sh",
      ["-c", "cd \"$1\" && exec \"$2\" lint \"$3\"", "sh", place + start, Binary.path, given])
    let name = given.hasSuffix("/") ? given + "glossary.json" : given + "/glossary.json"
    let found = try #require(Finding.all(in: run.output).first)
    #expect(found.place == "\(name):\(line)", "\(run.output)")
    #expect(found.severity == "warning" && found.rule == "term")
  }

  @Test func aNewCourseLintsCleanAndCanBeRead() throws {
    defer { try? FileManager.default.removeItem(atPath: fresh) }
    let made = try Binary.run(["new-course", fresh])
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.output == Words.Reports.courseMade(fresh) + "\n")
    let lint = try Binary.run(["lint", fresh])
    #expect(lint.status == 0, "\(lint.output)")
    let read = try Binary.run(["render", "lesson", "--course", fresh, "--size", "60x20"])
    #expect(read.output.shows("1 Hello"))
    let again = try Binary.run(["new-course", fresh])
    #expect(again.status == 73)
    #expect(again.errors.shows(Words.Files.isThere(fresh)))
  }
}

/// Checks that the tags of a document are balanced.
enum XMLShape {
  static func isBalanced(_ text: String) -> Bool {
    var open: [Substring] = []
    for part in text.split(separator: "<").dropFirst(text.hasPrefix("<") ? 0 : 1) {
      guard let end = part.firstIndex(of: ">") else { return false }
      let tag = part[..<end]
      if tag.hasSuffix("/") { continue }
      if tag.hasPrefix("/") {
        guard open.popLast() == tag.dropFirst() else { return false }
      } else {
        open.append(tag.prefix { $0 != " " })
      }
    }
    return open.isEmpty
  }
}

/// The learner's preferences in `$XDG_CONFIG_HOME/tutor/config.json`.
struct PreferencesFileTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/tutor-\(UUID().uuidString)"

  private func prefer(_ text: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder + "/tutor", withIntermediateDirectories: true)
    try text.write(toFile: folder + "/tutor/config.json", atomically: true, encoding: .utf8)
  }

  private func tutor(_ words: String...) throws -> (output: String, errors: String, status: Int32) {
    try tutor(words)
  }

  private func tutor(_ words: [String]) throws -> (output: String, errors: String, status: Int32) {
    try Binary.run(
      words, environment: ["XDG_CONFIG_HOME": folder, "LC_ALL": "C.UTF-8", "TERM": "xterm"])
  }

  @Test func preferencesApplyWithoutOptions() throws {
    try prefer(#"{ "charset": "ascii", "keys": { "w": "+", "+": "w" } }"#)
    let cards = try tutor("render", "cards").output
    let unlock = "w " + Words.Cards.unlock
    let first = Charset.ascii.text(Words.Cards.title(10, toGo: 10, again: 0))
    #expect(cards.shows(unlock) && cards.utf8.allSatisfy { $0 < 0x80 })
    #expect(try tutor("render", "cards", "--keys", "w").output.shows(first))
    #expect(try !tutor("render", "cards", "--keys", "+").output.shows(first))
    let blocks = try tutor("render", "cards", "--charset", "braille").output
    #expect(!blocks.utf8.allSatisfy { $0 < 0x80 })
    let asked = try tutor("cards", "--plain").output
    try prefer(#"{ "keys": { "w": "unlock", "y": "boundary" } }"#)
    #expect(try tutor("render", "cards").output.shows(unlock))
    try prefer(#"{ "plain": true, "charset": "ascii", "keys": { "w": "+", "+": "w" } }"#)
    let plain = try tutor("cards").output
    #expect(plain.shows(unlock) && plain == asked && plain != cards)
  }

  @Test func certificateRequirementsNameRemappedKeys() throws {
    try prefer(#"{ "keys": { "w": "r", "r": "w" } }"#)
    let record = folder + "/progress.sqlite"
    var past = RecordBuilder()
    for card in try TestCourse.small.get().deck.flashcards {
      past.add(#"{"suspended":{"card":"\#(card.id)","isSuspended":true}}"#, ago: 5000)
    }
    try past.write(to: record)
    let keys = KeyNames(
      try KeyMap([.character("w"): .character("r"), .character("r"): .character("w")]), .braille)
    let count = try TestCourse.small.get().deck.flashcards.count
    let words = Words.Certificate.fewSuspended(count, keys)
    #expect(words != Words.Certificate.fewSuspended(count, .usual))
    let printed = try tutor("certificate", "--progress", record).output
    #expect(printed.shows(words), "\(printed)")
    let report = try tutor("progress", "--json", "--progress", record).output
    #expect(report.shows(words), "\(report)")
  }

  @Test(arguments: [
    (
      #"{ "charset": "runes" }"#,
      "1:14: "
        + ContentError.Problem.wrongType(
          field: "charset", expected: .word(["auto", "ascii", "blocks", "braille"])
        ).sentence
    ),
    (
      "{\n\"size\": 1 }",
      "2:9: " + ContentError.Problem.unknownSetting("size", known: [anything]).sentence
    ),
    (
      #"{ "keys": { "z": "nxt-page" } }"#,
      "1:18: " + ContentError.Problem.unknownAction("nxt-page", known: ["next-page"]).sentence
    ),
    (
      #"{ "keys": { "Up": "Upp" } }"#,
      "1:19: " + ContentError.Problem.unknownKeyName("Upp").sentence
    ),
    ("{\n \"keys\": { \"?\": \"x\" } }", "2:10: " + KeyMap.Problem.lost("?").sentence),
    (#"{ "keys": { "C-c": "x" } }"#, "1:11: " + KeyMap.Problem.fixed(.control("c")).sentence),
    (
      #"{ "keys": }"#,
      "1:11: " + ContentError.Problem.malformedJSON(expected: .word([anything])).sentence
    ),
  ]) func errorsInPreferencesHaveLocations(text: String, problem: String) throws {
    try prefer(text)
    let run = try tutor("render", "home")
    #expect(run.status == 65 && run.output.isEmpty)
    #expect(run.errors.shows("tutor: \(folder)/tutor/config.json:\(problem)"), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1)
  }
}
