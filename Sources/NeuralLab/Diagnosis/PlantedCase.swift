import Activations

/// A small network, healthy or with a planted fault, and what was measured of it.
///
/// Equal seeds give equal cases. A case is trained or propagated in much less than a second.
public struct PlantedCase: Sendable {
  public let seed: UInt64
  /// The planted fault; nil for a healthy network.
  public let fault: Fault?
  /// The planted fault, or one that the kind of the healthy network could have.
  public let kind: Fault
  public let evidence: Evidence

  /// One network in so many is healthy.
  private static let healthyShare = 5

  /// Draws a fault or none, plants it, and measures the network.
  ///
  /// - Throws: An error of the catalogue or of the model; none of the plans causes one.
  public init(seed: UInt64) throws {
    let (fault, kind) = Self.draw(seed: seed)
    try self.init(fault, like: kind, seed: seed)
  }

  /// The fault that a seed plants, nil for none, and the kind of network.
  static func draw(seed: UInt64) -> (fault: Fault?, kind: Fault) {
    let random = LabRandom(seed: seed, stream: 40)
    let kind = Fault.allCases[random.index(1, below: Fault.allCases.count)]
    return (random.index(0, below: healthyShare) == 0 ? nil : kind, kind)
  }

  /// Plants a fault.
  ///
  /// - Parameters:
  ///   - fault: The fault; nil for a healthy network.
  ///   - kind: A fault whose kind of network a healthy one has.
  ///   - seed: The seed of everything else.
  /// - Throws: An error of the catalogue or of the model; none of the plans causes one.
  init(_ fault: Fault?, like kind: Fault, seed: UInt64) throws {
    let random = LabRandom(seed: seed, stream: 44)
    self.seed = seed
    self.fault = fault
    self.kind = kind
    switch kind {
    case .noNormalisation, .inPlaceRectifier:
      evidence = .stream(
        ResidualStream(fault: fault, depth: 8 + 4 * random.index(0, below: 5), seed: seed)
          .evidence())
    case .unscaledScores, .scoresOverDimension:
      evidence = .attention(
        AttentionScores(
          fault: fault, keys: 16 << random.index(0, below: 3),
          dimension: 16 << random.index(1, below: 4), seed: seed
        ).evidence())
    default:
      let plan = try TrainingPlan(fault, like: kind, random, seed: seed)
      evidence = .training(try TrainingTrial(plan).evidence())
    }
  }
}

extension LabRandom {
  /// A whole number from 0, below a bound.
  func index(_ index: Int, below bound: Int) -> Int { Int(unit(index) * Double(bound)) }

  /// An element of a list.
  func element<Element>(_ index: Int, of list: [Element]) -> Element {
    list[self.index(index, below: list.count)]
  }
}
