import TerminalUI

/// What a terminal is sent for a cell.
struct Glyph: Equatable {
  /// One spacing code point and the marks on it.
  var scalars: [Unicode.Scalar]
  /// Columns the terminal will move on: 1 or 2.
  var columns: Int

  /// What stands for a glyph that cannot be shown.
  static let replacement = Glyph(scalars: ["?"], columns: 1)

  /// Chooses what to send so that no terminal moves its cursor further than the cell is wide.
  ///
  /// Nothing is sent whose width the system and this program count differently; of emoji sequences
  /// only the first picture is sent, since terminals disagree about the rest.
  ///
  /// - Parameters:
  ///   - cell: A cell of width 1 or 2.
  ///   - isUTF8: Whether the terminal takes more than ASCII.
  ///   - limit: Code points at most.
  ///   - systemWidth: Columns of a code point in the system's tables, below 0 if unknown.
  init(
    _ cell: Cell, isUTF8: Bool, limit: Int, systemWidth: (Unicode.Scalar) -> Int
  ) {
    guard !cell.glyph.isControl, let base = cell.glyph.unicodeScalars.first else {
      self = .replacement
      return
    }
    let columns = Character(base).displayWidth
    guard isUTF8, columns == systemWidth(base), (1...Int(cell.width)).contains(columns) else {
      self = .replacement
      return
    }
    let marks = cell.glyph.unicodeScalars.dropFirst().filter {
      $0.isMark && systemWidth($0) == 0
    }
    self.init(scalars: [base] + marks.prefix(limit - 1), columns: columns)
  }

  private init(scalars: [Unicode.Scalar], columns: Int) {
    self.scalars = scalars
    self.columns = columns
  }
}

extension Unicode.Scalar {
  /// Whether it is drawn onto the code point before it.
  fileprivate var isMark: Bool {
    switch value {
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF: return false  // variation selectors
    case 0x1160...0x11FF: return true  // vowels and finals of Hangul
    default: break
    }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: return true
    default: return false
    }
  }
}
