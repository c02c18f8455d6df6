import Claims
import Foundation
import LessonReader
import Lessons
import TestCourse
import Testing
import Words

@testable import CourseLint

/// A copy of the small course that a test may change.
private struct CourseCopy {
  let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/lint-\(UUID().uuidString)"
    try FileManager.default.copyItem(
      atPath: TestCourse.folder, toPath: folder)
  }

  var reader: LessonBundleReader { TestCourse.reader(of: folder) }

  func replace(_ old: String, with new: String, in file: String) throws {
    let path = folder + "/" + file
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try #require(text.contains(old), "\(file) has no \(old)")
    let range = try #require(text.range(of: old))
    try text.replacingCharacters(in: range, with: new)
      .write(toFile: path, atomically: true, encoding: .utf8)
  }

  func findings() throws -> [String] {
    try CourseLint(reader).diagnostics.map { found in
      "\(found.file.dropFirst(folder.count + 1)):\(found.line) \(found.severity) \(found.rule)"
    }
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }
}

struct CourseLintTests {
  @Test func theBundledCourseIsCleanAndItsClaimsAreChecked() throws {
    let lint = try CourseLint(TestCourse.reader(of: TestCourse.bundledFolder))
    #expect(lint.diagnostics.isEmpty, "\(lint.diagnostics.map(\.text))")
    #expect(lint.checkedClaims > 0)
  }

