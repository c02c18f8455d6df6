/// What has to be written so that one frame takes the place of another.
public struct FrameDiff: Sendable {
  /// Neighbouring cells of one row.
  public struct Stretch: Equatable, Sendable {
    /// The first column.
    public var x: Int
    /// The row.
    public var y: Int
    /// How many cells.
    public var length: Int
  }

  /// From the top, from the left; a wide glyph is always whole.
  public private(set) var stretches: [Stretch] = []

  /// Compares two frames.
  ///
  /// - Parameters:
  ///   - old: What is shown; nil if that is not known. A frame of another size counts as nil.
  ///   - new: What is to be shown.
  public init(from old: Frame?, to new: Frame) {
    let old = old?.size == new.size ? old : nil
    for y in 0..<new.size.height {
      guard let old else {
        if new.size.width > 0 { stretches.append(Stretch(x: 0, y: y, length: new.size.width)) }
        continue
      }
      addRow(y, old: old, new: new)
    }
  }

  /// Whether most of what differs is text that has moved up or down by one row.
  public func movesByOneLine(from old: Frame?, to new: Frame) -> Bool {
    guard let old, old.size == new.size else { return false }
    let changed = Set(stretches.map(\.y))
    func moved(by rows: Int) -> Int {
      changed.count { row in
        (0..<new.size.height).contains(row + rows) && new.holds(row, sameAs: row + rows, of: old)
      }
    }
    return max(moved(by: 1), moved(by: -1)) * 2 > changed.count
  }

  /// The rows that change and whose old text stands in another of these rows now.
  public func movedRows(from old: Frame?, to new: Frame) -> [Int] {
    guard let old, old.size == new.size else { return [] }
    let changed = Set(stretches.map(\.y))
    let now = Set(changed.map(new.rowHash))
    return changed.filter { now.contains(old.rowHash($0)) }.sorted()
  }

  private mutating func addRow(_ y: Int, old: Frame, new: Frame) {
    let width = new.size.width
    let start = y * width
    old.cells.withUnsafeBufferPointer { old in
      new.cells.withUnsafeBufferPointer { new in
        var x = 0
        while x < width {
          let place = start + x
          let isWide = new[place].width == 2 && x + 1 < width
          let isSame = old[place] == new[place] && (!isWide || old[place + 1] == new[place + 1])
          if !isSame { add(Stretch(x: x, y: y, length: isWide ? 2 : 1)) }
          x += isWide ? 2 : 1
        }
      }
    }
  }

  private mutating func add(_ next: Stretch) {
    if let last = stretches.last, last.y == next.y, last.x + last.length == next.x {
      stretches[stretches.count - 1].length += next.length
    } else {
      stretches.append(next)
    }
  }
}

extension Frame {
  /// Whether a row is the same as a row of another frame of this width.
  fileprivate func holds(_ row: Int, sameAs other: Int, of frame: Frame) -> Bool {
    let width = size.width
    return (0..<width).allSatisfy { cells[row * width + $0] == frame.cells[other * width + $0] }
  }

  /// A number that rows of the same cells have in common (FNV-1a, a cell at a time).
  fileprivate func rowHash(_ row: Int) -> UInt64 {
    cells.withUnsafeBufferPointer { cells in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for cell in cells[(row * size.width)..<((row + 1) * size.width)] {
        hash = (hash ^ cell.bits) &* 0x100_0000_01B3
      }
      return hash
    }
  }
}

extension Cell {
  /// All of the cell in one number.
  fileprivate var bits: UInt64 {
    UInt64(grapheme.code) << 32 | UInt64(style.role.rawValue) << 16
      | UInt64(style.attributes.rawValue) << 8 | UInt64(width)
  }
}
