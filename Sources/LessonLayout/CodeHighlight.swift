package import TerminalUI

/// Syntax highlighting line by line; readable without colour, too.
///
/// Only Python is supported: keywords are bold, comments emphasised. Multi-line strings are highlighted line by line.
package struct CodeHighlight {
  private let isKnown: Bool

  /// Prepares for the language of a fence.
  package init(language: String) {
    isKnown = ["python", "py", "python3"].contains(language.lowercased())
  }

  private static let keywords: Set<String> = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue",
    "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import",
    "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while",
    "with", "yield",
  ]

  /// The styled parts of a line.
  package func runs(_ line: String) -> [Run] {
    guard isKnown else { return [Run(line, .code)] }
    var runs: [Run] = []
    var rest = line[...]
    while let first = rest.first {
      let (length, style) = token(first, rest)
      let text = String(rest.prefix(length))
      rest = rest.dropFirst(length)
      if let last = runs.indices.last, runs[last].style == style {
        runs[last].text += text
      } else {
        runs.append(Run(text, style: style))
      }
    }
    return runs
  }

  /// The length and the style of the token at the beginning.
  private func token(_ first: Character, _ rest: Substring) -> (Int, Style) {
    if first == "#" { return (rest.count, Style(.dim, .emphasis)) }
    if first == "\"" || first == "'" {
      return (Self.stringLength(rest, quote: first), Style(.quote))
    }
    if first.isLetter || first == "_" {
      let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      if word.count <= 2, let next = rest.dropFirst(word.count).first, next == "\"" || next == "'",
        word.allSatisfy({ "rRbBfFuU".contains($0) })
      {
        let string = rest.dropFirst(word.count)
        return (word.count + Self.stringLength(string, quote: next), Style(.quote))
      }
      let isKeyword = Self.keywords.contains(String(word))
      return (word.count, isKeyword ? Style(.heading, .bold) : Style(.code))
    }
    if first.isASCII, first.isNumber {
      let number = rest.prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" }
      return (number.count, Style(.accent))
    }
    return (1, Style(.code))
  }

  private static func stringLength(_ rest: Substring, quote: Character) -> Int {
    let triple = String(repeating: String(quote), count: 3)
    let end = rest.hasPrefix(triple) ? triple : String(quote)
    var index = end.count
    let characters = Array(rest)
    while index < characters.count {
      if characters[index] == "\\" {
        index += 2
        continue
      }
      if String(characters[index...].prefix(end.count)) == end { return index + end.count }
      index += 1
    }
    return characters.count
  }
}
