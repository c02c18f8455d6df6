import Activations
import Testing

@testable import Sketching

/// The measured gap is the distance between the curves.
struct SketchGapTests {
  /// The midpoint rule with 4,000 points, independent of handles, jumps and corners.
  private struct Dense {
    static let points = 4000
    let shares: [Double]

    init(_ target: SketchTarget) {
      shares = (0..<Self.points).map { target.share(at: (Double($0) + 0.5) / Double(Self.points)) }
    }

    func gap(to heights: [Double]) -> Double {
      var sum = 0.0
      for point in 0..<Self.points {
        let place = (Double(point) + 0.5) / Double(Self.points) * 8
        let left = Int(place)
        let line = heights[left] + (place - Double(left)) * (heights[left + 1] - heights[left])
        sum += abs(line - shares[point])
      }
      return sum / Double(Self.points)
    }
  }

  /// Ten thousand sketches: random lines, hands of every quality, and mistakes with noise.
  @Test func theGapIsTheDistanceWithinOnePercent() {
    var noise = SketchSimulationTests.Noise(state: 0x1234_5678_9ABC_DEF1)
    let targets = SketchSimulationTests.catalogue()
    let each = 10_000 / targets.count + 1
    var count = 0
    for target in targets {
      let (marker, dense) = (SketchMarker(target), Dense(target))
      for number in 0..<each {
        let size = [0.003, 0.01, 0.05, 0.2, 1][number % 5]
        let sketch = SketchSimulationTests.drawn(target.heights, in: target, share: size, &noise)
        let expected = dense.gap(to: sketch.heights.map { target.share(of: $0) })
        let gap = marker.marking(of: sketch).gap
        #expect(abs(gap - expected) <= 0.01 * expected, "\(target.function.label) \(sketch)")
        count += 1
      }
    }
    #expect(count >= 10_000)
  }

  @Test func theGapOfTheBestSketchIsSmall() {
    for target in SketchSimulationTests.catalogue() {
      let marking = SketchMarker(target).marking(of: Sketch(target.heights))
      #expect(marking.gap == marking.leastGap && marking.areNear.allSatisfy { $0 })
      // A jump takes a whole piece of the sketch.
      #expect(marking.gap < (target.jumps.isEmpty ? 0.04 : 0.13), "\(target.function.label)")
    }
  }
}
