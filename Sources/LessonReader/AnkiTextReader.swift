import Lessons

/// Reads the text file that Anki exports and imports: lines of settings, then a note a record.
///
/// A note becomes a basic card or a cloze. Its id is the column that the file calls `guid`, or a digest of it
/// where it is not written as ids are; without such a column it follows from the front.
///
/// - Source: Anki's manual, "Importing: Text Files"; quoting as in RFC 4180.
struct AnkiTextReader {
  let source: SourceText
  /// Ids of the lesson's sections: a tag of that name puts a card there.
  let sections: Set<String>

  /// What the lines at the beginning say.
  private struct Settings {
    var separator: UInt8?
    var isHTML = false
    var tags: [String] = []
    var guid: Int?
    var notetype: Int?
    var deck: Int?
    var tagsColumn: Int?
  }

  /// Fields with the bytes at which they begin.
  private typealias Field = (text: String, offset: Int)

  /// Reads every card.
  ///
  /// - Throws: `ContentError` at the first record that makes no card.
  func cards() throws(ContentError) -> [Card] {
    var settings = Settings()
    let start = readSettings(&settings)
    let separator = settings.separator ?? guessed(from: start)
    var cards: [Card] = []
    var lines: [String: Int] = [:]
    for record in try records(from: start, separator: separator) {
      let offset = record.first?.offset ?? start
      let card = try card(record, settings)
      if let first = lines[card.id] {
        throw source.error(at: offset, .duplicateID(card.id, firstLine: first))
      }
      lines[card.id] = source.line(at: offset)
      cards.append(card)
    }
    if cards.isEmpty { throw source.error(at: 0, .noCards) }
    return cards
  }

  // MARK: Settings

  /// Reads the lines that begin with `#`; returns where the records begin.
  private func readSettings(_ settings: inout Settings) -> Int {
    var position = 0
    while position < source.bytes.count, source.bytes[position] == UInt8(ascii: "#") {
      let end = source.bytes[position...].firstIndex(of: 0x0A) ?? source.bytes.count
      let line = String(decoding: source.bytes[(position + 1)..<end], as: UTF8.self)
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 {
        set(parts[0].lowercased(), to: String(parts[1]), in: &settings)
      }
      position = min(end + 1, source.bytes.count)
    }
    return position
  }

  private func set(_ key: String, to value: String, in settings: inout Settings) {
    let column = Int(value).flatMap { (1...100).contains($0) ? $0 - 1 : nil }
    switch key {
    case "separator": settings.separator = Self.separator(value)
    case "html": settings.isHTML = value.lowercased() == "true"
    case "tags": settings.tags = value.split(separator: " ").map(String.init)
    case "guid column": settings.guid = column
    case "notetype column": settings.notetype = column
    case "deck column": settings.deck = column
    case "tags column": settings.tagsColumn = column
    default: break
    }
  }

  private static func separator(_ name: String) -> UInt8? {
    let names: [String: UInt8] = [
      "comma": 0x2C, "semicolon": 0x3B, "tab": 0x09, "space": 0x20, "pipe": 0x7C, "colon": 0x3A,
    ]
    return names[name.lowercased()] ?? (name.utf8.count == 1 ? name.utf8.first : nil)
  }

  /// The first of tab, semicolon and comma that the first record has.
  private func guessed(from start: Int) -> UInt8 {
    let line = source.bytes[start...].prefix { $0 != 0x0A }
    return [0x09, 0x3B, 0x2C].first { line.contains($0) } ?? 0x09
  }

  // MARK: Records

  private func records(
    from start: Int, separator: UInt8
  ) throws(ContentError) -> [[Field]] {
    var records: [[Field]] = []
    var position = start
    while position < source.bytes.count {
      if source.bytes[position] == UInt8(ascii: "#") {
        position = (source.bytes[position...].firstIndex(of: 0x0A) ?? source.bytes.count) + 1
        continue
      }
      var record: [Field] = []
      var isOver = false
      while !isOver {
        let offset = position
        let text = try field(at: &position, separator: separator)
        record.append((text, offset))
        isOver = position >= source.bytes.count || source.bytes[position] != separator
        position += 1
      }
      let isBlank = record.allSatisfy { $0.text.allSatisfy(\.isWhitespace) }
      if !isBlank { records.append(record) }
    }
    return records
  }

