/// The rows in which a curve crosses the columns of a grid.
///
/// Most columns need only the row at their centre. The line is sampled more densely where neighbouring centres are more
/// than a row apart, at the window's edges, at jumps, and at the curve's features. There, every row that the line
/// crosses is added to its column.
struct CurveTrace {
  /// Adjacent rows of one column.
  struct Run {
    var column: Int
    var top: Int
    var bottom: Int
  }

  let grid: PlotGrid
  /// The row at each column's centre.
  private(set) var centres: [Int] = []
  /// The marked rows, from left to right.
  private(set) var runs: [Run] = []

  private let curve: Curve
  /// Runs of the current column.
  private var here: [Run] = []
  /// Runs of the next column.
  private var ahead: [Run] = []
  /// Points to sample, from left to right.
  private var places: ArraySlice<Sample> = []

  /// A point that must be sampled.
  private struct Sample {
    var x: Double
    /// Measured in columns.
    var column: Double
    var isJump: Bool
  }

  /// A point of the line.
  private struct Point {
    var column: Double
    var row: Int
    /// Whether the line is interrupted before it.
    var isAfterJump = false
    /// Whether its row must be exact.
    var isFeature = false
  }

  init(_ curve: Curve, on grid: PlotGrid) {
    self.curve = curve
    self.grid = grid
    guard grid.rows > 0, grid.columns > 0 else { return }
    let function = curve.function
    if curve.features.isEmpty {
      let values = (0..<grid.columns).map { function(grid.x(at: Double($0) + 0.5)) }
      centres = values.map(grid.row(of:))
      places = namedPlaces(or: peaks(values))[...]
    } else {
      centres = (0..<grid.columns).map { grid.row(of: function(grid.x(at: Double($0) + 0.5))) }
      places = namedPlaces(or: curve.features)[...]
    }
    follow()
  }

  private func namedPlaces(or features: [Double]) -> [Sample] {
    func place(_ x: Double, _ isJump: Bool) -> Sample {
      Sample(x: x, column: grid.column(of: x), isJump: isJump)
    }
    let inside = grid.window.x
    let jumps = curve.jumps.filter(inside.contains).map { place($0, true) }
    let others = features.filter { inside.contains($0) && !curve.jumps.contains($0) }
    return (jumps + others.map { place($0, false) }).sorted { $0.x < $1.x }
  }

  /// Extrema between the centres, found by golden-section search where the curve turns steeply.
  private func peaks(_ values: [Double]) -> [Double] {
    var found: [Double] = []
    for column in values.indices.dropFirst().dropLast() {
      let (before, value, after) = (values[column - 1], values[column], values[column + 1])
      let rises = value > before && value > after
      guard rises || (value < before && value < after),
        centres[column] != centres[column - 1] || centres[column] != centres[column + 1]
      else { continue }
      var (low, high) = (Double(column) - 0.5, Double(column) + 1.5)
      for _ in 0..<24 {
        let (one, other) = (low + 0.382 * (high - low), high - 0.382 * (high - low))
        let isLeft = curve.function(grid.x(at: one)) > curve.function(grid.x(at: other))
        if isLeft == rises { high = other } else { low = one }
      }
      found.append(grid.x(at: (low + high) / 2))
    }
    return found
  }

  private mutating func follow() {
    runs.reserveCapacity(grid.columns + 16)
    link(from: nil, to: 0, at: 0)
    let last = grid.columns - 1
    var next = nextPlace
    for column in 0...last {
      let row = centres[column]
      // A fast path: most columns need only their centre.
      if next > Double(column) + 1.5, here.isEmpty, isSeen(row),
        isQuiet(row, column == last ? row : centres[column + 1])
      {
        runs.append(Run(column: column, top: row, bottom: row))
        continue
      }
      add(column, row, row, to: &here)
      link(from: column, to: column < last ? column + 1 : nil, at: column)
      next = nextPlace
      runs.append(contentsOf: here)
      swap(&here, &ahead)
      ahead.removeAll(keepingCapacity: true)
    }
  }

  /// The next point to sample, measured in columns.
  private var nextPlace: Double { places.first?.column ?? .infinity }

  /// Whether the rows between two neighbouring centres leave no gap.
  private func isQuiet(_ one: Int, _ other: Int) -> Bool {
    one == other || (isSeen(one) && isSeen(other) && abs(one - other) == 1)
  }

  private func isSeen(_ row: Int) -> Bool { row >= 0 && row < grid.rows }

