import Testing

@testable import Activations

struct LandmarkTests {
  /// Values of the project's `functions_extrema.json` (mpmath, 15 digits): x, value, slope.
  struct Known: Sendable {
    var id: String
    var parameters: [String: Double] = [:]
    var kind: Landmark.Kind
    var x: Double
    var value: Double?
    var slope: Double?
  }

  static let known: [Known] = [
    Known(id: "sigmoid", kind: .maximumSlope, x: 0, slope: 0.25),
    Known(id: "sigmoid", kind: .smallSlopeToTheRight, x: 4.58486333912236, slope: 0.01),
    Known(id: "sigmoid", kind: .smallSlopeToTheLeft, x: -4.58486333912236, slope: 0.01),
    Known(id: "tanh", kind: .maximumSlope, x: 0, slope: 1),
    Known(id: "tanh", kind: .smallSlopeToTheRight, x: 2.99322284612638, slope: 0.01),
    Known(id: "swish", kind: .minimum, x: -1.27846454276107, value: -0.278464542761074),
    Known(id: "swish", kind: .maximumSlope, x: 2.39935728051547, slope: 1.09983932012887),
    Known(id: "swish", kind: .inflection, x: -2.39935728051547, slope: -0.0998393201288669),
    Known(
      id: "swish", parameters: ["beta": 0.5], kind: .minimum, x: -2.55692908552215,
      value: -0.556929085522148),
    Known(
      id: "swish", parameters: ["beta": 0.5], kind: .maximumSlope, x: 4.79871456103094,
      slope: 1.09983932012887),
    Known(
      id: "swish", parameters: ["beta": 2], kind: .minimum, x: -0.639232271380537,
      value: -0.139232271380537),
    Known(
      id: "swish", parameters: ["beta": 2], kind: .inflection, x: -1.19967864025773,
      slope: -0.0998393201288669),
    Known(id: "gelu", kind: .minimum, x: -0.751791524693564, value: -0.169971207479904),
    Known(id: "gelu", kind: .maximumSlope, x: 1.4142135623731, slope: 1.12890414518515),
    Known(id: "gelu", kind: .inflection, x: -1.4142135623731, slope: -0.128904145185155),
    Known(id: "gelu-tanh", kind: .minimum, x: -0.752461422071016, value: -0.170040750571254),
    Known(id: "gelu-tanh", kind: .maximumSlope, x: 1.41850400879083, slope: 1.12899306865877),
    Known(id: "gelu-tanh", kind: .inflection, x: -1.41850400879083, slope: -0.128993068658772),
    Known(id: "mish", kind: .minimum, x: -1.1924312145155, value: -0.30884341301725),
    Known(id: "mish", kind: .maximumSlope, x: 1.49057117948543, slope: 1.08849816125173),
    Known(id: "mish", kind: .inflection, x: -2.25637639636079, slope: -0.112526122389463),
    Known(id: "hard-swish", kind: .minimum, x: -1.5, value: -0.375),
    Known(id: "softsign", kind: .smallSlopeToTheRight, x: 9, slope: 0.01),
  ]

  @Test(arguments: known)
  func agreesWithTheReference(known: Known) throws {
    let function = try Catalogue.activation(named: known.id).with(known.parameters)
    let landmark = try #require(function.landmarks.first { $0.kind == known.kind })
    #expect(near(landmark.x, known.x))
    if let value = known.value { #expect(near(landmark.value, value)) }
    if let slope = known.slope { #expect(near(landmark.slope, slope)) }
  }

  @Test(arguments: Samples.curves)
  func landmarksHaveTheirStatedProperties(function: BoundActivation) {
    for mark in function.landmarks {
      let h = 1e-5 * max(mark.x.magnitude, 1e-3)
      let left = function.derivative(mark.x - h)
      let right = function.derivative(mark.x + h)
      #expect(mark.value == function(mark.x) && mark.slope == function.derivative(mark.x))
      switch mark.kind {
      case .minimum: #expect(left < 0 && right > 0 && mark.slope.magnitude < 1e-14)
      case .maximum: #expect(left > 0 && right < 0 && mark.slope.magnitude < 1e-14)
      case .jump: #expect(function.jumps.contains(mark.x))
      case .maximumSlope: #expect(mark.slope >= left && mark.slope >= right)
      case .inflection: #expect(mark.slope <= left && mark.slope <= right)
      case .kink: #expect(function.kinks.contains { $0.x == mark.x })
      case .smallSlopeToTheLeft: #expect(left.magnitude < 0.01 && right.magnitude > 0.01)
      case .smallSlopeToTheRight: #expect(right.magnitude < 0.01 && left.magnitude > 0.01)
      }
    }
  }

  @Test(arguments: Samples.curves)
  func smallSlopesAreSmallAllTheWay(function: BoundActivation) {
    for mark in function.landmarks {
      let outside: [Double] =
        switch mark.kind {
        case .smallSlopeToTheLeft: Samples.everyScale.filter { $0 < mark.x }
        case .smallSlopeToTheRight: Samples.everyScale.filter { $0 > mark.x }
        default: []
        }
      #expect(outside.allSatisfy { function.derivative($0).magnitude < 0.01 })
    }
  }

  @Test(arguments: Samples.curves)
  func noExtremeSlopeIsMissed(function: BoundActivation) {
    let slopes = Samples.grid.map { function.derivative($0) }
    let marks = function.landmarks
    if let greatest = slopes.max(), let least = slopes.min() {
      let edges = function.kinks.flatMap { [$0.leftSlope, $0.rightSlope] }
      let top =
        marks.first { $0.kind == .maximumSlope }?.slope ?? edges.max()
        ?? max(greatest, function.derivative(0))
      #expect(greatest <= top * (1 + 1e-15), "\(function.label)")
      let bottom = marks.first { $0.kind == .inflection }?.slope ?? min(0, edges.min() ?? 0)
      #expect(least >= bottom - 1e-15, "\(function.label)")
    }
  }

  @Test(arguments: Samples.curves)
  func noMinimumOrMaximumIsMissed(function: BoundActivation) {
    let slopes = Samples.grid.map { (x: $0, slope: function.derivative($0)) }
      .filter { $0.slope != 0 }
    for (left, right) in zip(slopes, slopes.dropFirst()) where left.slope * right.slope < 0 {
      let kind: Landmark.Kind = left.slope < 0 ? .minimum : .maximum
      #expect(
        function.landmarks.contains { $0.kind == kind && (left.x...right.x).contains($0.x) },
        "\(function.label) between \(left.x) and \(right.x)")
    }
  }

  @Test func landmarksAreNamedInAFewWords() {
    #expect(
      Catalogue.swish.withDefaults.landmarks.map(\.description) == [
        "|slope| < 0.01 to the left", "inflection, slope -0.09984", "minimum -0.2785",
        "greatest slope 1.1",
      ])
  }

  private func near(_ got: Double, _ known: Double) -> Bool {
    // The values have 14 or 15 digits; one of them, √2, has only 13 decimals.
    (got - known).magnitude <= 1e-12 * max(known.magnitude, 0.1)
  }
}
