extension Activation {
  /// A place where the program offers a function besides plots and the command line.
  public enum Role: Sendable {
    /// Generated questions of every difficulty.
    case basicQuestions
    /// Generated questions of the greatest difficulty only.
    case advancedQuestions
    /// The hidden layers of a network in the gradient lab.
    case hiddenLayers
  }
}

extension Catalogue {
  /// The functions with a role, in teaching order.
  public static func functions(in role: Activation.Role) -> [Activation] {
    all.filter { $0.roles.contains(role) }
  }
}