  @Test(arguments: [
    ("layers=10", "layers=0"), ("activation=sigmoid&", "activation=softmax&"),
    ("layers=10", "depth=10"), ("lab:gradient", "lab:gradients"),
    ("plot:relu+gelu", "plot:relu+gelo"), ("plot:relu+gelu", "plot:relu/x=1...1"),
  ]) func linksToInstrumentsAreChecked(old: String, new: String) throws {
    let copy = try CourseCopy()
    defer { copy.remove() }
    #expect(try copy.findings().isEmpty)
    let file = "sections/03-figures.md"
    let path = copy.folder + "/" + file
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.contains("](") && $0.contains(old) })
    try copy.replace(old, with: new, in: file)
    #expect(try copy.findings() == ["\(file):\(line + 1) error link"])
  }

  @Test func aDiagnosisNeedsAStemAndNarrowLines() throws {
    let copy = try CourseCopy()
    defer { copy.remove() }
    let wide = String(repeating: "x", count: 70)
    try copy.replace("step 900", with: wide, in: "deck.json")
    let findings = try copy.findings().filter { $0.hasSuffix("wide") }
    #expect(findings.count == 1)
    try copy.replace("\"stem\": [", with: "\"steam\": [", in: "deck.json")
    #expect(try copy.findings().contains { $0.hasSuffix("error stem") })
  }

  /// The answer of a question about a point is computed.
  @Test(arguments: [
    ("\"answer\": 0,", "\"answer\": 0.5,", "point"),
    ("\"target\": \"maximum\"", "\"target\": \"minimum\"", "point"),
    ("\"target\": \"maximum\"", "\"target\": {\"crosses\": 0.1}", "point"),
    ("\"x\": 1,", "\"x\": 0.1,", "point"),
    ("\"derivative\": \"only\"", "\"derivative\": \"only\", \"y\": [-90, 90]", "illegible"),
  ]) func wrongPointsAreDetected(old: String, new: String, rule: String) throws {
    let copy = try CourseCopy()
    defer { copy.remove() }
    let path = copy.folder + "/deck.json"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let start = try #require(text.range(of: "\"q-point\""))
    let range = try #require(text.range(of: old, range: start.upperBound..<text.endIndex))
    try text.replacingCharacters(in: range, with: new)
      .write(toFile: path, atomically: true, encoding: .utf8)
    let findings = try copy.findings()
    #expect(
      !findings.isEmpty && findings.allSatisfy { $0.hasSuffix("error " + rule) }, "\(findings)")
  }

  /// The window of a sketch shows the landmarks of its curve, and nine handles can show them.
  @Test(arguments: [
    (#""functions": ["gelu"], "x": [-4, 4], "y": [-1, 4]"#, true),
    (#""functions": ["gelu"], "x": [-4, 4], "y": [-0.5, 1.5], "derivative": "only""#, true),
    (#""functions": ["relu6"], "x": [-4, 12], "y": [-1, 8]"#, true),
    (#""functions": ["relu6"], "x": [-4, 5], "y": [-1, 8]"#, false),
    (#""functions": ["relu"], "x": [-4, 3], "y": [-1, 4]"#, false),
    (#""functions": ["gelu"], "x": [-4, 4], "y": [-1, 3]"#, false),
    (#""functions": ["gelu"], "x": [-8, 8], "y": [-1, 8]"#, false),
    (#""functions": ["gelu"], "x": [0.5, 4], "y": [0, 4]"#, false),
    (#""functions": ["swiglu"], "parameters": {"b": 0}, "x": [-4, 4], "y": [-1, 4]"#, false),
  ]) func windowsOfSketchesAreChecked(plot: String, isGood: Bool) throws {
    let copy = try CourseCopy()
    defer { copy.remove() }
    let card =
      #"{"id": "drawn", "type": "sketch", "section": "words", "front": "F?", "#
      + #""explanation": "E.", "plot": {"# + plot + "}},"
    try copy.replace("\"cards\": [", with: "\"cards\": [" + card, in: "deck.json")
    let findings = try copy.findings()
    #expect(findings.isEmpty == isGood, "\(findings)")
    #expect(findings.allSatisfy { $0.hasSuffix("error sketch") })
  }

  @Test func theTestCourseLintsClean() throws {
    let lint = try CourseLint(TestCourse.reader(of: TestCourse.folder))
    #expect(lint.diagnostics.isEmpty, "\(lint.diagnostics.map(\.text))")
  }

  /// Changing the last digit of any checked number makes its claim fail.
  @Test func everyCheckedNumberMatters() throws {
    let copy = try CourseCopy()
    defer { copy.remove() }
    let sections = try copy.reader.sectionScans().flatMap { $0.scan.claims }
    let claims = (sections + (try copy.reader.cardScans().flatMap(\.claims))).map(\.text)
    var changed = 0
    for text in claims where !Claim(text).isExempt && !text.contains(where: { "<>".contains($0) }) {
      // The side after the last equals sign contains the claimed number.
      guard let sign = text.lastIndex(of: "="),
        !["yes", "no"].contains(text[sign...].dropFirst().drop { $0 == " " }),
        let digit = text.lastIndex(where: \.isNumber), digit > sign,
        let value = text[digit].wholeNumberValue
      else { continue }
      var mutated = text
      mutated.replaceSubrange(digit...digit, with: "\((value + 1) % 10)")
      #expect(try Claim(mutated).check() != .holds, "\(mutated)")
      changed += 1
    }
    #expect(changed > 10)
  }

  @Test func aNumberChangedOnlyInTheTextIsDetected() throws {
    let copy = try CourseCopy()
    defer { copy.remove() }
    try copy.replace(
      "is plain text over", with: "is plain text (0.37) over", in: "sections/01-words.md")
    let findings = try copy.findings()
    #expect(findings.count == 1)
    #expect(findings.first?.hasPrefix("sections/01-words.md:") == true)
    #expect(findings.first?.hasSuffix("error unchecked") == true)
  }

  @Test func aFalseClaimIsReportedWithItsLocation() throws {
    let copy = try CourseCopy()
    defer { copy.remove() }
    try copy.replace(
      "\"maxslope(sigmoid) = 0.25\"", with: "\"maxslope(sigmoid) = 0.35\"",
      in: "deck.json")
    let lint = try CourseLint(copy.reader)
    let rules = Set(lint.diagnostics.map(\.rule))
    #expect(rules == ["claim", "unchecked"])
    let claim = try #require(lint.diagnostics.first { $0.rule == "claim" })
    #expect(
      claim.message == Words.Lint.falseClaim("maxslope(sigmoid) = 0.35", computed: "0.25"))
    #expect(claim.line > 1 && claim.column > 1)
  }

  @Test(arguments: [
    ("deck.json", "\"text\": \"nowhere\"", "\"text\": \"none of the above\"", "above"),
    ("deck.json", "\"type\": \"gap\"", "\"type\": \"hologram\"", "type"),
    ("sections/01-words.md", "Take two layers", "[Take](#nowhere) two layers", "link"),
    (
      "sections/01-words.md", "layer 2:  -0.5",
      "layer 2:  and a great many words that nobody will ever see without scrolling  -0.5", "wide"
    ),
    (
      "sections/02-blocks.md", "# Every kind of block\n",
      "# Every kind of block\n\n```plot\nfunctions: relu, leaky-relu\nx: 0 to 4\n```\n",
      "illegible"
    ),
    ("glossary.json", "\"term\": \"pre-activation\"", "\"term\": \"flux capacitor\"", "term"),
    ("timeline.json", "Errors travel", "Errors of 15.3 % travel", "unchecked"),
    ("glossary.json", "A factor between 0 and 1.", "A factor up to 1.5.", "unchecked"),
    (
      "glossary.json", "\"definition\": \"A factor between 0 and 1.\"",
      "\"definition\": \"d\", \"check\": \"tanh(0) = 1\"", "claim"
    ),
    ("deck.json", "\"back\": \"One linear layer.\"", "\"back\": \"linear layers\"", "giveaway"),
  ])
  func errorsOfManyKindsAreFound(file: String, old: String, new: String, rule: String) throws {
    let copy = try CourseCopy()
    defer { copy.remove() }
    try copy.replace(old, with: new, in: file)
    let rules = try CourseLint(copy.reader).diagnostics.map(\.rule)
    #expect(rules.contains(rule), "\(rules)")
  }

  /// A term is a finding in every section before the one that introduces it, once, with its location.
  @Test func aTermBeforeItsSectionIsReportedWithItsLocation() throws {
    let copy = try CourseCopy()
    defer { copy.remove() }
    try copy.replace(
      "\"definition\": \"A factor between 0 and 1.\",\n      \"section\": \"words\"",
      with: "\"definition\": \"A factor between 0 and 1.\",\n      \"section\": \"figures\"",
      in: "glossary.json")
    let diagnostics = try CourseLint(copy.reader).diagnostics
    #expect(diagnostics.allSatisfy { $0.rule == "early" })
    let found = diagnostics.filter { $0.file.hasSuffix(".md") }
    #expect(found.map { $0.file.suffix(12) } == ["/01-words.md", "02-blocks.md"])
    #expect(found.map { [$0.line, $0.column] } == [[24, 6], [17, 24]])
    // Explained where it is used first, it is known from there on.
    try copy.replace(
      "\"section\": \"figures\"", with: "\"section\": \"figures\",\n      \"first\": \"words\"",
      in: "glossary.json")
    #expect(try copy.findings().isEmpty)
  }

  /// A card may name only what its section and those before it introduce.
  @Test func aTermOnACardBeforeItsSectionIsReported() throws {
    let copy = try CourseCopy()
    defer { copy.remove() }
    try copy.replace("\"first\": \"words\"", with: "\"first\": \"figures\"", in: "glossary.json")
    try copy.replace("It is the larger of 0 and x.", with: "Never a logit.", in: "deck.json")
    let found = try CourseLint(copy.reader).diagnostics.filter { $0.file.hasSuffix("deck.json") }
    #expect(found.map(\.rule) == ["early"])
  }

  /// Symbols count with their case, code and addresses do not, and the longest spelling is the term.
  @Test(arguments: [
    ("so σ and ⊙ come early", ["3:4", "3:10"]), ("a sum Σ is another letter", []),
    ("`σ(x)` in code of a line", ["3:2"]), ("```\nσ\n```", []),
    ("[a link](https://gain.example/gain)", []), ("no gain without a gain", ["3:4"]),
    ("gain of a network is another term", []),
  ]) func earlyUsesAreFoundInRunningText(text: String, places: [String]) throws {
    let copy = try CourseCopy()
    defer { copy.remove() }
    try copy.replace(
      "\"terms\": [",
      with: """
        "terms": [
        {"id": "s", "term": "sigma", "also": ["σ"], "definition": "d", "section": "figures"},
        {"id": "o", "term": "⊙", "definition": "d", "section": "figures"},
        {"id": "n", "term": "gain of a network", "definition": "d", "section": "words"},
        {"id": "g", "term": "gain", "definition": "d", "section": "figures"},
        """, in: "glossary.json")
    try copy.replace(
      "# Every kind of block\n", with: "# Every kind of block\n\n\(text)\n",
      in: "sections/02-blocks.md")
    let found = try CourseLint(copy.reader).diagnostics.filter {
      $0.rule == "early" && $0.file.hasSuffix(".md")
    }
    #expect(found.map { "\($0.line):\($0.column)" } == places)
  }

  /// The findings of lint for text below a section's title.
  private func remarks(on text: String) throws -> [String] {
    let copy = try CourseCopy()
    defer { copy.remove() }
    try copy.replace(
      "# Every kind of block\n", with: "# Every kind of block\n\n\(text)\n",
      in: "sections/02-blocks.md")
    return try CourseLint(copy.reader).diagnostics.map {
      "\($0.line):\($0.column) \($0.severity) \($0.rule)"
    }
  }

  @Test(
    arguments: [
      ("Run it with <file> given", ["3:13 warning html"]),
      (
        "- σ <x-y>\n\n  <p align=center>é <file>",
        ["3:5 warning html", "5:3 note html", "5:21 warning html"]
      ),
      ("a ![](x.png) ![w](y.png)", ["3:3 note picture", "3:14 note picture"]),
      ("<script>\nx\n</script>\n\n> <style>y</style>", ["3:1 warning html", "7:3 warning html"]),
      ("a[^b] c[^d]\n\n[^b]: x\n\n[^e]: y", ["3:8 warning footnote", "7:1 warning footnote"]),
      ("σ [a](javascript:b) <a href='file:///x'>c</a>", ["3:3 warning link", "3:21 warning link"]),
      (
        "$a$ σ $\\foo$ and\n$$\n\\foo\n$$\n<file>",
        ["3:7 note math", "4:1 note math", "7:1 warning html"]
      ),
      ("| a | b |\n|---|---|\n| x | <font color=red>y</font> |", ["5:7 note html"]),
      (
        "<!-- Apache 2.0 -->\n[is 1.5](https://a.example/v1.5) <b data-x=\"0.5\">b</b>",
        ["4:5 error unchecked"]
      ),
      ("~~~\n<file> 1.5\n```\n~~~\n\n````\n```plot\n````", []),
      ("2<sup>10</sup> <b>b</b> <br> <kbd>x</kbd>\n\n> [!NOTE]\n> $x$", []),
    ] as [(String, [String])])
  func unsupportedMarkupIsReportedWithItsLocation(text: String, found: [String]) throws {
    #expect(try remarks(on: text) == found)
  }
}
