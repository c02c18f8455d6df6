import FoundationEssentials
import Lessons
import Testing

@testable import LessonReader

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A course folder in a temporary directory, removed with the value.
private final class Folder {
  let path: String

  init(_ files: [String: String]) throws {
    path = FileManager.default.temporaryDirectory.path + "/course-\(UUID().uuidString)"
    for (name, text) in files {
      let file = URL(fileURLWithPath: path + "/" + name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

private let lessonFile = """
  {"format": "tutor-lesson", "version": 1, "id": "l", "title": "L", "edition": "1",
   "sections": [{"id": "one", "file": "one.md"}]}
  """
private let sectionFile = """
  # One *fine* title

  Text with `code`, **strong** and ~~struck~~ words.

  | a | b |
  |---|--:|
  | 1 | 2 |

  ```plot
  functions: relu
  x: -2 to 2
  ```
  """
private let deckFile = """
  {"format": "tutor-deck", "version": 1, "deck": {"id": "d", "title": "D"},
   "cards": [
    {"id": "c", "type": "basic", "section": "one", "front": "f", "back": "b", "explanation": "e"},
    {"id": "q", "type": "choice", "section": "one", "front": "f", "card": "c", "explanation": "e",
     "choices": [{"id": "a", "text": "x", "correct": true}, {"id": "b", "text": "y"}]}
   ]}
  """
private let functions = FunctionNames(["relu": [:], "elu": ["alpha": 0...10]])

struct LessonBundleReaderTests {
  private func bundle(
    lesson: String = lessonFile, section: String = sectionFile, deck: String = deckFile
  ) throws -> LessonBundle {
    let folder = try Folder(["lesson.json": lesson, "one.md": section, "deck.json": deck])
    return try LessonBundleReader(folder: folder.path, functions: functions).bundle()
  }

  private func problem(
    lesson: String = lessonFile, section: String = sectionFile, deck: String = deckFile
  ) -> (String, ContentError.Problem)? {
    do {
      _ = try bundle(lesson: lesson, section: section, deck: deck)
      return nil
    } catch let error as ContentError {
      let name = error.file.split(separator: "/").last ?? ""
      return ("\(name):\(error.line):\(error.column)", error.problem)
    } catch {
      return nil
    }
  }

  @Test func aValidCourseIsReadCompletely() throws {
    let bundle = try bundle()
    let section = try #require(bundle.lesson.sections.first)
    #expect(section.title == "One fine title")
    #expect(section.blocks.count == 3)
    #expect(
      section.blocks[0]
        == .paragraph([
          Span("Text with "), Span("code", .code), Span(", "), Span("strong", .strong),
          Span(" and "), Span("struck", .struck), Span(" words."),
        ]))
    guard case .table(let table) = section.blocks[1] else {
      Issue.record("no table")
      return
    }
    #expect(table.alignments == [.left, .right])
    #expect(table.rows == [[[Span("1")], [Span("2")]]])
    #expect(section.blocks[2] == .figure(.plot(PlotFigure(functions: ["relu"], x: -2...2))))
    #expect(bundle.deck.card(id: "q")?.flashcardID == "c")
  }

  @Test func predictionsAndExercisesAreCheckedAgainstTheDeck() throws {
    func section(_ id: String) -> String {
      "# T\n\n```predict\nid: \(id)\nask: a\nright: b\nwrong: c\ngap: d\n```\n\n```plot\nfunctions: relu\n```\n"
    }
    #expect(problem(section: section("new")) == nil)
    let used = try #require(problem(section: section("q")))
    #expect(used == ("one.md:4:5", .usedID("q")))
    let unknown = try #require(problem(section: "# T\n\n```exercise\nhalf: q\nalone: x\n```\n"))
    #expect(unknown == ("one.md:5:8", .unusableExercise("x")))
    let card = try #require(problem(section: "# T\n\n```exercise\nhalf: c\n```\n"))
    #expect(card.1 == .unusableExercise("c"))
  }

  @Test func hintsAreReadInOrder() throws {
    func deck(_ field: String) -> String {
      deckFile.replacing("\"id\": \"q\"", with: "\"id\": \"q\", " + field)
    }
    let several = try bundle(deck: deck("\"hints\": [\"a\", \"b\"]")).deck
    #expect(several.card(id: "q")?.hints == ["a", "b"])
    #expect(several.card(id: "c")?.hints == [])
    // Older decks have one.
    #expect(try bundle(deck: deck("\"hint\": \"a\"")).deck.card(id: "q")?.hints == ["a"])
    let four = try #require(problem(deck: deck("\"hints\": [\"a\", \"b\", \"c\", \"d\"]")))
    #expect(four.1 == .outOfRange(field: "hints", allowed: .items(0...3)))
    #expect(try #require(problem(deck: deck("\"hints\": [\" \"]"))).1 == .empty)
  }

  @Test func truncatedJSONIsReportedWithItsLocation() throws {
    let found = try #require(problem(deck: String(deckFile.dropLast(3))))
    #expect(found == ("deck.json:6:1", .malformedJSON(expected: .symbols([",", "]"]))))
  }

  @Test func emptyAndForeignFilesAreRefused() throws {
    #expect(try #require(problem(deck: " \n")) == ("deck.json:1:1", .empty))
    #expect(try #require(problem(section: "no title")) == ("one.md:1:1", .missingTitle))
    #expect(
      try #require(problem(deck: deckFile.replacing("\"version\": 1", with: "\"version\": 9")))
        == ("deck.json:1:37", .newerVersion(found: 9, known: 1)))
  }

  @Test func invalidUTF8IsReportedWithItsLocation() throws {
    let folder = try Folder(["lesson.json": lessonFile, "deck.json": deckFile])
    var bytes = Data("# T\n\nab".utf8)
    bytes.append(0xFF)
    try bytes.write(to: URL(fileURLWithPath: folder.path + "/one.md"))
    let error = #expect(throws: ContentError.self) {
      try LessonBundleReader(folder: folder.path, functions: functions).bundle()
    }
    #expect(error?.line == 3)
    #expect(error?.column == 3)
    #expect(error?.problem == .notUTF8)
  }

  @Test func idsMustBeValidAndUnique() throws {
    let double = deckFile.replacing("\"id\": \"q\"", with: "\"id\": \"c\"")
    #expect(
      try #require(problem(deck: double)) == ("deck.json:4:10", .duplicateID("c", firstLine: 3)))
    let bad = deckFile.replacing("\"id\": \"q\"", with: "\"id\": \"Q 1\"")
    #expect(try #require(problem(deck: bad)) == ("deck.json:4:10", .badID("Q 1")))
    let none = deckFile.replacing("\"id\": \"q\", ", with: "")
    #expect(try #require(problem(deck: none)) == ("deck.json:4:3", .missingField("id")))
  }

  @Test func idsOfRetiredCardsAreNotUsedAgain() throws {
    func file(_ retired: String) -> String {
      deckFile.replacing("\n ]}", with: "\n ],\n \"retired\": [\(retired)]}")
    }
    #expect(problem(deck: file("{\"id\": \"old\"}, {\"id\": \"x\", \"into\": \"q\"}")) == nil)
    for (retired, place, problem) in [
      ("{\"id\": \"c\"}", "deck.json:7:21", ContentError.Problem.retiredID("c", line: 3)),
      ("{\"id\": \"x\", \"into\": \"y\"}", "deck.json:7:34", .unknownHeir("y")),
      ("{\"id\": \"x\", \"into\": \"x\"}", "deck.json:7:34", .unknownHeir("x")),
      ("{\"id\": \"x\"}, {\"id\": \"x\"}", "deck.json:7:34", .duplicateID("x", firstLine: 7)),
      ("{\"id\": \"X\"}", "deck.json:7:21", .badID("X")),
      ("{}", "deck.json:7:14", .missingField("id")),
    ] {
      let found = try #require(self.problem(deck: file(retired)))
      #expect(found == (place, problem), "\(found)")
    }
  }

  @Test func aQuestionHasOneRightChoice() throws {
    let none = deckFile.replacing(", \"correct\": true", with: "")
    #expect(try #require(problem(deck: none)) == ("deck.json:5:15", .correctChoices(0)))
  }

  @Test func linksMustHaveATarget() throws {
    let card = deckFile.replacing("\"card\": \"c\"", with: "\"card\": \"x\"")
    #expect(try #require(problem(deck: card)).1 == .unknownCard("x"))
    let section = deckFile.replacing("\"section\": \"one\"", with: "\"section\": \"two\"")
    #expect(try #require(problem(deck: section)).1 == .unknownSection("two"))
  }

  @Test func errorsInFiguresAreReported() throws {
    let unknown = sectionFile.replacing("relu", with: "rellu")
    #expect(
      try #require(problem(section: unknown))
        == ("one.md:10:12", .unknownFunction("rellu", known: ["elu", "relu"])))
    let key = sectionFile.replacing("x: -2", with: "xx: -2")
    #expect(try #require(problem(section: key)).0 == "one.md:11:1")
    let parameter = sectionFile.replacing("x: -2 to 2", with: "set: alpha=1")
    #expect(
      try #require(problem(section: parameter)).1 == .unknownParameter("alpha", known: []))
  }

