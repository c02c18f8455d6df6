import Foundation
import TerminalUI
import TestCourse
import TestSupport
import Testing
import TutorScreens
import Words

@testable import LessonReader

/// A course, a record and file names full of control characters: none of them reaches the terminal.
struct HostileContentTests {
  /// All control characters of C0 and C1 except the line feed, and sequences that would change a terminal.
  private static let controls: String = {
    let scalars = (Array(0x01...0x1F) + Array(0x7F...0x9F)).filter { $0 != 0x0A }
    let all = String(String.UnicodeScalarView(scalars.compactMap { Unicode.Scalar(UInt32($0)) }))
    return all + "\u{1B}]0;PWN\u{7}\u{1B}[31337h\u{9B}31337h\u{9D}0;PWN\u{9C}\u{90}q\u{9C}"
  }()

  private let folder = FileManager.default.temporaryDirectory.path + "/tutor-\(UUID().uuidString)"
  private var course: String { folder + "/course" }
  private var record: String { folder + "/pro\u{1B}]0;PWN\u{7}gress.sqlite" }

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: TestCourse.folder, toPath: course)
    for file in try FileManager.default.subpathsOfDirectory(atPath: course) {
      let path = course + "/" + file
      if file.hasSuffix(".json"), !file.hasSuffix(".schema.json") { try poisonJSON(path) }
      if file.hasSuffix(".md"), file != "data/README.md" { try poisonMarkdown(path) }
    }
    try remember()
  }

  /// Inserts the controls after the first letter of texts in a JSON file, except ids, numbers and names.
  private func poisonJSON(_ path: String) throws {
    let names: Set = [
      "title", "text", "front", "back", "hint", "question", "reason", "citation", "meaning",
      "wrong", "prompt", "answer", "explanation", "left", "right", "subtitle", "topic_title",
    ]
    func poisoned(_ value: Any, _ name: String) -> Any {
      switch value {
      case let object as [String: Any]:
        return object.reduce(into: [String: Any]()) { $0[$1.key] = poisoned($1.value, $1.key) }
      case let list as [Any]: return list.map { poisoned($0, name) }
      case let text as String
      where names.contains(name) && text.contains(" ") && !text.contains("{{"):
        return String(text.prefix(1)) + Self.controls + String(text.dropFirst())
      default: return value
      }
    }
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    let object = poisoned(try JSONSerialization.jsonObject(with: data), "")
    try JSONSerialization.data(withJSONObject: object).write(to: URL(fileURLWithPath: path))
  }

  /// Inserts the controls in the middle of long words of prose, headings, code and tables.
  private func poisonMarkdown(_ path: String) throws {
    let controls = Self.controls.replacing("\r", with: "").replacing("\t", with: "")
    var isFigure = false
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map { line -> String in
      if line.hasPrefix("```") {
        isFigure =
          !isFigure && FigureBlock.languages.contains { line.hasSuffix($0) }
        return String(line)
      }
      guard !isFigure, !line.contains("]("), !line.contains("<!--"), line.count > 8,
        let word = line.firstRange(of: /[a-z]{6}/)
      else { return String(line) }
      let middle = line.index(word.lowerBound, offsetBy: 3)
      return String(line[..<middle]) + controls + String(line[middle...])
    }
    try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
  }

  /// Adds a note, a bookmark and a rewritten card with controls to the record.
  private func remember() throws {
    let text = String(
      decoding: try JSONEncoder().encode("a\(Self.controls)b"), as: UTF8.self)
    let place = #"{"section":"words","block":1,"offset":0}"#
    let facts = [
      #"{"note":{"section":"words","text":\#(text)}}"#,
      #"{"bookmark":{"name":\#(text),"position":\#(place)}}"#,
      #"{"rewritten":{"card":"line","front":\#(text),"back":\#(text)}}"#,
      #"{"answer":{"question":"q","isRight":false,"mode":"quiz","milliseconds":1,"mistake":\#(text)}}"#,
    ]
    let lines = facts.enumerated().map {
      #"{"id":"id-\#($0)","time":1700000000,"utc_offset":0,"fact":\#($1)}"#
    }
    let file = folder + "/past.jsonl"
    try ([#"{"format":"tutor-record","version":1}"#] + lines).joined(separator: "\n")
      .write(toFile: file, atomically: true, encoding: .utf8)
    let run = try Binary.run(["progress", "import", file, "--progress", record])
    try #require(run.status == 0, "\(run.errors)")
    #expect(Self.problem(in: Array(run.output.utf8)) == nil)
  }

  /// Finds bytes that a terminal could interpret as more than text.
  ///
  /// - Parameters:
  ///   - bytes: The output.
  ///   - allowsMoving: Whether sequences that only move and colour are allowed.
  /// - Returns: A description; nil if there are none.
  private static func problem(in bytes: [UInt8], allowsMoving: Bool = false) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    for scalar in text.unicodeScalars where scalar.properties.generalCategory == .control {
      switch scalar.value {
      case 0x0A: continue
      case 0x08, 0x0D,
        0x1B where allowsMoving:
        continue
      default: return "U+\(String(scalar.value, radix: 16))"
      }
    }
    if allowsMoving, text.contains(/\u{1B}[^\[\(\)=>78M]/) { return "a sequence of another kind" }
    if text.contains(/\u{1B}\[[0-9;?]*31337/) { return "a sequence of the content's" }
    return nil
  }

  @Test(arguments: Screens.names) func everyScreenIsDrawnWithoutControlCharacters(screen: String)
    throws
  {
    let keys = ["", "Down Down Enter", "Space Space G", "+ Space", "1 Enter", "' Down", "e", "?"]
    let looks = [["--charset", "braille"], ["--charset", "ascii"], ["--plain"]]
    for (index, key) in keys.enumerated() {
      let options = looks[(index + screen.utf8.count) % looks.count]
      let run = try Binary.run(
        ["render", screen, "--course", course, "--progress", record, "--keys", key] + options,
        environment: ["LC_ALL": "C.UTF-8"])
      #expect(run.status == 0, "\(run.errors)")
      #expect(!run.output.isEmpty)
      let problem = Self.problem(in: Array(run.output.utf8))
      #expect(problem == nil, "\(screen) \(key) \(options): \(problem ?? "")")
    }
  }

  @Test(arguments: [
    ("lesson", ["3"], " j j  n  ' \r"), ("cards", [], "+ 3 3 3o"), ("quiz", [], "w1\r\r2\r\r1\r\r"),
    ("map", [], "jjjj\r"), ("timeline", [], "jjj"), ("glossary", [], "jjjj"), ("progress", [], ""),
  ]) func noControlCharacterReachesTheTerminal(screen: String, more: [String], keys: String) throws
  {
    let arguments = [screen] + more + ["--course", course, "--progress", record]
    guard screen != "progress" else {
      let run = try Binary.run(arguments, environment: ["LC_ALL": "C.UTF-8"])
      #expect(Self.problem(in: Array(run.output.utf8)) == nil && run.status == 0)
      return
    }
    for (locale, size) in [("C.UTF-8", (80, 24)), ("C", (40, 12))] {
      let terminal = try Pty(arguments, size: size, environment: ["LC_ALL": locale])
      // A question whose answer is typed names no key for help.
      let isReady = terminal.wait {
        $0.text.shows("? " + Words.Frame.keys) || $0.text.shows(Words.Common.back)
      }
      #expect(isReady, "\(terminal.screen.text)")
      for key in keys {
        terminal.type(String(key))
        terminal.read(patience: 40)
      }
      for _ in 0..<6 where !terminal.hasEnded {
        terminal.type("\u{1B}")
        terminal.read(patience: 60)
        terminal.type("q")
      }
      #expect(terminal.waitForEnd() && terminal.status == 0)
      let problem = Self.problem(in: terminal.raw, allowsMoving: true)
      #expect(problem == nil, "\(screen) \(locale): \(problem ?? "")")
    }
  }

  @Test func errorsQuoteFileNamesWithoutControlCharacters() throws {
    let bad = folder + "/bad\u{1B}]0;PWN\u{7}\u{9B}"
    try FileManager.default.createDirectory(atPath: bad, withIntermediateDirectories: true)
    try #"{ "format": "\u001b]0;PWN\u0007" }"#.write(
      toFile: bad + "/lesson.json", atomically: true, encoding: .utf8)
    for arguments in [
      ["lesson", "--course", bad], ["render", "home", "--course", bad], ["lint", bad],
      ["lesson", "\u{1B}]0;PWN\u{7}"], ["plot", "\u{9B}31337h", "--print"], ["import", bad],
      ["verify", bad], ["progress", "restore", bad], ["render", "\u{1B}[31337h"],
      ["plot", "gelu", "--x=\u{1B}[31337h", "--print"], ["progress", "exam", "\u{1B}[31337h"],
    ] {
      let run = try Binary.run(arguments + (arguments[0] == "lint" ? [] : ["--progress", record]))
      #expect(run.status != 0)
      let text = run.errors + run.output
      #expect(!text.isEmpty && Self.problem(in: Array(text.utf8)) == nil, "\(arguments)")
    }
  }

  /// The parser's own messages quote the command line: names from `*`, and values of options of all kinds.
  @Test(
    arguments: [
      ["import", "a.txt", "@"], ["plot", "--format", "@"], ["plot", "--at", "@"],
      ["plot", "--set=@"], ["--@"], ["@"], ["quiz", "--count=@"], ["cards", "--new", "@"],
      ["export", "--format", "@"], ["lab", "@"], ["lab", "race", "--rate", "@"],
      ["progress", "@"], ["--charset", "@"], ["--seed=@"], ["completions", "@"], ["map", "@"],
      ["new-course", "x", "@"], ["lesson", "--course", "x", "y", "@"],
    ]) func errorsQuoteCommandLinesWithoutControlCharacters(words: [String]) throws
  {
    for evil in [
      "b\u{1B}]0;PWN\u{7}.txt", "b\n\u{9B}31337h\r", "b\u{202E}txt.\u{2066}", "b\u{200F}\u{7F}",
    ] {
      let run = try Binary.run(words.map { $0.replacing("@", with: evil) })
      #expect(run.status == 64 && run.output.isEmpty, "\(words): \(run.status) \(run.output)")
      #expect(Self.problem(in: Array(run.errors.utf8)) == nil, "\(words)")
      let lines = run.errors.split(separator: "\n")
      let first = try #require(lines.first)
      #expect(first.hasPrefix("Error: "), "\(run.errors)")
      #expect(!first.unicodeScalars.contains { $0.properties.isBidiControl }, "\(words)")
      // What was typed is in the first line, visible, and in no other.
      let typed = evil.withVisibleControls
      #expect(first.contains(typed), "\(first)")
      #expect(!lines.dropFirst().contains { $0.contains(typed) }, "\(run.errors)")
    }
  }

  @Test func helpFitsEveryWidth() throws {
    for columns in ["-1", "0", "1", "27", "60", "99999999999", "\u{1B}[31337h"] {
      for words in [["--help"], ["help", "plot"], ["--nonsense"]] {
        let run = try Binary.run(words, environment: ["COLUMNS": columns])
        #expect(run.status == (words == ["--nonsense"] ? 64 : 0), "\(columns): \(run.errors)")
        #expect(Self.problem(in: Array((run.output + run.errors).utf8)) == nil)
      }
    }
  }
}
