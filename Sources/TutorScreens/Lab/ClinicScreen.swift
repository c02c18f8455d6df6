import NeuralLab
import TerminalUI
import TextCharts
import Words

/// The numerics clinic: logits, and what becomes of them by the book and by the library.
struct ClinicScreen: Screen {
  let name = Words.Clinic.name
  private(set) var logits = [2.0, 1.0, 0.0]
  private(set) var chosen = 0
  private var field: TextField?
  private var scroll = Scroll()

  init() {}

  var isTyping: Bool { field != nil }

  func keys(in context: AppContext) -> [KeyBinding] {
    typealias Does = Words.Clinic.Keys
    return [
      KeyBinding([.left, .right], Does.logit, footer: true, label: "← →"),
      KeyBinding([.shiftLeft, .shiftRight], Does.faster(context.keyNames), label: "⇧← ⇧→"),
      KeyBinding("n", Does.next, footer: true),
      KeyBinding("s", Does.allMore, footer: true), KeyBinding("S", Does.allLess),
      KeyBinding("e", Does.type, footer: true),
      KeyBinding("0", Words.Common.asItWas),
      KeyBinding([.down, .up], Does.scroll, label: "↓ ↑"),
      KeyBinding([.escape, .character("q")], Words.Common.back, footer: true),
    ]
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    if case .pasted(let text) = event { field?.insert(text) }
    guard let key = event.key else { return .stay }
    if field != nil { return type(key) }
    switch key {
    case _ where key.leaves: return .pop
    case .shiftLeft, .character("H"): move(-10)
    case .shiftRight, .character("L"): move(10)
    case _ where key.goesLeft: move(-1)
    case _ where key.goesRight: move(1)
    case .character("n"), .tab: chosen = (chosen + 1) % logits.count
    case .character("N"): chosen = (chosen + logits.count - 1) % logits.count
    case .character("s"): logits = logits.map { Self.clamped($0 + 100) }
    case .character("S"): logits = logits.map { Self.clamped($0 - 100) }
    case .character("0"): (logits, chosen) = ([2, 1, 0], 0)
    case .character("e"):
      field = TextField(logits.map(NumberText.shortest).joined(separator: ", "))
    default:
      _ = scroll.press(key, lines: lines(context).count, rows: max(0, context.size.height - 4))
    }
    return .stay
  }

  private mutating func move(_ distance: Double) {
    logits[chosen] = Self.clamped(logits[chosen] + distance)
  }

  private static func clamped(_ logit: Double) -> Double { min(max(logit, -100_000), 100_000) }

  private mutating func type(_ key: Key) -> TutorResponse {
    switch field?.press(key) {
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
    var page = Page(Words.Clinic.title, keys: keys(in: context), in: context)
    scroll.draw(
      lines(context), on: &page, rows: page.body.origin.y..<page.body.maxY,
      x: Page.column(in: context.size.width).x, context.charset)
    if context.notice == nil { field?.draw(Words.Clinic.prompt, on: &page, context) }
    return page.frame
  }
}