  @Test func errorsInFiguresInQuotesAndListsHaveFileLocations() throws {
    let quoted = "# T\n\n> - ```plot\n>   functions: relu\n>   derivative: x\n>   ```"
    #expect(try #require(problem(section: quoted)).0 == "one.md:5:17")
    // The fence is indented, and the lines are not.
    #expect(
      try #require(problem(section: "# T\n   ```plot\nfunctions: x\n   ```")).0 == "one.md:3:12")
    #expect(try #require(problem(section: "# T\n\n```plot")).0 == "one.md:3:1")
  }

  @Test(arguments: ["\r\n", "\r"]) func allLineEndingsAreAccepted(end: String) throws {
    let read = try bundle(
      lesson: lessonFile.replacing("\n", with: end),
      section: sectionFile.replacing("\n", with: end),
      deck: deckFile.replacing("\n", with: end))
    #expect(read.lesson.sections == (try bundle()).lesson.sections)
    let wrong = sectionFile.replacing("-2 to 2", with: "2 to -2").replacing("\n", with: end)
    #expect(try #require(problem(section: wrong)).0 == "one.md:11:4")
  }

  /// Blocks are processed recursively, and the stack is limited.
  @Test(arguments: [
    (String(repeating: ">", count: 100_000) + " deep", "one.md:3:1"),
    (String(repeating: "- ", count: 5000) + "x", "one.md:3:1"),
    (
      (0..<1000).map { String(repeating: "  ", count: $0) + "- x" }.joined(separator: "\n"),
      "one.md:34:1"
    ),
    (
      String(repeating: "*", count: 20_000) + "a" + String(repeating: "*", count: 20_000),
      "one.md:3:1"
    ),
  ]) func deepNestingIsRefused(text: String, place: String) throws {
    let found = try #require(problem(section: "# T\n\n" + text))
    #expect(found.0 == place && found.1 == .nestedTooDeeply)
  }

