import TerminalUI
import Words

/// Lists all keys of the screen below.
struct HelpScreen: Screen {
  enum Action: Sendable {
    case scroll(Move), leave
  }

  let name = Words.Help.name
  private let about: String
  private let all: [KeyHint]
  private let shown: [KeyHint]
  private var top = 0

  /// Creates the help page of a screen.
  ///
  /// - Parameters:
  ///   - about: The screen's name.
  ///   - hints: The screen's bindings; unavailable ones are left out.
  init(about: String, hints: [KeyHint]) {
    self.about = about
    all = hints + Screens.sharedKeys
    shown = all.filter(\.isAvailable)
  }

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    [
      .scroll(Action.scroll, when: lastTop(context) > 0),
      KeyBinding("back", [.escape, "q", "?", .backspace], .leave, Words.Common.back, footer: true),
    ]
  }

  mutating func handle(_ action: Action, in context: AppContext) -> TutorResponse {
    switch action {
    case .scroll(let move):
      top = move.from(top, of: lastTop(context) + 1, page: max(1, context.size.height - 6))
      return .stay
    case .leave: return .pop
    }
  }

  private func lastTop(_ context: AppContext) -> Int {
    max(0, height(rows(context).count, context) - (context.size.height - 4))
  }

  /// The number of columns of keys.
  private func columns(_ context: AppContext) -> Int { context.isWide ? 2 : 1 }

  /// The rows that a number of keys needs.
  private func height(_ count: Int, _ context: AppContext) -> Int {
    (count + columns(context) - 1) / columns(context)
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    if context.isPlain { return plainView(context) }
    let rows = rows(context)
    let height = height(rows.count, context)
    let hidden = height - top - (context.size.height - 4)
    var page = Page(
      Words.Help.title(screen: about),
      status: hidden > 0 ? "↓ " + Words.Frame.more(hidden) : "", keys: footer(in: context),
      in: context)
    let column = wordsColumn(context)
    for (index, row) in rows.enumerated() {
      let (line, x) = (index % height - top, index / height * (context.size.width / 2))
      guard page.body.size.height > line, line >= 0 else { continue }
      let y = page.body.origin.y + line
      page.frame.write(row.keys, x: x + 3, y: y, .accent, .bold)
      page.frame.write(row.words, x: x + column, y: y)
    }
    return page.frame
  }

  /// Plain text: a line for each action, without those of a full-screen interface.
  private func plainView(_ context: AppContext) -> Frame {
    var page = Page(Words.Help.title(screen: about), keys: footer(in: context), in: context)
    var text = ColumnText(width: context.size.width, context)
    for hint in shown where !hint.groups.contains(where: { Self.drawing.contains($0.name) }) {
      let label = label(of: hint, context).split(separator: " ").map(String.init)
      if !label.isEmpty { text.add(Words.Help.line(label, hint.words)) }
    }
    Scroll().draw(
      text.lines, on: &page, rows: page.body.origin.y..<page.body.maxY, x: 0, context.charset)
    return page.frame
  }

  /// The actions that change a drawn screen.
  private static let drawing: Set = ["charset", "redraw", "suspend"]

  /// The keys of a binding of the screen below.
  private func label(of hint: KeyHint, _ context: AppContext) -> String {
    var below = context
    below.keyMap = context.keyMap.on(all)
    return below.label(of: hint)
  }

  /// The column of the words.
  private func wordsColumn(_ context: AppContext) -> Int {
    let longest = shown.map { label(of: $0, context).displayWidth }.max() ?? 0
    return min(max(16, longest + 5), context.size.width / columns(context) / 2)
  }

  /// The rows; labels and words are wrapped in their columns.
  private func rows(_ context: AppContext) -> [(keys: String, words: String)] {
    let column = wordsColumn(context)
    return shown.flatMap { hint in
      let label = label(of: hint, context)
      // No physical key is mapped to it.
      if label.isEmpty { return [(keys: String, words: String)]() }
      let words = context.text(hint.words)
      let left = TextLayout.wrap(label, width: max(1, column - 4)).map(\.text)
      let room = context.size.width / columns(context) - column - 1
      let right = TextLayout.wrap(words, width: max(1, room))
        .map(\.text)
      return (0..<max(left.count, right.count)).map { row in
        (
          left.indices.contains(row) ? left[row] : "", right.indices.contains(row) ? right[row] : ""
        )
      }
    }
  }
}
