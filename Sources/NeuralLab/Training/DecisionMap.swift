/// The probability that a network assigns to class 0, on a square grid in the plane.
public struct DecisionMap: Equatable, Sendable {
  /// The grid goes from −reach to reach in both directions.
  public static let reach = 1.4
  /// Grid points in a row, and rows.
  static let side = 41

  /// The probabilities, row after row, the first row at y = −reach.
  public let probabilities: [Float]

  /// Runs a network of two inputs and two classes over the grid.
  init(_ trainee: Trainee) {
    let step = 2 * Self.reach / Double(Self.side - 1)
    var points: [Float] = []
    points.reserveCapacity(2 * Self.side * Self.side)
    for row in 0..<Self.side {
      for column in 0..<Self.side {
        points.append(Float(Double(column) * step - Self.reach))
        points.append(Float(Double(row) * step - Self.reach))
      }
    }
    let all = trainee.probabilities(points)
    probabilities = stride(from: 0, to: all.count, by: 2).map { all[$0] }
  }

  /// The probability at a point, interpolated between the four grid points around it.
  ///
  /// - Returns: From 0 to 1; beyond the grid, the value at its edge.
  public func probability(x: Double, y: Double) -> Double {
    let (left, right) = Self.place(x)
    let (bottom, top) = Self.place(y)
    func at(_ column: Int, _ row: Int) -> Double { Double(probabilities[row * Self.side + column]) }
    let below = at(left, bottom) * (1 - right) + at(left + 1, bottom) * right
    let above = at(left, bottom + 1) * (1 - right) + at(left + 1, bottom + 1) * right
    return below * (1 - top) + above * top
  }

  /// The grid line below a coordinate, and the fraction of the distance to the next one.
  private static func place(_ coordinate: Double) -> (line: Int, share: Double) {
    let steps = Double(side - 1)
    guard coordinate.isFinite else { return (0, 0) }
    let place = min(max((coordinate / reach + 1) / 2 * steps, 0), steps)
    let line = min(place.rounded(.down), steps - 1)
    return (Int(line), place - line)
  }
}
