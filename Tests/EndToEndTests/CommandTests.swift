import Activations
import Foundation
import Lessons
import TestCourse
import Testing
import TutorScreens

/// The command line, without a terminal.
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

  @Test func oneWordIsAPlotAndTheFormatsAgree() throws {
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
    // Every number of the table reads back as the very double of the report.
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
    #expect(svg.contains("viewBox=\"0 0 800 500\"") && svg.contains(">Swish (β = 2)</text>"))
  }

  @Test func everyFunctionIsDescribed() throws {
    for activation in Catalogue.all {
      let words = try Binary.run(["plot", activation.id, "--describe"])
      #expect(words.status == 0)
      for part in ["Domain", "Range", "Asymptotes", "f(x)"] {
        #expect(words.output.contains(part), "\(activation.id)")
      }
    }
  }

  @Test(
    arguments: [
      (["rellu"], "choose from relu"), (["gelu/x=3...1"], "the smaller first"),
      (["elu", "--set", "alpha=nan"], "alpha = nan cannot be used"),
      (["elu", "--set", "alpha=1e400"], "alpha = inf cannot be used"),
      (["gelu", "--set", "beta=2"], "gelu has no parameter 'beta'"),
      (["gelu", "--x=1...1"], "--x=1...1 is no window"),
      (["gelu", "--x=3...1"], "the smaller first"), (["gelu", "--y=-inf...1"], "finite"),
      (["gelu", "--x=five"], "as in -4...4"), (["gelu", "--size", "1x1", "--print"], "12x4"),
      (["gelu", "--size", "10000x10000", "--print"], "1000x1000"),
      (["gelu", "--size", "0x9", "--print"], "1000x1000"),
      (["gelu", "--size", "9", "--format", "svg"], "as in 80x24"),
      (Array(repeating: "gelu", count: 27), "26 at most"),
    ] as [([String], String)])
  func badPlotsAreOneSentence(arguments: [String], words: String) throws {
    let run = try Binary.run(["plot"] + arguments)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("tutor: ") && run.errors.contains(words), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test func aCurveOutsideTheWindowIsSaidToBeThere() throws {
    let run = try Binary.run(["plot", "gelu", "--y=20...30", "--no-derivative", "--print"])
    #expect(run.status == 0)
    #expect(run.output.contains("GELU is below this window"))
  }

  @Test func withoutATerminalAPlotIsPrintedAndScreensAreNot() throws {
    let plot = try Binary.run(["plot", "gelu"], environment: ["LC_ALL": "C"])
    #expect(plot.status == 0)
    #expect(plot.output.contains("slope of GELU"))
    let home = try Binary.run([])
    #expect(home.status == 1)
    #expect(home.errors.hasPrefix("tutor: this needs a terminal"))
  }

  @Test func aRecordIsExportedMergedAndBackedUp() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/exchange-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let (here, there) = (folder + "/here.sqlite", folder + "/there.sqlite")
    let lines = """
      {"format":"tutor-record","version":1}
      {"id":"e1","time":1800000000,"utc_offset":0,"fact":{"review":{"card":"gelu-min","rating":3}}}
      {"id":"e2","time":1800000100,"utc_offset":0,"fact":{"sectionRead":{"_0":"gradients"}}}

      """
    try Data(lines.utf8).write(to: URL(fileURLWithPath: folder + "/a.jsonl"))
    func tutor(_ words: String...) throws -> (output: String, errors: String, status: Int32) {
      try Binary.run(["progress"] + words)
    }
    #expect(try tutor("export", "--progress", here).status == 66)
    let dry = try tutor("import", folder + "/a.jsonl", "--dry-run", "--progress", here)
    #expect(dry.output == "2 events would be added, 0 are known.\n")
    #expect(!FileManager.default.fileExists(atPath: here))
    let first = try tutor("import", folder + "/a.jsonl", "--progress", here)
    #expect(first.output == "2 events added, 0 were known.\n")
    let second = try tutor("merge", here, "--progress", there)
    #expect(second.output == "2 events added, 0 were known.\n")
    let again = try tutor("merge", here, "--progress", there)
    #expect(
      again.output.contains("is kept as") && again.output.contains("0 events added, 2 were known."))
    #expect(
      try tutor("export", "--progress", here).output == tutor("export", "--progress", there).output)
    let report = try tutor("--json", "--progress", there).output
    #expect(report.contains("\"reviews\" : 1"))
    let bad = try tutor("import", folder + "/here.sqlite", "--progress", there)
    #expect(bad.status == 65 && bad.errors.contains("here.sqlite:1:1"))
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
}

