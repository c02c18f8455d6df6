public import TerminalUI
import Words

extension Screens {
  /// The keys that mean the same on every screen.
  public static let sharedKeys = [
    KeyBinding("a", Words.Help.charset),
    KeyBinding([.control("l")], Words.Help.redraw),
    KeyBinding([.control("z")], Words.Help.sleep),
    KeyBinding([.escape, .character("q")], Words.Help.leave, label: "Esc q"),
  ]

  /// The keys of a screen as it opens, for a manual.
  ///
  /// - Parameters:
  ///   - name: One of ``names``.
  ///   - context: What the screen sees.
  /// - Returns: What the screen is called, and what its keys do.
  public static func keys(
    of name: String, in context: AppContext
  ) -> (screen: String, bindings: [KeyBinding]) {
    let screen = named(name) ?? HomeScreen()
    return (screen.name, screen.keys(in: context))
  }
}

/// All keys of the screen below.
struct HelpScreen: Screen {
  let name = Words.Help.name
  let about: String
  let bindings: [KeyBinding]
  private var top = 0

  init(about: String, bindings: [KeyBinding]) {
    self.about = about
    self.bindings = bindings + Screens.sharedKeys
  }

  func keys(in context: AppContext) -> [KeyBinding] {
    [KeyBinding([.escape, .character("q")], Words.Common.back, footer: true)]
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    guard let key = event.key else { return .stay }
    if key.goesDown {
      top = min(top + 1, max(0, rows(context).count - (context.size.height - 4)))
    } else if key.goesUp {
      top = max(0, top - 1)
    } else {
      return .pop
    }
    return .stay
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    let rows = rows(context)
    let hidden = rows.count - top - (context.size.height - 4)
    var page = Page(
      Words.Help.title(screen: about),
      status: hidden > 0 ? "↓ " + Words.Frame.more(hidden) : "", keys: keys(in: context),
      in: context)
    for (index, row) in rows.dropFirst(top).prefix(page.body.size.height).enumerated() {
      let y = page.body.origin.y + index
      page.frame.write(row.label, x: 3, y: y, .accent, .bold)
      let column = context.isPlain ? 3 + row.label.count + 2 : Self.actionColumn
      page.frame.write(row.action, x: column, y: y)
    }
    return page.frame
  }

  private static let actionColumn = 16

  /// What stands on each row; an action that is too long for one goes on below.
  private func rows(_ context: AppContext) -> [(label: String, action: String)] {
    bindings.flatMap { binding in
      let label = context.label(of: binding)
      // No key does it any more.
      if label.isEmpty { return [(label: String, action: String)]() }
      let action = context.text(binding.action)
      guard !context.isPlain else { return [(label, action)] }
      let lines = TextLayout.wrap(action, width: max(1, context.size.width - Self.actionColumn - 1))
      return lines.enumerated().map { ($0.offset == 0 ? label : "", $0.element.text) }
    }
  }
}
