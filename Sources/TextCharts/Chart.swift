public import TerminalUI

/// A marked point of a plot.
public struct PlotMark: Sendable {
  /// How a mark looks, in every charset.
  public enum Shape: Sendable {
    case disc, ring, cross
  }

  public var x: Double
  public var y: Double
  public var role: Role
  public var shape: Shape

  public init(x: Double, y: Double, role: Role = .accent, shape: Shape = .disc) {
    self.x = x
    self.y = y
    self.role = role
    self.shape = shape
  }

  func glyph(_ charset: Charset) -> Character {
    switch shape {
    case .disc: charset.isASCII ? "O" : "●"
    case .ring: charset.isASCII ? "o" : "○"
    case .cross: charset.isASCII ? "x" : "✗"
    }
  }
}

/// Curves in one window.
public struct Panel: Sendable {
  /// The curves; the first one is drawn on top.
  public var curves: [Curve]
  public var window: PlotWindow
  /// Marked points.
  public var marks: [PlotMark]
  /// Curves without names, drawn under the others.
  public var ghosts: [Curve]
  /// Whether the area between the first two curves is shaded.
  public var shadesGap = false

  public init(
    _ curves: [Curve], window: PlotWindow, marks: [PlotMark] = [], ghosts: [Curve] = []
  ) {
    self.curves = curves
    self.window = window
    self.marks = marks
    self.ghosts = ghosts
  }
}

/// Panels over a shared x axis.
public struct Chart: Sendable {
  /// From top to bottom.
  public var panels: [Panel]
  public var charset: Charset
  /// Whether curves are labelled.
  public var showsLabels: Bool
  /// Whether the range of y is extended so that ticks are whole rows apart, see ``PlotWindow/aligned(rows:_:)``.
  public var alignsLevels = true
  /// The text to show if no curve is visible, given the first curve's name.
  public var absenceText: (@Sendable (_ curve: String, Absence) -> String)?

  /// The position of a curve that is not visible in the window.
  public enum Absence: Sendable {
    case above, below, undefined
  }

  public init(
    _ panels: [Panel], charset: Charset, showsLabels: Bool = true,
    absenceText: (@Sendable (_ curve: String, Absence) -> String)? = nil
  ) {
    self.panels = panels
    self.charset = charset
    self.showsLabels = showsLabels
    self.absenceText = absenceText
  }

  /// The chart as a frame of its own; see ``draw(on:in:)``.
  public func frame(_ size: Size) -> Frame {
    var frame = Frame(size)
    draw(on: &frame, in: Rect(x: 0, y: 0, width: size.width, height: size.height))
    return frame
  }

  /// Draws the chart into a rectangle; small ones omit labels or axes.
  public func draw(on frame: inout Frame, in area: Rect) {
    guard let layout = ChartLayout(self, in: area) else { return }
    for (index, (room, labels)) in zip(layout.rooms, layout.labels).enumerated() {
      var panel = panels[index]
      panel.window = layout.windows[index]
      if layout.hasNames {
        CurveNames(panel.curves, charset).draw(
          on: &frame, x: room.origin.x + 1, y: room.origin.y - 1, limit: area.maxX)
      }
      draw(panel, in: room, on: &frame)
      if layout.hasAxes { draw(labels, left: room, on: &frame) }
    }
    if layout.hasAxes, let window = panels.last?.window {
      BaseAxis(window: window, charset: charset).draw(on: &frame, in: layout.base)
    }
  }

  /// The x at the centre of a cell.
  ///
  /// - Parameters:
  ///   - point: A cell of the frame that contains the chart.
  ///   - area: The chart's rectangle.
  /// - Returns: The x, nil left or right of the plot area, above the first panel and below the axis.
  public func place(at point: Point, in area: Rect) -> Double? {
    guard let layout = ChartLayout(self, in: area), let first = layout.rooms.first,
      let last = layout.rooms.last, (first.origin.y...last.maxY).contains(point.y)
    else { return nil }
    // Stacked panels share the axis, so rows between them have the same x.
    for (panel, room) in zip(panels, layout.rooms)
    where (room.origin.x..<room.maxX).contains(point.x) && point.y <= room.maxY {
      let grid = PlotGrid(panel.window, columns: room.size.width, rows: room.size.height)
      return grid.x(at: Double(point.x - room.origin.x) + 0.5)
    }
    return nil
  }

  /// The heights of the row of a cell in the first panel.
  ///
  /// - Parameters:
  ///   - point: A cell of the frame that contains the chart.
  ///   - area: The chart's rectangle.
  /// - Returns: From the lower edge to the upper; nil above and below the panel.
  public func heights(at point: Point, in area: Rect) -> ClosedRange<Double>? {
    guard let (grid, room) = firstGrid(in: area),
      (room.origin.y..<room.maxY).contains(point.y)
    else { return nil }
    let depth = Double(point.y - room.origin.y)
    return grid.y(at: depth + 1)...grid.y(at: depth)
  }

