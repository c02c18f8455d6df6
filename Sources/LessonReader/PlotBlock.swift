import Lessons

/// Reads the lines of a fenced `plot` block: a name, a colon and a value each.
struct PlotBlock {
  private static let keys = ["functions", "x", "y", "derivative", "set", "caption"]

  let functions: FunctionNames
  /// Makes an error at a line and a column of the block, both from 0.
  let error: (_ line: Int, _ column: Int, ContentError.Problem) -> ContentError

  /// Reads a block.
  ///
  /// - Throws: `ContentError` for unknown names, values out of range, a missing function.
  func figure(_ text: String) throws(ContentError) -> PlotFigure {
    var figure = PlotFigure(functions: [])
    var functionsLine = 0
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      guard line.contains(where: { !$0.isWhitespace }) else { continue }
      guard let colon = line.firstIndex(of: ":") else {
        throw error(number, 0, .unknownFigureKey(String(line).trimmed, known: Self.keys))
      }
      let key = String(line[..<colon]).trimmed
      let value = String(line[line.index(after: colon)...]).trimmed
      let isKnown = Self.keys.contains(key)
      let column = isKnown ? line.distance(from: line.startIndex, to: colon) + 2 : 0
      if key == "functions" { functionsLine = number }
      if let problem = set(key, to: value, in: &figure) { throw error(number, column, problem) }
    }
    if figure.functions.isEmpty { throw error(0, 0, .missingField("functions")) }
    let settings = figure.parameters
    if let problem = functions.problem(functions: figure.functions, settings: settings) {
      throw error(functionsLine, 0, problem)
    }
    return figure
  }

  private func set(
    _ key: String, to value: String, in figure: inout PlotFigure
  ) -> ContentError.Problem? {
    switch key {
    case "functions":
      figure.functions = value.split(separator: ",").map { String($0).trimmed }
    case "x":
      guard let range = Self.range(value) else {
        return .badFigureValue(key: key, expected: "`-6 to 6`")
      }
      figure.x = range
    case "y":
      guard let range = Self.range(value) else {
        return .badFigureValue(key: key, expected: "`-1 to 1`")
      }
      figure.y = range
    case "derivative":
      guard let derivative = PlotFigure.Derivative(rawValue: value) else {
        return .badFigureValue(
          key: key,
          expected: PlotFigure.Derivative.allCases.map(\.rawValue).joined(separator: ", "))
      }
      figure.derivative = derivative
    case "set":
      for setting in value.split(separator: ",") {
        let parts = setting.split(separator: "=")
        guard parts.count == 2, let number = Double(String(parts[1]).trimmed), number.isFinite
        else {
          return .badFigureValue(key: key, expected: "`alpha=0.2`")
        }
        figure.parameters[String(parts[0]).trimmed] = number
      }
    case "caption": figure.caption = value
    default: return .unknownFigureKey(key, known: Self.keys)
    }
    return nil
  }

  private static func range(_ text: String) -> ClosedRange<Double>? {
    let words = text.split(separator: " ")
    guard words.count == 3, words[1] == "to", let low = Double(words[0]),
      let high = Double(words[2]), low.isFinite, high.isFinite, low < high
    else { return nil }
    return low...high
  }
}

extension String {
  /// The text without blanks at both ends.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
