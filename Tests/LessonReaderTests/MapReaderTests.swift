import Foundation
import Lessons
import TestCourse
import Testing

@testable import LessonReader

struct MapReaderTests {
  private let functions = TestCourse.functions
  private let deck = Deck(
    id: "d", title: "D",
    cards: [
      Card(
        id: "c", section: "one", form: .basic(front: "f", back: "b"), explanation: "e")
    ])

  private func source(_ text: String) throws -> SourceText {
    try SourceText(file: "file", bytes: Array(text.utf8))
  }

  private func map(_ text: String) throws -> MindMap {
    try MindMapReader(
      source: source(text), functions: functions, sections: ["one"], deck: deck
    ).mindMap()
  }

  @Test func nestedListsBecomeATree() throws {
    let map = try map("# Root\n\n- [a](#one)\n  - [b](card:c)\n  - c\n- [d](plot:relu)\n")
    #expect(map.root.title == "Root")
    #expect(map.root.children.map(\.title) == ["a", "d"])
    #expect(map.root.children[0].target == .section("one"))
    #expect(map.root.children[0].children.map(\.target) == [.card("c"), nil])
    #expect(map.root.children[1].target == .plot("relu"))
  }

  @Test(arguments: [
    ("# R\n\n- [a](#two)\n", 3, ContentError.Problem.unknownSection("two")),
    ("# R\n\n- a\n- [a](card:x)\n", 4, .unknownCard("x")),
    (
      "# R\n\n- [a](plot:x)\n", 3,
      .unknownFunction("x", known: TestCourse.functions.parameters.keys.sorted())
    ),
    ("# R\n\n- [a](http://x)\n", 3, .badLink("http://x")),
    ("# R\n\nwords\n", 1, .noMindMap),
  ])
  func errorsInAMindMapHaveALine(text: String, line: Int, problem: ContentError.Problem) throws {
    let error = #expect(throws: ContentError.self) { try map(text) }
    #expect(error?.line == line && error?.problem == problem)
  }

  @Test func timelineYearsMustAscend() throws {
    let text = """
      {"format":"tutor-timeline","version":1,"entries":[
      {"year":1986,"title":"t","text":"x","citation":"c","looked_up":true,"section":"one"},
      {"year":1943,"title":"t","text":"x","citation":"c","looked_up":false}]}
      """
    let error = #expect(throws: ContentError.self) {
      try TimelineReader(source: source(text), sections: ["one"]).timeline()
    }
    #expect(error?.line == 3)
    let good = text.replacing("1943", with: "1990")
    let timeline = try TimelineReader(source: source(good), sections: ["one"]).timeline()
    #expect(timeline.entries.map(\.year) == [1986, 1990])
    #expect(timeline.entries[1].section == nil && !timeline.entries[1].isLookedUp)
  }

  @Test func aGlossaryIsSortedAndItsLinksAreValid() throws {
    let text = """
      {"format":"tutor-glossary","version":1,"terms":[
      {"id":"b","term":"beta","definition":"d","section":"one","first":"zero","card":"c","plot":"relu"},
      {"id":"a","term":"Alpha","also":["first","σ"],"definition":"d","section":"one"}]}
      """
    func glossary(_ text: String) throws -> Glossary {
      try GlossaryReader(
        source: source(text), functions: functions, sections: ["zero", "one"], deck: deck
      ).glossary()
    }
    #expect(try glossary(text).terms.map(\.id) == ["a", "b"])
    #expect(try glossary(text).terms.map(\.first) == [nil, "zero"])
    #expect(try glossary(text).term(spelled: "FIRST")?.id == "a")
    #expect(try glossary(text).term(spelled: "σ")?.id == "a")
    #expect(try glossary(text).term(spelled: "Σ") == nil)
    for (old, new) in [
      ("\"card\":\"c\"", "\"card\":\"x\""), ("\"one\"", "\"two\""), ("zero", "two"),
      ("relu", "rellu"),
    ] {
      let error = #expect(throws: ContentError.self) {
        try glossary(text.replacing(old, with: new))
      }
      #expect(error?.line == 2)
    }
  }
}
