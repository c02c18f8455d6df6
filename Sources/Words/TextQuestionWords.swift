extension Words {
  /// Predictions and exercises in the text of a section.
  package enum TextQuestions {
    /// Heads a question whose figure is shown after the answer.
    package static let prediction = "Predict before you look"
    /// Above the figure: the learner's answer.
    package static func predicted(_ answer: String) -> String { "You predicted: \(answer)" }
    /// Above the figure: the right answer.
    package static func truth(_ answer: String) -> String { "It is: \(answer)" }

    // Actions of keys.

    package static let answer = "answer"
    package static let typeAnswer = "type an answer"
    package static let skip = "skip, show the figure"
    /// Before an answer that is typed in the last row.
    package static let prompt = "Answer: "
  }
}
