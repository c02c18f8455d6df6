package import TerminalUI

extension Frame {
  /// The rows as runs of equal style, without trailing spaces.
  package var runLines: [[Run]] {
    (0..<size.height).map { row in
      var runs: [Run] = []
      for cell in cells[(row * size.width)..<((row + 1) * size.width)] where cell.width > 0 {
        if let last = runs.indices.last, runs[last].style == cell.style {
          runs[last].text.append(cell.text)
        } else {
          runs.append(Run(cell.text, style: cell.style))
        }
      }
      if let last = runs.last, last.text.allSatisfy({ $0 == " " }) { runs.removeLast() }
      return runs
    }
  }
}
