import Activations
import TerminalUI
import TestCourse
import Testing

@testable import TextCharts

/// Ticks at even distances, and zero in the row of dots that draws the zero line.
struct AlignedAxisTests {
  private static let sizes = [
    Size(width: 34, height: 4), Size(width: 40, height: 6), Size(width: 72, height: 11),
    Size(width: 51, height: 18), Size(width: 120, height: 40),
  ]

  /// The values and the slopes of every function.
  private static let curves: [(name: String, curve: Curve)] = Catalogue.all.flatMap { activation in
    let function = activation.withDefaults
    let features = function.landmarks.map(\.x)
    return [
      (activation.id, Curve("", jumps: function.jumps, features: features) { function($0) }),
      (
        activation.id + "′",
        Curve("", jumps: function.kinks.map(\.x) + function.jumps, features: features) {
          function.derivative($0)
        }
      ),
    ]
  }

  /// The rows of dots of every column, counted from the panel's upper edge.
  private func rows(of frame: Frame, _ charset: Charset) -> [Int: Set<Int>] {
    var rows: [Int: Set<Int>] = [:]
    guard charset == .ascii else {
      for dot in dots(in: frame, down: charset.dotRows) {
        rows[dot.x / 2, default: []].insert(dot.y)
      }
      return rows
    }
    for row in 0..<frame.size.height {
      for column in 0..<frame.size.width {
        guard let glyph = frame[column, row]?.glyph, glyph != " " else { continue }
        let place = "'" == glyph ? 0 : "-" == glyph ? 1 : 2
        rows[column, default: []].insert(3 * row + place)
      }
    }
    return rows
  }

  @Test(arguments: Charset.allCases)
  func noCurveIsDrawnUnderZeroWhereItIsNot(charset: Charset) throws {
    for (name, curve) in Self.curves {
      for size in Self.sizes {
        let fitted = PlotWindow.fitting([curve], x: -5...5)
        let window = fitted.aligned(rows: size.height, charset)
        let grid = PlotGrid(window, columns: size.width, rows: size.height * charset.dotRows)
        let zero = grid.row(of: 0)
        #expect(rows(ofZeroLineIn: window, size.height, charset) == [zero], "\(name) \(size)")
        let frame = drawing(of: curve, size: size, window: window, charset: charset)
        let marks = rows(of: frame, charset)
        for column in 0..<size.width {
          let (left, right) = (grid.x(at: Double(column)), grid.x(at: Double(column + 1)))
          let places = (0...16).map { left + (right - left) * Double($0) / 16 }
          let values = places.map(curve.function)
          let drawn = marks[column] ?? []
          if values.allSatisfy({ $0 >= 0 }) {
            #expect(drawn.allSatisfy { $0 <= zero }, "\(name) \(size) column \(column)")
          }
          if values.allSatisfy({ $0 == 0 }) {
            #expect(drawn == [zero], "\(name) \(size) column \(column)")
          }
        }
      }
    }
  }

  /// The rows of dots of the zero line.
  private func rows(
    ofZeroLineIn window: PlotWindow, _ height: Int, _ charset: Charset
  ) -> Set<Int> {
    guard let right = PlotWindow(x: 1...2, y: window.y) else { return [] }
    var frame = Frame(Size(width: 3, height: height))
    let area = Rect(x: 0, y: 0, width: 3, height: height)
    PlotCanvas(area, window: right, charset: charset).drawZeroLines(on: &frame)
    return rows(of: frame, charset)[0] ?? []
  }

  @Test(arguments: Charset.allCases)
  func ticksAreAtEvenDistancesInTheRowOfTheirValue(charset: Charset) {
    var random = Xorshift(seed: 7)
    var windows = Self.curves.map { PlotWindow.fitting([$0.curve], x: -5...5) }
    for _ in 0..<400 {
      let scale = Double(sign: .plus, exponent: Int(random.next() % 60) - 30, significand: 1)
      let low = (random.unit() - 0.5) * scale
      if let window = PlotWindow(x: -1...1, y: low...(low + scale * (0.1 + random.unit()))) {
        windows.append(window)
      }
    }
    for window in windows {
      for rows in [2, 3, 4, 5, 8, 13, 21, 34, 55] {
        let axis = AlignedAxis(window, rows: rows, charset)
        let ticks = axis.labels.rows
        let distances = Set(zip(ticks, ticks.dropFirst()).map { $0.row - $1.row })
        #expect(distances.count <= 1, "\(window.y) \(rows): \(ticks)")
        let grid = PlotGrid(axis.window, columns: 1, rows: rows * charset.dotRows)
        for tick in ticks {
          guard let value = Double(tick.text) else {
            Issue.record("\(tick.text) is no number")
            continue
          }
          #expect(
            grid.row(of: value) == tick.row * charset.dotRows + charset.lineDot,
            "\(window.y) \(rows): \(tick)")
        }
        #expect(rows < 4 || ticks.count > 1, "\(window.y) \(rows): \(ticks)")
        let length = axis.window.yScale.part(of: 2) / window.yScale.part(of: 2)
        #expect(
          rows < 3 || length < (rows < 5 ? 4 : rows < 9 ? 2.6 : 1.6),
          "\(window.y) \(rows): \(length)")
      }
    }
  }

  @Test func anXAxisWithRoomHasTwoLabels() {
    for x in [-4.0...4.0, -5.0...5, -3.0...3, -8...8, -1...1, 0...6] {
      guard let window = PlotWindow(x: x, y: -1...1) else { continue }
      let frame = Chart([Panel([], window: window)], charset: .ascii, showsLabels: false)
        .frame(Size(width: 36, height: 6))
      let labels = frame.lines[5].split(separator: " ")
      #expect(labels.count > 1, "\(x): \(labels)")
    }
  }

  @Test func theTangentIsAnUnbrokenLine() {
    let curve = Curve("") { $0 * $0 }
    let tangent = Curve("", role: .text, features: [1], style: .dotted) { 2 * $0 - 1 }
    guard let window = PlotWindow(x: -1...3, y: -3...9) else { return }
    let area = Rect(x: 0, y: 0, width: 40, height: 16)
    var frame = Frame(area.size)
    PlotCanvas(area, window: window, charset: .braille).draw([curve], over: [tangent], on: &frame)
    let all = dots(in: frame, down: 4)
    let alone = dots(
      in: drawing(of: tangent, size: area.size, window: window, charset: .braille), down: 4)
    #expect(alone.count > 30 && alone.isSubset(of: all))
  }
}