  @Test(arguments: ["1 to 1.0000000000001", "-1e309 to 1e308", "-inf to 1", "2 to 2", "nan to 1"])
  func invalidWindowsAreRejected(window: String) throws {
    let text = "# T\n\n```plot\nfunctions: relu\nx: \(window)\n```"
    #expect(try #require(problem(section: text)).0 == "one.md:5:4")
  }

  @Test func topicNumbersOutOfRangeAreRefused() throws {
    let lesson = lessonFile.replacing(
      "\"edition\"",
      with:
        "\"course\": {\"title\": \"C\", \"topics\": [\"a\"], \"topic\": -9223372036854775808}, \"edition\""
    )
    let found = try #require(problem(lesson: lesson)).1
    #expect(found == .outOfRange(field: "topic", allowed: .between("1", "1")))
  }

  @Test func halfASurrogatePairIsRejected() throws {
    for half in [#"\ud83d"#, #"\ud83d\ud83d"#, #"\ud83d\u0041"#, #"\ude00"#] {
      let deck = deckFile.replacing("\"D\"", with: "\"\(half)\"")
      #expect(
        try #require(problem(deck: deck)).1 == .malformedJSON(expected: .surrogatePair))
    }
    #expect(
      try bundle(deck: deckFile.replacing("\"D\"", with: #""\ud83d\ude00""#)).deck.title == "😀")
  }

  @Test func pathsOutsideTheFolderAreRefused() throws {
    let lesson = lessonFile.replacing("one.md", with: "../one.md")
    #expect(try #require(problem(lesson: lesson)).1 == .unsafePath("../one.md"))
  }

  @Test func symbolicLinksOutOfTheFolderAreRefused() throws {
    let outside = try Folder(["one.md": sectionFile])
    let folder = try Folder(["lesson.json": lessonFile, "deck.json": deckFile])
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/one.md", withDestinationPath: outside.path + "/one.md")
    let error = #expect(throws: ContentError.self) {
      try LessonBundleReader(folder: folder.path, functions: functions).bundle()
    }
    #expect(error?.problem == .unsafePath("one.md"))
  }

  @Test func missingFilesAreNamed() throws {
    let folder = try Folder(["lesson.json": lessonFile])
    let error = #expect(throws: ContentError.self) {
      try LessonBundleReader(folder: folder.path, functions: functions).bundle()
    }
    #expect(error?.file.hasSuffix("/one.md") == true)
  }

