import Synchronization

/// A grapheme packed into four bytes, so that frames are plain memory.
///
/// A single scalar is its own code. Graphemes of several scalars are kept once, in a table that
/// lives as long as the program; a text with more than ``Grapheme/most`` different ones loses the
/// marks of the rest, and nothing else.
public struct Grapheme: Hashable, Sendable {
  let code: UInt32

  /// How many graphemes of several scalars are told apart.
  static let most = 65536
  private static let firstInTable: UInt32 = 0x20_0000

  /// The space.
  static let space = Grapheme(scalar: " ")

  /// Packs a scalar.
  public init(scalar: Unicode.Scalar) { code = scalar.value }

  /// Packs a character.
  public init(_ character: Character) {
    let scalars = character.unicodeScalars
    let first = scalars[scalars.startIndex]
    let isAlone = scalars.index(after: scalars.startIndex) == scalars.endIndex
    let place = isAlone ? nil : Self.table.withLock { $0.index(of: character) }
    code = place.map { Self.firstInTable + UInt32($0) } ?? first.value
  }

  /// The character's byte, if it is a printable ASCII character.
  public var printableASCII: UInt8? {
    (0x20..<0x7F).contains(code) ? UInt8(truncatingIfNeeded: code) : nil
  }

  /// The character that was packed.
  public var character: Character {
    if let scalar = Unicode.Scalar(code) { return Character(scalar) }
    return Self.table.withLock { $0.characters[Int(code - Self.firstInTable)] }
  }

  /// Characters by their place.
  private struct Table {
    var characters: [Character] = []
    private var places: [Character: Int] = [:]

    mutating func index(of character: Character) -> Int? {
      if let place = places[character] { return place }
      guard characters.count < Grapheme.most else { return nil }
      places[character] = characters.count
      characters.append(character)
      return characters.count - 1
    }
  }

  private static let table = Mutex(Table())
}
