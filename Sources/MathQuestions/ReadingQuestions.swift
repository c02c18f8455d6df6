import Activations
import Lessons
import Practice

/// Questions about heights and steepness, read off a plot whose function stays unnamed until the answer.
enum ReadingQuestions {
  static func reading(
    _ functions: [BoundActivation], _ random: inout SeededGenerator
  ) -> AnswerSet? {
    let function = functions.one(&random)
    return random.next() % 2 == 0 ? heights(function, &random) : steepness(function, &random)
  }

  /// Whole places at which the curve is at a round height, as far as can be seen.
  private static func places(_ function: BoundActivation) -> [(x: Double, y: Double)] {
    [-3.0, -2, -1, 0, 1, 2, 3].compactMap { x in
      let y = (function(x) * 10).rounded() / 10 + 0
      return abs(y - function(x)) < 0.05 && (-2...3).contains(y) ? (x, y) : nil
    }
  }

  private static func figure(_ function: BoundActivation) -> PlotFigure {
    PlotFigure(
      functions: [function.activation.id], x: -3...3, y: -2...3, derivative: .none)
  }

  private static func name(_ function: BoundActivation) -> String {
    "This is \(function.spokenLabel), \(function.activation.formula)"
  }

  /// Asks for the height at one of several places.
  private static func heights(
    _ function: BoundActivation, _ random: inout SeededGenerator
  ) -> AnswerSet? {
    let readable = places(function)
    let isApart: ((x: Double, y: Double), (x: Double, y: Double)) -> Bool = {
      abs($0.y - $1.y) >= 0.3
    }
    guard
      let drawn = readable.draw(4, &random, apart: isApart)
        ?? readable.draw(3, &random, apart: isApart)
    else { return nil }
    let texts = NumberNotation.even(drawn.map(\.y), decimals: 1)
    let meanings = Dictionary(zip(texts, drawn)) { first, _ in first }
    return AnswerSet(
      topic: .reading,
      answers: zip(texts, drawn).map { text, place in
        AnswerSet.Answer(
          text: text,
          front: "Read the curve: what is its value at x = \(NumberNotation.short(place.x))?",
          explanation:
            "\(name(function)): start at \(NumberNotation.short(place.x)) on the x-axis, "
            + "go up or down to the curve and read the height, \(text).",
          subject: function.activation.id, figure: figure(function), asked: place.x)
      },
      feedback: { asked, chosen in
        guard let right = meanings[asked.text], let wrong = meanings[chosen.text] else { return "" }
        let (x, other) = (NumberNotation.short(right.x), NumberNotation.short(wrong.x))
        return "You read the height at x = \(other), or took a number from the other axis. Put a "
          + "finger on x = \(x): the curve is \(right.y > wrong.y ? "higher" : "lower") there."
      })
  }

  /// What is asked about an interval.
  private enum Quantity: CaseIterable { case slope, rise, start, end }

  /// Asks for a slope between two readings, for their difference, or for one of them.
  private static func steepness(
    _ function: BoundActivation, _ random: inout SeededGenerator
  ) -> AnswerSet? {
    let width = [2.0, 4].one(&random)
    let readable = places(function)
    let pairs = readable.flatMap { from in
      readable.filter { $0.x - from.x == width }.map { (from: from, to: $0) }
    }
    guard !pairs.isEmpty else { return nil }
    let (from, to) = pairs.one(&random)
    let rise = to.y - from.y
    let numbers: [(Quantity, Double)] = [
      (.slope, rise / width), (.rise, rise), (.start, from.y), (.end, to.y),
    ]
    let kept = numbers.shuffled(using: &random).reduce(into: [(Quantity, Double)]()) { kept, one in
      if kept.allSatisfy({ abs($0.1 - one.1) >= 0.15 }) { kept.append(one) }
    }
    guard kept.count >= 3 else { return nil }
    let texts = NumberNotation.even(kept.map(\.1), decimals: 2)
    let kinds = Dictionary(zip(texts, kept.map(\.0))) { first, _ in first }
    let (start, end) = (NumberNotation.short(from.x), NumberNotation.short(to.x))
    let readings =
      "the curve is at \(NumberNotation.short(from.y)) at x = \(start) and at "
      + "\(NumberNotation.short(to.y)) at x = \(end)"
    return AnswerSet(
      topic: .reading,
      answers: zip(texts, kept).map { text, one in
        AnswerSet.Answer(
          text: text, front: front(one.0, start, end),
          explanation: "\(name(function)): \(readings)."
            + method(one.0, NumberNotation.short(width)),
          subject: function.activation.id, figure: figure(function),
          asked: one.0 == .start ? from.x : to.x)
      },
      feedback: { asked, chosen in
        guard let right = kinds[asked.text], let wrong = kinds[chosen.text] else { return "" }
        return belief(wrong, start, end) + " " + correction(right, start, end, width)
      })
  }

  private static func front(_ quantity: Quantity, _ start: String, _ end: String) -> String {
    switch quantity {
    case .slope: "Read the curve: what is its mean slope from x = \(start) to x = \(end)?"
    case .rise: "Read the curve: by how much is it higher at x = \(end) than at x = \(start)?"
    case .start: "Read the curve: what is its value at x = \(start)?"
    case .end: "Read the curve: what is its value at x = \(end)?"
    }
  }

  private static func method(_ quantity: Quantity, _ width: String) -> String {
    switch quantity {
    case .slope: " The mean slope is the difference of the heights, divided by \(width)."
    case .rise: " The rise is the difference of the heights."
    case .start, .end: ""
    }
  }

  private static func belief(_ quantity: Quantity, _ start: String, _ end: String) -> String {
    switch quantity {
    case .slope: "That is the mean slope from x = \(start) to x = \(end): a rise per step."
    case .rise: "That is the whole rise from x = \(start) to x = \(end), not divided."
    case .start: "That is a single height, the one at x = \(start)."
    case .end: "That is a single height, the one at x = \(end)."
    }
  }

  private static func correction(
    _ quantity: Quantity, _ start: String, _ end: String, _ width: Double
  ) -> String {
    switch quantity {
    case .slope:
      "A slope is the difference of the two heights divided by the distance, "
        + "\(NumberNotation.short(width))."
    case .rise: "Read both heights, at \(start) and \(end), and take the difference."
    case .start: "Go straight from \(start) on the x-axis to the curve."
    case .end: "Go straight from \(end) on the x-axis to the curve."
    }
  }
}
