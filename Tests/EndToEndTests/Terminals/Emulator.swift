/// A minimal terminal emulator for TERM=xterm: a grid of characters.
///
/// - Source: ECMA-48, and xterm's control sequences.
struct Emulator {
  /// A mode that a program can set, such as `?1049`.
  struct Mode: RawRepresentable, Hashable {
    var rawValue: String

    /// The screen of programs that fill the window; the main one comes back when it is reset.
    static let alternateScreen = Mode(rawValue: "?1049")
    /// Presses of the mouse are sent in decimal numbers.
    static let mouseReports = Mode(rawValue: "?1006")
    /// Pasted text is sent between two sequences.
    static let pasteBrackets = Mode(rawValue: "?2004")
  }

  private(set) var width: Int
  private(set) var height: Int
  private(set) var cells: [[Character]]
  private var x = 0
  private var y = 0
  private var region: ClosedRange<Int>
  private var saved = (x: 0, y: 0)
  private var pending: [UInt8] = []
  private var last: Character = " "
  /// Unknown sequences, as text.
  private(set) var unknown: [String] = []
  /// The modes that are set.
  private(set) var modes: Set<Mode> = []
  /// The main screen while the alternate one is shown.
  private var below: [[Character]]?

  init(width: Int, height: Int) {
    (self.width, self.height) = (width, height)
    cells = Self.blank(width, height)
    region = 0...height - 1
  }

  private static func blank(_ width: Int, _ height: Int) -> [[Character]] {
    Array(repeating: Array(repeating: " ", count: width), count: height)
  }

  /// The rows, without trailing spaces.
  var lines: [String] {
    cells.map { row in
      String(row.prefix(row.lastIndex { $0 != " " }.map { $0 + 1 } ?? 0))
    }
  }

  var text: String { lines.joined(separator: "\n") }

  /// Resizes the window; its contents stay at the top left.
  mutating func resize(width: Int, height: Int) {
    var next = Self.blank(width, height)
    for (row, line) in cells.prefix(height).enumerated() {
      for (column, cell) in line.prefix(width).enumerated() { next[row][column] = cell }
    }
    cells = next
    (self.width, self.height) = (width, height)
    region = 0...height - 1
    (x, y) = (min(x, width - 1), min(y, height - 1))
  }

  /// Processes output of a program.
  mutating func feed(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    while let used = step(pending[...]) { pending.removeFirst(used) }
  }

  /// Processes one character or sequence; nil if it is incomplete.
  private mutating func step(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    switch first {
    case 0x1B: return escape(Array(bytes.dropFirst())).map { $0 + 1 }
    case 0x0D: x = 0
    case 0x0A: lineFeed()
    case 0x08: x = max(0, x - 1)
    case 0x09: x = min(width - 1, (x / 8 + 1) * 8)
    case 0..<0x20, 0x7F: break
    default:
      let count = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      guard bytes.count >= count else { return nil }
      for character in String(decoding: bytes.prefix(count), as: UTF8.self) { put(character) }
      return count
    }
    return 1
  }

  private mutating func put(_ character: Character) {
    if x >= width {
      x = 0
      lineFeed()
    }
    cells[y][x] = character
    last = character
    x += 1
  }

  private mutating func lineFeed() {
    if y == region.upperBound { scroll(region, by: 1) } else { y = min(height - 1, y + 1) }
  }

  private mutating func scroll(_ rows: ClosedRange<Int>, by count: Int) {
    let empty = Array(repeating: Character(" "), count: width)
    for _ in 0..<min(abs(count), rows.count) {
      if count > 0 {
        cells.remove(at: rows.lowerBound)
        cells.insert(empty, at: rows.upperBound)
      } else {
        cells.remove(at: rows.upperBound)
        cells.insert(empty, at: rows.lowerBound)
      }
    }
  }

