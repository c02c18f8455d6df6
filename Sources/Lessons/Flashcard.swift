/// A card as it is asked and scheduled: a basic card, or one gap of a cloze card.
public struct Flashcard: Hashable, Sendable, Identifiable {
  /// The card's id, for a gap of a cloze card followed by `#` and the gap's name.
  public var id: String
  public var card: Card
  /// The question.
  public var front: String
  /// The answer.
  public var back: String
  /// Other answers that count as right when the learner types the answer to a gap.
  var alsoAccepted: [String] = []

  /// The id of the card it comes from, which siblings share.
  public var cardID: String { card.id }
}

extension Flashcard {
  /// The question whose answer the learner produces; nil for a card that is turned, whose answer the learner grades.
  ///
  /// Numbers, gaps, orders, pairs, points and sketches are produced, and a gap of a cloze card if its answer can be typed. A question
  /// with choices is turned: without its choices, its answer is recalled instead of recognised.
  public var produced: Card? {
    switch card.form {
    case .numeric, .gap, .order, .match, .point, .sketch: return card
    case .cloze:
      let question = GapQuestion(text: front, answers: [back] + alsoAccepted)
      guard question.canBeTyped else { return nil }
      var asked = Card(
        id: id, section: card.section, tags: card.tags, difficulty: card.difficulty,
        form: .gap(question), explanation: card.explanation, plot: card.plot)
      asked.hints = card.hints
      return asked
    case .basic, .choice, .several, .trueFalse, .curve, .network, .diagnose: return nil
    }
  }
}

extension Card {
  /// The flashcards of this card; empty for a question.
  public var flashcards: [Flashcard] {
    switch form {
    case .basic(let front, let back):
      [Flashcard(id: id, card: self, front: front, back: back)]
    case .cloze(let text, let accepted):
      text.gapNames.map { name in
        Flashcard(
          id: "\(id)#\(name)", card: self, front: text.prompt(asking: name),
          back: text.answer(to: name), alsoAccepted: accepted[name] ?? [])
      }
    default: []
    }
  }

  /// This card as one flashcard; the back of a question is its right answer.
  ///
  /// Questions are asked this way after a wrong answer, unless a flashcard has the same fact.
  public var asFlashcard: Flashcard {
    flashcards.first
      ?? Flashcard(id: id, card: self, front: prompt, back: rightAnswer)
  }

  /// The question as text.
  public var prompt: String {
    switch form {
    case .basic(let front, _): front
    case .cloze(let text, _): text.gapNames.first.map { text.prompt(asking: $0) } ?? ""
    case .choice(let question), .curve(_, let question), .network(_, let question),
      .several(let question):
      question.front
    case .gap(let question): question.text
    case .numeric(let question): question.front
    case .point(_, let question): question.front
    case .sketch(_, let question): question.front
    case .trueFalse(let question): "True or false? \(question.statement)"
    case .diagnose(let question): question.front
    case .order(let question): question.front
    case .match(let question): question.front
    }
  }

  /// The right answer as text.
  public var rightAnswer: String {
    switch form {
    case .basic(_, let back): back
    case .cloze(let text, _): text.gapNames.map { text.answer(to: $0) }.joined(separator: ", ")
    case .choice(let question), .curve(_, let question), .network(_, let question):
      question.choices.first(where: \.isCorrect)?.text ?? ""
    case .several(let question):
      question.choices.filter(\.isCorrect).map(\.text).joined(separator: "; ")
    case .gap(let question): question.answers.first ?? ""
    case .numeric(let question): question.answerText
    case .point(_, let question): question.answerText
    case .sketch(let plot, let question): question.answerText(plot)
    case .trueFalse(let question):
      (question.isTrue ? "True: " : "False: ")
        + (question.reasons.first(where: \.isCorrect)?.text ?? "")
    case .diagnose(let question):
      [question.causes, question.remedies].compactMap { $0.first(where: \.isCorrect)?.text }
        .joined(separator: " → ")
    case .order(let question): question.items.joined(separator: " → ")
    case .match(let question):
      question.left.map { left in
        let partner = question.right.first { $0.id == question.partners[left.id] }
        return "\(left.text) → \(partner?.text ?? "")"
      }.joined(separator: "; ")
    }
  }
}

extension NumericQuestion {
  /// The right number in its shortest form, with its unit.
  public var answerText: String {
    let number = shortest(answer)
    return unit.map { "\(number) \($0)" } ?? number
  }
}

extension PointQuestion {
  /// The x of the right point, to at most three decimals.
  public var answerText: String {
    let rounded = abs(answer) < 1e12 ? (answer * 1000).rounded() / 1000 + 0 : answer
    return "x = " + shortest(rounded).replacing("-", with: "−")
  }
}

extension SketchQuestion {
  /// The right curve in words; its name if the author gives none.
  func answerText(_ plot: CardPlot) -> String {
    let name = plot.figure.functions.joined(separator: ", ")
    return answer ?? (plot.figure.derivative == .only ? name + "′" : name)
  }
}

/// A number in its shortest form, to twelve significant digits, so that no remainder of binary arithmetic is shown.
private func shortest(_ number: Double) -> String {
  if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
  guard number.isFinite, abs(number) < 1e11 else { return "\(number)" }
  var scale = 1.0
  while abs(number) * scale < 1e11, scale < 1e200 { scale *= 10 }
  guard abs(number) * scale >= 1e11 else { return "\(number)" }
  return "\((number * scale).rounded() / scale)"
}
