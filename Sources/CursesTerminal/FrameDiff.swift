import TerminalUI

/// What has to be written so that one frame takes the place of another.
struct FrameDiff {
  /// Neighbouring cells of one row.
  struct Stretch: Equatable {
    var x: Int
    var y: Int
    var length: Int
  }

  /// From the top, from the left; a wide glyph is always whole.
  private(set) var stretches: [Stretch] = []

  /// Compares two frames.
  ///
  /// - Parameters:
  ///   - old: What is shown; nil if that is not known. A frame of another size counts as nil.
  ///   - new: What is to be shown.
  init(from old: Frame?, to new: Frame) {
    let old = old?.size == new.size ? old : nil
    for y in 0..<new.size.height {
      guard let old else {
        if new.size.width > 0 { stretches.append(Stretch(x: 0, y: y, length: new.size.width)) }
        continue
      }
      addRow(y, old: old.cells, new: new.cells, width: new.size.width)
    }
  }

  /// The same difference in parts of two rows each; at least one part.
  var byTwoLines: [FrameDiff] {
    var parts: [FrameDiff] = []
    var rows: Set<Int> = []
    for stretch in stretches {
      if parts.isEmpty || (rows.count == 2 && !rows.contains(stretch.y)) {
        parts.append(FrameDiff())
        rows = []
      }
      rows.insert(stretch.y)
      parts[parts.count - 1].stretches.append(stretch)
    }
    return parts.isEmpty ? [self] : parts
  }

  private init() {}

  /// Whether most of what differs is text that has moved up or down by one row.
  func movesByOneLine(from old: Frame?, to new: Frame) -> Bool {
    guard let old, old.size == new.size else { return false }
    let width = new.size.width
    let changed = Set(stretches.map(\.y))
    func moved(by rows: Int) -> Int {
      changed.count { row in
        let source = row + rows
        guard (0..<new.size.height).contains(source) else { return false }
        return new.cells[(row * width)..<((row + 1) * width)]
          .elementsEqual(old.cells[(source * width)..<((source + 1) * width)])
      }
    }
    return max(moved(by: 1), moved(by: -1)) * 2 > changed.count
  }

  private mutating func addRow(_ y: Int, old: [Cell], new: [Cell], width: Int) {
    let start = y * width
    var x = 0
    while x < width {
      let length = new[start + x].width == 2 && x + 1 < width ? 2 : 1
      let isSame = (x..<x + length).allSatisfy { old[start + $0] == new[start + $0] }
      if !isSame { add(Stretch(x: x, y: y, length: length)) }
      x += length
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
