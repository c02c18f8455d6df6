import Lessons
import Practice
import TerminalUI

/// An answer that is being given, key by key.
struct AnswerInProgress: Hashable, Sendable {
  /// What was typed for a number.
  var text = ""
  /// The choice taken, by its id.
  var choice: String?
  /// The judgement on a statement.
  var judgement: Bool?
  /// Items taken, by their places.
  var picks: [Int] = []

  /// Takes a key.
  ///
  /// - Returns: The whole answer once it is given.
  mutating func press(_ key: Key, on question: AskedQuestion) -> AskedQuestion.Answer? {
    switch question.card.form {
    case .numeric: return type(key)
    case .trueFalse where judgement == nil:
      if key == .character("1") || key == .character("t") { judgement = true }
      if key == .character("2") || key == .character("f") { judgement = false }
      return nil
    case .order, .match: return pick(key, question)
    default: break
    }
    guard let digit = key.digit, question.choices.indices.contains(digit - 1) else { return nil }
    let id = question.choices[digit - 1].id
    choice = id
    return judgement.map { .judgement($0, reason: id) } ?? .choice(id)
  }

  private mutating func type(_ key: Key) -> AskedQuestion.Answer? {
    switch key {
    case .enter: return text.isEmpty ? nil : .number(text)
    case .backspace: _ = text.popLast()
    case .character(let character)
    where "0123456789.,-+eE/−".contains(character) && text.count < 20:
      text.append(character)
    default: break
    }
    return nil
  }

  private mutating func pick(_ key: Key, _ question: AskedQuestion) -> AskedQuestion.Answer? {
    if key == .backspace { _ = picks.popLast() }
    guard let digit = key.digit, question.items.indices.contains(digit - 1),
      !picks.contains(digit - 1)
    else { return nil }
    picks.append(digit - 1)
    switch question.card.form {
    case .order(let order): return picks.count == order.items.count ? .order(picks) : nil
    case .match(let match):
      guard picks.count == match.left.count else { return nil }
      return .pairs(picks.map { question.items[$0].id })
    default: return nil
    }
  }
}
