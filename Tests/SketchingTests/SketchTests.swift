import Activations
import Testing

@testable import Sketching

/// Handles, their steps, and sketches from a few values.
struct SketchTests {
  private func target(
    _ id: String, _ x: ClosedRange<Double> = -4...4, _ y: ClosedRange<Double> = -1...4
  ) throws -> SketchTarget {
    SketchTarget(try Catalogue.activation(named: id).withDefaults, x: x, y: y)
  }

  @Test func handlesAreAtEqualSteps() throws {
    let target = try target("relu")
    #expect((0..<9).map { target.place($0) } == [-4, -3, -2, -1, 0, 1, 2, 3, 4])
    #expect(target.handle(nearest: 0.4) == 4 && target.handle(nearest: 0.6) == 5)
    #expect(target.handle(nearest: -100) == 0 && target.handle(nearest: 100) == 8)
    #expect(target.handle(nearest: .nan) == 0)
  }

  @Test func aHandleMovesInRoundSteps() throws {
    let target = try target("relu")
    var sketch = Sketch(levelIn: target)
    #expect(sketch.heights == Array(repeating: 0, count: 9))
    sketch.move(3, by: -3, in: target)
    #expect(sketch.heights[3] == -0.15)
    sketch.move(3, by: 20, in: target)
    #expect(sketch.heights[3] == 0.85)
    sketch.move(3, by: 1000, in: target)
    #expect(sketch.heights[3] == 4)
    sketch.move(3, by: -1000, in: target)
    #expect(sketch.heights[3] == -1)
  }

  /// The step divides 1 wherever the window is about as high.
  @Test(arguments: [
    (0.0...1.0, 0.01), (-1...6, 0.05), (-1.2...1.2, 0.02), (0...0.4, 0.005), (-8...1, 0.1),
    (0...1.2, 0.01), (-1.5...4, 0.05), (0...1e300, 1e298), (0...1e-300, 1e-302),
  ]) func stepsAreRound(y: ClosedRange<Double>, step: Double) throws {
    let target = try target("relu", -4...4, y)
    var sketch = Sketch(Array(repeating: 0, count: 9))
    sketch.move(0, by: 1, in: target)
    #expect(abs(sketch.heights[0] - step) <= 1e-12 * step)
  }

  @Test func aPointerSetsTheRoundestHeight() throws {
    let target = try target("relu")
    var sketch = Sketch(levelIn: target)
    for (range, height) in [
      (-0.1...0.2, 0.0), (0.93...1.12, 1), (0.41...0.58, 0.5), (-0.34...(-0.21), -0.3),
      (3.9...4.2, 4), (4.5...5, 4),
    ] {
      sketch.set(2, within: range, in: target)
      #expect(abs(sketch.heights[2] - height) < 1e-12)
    }
  }

