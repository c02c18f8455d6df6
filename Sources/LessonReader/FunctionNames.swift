import Lessons

/// The functions that figures may name, with their parameters.
///
/// The reader does not depend on the functions themselves: its caller says what can be drawn.
public struct FunctionNames: Sendable {
  /// Ids of functions, each with its parameters' names and ranges.
  public var parameters: [String: [String: ClosedRange<Double>]]

  public init(_ parameters: [String: [String: ClosedRange<Double>]]) {
    self.parameters = parameters
  }

  /// All ids, sorted.
  public var ids: [String] { parameters.keys.sorted() }

  /// The first error in a list of functions and settings.
  func problem(functions: [String], settings: [String: Double]) -> ContentError.Problem? {
    for function in functions where parameters[function] == nil {
      return .unknownFunction(function, known: ids)
    }
    let known = functions.compactMap { parameters[$0] }
    for (name, value) in settings.sorted(by: { $0.key < $1.key }) {
      let ranges = known.compactMap { $0[name] }
      if ranges.isEmpty {
        return .unknownParameter(name, known: Set(known.flatMap(\.keys)).sorted())
      }
      if let range = ranges.first(where: { !$0.contains(value) }) {
        return .outOfRange(field: name, allowed: .between(range))
      }
    }
    return nil
  }
}
