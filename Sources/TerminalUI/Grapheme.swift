import Synchronization

/// The text of a cell in four bytes, so that frames are plain memory.
///
/// A single code point is its own code. Longer texts are interned in a table that lives as long as the program; when it
/// is full, marks of further texts are dropped.
public struct Grapheme: Hashable, Sendable {
  let code: UInt32

  /// The maximum number of interned graphemes.
  static let most = 1 << 20
  private static let firstInTable: UInt32 = 0x20_0000

  static let space = Grapheme(scalar: " ")

  private init(code: UInt32) { self.code = code }

  public init(scalar: Unicode.Scalar) { self.init(code: scalar.value) }

  public init(_ character: Character) { self.init(character.unicodeScalars) }

  /// Packs the code points of one cell; none mean a space.
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

  /// The byte of a printable ASCII character.
  public var printableASCII: UInt8? {
    (0x20..<0x7F).contains(code) ? UInt8(truncatingIfNeeded: code) : nil
  }

  public var scalars: [Unicode.Scalar] {
    if let scalar = Unicode.Scalar(code) { return [scalar] }
    return Self.table.withLock { $0.texts[Int(code - Self.firstInTable)] }
  }

  public var text: String {
    var text = ""
    append(to: &text)
    return text
  }

  /// Appends its code points to a text.
  package func append(to text: inout String) {
    if let scalar = Unicode.Scalar(code) {
      text.unicodeScalars.append(scalar)
    } else {
      text.unicodeScalars.append(contentsOf: scalars)
    }
  }

  var character: Character {
    Unicode.Scalar(code).map(Character.init) ?? text.first ?? " "
  }

  /// Whether terminals disagree about its columns.
  var isDisputed: Bool {
    Unicode.Scalar(code).map(\.isDisputed) ?? true
  }

  /// Whether it belongs to a word whose letters are shaped together.
  var isShaped: Bool {
    scalars.first.map(\.isShaped) ?? false
  }

  /// The interned texts.
  ///
  /// Keys are code points, because equal characters may consist of different code points.
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
  /// Whether it is a single code point with columns of its own.
  var isOneCell: Bool {
    let scalars = unicodeScalars
    guard let first = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex
    else { return false }
    return first.columns > 0 && !isLoneRegionalIndicator
  }

  /// The maximum number of marks on one letter: the longest sequence in normalised text of a living language (Unicode
  /// Standard Annex 15, Stream-Safe Text Format).
  static let mostMarks = 30

  /// The grapheme as terminals store it: each cell is a code point with columns and the zero-width marks after it.
  ///
  /// - Returns: The cells from the left with their columns, 1 or 2; empty for invisible graphemes.
  var cells: [(grapheme: Grapheme, width: Int)] {
    var cells: [(scalars: [Unicode.Scalar], width: Int, marks: Int)] = []
    for scalar in unicodeScalars {
      let columns = scalar.columns
      if columns > 0 {
        cells.append(([scalar], columns, 0))
        continue
      }
      // Marks without a base character are put on a space.
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
