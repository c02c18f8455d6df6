public import TerminalUI

/// The lines that a learner types in a plain-text session.
public enum PlainInput {
  /// What a line is on a screen.
  public enum Mode: Sendable {
    /// Names of keys.
    case keys
    /// Text that is accepted.
    case field
    /// Text that is searched for while it is typed; an empty line is Enter.
    case query
    /// A line of a longer text.
    case lines
  }

  /// The keys in a line.
  ///
  /// - Parameters:
  ///   - line: Names of keys or single characters, separated by spaces; an empty line means Space. For text, the name of
  ///     a key alone is that key.
  ///   - mode: What the line is.
  ///   - clearing: The key that clears a field, which the line replaces; nil if it is empty or has no such key.
  /// - Returns: The keys; nil if a word is not a key.
  public static func keys(_ line: String, _ mode: Mode, clearing: Key? = nil) -> [Key]? {
    if mode != .keys, let key = Key.names[line] ?? named[line.lowercased()], line.count > 1 {
      return [key]
    }
    let text = line.map { Key.character($0) }
    let replacement = (clearing.map { [$0] } ?? []) + text
    switch mode {
    case .field: return (line.isEmpty ? [] : replacement) + [.enter]
    case .query: return line.isEmpty ? [.enter] : replacement
    case .lines: return text + [.enter]
    case .keys: break
    }
    let words = line.split(separator: " ").map(String.init)
    guard !words.isEmpty else { return [.space] }
    let keys = words.compactMap { Key(word: $0) ?? named[$0.lowercased()] }
    return keys.count == words.count ? keys : nil
  }

  /// Keys by the names that pages give them, and by those of the command line, in lower case.
  private static let named: [String: Key] = {
    let letters = "abcdefghijklmnopqrstuvwxyz".map { Key.control($0) }
    let keys = Key.names.values + letters + (1...12).map { .function($0) }
    let labels = keys.map { ($0.label(.ascii).lowercased(), $0) }
    return Dictionary(
      labels + Key.names.map { ($0.key.lowercased(), $0.value) },
      uniquingKeysWith: { one, _ in one })
  }()
}

extension TutorSession {
  /// What a line is on the visible screen.
  public var plainInput: PlainInput.Mode {
    guard let top, top.isTyping else { return .keys }
    return top.takesLines ? .lines : top.acceptsLines ? .field : .query
  }

  /// The keys in a line on the visible screen; see ``PlainInput/keys(_:_:clearing:)``.
  public func plainKeys(_ line: String, in context: AppContext) -> [Key]? {
    let groups = top?.hints(in: context).filter(\.isAvailable).flatMap(\.groups) ?? []
    let clearing = groups.first { $0.name == "clear" }?.keys.first
    return PlainInput.keys(
      line, plainInput, clearing: clearing.map(mapped(context).keyMap.pressed))
  }
}
