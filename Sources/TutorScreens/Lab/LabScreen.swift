import TerminalUI
import Words

/// The menu of the lab's experiments.
struct LabScreen: Screen {
  private static let entries: [(title: String, detail: String)] = [
    (Words.Flow.name, Words.Lab.aboutFlow), (Words.Race.name, Words.Lab.aboutRace),
    (Words.Clinic.name, Words.Lab.aboutClinic),
  ]

  enum Action: Sendable {
    case move(Move), openSelected, openNumber(Int), leave
  }

  let name = Words.Lab.name
  private var selected = 0

  init() {}

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    [
      KeyBinding(
        "open", [.enter, .right, "l", .space], .openSelected, Words.Lab.open, footer: true),
      .digits("entry", Self.entries.count, Action.openNumber, Words.Lab.open), .move(Action.move),
      .back(.leave),
    ]
  }

  mutating func handle(_ action: Action, in context: AppContext) -> TutorResponse {
    switch action {
    case .move(let move): selected = move.around(selected, of: Self.entries.count)
    case .openSelected: return .push(Self.experiments[selected])
    case .openNumber(let index):
      selected = index
      return .push(Self.experiments[selected])
    case .leave: return .pop
    }
    return .stay
  }

  private static let experiments: [Route] = [.gradientFlow(), .race(), .numerics()]

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    var page = Page(name, keys: hints(in: context), in: context)
    var text = ColumnText(width: Page.column(in: context.size.width).width, context)
    for (index, entry) in Self.entries.enumerated() {
      let isSelected = index == selected
      let mark = isSelected ? context.charset.pick("▸ ", "> ") : "  "
      text.add(
        entry.title, isSelected ? Style(.selection, .bold) : Style(.text, .bold),
        marker: [Run(mark, .accent, .bold)])
      text.add(entry.detail, Style(.dim), marker: [Run("  ")])
      text.addBlank()
    }
    let x = Page.column(in: context.size.width).x
    for (row, runs) in text.lines.prefix(page.body.size.height).enumerated() {
      page.frame.write(runs, x: x, y: page.body.origin.y + row)
    }
    return page.frame
  }
}
