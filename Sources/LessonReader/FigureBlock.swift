import Lessons

/// Reads fenced `plot`, `softmax`, `gradient`, `collapse` and `hinges` blocks.
struct FigureBlock {
  /// The info strings of figure blocks.
  static let languages = ["plot", "softmax", "gradient", "collapse", "hinges"]

  let functions: FunctionNames
  /// Makes an error at a line and a column of the block, both from 0.
  let makeError: (_ line: Int, _ column: Int, ContentError.Problem) -> ContentError

  /// Reads a block.
  ///
  /// - Parameters:
  ///   - text: The lines between the fences.
  ///   - language: One of ``languages``.
  /// - Returns: The figure.
  /// - Throws: `ContentError` for unknown names, values out of range or missing fields.
  func figure(_ text: String, language: String) throws(ContentError) -> Figure {
    switch language {
    case "softmax": .softmax(try softmax(text))
    case "gradient": .gradient(try gradient(text))
    case "collapse": .collapse(try collapse(text))
    case "hinges": .hinges(try hinges(text))
    default: .plot(try plot(text))
    }
  }

  private func fields(_ text: String, _ known: [String]) throws(ContentError) -> FigureFields {
    try FigureFields(text, known: known, makeError: makeError)
  }

  private func plot(_ text: String) throws(ContentError) -> PlotFigure {
    let fields = try fields(text, ["functions", "x", "y", "derivative", "set", "caption"])
    var figure = PlotFigure(functions: fields.list("functions"), caption: fields.text("caption"))
    if let x = try fields.range("x") { figure.x = x }
    figure.y = try fields.range("y")
    if let field = fields["derivative"] {
      guard let derivative = PlotFigure.Derivative(rawValue: field.value) else {
        let words = PlotFigure.Derivative.allCases.map(\.rawValue)
        throw fields.error(
          .badFigureValue(key: "derivative", expected: .word(words)), at: "derivative")
      }
      figure.derivative = derivative
    }
    figure.parameters = try settings(fields)
    try check(figure.functions, figure.parameters, fields)
    return figure
  }

  private func settings(_ fields: FigureFields) throws(ContentError) -> [String: Double] {
    var settings: [String: Double] = [:]
    for setting in fields.list("set") {
      let parts = setting.split(separator: "=").map { String($0).trimmed }
      guard parts.count == 2, let number = Double(parts[1]), number.isFinite else {
        throw fields.error(.badFigureValue(key: "set", expected: .setting), at: "set")
      }
      settings[parts[0]] = number
    }
    return settings
  }

  private func check(
    _ names: [String], _ settings: [String: Double], _ fields: FigureFields
  ) throws(ContentError) {
    if names.isEmpty { throw fields.error(.missingField("functions"), at: "functions") }
    if let problem = functions.problem(functions: names, settings: settings) {
      let isSetting =
        switch problem {
        case .unknownParameter, .outOfRange: true
        default: false
        }
      throw fields.error(problem, at: isSetting ? "set" : "functions")
    }
  }

  private func softmax(_ text: String) throws(ContentError) -> SoftmaxFigure {
    let fields = try fields(text, ["logits", "labels", "temperature", "caption"])
    guard
      let logits = try fields.numbers(
        "logits", count: SoftmaxFigure.counts, in: SoftmaxFigure.reach)
    else {
      throw fields.error(.missingField("logits"), at: "logits")
    }
    let labels = fields.list("labels")
    guard labels.isEmpty || labels.count == logits.count else {
      throw fields.error(
        .tooFew(field: "labels", needed: logits.count, found: labels.count), at: "labels")
    }
    return SoftmaxFigure(
      logits: logits,
      temperature: try fields.number("temperature", in: SoftmaxFigure.temperatures) ?? 1,
      labels: labels, caption: fields.text("caption"))
  }

  private func gradient(_ text: String) throws(ContentError) -> GradientFigure {
    let fields = try fields(text, ["functions", "layers", "at", "set", "caption"])
    let names = fields.list("functions")
    let settings = try settings(fields)
    try check(names, settings, fields)
    let layers = try fields.number("layers", in: 1...100) ?? 10
    guard layers == layers.rounded() else {
      throw fields.error(.badFigureValue(key: "layers", expected: .wholeNumber), at: "layers")
    }
    return GradientFigure(
      functions: names, layers: Int(layers), input: try fields.number("at", in: -20...20) ?? 0,
      parameters: settings, caption: fields.text("caption"))
  }

  private func collapse(_ text: String) throws(ContentError) -> CollapseFigure {
    let fields = try fields(text, ["first", "second", "caption"])
    let first = try fields.numbers("first", count: 2...2, in: -10...10) ?? [2, 1]
    let second = try fields.numbers("second", count: 2...2, in: -10...10) ?? [-0.5, 3]
    return CollapseFigure(
      first: CollapseFigure.Layer(weight: first[0], bias: first[1]),
      second: CollapseFigure.Layer(weight: second[0], bias: second[1]),
      caption: fields.text("caption"))
  }

  private func hinges(_ text: String) throws(ContentError) -> HingesFigure {
    let fields = try fields(text, ["target", "units", "caption"])
    let words = HingesFigure.Target.allCases.map(\.rawValue)
    let word = fields["target"]?.value ?? words[0]
    guard let target = HingesFigure.Target(rawValue: word) else {
      throw fields.error(.badFigureValue(key: "target", expected: .word(words)), at: "target")
    }
    let counts = HingesFigure.counts
    let reach = Double(counts.lowerBound)...Double(counts.upperBound)
    let units = try fields.number("units", in: reach) ?? 3
    guard units == units.rounded() else {
      throw fields.error(.badFigureValue(key: "units", expected: .wholeNumber), at: "units")
    }
    return HingesFigure(target: target, units: Int(units), caption: fields.text("caption"))
  }
}
