public import Activations
import TextCharts

/// The difference of two curves or of their slopes, and its maximum in a window.
public struct PlotDifference: Sendable {
  package let one: BoundActivation
  package let other: BoundActivation
  /// The x at which the magnitude of the difference is largest.
  public let place: Double
  /// The difference there, with its sign.
  public let largest: Double
  private let isOfSlopes: Bool

  /// Searches for the largest difference: at many points, at both curves' landmarks, and by golden-section search
  /// around the best of them.
  ///
  /// - Parameters:
  ///   - one: The curve that counts positive.
  ///   - other: The curve that is subtracted.
  ///   - x: The range to search.
  ///   - isOfSlopes: Whether the slopes are compared.
  public init(
    _ one: BoundActivation, _ other: BoundActivation, over x: ClosedRange<Double>,
    ofSlopes isOfSlopes: Bool = false
  ) {
    (self.one, self.other, self.isOfSlopes) = (one, other, isOfSlopes)
    func difference(_ x: Double) -> Double {
      isOfSlopes ? one.derivative(x) - other.derivative(x) : one(x) - other(x)
    }
    func size(_ x: Double) -> Double {
      let difference = difference(x).magnitude
      return difference.isFinite ? difference : -1
    }
    let steps = 512
    let scale = AxisScale(x) ?? .unit
    let width = scale.part(of: Double(steps))
    let marks = (one.landmarks + other.landmarks).flatMap { [$0.x.nextDown, $0.x, $0.x.nextUp] }
    let grid = (0...steps).map { scale.value(at: Double($0) / Double(steps)) }
    let best = (grid + marks).filter(x.contains).max { size($0) < size($1) } ?? x.lowerBound
    var (low, high) = (max(x.lowerBound, best - width), min(x.upperBound, best + width))
    for _ in 0..<48 {
      let (left, right) = (low + 0.382 * (high - low), high - 0.382 * (high - low))
      if size(left) > size(right) { high = right } else { low = left }
    }
    let refined = low + (high - low) / 2
    place = size(refined) > size(best) ? refined : best
    largest = difference(place)
  }

  /// The difference at a point.
  package func callAsFunction(_ x: Double) -> Double {
    isOfSlopes ? one.derivative(x) - other.derivative(x) : one(x) - other(x)
  }
}
