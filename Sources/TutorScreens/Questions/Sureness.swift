import Practice
import TerminalUI
import Words

/// How sure the learner is of an answer: a mark that is set before it, if the learner wants to be asked.
extension AppContext {
  /// Whether the learner was sure of an answer; nil if that was not asked.
  func isSure(unlessMarked isUnsure: Bool) -> Bool? {
    learner.asksForSureness ? !isUnsure : nil
  }

  /// The key that marks the next answer as unsure, and back.
  ///
  /// - Parameters:
  ///   - action: The action that toggles the mark.
  ///   - isUnsure: Whether the mark is set.
  ///   - isAsked: Whether a question waits for its answer.
  /// - Returns: The binding, which is available only if the learner wants to be asked.
  func unsureBinding<Action>(
    _ action: Action, isUnsure: Bool, when isAsked: Bool = true
  ) -> KeyBinding<Action> {
    KeyBinding(
      "unsure", [.tab], action, isUnsure ? Words.Questions.sure : Words.Questions.unsure,
      footer: true, when: isAsked && learner.asksForSureness)
  }
}
