/// The lines at the beginning of a text file for Anki that say how to read it.
///
/// - Source: Anki's manual, "Importing: Text Files"; order, letter case and blanks as Anki 26.09.3 takes them.
struct AnkiTextSettings {
  /// What stands between fields; nil if the file does not say.
  private(set) var separator: UInt8?
  /// Whether fields are HTML; nil if the file does not say.
  private(set) var isHTML: Bool?
  /// Whether version 1.0 would have taken the fields for HTML: ids that it made follow from that.
  private(set) var wasHTML = false
  /// Tags of every note.
  private(set) var tags: [String] = []
  /// The deck's name, if all notes belong to one.
  private(set) var deck: String?
  /// The kind of every note, as the file names it.
  private(set) var notetype: String?
  /// Columns by what they hold, from 0.
  private(set) var guidColumn: Int?
  private(set) var notetypeColumn: Int?
  private(set) var deckColumn: Int?
  private(set) var tagsColumn: Int?
  /// Settings that have no effect.
  private(set) var ignored: [IgnoredSetting] = []
  /// Where the records begin.
  private(set) var end = 0
  private var columns: String?

  /// Reads the settings of a file.
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

  /// Columns that hold no side of a card.
  var specialColumns: Set<Int> {
    Set([guidColumn, notetypeColumn, deckColumn, tagsColumn].compactMap { $0 })
  }

  private mutating func read(_ line: String, _ number: Int) {
    let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    // Anything else behind a `#` is a comment.
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

  /// Takes the first record for the columns' names if one of them is "tags" and no setting names any.
  ///
  /// - Returns: Whether the record is no note.
  mutating func takeNames(from record: [String]) -> Bool {
    guard end == 0, record.count > 2,
      let tags = record.firstIndex(where: { $0.trimmed.lowercased() == "tags" })
    else { return false }
    tagsColumn = tags
    return true
  }

  /// Takes a column called "tags" for the tags if no other setting names that column.
  private mutating func nameColumns() {
    guard tagsColumn == nil, let columns else { return }
    let names = columns.utf8.split(
      separator: separator ?? UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    tagsColumn = names.firstIndex { Substring($0).lowercased().trimmed == "tags" }
  }

  /// Tags as a field has them.
  static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private static func separator(_ name: String, asWritten: String) -> UInt8? {
    let names: [String: UInt8] = [
      "comma": 0x2C, "semicolon": 0x3B, "tab": 0x09, "space": 0x20, "pipe": 0x7C, "colon": 0x3A,
      "\\t": 0x09,
    ]
    // A tab or a blank as it is leaves nothing without its blanks.
    let letter = name.isEmpty ? String(asWritten.suffix(1)) : name
    return names[name.lowercased()] ?? (letter.utf8.count == 1 ? letter.utf8.first : nil)
  }
}
