import Activations
import Testing

@testable import Sketching

/// A landmark that is erased from a faithful sketch is named, at its place, for every function and its slope.
struct ErasedLandmarkTests {
  private static let markers = SketchSimulationTests.catalogue().map { SketchMarker($0) }

  /// What is said about a sketch with some heights replaced, given as shares of the window.
  private func misses(
    _ marker: SketchMarker, replacing shares: [Int: Double]
  ) -> [SketchMiss] {
    let y = marker.target.y
    var heights = marker.target.heights
    for (handle, share) in shares {
      heights[handle] = y.lowerBound + share * (y.upperBound - y.lowerBound)
    }
    return marker.marking(of: Sketch(heights)).misses
  }

  private func name(_ marker: SketchMarker) -> String {
    "\(marker.target.function.label) \(marker.target.isSlope) \(marker.target.x)"
  }

  @Test func erasedDipsAndPeaksAreNamed() {
    var count = 0
    for marker in Self.markers {
      for extreme in marker.extremes {
        let isDip = extreme.point.kind == .dip
        let sign = isDip ? 1.0 : -1
        let level = sign * marker.truth[extreme.handle] + extreme.depth
        let shares = marker.truth.indices.filter { sign * marker.truth[$0] < level }
        let misses = misses(
          marker,
          replacing: Dictionary(uniqueKeysWithValues: shares.map { ($0, sign * level) }))
        #expect(misses.contains(.extreme(extreme.point)), "\(name(marker)): \(misses)")
        #expect(abs(marker.target.value(extreme.point.x) - extreme.point.y) < 1e-9)
        count += 1
      }
    }
    #expect(count > 30)
  }

  /// The places are those of the functions' own landmarks.
  @Test(arguments: [
    ("swish", false, -1.2785), ("gelu", false, -0.7518), ("mish", false, -1.1925),
    ("hard-swish", false, -1.5), ("sigmoid", true, 0), ("tanh", true, 0), ("softmax", true, 0.6931),
    ("swish", true, -2.3994), ("gelu", true, -1.4142),
  ]) func dipsAndPeaksAreAtTheirLandmarks(id: String, isSlope: Bool, place: Double) throws {
    let function = try Catalogue.activation(named: id).withDefaults
    let x = id == "swish" && isSlope ? -6.0...6 : -4...4
    let target = SketchTarget(function, isSlope: isSlope, x: x, y: -0.5...(isSlope ? 1.5 : 4))
    let extreme = try #require(SketchMarker(target).extremes.first)
    #expect(abs(extreme.point.x - place) < 1e-4)
    #expect(target.landmarks.contains { abs($0 - place) < 1e-4 })
  }

  @Test func erasedCornersAreNamed() {
    var count = 0
    for marker in Self.markers {
      for position in marker.target.corners {
        guard let handle = SketchMarker.handle(at: position),
          abs(SketchMarker.bend(marker.truth, handle)) >= SketchTolerance.visibleCorner
        else { continue }
        let straight = (marker.truth[handle - 1] + marker.truth[handle + 1]) / 2
        let x = marker.target.place(handle)
        let misses = misses(marker, replacing: [handle: straight])
        let isNamed = misses.contains { miss in
          switch miss {
          case .rounded(let place), .cornerPlace(let place, _): place == x
          default: false
          }
        }
        #expect(isNamed, "\(name(marker)): \(misses)")
        count += 1
      }
    }
    #expect(count > 10)
  }

  @Test func erasedJumpsAreNamed() {
    var count = 0
    for marker in Self.markers {
      guard let position = marker.target.jumps.first else { continue }
      let middle = Int(position * 8)
      let (left, right) = (max(0, middle - 1), min(8, middle + 2))
      let (low, high) = (marker.truth[left], marker.truth[right])
      let isOnHandle = SketchMarker.handle(at: position) != nil
      let steps = (isOnHandle ? [middle - 1, middle] : [middle]).filter { $0 >= 0 }
        .map { abs(marker.truth[$0 + 1] - marker.truth[$0]) }
      guard steps.contains(where: { $0 >= 0.2 }), abs(high - low) >= 0.2 else { continue }
      let slanted = (left...right).map { handle in
        (handle, low + (high - low) * Double(handle - left) / Double(right - left))
      }
      let misses = misses(marker, replacing: Dictionary(uniqueKeysWithValues: slanted))
      let x = marker.target.place(at: position)
      #expect(misses.contains(.gradual(jump: x)), "\(name(marker)): \(misses)")
      count += 1
    }
    #expect(count > 10)
  }

  /// A sketch that passes a bound is told so, at the level and limits too.
  @Test func passedBoundsAreNamed() {
    var count = 0
    for marker in Self.markers {
      for bound in marker.bounds {
        let edges = [0, 8].filter {
          abs(marker.target.openShare(of: bound.y) - marker.truth[$0]) < 0.03
        }
        guard let edge = edges.first else { continue }
        let share = marker.target.openShare(of: bound.y) + (bound.isUpper ? 0.05 : -0.05)
        let misses = misses(marker, replacing: [edge: share])
        #expect(misses.contains(.beyond(bound)), "\(name(marker)): \(misses)")
        count += 1
      }
    }
    #expect(count > 60)
  }

  /// Half of the window off at an edge, or at 0, is said about that place.
  @Test func wrongEdgesAndValuesAtZeroAreNamed() {
    for marker in Self.markers {
      for handle in [0, 8] {
        let share =
          marker.truth[handle] < 0.5 ? marker.truth[handle] + 0.4 : marker.truth[handle] - 0.4
        let misses = misses(marker, replacing: [handle: share])
        let isNamed = misses.contains { $0.isAbout(handle == 0 ? .left : .right) }
        #expect(isNamed, "\(name(marker)) \(handle): \(misses)")
      }
      guard let zero = SketchMarker.handle(at: marker.target.position(of: 0)) else { continue }
      let share = marker.truth[zero] < 0.5 ? marker.truth[zero] + 0.4 : marker.truth[zero] - 0.4
      #expect(!misses(marker, replacing: [zero: share]).isEmpty, "\(name(marker))")
    }
  }
}

extension SketchMiss {
  /// Whether it is about an edge, or about what the sketch does nowhere in the window.
  fileprivate func isAbout(_ side: Side) -> Bool {
    switch self {
    case .level(let other, _, _), .limit(let other, _, _), .stillMoving(let other, _),
      .end(let other, _, _), .levelsOff(let other), .tooSteepAtEnd(let other),
      .noReturn(_, let other):
      other == side
    case .beyond, .extreme, .extremeHeight, .extremePlace: true
    default: false
    }
  }
}
