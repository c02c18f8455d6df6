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

  /// The chart as a frame of its own; see ``draw(on:in:)``.
  public func frame(_ size: Size) -> Frame {
    var frame = Frame(size)
    draw(on: &frame, in: Rect(x: 0, y: 0, width: size.width, height: size.height))
    return frame
  }

  /// Draws the chart into a rectangle; at small sizes first the names go, then the axes.
  public func draw(on frame: inout Frame, in area: Rect) {
    let (size, origin) = (area.size, area.origin)
    guard !panels.isEmpty, size.width > 2, size.height > 2 else { return }
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
      if hasNames {
        writeNames(panel, on: &frame, y: origin.y + top, x: origin.x + left, area.maxX)
      }
      let room = Rect(
        x: origin.x + left, y: origin.y + top + nameRows, width: size.width - left - 1,
        height: height - nameRows)
      draw(panel, in: room, on: &frame, labelWidth: hasAxes ? labelWidth : nil)
      top += height
    }
    if hasAxes, let window = panels.last?.window {
      let axis = Rect(
        x: origin.x + left, y: origin.y + available, width: size.width - left - 1, height: 2)
      drawXAxis(window, on: &frame, in: axis)
    }
  }

  private func writeNames(
    _ panel: Panel, on frame: inout Frame, y: Int, x: Int, _ limit: Int
  ) {
    var column = x + 1
    for (index, curve) in panel.curves.enumerated() {
      let mark = panel.curves.count > 1 ? "\(Self.letter(index)) " : ""
      column = frame.write(mark, x: column, y: y, curve.role, .bold, limit: limit)
      column = frame.write(charset.text(curve.label), x: column, y: y, curve.role, limit: limit)
      column += 3
    }
  }

  /// The letter that names a curve at its right end.
  static func letter(_ index: Int) -> Character {
    Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(index % 26)))
  }

  /// Draws a panel's curves and, at their left, its labels if they have a width.
  private func draw(
    _ panel: Panel, in area: Rect, on frame: inout Frame, labelWidth: Int?
  ) {
    guard area.size.height > 0, area.size.width > 0 else { return }
    let canvas = PlotCanvas(area, window: panel.window, charset: charset)
    canvas.drawZeroLines(on: &frame)
    for ghost in panel.ghosts {
      var faint = ghost
      faint.role = .dim
      canvas.draw(faint, isDotted: true, on: &frame)
    }
    for curve in panel.curves.reversed() { canvas.draw(curve, on: &frame) }
    for mark in panel.marks {
      let glyph: Character = charset.isASCII ? "O" : "●"
      canvas.mark(x: mark.x, y: mark.y, glyph: glyph, role: mark.role, on: &frame)
    }
    if panel.curves.count > 1, showsLabels { writeLetters(panel, in: area, on: &frame) }
    guard let labelWidth else { return }
    let labels = yLabels(panel, rows: area.size.height)
    for y in 0..<area.size.height {
      let label = labels.rows[y] ?? ""
      let padded = String(repeating: " ", count: max(0, labelWidth - label.count)) + label
      let bar = charset.pick(label.isEmpty ? "│" : "┤", "|")
      let start = area.origin.x - labelWidth - 2
      frame.write(padded + " " + bar, x: start, y: area.origin.y + y, .axis)
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
    let step = Ticks.step(for: y.upperBound - y.lowerBound, count: max(1, rows * 2 / 3))
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

  /// Draws a line with ticks, and under it their labels; both stay within the chart.
  private func drawXAxis(_ window: PlotWindow, on frame: inout Frame, in area: Rect) {
    let (x, y, width) = (area.origin.x, area.origin.y, area.size.width)
    let line = String(repeating: charset.pick("─", "-"), count: width)
    frame.write(charset.pick("└", "+") + line, x: x - 1, y: y, .axis)
    let span = window.x.upperBound - window.x.lowerBound
    let step = Ticks.step(for: span, count: max(1, width / 10))
    var free = 0
    for value in Ticks.values(in: window.x, step: step) {
      let place = (value - window.x.lowerBound) / span * Double(width)
      let column = x + min(width - 1, Int(place))
      let label = Ticks.label(value, step: step)
      // The digits stand under the tick; a sign stands before them.
      let middle = (label.count - (value < 0 ? 1 : 0)) / 2 + (value < 0 ? 1 : 0)
      let start = min(max(free, column - middle), area.maxX + 1 - label.count)
      frame.write(charset.pick("┴", "+"), x: column, y: y, .axis)
      guard start >= free else { continue }
      frame.write(label, x: start, y: y + 1, .axis)
      free = start + label.count + 1
    }
  }
}
