package import TerminalUI

extension Frame {
  /// The rows as runs of equal style, without trailing spaces.
  package var runLines: [[Run]] {
    (0..<size.height).map { row in
      var runs: [Run] = []
      var (text, style) = ("", Style.plain)
      for cell in cells[(row * size.width)..<((row + 1) * size.width)] where cell.width > 0 {
        if cell.style != style, !text.isEmpty {
          runs.append(Run(text, style: style))
          text = ""
        }
        style = cell.style
        cell.grapheme.append(to: &text)
      }
      if !text.utf8.allSatisfy({ $0 == UInt8(ascii: " ") }) { runs.append(Run(text, style: style)) }
      return runs
    }
  }
}
