import Lessons
import Practice

/// Answers of which any may turn out to be the right one.
///
/// A topic draws its choices first, each with a question that it answers, and then which of these questions is asked.
/// So nothing that can be seen of the choices alone (size, length, place, notation, name) tells which one is right.
struct AnswerSet {
  /// One choice, and the question to which it is the right answer.
  struct Answer {
    var text: String
    /// The question.
    var front: String
    var explanation: String
    /// The number to type where the question is asked without choices.
    var number: TypedNumber?
    /// The id of the function, or fault, that the question is about.
    var subject: String?
    /// The name of the curve that the choice names, as a plot reads it.
    var curve: String?
    /// The plot that is shown with the question.
    var figure: PlotFigure?
    /// The x at which the curve's value is asked for.
    var asked: Double?
    /// The topic if it is not that of the set.
    var topic: MathTopic?
  }

  var topic: MathTopic
  var answers: [Answer]
  /// The misconception of choosing the answer to another question of the set.
  var feedback: (_ asked: Answer, _ chosen: Answer) -> String

  /// Ranges of x in which the plot may be shown, the best first; one nil for a question without a plot.
  var windows: [ClosedRange<Double>?] {
    guard let figure = answers.first?.figure else { return [nil] }
    // A value can only be read in the range that shows it.
    return topic == .reading ? [figure.x] : [figure.x, -3...3, -8...8, -1.5...1.5]
  }

  /// The set with its plot in a range.
  func shown(in window: ClosedRange<Double>?) -> AnswerSet {
    guard let window else { return self }
    var set = self
    for index in set.answers.indices { set.answers[index].figure?.x = window }
    return set
  }

  /// Whether no two choices look alike.
  var isSound: Bool { Set(answers.map(\.text)).count == answers.count }

  /// The question with one of the answers.
  func draft(asking index: Int) -> QuestionDraft {
    let asked = answers[index]
    let others = answers.indices.filter { $0 != index }.map { answers[$0] }
    let misconceptions = others.map { feedback(asked, $0) }
    let wrong = zip(others, misconceptions).enumerated().map { number, other in
      Choice(
        id: "wrong-\(number)", text: other.0.text, feedback: other.1, function: other.0.curve)
    }
    let typed = asked.number.map { number in
      NumericQuestion(
        front: asked.front, answer: number.value, tolerance: number.tolerance, unit: number.unit,
        mistakes: zip(others, misconceptions).compactMap { other, misconception in
          other.number.map {
            NumericQuestion.Mistake(value: $0.value, feedback: misconception)
          }
        })
    }
    return QuestionDraft(
      topic: asked.topic ?? topic, function: asked.subject, front: asked.front,
      choices: [
        Choice(id: "right", text: asked.text, isCorrect: true, function: asked.curve)
      ] + wrong,
      explanation: asked.explanation, typed: typed, figure: asked.figure, asked: asked.asked)
  }
}

/// A number to type.
struct TypedNumber {
  var value: Double
  var tolerance: NumericQuestion.Tolerance
  var unit: String?
}

extension Sequence {
  /// Random elements that pairwise differ enough; nil if there are fewer than asked for.
  func draw(
    _ count: Int, _ random: inout SeededGenerator, apart: (Element, Element) -> Bool
  ) -> [Element]? {
    var kept: [Element] = []
    for element in shuffled(using: &random)
    where kept.count < count && kept.allSatisfy({ apart($0, element) }) {
      kept.append(element)
    }
    return kept.count == count ? kept : nil
  }
}

extension Array {
  /// A random element.
  func one(_ random: inout SeededGenerator) -> Element { self[Int(random.next() % UInt64(count))] }
}
