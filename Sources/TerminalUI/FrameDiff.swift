/// The segments to write to turn one frame into another.
public struct FrameDiff: Sendable {
  /// Adjacent cells of one row.
  public struct Segment: Equatable, Sendable {
    public var x: Int
    public var y: Int
    /// The number of cells.
    public var length: Int
  }

  /// From top to bottom and left to right; a wide glyph is never split.
  public private(set) var segments: [Segment] = []

  /// Compares two frames.
  ///
  /// - Parameters:
  ///   - old: The frame that is shown; nil if unknown. A frame of another size counts as nil.
  ///   - new: The frame to show.
  public init(from old: Frame?, to new: Frame) {
    let old = old?.size == new.size ? old : nil
    for y in 0..<new.size.height {
      guard let old else {
        if new.size.width > 0 { segments.append(Segment(x: 0, y: y, length: new.size.width)) }
        continue
      }
      addRow(y, old: old, new: new)
    }
  }

  private mutating func addRow(_ y: Int, old: Frame, new: Frame) {
    let width = new.size.width
    let start = y * width
    var row: [Segment] = []
    old.cells.withUnsafeBufferPointer { old in
      new.cells.withUnsafeBufferPointer { new in
        var x = 0
        while x < width {
          let place = start + x
          let isWide = new[place].width == 2 && x + 1 < width
          let isSame = old[place] == new[place] && (!isWide || old[place + 1] == new[place + 1])
          if !isSame { row.add(Segment(x: x, y: y, length: isWide ? 2 : 1)) }
          x += isWide ? 2 : 1
        }
      }
    }
    guard !row.isEmpty else { return }
    if let x = Self.doubt(y, row, old: old, new: new) {
      row.removeAll { $0.x >= x }
      if let last = row.last { row[row.count - 1].length = Swift.min(last.length, x - last.x) }
      row.add(Segment(x: x, y: y, length: width - x))
    }
    segments += row
  }

  /// The column from which a row must be rewritten because of text with disputed width: a terminal may have placed it
  /// differently, and its new form may end elsewhere.
  private static func doubt(_ y: Int, _ row: [Segment], old: Frame, new: Frame) -> Int? {
    let runs = old.disputedRuns(in: y) + new.disputedRuns(in: y)
    let touched = runs.filter { run in
      row.contains { $0.x < run.upperBound && run.lowerBound < $0.x + $0.length }
    }
    guard var x = touched.map(\.lowerBound).min() else { return nil }
    while true {
      let further = runs.filter { $0.contains(x) }.map(\.lowerBound).min() ?? x
      let whole = new[further, y]?.width == 0 ? further - 1 : further
      if whole == x { return x }
      x = whole
    }
  }
}

extension [FrameDiff.Segment] {
  /// Adds a segment of the same row, merged with the previous one if they touch.
  fileprivate mutating func add(_ next: FrameDiff.Segment) {
    if let last, last.x + last.length == next.x {
      self[count - 1].length += next.length
    } else {
      append(next)
    }
  }
}

extension Frame {
  /// The parts of a row after which the position of a terminal's cursor is uncertain.
  ///
  /// A part contains graphemes whose width terminals disagree about, and the adjacent letters that are shaped together
  /// with them. It begins and ends with whole graphemes.
  ///
  /// - Parameter y: The row, inside the frame.
  /// - Returns: Ranges of columns, from the left.
  public func disputedRuns(in y: Int) -> [Range<Int>] {
    let row = cells[(y * size.width)..<((y + 1) * size.width)]
    guard row.contains(where: { $0.grapheme.isDisputed }) else { return [] }
    var runs: [Range<Int>] = []
    var start: Int?
    var isDoubtful = false
    for (x, cell) in row.enumerated() where cell.width > 0 {
      let isDisputed = cell.grapheme.isDisputed
      if isDisputed || cell.grapheme.isShaped {
        start = start ?? x
        isDoubtful = isDoubtful || isDisputed
        continue
      }
      if let first = start, isDoubtful { runs.append(first..<x) }
      (start, isDoubtful) = (nil, false)
    }
    if let first = start, isDoubtful { runs.append(first..<size.width) }
    return runs
  }
}