  private mutating func escape(_ bytes: [UInt8]) -> Int? {
    guard let kind = bytes.first else { return nil }
    switch kind {
    case UInt8(ascii: "["):
      guard let end = bytes.dropFirst().firstIndex(where: { (0x40...0x7E).contains($0) }) else {
        return nil
      }
      control(String(decoding: bytes[1..<end], as: UTF8.self), bytes[end])
      return end + 1
    case UInt8(ascii: "("), UInt8(ascii: ")"): return bytes.count > 1 ? 2 : nil
    case UInt8(ascii: "]"):
      return bytes.firstIndex(of: 7).map { $0 + 1 }
    case UInt8(ascii: "7"): saved = (x, y)
    case UInt8(ascii: "8"): (x, y) = saved
    case UInt8(ascii: "M"): if y == region.lowerBound { scroll(region, by: -1) } else { y -= 1 }
    case UInt8(ascii: "D"): lineFeed()
    // The VT52's sequence to move the cursor.
    case UInt8(ascii: "Y"):
      guard bytes.count > 2 else { return nil }
      (y, x) = (min(height, Int(bytes[1]) - 31) - 1, min(width, Int(bytes[2]) - 31) - 1)
      return 3
    case UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "c"): break
    default: unknown.append("ESC \(kind)")
    }
    return 1
  }

  private mutating func control(_ text: String, _ final: UInt8) {
    let numbers = text.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    let count = max(1, numbers.first ?? 1)
    x = min(x, width - 1)
    switch Character(Unicode.Scalar(final)) {
    case "A": y = max(0, y - count)
    case "B", "e": y = min(height - 1, y + count)
    case "C", "a": x = min(width - 1, x + count)
    case "D": x = max(0, x - count)
    case "G", "`": x = min(width, count) - 1
    case "d": y = min(height, count) - 1
    case "H", "f":
      y = min(height, max(1, numbers.first ?? 1)) - 1
      x = min(width, max(1, numbers.count > 1 ? numbers[1] : 1)) - 1
    case "J", "K", "X", "@", "P", "L", "M": edit(Character(Unicode.Scalar(final)), numbers, count)
    case "S": scroll(region, by: count)
    case "T": scroll(region, by: -count)
    case "b": for _ in 0..<count { put(last) }
    case "r": setRegion(numbers)
    case "h": for mode in text.split(separator: ";") { set(Mode(rawValue: String(mode)), true) }
    case "l": for mode in text.split(separator: ";") { set(Mode(rawValue: String(mode)), false) }
    case "m", "t", "n": break
    default: unknown.append("CSI \(text)\(Character(Unicode.Scalar(final)))")
    }
  }

  private mutating func setRegion(_ numbers: [Int]) {
    let top = max(1, numbers.first ?? 1) - 1
    let bottom = (numbers.count > 1 && numbers[1] > 0 ? min(numbers[1], height) : height) - 1
    if top < bottom { region = top...bottom }
    (x, y) = (0, 0)
  }

  private mutating func set(_ mode: Mode, _ isOn: Bool) {
    if isOn { modes.insert(mode) } else { modes.remove(mode) }
    guard mode == .alternateScreen else { return }
    if isOn {
      if below == nil { (below, saved) = (cells, (x, y)) }
      cells = Self.blank(width, height)
    } else if let main = below {
      let size = (width, height)
      cells = main
      below = nil
      (width, height) = (main.first?.count ?? size.0, main.count)
      resize(width: size.0, height: size.1)
      (x, y) = (min(saved.x, width - 1), min(saved.y, height - 1))
    }
  }

  private mutating func edit(_ kind: Character, _ numbers: [Int], _ count: Int) {
    let mode = numbers.first ?? 0
    switch kind {
    case "J":
      let rows = mode == 0 ? y + 1..<height : mode == 1 ? 0..<y : 0..<height
      for row in rows { erase(row, 0..<width) }
      if mode < 2 { erase(y, mode == 0 ? x..<width : 0..<x + 1) }
    case "K": erase(y, mode == 0 ? x..<width : mode == 1 ? 0..<x + 1 : 0..<width)
    case "X": erase(y, x..<min(width, x + count))
    case "@":
      cells[y].insert(contentsOf: Array(repeating: " ", count: min(count, width - x)), at: x)
      cells[y].removeLast(cells[y].count - width)
    case "P":
      let gone = min(count, width - x)
      cells[y].removeSubrange(x..<x + gone)
      cells[y] += Array(repeating: " ", count: gone)
    case "L": if region.contains(y) { scroll(y...region.upperBound, by: -count) }
    default: if region.contains(y) { scroll(y...region.upperBound, by: count) }
    }
  }

  private mutating func erase(_ row: Int, _ columns: Range<Int>) {
    for column in columns { cells[row][column] = " " }
  }
}
