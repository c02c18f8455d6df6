import Activations

/// The functions that questions are about.
struct FunctionPool: Sendable {
  private let basic: [BoundActivation]
  private let all: [BoundActivation]
  /// Functions with a parameter that questions ask for.
  let families: [BoundActivation]

  /// Sorts functions by their roles; those without a role for questions and without a compared parameter are left out.
  init(_ functions: [Activation]) {
    basic = functions.filter { $0.roles.contains(.basicQuestions) }.map(\.withDefaults)
    all = basic + functions.filter { $0.roles.contains(.advancedQuestions) }.map(\.withDefaults)
    families = functions.filter { $0.comparedParameter != nil }.map(\.withDefaults)
  }

  /// The functions of a level from 1 to 3.
  func functions(_ level: Int) -> [BoundActivation] { level >= 3 ? all : basic }
}

extension Activation {
  /// The parameter that questions ask for.
  var comparedParameter: Parameter? { parameters.first { !$0.compared.isEmpty } }
}
