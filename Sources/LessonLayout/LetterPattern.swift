import TerminalUI

/// A search pattern: the folded letters of a query, and where to continue after a mismatch.
///
/// Every letter of a text is folded and examined once, for any text and query.
///
/// - Source: Knuth, Morris & Pratt, Fast pattern matching in strings, 1977.
package struct LetterPattern: Hashable, Sendable {
  /// The number of letters.
  package var length: Int { letters.count }
  /// The letters as numbers.
  private let letters: [Int]
  /// For every number of matched letters, the number that still match after a mismatch.
  private let fallbacks: [Int]
  /// The numbers of letters beyond ASCII.
  private let numbers: [Character: Int]
  /// Whether case matters, because the query contains a capital.
  private let isCaseSensitive: Bool
  /// Whether the query is ASCII, so that bytes of a text can be compared.
  package let isASCII: Bool

  package init(_ query: String) {
    isASCII = query.utf8.allSatisfy { $0 < 0x80 && $0 != 0x0D }
    isCaseSensitive = query.contains(where: \.isUppercase)
    var numbers: [Character: Int] = [:]
    var letters: [Int] = []
    // Invisible characters are ignored.
    for character in query where !character.isInvisible {
      let folded = isCaseSensitive ? character : Self.folded(character)
      if let byte = folded.asciiValue, folded.utf8.count == 1 {
        letters.append(Int(byte))
      } else {
        letters.append(numbers[folded] ?? 0x100 + numbers.count)
        numbers[folded] = letters.last
      }
    }
    (self.letters, self.numbers) = (letters, numbers)
    fallbacks = Self.fallbacks(of: letters)
  }

  /// The letter in lower case, if that is one letter.
  private static func folded(_ character: Character) -> Character {
    let lower = character.lowercased()
    return lower.count == 1 ? Character(lower) : character
  }

  private static func fallbacks(of letters: [Int]) -> [Int] {
    var result = [0, 0]
    var matched = 0
    for letter in letters.dropFirst() {
      while matched > 0, letters[matched] != letter { matched = result[matched] }
      if letters[matched] == letter { matched += 1 }
      result.append(matched)
    }
    return result
  }

  /// The number of matched letters after one more letter of the text; ``length`` is a match.
  package func matched(after matched: Int, _ byte: UInt8) -> Int {
    step(matched, isCaseSensitive || !(0x41...0x5A).contains(byte) ? Int(byte) : Int(byte) + 0x20)
  }

  /// The same for letters beyond ASCII.
  package func matched(after matched: Int, _ character: Character) -> Int {
    if let byte = character.utf8.first, character.utf8.count == 1 {
      return self.matched(after: matched, byte)
    }
    if character.isInvisible { return matched }
    return step(matched, numbers[isCaseSensitive ? character : Self.folded(character)] ?? -1)
  }

  private func step(_ matched: Int, _ letter: Int) -> Int {
    guard !letters.isEmpty else { return 0 }
    var matched = matched == letters.count ? fallbacks[matched] : matched
    while matched > 0, letters[matched] != letter { matched = fallbacks[matched] }
    return letters[matched] == letter ? matched + 1 : 0
  }

  /// The positions of the pattern in a text; matches do not overlap.
  package func places(in text: some Sequence<Character>) -> [Int] {
    var places: [Int] = []
    var matched = 0
    for (index, character) in text.enumerated() {
      matched = self.matched(after: matched, character)
      guard matched == length, length > 0 else { continue }
      places.append(index + 1 - length)
      matched = 0
    }
    return places
  }
}

/// An interruptible search of one text.
package struct TextScan: Sendable {
  private let text: String
  private let pattern: LetterPattern
  private var place: String.Index
  private var matched = 0
  /// The number of letters searched so far; bytes if the query is ASCII.
  package private(set) var lettersRead = 0

  package init(_ text: String, for pattern: LetterPattern) {
    self.text = text
    self.pattern = pattern
    place = text.startIndex
  }

  /// Continues.
  ///
  /// - Parameter limit: The number of letters to search.
  /// - Returns: Whether the text contains the pattern; nil if that is not known yet.
  package mutating func resume(letters limit: Int) -> Bool? {
    guard pattern.length > 0 else { return false }
    return pattern.isASCII
      ? resume(limit, in: text.utf8) { $0.matched(after: $1, $2) }
      : resume(limit, in: text) { $0.matched(after: $1, $2) }
  }

  /// Searches letters one by one; `match` is ``LetterPattern/matched(after:_:)`` for their type.
  private mutating func resume<Letters: Collection>(
    _ limit: Int, in letters: Letters, _ match: (LetterPattern, Int, Letters.Element) -> Int
  ) -> Bool? where Letters.Index == String.Index {
    var left = limit
    while place < letters.endIndex {
      guard left > 0 else { return nil }
      matched = match(pattern, matched, letters[place])
      place = letters.index(after: place)
      (left, lettersRead) = (left - 1, lettersRead + 1)
      if matched == pattern.length { return true }
    }
    return false
  }
}
