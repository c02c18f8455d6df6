/// The string literals of a Swift source with their context.
struct SourceLiterals {
  struct Literal: Equatable {
    /// The line on which it begins, from 1.
    var line: Int
    /// The parts between its interpolations.
    var pieces = [""]
    /// Whether it has interpolations.
    var isInterpolated: Bool { pieces.count > 1 }
    /// The text without interpolations.
    var text: String { pieces.joined() }
    /// Whether it is, or is part of, the action of a key binding.
    var isAction = false
  }

  /// The literals in the order of their ends; comments are ignored.
  private(set) var all: [Literal] = []

  private let source: [Character]
  private var index = 0
  private var line = 1
  /// Open brackets: whether one belongs to a key binding, and at which argument the scan is.
  private var brackets: [(isBinding: Bool, argument: Int)] = []
  private var word = ""

  /// Scans a source that compiles.
  init(_ source: String) {
    self.source = Array(source)
    while index < self.source.count { step() }
  }

  private func isAhead(_ text: String) -> Bool {
    index + text.count <= source.count
      && source[index..<(index + text.count)].elementsEqual(text)
  }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where index < source.count {
      if source[index] == "\n" { line += 1 }
      index += 1
    }
  }

  /// Scans one piece of code.
  private mutating func step() {
    let character = source[index]
    if isAhead("//") {
      while index < source.count, source[index] != "\n" { advance() }
      return
    }
    if character == "\"" { return takeLiteral() }
    switch character {
    case "(", "[", "{": brackets.append((character == "(" && word == "KeyBinding", 0))
    case ")", "]", "}": if !brackets.isEmpty { brackets.removeLast() }
    case ",": if !brackets.isEmpty { brackets[brackets.count - 1].argument += 1 }
    default: break
    }
    if character.isLetter { word.append(character) } else { word = "" }
    advance()
  }

  private mutating func takeLiteral() {
    let quotes = isAhead("\"\"\"") ? "\"\"\"" : "\""
    var literal = Literal(
      line: line, isAction: brackets.contains { $0.isBinding && $0.argument > 0 })
    advance(quotes.count)
    while index < source.count, !isAhead(quotes) {
      if isAhead("\\(") {
        takeInterpolation()
        literal.pieces.append("")
      } else if isAhead("\\") {
        takeEscape(into: &literal.pieces[literal.pieces.count - 1])
      } else {
        literal.pieces[literal.pieces.count - 1].append(source[index])
        advance()
      }
    }
    advance(quotes.count)
    word = ""
    all.append(literal)
  }

  private mutating func takeEscape(into text: inout String) {
    advance()
    guard index < source.count else { return }
    switch source[index] {
    case "n", "t", "r": text.append(" ")
    case "u": while index < source.count, source[index] != "}" { advance() }
    case let character: text.append(character)
    }
    advance()
  }

  private mutating func takeInterpolation() {
    advance()
    let outer = brackets.count
    repeat { step() } while index < source.count && brackets.count > outer
  }
}

extension SourceLiterals.Literal {
  /// Whether it looks like text for people.
  ///
  /// Criteria: two words, one word next to an interpolation, a word with a capital, or two letters in a key binding after
  /// the action's name.
  var isEnglish: Bool {
    let parts = text.split(whereSeparator: \.isWhitespace).map { part in
      String(part).trimming { ".,:;!?()[]\"'/·".contains($0) }
    }
    let words = parts.map { part in
      part == "a" || part.count > 1 && part.allSatisfy { $0.isLowercase && $0.isASCII }
    }
    let hasPair = zip(zip(parts, words), zip(parts, words).dropFirst()).contains { one, other in
      one.1 && other.1 && (one.0.count > 1 || other.0.count > 1)
    }
    let hasCapital = parts.contains { part in
      part.count > 2 && part.first?.isUppercase == true
        && part.dropFirst().allSatisfy { $0.isLowercase && $0.isASCII }
    }
    let hasWord = zip(parts, words).contains { $0.1 && $0.0.count > 1 }
    return hasPair || hasCapital || (isInterpolated && hasWord)
      || (isAction && text.count(where: \.isLetter) > 1)
  }
}

extension String {
  fileprivate func trimming(_ isOuter: (Character) -> Bool) -> String {
    var rest = self[...]
    while let first = rest.first, isOuter(first) { rest.removeFirst() }
    while let last = rest.last, isOuter(last) { rest.removeLast() }
    return String(rest)
  }
}
