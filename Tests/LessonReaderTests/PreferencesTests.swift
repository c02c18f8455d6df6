import Foundation
import Lessons
import TestSupport
import Testing

@testable import LessonReader

struct PreferencesTests {
  private func read(_ text: String) throws(ContentError) -> Preferences {
    try PreferencesReader(
      .init(
        isKey: { $0.count == 1 || $0 == "Down" }, actions: ["next-page", "back"],
        charsets: ["auto", "ascii"],
        colors: ["auto", "never"])
    ).preferences(Array(text.utf8), file: "config.json")
  }

  @Test func everySettingIsRead() throws {
    let text = """
      {
        "$schema": "config.schema.json", "charset": "ascii", "color": "never", "plain": true,
        "keys": { "z": "u", "n": "Down", "x": "next-page" }
      }
      """
    let found = try read(text)
    #expect(found.charset == "ascii" && found.color == "never" && found.isPlain == true)
    #expect(found.keys == ["z": "u", "n": "Down", "x": "next-page"])
    #expect(found.keysPlace == (3, 11))
    #expect(try read("{}") == Preferences())
    #expect(try read("{ \"keys\": { \"x\": \" \" } }").keys == ["x": " "])
  }

  @Test(arguments: [
    ("{\n  \"colour\": \"never\" }", 2, 13), ("{ \"charset\": \"runes\" }", 1, 14),
    ("{ \"plain\": 1 }", 1, 12), ("{ \"keys\": {\n \"zz\": \"u\" } }", 2, 8),
    ("{ \"keys\": { \"z\": \"uu\" } }", 1, 18), ("{ \"keys\": { \"z\": \"\" } }", 1, 18),
    ("{ \"keys\": [] }", 1, 11), ("[]", 1, 1),
    ("{ \"color\": \"never\", }", 1, 21), ("", 1, 1),
  ]) func errorsHaveLocations(text: String, line: Int, column: Int) {
    let error = #expect(throws: ContentError.self) { try read(text) }
    #expect(error?.line == line && error?.column == column, "\(String(describing: error))")
  }

  @Test func onlyKnownActionsCanBeTriggered() {
    let unknown = #expect(throws: ContentError.self) {
      try read(#"{ "keys": { "z": "nxt-page" } }"#)
    }
    #expect(unknown?.problem == .unknownAction("nxt-page", known: ["next-page", "back"]))
    let noKey = #expect(throws: ContentError.self) {
      try read(#"{ "keys": { "next-page": "z" } }"#)
    }
    #expect(noKey?.problem == .unknownKeyName("next-page"))
  }

  /// The schema for editors lists the settings that the reader accepts.
  @Test func theSchemaNamesTheSameSettings() throws {
    let file = Repository.file("Content/config.schema.json")
    let schema = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
    let names = (schema?["properties"] as? [String: Any])?.keys.sorted() ?? []
    let error = #expect(throws: ContentError.self) { try read("{ \"x\": 1 }") }
    #expect(error?.problem == .unknownSetting("x", known: names))
  }
}
