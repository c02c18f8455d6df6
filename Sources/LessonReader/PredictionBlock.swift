import Lessons

/// Reads fenced `predict` and `exercise` blocks.
struct PredictionBlock {
  /// The info strings of the blocks.
  static let (predict, exercise) = ("predict", "exercise")

  /// Makes an error at a line and a column of the block, both from 0.
  let makeError: (_ line: Int, _ column: Int, ContentError.Problem) -> ContentError

  /// Reads a prediction for the figure after it.
  ///
  /// - Throws: `ContentError` for unknown or missing fields and invalid numbers.
  func prediction(_ text: String, hiding figure: Figure) throws(ContentError) -> Prediction {
    let fields = try FigureFields(
      text,
      known: ["id", "ask", "right", "wrong", "answer", "tolerance", "unit", "mistake", "gap"],
      repeated: ["wrong", "mistake"], makeError: makeError)
    let id = try required("id", of: fields)
    guard id.isContentID else { throw fields.error(.badID(id), at: "id") }
    let ask = try required("ask", of: fields)
    let form: Card.Form =
      if fields["answer"] == nil {
        .choice(ChoiceQuestion(front: ask, choices: try choices(fields)))
      } else {
        .numeric(try number(ask, fields))
      }
    return Prediction(
      id: id, form: form, gap: try required("gap", of: fields), figure: figure)
  }

  /// Reads the ids of the questions of an exercise.
  func exercise(_ text: String) throws(ContentError) -> [String] {
    let names = ["half", "alone", "question"]
    let fields = try FigureFields(text, known: names, repeated: names, makeError: makeError)
    let questions = fields.all.map(\.value)
    if questions.isEmpty { throw makeError(0, 0, .missingField("question")) }
    return questions
  }

  private func required(_ name: String, of fields: FigureFields) throws(ContentError) -> String {
    guard !fields.text(name).isEmpty else { throw fields.error(.missingField(name), at: name) }
    return fields.text(name)
  }

  /// The choices in the order of the block; a wrong one is followed by its feedback behind a bar.
  private func choices(_ fields: FigureFields) throws(ContentError) -> [Choice] {
    var choices: [Choice] = []
    for field in fields.all where ["right", "wrong"].contains(field.name) {
      let isCorrect = field.name == "right"
      let (text, feedback) = parts(field.value, isDivided: !isCorrect)
      choices.append(
        Choice(
          id: "\(choices.count + 1)", text: text, isCorrect: isCorrect, feedback: feedback))
    }
    guard fields["right"] != nil else { throw fields.error(.missingField("right"), at: "ask") }
    guard (2...9).contains(choices.count) else {
      throw fields.error(.outOfRange(field: "wrong", allowed: .choices(1...8)), at: "wrong")
    }
    return choices
  }

  private func number(_ ask: String, _ fields: FigureFields) throws(ContentError) -> NumericQuestion
  {
    let reach = -1e12...1e12
    let answer = try fields.number("answer", in: reach) ?? 0
    let tolerance = try fields.number("tolerance", in: 0...1e12) ?? 0
    var mistakes: [NumericQuestion.Mistake] = []
    for field in fields.all where field.name == "mistake" {
      let (number, feedback) = parts(field.value, isDivided: true)
      guard let value = Double(number), reach.contains(value), let feedback else {
        throw makeError(
          field.line, field.column, .badFigureValue(key: "mistake", expected: .between(reach)))
      }
      mistakes.append(NumericQuestion.Mistake(value: value, feedback: feedback))
    }
    let unit = fields.text("unit")
    return NumericQuestion(
      front: ask, answer: answer, tolerance: .absolute(tolerance),
      unit: unit.isEmpty ? nil : unit, mistakes: mistakes)
  }

  /// A text and, behind a bar, its feedback.
  private func parts(_ value: String, isDivided: Bool) -> (String, feedback: String?) {
    guard isDivided, let bar = value.firstIndex(of: "|") else { return (value, nil) }
    let feedback = String(value[value.index(after: bar)...]).trimmed
    return (String(value[..<bar]).trimmed, feedback.isEmpty ? nil : feedback)
  }
}
