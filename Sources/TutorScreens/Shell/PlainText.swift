public import TerminalUI
import Words

/// The plain-text rendering of a screen, line by line, without any drawing.
///
/// A screen draws itself on a page so long that nothing scrolls, with words instead of drawings. Then the indentation
/// is removed, and the keys are appended.
public enum PlainText {
  /// The size of the page; narrow enough that no screen uses two columns.
  public static let size = Size(width: 68, height: 1500)

  /// Converts a screen's frame to text.
  ///
  /// - Parameters:
  ///   - frame: The page.
  ///   - keys: The current key bindings.
  ///   - context: The charset, and a status message.
  /// - Returns: Lines, each ended by a line feed.
  static func of(_ frame: Frame, keys: [KeyHint], in context: AppContext) -> String {
    var lines = frame.lines.map(\.trimmingTrailingSpaces)
    let title = lines.removeFirst()
    let indent = lines.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    var body: [String] = []
    for line in lines.map({ String($0.dropFirst(indent)) })
    where !(line.isEmpty && body.last?.isEmpty ?? true) { body.append(line) }
    while body.last?.isEmpty == true { body.removeLast() }
    let message = context.statusMessage.map { ["", context.text($0)] } ?? []
    let words = keys.filter { $0.isAvailable && $0.inFooter > 0 }.map { hint in
      "\(context.footerLabel(of: hint)) \(context.text(hint.words))"
    }
    let all = "\(context.keyNames["?"]) \(context.text(Words.Frame.allKeys))"
    let footer = context.text(Words.Frame.footer(words + [all]))
    let wrapped = TextLayout.wrap(footer, width: size.width).map { line in
      line.runs.map(\.text).joined().trimmingTrailingSpaces
    }
    let top = String(title.drop { $0 == " " })
    return ([top, ""] + body + message + [""] + wrapped).joined(separator: "\n") + "\n"
  }
}

extension TutorSession {
  /// The visible screen as plain text; the context must be plain.
  public func plainText(in context: AppContext) -> String {
    guard let screen = top else { return "" }
    let context = mapped(context)
    return PlainText.of(screen.view(in: context), keys: screen.hints(in: context), in: context)
  }

  /// Whether letters are text input instead of commands.
  public var isTyping: Bool { top?.isTyping ?? false }
}

extension AppContext {
  /// The mark before something right.
  var rightMark: String { isPlain ? text(Words.Frame.right) + " " : charset.pick("✓ ", "+ ") }

  /// The mark before something wrong.
  var wrongMark: String { isPlain ? text(Words.Frame.wrong) + " " : charset.pick("✗ ", "x ") }

  private var keyNaming: KeyNaming { isPlain ? .words : .symbols(charset) }

  /// The label of a binding in footers; empty if no key triggers it any more.
  func footerLabel(of hint: KeyHint) -> String { hint.footerLabel(keyNaming, keyMap) }

  /// The label of a binding on the help page; empty if no key triggers it any more.
  func label(of hint: KeyHint) -> String { hint.label(keyNaming, keyMap) }

  /// The same context for plain-text output.
  public var plain: AppContext {
    var copy = self
    copy.isPlain = true
    copy.size = PlainText.size
    copy.charset = .ascii
    copy.hasColor = false
    return copy
  }
}

/// The lines that a learner types in a plain-text session.
public enum PlainInput {
  /// The keys in a line.
  ///
  /// - Parameters:
  ///   - line: Names of keys or single characters, separated by spaces; an empty line means Space.
  ///   - isTyping: Whether letters are text input: then the line is text followed by Enter, and only `Esc` is a key.
  /// - Returns: The keys; nil if a word is not a key.
  public static func keys(_ line: String, isTyping: Bool) -> [Key]? {
    if isTyping, line != "Esc", line != "Tab" {
      return line.map { Key.character($0) } + [.enter]
    }
    let words = line.split(separator: " ").map(String.init)
    guard !words.isEmpty else { return [.space] }
    var keys: [Key] = []
    for word in words {
      let capital = word.prefix(1).uppercased() + word.dropFirst()
      guard let key = Key(word: word) ?? Key(word: capital) else { return nil }
      keys.append(key)
    }
    return keys
  }
}
