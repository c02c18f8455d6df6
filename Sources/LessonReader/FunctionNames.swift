/// Which functions a figure may name, and what may be set on them.
///
/// The reader does not know the maths: whoever starts it says what can be drawn.
public struct FunctionNames: Sendable {
  /// Ids of functions, each with its parameters' names and the values these may take.
  public var parameters: [String: [String: ClosedRange<Double>]]

  /// Makes a table.
  public init(_ parameters: [String: [String: ClosedRange<Double>]]) {
    self.parameters = parameters
  }

  /// Every function's id, sorted.
  public var ids: [String] { parameters.keys.sorted() }

  /// What is wrong with a list of functions and settings, if anything.
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