  @Test func pipesAndDevicesDoNotBlock() throws {
    let folder = try Folder(["lesson.json": lessonFile, "deck.json": deckFile])
    try #require(mkfifo(folder.path + "/one.md", 0o600) == 0)
    let error = #expect(throws: ContentError.self) {
      try LessonBundleReader(folder: folder.path, functions: functions).bundle()
    }
    #expect(error?.problem == .unreadable)
    #expect(error?.file.hasSuffix("/one.md") == true)
  }

  @Test func errorsInSectionsAreReportedFirst() throws {
    let text = sectionFile.replacing("relu", with: "rellu")
    let (place, _) = try #require(problem(section: text, deck: "{"))
    #expect(place.hasPrefix("one.md"))
    #expect(try #require(problem(deck: "{")).0.hasPrefix("deck.json"))
  }

  @Test(arguments: [
    ("no gap", 0), ("a ___ gap", 1), ("___", 1), ("__ ___ _", 1), ("___ or ______", 3),
  ])
  func gapsAreCounted(text: String, count: Int) {
    #expect(GapQuestion.gaps(in: text) == count)
  }

  @Test func aGapQuestionHasOneGap() throws {
    let deck = deckFile.replacing(
      "\"type\": \"choice\"",
      with: #""type": "gap", "text": "two ___ and ___", "answers": ["a"]"#)
    #expect(try #require(problem(deck: deck)).1 == .badGap)
  }

  @Test func cardsOfUnknownTypesAreSkipped() throws {
    let deck = deckFile.replacing("\"type\": \"choice\"", with: "\"type\": \"hologram\"")
    #expect(try bundle(deck: deck).deck.cards.map(\.id) == ["c"])
  }

  @Test(arguments: [
    (#""functions": ["relu"], "layers": 20, "at": 0.5"#, ""),
    (#""functions": [], "layers": 20, "at": 0"#, "functions"),
    (#""functions": ["rellu"], "layers": 20, "at": 0"#, "rellu"),
    (#""functions": ["relu"], "layers": 0, "at": 0"#, "between(\"1\", \"100\")"),
    (#""functions": ["relu"], "layers": 1.5, "at": 0"#, "wholeNumber"),
    (#""functions": ["relu"], "layers": 5"#, "at"),
    (#""functions": ["relu"], "layers": 5, "at": 21"#, "between(\"-20\", \"20\")"),
  ]) func networksAreReadAndTheirErrorsReported(network: String, expected: String) throws {
    let deck = deckFile.replacing(
      #""type": "choice""#, with: #""type": "network", "network": {\#(network)}"#)
    guard expected.isEmpty else {
      #expect("\(try #require(problem(deck: deck)).1)".contains(expected))
      return
    }
    let card = try #require(try bundle(deck: deck).deck.questions.first)
    guard case .network(let figure, _) = card.form else {
      Issue.record("\(card.form)")
      return
    }
    #expect(figure == GradientFigure(functions: ["relu"], layers: 20, input: 0.5))
  }

  @Test func errorsInFiguresOfEveryKindAreReported() throws {
    func section(_ language: String, _ lines: String) -> String {
      "# T\n\n```\(language)\n\(lines)\n```\n"
    }
    for (text, place, problem) in [
      (
        section("softmax", "labels: a, b"), "one.md:4:1",
        ContentError.Problem.missingField("logits")
      ),
      (
        section("softmax", "logits: 1, x"), "one.md:4:9",
        .badFigureValue(key: "logits", expected: .numbers(2...8, each: .between("-20", "20")))
      ),
      (
        section("softmax", "logits: 1, 2\nlabels: a"), "one.md:5:9",
        .tooFew(field: "labels", needed: 2, found: 1)
      ),
      (
        section("gradient", "functions: relu\nlayers: 2.5"), "one.md:5:9",
        .badFigureValue(key: "layers", expected: .wholeNumber)
      ),
      (
        section("collapse", "first: 1"), "one.md:4:8",
        .badFigureValue(key: "first", expected: .numbers(2...2, each: .between("-10", "10")))
      ),
      (
        section("plot", "functions: relu\nfunctions: elu"), "one.md:5:1", .duplicateKey("functions")
      ),
    ] {
      let found = try #require(self.problem(section: text))
      #expect(found == (place, problem), "\(found)")
    }
  }

  @Test func sectionQuestionsMustBeAnswerableByKeys() throws {
    let lesson = lessonFile.replacing("\"file\"", with: "\"checks\": [\"c\"], \"file\"")
    #expect(try #require(problem(lesson: lesson)).1 == .unknownQuestion("c"))
  }

  @Test(arguments: [
    String(repeating: ">", count: 60) + " deep",
    String(repeating: "x", count: 1_000_000),
    "|" + String(repeating: "h|", count: 200) + "\n|" + String(repeating: "-|", count: 200)
      + "\n|" + String(repeating: "c|", count: 200),
    "e" + String(repeating: "\u{301}", count: 10_000),
    "שלום \u{202E}abc\u{2069} 👩‍👩‍👧‍👦 \u{200D}\u{200B}",
  ])
  func hostileMarkdownIsRead(text: String) throws {
    #expect(try !bundle(section: "# T\n\n" + text).lesson.sections[0].blocks.isEmpty)
  }
}
