package import Lessons
package import TerminalUI

/// Lays out a table, with text wrapped inside cells.
///
/// If a column would be narrower than eight columns of the screen, every row becomes a list: each cell after the title
/// of its column.
package struct TableLayout {
  package let table: TableBlock
  package let width: Int
  package let charset: Charset
  /// Whether every row is a list at any width.
  package let isListed: Bool
  /// Converts text to runs in a role.
  package let runs: (Prose, Role) -> [Run]

  package init(
    table: TableBlock, width: Int, charset: Charset, isListed: Bool = false,
    runs: @escaping (Prose, Role) -> [Run]
  ) {
    self.table = table
    self.width = width
    self.charset = charset
    self.isListed = isListed
    self.runs = runs
  }

  private static let leastColumn = 8
  private static let gap = 2

  /// A line and its row of the table; the header is row 0.
  package typealias Line = (row: Int, runs: [Run])

  /// The table's lines.
  package func lines() -> [Line] {
    let count = table.header.count
    guard count > 0 else { return [] }
    let natural = (0..<count).map { column in
      ([table.header] + table.rows).map { width(of: $0[column]) }.max() ?? 0
    }
    let room = width - Self.gap * (count - 1)
    let widths = fitted(natural, room: room)
    let isTight = zip(widths, natural).contains { $0 < min($1, Self.leastColumn) }
    return isTight || isListed ? listed() : gridded(widths)
  }

  /// The columns of a cell's longest line.
  private func width(of cell: Prose) -> Int {
    var (widest, width) = (0, 0)
    for run in runs(cell, .text) {
      for (index, part) in run.text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 { width = 0 }
        width += part.displayWidth
        widest = max(widest, width)
      }
    }
    return widest
  }

  /// Narrows the widest columns until all fit.
  ///
  /// - Complexity: O(*c* log *w*) for *c* columns of at most *w* columns of the screen.
  package func fitted(_ natural: [Int], room: Int) -> [Int] {
    func total(_ most: Int) -> Int { natural.reduce(0) { $0 + min($1, most) } }
    var (low, high) = (1, natural.max() ?? 1)
    if total(high) <= room { return natural }
    // Finds the largest width that all columns can have.
    while high - low > 1 {
      let middle = (low + high) / 2
      if total(middle) <= room { low = middle } else { high = middle }
    }
    var widths = natural.map { min($0, low) }
    var left = max(0, room - total(low))
    for column in natural.indices.reversed() where left > 0 && natural[column] > low {
      widths[column] += 1
      left -= 1
    }
    return widths
  }

  private func gridded(_ widths: [Int]) -> [Line] {
    let rule = widths.map { String(repeating: charset.pick("─", "-"), count: $0) }
      .joined(separator: charset.pick("──", "--"))
    var lines: [Line] = []
    if !table.header.allSatisfy(\.isEmpty) {
      lines = row(table.header, widths, role: .heading).map { (0, $0) }
      lines.append((0, [Run(rule, .dim)]))
    }
    let wraps = table.rows.contains { zip($0, widths).contains { width(of: $0) > $1 } }
    for (index, cells) in table.rows.enumerated() {
      lines += row(cells, widths, role: .text).map { (index + 1, $0) }
      if wraps, index < table.rows.count - 1 { lines.append((index + 1, [])) }
    }
    return lines
  }

  private func row(_ cells: [Prose], _ widths: [Int], role: Role) -> [[Run]] {
    let wrapped = zip(cells, widths).map { cell, width in
      TextLayout.wrap(runs(cell, role), width: max(1, width))
    }
    let height = wrapped.map(\.count).max() ?? 1
    return (0..<height).map { line in
      var result: [Run] = []
      for column in wrapped.indices {
        let text = line < wrapped[column].count ? wrapped[column][line] : TextLine([])
        let missing = max(0, widths[column] - text.width)
        let left =
          switch table.alignments[column] {
          case .left: 0
          case .center: missing / 2
          case .right: missing
          }
        result.append(Run(String(repeating: " ", count: left)))
        result += text.runs
        let gap = column == wrapped.count - 1 ? 0 : Self.gap
        result.append(Run(String(repeating: " ", count: missing - left + gap)))
      }
      return result.filter { !$0.text.isEmpty }
    }
  }

  private func listed() -> [Line] {
    var lines: [Line] = []
    // Titles without a cell would be lost.
    for (column, header) in table.header.enumerated()
    where !header.isEmpty && table.rows.allSatisfy({ $0[column].isEmpty }) {
      for line in TextLayout.wrap(runs(header, .heading), width: width) {
        lines.append((0, line.runs))
      }
    }
    for (index, cells) in table.rows.enumerated() {
      if !lines.isEmpty { lines.append((index, [])) }
      for (column, cell) in cells.enumerated() where !cell.isEmpty {
        let header = runs(table.header[column], .heading)
        let title = header.isEmpty ? [] : header + [Run(": ", .heading)]
        let text = runs(cell, column == 0 ? .heading : .text)
        for (number, line) in TextLayout.wrap(title + text, width: width - 2).enumerated() {
          let indent = Run(column == 0 && number == 0 ? "" : "  ")
          lines.append((index + 1, [indent] + line.runs))
        }
      }
    }
    return lines
  }
}