/// Courses and records that are not what they should be.
struct BadInputTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/bad-\(UUID().uuidString)"

  /// A copy of the bundled course with one file changed.
  private func course(_ file: String, _ change: (Data) -> Data?) throws -> String {
    let source = Binary.root + "/Content/activation-functions"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let copy = folder + "/course"
    try FileManager.default.copyItem(atPath: source, toPath: copy)
    let url = URL(fileURLWithPath: copy + "/" + file)
    if let changed = change(try Data(contentsOf: url)) {
      try changed.write(to: url)
    } else {
      try FileManager.default.removeItem(at: url)
    }
    return copy
  }

  private func complaint(
    _ file: String, status: Int32 = 65, _ change: (Data) -> Data?
  ) throws -> String {
    let copy = try course(file, change)
    let record = folder + "/record/progress.sqlite"
    let run = try Binary.run(["progress", "--course", copy, "--progress", record])
    #expect(run.status == status)
    #expect(run.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: record))
    return run.errors
  }

  private let section = "sections/05-gradients.md"

  @Test func aMissingFile() throws {
    let text = try complaint("deck.json", status: 66) { _ in nil }
    #expect(text.contains("deck.json:1:1: the file is missing"))
  }

  @Test func anEmptyFile() throws {
    let text = try complaint(section) { _ in Data() }
    #expect(text.contains("05-gradients.md:1:1: the file is empty"))
  }

  @Test func aTruncatedDeck() throws {
    let text = try complaint("deck.json") { $0.prefix($0.count / 2) }
    #expect(text.contains("deck.json:"))
    #expect(text.contains("this is not JSON"))
  }

  @Test func bytesThatAreNotUTF8() throws {
    let text = try complaint(section) { $0 + Data([0x0A, 0xC3, 0x28]) }
    #expect(text.contains("this is not UTF-8"))
  }

  @Test func aDuplicateId() throws {
    let text = try complaint("deck.json") { data in
      Data(
        String(decoding: data, as: UTF8.self)
          .replacing("\"id\": \"xor-line\"", with: "\"id\": \"collapse\"").utf8)
    }
    #expect(text.contains("the id 'collapse' was used before, in line"))
  }

  @Test func anUnknownFunctionInAFigure() throws {
    let text = try complaint(section) { data in
      Data(
        String(decoding: data, as: UTF8.self)
          .replacing("functions: sigmoid, tanh", with: "functions: sigmoyd").utf8)
    }
    #expect(text.contains("05-gradients.md:"))
    #expect(text.contains("there is no function 'sigmoyd'"))
  }

  @Test func aRecordThatIsNoDatabaseIsKeptUnderAnotherName() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let record = folder + "/progress.sqlite"
    try Data(String(repeating: "no database ", count: 200).utf8)
      .write(to: URL(fileURLWithPath: record))
    let terminal = try Tmux("TUTOR_PROGRESS=\(record) \(Binary.path)", size: (200, 24))
    try terminal.wait(for: "kept as")
    #expect(FileManager.default.fileExists(atPath: record + ".damaged-1"))
  }

  @Test func aTerminalThatCannotShowScreensIsExplained() throws {
    for (name, words) in [("dumb", "cannot place text"), ("nonsense", "unknown here")] {
      let terminal = try Tmux("TERM=\(name) \(Binary.path)")
      try terminal.wait(for: words)
      try terminal.wait(for: "ended with 1")
    }
  }

  private let fresh = FileManager.default.temporaryDirectory.path + "/new-\(UUID().uuidString)"

  @Test func lintFindsNothingWrongWithTheBundledCourse() throws {
    let run = try Binary.run(["lint"])
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output.contains("nothing to report"))
  }

  @Test func lintNamesThePlaceAndEndsWith65() throws {
    defer { try? FileManager.default.removeItem(atPath: fresh) }
    try FileManager.default.copyItem(
      atPath: Binary.root + "/Content/activation-functions", toPath: fresh)
    let file = fresh + "/sections/05-gradients.md"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try text.replacing("derivative(tanh, 3) = 0.0099", with: "derivative(tanh, 3) = 0.0098")
      .write(toFile: file, atomically: true, encoding: .utf8)
    let run = try Binary.run(["lint", fresh])
    #expect(run.status == 65)
    #expect(run.output.contains("05-gradients.md:"))
    #expect(run.output.contains("error: claim: `derivative(tanh, 3) = 0.0098` is false"))
    let json = try Binary.run(["lint", fresh, "--format", "json"])
    #expect(json.status == 65)
    let objects =
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    #expect(objects?.contains { $0["rule"] as? String == "claim" } == true)
    try "{".write(toFile: fresh + "/deck.json", atomically: true, encoding: .utf8)
    let broken = try Binary.run(["lint", fresh])
    #expect(broken.status == 65)
    #expect(broken.output.contains("deck.json:1:2: error: unreadable"))
  }

  /// What lint says of a course whose glossary has a term that no section uses.
  @Test(arguments: ["course", "./course", "course/", "../place/course", "link", ".", "..", "/"])
  func lintNamesFilesAsTheFolderWasGiven(folder: String) throws {
    let place = fresh + "/place"
    defer { try? FileManager.default.removeItem(atPath: fresh) }
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: Binary.root + "/Content/activation-functions", toPath: place + "/course")
    try FileManager.default.createSymbolicLink(
      atPath: place + "/link", withDestinationPath: "course")
    let file = place + "/course/glossary.json"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try text.replacing("\"term\": \"XOR\"", with: "\"term\": \"flux capacitor\"")
      .write(toFile: file, atomically: true, encoding: .utf8)
    let line = try #require(text.split(separator: "\n").firstIndex { $0.contains("\"XOR\"") }) + 1
    let start = [".": "/course", "..": "/course/sections"][folder, default: ""]
    let given = folder == "/" ? place + "/course/" : folder
    let run = try Shell.run(
      "/bin/sh",
      ["-c", "cd \"$1\" && exec \"$2\" lint \"$3\"", "sh", place + start, Binary.path, given])
    let name = given.hasSuffix("/") ? given + "glossary.json" : given + "/glossary.json"
    #expect(run.output.hasPrefix("\(name):\(line):"), "\(run.output)")
    #expect(run.output.contains(": warning: term: "))
  }

  @Test func aNewCourseLintsCleanAndCanBeRead() throws {
    defer { try? FileManager.default.removeItem(atPath: fresh) }
    let made = try Binary.run(["new-course", fresh])
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.output.contains("\n  tutor lint \(fresh) "))
    let lint = try Binary.run(["lint", fresh])
    #expect(lint.status == 0, "\(lint.output)")
    let read = try Binary.run(["render", "lesson", "--course", fresh, "--size", "60x20"])
    #expect(read.output.contains("1 Hello"))
    let again = try Binary.run(["new-course", fresh])
    #expect(again.status == 73)
    #expect(again.errors.contains("exists already"))
  }
}

