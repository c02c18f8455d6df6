public import TerminalUI

/// A vertical axis whose ticks are whole rows apart, and whose zero is in the row of dots that draws the zero line.
///
/// Its range contains the window's; with nine rows or more it is usually a tenth longer. If doubles are too coarse or
/// too small for such a range, it is the window's own, and ticks are in the rows nearest to them.
struct AlignedAxis {
  let window: PlotWindow
  let labels: LevelLabels

  init(_ window: PlotWindow, rows: Int, _ charset: Charset) {
    guard let placement = Placement(window.yScale, rows: rows, charset),
      let aligned = PlotWindow(x: window.x, y: placement.range(containing: window.y))
    else {
      self.init(exactly: window, rows: rows)
      return
    }
    self.init(aligned, placement.labels)
  }

  /// The window's own range, with ticks in the rows nearest to them.
  init(exactly window: PlotWindow, rows: Int) {
    self.init(window, LevelLabels(PlotGrid(window, columns: 1, rows: max(0, rows))))
  }

  private init(_ window: PlotWindow, _ labels: LevelLabels) {
    (self.window, self.labels) = (window, labels)
  }

  /// A round step, the number of rows that it takes, and the row of zero.
  private struct Placement {
    let step: DecimalStep
    /// Rows from one tick to the next.
    let spacing: Int
    /// The row of zero from the top; outside the panel if zero is not in view.
    let zeroRow: Int
    let rows: Int
    /// The height of zero in its row, in rows from the row's upper edge.
    let inset: Double

    /// Finds the shortest range with enough ticks; nil if there is none.
    init?(_ scale: AxisScale, rows: Int, _ charset: Charset) {
      guard rows > 1 else { return nil }
      let row = scale.part(of: Double(rows))
      guard row > 1e-290, row < 1e290 else { return nil }
      var best: (cost: Double, placement: Placement)?
      for spacing in 1...10 {
        var step = DecimalStep(atLeast: row * Double(spacing))
        for _ in 0..<3 {
          if let placement = Placement(
            scale.range, rows: rows, step: step, spacing: spacing, charset)
          {
            if placement.cost < best?.cost ?? .infinity { best = (placement.cost, placement) }
            break
          }
          step = step.next
        }
      }
      guard let best else { return nil }
      self = best.placement
    }

    /// Places a range; nil if it does not fit.
    private init?(
      _ range: ClosedRange<Double>, rows: Int, step: DecimalStep, spacing: Int, _ charset: Charset
    ) {
      (self.step, self.spacing, self.rows) = (step, spacing, rows)
      inset = (Double(charset.lineDot) + 0.5) / Double(charset.dotRows)
      let row = step.value / Double(spacing)
      let (above, below) = (range.upperBound / row, -range.lowerBound / row)
      // Far from zero, positions in rows would be inexact.
      guard max(abs(above), abs(below)) < 1e9 else { return nil }
      let first = Int((above - inset - 1e-9).rounded(.up))
      let last = Int((Double(rows) - inset - below + 1e-9).rounded(.down))
      guard first <= last else { return nil }
      // Rows to spare are beyond the curve, not beyond zero.
      zeroRow =
        range.lowerBound == 0 ? last : range.upperBound == 0 ? first : first + (last - first) / 2
    }

    /// The rows with ticks.
    private var tickRows: [Int] { (0..<rows).filter { (zeroRow - $0).isMultiple(of: spacing) } }

    /// The length of the range, longer for ticks in every row and for few ticks.
    var cost: Double {
      let surcharge =
        switch tickRows.count {
        case 0: 10.0
        case 1: 4.0
        case 2: 1.35
        case 3: 1.13
        default: spacing == 2 && rows > 14 ? 1.05 : 1
        }
      return step.value / Double(spacing) * surcharge * (spacing == 1 ? 1.3 : 1)
    }

    /// The range of the panel, which contains the given one.
    func range(containing shown: ClosedRange<Double>) -> ClosedRange<Double> {
      let row = step.value / Double(spacing)
      let high = (Double(zeroRow) + inset) * row
      let low = (Double(zeroRow - rows) + inset) * row
      return min(low, shown.lowerBound)...max(high, shown.upperBound)
    }

    var labels: LevelLabels {
      LevelLabels(
        tickRows.reversed().map { row in
          (row, step.label(step.value(times: (zeroRow - row) / spacing)))
        })
    }
  }
}

extension PlotWindow {
  /// The window that a panel of a chart shows: the range of y is extended so that ticks are whole rows apart.
  ///
  /// - Parameters:
  ///   - rows: Rows of the panel without its axis and names.
  ///   - charset: The charset of the drawing.
  /// - Returns: A window that contains this one.
  public func aligned(rows: Int, _ charset: Charset) -> PlotWindow {
    AlignedAxis(self, rows: rows, charset).window
  }
}

extension Charset {
  /// The rows of dots in a cell; in ASCII, the heights that glyphs distinguish.
  var dotRows: Int {
    switch self {
    case .ascii: 3
    case .blocks: 2
    case .braille: 4
    }
  }

  /// The row of dots of a cell in which ticks and the zero line are: below the middle, where a full stop is.
  var lineDot: Int { dotRows / 2 == 1 ? dotRows - 1 : 2 }
}
