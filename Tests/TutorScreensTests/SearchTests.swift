import LessonLayout
import Lessons
import Practice
import TerminalUI
import TestSupport
import Testing
import Words

@testable import TutorScreens

/// The cost of a search does not depend on the query, and each step is short.
struct SearchTests {
  private let size = Size(width: 80, height: 24)

  private func search(in harness: ScreenHarness) throws -> LessonSearch {
    try #require(harness.session.top as? SearchScreen).search
  }

  private func naive(_ query: [Character], _ text: [Character]) -> [Int] {
    var places: [Int] = []
    var index = 0
    while !query.isEmpty, index + query.count <= text.count {
      let isHere = text[index..<(index + query.count)].elementsEqual(query)
      if isHere { places.append(index) }
      index += isHere ? query.count : 1
    }
    return places
  }

  @Test func matchesEqualANaiveSearch() {
    var generator = SeededGenerator(seed: 3)
    let alphabet: [Character] = ["a", "b", "é", "e\u{301}", "я", "漢"]
    for _ in 0..<2000 {
      let letters = alphabet.prefix(2 + Int(generator.next() % 5))
      let text = (0..<(generator.next() % 40)).map { _ in letters.randomElement(using: &generator)!
      }
      let query = (0..<(generator.next() % 6)).map { _ in letters.randomElement(using: &generator)!
      }
      let places = naive(query, text)
      #expect(LetterPattern(String(query)).places(in: text) == places)
      #expect(TextSearch(query: String(query)).isIn(String(text)) == !places.isEmpty)
    }
  }

  @Test func queriesWithACapitalAreCaseSensitive() {
    for (query, text, isIn) in [
      ("relu", "ReLU", true), ("ReLU", "relu", false), ("é", "É", true), ("É", "é", false),
      ("ß", "ß", true), ("яя", "ЯЯ", true), ("e", "é", false), ("", "a", false), ("i", "İ", false),
    ] {
      #expect(TextSearch(query: query).isIn(text) == isIn, "\(query) in \(text)")
    }
  }

  @Test(arguments: ["é", "a", "漢", "ab"]) func aLongQueryReadsEachLetterOnce(letter: String) {
    let text = String(repeating: letter, count: 2000)
    for count in [1, 10, 200] {
      let search = TextSearch(query: String(repeating: letter, count: count) + "z")
      var scan = search.scan(of: text)
      #expect(scan.resume(letters: .max) == false)
      #expect(scan.lettersRead <= text.count)
      // In steps the result is the same.
      var pieces = search.scan(of: text)
      var found: Bool?
      while found == nil { found = pieces.resume(letters: 7) }
      #expect(found == false && pieces.lettersRead == scan.lettersRead)
    }
  }

  @Test func aPasteSearchesOnce() throws {
    var harness = try ScreenHarness("home", size)
    harness.press("/")
    harness.session.paste("zz", in: &harness.context) { _, _ in nil }
    let once = try search(in: harness).lettersRead
    #expect(once > 1000)
    harness.session.paste(
      String(repeating: "é", count: 1 << 20), in: &harness.context, perform: { _, _ in nil })
    #expect(try search(in: harness).lettersRead <= once)
    #expect(try search(in: harness).search.query.count == 200)
    #expect(try search(in: harness).isDone && harness.session.tick == nil)
  }

  /// A lesson of megabytes, with the match at its end.
  @Test func aLongCourseIsSearchedBetweenKeys() throws {
    var harness = try ScreenHarness("home", size)
    let text = String(repeating: "long ", count: 300_000) + "needle"
    harness.context.bundle.lesson.sections[0].blocks.append(.code(language: "", text: text))
    harness.press("/")
    harness.type("needl")
    #expect(try !search(in: harness).isDone && search(in: harness).hits.isEmpty)
    #expect(harness.session.tick != nil)
    var before = try search(in: harness).lettersRead
    #expect(before <= SearchScreen.portion + 200)
    // A key in between is handled, and restarts the search.
    harness.type("e")
    #expect(try search(in: harness).lettersRead <= SearchScreen.portion + 200)
    before = 0
    while harness.session.tick != nil {
      harness.send(.tick)
      let read = try search(in: harness).lettersRead
      #expect(read - before <= SearchScreen.portion * 2 + 200)
      before = read
    }
    #expect(try search(in: harness).hits.count == 1)
    #expect(harness.shows(Words.Search.hits(1)))
  }

