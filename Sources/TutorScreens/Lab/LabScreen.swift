import LessonLayout
import TerminalUI
import Words

/// The menu of the lab's experiments.
struct LabScreen: Screen {
  private static let entries: [(title: String, detail: String)] = [
    (Words.Flow.name, Words.Lab.aboutFlow), (Words.Race.name, Words.Lab.aboutRace),
    (Words.Clinic.name, Words.Lab.aboutClinic), (Words.Diagnose.name, Words.Lab.aboutDiagnose),
  ]

  enum Action: Sendable {
    case move(Move), openSelected, openNumber(Int), leave
  }

  let name = Words.Lab.name
  private var selected = 0
  /// The selected instrument, shown beside the menu in wide windows.
  private var preview: TutorScreen?

  init() {}

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    [
      KeyBinding(
        "open", [.enter, .right, "l", .space], .openSelected, Words.Lab.open, footer: true),
      .digits("entry", Self.entries.count, Action.openNumber, Words.Lab.open), .move(Action.move),
      .back(.leave),
    ]
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    if event == .appeared { showPreview(context) }
    return .stay
  }

  /// Makes the preview here and not in ``view(in:)``, because drawing never runs a network.
  private mutating func showPreview(_ context: AppContext) {
    preview = context.isWide ? Self.experiments[selected].screen(in: context) : nil
  }

  mutating func handle(_ action: Action, in context: AppContext) -> TutorResponse {
    switch action {
    case .move(let move):
      selected = move.around(selected, of: Self.entries.count)
      showPreview(context)
    case .openSelected: return .push(Self.experiments[selected])
    case .openNumber(let index):
      selected = index
      return .push(Self.experiments[selected])
    case .leave: return .pop
    }
    return .stay
  }

  private static let experiments: [Route] = [.gradientFlow(), .race(), .numerics(), .diagnose]

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    var page = Page(name, keys: footer(in: context), in: context)
    let columns = Columns(in: context)
    var text = ColumnText(width: columns.text.width, context)
    var rows = 0..<0
    for (index, entry) in Self.entries.enumerated() {
      if index > 0 { text.addBlank() }
      let (isSelected, first) = (index == selected, text.lines.count)
      let mark = isSelected ? context.charset.pick("▸ ", "> ") : "  "
      text.add(
        entry.title, isSelected ? Style(.selection, .bold) : Style(.text, .bold),
        marker: [Run(mark, .accent, .bold)])
      text.add(entry.detail, Style(.dim), marker: [Run("  ")])
      if isSelected { rows = first..<text.lines.count }
    }
    var scroll = Scroll()
    scroll.show(rows, lines: text.lines.count, rows: page.body.size.height)
    scroll.draw(
      text.lines, on: &page, rows: page.body.origin.y..<page.body.maxY, x: columns.text.x,
      context.charset)
    if let side = columns.side, let preview { draw(preview, in: side, on: &page, context) }
    return page.frame
  }

  /// Draws a screen without its header and footer.
  private func draw(
    _ preview: TutorScreen, in side: Rect, on page: inout Page, _ context: AppContext
  ) {
    var context = context
    context.size = Size(width: side.size.width, height: side.size.height + 4)
    context.statusMessage = nil
    let lines = preview.view(in: context).runLines.dropFirst(2).dropLast(2)
    // The mark of the selection belongs to the menu.
    let mark = context.charset.pick("▸", ">")
    page.write(
      lines.map { runs in
        runs.map { $0.text == mark && $0.style.role == .accent ? Run(" ") : $0 }
      }, in: side)
  }
}
