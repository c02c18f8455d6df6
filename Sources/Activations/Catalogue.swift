/// All activation functions that the tutor knows.
public enum Catalogue {
  /// Every function, in teaching order.
  ///
  /// A new function is registered by one line here.
  public static let all: [Activation] = [
    sigmoid,
    hyperbolicTangent,
    relu,
    leakyReLU,
    elu,
    swish,
    gelu,
    geluTanh,
    linear,
    softmaxCurve,
    prelu,
    selu,
    softplus,
    mish,
    relu6,
    hardSigmoid,
    hardSwish,
    softsign,
    step,
    logSoftmaxCurve,
    swiglu,
  ]

  /// Finds a function by its id or an alias.
  ///
  /// Case, hyphens, underscores and spaces are ignored, so "LeakyReLU" and "leaky_relu" both work.
  ///
  /// - Parameter name: An id or alias.
  /// - Returns: The function.
  /// - Throws: `ActivationError.unknownFunction` with ids of similar name.
  public static func activation(named name: String) throws(ActivationError) -> Activation {
    if let exact = all.first(where: { $0.id == name }) { return exact }
    let key = plain(name)
    if let found = all.first(where: { names(of: $0).contains(key) }) { return found }
    throw .unknownFunction(name: name, suggestions: suggestions(for: key))
  }

  /// The ids nearest to a mistyped name, nearest first, at most three.
  private static func suggestions(for key: String) -> [String] {
    guard !key.isEmpty else { return [] }
    let ranked = all.compactMap { activation -> (distance: Int, id: String)? in
      let distances = names(of: activation).map { name in
        name.hasPrefix(key) || key.hasPrefix(name) ? 1 : EditDistance.between(key, name)
      }
      guard let nearest = distances.min(), nearest <= 2, nearest < key.count else { return nil }
      return (nearest, activation.id)
    }
    return ranked.sorted { $0.distance < $1.distance }.prefix(3).map(\.id)
  }

  private static func names(of activation: Activation) -> [String] {
    ([activation.id] + activation.aliases).map(plain)
  }

  private static func plain(_ name: String) -> String {
    name.lowercased().filter { !["-", "_", " "].contains($0) }
  }
}
