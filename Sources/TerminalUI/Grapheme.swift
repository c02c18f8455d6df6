import Synchronization

/// What a cell shows, packed into four bytes, so that frames are plain memory.
///
/// A single code point is its own code. Longer texts are kept once, in a table that lives as long as
/// the program; when it is full, the marks of further ones are left out.
public struct Grapheme: Hashable, Sendable {
  let code: UInt32

  /// How many graphemes of several code points are told apart.
  static let most = 1 << 20
  private static let firstInTable: UInt32 = 0x20_0000

  /// The space.
  static let space = Grapheme(scalar: " ")

  private init(code: UInt32) { self.code = code }

  /// Packs a code point.
  public init(scalar: Unicode.Scalar) { self.init(code: scalar.value) }

  /// Packs a character.
  public init(_ character: Character) { self.init(character.unicodeScalars) }

  /// Packs the code points of one cell; none are a blank.
  init(_ scalars: some Sequence<Unicode.Scalar>) {
    var iterator = scalars.makeIterator()
    guard let first = iterator.next() else {
      self = .space
      return
    }
    guard let second = iterator.next() else {
      self.init(scalar: first)
      return
    }
    var all = [first, second]
    while let next = iterator.next() { all.append(next) }
    let place = Self.table.withLock { $0.index(of: all) }
    self.init(code: place.map { Self.firstInTable + UInt32($0) } ?? first.value)
  }

  /// The character's byte, if it is a printable ASCII character.
  public var printableASCII: UInt8? {
    (0x20..<0x7F).contains(code) ? UInt8(truncatingIfNeeded: code) : nil
  }

  /// The code points that were packed.
  public var scalars: [Unicode.Scalar] {
    if let scalar = Unicode.Scalar(code) { return [scalar] }
    return Self.table.withLock { $0.texts[Int(code - Self.firstInTable)] }
  }

  /// The code points as text.
  public var text: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  /// The text as a character.
  var character: Character { text.first ?? " " }

  /// Whether a terminal may count other columns for it than this program.
  var isDisputed: Bool {
    Unicode.Scalar(code).map(\.isDisputed) ?? true
  }

  /// Whether it belongs to a word whose letters are shaped together.
  var isShaped: Bool {
    scalars.first.map(\.isShaped) ?? false
  }

  /// Texts by their place.
  ///
  /// Keys are code points, since characters that are equal may be written differently.
  private struct Table {
    var texts: [[Unicode.Scalar]] = []
    private var places: [[Unicode.Scalar]: Int] = [:]

    mutating func index(of text: [Unicode.Scalar]) -> Int? {
      if let place = places[text] { return place }
      guard texts.count < Grapheme.most else { return nil }
      places[text] = texts.count
      texts.append(text)
      return texts.count - 1
    }
  }

  private static let table = Mutex(Table())
}

extension Character {
  /// Whether it is a single code point that has columns of its own.
  var isOneCell: Bool {
    let scalars = unicodeScalars
    guard let first = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex
    else { return false }
    return first.columns > 0 && !isLoneRegionalIndicator
  }

  /// So many marks are drawn on one letter at most, the longest row of them that normalised text
  /// of a living language has (Unicode Standard Annex 15, Stream-Safe Text Format).
  static let mostMarks = 30

  /// The grapheme as a terminal keeps it: cell by cell, each a code point with columns and the marks
  /// without any that follow it.
  ///
  /// - Returns: The cells from the left, with their columns, 1 or 2; none for what is invisible.
  var cells: [(grapheme: Grapheme, width: Int)] {
    var cells: [(scalars: [Unicode.Scalar], width: Int, marks: Int)] = []
    for scalar in unicodeScalars {
      let columns = scalar.columns
      if columns > 0 {
        cells.append(([scalar], columns, 0))
        continue
      }
      // Marks without a letter stand on a blank.
      if cells.isEmpty { cells.append(([" "], 1, 0)) }
      let last = cells.count - 1
      if scalar.value == 0xFE0F { cells[last].width = 2 }
      guard cells[last].marks < Self.mostMarks else { continue }
      cells[last].scalars.append(scalar)
      cells[last].marks += 1
    }
    if cells.count == 1, isLoneRegionalIndicator { cells[0].width = 2 }
    return cells.map { (Grapheme($0.scalars), $0.width) }
  }
}