  /// Sections that are long enough for several ticks, with the match in the second to last.
  private func longLesson() throws -> ScreenHarness {
    var harness = try ScreenHarness("lesson", size)
    let line = Block.code(language: "", text: String(repeating: "filler\n", count: 1500))
    harness.context.bundle.lesson.sections = (0..<20).map { index in
      let last = Block.paragraph([Span(index == 18 ? "needle" : "hay")])
      return Section(id: "s\(index)", title: "S\(index)", blocks: [line, last])
    }
    harness.send(.appeared)
    return harness
  }

  private func section(in harness: ScreenHarness) throws -> Int {
    try #require(harness.session.top as? ReaderScreen).section
  }

  @Test func theReaderSearchesLongSectionsBetweenKeys() throws {
    var harness = try longLesson()
    harness.press("/")
    harness.type("needle")
    harness.press("Enter")
    #expect(harness.session.tick != nil)
    #expect(try section(in: harness) == 0)
    var ticks = 0
    while harness.session.tick != nil, ticks < 100 {
      harness.send(.tick)
      ticks += 1
    }
    // A tick searches three sections of 1,500 lines.
    #expect((3...10).contains(ticks))
    #expect(try section(in: harness) == 18)
    #expect(harness.selected == "needle")
  }

  @Test func aKeyCancelsASearchThroughLongSections() throws {
    var harness = try longLesson()
    harness.press("/")
    harness.type("needle")
    harness.press("Enter")
    harness.send(.tick)
    harness.press("Down")
    #expect(harness.session.tick == nil)
    #expect(try section(in: harness) == 0)
    harness.press("N")
    while harness.session.tick != nil { harness.send(.tick) }
    #expect(try section(in: harness) == 18)
  }

  /// All screens with text input.
  static let typing = [
    ("home", "/"), ("lesson", "/"), ("lesson", "m"), ("lesson", "e"), ("glossary", "/"),
    ("progress", "x"), ("lab-numerics", "e"), ("cards", "+ Space e"),
  ]

  @Test(arguments: typing) func aPasteIsTheSameAsTyping(screen: String, keys: String) throws {
    var typed = try ScreenHarness(screen, size)
    var pasted = typed
    typed.press(keys)
    pasted.press(keys)
    try #require(typed.session.isTyping, "\(screen) \(keys)")
    let isNote = keys == "e" && screen == "lesson"
    typed.type("GELU é")
    typed.press(isNote ? "Enter" : "Space")
    typed.type("1")
    pasted.session.paste("GELU\u{1B}\té\n1", in: &pasted.context) { _, _ in nil }
    #expect(pasted.text == typed.text)
    let megabyte = String(repeating: "aé漢\u{301}", count: 1 << 18)
    pasted.session.paste(megabyte, in: &pasted.context) { _, _ in nil }
    #expect(pasted.session.isTyping)
    #expect(pasted.text.count < 4000)
  }

  @Test func aFieldOfAMegabyteIsTruncatedOnDisplay() throws {
    let text = String(repeating: "word ", count: 200_000)
    #expect(
      text.shortened.count < 21_000 && text.shortened.hasSuffix(Words.Frame.cut(bytes: 1_000_000)))
    let marks = "e" + String(repeating: "\u{301}", count: 1 << 20)
    #expect(marks.shortened.unicodeScalars.count < 21_000)
    #expect("short".shortened == "short")
  }
}
