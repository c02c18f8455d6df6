import TerminalUI
import Testing

@testable import TextCharts

/// Ranges of every magnitude: positions, moves and round numbers.
struct AxisScaleTests {
  static let most = Double.greatestFiniteMagnitude
  /// Parsed from text, because compilers warn about subnormal literals.
  static let ranges = [
    "-5...5", "0...5e-324", "-5e-324...0", "1e-323...2e-323", "0...1e-310", "-1e-310...3e-310",
    "-720e-310...-710e-310", "-1e308...1e308", "-1.7976931348623157e308...1.7976931348623157e308",
    "1e300...1.1e300", "0...1.7976931348623157e308",
    "1.7976931348623155e308...1.7976931348623157e308", "1...1.0000000000000002", "-1...5e-324",
    "1e16...10000000000000002", "-1e-320...1e300",
  ].compactMap(range)

  static func range(_ text: String) -> ClosedRange<Double>? {
    guard let dots = text.firstRange(of: "..."), let low = Double(text[..<dots.lowerBound]),
      let high = Double(text[dots.upperBound...])
    else { return nil }
    return low...high
  }

  @Test(arguments: ranges) func positionsRunFromEndToEnd(range: ClosedRange<Double>) throws {
    let scale = try #require(AxisScale(range))
    #expect(scale.share(of: range.lowerBound) == 0 && scale.share(of: range.upperBound) == 1)
    #expect(scale.value(at: 0) == range.lowerBound && scale.value(at: 1) == range.upperBound)
    let values = (0...64).map { scale.value(at: Double($0) / 64) }
    #expect(values == values.sorted() && values.allSatisfy(range.contains))
    let part = scale.part(of: 2)
    #expect(part.isFinite && part >= 0)
    // Every double has a position, which grows with it.
    let least = Double.leastNonzeroMagnitude
    let all = [-Self.most, -1, -least, 0, least, 1, 1e300, Self.most]
    let places = all.map(scale.share)
    #expect(places == places.sorted() && places.allSatisfy { !$0.isNaN })
  }

  @Test(arguments: ranges) func midpointsAreInTheMiddle(range: ClosedRange<Double>) throws {
    let scale = try #require(AxisScale(range))
    let middle = scale.value(at: 0.5)
    // If there are doubles between the ends, the middle is one of them.
    let neighbours = range.lowerBound.nextUp.nextUp >= range.upperBound
    if !neighbours { #expect(abs(scale.share(of: middle) - 0.5) <= 0.25) }
    let grid = PlotGrid(try #require(PlotWindow(x: range, y: range)), columns: 80, rows: 40)
    #expect(grid.column(of: range.upperBound) == 80 && grid.row(of: range.upperBound) == 0)
    #expect(grid.row(of: range.lowerBound) == 39 && grid.row(of: .infinity) == PlotGrid.above)
    #expect(grid.row(of: -.infinity) == 40 && grid.row(of: .nan) == PlotGrid.nowhere)
  }

  @Test(arguments: ranges) func ticksAreInTheRangeWithExactLabels(range: ClosedRange<Double>) throws
  {
    let scale = try #require(AxisScale(range))
    for count in [1, 2, 7, 20, 500] {
      let marks = Ticks(scale, count: count).marks
      #expect(!marks.isEmpty && marks.count <= count + 2, "\(range) \(count): \(marks.count)")
      for (value, label) in marks {
        #expect(range.contains(value))
        let read = try #require(Double(label))
        #expect(
          abs(scale.share(of: read) - scale.share(of: value)) < 0.51 / Double(count), "\(label)")
      }
    }
  }

  @Test(
    arguments: [
      ("0...1e-310", 5, ["0", "2e-311", "4e-311", "6e-311", "8e-311", "1e-310"]),
      ("-1e308...1e308", 4, ["-1e+308", "-5e+307", "0", "5e+307", "1e+308"]),
      (
        "1e300...1.1e300", 5,
        ["1e+300", "1.02e+300", "1.04e+300", "1.06e+300", "1.08e+300", "1.1e+300"]
      ),
      ("0...5e-324", 3, ["0", "5e-324"]),
      ("0...3e-8", 3, ["0", "1e-08", "2e-08", "3e-08"]),
    ] as [(String, Int, [String])])
  func tickLabelsAreRoundAtEveryMagnitude(range: String, count: Int, labels: [String]) throws {
    let scale = try #require(Self.range(range).flatMap(AxisScale.init))
    #expect(Ticks(scale, count: count).marks.map(\.label) == labels)
  }

  @Test func unusableRangesAreRejected() {
    #expect(Self.ranges.count == 16)
    #expect(AxisScale(1...1) == nil && AxisScale(-.infinity...0) == nil)
    #expect(AxisScale(0...(.infinity)) == nil)
  }

  @Test(arguments: ranges) func movedRangesAreValidOrNil(range: ClosedRange<Double>) throws {
    let scale = try #require(AxisScale(range))
    for share in [-3.7, -1, -0.1, -1e-30, 1e-30, 0.1, 1, .infinity, .nan] {
      guard let moved = scale.moved(by: share) else { continue }
      #expect(moved.lowerBound.isFinite && moved.upperBound.isFinite)
      let rises = moved.lowerBound > range.lowerBound
      if share.isFinite { #expect(moved != range && rises == (share > 0)) }
    }
    for factor in [1e-300, 0.5, 2, 1e300] {
      for place in [0.0, 0.3, 1].map(scale.value) {
        guard let scaled = scale.scaled(by: factor, around: place) else { continue }
        #expect(AxisScale(scaled) != nil)
      }
    }
  }

  @Test func everyDoubleHasACell() {
    for position in [-1e308, -1, -0.0, 0, 0.99, 1, 79.9, 80, 1e19, .infinity, -.infinity, .nan] {
      #expect((0..<80).contains(Int(cell: position, of: 80)))
      #expect(Int(cell: position, of: 0) == 0)
      #expect((-3...9).contains(Int(nearest: position, in: -3...9)))
    }
    #expect(Int(cell: 79.9, of: 80) == 79 && Int(cell: 80, of: 80) == 79)
    #expect(Int(nearest: 2.5, in: 0...9) == 3 && Int(nearest: .infinity, in: 0...Int.max) == .max)
  }
}

extension SVGTextTests {
  @Test func forbiddenXMLCharactersAreReplaced() {
    let forbidden = "\u{0}\u{1B}\u{7F}\u{9B}\u{FFFE}\u{FFFF}"
    #expect(
      SVGChart.escaped("a" + forbidden + "\u{10FFFF}é")
        == "a\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{10FFFF}é")
  }
}
