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