/// Whether the tags of a document close in the order in which they open.
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

  @Test func theyCountWhereNothingElseIsAskedFor() throws {
    try prefer(#"{ "charset": "ascii", "keys": { "w": "n", "n": "w" } }"#)
    let cards = try tutor("render", "cards").output
    #expect(cards.contains("w unlock new cards") && cards.utf8.allSatisfy { $0 < 0x80 })
    #expect(try tutor("render", "cards", "--keys", "w").output.contains("1 of"))
    #expect(try !tutor("render", "cards", "--keys", "n").output.contains("1 of"))
    let blocks = try tutor("render", "cards", "--charset", "braille").output
    #expect(blocks.contains("─"))
    try prefer(#"{ "plain": true, "keys": { "w": "n", "n": "w" } }"#)
    let plain = try tutor("cards").output
    #expect(plain.contains("w unlock new cards") && !plain.contains("─"))
  }

  @Test func whatTheCertificateAsksForNamesTheLearnersOwnKeys() throws {
    try prefer(#"{ "keys": { "w": "r", "r": "w" } }"#)
    let record = folder + "/progress.sqlite"
    var past = RecordBuilder()
    for card in try TestCourse.bundled.get().deck.flashcards {
      past.add(#"{"suspended":{"card":"\#(card.id)","isSuspended":true}}"#, ago: 5000)
    }
    try past.write(to: record)
    for words in [["certificate"], ["progress", "--json"]] {
      let output = try tutor(words + ["--progress", record]).output
      #expect(output.contains("w under Progress asks them again"), "\(output)")
    }
  }

  @Test(arguments: [
    (#"{ "charset": "runes" }"#, "1:14: 'charset' must be auto, ascii, blocks, braille"),
    ("{\n\"size\": 1 }", "2:9: there is no setting 'size'"),
    (#"{ "keys": { "Up": "Upp" } }"#, "1:19: there is no key 'Upp'"),
    ("{\n \"keys\": { \"?\": \"x\" } }", "2:10: nothing would do any more what ? does"),
    (#"{ "keys": { "C-c": "x" } }"#, "1:11: Ctrl-C belongs to the terminal"),
    (#"{ "keys": }"#, "1:11: this is not JSON"),
  ]) func whatIsWrongWithThemIsSaidWithItsPlace(text: String, problem: String) throws {
    try prefer(text)
    let run = try tutor("render", "home")
    #expect(run.status == 65 && run.output.isEmpty)
    #expect(run.errors.hasPrefix("tutor: \(folder)/tutor/config.json:\(problem)"), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1)
  }
}
