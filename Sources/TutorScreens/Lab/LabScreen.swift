import TerminalUI
import Words

/// The lab's experiments.
struct LabScreen: Screen {
  private static let entries: [(title: String, detail: String)] = [
    (Words.Flow.name, Words.Lab.aboutFlow), (Words.Race.name, Words.Lab.aboutRace),
    (Words.Clinic.name, Words.Lab.aboutClinic),
  ]

  let name = Words.Lab.name
  private var selected = 0

  init() {}

  func keys(in context: AppContext) -> [KeyBinding] {
    [
      KeyBinding([.enter], Words.Lab.open, footer: true),
      KeyBinding([.up, .down], Words.Common.move, footer: true, label: "↑ ↓"),
      KeyBinding([.escape, .character("q")], Words.Common.back, footer: true),
    ]
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    guard let key = event.key else { return .stay }
    let count = Self.entries.count
    switch key {
    case _ where key.leaves: return .pop
    case _ where key.goesDown: selected = (selected + 1) % count
    case _ where key.goesUp: selected = (selected + count - 1) % count
    case .enter, .space, .right, .character("l"): return .push(Self.experiment(selected))
    default:
      guard let digit = key.digit, (1...count).contains(digit) else { return .stay }
      selected = digit - 1
      return .push(Self.experiment(selected))
    }
    return .stay
  }

  private static func experiment(_ index: Int) -> TutorScreen {
    switch index {
    case 0: FlowScreen()
    case 1: RaceScreen()
    default: ClinicScreen()
    }
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    var page = Page(name, keys: keys(in: context), in: context)
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
