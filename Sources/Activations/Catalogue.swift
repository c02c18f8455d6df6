/// The catalogue of activation functions.
public enum Catalogue {
  /// All functions in teaching order.
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
    logSigmoid,
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
    let key = plain(name)
    if let found = byName[key] { return found }
    throw .unknownFunction(name: name, suggestions: suggestions(for: key))
  }

  /// Whether a function has this id or alias; see ``activation(named:)``.
  public static func has(_ name: String) -> Bool { byName[plain(name)] != nil }

  /// Every function's normalised id and aliases.
  private static let names = all.map { activation in
    (activation: activation, names: ([activation.id] + activation.aliases).map(plain))
  }
  private static let byName = Dictionary(
    names.flatMap { entry in entry.names.map { ($0, entry.activation) } },
    uniquingKeysWith: { first, _ in first })

  /// The ids nearest to a mistyped name, nearest first, at most three.
  private static func suggestions(for key: String) -> [String] {
    guard !key.isEmpty else { return [] }
    let length = key.count
    let ranked = names.compactMap { activation, names -> (distance: Int, id: String)? in
      let distances = names.compactMap { name -> Int? in
        if name.hasPrefix(key) || key.hasPrefix(name) { return 1 }
        // Names whose lengths differ by more than two need more than two edits.
        return abs(name.count - length) > 2 ? nil : EditDistance.between(key, name)
      }
      guard let nearest = distances.min(), nearest <= 2, nearest < length else { return nil }
      return (nearest, activation.id)
    }
    return ranked.sorted { $0.distance < $1.distance }.prefix(3).map(\.id)
  }

  private static func plain(_ name: String) -> String {
    name.lowercased().filter { !["-", "_", " "].contains($0) }
  }
}
