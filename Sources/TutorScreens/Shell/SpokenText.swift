import TerminalUI
import Words

extension String {
  /// Every line for a speech synthesiser; columns of a table become pauses.
  public var spokenLines: String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { PlainParagraphs([[Run(String($0))]]).lines.first?.words ?? "" }.joined(separator: "\n")
  }

  /// The text for a speech synthesiser, in 7-bit ASCII: marks and operators as words, separators as commas, drawings
  /// left out, and no two spaces in a row.
  package var spoken: String {
    var text = ""
    for index in indices {
      let character = self[index]
      if let words = Words.Plain.marks[character] {
        text += words
      } else if character == "·" {
        text += isFactor(before: index) && isFactor(after: index) ? Words.Plain.times : ", "
      } else {
        text += character.isDrawing ? " " : String(character)
      }
    }
    return text.transcribedToASCII.withoutLineArt.withSingleSpaces
  }

  /// The text without branches drawn with characters of the keyboard, and without leaders of four dots or more.
  private var withoutLineArt: String {
    guard contains(where: { $0.isLetter || $0.isNumber }) else {
      return contains { "|+-".contains($0) } && allSatisfy { "|+-` ".contains($0) } ? "" : self
    }
    guard contains("--") || contains("....") else { return self }
    return replacing(#/^[|+` \-]*[|+`]-+\s/#, with: "").replacing(#/\s?\.{4,}/#, with: ":")
  }

  /// Whether the word before a dot, or after it, belongs to a formula.
  ///
  /// A formula's word has a digit, a bracket, a letter that is not Latin, or is a single letter; a word of two Latin
  /// letters or more is a function's name only before a bracket.
  private func isFactor(before index: Index) -> Bool {
    let word = self[..<index].trimmingSuffix(while: \.isWhitespace)
      .reversed().prefix { !$0.isWhitespace }
    return Self.isFactor(String(word.reversed()))
  }

  private func isFactor(after index: Index) -> Bool {
    let word = self[self.index(after: index)...].drop(while: \.isWhitespace)
      .prefix { !$0.isWhitespace }
    return Self.isFactor(String(word.trimmingSuffix { ",;.:".contains($0) }))
  }

  private static func isFactor(_ word: String) -> Bool {
    guard let last = word.last, !":,;%".contains(last) else { return false }
    var name = 0
    for character in word + " " {
      let isLatin = character.isASCII && character.isLetter
      if !isLatin, name > 1, character != "(" { return false }
      name = isLatin ? name + 1 : 0
    }
    return word.contains { $0.isLetter || $0.isNumber || "()[]|".contains($0) }
  }

  /// The text with one space or comma where there were several, and no space before a comma or inside parentheses.
  private var withSingleSpaces: String {
    var text = ""
    for character in self {
      if character == " ", [" ", "(", nil].contains(text.last) { continue }
      if ",)".contains(character), text.last == " " { text.removeLast() }
      if character == ",", text.last == "," { continue }
      text.append(character)
    }
    return text.trimmingTrailingSpaces
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while isCut: (Character) -> Bool) -> Substring {
    var rest = self
    while let last = rest.last, isCut(last) { rest.removeLast() }
    return rest
  }
}

extension Character {
  /// Whether it belongs to a drawing: box drawing, block elements, Braille patterns.
  fileprivate var isDrawing: Bool {
    unicodeScalars.contains { scalar in
      (0x2500...0x259F).contains(scalar.value) || (0x2800...0x28FF).contains(scalar.value)
    }
  }
}
