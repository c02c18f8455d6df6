public import TerminalUI
import Words

extension Screens {
  /// The key bindings that all screens share.
  public static let sharedKeys = TutorSession.bindings.map(\.hint)

  /// The keys of a screen as it opens, for the manual page, including those that have no effect yet.
  ///
  /// - Parameters:
  ///   - name: One of ``names``.
  ///   - context: The context of the screen.
  /// - Returns: The screen's name, and its key bindings.
  public static func keys(
    of name: String, in context: AppContext
  ) -> (screen: String, hints: [KeyHint]) {
    let screen = route(named: name)?.screen(in: context) ?? HomeScreen()
    return (screen.name, screen.hints(in: context))
  }
}

/// Lists all keys of the screen below.
struct HelpScreen: Screen {
  enum Action: Sendable {
    case scroll(Move), leave
  }

  let name = Words.Help.name
  private let about: String
  private let shown: [KeyHint]
  private var top = 0

  /// Creates the help page of a screen.
  ///
  /// - Parameters:
  ///   - about: The screen's name.
  ///   - hints: The screen's bindings; unavailable ones are left out.
  init(about: String, hints: [KeyHint]) {
    self.about = about
    shown = (hints + Screens.sharedKeys).filter(\.isAvailable)
  }

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    [
      .scroll(Action.scroll, when: lastTop(context) > 0),
      KeyBinding([.escape, "q", "?"], .leave, Words.Common.back, footer: true),
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
    max(0, rows(context).count - (context.size.height - 4))
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    let rows = rows(context)
    let hidden = rows.count - top - (context.size.height - 4)
    var page = Page(
      Words.Help.title(screen: about),
      status: hidden > 0 ? "↓ " + Words.Frame.more(hidden) : "", keys: hints(in: context),
      in: context)
    let column = wordsColumn(context)
    for (index, row) in rows.dropFirst(top).prefix(page.body.size.height).enumerated() {
      let y = page.body.origin.y + index
      page.frame.write(row.keys, x: 3, y: y, .accent, .bold)
      page.frame.write(row.words, x: context.isPlain ? 5 + row.keys.count : column, y: y)
    }
    return page.frame
  }

  /// The column of the words.
  private func wordsColumn(_ context: AppContext) -> Int {
    let longest = shown.map { context.label(of: $0).displayWidth }.max() ?? 0
    return min(max(16, longest + 5), context.size.width / 2)
  }

  /// The rows; labels and words are wrapped in their columns.
  private func rows(_ context: AppContext) -> [(keys: String, words: String)] {
    let column = wordsColumn(context)
    return shown.flatMap { hint in
      let label = context.label(of: hint)
      // No physical key is mapped to it.
      if label.isEmpty { return [(keys: String, words: String)]() }
      let words = context.text(hint.words)
      guard !context.isPlain else { return [(label, words)] }
      let left = TextLayout.wrap(label, width: max(1, column - 4)).map(\.text)
      let right = TextLayout.wrap(words, width: max(1, context.size.width - column - 1))
        .map(\.text)
      return (0..<max(left.count, right.count)).map { row in
        (
          left.indices.contains(row) ? left[row] : "", right.indices.contains(row) ? right[row] : ""
        )
      }
    }
  }
}
