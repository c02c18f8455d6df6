import NeuralLab
import TerminalUI
import TextCharts
import Words

/// The numerics clinic: compares textbook formulas of logits with stable ones.
struct ClinicScreen: Screen {
  enum Action: Sendable {
    case edit(TextField.Edit), move(Double), next(Int), moveAll(Double), reset, type, scroll(Move)
    case leave
  }

  let name = Words.Clinic.name
  private static let start = [2.0, 1.0, 0.0]
  private(set) var logits = start
  private(set) var chosen = 0
  private var field: TextField?
  private var scroll = Scroll()

  init() {}

  var isTyping: Bool { field != nil }

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    if let field { return field.bindings(Action.edit) }
    typealias Does = Words.Clinic.Keys
    return [
      KeyBinding(
        [("left", [.left, "h"], .move(-1)), ("right", [.right, "l"], .move(1))], Does.logit,
        footer: true),
      KeyBinding(
        [
          ("left-fast", [.shiftLeft, "H"], .move(-10)),
          ("right-fast", [.shiftRight, "L"], .move(10)),
        ], Does.faster),
      KeyBinding("next", ["n", .tab], .next(1), Does.next, footer: true, when: logits.count > 1)
        .also("previous", ["N"], .next(-1)),
      KeyBinding("raise-all", ["s"], .moveAll(100), Does.allMore, footer: true),
      KeyBinding("lower-all", ["S"], .moveAll(-100), Does.allLess),
      KeyBinding("edit", ["e"], .type, Does.type, footer: true),
      KeyBinding(
        "reset", ["0"], .reset, Words.Common.reset, when: logits != Self.start || chosen != 0),
      .scroll(Action.scroll, when: lines(context).count > rows(context)), .back(.leave),
    ]
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    if case .text(let text) = event { field?.insert(text) }
    return .stay
  }

  mutating func handle(_ action: Action, in context: AppContext) -> TutorResponse {
    switch action {
    case .edit(let edit): return self.edit(edit)
    case .move(let distance): move(distance)
    case .next(let step): chosen = (chosen + logits.count + step) % logits.count
    case .moveAll(let distance): logits = logits.map { Self.clamped($0 + distance) }
    case .reset: (logits, chosen) = (Self.start, 0)
    case .type: field = TextField(logits.map(NumberText.shortest).joined(separator: ", "))
    case .scroll(let move):
      scroll.move(move, lines: lines(context).count, rows: rows(context))
    case .leave: return .pop
    }
    return .stay
  }

  private func rows(_ context: AppContext) -> Int { max(0, context.size.height - 4) }

  private mutating func move(_ distance: Double) {
    logits[chosen] = Self.clamped(logits[chosen] + distance)
  }

  private static func clamped(_ logit: Double) -> Double { min(max(logit, -100_000), 100_000) }

  private mutating func edit(_ edit: TextField.Edit) -> TutorResponse {
    switch field?.edit(edit) {
    case .cancelled: field = nil
    case .done:
      let words = (field?.text ?? "").split { ", ;".contains($0) }
      let numbers = words.compactMap { Double($0) }.filter(\.isFinite)
      guard numbers.count == words.count, (1...8).contains(numbers.count) else {
        return .perform(.tell(Words.Clinic.unreadable))
      }
      (logits, chosen, field) = (numbers.map(Self.clamped), 0, nil)
    case .editing, nil: break
    }
    return .stay
  }

  private func lines(_ context: AppContext) -> [[Run]] {
    ClinicText(
      Numerics(logits), chosen: chosen, width: Page.column(in: context.size.width).width, context
    ).lines
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    var page = Page(Words.Clinic.title, keys: hints(in: context), in: context)
    scroll.draw(
      lines(context), on: &page, rows: page.body.origin.y..<page.body.maxY,
      x: Page.column(in: context.size.width).x, context.charset)
    if context.statusMessage == nil { field?.draw(Words.Clinic.prompt, on: &page, context) }
    return page.frame
  }
}
