public import Lessons

/// A question as it is asked, with its choices shuffled once.
public struct AskedQuestion: Sendable {
  /// A learner's answer.
  public enum Answer: Hashable, Sendable {
    /// The id of a choice.
    case choice(String)
    /// The ids of several choices.
    case choices(Set<String>)
    /// The text typed for a number.
    case number(String)
    /// The text typed into a gap.
    case words(String)
    /// The ids of a cause and of the first thing to try.
    case diagnosis(cause: String, remedy: String)
    /// The judgement, and the id of a reason.
    case judgement(Bool, reason: String)
    /// Indices into the shown items, in the order given.
    case order([Int])
    /// The id of the right item for each left one, in their order.
    case pairs([String])
    /// Places in a plot: the x of one point.
    case values([Double])
    /// The heights of a sketch, and what it lacks in words; nil if it is right.
    ///
    /// It is marked where the functions are known.
    case sketch([Double], mistake: String?)
  }

  /// The result of grading an answer.
  public enum Verdict: Hashable, Sendable {
    case right
    /// Wrong, with an explanation of the misunderstanding if there is one.
    case wrong(String?)
    /// The statement was judged wrongly.
    case misjudged(isTrue: Bool)
    /// Not exactly the right choices: the number of right ones chosen, and an explanation of the first wrong one.
    case otherChoices(hits: Int, of: Int, misunderstood: String?)
    /// The cause is right, but not the first thing to try; with an explanation of the misunderstanding.
    case otherRemedy(String?)
    /// Not gradable: the text is not a number.
    case unreadable

    public var isRight: Bool { self == .right }

    /// Whether the fact of the card was recalled: the cause of a fault counts, even if the first thing to try is wrong.
    public var isRecalled: Bool {
      if case .otherRemedy = self { return true }
      return isRight
    }
  }

  public let card: Card
  /// Choices, reasons or causes in the order shown.
  public let choices: [Choice]
  /// First things to try in the order shown.
  public let remedies: [Choice]
  /// Items to order, or right sides of pairs, in the order shown.
  public let items: [MatchQuestion.Item]
  /// Where the marker of a question about a point is at first, in steps from the left end.
  public let start: Int

  /// Shuffles a question's choices.
  public init(_ card: Card, using generator: inout SeededGenerator) {
    self.card = card
    if case .point(let plot, let question) = card.form {
      start = question.starts(in: plot.figure.x).randomElement(using: &generator) ?? 0
    } else {
      start = 0
    }
    let lists = card.choiceLists.map { $0.shuffled(using: &generator) }
    choices = lists.first ?? []
    remedies = lists.dropFirst().first ?? []
    switch card.form {
    case .order(let question):
      items = question.items.enumerated()
        .map { MatchQuestion.Item(id: "\($0)", text: $1) }.shuffled(using: &generator)
    case .match(let question): items = question.right.shuffled(using: &generator)
    default: items = []
    }
  }

  /// Grades an answer.
  public func verdict(on answer: Answer) -> Verdict {
    switch (card.form, answer) {
    case (.choice, .choice(let id)), (.curve, .choice(let id)),
      (.network, .choice(let id)):
      return verdict(on: choices.first { $0.id == id })
    case (.trueFalse(let question), .judgement(let judgement, let reason)):
      guard judgement == question.isTrue else {
        return .misjudged(isTrue: question.isTrue)
      }
      return verdict(on: choices.first { $0.id == reason })
    case (.several, .choices(let ids)): return verdict(on: ids)
    case (.diagnose, .diagnosis(let cause, let remedy)): return verdict(on: cause, remedy)
    case (.gap(let question), .words(let words)): return question.verdict(on: words)
    case (.numeric(let question), .number(let text)): return question.verdict(on: text)
    case (.point(_, let question), .values(let values)): return question.verdict(on: values)
    case (.sketch, .sketch(_, let mistake)): return mistake.map { .wrong($0) } ?? .right
    case (.sketch, .number): return .unreadable
    case (.order(let question), .order(let order)):
      let ids = order.compactMap { items.indices.contains($0) ? items[$0].id : nil }
      return ids == question.items.indices.map(String.init) ? .right : .wrong(question.feedback)
    case (.match(let question), .pairs(let ids)):
      let expected = question.left.map { question.partners[$0.id] }
      return ids.map(Optional.some) == expected ? .right : .wrong(question.feedback)
    default: return .wrong(nil)
    }
  }

