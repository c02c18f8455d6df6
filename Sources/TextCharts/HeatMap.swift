public import TerminalUI

/// A function of two variables as a shaded plane with axes; signs differ in shape, not only in colour.
public struct HeatMap: Sendable {
  public var window: PlotWindow
  /// The function of x, to the right, and y, upwards.
  public var function: @Sendable (Double, Double) -> Double
  /// A marked point.
  public var mark: (x: Double, y: Double)?
  /// Samples of two classes.
  public var samples: [Sample] = []

  /// A point of the plane with its class.
  public struct Sample: Sendable {
    public var x: Double
    public var y: Double
    /// Whether it belongs to the class of values above 0.
    public var isAbove: Bool

    public init(x: Double, y: Double, isAbove: Bool) {
      (self.x, self.y, self.isAbove) = (x, y, isAbove)
    }
  }

  /// The marks of samples of the classes above and below 0.
  public static func sampleMarks(_ charset: Charset) -> (above: String, below: String) {
    (charset.pick("○", "o"), charset.pick("×", "x"))
  }

  public init(
    window: PlotWindow, mark: (x: Double, y: Double)? = nil,
    function: @escaping @Sendable (Double, Double) -> Double
  ) {
    self.window = window
    self.mark = mark
    self.function = function
  }

  /// Axes without curves.
  private func chart(_ charset: Charset) -> Chart {
    Chart([Panel([], window: window)], charset: charset, showsLabels: false)
  }

  private static func shades(_ charset: Charset, isPositive: Bool) -> [Grapheme] {
    let both = shades(charset)
    return (" " + (isPositive ? both.above : both.below)).map { Grapheme($0) }
  }

  /// The shades for values above 0 and below 0, from faint to strong.
  public static func shades(_ charset: Charset) -> (above: String, below: String) {
    (charset.pick("░▒▓█", ":+*#"), charset.pick("·╌═≡", ".-=%"))
  }

  /// Draws the map into a rectangle, with axes if they fit.
  public func draw(on frame: inout Frame, in area: Rect, _ charset: Charset) {
    let chart = chart(charset)
    guard let layout = ChartLayout(chart, in: area), let room = layout.rooms.first,
      let window = layout.windows.first
    else { return }
    let grid = PlotGrid(window, columns: room.size.width, rows: room.size.height)
    let values = (0..<max(0, grid.rows)).map { row in
      (0..<max(0, grid.columns)).map { column in
        function(grid.x(at: Double(column) + 0.5), grid.y(at: Double(row) + 0.5))
      }
    }
    let (above, below) = (
      Self.shades(charset, isPositive: true), Self.shades(charset, isPositive: false)
    )
    let most = values.joined().filter(\.isFinite).map(\.magnitude).max() ?? 0
    for (row, line) in values.enumerated() {
      for (column, value) in line.enumerated() where value.isFinite && most > 0 {
        // The square root makes small values visible next to large ones.
        let share = (value.magnitude / most).squareRoot()
        let glyph = (value > 0 ? above : below)[Int(nearest: share * 4, in: 0...4)]
        frame.set(
          glyph, x: room.origin.x + column, y: room.origin.y + row,
          style: Style(value > 0 ? .curve : .secondCurve))
      }
    }
    if layout.hasAxes {
      chart.draw(layout.labels[0], left: room, on: &frame)
      BaseAxis(window: window, charset: charset).draw(on: &frame, in: layout.base)
    }
    let canvas = PlotCanvas(room, window: window, charset: charset)
    let marks = Self.sampleMarks(charset)
    for sample in samples {
      canvas.mark(
        x: sample.x, y: sample.y, glyph: Character(sample.isAbove ? marks.above : marks.below),
        role: .text, on: &frame)
    }
    if let mark {
      canvas.mark(
        x: mark.x, y: mark.y, glyph: charset.isASCII ? "O" : "●", role: .accent, on: &frame)
    }
  }

  /// The x at the centre of a cell; see ``Chart/place(at:in:)``.
  public func place(at point: Point, in area: Rect, _ charset: Charset) -> Double? {
    chart(charset).place(at: point, in: area)
  }
}
