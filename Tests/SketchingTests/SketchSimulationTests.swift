import Activations
import Testing

@testable import Sketching

/// Simulated sketches: the tolerances of marking accept a good hand and name every usual mistake.
struct SketchSimulationTests {
  /// Numbers from -1 to 1 (Marsaglia's xorshift).
  struct Noise {
    var state: UInt64

    mutating func next() -> Double {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Double(state >> 11) / Double(1 << 52) - 1
    }
  }

  /// Heights that are at most a share of the window away from given ones.
  static func drawn(
    _ heights: [Double], in target: SketchTarget, share: Double, _ noise: inout Noise
  ) -> Sketch {
    let size = share * (target.y.upperBound - target.y.lowerBound)
    return Sketch(heights.map { target.clamped($0 + size * noise.next()) })
  }

  /// Every function of the catalogue and its slope, in windows that leave room above and below the curve.
  static func catalogue() -> [SketchTarget] {
    Catalogue.all.flatMap { function in
      [-4.0...4.0, -5.0...5.0, -6.0...6.0, -3.0...7.0].flatMap { x in
        [false, true].map { isSlope in
          let curve = SketchTarget(function.withDefaults, isSlope: isSlope, x: x, y: 0...1)
          let heights = (0...200).map { curve.value(curve.place(at: Double($0) / 200)) }
          let (low, high) = (min(0, heights.min() ?? 0), max(heights.max() ?? 0, 0.1))
          let air = (high - low) * 0.12
          return SketchTarget(
            function.withDefaults, isSlope: isSlope, x: x, y: (low - air)...(high + air))
        }
      }
    }
  }

  @Test(arguments: SketchCase.all) func handlesHaveTheHeightsOfTheReference(_ sketched: SketchCase)
    throws
  {
    let target = try sketched.target()
    for (height, expected) in zip(target.heights, sketched.heights) {
      #expect(abs(height - expected) <= 0.000_51)
    }
  }

  @Test(arguments: SketchCase.all) func aGoodHandIsAccepted(_ sketched: SketchCase) throws {
    let marker = SketchMarker(try sketched.target())
    var noise = Noise(state: 0x9E37_79B9_7F4A_7C15)
    for _ in 0..<200 {
      let sketch = Self.drawn(sketched.heights, in: marker.target, share: 0.01, &noise)
      let marking = marker.marking(of: sketch)
      #expect(marking.isRight, "\(marking.misses) \(sketch.heights)")
    }
  }

  @Test func aGoodHandIsAcceptedForEveryFunctionAndSlope() {
    var noise = Noise(state: 0xD1B5_4A32_D192_ED03)
    for target in Self.catalogue() {
      let marker = SketchMarker(target)
      for _ in 0..<40 {
        let sketch = Self.drawn(target.heights, in: target, share: 0.01, &noise)
        let marking = marker.marking(of: sketch)
        #expect(
          marking.isRight,
          "\(target.function.label) \(target.isSlope) \(target.x) \(marking.misses) \(sketch)")
      }
    }
  }

  @Test(arguments: SketchCase.all) func everyUsualMistakeIsNamed(_ sketched: SketchCase) throws {
    let marker = SketchMarker(try sketched.target())
    var noise = Noise(state: 0x2545_F491_4F6C_DD1D)
    for (number, mistake) in sketched.mistakes.enumerated() {
      for share in [0, 0.002, 0.002, 0.002] {
        let sketch = Self.drawn(mistake.heights, in: marker.target, share: share, &noise)
        let marking = marker.marking(of: sketch)
        #expect(!marking.isRight, "mistake \(number)")
        let named = marking.misses.prefix(3).map(\.kind)
        #expect(
          named.contains(where: mistake.named.contains), "mistake \(number): \(marking.misses)")
      }
    }
  }

  /// An untouched sketch is never right, except of a curve that is level.
  @Test func aLevelLineIsRefused() {
    for target in Self.catalogue() {
      let level = Sketch(levelIn: target)
      let isLevel = target.heights == level.heights
      let marking = SketchMarker(target).marking(of: level)
      #expect(marking.isRight == isLevel, "\(target.function.label) \(target.isSlope) \(target.x)")
    }
  }
}
