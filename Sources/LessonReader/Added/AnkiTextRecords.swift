import MarkupText

/// The records of a text file for Anki: fields with separators between them, a record a line.
///
/// A field that begins with a quote goes on to the next one, over lines and separators; two quotes in it are one.
///
/// - Source: RFC 4180; letters behind the closing quote belong to the field, as in Anki.
struct AnkiTextRecords {
  /// A field, and the byte at which it begins.
  typealias Field = (text: String, offset: Int)

  private let bytes: [UInt8]
  private let separator: UInt8
  private var position: Int
  /// Whether a quote was found that is never closed: behind it quotes are closed in their line or not at all.
  private var staysInLine = false

  /// Begins at a byte.
  init(_ source: SourceText, from start: Int, separator: UInt8) {
    bytes = source.bytes
    position = start
    self.separator = separator
  }

  /// The next record that is not blank; nil at the end.
  mutating func next() -> [Field]? {
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "#") {
        position = lineEnd(from: position) + 1
        continue
      }
      var record: [Field] = []
      var isOver = false
      while !isOver {
        let offset = position
        record.append((field(), offset))
        isOver = position >= bytes.count || bytes[position] != separator
        position += 1
      }
      if record.contains(where: { !$0.text.allSatisfy(\.isWhitespace) }) { return record }
    }
    return nil
  }

  /// One field; afterwards the position is at the separator or the line's end.
  private mutating func field() -> String {
    let start = position
    if position < bytes.count, bytes[position] == UInt8(ascii: "\""), let text = quoted() {
      return text
    }
    position = fieldEnd(from: start)
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// A field in quotes; nil, and nothing is passed over, if it is never closed.
  private mutating func quoted() -> String? {
    var text: [UInt8] = []
    var place = position + 1
    while place < bytes.count, !(staysInLine && bytes[place] == 0x0A) {
      let byte = bytes[place]
      place += 1
      guard byte == UInt8(ascii: "\"") else {
        text.append(byte)
        continue
      }
      if place < bytes.count, bytes[place] == byte {
        text.append(byte)
        place += 1
        continue
      }
      position = fieldEnd(from: place)
      return String(decoding: text + bytes[place..<position], as: UTF8.self)
    }
    staysInLine = true
    return nil
  }

  private func fieldEnd(from start: Int) -> Int {
    bytes[start...].firstIndex { $0 == separator || $0 == 0x0A } ?? bytes.count
  }

  private func lineEnd(from start: Int) -> Int {
    bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
  }
}

extension AnkiTextRecords {
  /// The separator of a file that does not name it.
  ///
  /// It is the first one, of those that the first record has, that parts every one of the first records in two or more
  /// fields, and else the first one that the first record has. Anki takes the first that is anywhere in 8 KB.
  static func guessedSeparator(_ source: SourceText, from start: Int) -> UInt8 {
    let line = source.bytes[start...].drop { $0 == 0x0A }.prefix { $0 != 0x0A }
    // Colons and blanks are letters first.
    let candidates = "\t;,|: ".utf8.filter { line.contains($0) }
    func isGood(_ separator: UInt8) -> Bool {
      var records = AnkiTextRecords(source, from: start, separator: separator)
      for _ in 0..<20 {
        guard let record = records.next() else { return true }
        let filled = record.count { !$0.text.allSatisfy(\.isWhitespace) }
        // Blanks part pairs of words; a sentence is no record.
        if filled < 2 || (separator == 0x20 && record.count > 2) { return false }
      }
      return true
    }
    let isCloze = String(decoding: line, as: UTF8.self).firstRange(of: "{{c") != nil
    let isTable = source.file.lowercased().hasSuffix(".csv")
    // A text with gaps may be all that a line has, and its commas are its own.
    let plain = candidates.filter {
      !isCloze || $0 == 0x09 || (isTable && $0 != 0x3A && $0 != 0x20)
    }
    return plain.first(where: isGood) ?? plain.first { $0 != 0x20 } ?? UInt8(ascii: "\t")
  }

  /// Whether one of the first fields has a tag: then Anki takes all fields for HTML.
  static func hasHTML(_ source: SourceText, from start: Int, separator: UInt8) -> Bool {
    var records = AnkiTextRecords(source, from: start, separator: separator)
    for _ in 0..<5 {
      guard let record = records.next() else { return false }
      if record.contains(where: { HTMLText.hasTag($0.text) }) { return true }
    }
    return false
  }
}
