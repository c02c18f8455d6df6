/// The pages of a laid-out section.
///
/// A page ends before a block that fits on a page but not on the rest of this one, and never after a heading. The rows
/// after its end stay empty. Pages do not overlap, and every line that is not blank is on one of them.
package struct PageBreaks: Sendable {
  /// The rows of a page.
  package let rows: Int
  /// The first lines of the pages, counted from the section's top; at least one.
  package let starts: [Int]
  /// Whether each line is blank and outside all blocks, so that a page need not begin with it.
  private let isSkipped: [Bool]
  /// The blocks that a page does not divide, in order of their first lines.
  private let blocks: [Range<Int>]

  /// Computes the pages.
  ///
  /// - Parameters:
  ///   - isBlank: Whether each line is blank.
  ///   - blocks: The lines of each block that should not be divided: figures, tables, code, questions.
  ///   - headings: The lines of each heading, which stays with the lines after it.
  ///   - leads: Lines that announce the block after them, which stay with it if both fit on a page.
  ///   - rows: The rows of a page, at least one.
  package init(
    isBlank: [Bool], blocks: [Range<Int>], headings: [Range<Int>], leads: [Int] = [], rows: Int
  ) {
    self.rows = max(1, rows)
    var skipped = isBlank
    for line in blocks.joined() where skipped.indices.contains(line) { skipped[line] = false }
    isSkipped = skipped
    let limit = self.rows
    var kept = blocks.filter { !$0.isEmpty && $0.count <= limit }
    for lead in leads {
      guard let next = isBlank.indices.dropFirst(lead + 1).first(where: { !isBlank[$0] }),
        let block = kept.first(where: { $0.lowerBound == next }), block.upperBound - lead <= limit
      else { continue }
      kept.append(lead..<block.upperBound)
    }
    // From the last heading on, since a heading may be followed by another one.
    for heading in headings.sorted(by: { $0.lowerBound > $1.lowerBound }) {
      guard let next = isBlank.indices.dropFirst(heading.upperBound).first(where: { !isBlank[$0] })
      else { continue }
      let follower = kept.filter { $0.contains(next) }.map(\.upperBound).max() ?? next + 1
      let whole = heading.lowerBound..<follower
      if whole.count <= limit {
        kept.append(whole)
      } else {
        // Both do not fit on one page: the heading stays with the first lines of the block.
        kept.removeAll { $0.contains(next) }
        kept.append(heading.lowerBound..<(next + 1))
      }
    }
    self.blocks = kept.filter { $0.count <= limit }.sorted { $0.lowerBound < $1.lowerBound }
    var starts = [0]
    while let next = Self.next(after: starts[starts.count - 1], limit, isSkipped, self.blocks) {
      starts.append(next)
    }
    self.starts = starts
  }

  /// The first line of the page after one that begins at a line; nil if that is the last page.
  package func next(after top: Int) -> Int? { Self.next(after: top, rows, isSkipped, blocks) }

  /// The line after the last line of a page that begins at a line.
  package func end(of top: Int) -> Int {
    let end = Self.end(of: top, rows, blocks)
    return min(end, isSkipped.count)
  }

  /// The first line of the page before a line; nil at the section's top.
  ///
  /// Before a page that does not begin where pages begin counted from the top, for example after scrolling by lines, it is
  /// the page that contains the line, unless most of that page was visible already.
  package func previous(before top: Int) -> Int? {
    guard top > 0, let index = starts.lastIndex(where: { $0 < top }) else { return nil }
    let isPage = starts.contains(top)
    if !isPage, top - starts[index] < rows / 2, index > 0 { return starts[index - 1] }
    return starts[index]
  }

  private static func end(of top: Int, _ rows: Int, _ blocks: [Range<Int>]) -> Int {
    var end = top + rows
    // The last of the blocks that the end divides begins first if blocks contain one another.
    while let block = blocks.first(where: {
      $0.lowerBound > top && $0.lowerBound < end && $0.upperBound > end
    }) {
      end = block.lowerBound
    }
    return end
  }

  private static func next(
    after top: Int, _ rows: Int, _ isSkipped: [Bool], _ blocks: [Range<Int>]
  ) -> Int? {
    let end = end(of: top, rows, blocks)
    guard end < isSkipped.count else { return nil }
    return (end..<isSkipped.count).first { !isSkipped[$0] }
  }
}