  /// The cell of a point in the first panel; nil if it is not visible.
  public func cell(x: Double, y: Double, in area: Rect) -> Point? {
    guard let (grid, room) = firstGrid(in: area), let cell = grid.cell(x: x, y: y) else {
      return nil
    }
    return Point(x: room.origin.x + cell.column, y: room.origin.y + cell.row)
  }

  private func firstGrid(in area: Rect) -> (grid: PlotGrid, room: Rect)? {
    guard let layout = ChartLayout(self, in: area), let room = layout.rooms.first else {
      return nil
    }
    let (window, size) = (layout.windows[0], room.size)
    return (PlotGrid(window, columns: size.width, rows: size.height), room)
  }

  private func draw(_ panel: Panel, in area: Rect, on frame: inout Frame) {
    guard area.size.height > 0, area.size.width > 0 else { return }
    let canvas = PlotCanvas(area, window: panel.window, charset: charset)
    canvas.drawZeroLines(on: &frame)
    if panel.shadesGap, panel.curves.count > 1 {
      canvas.shade(between: panel.curves[0], panel.curves[1], on: &frame)
    }
    let isVisible = canvas.draw(panel.curves, over: panel.ghosts, on: &frame)
    if !isVisible, let first = panel.curves.first {
      explainEmptiness(first, in: canvas, on: &frame)
    }
    for mark in panel.marks {
      canvas.mark(
        x: mark.x, y: mark.y, glyph: mark.glyph(charset), role: mark.role, on: &frame)
    }
    if panel.curves.count > 1, showsLabels {
      CurveNames(panel.curves, charset).drawEnds(on: &frame, canvas)
    }
  }

  /// Writes where the curves are if none is visible in the window.
  private func explainEmptiness(_ curve: Curve, in canvas: PlotCanvas, on frame: inout Frame) {
    guard let absenceText else { return }
    let middle = curve.function(canvas.cells.x(at: Double(canvas.cells.columns) / 2))
    let row = canvas.cells.row(of: middle)
    let place: Absence =
      row == PlotGrid.above ? .above : row == PlotGrid.nowhere ? .undefined : .below
    let text = charset.text(absenceText(curve.label, place))
    let area = canvas.area
    frame.write(
      TextLayout.truncate(text, width: area.size.width, ellipsis: charset.pick("…", "~")),
      x: area.origin.x + max(0, (area.size.width - text.displayWidth) / 2),
      y: area.origin.y + area.size.height / 2, .accent, limit: area.maxX)
  }

  /// Draws the axis line at the left of a panel, with its labels.
  func draw(_ labels: LevelLabels, left area: Rect, on frame: inout Frame) {
    let bar = Grapheme(charset.isASCII ? "|" : "│")
    let x = area.origin.x - 1
    for y in 0..<max(0, area.size.height) {
      frame.set(bar, x: x, y: area.origin.y + y, style: Style(.axis))
    }
    for label in labels.rows {
      let y = area.origin.y + label.row
      frame.write(label.text, x: x - 1 - label.text.count, y: y, .axis)
      frame.write(charset.pick("┤", "|"), x: x, y: y, .axis)
    }
  }
}

/// The layout of a chart.
struct ChartLayout {
  /// The plot area of each panel.
  let rooms: [Rect]
  /// The window of each panel, with its range of y aligned to its rows.
  let windows: [PlotWindow]
  /// The labels at the left of each panel.
  let labels: [LevelLabels]
  /// The area of the axis under the panels.
  let base: Rect
  let hasAxes: Bool
  let hasNames: Bool

  /// Divides a rectangle; nil if it is too small to draw in.
  init?(_ chart: Chart, in area: Rect) {
    let (panels, size) = (chart.panels, area.size)
    guard !panels.isEmpty, size.width > 2, size.height > 2 else { return nil }
    hasAxes = size.width >= 24 && size.height >= 6
    let available = size.height - (hasAxes ? 2 : 0)
    hasNames = chart.showsLabels && available >= 4 * panels.count
    let nameRows = hasNames ? 1 : 0
    let bounds = panels.indices.map { index in
      (available * index / panels.count)..<(available * (index + 1) / panels.count)
    }
    let axes = zip(panels, bounds).map { panel, rows in
      let rows = rows.count - nameRows
      return chart.alignsLevels
        ? AlignedAxis(panel.window, rows: rows, chart.charset)
        : AlignedAxis(exactly: panel.window, rows: rows)
    }
    windows = axes.map(\.window)
    let labels = axes.map(\.labels)
    // Labels that would take more than a third of the width are omitted, not cut.
    let widest = max(4, labels.map(\.width).max() ?? 0)
    let isTooWide = widest > size.width / 3
    self.labels = isTooWide ? labels.map { _ in .none } : labels
    let left = hasAxes ? (isTooWide ? 2 : widest + 2) : 0
    let width = size.width - left - 1
    rooms = bounds.map { rows in
      Rect(
        x: area.origin.x + left, y: area.origin.y + rows.lowerBound + nameRows, width: width,
        height: rows.count - nameRows)
    }
    base = Rect(x: area.origin.x + left, y: area.origin.y + available, width: width, height: 2)
  }
}
