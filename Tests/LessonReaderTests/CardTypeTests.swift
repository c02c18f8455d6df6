import Foundation
import Lessons
import TestCourse
import TestSupport
import Testing

@testable import LessonReader

/// Compares the lists of card types in the reader, the JSON schema and the guide for authors.
struct CardTypeTests {
  private static func json(_ path: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(contentsOf: Repository.file(path)))
  }

  /// The values that a schema allows for fields called `type`.
  private static func types(inSchema value: Any) -> Set<String> {
    switch value {
    case let list as [Any]: return list.reduce(into: []) { $0.formUnion(types(inSchema: $1)) }
    case let object as [String: Any]:
      let type = object["type"] as? [String: Any]
      let own = (type?["const"] as? String).map { [$0] } ?? type?["enum"] as? [String] ?? []
      return object.values.reduce(into: Set(own)) { $0.formUnion(types(inSchema: $1)) }
    default: return []
    }
  }

  @Test func theSchemaNamesAllCardTypes() throws {
    let schema = try Self.json("Content/activation-functions/deck.schema.json")
    #expect(Self.types(inSchema: schema) == CardScan.types)
  }

  @Test func theGuideForAuthorsNamesAllCardTypes() throws {
    let guide = try String(contentsOf: Repository.file("Content/README.md"), encoding: .utf8)
    for type in CardScan.types { #expect(guide.contains("`\(type)`"), "\(type)") }
  }

  /// The small course has cards of every type: a type that the reader did not know would be skipped.
  @Test func theReaderKnowsAllCardTypes() throws {
    let deck = try #require(try Self.json("Tests/Fixtures/course/deck.json") as? [String: Any])
    let cards = try #require(deck["cards"] as? [[String: Any]])
    #expect(Set(cards.compactMap { $0["type"] as? String }) == CardScan.types)
    #expect(try TestCourse.small.get().deck.cards.count == cards.count)
  }
}
