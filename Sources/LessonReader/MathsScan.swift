/// Finds mathematics in a Markdown file, delimited as in GitHub, Pandoc and MathJax.
///
/// `$…$`, `` $`…`$ `` and `\(…\)` are inline, `$$…$$`, `\[…\]` and `\begin{…}…\end{…}` are displayed. Code, HTML and
/// amounts of money are not mathematics.
struct MathsScan {
  /// A formula and its bytes.
  typealias Found = (range: Range<Int>, formula: Formula)

  private let bytes: [UInt8]
  private var found: [Found] = []
  /// The current paragraph.
  private var paragraph = 0..<0
  /// The next position of each delimiter that was searched for; nil if the paragraph has none.
  private var closers: [String: Int?] = [:]
  /// Lengths of runs of backquotes that do not occur in the rest of the paragraph.
  private var missingTicks: Set<Int> = []

  /// Finds all formulas in order.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - start: The beginning of the text, after any front matter.
  /// - Returns: Formulas that do not overlap.
  static func formulas(in bytes: [UInt8], from start: Int) -> [Found] {
    let opens = bytes.indices.dropFirst(start).contains { index in
      bytes[index] == dollar
        || bytes[index] == backslash && index + 1 < bytes.count
          && "([b".utf8.contains(bytes[index + 1])
    }
    guard opens else { return [] }
    var scan = MathsScan(bytes)
    for paragraph in TextLines.paragraphs(of: bytes, from: start) { scan.read(paragraph) }
    return scan.found
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  private static let dollar = UInt8(ascii: "$")
  private static let backslash = UInt8(ascii: "\\")
  private static let tick = UInt8(ascii: "`")
  /// The maximum length of a formula in bytes.
  private static let longest = 4000

  private mutating func read(_ range: Range<Int>) {
    // A display formula with empty lines may extend into this paragraph.
    let start = max(range.lowerBound, found.last?.range.upperBound ?? 0)
    guard start < range.upperBound else { return }
    paragraph = range
    closers = [:]
    missingTicks = []
    var index = start
    while index < range.upperBound {
      switch bytes[index] {
      case Self.backslash: index = readCommand(at: index)
      case Self.dollar: index = readDollar(at: index)
      case Self.tick: index = skipCode(from: index)
      case UInt8(ascii: "<"): index = skipTag(from: index)
      default: index += 1
      }
    }
  }

  // MARK: Delimiters

  private mutating func readDollar(at index: Int) -> Int {
    let run = length(of: Self.dollar, at: index)
    if run == 2 {
      if let end = find("$$", from: index + 2), !isBlank(index + 2..<end) {
        return add(index..<(end + 2))
      }
      if let end = endOfLoneDisplay(from: index) { return add(index..<end) }
    }
    guard run == 1, index + 1 < paragraph.upperBound, !isLetterOrDigit(index - 1) else {
      return index + run
    }
    if bytes[index + 1] == Self.tick {
      guard let end = find("`$", from: index + 2) else { return index + 1 }
      return add(index..<(end + 2))
    }
    guard !isSpace(bytes[index + 1]), let end = find("$", from: index + 1),
      !isSpace(bytes[end - 1]),
      FormulaShape(bytes[(index + 1)..<end]).isPlausible(before: byte(at: end + 1))
    else { return index + 1 }
    return add(index..<(end + 1))
  }

  private mutating func readCommand(at index: Int) -> Int {
    guard index + 1 < paragraph.upperBound else { return index + 1 }
    switch bytes[index + 1] {
    case UInt8(ascii: "("):
      guard let end = find("\\)", from: index + 2),
        FormulaShape(bytes[(index + 2)..<end]).isMathematical
      else { return index + 2 }
      return add(index..<(end + 2))
    case UInt8(ascii: "["):
      guard let end = find("\\]", from: index + 2) else { return index + 2 }
      let shape = FormulaShape(bytes[(index + 2)..<end])
      let isAlone = startsLine(index) && endsLine(end + 2)
      guard isAlone ? shape.isMathematical : shape.hasCommand else { return index + 2 }
      return add(index..<(end + 2))
    case UInt8(ascii: "b") where starts("\\begin{", at: index):
      let name = bytes[index..<min(paragraph.upperBound, index + 40)]
      guard startsLine(index), let close = name.firstIndex(of: UInt8(ascii: "}")),
        let end = find(
          "\\end" + String(decoding: bytes[(index + 6)...close], as: UTF8.self), from: close)
      else { return index + 2 }
      return add(index..<(end + 4 + close - index - 5))
    default: return index + 2
    }
  }

  private mutating func add(_ range: Range<Int>) -> Int {
    let text = String(decoding: bytes[range], as: UTF8.self)
    let source =
      text.contains("\n") ? text.withoutMargin(after: prefix(of: range.lowerBound)) : text
    found.append((range, Formula(source: source)))
    return range.upperBound
  }

  // MARK: What is no mathematics

  /// The index after a code span, or after backquotes that open none.
  private mutating func skipCode(from index: Int) -> Int {
    let run = length(of: Self.tick, at: index)
    if missingTicks.contains(run) { return index + run }
    var next = index + run
    while next < paragraph.upperBound {
      guard bytes[next] == Self.tick else {
        next += 1
        continue
      }
      let length = length(of: Self.tick, at: next)
      next += length
      if length == run { return next }
    }
    missingTicks.insert(run)
    return index + run
  }

  /// The index after a tag or an address in angle brackets, or after a `<` that opens none.
  private func skipTag(from index: Int) -> Int {
    guard index + 1 < paragraph.upperBound,
      isLetterOrDigit(index + 1) || "/!?".utf8.contains(bytes[index + 1])
    else { return index + 1 }
    let rest = bytes[(index + 1)..<min(paragraph.upperBound, index + Self.longest)]
    guard let end = rest.firstIndex(where: { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") }),
      bytes[end] == UInt8(ascii: ">")
    else { return index + 1 }
    return end + 1
  }

  // MARK: Bytes

  /// The next position of a delimiter; nil if it is too far away for one formula.
  private mutating func find(_ text: String, from start: Int) -> Int? {
    if let known = closers[text], known.map({ $0 >= start }) ?? true {
      return known.flatMap { $0 - start > Self.longest ? nil : $0 }
    }
    let wanted = Array(text.utf8)
    var index = start
    var found: Int?
    while index + wanted.count <= paragraph.upperBound {
      if bytes[index] == wanted[0], bytes[index..<(index + wanted.count)].elementsEqual(wanted) {
        found = index
        break
      }
      index += bytes[index] == Self.backslash ? 2 : 1
    }
    closers[text] = .some(found)
    return found.flatMap { $0 - start > Self.longest ? nil : $0 }
  }

  /// The end of a display formula whose delimiters are alone on their lines, with or without empty lines inside.
  private func endOfLoneDisplay(from index: Int) -> Int? {
    guard startsLine(index), endsLine(index + 2) else { return nil }
    var start = index + 2
    for _ in 0..<200 {
      guard let feed = bytes[start...].firstIndex(of: 0x0A) else { return nil }
      let end = bytes[(feed + 1)...].firstIndex(of: 0x0A) ?? bytes.count
      let line = bytes[(feed + 1)..<end]
      let text = String(decoding: line, as: UTF8.self).drop { " >\t".contains($0) }
      if text.hasPrefix("```") || text.hasPrefix("#") { return nil }
      if String(text).trimmed == "$$" {
        return line.lastIndex(of: Self.dollar).map { $0 + 1 }
      }
      start = end
      if start >= bytes.count { return nil }
    }
    return nil
  }

  private func length(of byte: UInt8, at index: Int) -> Int {
    bytes[index..<paragraph.upperBound].prefix { $0 == byte }.count
  }

  private func starts(_ text: String, at index: Int) -> Bool {
    bytes[index...].starts(with: text.utf8)
  }

  private func byte(at index: Int) -> UInt8? {
    index < paragraph.upperBound ? bytes[index] : nil
  }

  private func isLetterOrDigit(_ index: Int) -> Bool {
    bytes.indices.contains(index) && bytes[index].isLetterOrDigit
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }

  private func isBlank(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy(isSpace) }

  /// The text of the line before a byte.
  private func prefix(of index: Int) -> ArraySlice<UInt8> {
    let start = bytes[..<index].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return bytes[start..<index]
  }

  private func startsLine(_ index: Int) -> Bool {
    let before = bytes[..<index].last { !" >\t".utf8.contains($0) }
    return before == nil || before == 0x0A
  }

  private func endsLine(_ index: Int) -> Bool {
    let after = bytes[index...].first { !" \t.,;".utf8.contains($0) }
    return after == nil || after == 0x0A
  }
}

/// The form of the text between two delimiters.
private struct FormulaShape {
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  private var hasSigns: Bool { bytes.contains { "\\^_{".utf8.contains($0) } }

  private var isOneLetter: Bool {
    String(decoding: bytes, as: UTF8.self).trimmed.count == 1
      && bytes.contains { $0 >= 0x80 || $0.isLetterOrDigit && $0 > UInt8(ascii: "9") }
  }

  /// Whether it contains a TeX command or a superscript.
  var hasCommand: Bool {
    zip(bytes, bytes.dropFirst()).contains { $0 == UInt8(ascii: "\\") && $1.isLetterOrDigit }
      || bytes.contains(UInt8(ascii: "^"))
  }

  /// Whether it is a letter, or contains symbols that prose in escaped brackets does not.
  var isMathematical: Bool {
    isOneLetter || hasSigns || bytes.contains { "=+<>|*/".utf8.contains($0) }
  }

  /// Whether the dollar signs around it are not amounts of money or names of variables.
  ///
  /// - Parameter next: The byte after the closing sign; nil at the end.
  /// - Returns: False if it looks like prose between two prices or two variables.
  func isPlausible(before next: UInt8?) -> Bool {
    if let next, next.isLetterOrDigit {
      if next <= UInt8(ascii: "9") || !(hasSigns || isOneLetter) { return false }
    }
    if hasSigns { return true }
    // Cells of a table.
    let text = String(decoding: bytes, as: UTF8.self)
    if text.contains(" | ") { return false }
    let words = text.split(separator: " ").filter {
      $0.count > 1 && $0.allSatisfy { $0.isLetter && $0.isASCII }
    }
    return words.isEmpty || words.count == 1 && !(bytes.first?.isDigit ?? false)
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  fileprivate var isLetterOrDigit: Bool {
    isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}

extension String {
  /// The lines without the quote marks and indentation of their container.
  fileprivate func withoutMargin(after prefix: ArraySlice<UInt8>) -> String {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    let isQuoted = prefix.contains(UInt8(ascii: ">"))
    var rest = lines.dropFirst().map { line in
      isQuoted ? line.drop { $0 == " " || $0 == ">" } : line
    }
    let indents = rest.filter { !$0.allSatisfy { $0 == " " } }.map { $0.prefix { $0 == " " }.count }
    let margin = min(indents.min() ?? 0, prefix.count)
    rest = rest.map { $0.dropFirst(min(margin, $0.prefix { $0 == " " }.count)) }
    return ([lines[0]] + rest).joined(separator: "\n")
  }
}
