public import Lessons

/// Reads decks that a learner adds to a course: Anki's text export, or this program's JSON.
public struct AddedDeckReader: Sendable {
  let functions: FunctionNames
  let sections: Set<String>

  /// Reads a deck.
  ///
  /// - Parameters:
  ///   - bytes: The file; its format is detected from the bytes.
  ///   - file: Its name, for errors.
  /// - Returns: The deck.
  /// - Throws: `ContentError` if there is no card, or a JSON deck is invalid.
  public func deck(_ bytes: [UInt8], named file: String) throws(ContentError) -> AddedDeck {
    if let kind = ForeignDeck(bytes: bytes) { throw ContentError(file: file, .foreignDeck(kind)) }
    let source = try SourceText(file: file, bytes: bytes)
    if isJSON(source) {
      if let kind = ForeignDeck(json: source) { throw ContentError(file: file, .foreignDeck(kind)) }
      let deck = try DeckReader(source: source, functions: functions, sections: sections).deck()
      return AddedDeck(kind: .json, title: deck.title, cards: deck.cards)
    }
    if let kind = ForeignDeck(text: source) { throw ContentError(file: file, .foreignDeck(kind)) }
    return try AnkiTextReader(source: source, sections: sections).deck()
  }

  /// The bytes of a regular file.
  ///
  /// - Throws: `ContentError` if it cannot be read.
  public func contents(of path: String) throws(ContentError) -> [UInt8] {
    guard let bytes = ContentFile.contents(of: path) else {
      throw ContentError(file: path, .unreadable)
    }
    return bytes
  }

  private func isJSON(_ source: SourceText) -> Bool {
    guard let first = source.bytes.first(where: { $0 > 0x20 }) else { return false }
    let hasJSONName = source.file.lowercased().hasSuffix(".json")
    // A text file may begin with `{{c1::`.
    let next = source.bytes.drop { $0 <= 0x20 }.dropFirst().first { $0 > 0x20 }
    let isObject = first == UInt8(ascii: "{") && (next == 0x22 || next == UInt8(ascii: "}"))
    return isObject || hasJSONName
  }

  /// Replaces ids of cards in a JSON deck; everything else is kept byte for byte.
  ///
  /// - Parameters:
  ///   - ids: The new ids by the old ones.
  ///   - bytes: A valid deck.
  ///   - file: Its name, for errors.
  /// - Returns: The file with the new ids, also in links between its cards.
  /// - Throws: `ContentError` if it cannot be read.
  public func renaming(
    _ ids: [String: String], in bytes: [UInt8], named file: String
  ) throws(ContentError) -> [UInt8] {
    let source = try SourceText(file: file, bytes: bytes)
    let object = try JSONObject(try JSONText.parse(source), named: "deck", in: source)
    var result: [UInt8] = []
    var position = 0
    for entry in try object.objects("cards") {
      let nodes = ["id", "card"].compactMap { entry.node($0) }.sorted { $0.offset < $1.offset }
      for node in nodes {
        guard case .string(let old) = node.value, let new = ids[old] else { continue }
        result += source.bytes[position..<node.offset] + Array("\"\(new)\"".utf8)
        position = source.bytes.endOfString(at: node.offset)
      }
    }
    return result + source.bytes[position...]
  }
}

extension [UInt8] {
  /// The index after a JSON string's closing quotation mark.
  fileprivate func endOfString(at start: Int) -> Int {
    var place = start + 1
    while place < count, self[place] != UInt8(ascii: "\"") {
      place += self[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return Swift.min(place + 1, count)
  }
}
