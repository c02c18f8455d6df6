import MarkupText

/// The records of Anki's text format: one record per line, with fields between separators.
///
/// A field in quotation marks may contain line feeds and separators; two quotation marks in it stand for one.
///
/// - Source: RFC 4180; text after the closing quotation mark belongs to the field, as in Anki.
struct AnkiTextRecords {
  /// A field and its offset.
  typealias Field = (text: String, offset: Int)

  private let bytes: [UInt8]
  private let separator: UInt8
  private var position: Int
  /// Whether an unclosed quotation mark was found; after it, quoted fields must end on their line.
  private var staysInLine = false

  /// Begins at an offset.
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

  /// Parses one field; afterwards the position is at the separator or the end of the line.
  private mutating func field() -> String {
    let start = position
    if position < bytes.count, bytes[position] == UInt8(ascii: "\""), let text = quoted() {
      return text
    }
    position = fieldEnd(from: start)
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// Parses a quoted field; nil without advancing if it is never closed.
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
  /// Guesses the separator of a file that does not name it.
  ///
  /// The first separator in the first record that divides all of the first records into two or more fields, or else the
  /// first separator in the first record. Anki takes the first one anywhere in 8 KB.
  static func guessedSeparator(_ source: SourceText, from start: Int) -> UInt8 {
    let line = source.bytes[start...].drop { $0 == 0x0A }.prefix { $0 != 0x0A }
    // Colons and spaces are text in the first place.
    let candidates = "\t;,|: ".utf8.filter { line.contains($0) }
    func isGood(_ separator: UInt8) -> Bool {
      var records = AnkiTextRecords(source, from: start, separator: separator)
      for _ in 0..<20 {
        guard let record = records.next() else { return true }
        let filled = record.count { !$0.text.allSatisfy(\.isWhitespace) }
        // A space separates pairs of words; a sentence is not a record.
        if filled < 2 || (separator == 0x20 && record.count > 2) { return false }
      }
      return true
    }
    let isCloze = String(decoding: line, as: UTF8.self).firstRange(of: "{{c") != nil
    let isTable = source.file.lowercased().hasSuffix(".csv")
    // A cloze text may be the only field of a line, and its commas are text.
    let plain = candidates.filter {
      !isCloze || $0 == 0x09 || (isTable && $0 != 0x3A && $0 != 0x20)
    }
    return plain.first(where: isGood) ?? plain.first { $0 != 0x20 } ?? UInt8(ascii: "\t")
  }

  /// Whether one of the first fields contains a tag; then Anki treats all fields as HTML.
  static func hasHTML(_ source: SourceText, from start: Int, separator: UInt8) -> Bool {
    var records = AnkiTextRecords(source, from: start, separator: separator)
    for _ in 0..<5 {
      guard let record = records.next() else { return false }
      if record.contains(where: { HTMLText.hasTag($0.text) }) { return true }
    }
    return false
  }
}
