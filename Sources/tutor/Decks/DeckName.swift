import Foundation
import Lessons

/// Names under which added decks are stored.
enum DeckName {
  /// File extensions of decks, which are removed from names.
  private static let endings: Set<String> = [
    "anki", "csv", "json", "jsonl", "md", "tab", "text", "tsv", "txt",
  ]
  private static let longest = (characters: 60, bytes: 180)

  /// A readable file name made from a file's or deck's name: letters and digits of any script, hyphens for everything
  /// else.
  static func stem(for file: String) -> String {
    var name = file.split(separator: "/").last.map(String.init) ?? ""
    if let dot = name.lastIndex(of: "."),
      endings.contains(name[name.index(after: dot)...].lowercased())
    {
      name = String(name[..<dot])
    }
    var stem = ""
    for character in name.precomposedStringWithCanonicalMapping {
      let isKept = character.isLetter || character.isNumber || "._".contains(character)
      if isKept, stem.count < longest.characters {
        guard stem.utf8.count + character.utf8.count <= longest.bytes else { break }
        stem.append(character)
      } else if stem.last != "-", stem.count < longest.characters {
        stem.append("-")
      }
    }
    let trimmed = stem.drop { "-.".contains($0) }
    let end = trimmed.lastIndex { !"-.".contains($0) }.map { trimmed.index(after: $0) }
    return end.map { String(trimmed[..<$0]) } ?? "deck"
  }

  /// The first of `stem`, `stem-2`, `stem-3` … that no other deck has, ignoring case.
  static func free(_ stem: String, ending: String, among names: [String]) -> String {
    let taken = Set(names.map { key($0) })
    var number = 1
    while true {
      let name = number == 1 ? stem + ending : "\(stem)-\(number)\(ending)"
      if !taken.contains(key(name)) { return name }
      number += 1
    }
  }

  private static func key(_ name: String) -> String {
    name.precomposedStringWithCanonicalMapping.lowercased()
  }

  /// The name that version 1.0 gave a file.
  static func ofFirstVersion(for file: String) -> String {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    let isJSON = last.hasSuffix(".json")
    let stem = last.split(separator: ".").first.map(String.init) ?? "deck"
    let plain = stem.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }.prefix(60)
    return String(plain) + (isJSON ? ".json" : ".txt")
  }

  /// The id of a card whose id is already used by another deck.
  static func id(_ id: String, inDeck name: String) -> String {
    "deck-" + String("\(name)\u{1F}\(id)".stableNumber, radix: 16)
  }

  /// A name quoted for a shell.
  static func typed(_ name: String) -> String {
    let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || "-._/".contains($0) }
    if isPlain, !name.isEmpty { return name }
    return "'" + name.replacing("'", with: "'\\''") + "'"
  }
}