  /// One field; afterwards the position is at the separator or the line's end.
  private func field(at position: inout Int, separator: UInt8) throws(ContentError) -> String {
    let bytes = source.bytes
    let start = position
    let isQuoted = position < bytes.count && bytes[position] == UInt8(ascii: "\"")
    guard isQuoted else {
      while position < bytes.count, bytes[position] != separator, bytes[position] != 0x0A {
        position += 1
      }
      return String(decoding: bytes[start..<position], as: UTF8.self)
    }
    position += 1
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      guard byte == UInt8(ascii: "\"") else {
        text.append(byte)
        continue
      }
      guard position < bytes.count, bytes[position] == byte else {
        // Letters after the quote belong to the field, too: where else should they go?
        let rest = bytes[position...].prefix { $0 != separator && $0 != 0x0A }
        position += rest.count
        return String(decoding: text + rest, as: UTF8.self)
      }
      text.append(byte)
      position += 1
    }
    throw source.error(at: start, .unclosedQuote)
  }

  // MARK: Cards

  private func card(_ record: [Field], _ settings: Settings) throws(ContentError) -> Card {
    func value(_ column: Int?) -> String? {
      column.flatMap { record.indices.contains($0) ? record[$0].text : nil }
    }
    let special = Set([settings.guid, settings.notetype, settings.deck, settings.tagsColumn])
    let fields = record.indices.filter { !special.contains($0) }.map { record[$0] }
    let offset = record.first?.offset ?? 0
    guard fields.count >= 2 else {
      throw source.error(at: offset, .tooFew(field: "fields", needed: 2, found: fields.count))
    }
    let texts = fields.map { settings.isHTML ? HTMLText.plain($0.text) : $0.text }
    let front = texts[0].trimmed
    if front.isEmpty { throw source.error(at: fields[0].offset, .emptyField("front")) }
    // A file that does not say what its notes are is told by their text.
    let isCloze =
      value(settings.notetype)?.lowercased().contains("cloze") ?? front.contains("{{c1::")
    let form: Card.Form
    if isCloze {
      guard let text = ClozeText(front) else {
        throw source.error(at: fields[0].offset, .badCloze)
      }
      form = .cloze(text, accepted: [:])
    } else {
      if texts[1].trimmed.isEmpty {
        throw source.error(at: fields[1].offset, .emptyField("back"))
      }
      form = .basic(front: front, back: texts[1].trimmed, hint: nil)
    }
    let tags =
      (value(settings.tagsColumn)?.split(separator: " ").map(String.init) ?? [])
      + settings.tags
    let section = tags.first(where: sections.contains)
    return Card(
      id: Self.id(value(settings.guid), front: front), section: section ?? "",
      tags: tags.filter { $0 != section }, form: form,
      explanation: isCloze ? texts[1].trimmed : texts.count > 2 ? texts[2].trimmed : "")
  }

  /// The guid, if it is written as ids are; else a digest of it, or of the front if there is none.
  private static func id(_ guid: String?, front: String) -> String {
    let letters = (guid ?? "").lowercased().utf8.map { byte -> Character in
      let scalar = Unicode.Scalar(byte)
      return ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
        ? Character(scalar) : "-"
    }
    let isKept = letters.count <= 64 && String(letters) == guid
    // Whatever is lost, such as capitals, comes back as a digest, so that no two ids fall together.
    if isKept, !letters.isEmpty { return String(letters) }
    let digest = (guid.flatMap { $0.isEmpty ? nil : $0 } ?? front).stableNumber
    return "anki-" + String(digest, radix: 16)
  }
}

/// HTML as Anki's fields have it, made plain.
private enum HTMLText {
  /// Line breaks and blocks become line feeds, other tags go, entities become characters.
  static func plain(_ html: String) -> String {
    var result = ""
    var rest = html[...]
    // Behind the last bracket none is looked for: a file of nothing but `<` would take for ever.
    let last = html.lastIndex(of: ">") ?? html.startIndex
    while let character = rest.first {
      if character == "<", rest.startIndex < last, let end = rest.firstIndex(of: ">") {
        let name = rest[rest.index(after: rest.startIndex)..<end].lowercased()
        if ["br", "/div", "/p", "/li"].contains(where: name.hasPrefix) { result += "\n" }
        rest = rest[rest.index(after: end)...]
      } else if character == "&", let end = rest.prefix(10).firstIndex(of: ";"),
        let decoded = entity(rest[rest.index(after: rest.startIndex)..<end])
      {
        result.append(decoded)
        rest = rest[rest.index(after: end)...]
      } else {
        result.append(character)
        rest.removeFirst()
      }
    }
    return result
  }

  private static func entity(_ name: Substring) -> Character? {
    let names: [Substring: Character] = [
      "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'", "nbsp": " ",
    ]
    if let character = names[name] { return character }
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let code =
      digits.first == "x" || digits.first == "X"
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return code.flatMap(Unicode.Scalar.init).map { Character($0) }
  }
}
