import Lessons

/// The lines of a fenced figure, prediction or exercise block, each with a name, a colon and a value.
struct FigureFields {
  struct Field {
    var name: String
    var value: String
    /// The line of the block and the column of the value, both from 0.
    var line: Int
    var column: Int
  }

  /// The fields in their order.
  let all: [Field]
  /// Makes an error at a line and a column of the block, both from 0.
  private let makeError: (_ line: Int, _ column: Int, ContentError.Problem) -> ContentError

  /// Parses the lines.
  ///
  /// - Parameters:
  ///   - text: The block.
  ///   - known: The allowed names.
  ///   - repeated: Those that may occur several times.
  ///   - makeError: Makes an error at a line and a column of the block, both from 0.
  /// - Throws: `ContentError` for a line with an unknown or repeated name.
  init(
    _ text: String, known: [String], repeated: [String] = [],
    makeError: @escaping (Int, Int, ContentError.Problem) -> ContentError
  ) throws(ContentError) {
    self.makeError = makeError
    var fields: [Field] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      guard line.contains(where: { !$0.isWhitespace }) else { continue }
      let colon = line.firstIndex(of: ":")
      let name = String(line[..<(colon ?? line.endIndex)]).trimmed
      guard let colon, known.contains(name) else {
        throw makeError(number, 0, .unknownFigureKey(name, known: known))
      }
      if !repeated.contains(name), fields.contains(where: { $0.name == name }) {
        throw makeError(number, 0, .duplicateKey(name))
      }
      let rest = line[line.index(after: colon)...]
      let blanks = rest.prefix { $0.isWhitespace }.count
      let column = line.distance(from: line.startIndex, to: colon) + 1 + blanks
      fields.append(
        Field(name: name, value: String(rest).trimmed, line: number, column: column))
    }
    all = fields
  }

  subscript(name: String) -> Field? { all.first { $0.name == name } }

  /// An error at a field, or at the beginning of the block if there is no such field.
  func error(_ problem: ContentError.Problem, at name: String) -> ContentError {
    let field = self[name]
    return makeError(field?.line ?? 0, field?.column ?? 0, problem)
  }

  /// The text of a field, empty if it is missing.
  func text(_ name: String) -> String { self[name]?.value ?? "" }

  /// The texts of a comma-separated field.
  func list(_ name: String) -> [String] {
    text(name).split(separator: ",").map { String($0).trimmed }
  }

  /// A number, nil if the field is missing.
  func number(_ name: String, in range: ClosedRange<Double>) throws(ContentError) -> Double? {
    guard let field = self[name] else { return nil }
    guard let number = Double(field.value), range.contains(number) else {
      throw error(.badFigureValue(key: name, expected: .between(range)), at: name)
    }
    return number
  }

  /// Comma-separated numbers, nil if the field is missing.
  func numbers(
    _ name: String, count: ClosedRange<Int>, in range: ClosedRange<Double>
  ) throws(ContentError) -> [Double]? {
    guard self[name] != nil else { return nil }
    let words = list(name)
    let numbers = words.compactMap { Double($0) }.filter(range.contains)
    guard numbers.count == words.count, count.contains(numbers.count) else {
      throw error(
        .badFigureValue(key: name, expected: .numbers(count, each: .between(range))), at: name)
    }
    return numbers
  }

  /// A range as in `-6 to 6`, nil if the field is missing.
  func range(_ name: String) throws(ContentError) -> ClosedRange<Double>? {
    guard let field = self[name] else { return nil }
    let words = field.value.split(separator: " ")
    guard words.count == 3, words[1] == "to", let low = Double(words[0]),
      let high = Double(words[2]), let window = PlotFigure.window(from: low, to: high)
    else { throw error(.badFigureValue(key: name, expected: .ends), at: name) }
    return window
  }
}

extension String {
  /// The text without leading and trailing white space.
  var trimmed: String {
    let seen: Range<UInt8> = 0x21..<0x7F
    if let first = utf8.first, let last = utf8.last, seen.contains(first), seen.contains(last) {
      return self
    }
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
