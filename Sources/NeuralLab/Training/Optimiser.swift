#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An optimiser and its settings.
public enum OptimiserKind: Hashable, Sendable {
  /// Stochastic gradient descent: v ← μv + g, w ← w − ηv.
  ///
  /// - Source: Polyak 1964, in the form of Sutskever et al. 2013 as implemented in PyTorch.
  case sgd(momentum: Double)
  /// Adam with β₁ 0.9, β₂ 0.999, ε 1e-8.
  ///
  /// - Source: Kingma & Ba 2015.
  case adam

  public var name: String {
    switch self {
    case .sgd(let momentum): momentum == 0 ? "SGD" : "SGD, momentum \(momentum)"
    case .adam: "Adam"
    }
  }
}

/// An optimiser with its state.
final class Optimiser<Scalar: LabScalar> {
  private let kind: OptimiserKind
  private let first: UnsafeMutableBufferPointer<Scalar>
  private let second: UnsafeMutableBufferPointer<Scalar>
  private var steps = 0

  init(_ kind: OptimiserKind, parameters: Int) {
    self.kind = kind
    func buffer(_ isNeeded: Bool) -> UnsafeMutableBufferPointer<Scalar> {
      let buffer = UnsafeMutableBufferPointer<Scalar>.allocate(capacity: isNeeded ? parameters : 0)
      buffer.initialize(repeating: 0)
      return buffer
    }
    first = buffer(kind != .sgd(momentum: 0))
    second = buffer(kind == .adam)
  }

  deinit {
    first.deallocate()
    second.deallocate()
  }

  /// Updates the parameters by one step.
  func step(
    _ parameters: UnsafeMutableBufferPointer<Scalar>,
    _ gradients: UnsafeMutableBufferPointer<Scalar>, rate: Scalar
  ) {
    guard let weights = parameters.baseAddress, let slopes = gradients.baseAddress else { return }
    steps += 1
    switch kind {
    case .sgd(0):
      for index in 0..<parameters.count { weights[index] -= rate * slopes[index] }
    case .sgd(let momentum):
      let momentum = Scalar(momentum)
      for index in 0..<parameters.count {
        first[index] = momentum * first[index] + slopes[index]
        weights[index] -= rate * first[index]
      }
    case .adam:
      let (one, two) = (1 - pow(0.9, Double(steps)), 1 - pow(0.999, Double(steps)))
      let size = rate / Scalar(one)
      let scale = Scalar(1 / two)
      for index in 0..<parameters.count {
        let slope = slopes[index]
        first[index] = 0.9 * first[index] + 0.1 * slope
        second[index] = 0.999 * second[index] + 0.001 * slope * slope
        weights[index] -= size * first[index] / ((second[index] * scale).squareRoot() + 1e-8)
      }
    }
  }
}
