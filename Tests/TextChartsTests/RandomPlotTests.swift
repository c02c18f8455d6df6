import Activations
import TerminalUI
import TestCourse
import Testing

@testable import TextCharts

/// Compares plots of functions with random parameters, ranges, sizes and charsets with the functions' values.
struct RandomPlotTests {
  /// One drawing and its expected contents.
  struct Case {
    var curve: Curve
    var window: PlotWindow
    var size: Size
    var charset: Charset
    var name: String
  }

  @Test func allTestFunctionsExist() {
    #expect(RandomFunctions.all.map(\.id) == RandomFunctions.ids)
  }

  @Test(arguments: 0..<40) func marksAreOnTheCurveAndComplete(seed: Int) {
    var random = Xorshift(seed: UInt64(seed))
    for _ in 0..<120 {
      guard let sample = Self.sample(&random) else { continue }
      var problems = Self.problems(of: sample)
      if problems.count > 3 { problems = Array(problems.prefix(3)) }
      #expect(problems.isEmpty, "seed \(seed) \(sample.name): \(problems)")
    }
  }

  /// A function, parameter values, and a window that is near a feature or not.
  static func sample(_ random: inout Xorshift) -> Case? {
    let functions = RandomFunctions.all
    let activation = functions[Int(random.next() % UInt64(functions.count))]
    var values: [String: Double] = [:]
    for parameter in activation.parameters {
      let (low, high) = (parameter.allowed.lowerBound, parameter.allowed.upperBound)
      let value = low + (high - low) * random.unit() * random.unit()
      values[parameter.name] = parameter.isWhole ? value.rounded() : value
    }
    guard let function = try? activation.with(values) else { return nil }
    let kind = ["value", "slope", "second-derivative"][Int(random.next() % 3)]
    let features = function.landmarks.map(\.x)
    let corners = function.kinks.map(\.x) + function.jumps
    var curve: Curve
    switch kind {
    case "value":
      curve = Curve("", jumps: function.jumps, features: features) { function($0) }
    case "slope":
      curve = Curve("", jumps: corners, features: features) { function.derivative($0) }
    default:
      curve = Curve("", jumps: corners + [0], features: features) { function.secondDerivative($0) }
    }
    if activation.id == "step", kind == "slope" { curve.jumps = [] }
    // Half of the windows have integer bounds, so that features are on the edges of columns.
    let isRound = random.next() % 2 == 0
    var middle = (random.unit() - 0.5) * 6
    var half = Double(sign: .plus, exponent: Int(random.next() % 9) - 4, significand: 1.3)
    if isRound { (middle, half) = (middle.rounded(), max(1, half.rounded())) }
    let x = (middle - half)...(middle + half)
    let fitted = PlotWindow.fitting([curve], x: x)
    let height = fitted.y.upperBound - fitted.y.lowerBound
    let shift = height * (random.unit() - 0.5) * 0.8
    let scale = 0.2 + random.unit()
    let y =
      random.next() % 3 == 0
      ? fitted.y : (fitted.y.lowerBound + shift)...(fitted.y.lowerBound + shift + height * scale)
    guard let window = PlotWindow(x: x, y: y) else { return nil }
    let size = Size(width: 3 + Int(random.next() % 50), height: 2 + Int(random.next() % 20))
    let charset = Charset.allCases[Int(random.next() % 3)]
    return Case(
      curve: curve, window: window, size: size, charset: charset,
      name: "\(kind) of \(function.label) on \(x), \(y), \(size) \(charset)")
  }

