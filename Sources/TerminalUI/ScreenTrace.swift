// Descriptions of events and transitions for the debug log. They never contain what was typed or answered.

extension ScreenEvent {
  /// The event for a debug log.
  ///
  /// - Parameter isTyping: Whether letters are text, so that keys stay secret.
  /// - Returns: One line without a time.
  func traced(isTyping: Bool) -> String {
    switch self {
    case .appeared: "appeared"
    case .key(let key): "key " + key.traced(isTyping: isTyping)
    case .text: "text"
    case .pointer: "pointer"
    case .tick: "tick"
    case .answered: "answered"
    }
  }
}

extension Key {
  /// The key for a debug log: its name, unless it may be text or an answer.
  fileprivate func traced(isTyping: Bool) -> String {
    switch self {
    case .character where isTyping: "character"
    // Digits pick answers and grades, and so do t and f for true and false.
    case .character("t"), .character("f"): "answer"
    case .character where digit != nil: "answer"
    case .pointer: "pointer"
    default: label(.ascii)
    }
  }
}

extension Response.Transition {
  /// The transition for a debug log; nil for none.
  ///
  /// - Parameter name: The name of the screen that is visible now.
  /// - Returns: One or two words.
  func traced(to name: String) -> String? {
    switch self {
    case .stay: nil
    case .pop: "pop"
    case .quit: "quit"
    case .push: "push " + name
    case .replace: "replace " + name
    }
  }
}
