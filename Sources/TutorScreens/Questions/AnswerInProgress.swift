import Lessons
import Practice
import TerminalUI

/// An answer that is being given, key by key.
struct AnswerInProgress: Hashable, Sendable {
  /// Choices taken of several, by their ids.
  var taken: Set<String> = []
  /// What was typed for a number or into a gap.
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
    case .numeric: return type(key).map { .number($0) }
    case .gap: return write(key).map { .words($0) }
    case .several: return toggle(key, question)
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

  /// Letters of a number and of a gap at most.
  private static let (longestNumber, longestGap) = (20, 40)

  /// Takes a text that was pasted.
  mutating func insert(_ added: String, on question: AskedQuestion) {
    let longest =
      switch question.card.form {
      case .numeric: Self.longestNumber
      case .gap: Self.longestGap
      default: 0
      }
    text += added.filter { !$0.isControl }.prefix(max(0, longest - text.count))
  }

  /// Takes a choice or lets it go; Enter gives them all.
  private mutating func toggle(_ key: Key, _ question: AskedQuestion) -> AskedQuestion.Answer? {
    if key == .enter { return taken.isEmpty ? nil : .choices(taken) }
    guard let digit = key.digit, question.choices.indices.contains(digit - 1) else { return nil }
    taken.formSymmetricDifference([question.choices[digit - 1].id])
    return nil
  }

  private mutating func write(_ key: Key) -> String? {
    switch key {
    case .enter: return text.isEmpty ? nil : text
    case .backspace: _ = text.popLast()
    case .character(let character) where text.count < Self.longestGap: text.append(character)
    default: break
    }
    return nil
  }

  private mutating func type(_ key: Key) -> String? {
    switch key {
    case .enter: return text.isEmpty ? nil : text
    case .backspace: _ = text.popLast()
    case .character(let character) where text.count < Self.longestNumber && !character.isControl:
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
