import TerminalUI
import Testing

@testable import TextCharts

/// Ticks and labels, read back from the drawing.
struct AxisTests {
  @Test(arguments: 0..<20) func ticksAreAtTheirValues(seed: Int) throws {
    var random = Xorshift(seed: UInt64(seed + 1000))
    for _ in 0..<100 {
      let middle =
        (random.unit() - 0.5)
        * Double(sign: .plus, exponent: Int(random.next() % 20) - 6, significand: 1)
      let half = Double(
        sign: .plus, exponent: Int(random.next() % 24) - 14, significand: 1 + random.unit())
      let y = (middle - half * random.unit())...(middle + half * (1 + random.unit()))
      guard let window = PlotWindow(x: (middle - half)...(middle + half), y: y) else { continue }
      let size = Size(width: 24 + Int(random.next() % 90), height: 6 + Int(random.next() % 30))
      let curve = Curve("") { _ in .nan }
      let frame = Chart([Panel([curve], window: window)], charset: .ascii, showsLabels: false)
        .frame(size)
      try checkBase(of: frame, window, "\(window) \(size)")
      try checkLevels(of: frame, window, "\(window) \(size)")
    }
  }

  /// The labels of the last row: each covers a tick, in the cell that shows its value.
  private func checkBase(of frame: Frame, _ window: PlotWindow, _ name: String) throws {
    let rows = frame.lines
    let (axis, labels) = (Array(rows[frame.size.height - 2]), Array(rows[frame.size.height - 1]))
    let left = try #require(axis.firstIndex(of: "+"), "\(name)") + 1
    let columns = frame.size.width - left - 1
    let grid = PlotGrid(window, columns: columns, rows: 1)
    var place = 0
    while place < labels.count {
      guard labels[place] != " " else {
        place += 1
        continue
      }
      let end = labels[place...].firstIndex(of: " ") ?? labels.count
      let value = try #require(Double(String(labels[place..<end])), "\(name)")
      let column = Int(cell: grid.column(of: value), of: columns)
      #expect(
        axis.indices.contains(left + column) && axis[left + column] == "+", "\(value) \(name)")
      #expect((place..<end).contains(left + column), "\(value) \(name)")
      place = end
    }
  }

  /// The labels at the left: each is in the row that shows its value.
  private func checkLevels(of frame: Frame, _ window: PlotWindow, _ name: String) throws {
    let height = frame.size.height - 2
    let shown = window.aligned(rows: height, .ascii)
    #expect(shown.y.lowerBound <= window.y.lowerBound, "\(name)")
    #expect(shown.y.upperBound >= window.y.upperBound, "\(name)")
    let grid = PlotGrid(shown, columns: 1, rows: height)
    for (row, line) in frame.lines.prefix(height).enumerated() {
      guard let bar = line.firstIndex(of: "|") else { continue }
      let text = String(line[..<bar].filter { $0 != " " })
      guard !text.isEmpty else { continue }
      let value = try #require(Double(text), "\(name)")
      #expect(grid.row(of: value) == row, "\(text) \(name)")
    }
  }

  @Test func lineStylesAreAllDifferentAndNamesFitOrAreCounted() {
    let marks = LineStyle.all.map { style in (0..<24).map { style.isDrawn($0) } }
    #expect(Set(marks).count == LineStyle.all.count)
    let curves = (0..<8).map { index in
      var curve = Curve("function \(index)") { $0 + Double(index) }
      curve.style = .of(index)
      return curve
    }
    let window = PlotWindow.fitting(curves, x: -1...1)
    for charset in Charset.allCases {
      let frame = Chart([Panel(curves, window: window)], charset: charset).frame(
        Size(width: 60, height: 20))
      #expect(frame.lines[0].hasSuffix("+6"), "\(frame.lines[0])")
      // Every curve's letter is at its end.
      let ends = (0..<20).compactMap { frame[59, $0]?.glyph }.filter(\.isLetter)
      #expect(Set(ends) == Set("ABCDEFGH"))
    }
  }

  @Test(
    arguments: [
      (5.0, "c above"), (-5, "c below"), (.nan, "c undefined"), (0, nil),
    ] as [(Double, String?)])
  func aChartWithoutACurveInViewSaysWhereItIs(value: Double, text: String?) {
    guard let window = PlotWindow(x: -1...1, y: -1...1) else { return }
    let panels = [Panel([Curve("c") { _ in value }], window: window)]
    let chart = Chart(panels, charset: .ascii, showsLabels: false) { curve, place in
      "\(curve) \(place)"
    }
    let size = Size(width: 40, height: 11)
    let lines = chart.frame(size).lines
    for expected in ["c above", "c below", "c undefined"] {
      #expect(lines.contains { $0.contains(expected) } == (expected == text), "\(lines)")
    }
    let silent = Chart(panels, charset: .ascii, showsLabels: false).frame(size).lines
    let words = Set(silent.flatMap { $0.split { !$0.isLetter } })
    #expect(words.isDisjoint(with: ["c", "above", "below", "undefined"]), "\(silent)")
  }

  @Test func theLetterOfACurveThatEndsEarlyIsInTheRowOfItsEnd() {
    guard let window = PlotWindow(x: 0...10, y: 0...10) else { return }
    let curves = [Curve("low") { $0 > 4 ? .nan : 1 }, Curve("high") { $0 > 6 ? .nan : 9 }]
    let frame = Chart([Panel(curves, window: window)], charset: .ascii)
      .frame(Size(width: 40, height: 16))
    let grid = PlotGrid(window.aligned(rows: 13, .ascii), columns: 1, rows: 13)
    #expect(frame[39, 1 + grid.row(of: 1)]?.glyph == "A", "\(frame.lines)")
    #expect(frame[39, 1 + grid.row(of: 9)]?.glyph == "B", "\(frame.lines)")
  }

  @Test func marksOfTwoCurvesShareACell() {
    let curves = [Curve("up") { $0 }, Curve("down") { -$0 }]
    guard let window = PlotWindow(x: -1...1, y: -1...1) else { return }
    let area = Rect(x: 0, y: 0, width: 11, height: 11)
    for (charset, glyph) in [(Charset.ascii, "X"), (.braille, "⣿")] as [(Charset, Character)] {
      var frame = Frame(area.size)
      PlotCanvas(area, window: window, charset: charset).draw(curves, on: &frame)
      if charset == .ascii {
        #expect(frame[5, 5]?.glyph == glyph)
      } else {
        var alone = Frame(area.size)
        PlotCanvas(area, window: window, charset: charset).draw(curves[0], on: &alone)
        let (one, both) = (
          alone[5, 5]?.glyph.unicodeScalars.first?.value ?? 0,
          frame[5, 5]?.glyph.unicodeScalars.first?.value ?? 0
        )
        #expect(one & both == one && both != one)
      }
    }
  }
}