  static func problems(of sample: Case) -> [String] {
    let frame = drawing(
      of: sample.curve, size: sample.size, window: sample.window, charset: sample.charset)
    let (across, down) =
      switch sample.charset {
      case .ascii: (1, 1)
      case .blocks: (2, 2)
      case .braille: (2, 4)
      }
    let grid = PlotGrid(
      sample.window, columns: sample.size.width * across, rows: sample.size.height * down)
    let dots =
      down == 1 ? glyphs(in: frame) : TextChartsTests.dots(in: frame, down: down)
    var problems: [String] = []
    let byColumn = Dictionary(grouping: dots, by: \.x).mapValues { Set($0.map(\.y)) }
    for column in 0..<grid.columns {
      let marked = byColumn[column] ?? []
      let passed = rows(of: sample.curve, in: column, grid)
      for row in marked where !passed.contains(row) {
        problems.append("column \(column) row \(row) is not passed")
      }
      let value = sample.curve.function(grid.x(at: Double(column) + 0.5))
      let centre = grid.row(of: value)
      // On the border of two rows either of them may be marked.
      let isMarked =
        marked.contains(grid.row(of: value + slack(grid)))
        || marked.contains(grid.row(of: value - slack(grid)))
      if (0..<grid.rows).contains(centre), !isMarked {
        problems.append("column \(column) has no mark at its centre, row \(centre)")
      }
      // Extrema and kinks are in place, however narrow they are.
      for feature in sample.curve.features
      where sample.window.x.contains(feature) && Int(grid.column(of: feature)) == column
        && !sample.curve.jumps.contains(feature)
      {
        let row = grid.row(of: sample.curve.function(feature))
        // On the border of two columns either of them may show it.
        let place = grid.column(of: feature)
        let isOnEdge = abs(place - place.rounded()) < 1e-9
        let isShown =
          marked.contains(grid.row(of: sample.curve.function(feature) + slack(grid)))
          || marked.contains(grid.row(of: sample.curve.function(feature) - slack(grid)))
        if (0..<grid.rows).contains(row), !isShown, !isOnEdge {
          problems.append("column \(column) does not show the feature in row \(row)")
        }
      }
      if let gap = gap(after: column, byColumn, sample.curve, grid) { problems.append(gap) }
    }
    return problems
  }

  /// Whether two neighbouring columns, both marked and not separated by a jump, do not touch.
  private static func gap(
    after column: Int, _ marked: [Int: Set<Int>], _ curve: Curve, _ grid: PlotGrid
  ) -> String? {
    guard let here = marked[column], let next = marked[column + 1] else { return nil }
    let (left, right) = (grid.x(at: Double(column)), grid.x(at: Double(column + 2)))
    let edge = (right - left) * 1e-9
    guard !curve.jumps.contains(where: { (left - edge...right + edge).contains($0) }) else {
      return nil
    }
    // A line that leaves the window between two columns and returns leaves a true gap.
    let values = (0...16).map { curve.function(left + (right - left) * Double($0) / 16) }
    guard values.allSatisfy(grid.window.y.contains) else { return nil }
    let distance = here.flatMap { y in next.map { abs(y - $0) } }.min() ?? 0
    return distance > 1 ? "columns \(column) and \(column + 1) are \(distance) rows apart" : nil
  }

  /// A tolerance for rounding where a curve follows the border of two rows.
  private static func slack(_ grid: PlotGrid) -> Double {
    (grid.window.y.upperBound - grid.window.y.lowerBound) * 1e-9
  }

  /// The rows that a curve crosses in a column, by dense sampling; jumps divide it into pieces.
  private static func rows(of curve: Curve, in column: Int, _ grid: PlotGrid) -> Set<Int> {
    let (left, right) = (grid.x(at: Double(column)), grid.x(at: Double(column + 1)))
    let jumps = curve.jumps.filter { left <= $0 && $0 <= right }
    let features = curve.features.filter { left <= $0 && $0 <= right }
    var ends = [left] + jumps.flatMap { [$0.nextDown, $0.nextUp] } + [right]
    ends = ends.filter { left <= $0 && $0 <= right }
    var rows: Set<Int> = Set(jumps.map { grid.row(of: curve.function($0)) })
    for piece in zip(ends, ends.dropFirst()) {
      if jumps.contains(where: { piece.0 < $0 && $0 < piece.1 }) { continue }
      let xs = (0...24).map { piece.0 + (piece.1 - piece.0) * Double($0) / 24 }
      let values = (xs + features.filter { piece.0 <= $0 && $0 <= piece.1 }).map(curve.function)
        .filter { !$0.isNaN }
      guard let low = values.min(), let high = values.max() else { continue }
      let (first, last) = (grid.row(of: high + slack(grid)), grid.row(of: low - slack(grid)))
      rows.formUnion(first...max(first, last))
    }
    return rows
  }
}

/// The cells with marks in an ASCII drawing.
private func glyphs(in frame: Frame) -> Set<Point> {
  var marks: Set<Point> = []
  for y in 0..<frame.size.height {
    for x in 0..<frame.size.width where frame[x, y]?.glyph != " " {
      marks.insert(Point(x: x, y: y))
    }
  }
  return marks
}

/// A random number generator with a seed.
struct Xorshift: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    for _ in 0..<8 { _ = next() }
  }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }

  /// From 0 to 1.
  mutating func unit() -> Double { Double(next() >> 11) / Double(1 << 53) }
}
