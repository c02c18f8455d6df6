import Lessons
import TerminalUI
import TextCharts
import Words

/// A histogram as bars side by side, or in words.
struct HistogramChart {
  let histogram: Stem.Histogram
  let charset: Charset

  /// The columns of a bar in some columns.
  private func barWidth(in width: Int) -> Int {
    max(1, min(3, (width - 2) / histogram.counts.count))
  }

  /// The title, the bars, and the axis with its ends.
  ///
  /// - Parameters:
  ///   - width: Columns.
  ///   - rows: Rows of the longest bar.
  /// - Returns: Lines; a histogram with more bins than columns is cut.
  func lines(width: Int, rows: Int) -> [[Run]] {
    let most = Double(histogram.counts.max() ?? 1)
    let bar = barWidth(in: width)
    let bins = histogram.counts.prefix(max(1, (width - 2) / bar))
    var lines = TextLayout.wrap(
      charset.text(Words.Stem.histogram(histogram.title, most: Int(most), of: histogram.total)),
      width: max(1, width), style: Style(.dim)
    ).map(\.runs)
    for row in (0..<rows).reversed() {
      let cells = bins.map { count in
        String(repeating: glyph(Double(count) / most * Double(rows) - Double(row)), count: bar)
      }
      lines.append([Run("  "), Run(cells.joined(), .curve)])
    }
    let columns = bins.count * bar
    lines.append([Run("  "), Run(String(repeating: charset.pick("─", "-"), count: columns), .axis)])
    lines.append([Run("  "), Run(charset.text(scale(columns: columns)), .axis)])
    if let outside { lines.append([Run("  "), Run(charset.text(outside), .dim)]) }
    return lines
  }

  /// A cell of a bar, of which some part from 0 to 1 is filled; any part of the lowest row is visible.
  private func glyph(_ part: Double) -> String {
    guard part > 0 else { return " " }
    if charset.isASCII { return part >= 0.5 ? "#" : "_" }
    let eighths = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    return eighths[Int(nearest: (part * 8).rounded(.up) - 1, in: 0...7)]
  }

  /// The ends and the middle of the range under the bars.
  private func scale(columns: Int) -> String {
    let (low, high) = (histogram.range.lowerBound, histogram.range.upperBound)
    let ends = [low, (low + high) / 2, high].map { NumberText.rounded($0, decimals: 3) }
    let rest = columns - ends.reduce(0) { $0 + $1.count }
    guard rest >= 2 else { return ends[0] + " … " + ends[2] }
    let left = max(1, columns / 2 - ends[0].count - ends[1].count / 2)
    return ends[0] + String(repeating: " ", count: left) + ends[1]
      + String(repeating: " ", count: max(1, rest - left)) + ends[2]
  }

  /// How many values are outside the range; nil if none are.
  private var outside: String? {
    guard histogram.below + histogram.above > 0 else { return nil }
    return Words.Stem.outside(below: histogram.below, above: histogram.above)
  }

  /// The shares of the bins in percent, neighbours with the same share together.
  var words: String {
    let total = Double(max(1, histogram.total))
    let shares = histogram.counts.map { Int(nearest: Double($0) / total * 100, in: 0...100) }
    let step =
      (histogram.range.upperBound - histogram.range.lowerBound) / Double(histogram.counts.count)
    var parts: [String] = []
    var first = 0
    for bin in shares.indices where bin + 1 == shares.count || shares[bin + 1] != shares[bin] {
      let ends = [first, bin + 1].map {
        NumberText.rounded(histogram.range.lowerBound + Double($0) * step, decimals: 3)
      }
      parts.append(
        Words.Stem.bins(bin + 1 - first, from: ends[0], to: ends[1], percent: shares[bin]))
      first = bin + 1
    }
    return
      ([Words.Stem.histogram(histogram.title) + parts.joined(separator: "; ") + "."]
      + [outside].compactMap(\.self)).joined(separator: " ")
  }
}
