import Foundation
import Testing

@testable import Activations

struct CurveSearchTests {
  private static func values(_ name: String) throws -> @Sendable (Double) -> Double {
    let function = try Catalogue.activation(named: name).withDefaults
    return { function($0) }
  }

  private static func slopes(_ name: String) throws -> @Sendable (Double) -> Double {
    let function = try Catalogue.activation(named: name).withDefaults
    return { function.derivative($0) }
  }

  /// The extremes of mpmath, as in `LandmarkTests`.
  @Test func extremesAreThoseOfTheFunctions() throws {
    let gelu = try CurveSearch(over: -4...2, of: Self.values("gelu")).lowest
    #expect(gelu.count == 1 && abs(gelu[0] + 0.751791524693564) < 1e-6)
    let sigmoid = try CurveSearch(over: -5...5, of: Self.slopes("sigmoid")).highest
    #expect(sigmoid.count == 1 && abs(sigmoid[0]) < 1e-6)
    // Its highest value inside the window is at the window's end.
    #expect(try CurveSearch(over: -4...2, of: Self.values("gelu")).highest.isEmpty)
  }

  @Test func aPointBetweenTwoPointsOfTheGridIsFoundOnce() {
    for place in stride(from: -1.0, through: 1, by: 0.0171) {
      let lowest = CurveSearch(over: -4...4) { ($0 - place) * ($0 - place) }.lowest
      #expect(lowest.count == 1 && abs((lowest.first ?? 9) - place) < 1e-4, "\(place): \(lowest)")
    }
  }

  @Test func levelStretchesHaveTwoEnds() throws {
    // The slope of hard sigmoid is highest on a stretch, and ReLU is lowest up to the left end.
    let hard = CurveSearch(over: -4...4) { abs($0) < 1 ? 1 : 0 }.highest
    #expect(hard.count == 2 && abs(hard[0] + 1) < 0.01 && abs(hard[1] - 1) < 0.01)
    #expect(try CurveSearch(over: -4...4, of: Self.values("relu")).lowest.isEmpty)
    #expect(CurveSearch(over: -4...4) { _ in 2 }.lowest.isEmpty)
    let zero = CurveSearch(over: -4...4) { max(0, abs($0) - 1) }.crossings(of: 0)
    #expect(zero.count == 2)
  }

  @Test func crossingsAreFoundInOrder() throws {
    let tanh = try CurveSearch(over: -4...4, of: Self.values("tanh"))
    let half = tanh.crossings(of: 0.5)
    #expect(half.count == 1 && abs(half[0] - atanh(0.5)) < 1e-9)
    #expect(tanh.crossings(of: 2).isEmpty)
    #expect(tanh.crossings(of: 0) == [0])
    let wave = CurveSearch(over: -4...4) { sin($0) }.crossings(of: 0)
    #expect(wave.count == 3 && zip(wave, [-Double.pi, 0, .pi]).allSatisfy { abs($0 - $1) < 1e-9 })
    // A touch without a crossing has the value, too.
    #expect(CurveSearch(over: -4...4) { $0 * $0 }.crossings(of: 0) == [0])
  }
}
