/// The settings at the beginning of a file in Anki's text format.
///
/// - Source: Anki's manual, "Importing: Text Files"; order, letter case and spaces as accepted by Anki 26.09.3.
struct AnkiTextSettings {
  /// The separator; nil if the file does not name it.
  private(set) var separator: UInt8?
  /// Whether fields are HTML; nil if the file does not say.
  private(set) var isHTML: Bool?
  /// Whether version 1.0 treated the fields as HTML, which determines its ids.
  private(set) var wasHTML = false
  /// Tags of all notes.
  private(set) var tags: [String] = []
  /// The deck's name, if all notes belong to one.
  private(set) var deck: String?
  /// The note type of all notes, as named in the file.
  private(set) var notetype: String?
  /// Indices of columns with a meaning, from 0.
  private(set) var guidColumn: Int?
  private(set) var notetypeColumn: Int?
  private(set) var deckColumn: Int?
  private(set) var tagsColumn: Int?
  /// Settings without effect.
  private(set) var ignored: [IgnoredSetting] = []
  /// The offset of the records.
  private(set) var end = 0
  private var columns: String?

  /// Parses the settings of a file.
  init(_ source: SourceText) {
    while end < source.bytes.count {
      let lineEnd = source.bytes[end...].firstIndex(of: 0x0A) ?? source.bytes.count
      let line = String(decoding: source.bytes[end..<lineEnd], as: UTF8.self)
      guard line.hasPrefix("#") || (end == 0 && line.hasPrefix("tags:")) else { break }
      read(line.hasPrefix("#") ? String(line.dropFirst()) : line, source.line(at: end))
      end = min(lineEnd + 1, source.bytes.count)
    }
    nameColumns()
  }

  /// Columns that are not sides of a card.
  var specialColumns: Set<Int> {
    Set([guidColumn, notetypeColumn, deckColumn, tagsColumn].compactMap { $0 })
  }

  private mutating func read(_ line: String, _ number: Int) {
    let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    // Any other line after `#` is a comment.
    guard parts.count == 2, parts[0].count <= 40 else { return }
    let name = String(parts[0]).trimmed
    let value = String(parts[1]).trimmed
    let column = Int(value).flatMap { (1...100).contains($0) ? $0 - 1 : nil }
    switch name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ") {
    case "separator": separator = Self.separator(value, asWritten: String(parts[1]))
    case "html":
      isHTML = ["true": true, "false": false][value.lowercased()] ?? isHTML
      wasHTML = name.lowercased() == parts[0].lowercased() && parts[1].lowercased() == "true"
    case "tags": tags = Self.words(value)
    case "columns": columns = String(parts[1])
    case "deck": deck = value.isEmpty ? nil : value
    case "notetype": notetype = value.isEmpty ? nil : value
    case "guid column": guidColumn = column
    case "notetype column": notetypeColumn = column
    case "deck column": deckColumn = column
    case "tags column": tagsColumn = column
    case "": break
    default: ignored.append(IgnoredSetting(line: number, name: name))
    }
  }

  /// Uses the first record as column names if one of them is "tags" and no setting names columns.
  ///
  /// - Returns: Whether the record is a header instead of a note.
  mutating func takeNames(from record: [String]) -> Bool {
    guard end == 0, record.count > 2,
      let tags = record.firstIndex(where: { $0.trimmed.lowercased() == "tags" })
    else { return false }
    tagsColumn = tags
    return true
  }

  /// Uses a column named "tags" for tags if no other setting names that column.
  private mutating func nameColumns() {
    guard tagsColumn == nil, let columns else { return }
    let names = columns.utf8.split(
      separator: separator ?? UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    tagsColumn = names.firstIndex { Substring($0).lowercased().trimmed == "tags" }
  }

  /// The tags in a field.
  static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private static func separator(_ name: String, asWritten: String) -> UInt8? {
    let names: [String: UInt8] = [
      "comma": 0x2C, "semicolon": 0x3B, "tab": 0x09, "space": 0x20, "pipe": 0x7C, "colon": 0x3A,
      "\\t": 0x09,
    ]
    // An unquoted tab or space is empty after trimming.
    let letter = name.isEmpty ? String(asWritten.suffix(1)) : name
    return names[name.lowercased()] ?? (letter.utf8.count == 1 ? letter.utf8.first : nil)
  }
}