  /// Traces the line from one column's centre to the next.
  private mutating func link(from left: Int?, to right: Int?, at column: Int) {
    let edge = Double(right ?? grid.columns)
    let end = right.map { Double($0) + 0.5 } ?? edge
    var between: [Sample] = []
    let endX = grid.x(at: end)
    while let place = places.first, place.x <= endX {
      between.append(place)
      // The other side of a jump at a centre belongs to the next segment.
      if place.isJump, place.x == endX, right != nil { break }
      places.removeFirst()
    }
    if between.isEmpty, let left, let right {
      if isQuiet(centres[left], centres[right]) { return }
    } else if between.isEmpty, isSeen(centres[left ?? right ?? 0]) {
      return
    }
    walk(points(between, from: left, to: right, edge: edge), at: column)
  }

  /// The centres, the edge between them and the points to sample, from left to right.
  private func points(
    _ between: [Sample], from left: Int?, to right: Int?, edge: Double
  ) -> [Point] {
    var points: [Point] = []
    if let left { points.append(Point(column: Double(left) + 0.5, row: centres[left])) }
    let edgeX = grid.x(at: edge)
    var hasEdge = between.contains { $0.isJump && $0.x == edgeX }
    for place in between {
      if !hasEdge, place.x > edgeX {
        hasEdge = true
        points.append(point(at: edgeX, column: edge))
      }
      let column =
        place.x < edgeX
        ? min(place.column, edge.nextDown) : place.x == edgeX ? edge : max(place.column, edge)
      if place.isJump {
        addSides(of: place, column: column, to: &points, after: left, before: right)
      } else {
        points.append(point(at: place.x, column: column, isFeature: true))
      }
    }
    if !hasEdge { points.append(point(at: edgeX, column: edge)) }
    guard let right else { return points }
    let isAlone = between.contains { $0.isJump && $0.x == centreX(right) }
    points.append(Point(column: Double(right) + 0.5, row: centres[right], isAfterJump: isAlone))
    return points
  }

  private func point(at x: Double, column: Double, isFeature: Bool = false) -> Point {
    Point(column: column, row: grid.row(of: curve.function(x)), isFeature: isFeature)
  }

  private func centreX(_ column: Int) -> Double { grid.x(at: Double(column) + 0.5) }

  /// The ends of the line at a jump, clipped to the window; a jump at a column's centre is reached from both sides, and
  /// each time yields the end on that side.
  private func addSides(
    of jump: Sample, column: Double, to points: inout [Point], after left: Int?, before right: Int?
  ) {
    let isAtLeft = left.map { centreX($0) == jump.x } ?? false
    let isAtRight = right.map { centreX($0) == jump.x } ?? false
    if !isAtLeft, jump.x > grid.window.x.lowerBound {
      points.append(point(at: jump.x.nextDown, column: column, isFeature: true))
    }
    if !isAtRight, jump.x < grid.window.x.upperBound {
      var side = point(at: jump.x.nextUp, column: column, isFeature: true)
      side.isAfterJump = !curve.joinsJumps
      points.append(side)
    }
  }

  /// Marks the rows between successive points.
  private mutating func walk(_ points: [Point], at current: Int) {
    // Rows of neighbouring centres may differ by one without a gap.
    let isSteep =
      points.contains { !isSeen($0.row) }
      || abs((points.first?.row ?? 0) - (points.last?.row ?? 0)) > 1
    if points.count == 1, let alone = points.first {
      put(cell(alone.column), alone.row, alone.row, at: current)
    }
    for (one, other) in zip(points, points.dropFirst()) {
      if other.isAfterJump {
        // Both sides are marked, and nothing between them.
        put(cell(one.column.nextDown), one.row, one.row, at: current)
        put(cell(other.column), other.row, other.row, at: current)
        continue
      }
      guard one.row != PlotGrid.nowhere, other.row != PlotGrid.nowhere else { continue }
      guard one.row != other.row, isSteep || one.isFeature || other.isFeature else { continue }
      let column = cell((one.column + other.column) / 2)
      put(column, min(one.row, other.row), max(one.row, other.row), at: current)
    }
  }

  /// The column of a point; the right edge is a column of its own.
  private func cell(_ column: Double) -> Int { Int(cell: column, of: grid.columns + 1) }

  private mutating func put(_ column: Int, _ top: Int, _ bottom: Int, at current: Int) {
    guard top != PlotGrid.nowhere else { return }
    if column <= current || column >= grid.columns {
      add(current, top, bottom, to: &here)
    } else {
      add(column, top, bottom, to: &ahead)
    }
  }

  private func add(_ column: Int, _ top: Int, _ bottom: Int, to runs: inout [Run]) {
    let (top, bottom) = (max(0, top), min(grid.rows - 1, bottom))
    guard top <= bottom else { return }
    for index in runs.indices where top <= runs[index].bottom + 1 && bottom >= runs[index].top - 1 {
      runs[index].top = min(runs[index].top, top)
      runs[index].bottom = max(runs[index].bottom, bottom)
      return
    }
    runs.append(Run(column: column, top: top, bottom: bottom))
  }
}
