/// Text for roff, in ASCII.
enum Roff {
  /// Escapes a text; text in backquotes becomes bold.
  ///
  /// - Parameter text: Plain text; control characters are dropped.
  /// - Returns: Text without roff commands.
  static func text(_ text: String) -> String {
    var result = ""
    var isCode = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "`":
        isCode.toggle()
        result += isCode ? "\\fB" : "\\fR"
      case "\\": result += "\\e"
      // A typed hyphen must not become a typographic one.
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "\"": result += "\\(dq"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case " "..."~": result.unicodeScalars.append(scalar)
      case "\n": result += " "
      default:
        guard scalar.value > 0x9F else { continue }
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
      }
    }
    return isCode ? result + "\\fR" : result
  }

  /// Breaks a text into lines of at most 78 columns, none of which begins like a command.
  static func lines(_ text: String) -> String {
    var lines: [String] = []
    for word in Roff.text(text).split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= 78 {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append((word.hasPrefix(".") ? "\\&" : "") + word)
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Bold, for literal text.
  static func bold(_ text: String) -> String { "\\fB\(Roff.text(text))\\fR" }

  /// Italic, for placeholders.
  static func italic(_ text: String) -> String { "\\fI\(Roff.text(text))\\fR" }

  /// An entry of a list: a tag and its description.
  ///
  /// - Parameters:
  ///   - tag: Already in roff.
  ///   - words: Plain text.
  ///   - width: The width of the tag, if it is not the default.
  /// - Returns: Lines.
  static func entry(_ tag: String, _ words: String, width: Int? = nil) -> [String] {
    [
      ".TP" + (width.map { " \($0)" } ?? ""), (tag.hasPrefix(".") ? "\\&" : "") + tag,
      lines(words.isEmpty ? "\u{A0}" : words),
    ]
  }
}