  /// Right if all right choices and no wrong ones were chosen; otherwise reports how many were.
  private func verdict(on ids: Set<String>) -> Verdict {
    let right = Set(choices.filter(\.isCorrect).map(\.id))
    if ids == right { return .right }
    let wrong = choices.first { ids.contains($0.id) && !$0.isCorrect }
    return .otherChoices(
      hits: ids.intersection(right).count, of: right.count, misunderstood: wrong?.feedback)
  }

  private func verdict(on cause: String, _ remedy: String) -> Verdict {
    let wrong = [choices.first { $0.id == cause }, remedies.first { $0.id == remedy }]
      .map { $0?.isCorrect == true ? nil : $0?.feedback ?? "" }
    if wrong[0] == nil {
      return wrong[1].map { .otherRemedy($0.isEmpty ? nil : $0) } ?? .right
    }
    let reasons = wrong.compactMap(\.self).filter { !$0.isEmpty }
    return .wrong(reasons.isEmpty ? nil : reasons.joined(separator: " "))
  }

  private func verdict(on choice: Choice?) -> Verdict {
    choice?.isCorrect == true ? .right : .wrong(choice?.feedback)
  }
}

extension GapQuestion {
  /// Grades the text of a gap; blank text is not an answer.
  func verdict(on words: String) -> AskedQuestion.Verdict {
    guard words.contains(where: { !$0.isWhitespace }) else { return .unreadable }
    if answers.contains(where: { Self.isSame($0, words) || Self.isSameNumber($0, words) }) {
      return .right
    }
    return .wrong(mistakes.first { Self.isSame($0.text, words) }?.feedback)
  }
}

extension GapQuestion {
  /// Whether two answers are equal numbers, such as 0.5, .5 and 1/2.
  private static func isSameNumber(_ one: String, _ other: String) -> Bool {
    guard let number = NumericQuestion.number(one) else { return false }
    return number == NumericQuestion.number(other)
  }
}

extension PointQuestion {
  /// Grades the place of one point.
  func verdict(on values: [Double]) -> AskedQuestion.Verdict {
    guard values.count == 1, let x = values.first else { return .unreadable }
    if accepts(x) { return .right }
    return .wrong(mistakes.first { isNear(x, $0.x) }?.feedback)
  }
}

extension NumericQuestion {
  /// Grades the text of a number: a decimal number or a fraction, with an optional exponent.
  func verdict(on text: String) -> AskedQuestion.Verdict {
    guard let number = number(in: text) else { return .unreadable }
    if isWithinTolerance(number, of: answer) { return .right }
    return .wrong(mistakes.first { isWithinTolerance(number, of: $0.value) }?.feedback)
  }

  /// Whether a number is within the tolerance; the bound counts, up to rounding.
  func isWithinTolerance(_ number: Double, of target: Double) -> Bool {
    let room =
      switch tolerance {
      case .absolute(let size): size
      case .relative(let size): size * abs(target)
      }
    return abs(number - target) <= room + 1e-12 * max(abs(target), room)
  }

  /// Parses a number with an optional unit of the question or percent sign.
  func number(in text: String) -> Double? {
    var plain = text.lowercased().filter { !$0.isWhitespace }
    if let unit = unit?.lowercased().filter({ !$0.isWhitespace }), plain.hasSuffix(unit) {
      plain.removeLast(unit.count)
    } else if plain.hasSuffix("%") {
      return Self.number(String(plain.dropLast())).map { $0 / 100 }
    }
    return Self.number(plain)
  }

  /// Parses `0.25`, `.25`, `0,25`, `1/4`, `2.5e-1`, `−3`; nil for anything else and for infinities.
  public static func number(_ text: String) -> Double? {
    let plain = String(
      text.map { "−–".contains($0) ? "-" : ($0 == "," ? "." : $0) }.filter { $0 != " " })
    let parts = plain.split(separator: "/", omittingEmptySubsequences: false)
    let allowed = "0123456789.eE+-"
    guard parts.count <= 2, parts.allSatisfy({ $0.allSatisfy(allowed.contains) }) else {
      return nil
    }
    let numbers = parts.compactMap { Double($0) }
    guard numbers.count == parts.count, let first = numbers.first else { return nil }
    let value = numbers.count == 2 ? first / numbers[1] : first
    return value.isFinite ? value : nil
  }
}
