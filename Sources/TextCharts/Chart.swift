public import TerminalUI

/// A point that is marked on a plot.
public struct PlotMark: Sendable {
  /// Where.
  public var x: Double
  /// Where.
  public var y: Double
  /// How it looks.
  public var role: Role

  /// Makes a mark.
  public init(x: Double, y: Double, role: Role = .accent) {
    self.x = x
    self.y = y
    self.role = role
  }
}

/// Curves over one window.
public struct Panel: Sendable {
  /// What is drawn, the first one on top.
  public var curves: [Curve]
  /// The part of the plane that is shown.
  public var window: PlotWindow
  /// Points that are marked.
  public var marks: [PlotMark]
  /// Curves drawn faintly under the others.
  public var ghosts: [Curve]

  /// Makes a panel.
  public init(
    _ curves: [Curve], window: PlotWindow, marks: [PlotMark] = [], ghosts: [Curve] = []
  ) {
    self.curves = curves
    self.window = window
    self.marks = marks
    self.ghosts = ghosts
  }
}

/// Panels over one x axis.
public struct Chart: Sendable {
  /// From the top.
  public var panels: [Panel]
  /// Which characters may be used.
  public var charset: Charset
  /// Whether curves are named.
  public var showsLabels: Bool

  /// Makes a chart.
  public init(_ panels: [Panel], charset: Charset, showsLabels: Bool = true) {
    self.panels = panels
    self.charset = charset
    self.showsLabels = showsLabels
  }

  /// Draws the chart; at small sizes first the names go, then the axes.
  public func frame(_ size: Size) -> Frame {
    var frame = Frame(size)
    guard !panels.isEmpty, size.width > 2, size.height > 2 else { return frame }
    let hasAxes = size.width >= 24 && size.height >= 6
    let axisRows = hasAxes ? 2 : 0
    let labelWidth = hasAxes ? panels.map { yLabels($0, rows: 6).width }.max() ?? 0 : 0
    let left = hasAxes ? labelWidth + 2 : 0
    let hasNames = showsLabels && size.height - axisRows >= 4 * panels.count
    let available = size.height - axisRows
    var top = 0
    for (index, panel) in panels.enumerated() {
      let height = (available * (index + 1)) / panels.count - top
      let nameRows = hasNames ? 1 : 0
      if hasNames { writeNames(panel, on: &frame, y: top, x: left) }
      let area = Rect(
        x: left, y: top + nameRows, width: size.width - left - 1, height: height - nameRows)
      draw(panel, in: area, on: &frame, hasAxes: hasAxes, labelWidth: labelWidth)
      top += height
    }
    if hasAxes, let window = panels.last?.window {
      drawXAxis(window, on: &frame, y: available, x: left, width: size.width - left - 1)
    }
    return frame
  }

  private func writeNames(_ panel: Panel, on frame: inout Frame, y: Int, x: Int) {
    var column = x + 1
    for (index, curve) in panel.curves.enumerated() {
      let mark = panel.curves.count > 1 ? "\(Self.letter(index)) " : ""
      column = frame.write(mark, x: column, y: y, curve.role, .bold)
      column = frame.write(charset.text(curve.label), x: column, y: y, curve.role) + 3
    }
  }

  /// The letter that names a curve at its right end.
  static func letter(_ index: Int) -> Character {
    Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(index % 26)))
  }

  private func draw(
    _ panel: Panel, in area: Rect, on frame: inout Frame, hasAxes: Bool, labelWidth: Int
  ) {
    guard area.size.height > 0, area.size.width > 0 else { return }
    var canvas = PlotCanvas(size: area.size, window: panel.window, charset: charset)
    canvas.drawZeroLines()
    for ghost in panel.ghosts {
      var faint = ghost
      faint.role = .dim
      canvas.draw(faint)
    }
    for curve in panel.curves.reversed() { canvas.draw(curve) }
    for mark in panel.marks {
      canvas.mark(x: mark.x, y: mark.y, glyph: charset.isASCII ? "O" : "●", role: mark.role)
    }
    frame.draw(canvas.frame, x: area.origin.x, y: area.origin.y)
    if panel.curves.count > 1, showsLabels { writeLetters(panel, in: area, on: &frame) }
    guard hasAxes else { return }
    let labels = yLabels(panel, rows: area.size.height)
    for y in 0..<area.size.height {
      let label = labels.rows[y] ?? ""
      let padded = String(repeating: " ", count: max(0, labelWidth - label.count)) + label
      let bar = charset.pick(label.isEmpty ? "│" : "┤", "|")
      frame.write(padded + " " + bar, x: 0, y: area.origin.y + y, .axis)
    }
  }

  /// Names every curve by its letter, just right of the plot, at the row where it ends.
  private func writeLetters(_ panel: Panel, in area: Rect, on frame: inout Frame) {
    var taken: Set<Int> = []
    for (index, curve) in panel.curves.enumerated() {
      let trace = CurveTrace(
        curve, window: panel.window, columns: area.size.width, rows: area.size.height)
      let end = trace.row(of: curve.function(trace.x(at: Double(area.size.width) - 0.5))) ?? 0
      var row = min(max(0, end), area.size.height - 1)
      while taken.contains(row), row < area.size.height - 1 { row += 1 }
      taken.insert(row)
      frame.write(
        String(Self.letter(index)), x: area.maxX, y: area.origin.y + row, curve.role, .bold)
    }
  }

  private func yLabels(_ panel: Panel, rows: Int) -> (rows: [Int: String], width: Int) {
    let y = panel.window.y
    let step = Ticks.step(for: y.upperBound - y.lowerBound, count: max(1, rows / 3))
    let grid = CurveTrace(Curve("") { _ in 0 }, window: panel.window, columns: 1, rows: rows)
    var labels: [Int: String] = [:]
    for value in Ticks.values(in: y, step: step) {
      if let row = grid.row(of: value) { labels[row] = Ticks.label(value, step: step) }
    }
    // The width must not depend on the height, or stacked panels would not share an axis.
    let coarse = Ticks.step(for: y.upperBound - y.lowerBound, count: 10)
    let widest = Ticks.values(in: y, step: coarse).map { Ticks.label($0, step: coarse).count }
    return (labels, max(4, widest.max() ?? 0, labels.values.map(\.count).max() ?? 0))
  }

  private func drawXAxis(
    _ window: PlotWindow, on frame: inout Frame, y: Int, x: Int, width: Int
  ) {
    let line = String(repeating: charset.pick("─", "-"), count: width)
    frame.write(charset.pick("└", "+") + line, x: x - 1, y: y, .axis)
    let span = window.x.upperBound - window.x.lowerBound
    let step = Ticks.step(for: span, count: max(1, width / 10))
    var free = 0
    for value in Ticks.values(in: window.x, step: step) {
      let place = (value - window.x.lowerBound) / span * Double(width)
      let column = x + min(width - 1, Int(place))
      let label = Ticks.label(value, step: step)
      let start = min(max(free, column - label.count / 2), frame.size.width - label.count)
      frame.write(charset.pick("┴", "+"), x: column, y: y, .axis)
      guard start >= free else { continue }
      frame.write(label, x: start, y: y + 1, .axis)
      free = start + label.count + 1
    }
  }
}
