import Activations

/// A token of a claim.
struct ClaimToken: Hashable {
  enum Kind: Hashable {
    case number(Double)
    case name
    case mark
    case end
  }

  var kind: Kind
  var text: String
  /// Its offset in characters.
  var offset: Int

  /// Splits a claim into tokens.
  ///
  /// Names may contain hyphens if the catalogue has such a function.
  ///
  /// - Throws: `ClaimError.syntax` at an invalid character.
  static func all(in text: String) throws(ClaimError) -> [ClaimToken] {
    let letters = Array(text)
    var tokens: [ClaimToken] = []
    var index = 0
    while index < letters.count {
      let letter = letters[index]
      if letter.isWhitespace {
        index += 1
        continue
      }
      let length: Int
      let kind: Kind
      if letter.isASCII, letter.isNumber {
        length = numberLength(letters[index...])
        guard let value = Double(String(letters[index..<(index + length)])) else {
          throw .syntax(offset: index, expected: .number)
        }
        kind = .number(value)
      } else if letter.isASCII, letter.isLetter {
        length = nameLength(letters[index...])
        kind = .name
      } else if ["<=", ">="].contains(String(letters[index...].prefix(2))) {
        (length, kind) = (2, .mark)
      } else if "()[],=<>+-*/^".contains(letter) {
        (length, kind) = (1, .mark)
      } else {
        throw .syntax(
          offset: index, expected: .token)
      }
      tokens.append(
        ClaimToken(
          kind: kind, text: String(letters[index..<(index + length)]), offset: index))
      index += length
    }
    return tokens + [ClaimToken(kind: .end, text: "", offset: letters.count)]
  }

  private static func numberLength(_ letters: ArraySlice<Character>) -> Int {
    var rest = letters
    func digits() { rest = rest.drop { $0.isASCII && $0.isNumber } }
    digits()
    if rest.first == ".", rest.dropFirst().first?.isNumber == true {
      rest = rest.dropFirst()
      digits()
    }
    if rest.first == "e" {
      let sign = rest.dropFirst().first.map { "+-".contains($0) } == true ? 2 : 1
      if rest.dropFirst(sign).first?.isNumber == true {
        rest = rest.dropFirst(sign)
        digits()
      }
    }
    return letters.count - rest.count
  }

  private static func nameLength(_ letters: ArraySlice<Character>) -> Int {
    func isPart(_ letter: Character) -> Bool {
      letter.isASCII && (letter.isLetter || letter.isNumber || letter == "_")
    }
    let plain = letters.prefix(while: isPart).count
    let hyphenated = letters.prefix { isPart($0) || $0 == "-" }
    guard hyphenated.count > plain else { return plain }
    return Catalogue.has(String(hyphenated)) ? hyphenated.count : plain
  }
}
