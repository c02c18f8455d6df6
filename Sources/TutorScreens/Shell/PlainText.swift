public import TerminalUI
import Words

/// A screen as plain text, line by line, without any drawing.
///
/// A screen draws itself on a page so long that nothing scrolls, with words instead of drawings. From the rows of that
/// page come the lines: a paragraph is one line again, and marks become words.
public struct PlainText: Equatable, Sendable {
  /// The size of the page; narrow enough that no screen uses two columns.
  public static let size = Size(width: 68, height: 1500)

  /// A line of the page.
  struct Line: Hashable, Sendable {
    /// The columns before the text.
    var indent = 0
    var text: String
    /// Whether it is the selected line of a list.
    var isSelected = false

    /// The line as it is printed, with the selection as a word.
    var words: String {
      isSelected ? Words.Plain.selected + text : String(repeating: " ", count: indent) + text
    }
  }

  /// The screen's title, without what changes on the screen.
  let title: String
  /// The first line: the title and the state behind it.
  let head: String
  /// The text; empty lines separate its parts.
  let lines: [Line]
  /// The selected words inside a line; nil if whole lines are selected, or nothing is.
  let selection: String?
  let message: String?
  let keys: String

  /// Reads a screen's page.
  ///
  /// - Parameters:
  ///   - frame: The page.
  ///   - hints: The current key bindings.
  ///   - isTyping: Whether characters are text input, and so open no help.
  ///   - context: The key bindings, and a status message.
  init(_ frame: Frame, _ hints: [KeyHint], isTyping: Bool, in context: AppContext) {
    var paragraphs = PlainParagraphs(frame)
    title =
      (0..<frame.size.width).compactMap { frame[$0, 0] }
      .filter { $0.style.role == .heading }.map(\.text).joined().spoken
    head = paragraphs.removeHead()
    lines = paragraphs.lines
    selection = paragraphs.selection
    message = context.statusMessage?.filter { $0 != "`" }.spoken
    let words = hints.filter { $0.isAvailable && $0.inFooter > 0 }.compactMap { hint in
      let label = context.footerLabel(of: hint)
      return label.isEmpty ? nil : "\(label) \(hint.words)"
    }
    let all = isTyping ? [] : ["\(context.keyNames["?"]) \(Words.Frame.allKeys)"]
    keys = Words.Frame.footer(words + all).spoken
  }

  /// Whether another text is about the same thing, so that only the difference needs to be printed: it has the same
  /// title, and begins with the same line or shares half of its lines.
  func isSamePage(as other: PlainText) -> Bool {
    guard title == other.title else { return false }
    if lines.first?.text == other.lines.first?.text { return true }
    let former = Set(other.lines.map(\.text))
    let words = lines.filter { !$0.text.isEmpty }
    return words.count { former.contains($0.text) } * 2 >= words.count
  }

  /// The whole page.
  var page: [String] {
    let parts = [[head], lines.map(\.words), [selection, message].compactMap { $0 }, [keys]]
    return Array(parts.filter { !$0.isEmpty }.joined(separator: [""]))
  }

  /// The lines that are new or changed since another text of the same page.
  func changes(since before: PlainText) -> [String] {
    let (old, new) = (before.lines.filter { !$0.text.isEmpty }, lines.filter { !$0.text.isEmpty })
    let difference = new.map(\.text).difference(from: old.map(\.text))
    var changed: Set<Int> = []
    for case .insert(let offset, _, _) in difference { changed.insert(offset) }
    if let place = new.firstIndex(where: \.isSelected) {
      let former = old.firstIndex(where: \.isSelected)
      if former.map({ old[$0].text }) != new[place].text { changed.insert(place) }
    }
    var result = head == before.head ? [] : [head]
    result += new.indices.filter(changed.contains).map { new[$0].words }
    if changed.isEmpty, !difference.isEmpty {
      result.append(Words.Plain.removed(difference.removals.count))
    }
    if let selection, selection != before.selection { result.append(selection) }
    if let message { result.append(message) }
    if keys != before.keys { result.append(keys) }
    return result
  }

  /// The whole page, each line ended by a line feed.
  ///
  /// - Parameter width: Columns to wrap lines to; nil leaves that to the terminal.
  /// - Returns: The text.
  public func text(width: Int? = nil) -> String {
    page.flatMap { line in
      width.map { TextLayout.wrap(line, width: $0).map(\.text) } ?? [line]
    }.map { $0 + "\n" }.joined()
  }
}

/// What a learner has heard: of each screen only what is new is printed.
public struct PlainTranscript: Sendable {
  private var shown: PlainText?
  /// Pages that were printed, by their titles and first lines.
  private var pages: [[String]: PlainText] = [:]

  public init() {}

  /// The lines up to which a page is printed again when the learner comes back to it.
  private static let longestRepeated = 20

  /// The text to print for a screen.
  ///
  /// - Parameters:
  ///   - text: The screen.
  ///   - isAsked: Whether the learner asked for the whole page.
  /// - Returns: Lines, each ended by a line feed; empty if nothing changed.
  public mutating func next(_ text: PlainText, isAsked: Bool = false) -> String {
    let key = [text.title, text.lines.first?.text ?? ""]
    defer {
      shown = text
      pages[key] = text
    }
    let lines: [String]
    if isAsked {
      lines = text.page
    } else if let shown, text.isSamePage(as: shown) {
      lines = text.changes(since: shown)
    } else if let before = pages[key], text.lines.count > Self.longestRepeated {
      let changes = text.changes(since: before).filter { $0 != text.head && $0 != text.keys }
      lines = [text.head] + changes + [Words.Plain.restUnchanged, text.keys]
    } else {
      lines = text.page
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension TutorSession {
  /// The visible screen as plain text, nil once the learner has quit; the context must be plain.
  public func plainText(in context: AppContext) -> PlainText? {
    guard let screen = top else { return nil }
    let context = mapped(context)
    return PlainText(
      screen.view(in: context), screen.hints(in: context), isTyping: screen.isTyping, in: context)
  }
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
    // All marks are drawn, so that each can become a word.
    copy.charset = .blocks
    copy.hasColor = false
    return copy
  }

  /// The first line of a plain-text session.
  public var plainWelcome: String { Words.Plain.welcome(keyNames) }

  /// The answer to a line that contains no key.
  public func plainComplaint(about line: String) -> String { Words.Plain.noKey(line, keyNames) }
}
