/// Text for the typesetters of manual pages, in seven bits.
enum Roff {
  /// A text to be read as it stands; what is in backquotes becomes bold.
  ///
  /// - Parameter text: Plain text. Control characters vanish.
  /// - Returns: The text with nothing in it that a typesetter takes for a command.
  static func text(_ text: String) -> String {
    var result = ""
    var isCode = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "`":
        isCode.toggle()
        result += isCode ? "\\fB" : "\\fR"
      case "\\": result += "\\e"
      // A hyphen that is typed must not become one that is printed.
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

  /// A text in lines of at most 78 columns, none of which begins like a command.
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

  /// Bold: what is typed as it stands.
  static func bold(_ text: String) -> String { "\\fB\(Roff.text(text))\\fR" }

  /// Italic: what stands for something else.
  static func italic(_ text: String) -> String { "\\fI\(Roff.text(text))\\fR" }

  /// An entry of a list: what it is about, and words on it.
  ///
  /// - Parameters:
  ///   - tag: Already typeset.
  ///   - words: Plain text.
  ///   - width: Columns for the tag, where it is not to be the usual width.
  /// - Returns: Lines.
  static func entry(_ tag: String, _ words: String, width: Int? = nil) -> [String] {
    [
      ".TP" + (width.map { " \($0)" } ?? ""), (tag.hasPrefix(".") ? "\\&" : "") + tag,
      lines(words.isEmpty ? "\u{A0}" : words),
    ]
  }
}
