import MarkupText

/// Converts simple TeX to Unicode text: `\alpha^2` to `α²`, `\frac{a}{b}` to `a/b`.
///
/// Fonts are dropped (`\mathbf{x}` is `x`), spaces are kept as typed. If a part has no such form, such as a matrix or
/// an unknown command, the whole formula is not converted.
struct TeXText {
  private let letters: [Character]
  private let keepsLines: Bool
  private var position = 0
  private var depth = 0

  /// Converts a formula.
  ///
  /// - Parameters:
  ///   - source: TeX without delimiters.
  ///   - keepsLines: Whether line feeds and `\\` begin new lines; otherwise a line feed is a space.
  /// - Returns: Nil if a part cannot be written as text.
  static func text(_ source: String, keepsLines: Bool) -> String? {
    var reader = TeXText(source, keepsLines: keepsLines)
    guard let text = reader.sequence(), reader.position == reader.letters.count else { return nil }
    let lines = text.split(separator: "\n").map { String($0).trimmed }.filter { !$0.isEmpty }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  private init(_ source: String, keepsLines: Bool) {
    letters = Array(source)
    self.keepsLines = keepsLines
  }

  private var next: Character? { position < letters.count ? letters[position] : nil }

  private mutating func skipBlanks() {
    while let letter = next, letter.isWhitespace { position += 1 }
  }

  /// Parses up to a closing brace, an `\end` or the end.
  private mutating func sequence() -> String? {
    depth += 1
    defer { depth -= 1 }
    guard depth < 40 else { return nil }
    var result = ""
    while let letter = next, letter != "}", !isAtEnd {
      guard let piece = piece(after: result.last) else { return nil }
      if piece == " ", result.last == " " || result.last == "\n" { continue }
      result += piece
    }
    return result
  }

  private var isAtEnd: Bool { letters[position...].starts(with: "\\end{") }

  private mutating func piece(after last: Character?) -> String? {
    guard let letter = next else { return nil }
    position += 1
    switch letter {
    case "\\": return command(after: last)
    case "{":
      guard let group = sequence(), close() else { return nil }
      let isRaised = next == "^" || next == "_"
      return isRaised && group.count > 1 && !group.isSimple ? "(\(group))" : group
    case "^", "_":
      guard let content = argument() else { return nil }
      return script(content.filter { $0 != " " && $0 != "\n" }, isRaised: letter == "^")
    case "'": return "′"
    case "~": return " "
    case "&": return depth > 1 ? "" : nil
    case "#", "%", "}": return nil
    case "\n": return keepsLines ? "\n" : " "
    case _ where letter.isWhitespace: return " "
    default: return String(letter)
    }
  }

  private func script(_ content: String, isRaised: Bool) -> String {
    if content.isEmpty { return "" }
    guard isRaised else { return ScriptLetters.lowered(content) }
    switch content {
    case "⊤": return "ᵀ"
    case "∘": return "°"
    case _ where content.allSatisfy { $0 == "′" }: return content
    default: return ScriptLetters.raised(content)
    }
  }

  private mutating func close() -> Bool {
    guard next == "}" else { return false }
    position += 1
    return true
  }

  /// Parses a group in braces, a command, or one letter.
  private mutating func argument() -> String? {
    skipBlanks()
    guard let letter = next else { return nil }
    position += 1
    switch letter {
    case "{":
      guard let group = sequence(), close() else { return nil }
      return group
    case "\\":
      depth += 1
      defer { depth -= 1 }
      return depth < 40 ? command(after: nil) : nil
    case "}", "^", "_", "&", "#", "%": return nil
    default: return letter == "'" ? "′" : String(letter)
    }
  }

  /// Parses a group literally, for names and text.
  private mutating func rawArgument() -> String? {
    skipBlanks()
    guard next == "{", let end = letters[position...].firstIndex(of: "}") else { return nil }
    let raw = letters[(position + 1)..<end]
    guard !raw.contains("{"), !raw.contains("\\"), !raw.contains("$") else { return nil }
    position = end + 1
    return String(raw).replacing("\n", with: " ").replacing("~", with: " ")
  }

  private mutating func name() -> String {
    let start = position
    while let letter = next, letter.isASCII, letter.isLetter { position += 1 }
    if position == start, next != nil { position += 1 }
    return String(letters[start..<position])
  }

  private mutating func command(after last: Character?) -> String? {
    let name = name()
    if let symbol = TeXSymbols.symbols[name] { return symbol }
    if TeXSymbols.joined.contains(name) {
      skipBlanks()
      return TeXSymbols.prefixes[name]
    }
    if TeXSymbols.functions.contains(name) { return function(name, after: last) }
    switch name {
    case "\\": return newLine()
    case _ where TeXSymbols.sizes.contains(name.lowercased()):
      if next == "." { position += 1 }
      return ""
    case "frac", "dfrac", "tfrac": return fraction()
    case "sqrt": return root()
    case "text", "textrm", "textbf", "textit", "textsf", "texttt", "mbox": return rawArgument()
    case "operatorname":
      if next == "*" { position += 1 }
      return rawArgument().map { function($0, after: last) }
    case "label":
      return rawArgument() == nil ? nil : ""
    case "tag": return rawArgument().map { "  (\($0))" }
    case "mathbb": return argument().map { String($0.map { TeXSymbols.doubleStruck[$0] ?? $0 }) }
    case _ where TeXSymbols.fonts.contains(name): return argument()
    case "begin": return environment()
    case "not":
      skipBlanks()
      guard let content = argument(), content.count == 1 else { return nil }
      return content == "=" ? "≠" : content == "∈" ? "∉" : nil
    default: return accented(name)
    }
  }

  /// A function's name, separated from adjacent letters and digits by spaces.
  private func function(_ name: String, after last: Character?) -> String {
    let before = last.map { $0.isLetter || $0.isNumber } == true ? " " : ""
    let after = next.map { $0.isLetter || $0.isNumber || $0 == "\\" } == true ? " " : ""
    return before + name + after
  }

  private mutating func newLine() -> String? {
    guard keepsLines else { return nil }
    if next == "[", let end = letters[position...].firstIndex(of: "]") { position = end + 1 }
    skipBlanks()
    return "\n"
  }

  private mutating func fraction() -> String? {
    guard let above = argument(), let below = argument() else { return nil }
    return above.trimmed.bracketed + "/" + below.trimmed.bracketed
  }

  private mutating func root() -> String? {
    var degree = ""
    if next == "[", let end = letters[position...].firstIndex(of: "]") {
      degree = ScriptLetters.raised(String(letters[(position + 1)..<end]))
      position = end + 1
    }
    return argument().map { degree + "√" + $0.trimmed.bracketed }
  }

  private mutating func accented(_ name: String) -> String? {
    guard let mark = TeXSymbols.accents[name], let content = argument(), content.count == 1,
      content.first?.isLetter == true
    else { return nil }
    return content + mark
  }

  private mutating func environment() -> String? {
    guard let name = rawArgument(), TeXSymbols.environments.contains(name),
      let content = sequence(), letters[position...].starts(with: "\\end{\(name)}")
    else { return nil }
    position += "\\end{\(name)}".count
    return content
  }
}

extension String {
  /// Whether it is one word or number, possibly with superscripts and subscripts.
  fileprivate var isSimple: Bool {
    allSatisfy { $0.isLetter || $0.isNumber || ".∂∇′∞⁺⁻⁼⁽⁾₊₋₌₍₎°".contains($0) }
  }

  /// The text, in parentheses if it is more than one word or number.
  fileprivate var bracketed: String { isSimple ? self : "(\(self))" }
}
