/// A section's text as input for the Markdown parser, with a mapping from its lines and columns to the file.
///
/// Front matter is removed. Mathematics would be misread as Markdown, so each formula is replaced by a placeholder that
/// the parser treats as a word between two dollar signs.
struct ParserInput {
  /// The parser's input.
  private(set) var bytes: [UInt8] = []
  /// The formulas as they were typed, indexed by their placeholders.
  private(set) var formulas: [Formula] = []
  /// The positions of segments of the file in the input, in order.
  private var pieces: [(start: Int, source: Int)] = []
  private var lineStarts: [Int] = [0]
  private var numbers: [Formula: Int] = [:]

  /// Prepares a file's text.
  init(_ source: SourceText) {
    let text = source.bytes
    let start = FrontMatter.length(in: text)
    let found = MathsScan.formulas(in: text, from: start)
    bytes.reserveCapacity(text.count)
    var position = start
    for (range, formula) in found {
      copy(text[position..<range.lowerBound])
      add(formula, at: range.lowerBound)
      position = range.upperBound
    }
    copy(text[position...])
    for (offset, byte) in bytes.enumerated() where byte == 0x0A { lineStarts.append(offset + 1) }
  }

  /// The offset in the file of a position in the input.
  ///
  /// - Parameters:
  ///   - line: From 1.
  ///   - column: In bytes, from 1.
  /// - Returns: The offset of the byte; inside a formula, that of its first byte.
  func offset(line: Int, column: Int) -> Int {
    let place = lineStarts[min(max(line, 1), lineStarts.count) - 1] + max(0, column - 1)
    var (low, high) = (0, pieces.count)
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].start <= place { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return place }
    let next = low < pieces.count ? pieces[low].source : Int.max
    return min(pieces[low - 1].source + place - pieces[low - 1].start, next)
  }

  private mutating func copy(_ text: ArraySlice<UInt8>) {
    guard !text.isEmpty else { return }
    pieces.append((bytes.count, text.startIndex))
    bytes += text
    // Placeholder characters that the author typed are not placeholders.
    if text.contains(Self.mark[0]) { replaceMarks(from: bytes.count - text.count) }
  }

  private mutating func replaceMarks(from start: Int) {
    var index = start
    while index + 2 < bytes.count {
      if bytes[index..<(index + 3)].elementsEqual(Self.mark)
        || bytes[index..<(index + 3)].elementsEqual(Self.end)
      {
        bytes.replaceSubrange(index..<(index + 3), with: [0xEF, 0xBF, 0xBD])
      }
      index += 1
    }
  }

  /// U+FDD0, a noncharacter.
  private static let mark: [UInt8] = [0xEF, 0xB7, 0x90]
  /// U+FDD1, a noncharacter.
  private static let end: [UInt8] = [0xEF, 0xB7, 0x91]

  private static let opening = "$" + String(decoding: mark, as: UTF8.self)
  private static let closing = String(decoding: end, as: UTF8.self) + "$"

  private mutating func add(_ formula: Formula, at source: Int) {
    let number = numbers[formula] ?? formulas.count
    if number == formulas.count {
      numbers[formula] = number
      formulas.append(formula)
    }
    pieces.append((bytes.count, source))
    bytes += Array("\(Self.opening)\(number)\(Self.closing)".utf8)
  }

  /// A part of the parsed text.
  enum Part: Equatable {
    case text(String)
    case formula(Formula)
  }

  /// Splits parsed text at the placeholders.
  ///
  /// - Returns: The parts, each with its byte offset in the parsed text.
  func parts(of text: String) -> [(part: Part, offset: Int)] {
    guard !formulas.isEmpty, text.utf8.contains(Self.mark[0]) else { return [(.text(text), 0)] }
    var parts: [(Part, Int)] = []
    var rest = text[...]
    var last = (place: text.startIndex, offset: 0)
    func add(_ part: Part, at place: String.Index) {
      last = (place, last.offset + text.utf8.distance(from: last.place, to: place))
      parts.append((part, last.offset))
    }
    while let start = rest.firstRange(of: Self.opening),
      let end = rest[start.upperBound...].firstRange(of: Self.closing),
      let number = Int(rest[start.upperBound..<end.lowerBound]), formulas.indices.contains(number)
    {
      if start.lowerBound > rest.startIndex {
        add(.text(String(rest[..<start.lowerBound])), at: rest.startIndex)
      }
      add(.formula(formulas[number]), at: start.lowerBound)
      rest = rest[end.upperBound...]
    }
    if !rest.isEmpty || parts.isEmpty { add(.text(String(rest)), at: rest.startIndex) }
    return parts
  }

  /// Parsed text with every formula as it was typed.
  func restored(_ text: String) -> String {
    parts(of: text).map { part, _ in
      switch part {
      case .text(let text): text
      case .formula(let formula): formula.source
      }
    }.joined()
  }
}

/// A formula in a file.
struct Formula: Hashable, Sendable {
  /// The source, including delimiters.
  let source: String
  /// Whether it is displayed on lines of its own.
  var isDisplayed: Bool { Self.isDisplayed(source) }

  /// Whether a formula with its delimiters is displayed on lines of its own.
  static func isDisplayed(_ source: String) -> Bool {
    ["$$", "\\[", "\\begin"].contains { source.hasPrefix($0) }
  }

  /// Pairs of opening and closing delimiters.
  private static let delimiters = [
    ("$$", "$$"), ("$`", "`$"), ("$", "$"), ("\\(", "\\)"), ("\\[", "\\]"),
  ]

  /// The text between the delimiters.
  var content: String {
    for (open, close) in Self.delimiters
    where source.hasPrefix(open) && source.hasSuffix(close)
      && source.count >= open.count + close.count
    {
      return String(source.dropFirst(open.count).dropLast(close.count))
    }
    return source
  }
}

/// Front matter, which static site generators put before a document.
enum FrontMatter {
  /// The length in bytes of front matter: YAML between `---` and `---`, or TOML between `+++` and `+++`.
  static func length(in bytes: [UInt8]) -> Int {
    let lines = bytes.prefix(100_000).split(
      separator: 0x0A, maxSplits: 2000, omittingEmptySubsequences: false)
    guard let first = lines.first.map(Self.text), first == "---" || first == "+++" else { return 0 }
    // A first line `---` is a thematic break if the next line does not look like a setting.
    guard lines.count > 1, isSetting(text(lines[1]), isTOML: first == "+++") else { return 0 }
    for line in lines.dropFirst() {
      let text = text(line)
      if text == first || (first == "---" && text == "...") {
        return min(bytes.count, line.endIndex + 1)
      }
    }
    return 0
  }

  private static func text(_ line: ArraySlice<UInt8>) -> String {
    String(decoding: line, as: UTF8.self).trimmed
  }

  private static func isSetting(_ line: String, isTOML: Bool) -> Bool {
    if line.hasPrefix("#") || line == "---" || line == "+++" { return true }
    if isTOML, line.hasPrefix("[") { return true }
    let name = line.prefix { $0.isLetter || $0.isNumber || "_-\"'.".contains($0) }
    let rest = line.dropFirst(name.count).drop { $0 == " " }
    return !name.isEmpty && rest.hasPrefix(isTOML ? "=" : ":")
  }
}