  @Test func aWindowWithoutZeroStartsInItsMiddle() throws {
    #expect(
      Sketch(levelIn: try target("relu", -4...4, 1...3)).heights == Array(repeating: 2, count: 9))
  }

  @Test func betweenHandlesTheLineIsStraight() throws {
    let target = try target("relu")
    let sketch = Sketch([0, 0, 0, 0, 0, 1, 2, 3, 4])
    #expect(sketch.height(at: 0.25, in: target) == 0.25)
    #expect(sketch.height(at: 4, in: target) == 4 && sketch.height(at: -9, in: target) == 0)
  }

  /// A free sketch can be marked like one in a window that an author chose.
  @Test func aRoomyWindowShowsTheWholeCurve() throws {
    for function in Catalogue.all {
      for isSlope in [false, true] {
        let y = SketchTarget.roomyHeights(
          of: function.withDefaults, isSlope: isSlope, x: -4...4)
        let target = SketchTarget(function.withDefaults, isSlope: isSlope, x: -4...4, y: y)
        let heights = (0...100).map { target.value(target.place(at: Double($0) / 100)) }
        #expect(heights.allSatisfy { y.contains($0) } && y.contains(0), "\(function.id)")
        #expect(SketchMarker(target).marking(of: Sketch(target.heights)).isRight, "\(function.id)")
      }
    }
    let gelu = try Catalogue.activation(named: "gelu").withDefaults
    let y = SketchTarget.roomyHeights(of: gelu, isSlope: false, x: -4...4)
    let marker = SketchMarker(SketchTarget(gelu, x: -4...4, y: y))
    #expect(marker.extremes.map(\.point.kind) == [.dip])
    let huge = -1.7e308...1.7e308
    #expect(SketchTarget.roomyHeights(of: gelu, isSlope: false, x: huge).upperBound.isFinite)
  }

  /// The values of five places say as much as those of nine handles.
  @Test(arguments: SketchCase.all) func fiveValuesMakeASketch(_ sketched: SketchCase) throws {
    let target = try sketched.target()
    let marker = SketchMarker(target)
    let handles = target.askedHandles
    #expect(handles.count == 5 && handles == handles.sorted() && handles[0] == 0)
    #expect(handles.last == 8 && Set(handles).count == 5)
    let right = handles.map { (target.heights[$0] * 1000).rounded() / 1000 }
    #expect(marker.marking(of: Sketch(values: right, at: handles, of: target)).isRight)
    let isZero = handles.map { _ in target.clamped(0) }
    #expect(!marker.marking(of: Sketch(values: isZero, at: handles, of: target)).isRight)
  }

  @Test func aMissedDipIsFoundFromFiveValues() throws {
    let target = try target("gelu")
    #expect(target.askedHandles.contains(3))
    let values = target.askedHandles.map { $0 == 3 ? 0 : target.heights[$0] }
    let sketch = Sketch(values: values, at: target.askedHandles, of: target)
    guard case .extreme(let dip)? = SketchMarker(target).marking(of: sketch).misses.first else {
      Issue.record("the dip is not named")
      return
    }
    #expect(dip.kind == .dip && abs(dip.x + 0.7518) < 0.001 && abs(dip.y + 0.17) < 0.001)
  }

  @Test func aSketchOfAnotherFunctionIsRecognised() throws {
    let marker = SketchMarker(try target("gelu"))
    let relu = Sketch([0, 0, 0, 0, 0, 1, 2, 3, 4])
    #expect(marker.lookalike(of: relu, among: Catalogue.all)?.function == "relu")
    #expect(marker.lookalike(of: Sketch(marker.target.heights), among: Catalogue.all) == nil)
    #expect(marker.lookalike(of: Sketch(levelIn: marker.target), among: Catalogue.all) == nil)
    let sigmoid = try Catalogue.activation(named: "sigmoid").withDefaults
    let slope = SketchTarget(sigmoid, isSlope: true, x: -6...6, y: 0...1)
    let values = SketchTarget(sigmoid, x: -6...6, y: 0...1).heights
    #expect(
      SketchMarker(slope).lookalike(of: Sketch(values), among: Catalogue.all)
        == .functionInsteadOfSlope)
  }

  /// Windows of every magnitude, and curves that leave them.
  @Test(arguments: [1e-300, 1e-9, 1, 1e9, 1e300]) func windowsOfEveryMagnitudeAreMarked(
    size: Double
  ) {
    for function in Catalogue.all {
      for isSlope in [false, true] {
        for y in [-size...size, 0...size, -1.7e308...1.7e308] {
          let target = SketchTarget(
            function.withDefaults, isSlope: isSlope, x: -size...size, y: y)
          let marking = SketchMarker(target).marking(of: Sketch(target.heights))
          #expect(marking.gap.isFinite && marking.gap >= 0 && marking.gap <= 1)
          var sketch = Sketch(levelIn: target)
          for handle in 0..<9 {
            sketch.move(handle, by: handle - 4, in: target)
            sketch.set((handle + 3) % 9, within: y.lowerBound...y.upperBound / 2, in: target)
          }
          #expect(sketch.heights.allSatisfy { target.y.contains($0) })
        }
      }
    }
  }
}

extension SketchLookalike {
  /// The id of another function.
  fileprivate var function: String? {
    if case .other(let function) = self { function.id } else { nil }
  }
}
