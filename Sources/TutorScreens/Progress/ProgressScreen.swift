import Lessons
import Practice
import TerminalUI
import Words

/// What the record says.
struct ProgressScreen: Screen {
  let name = Words.Progress.name
  private var scroll = Scroll()
  /// The date of an exam while it is typed.
  private var date: TextField?

  init() {}

  var isTyping: Bool { date != nil }

  func keys(in context: AppContext) -> [KeyBinding] {
    [
      KeyBinding([.down, .up], Words.Frame.scroll, footer: true, label: "↓ ↑"),
      KeyBinding("c", Words.Progress.toCertificate, footer: true),
      KeyBinding("x", Words.Progress.setExam, footer: true),
      KeyBinding(
        "r", Words.Progress.bringBack, footer: !context.learner.suspended.isEmpty),
      KeyBinding([.escape, .character("q")], Words.Common.back, footer: true),
    ]
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    if case .pasted(let text) = event { date?.insert(text) }
    guard let key = event.key else { return .stay }
    if date != nil { return type(key, context) }
    if key.leaves { return .pop }
    switch key {
    case .character("c"): return .push(CertificateScreen())
    case .character("x"): date = TextField(context.learner.exam?.iso ?? "")
    case .character("r"):
      let cards = context.learner.suspended.sorted()
      return Response(cards.map { .record(.suspended(card: $0, isSuspended: false)) })
    default:
      _ = scroll.press(
        key == .space ? .pageDown : key, lines: lines(context).count,
        rows: max(0, context.size.height - 4))
    }
    return .stay
  }

  private mutating func type(_ key: Key, _ context: AppContext) -> TutorResponse {
    // Backspace in an empty field would give up, and an empty date takes the exam away.
    if key == .backspace, date?.text.isEmpty == true { return .stay }
    switch date?.press(key) {
    case .cancelled: date = nil
    case .done:
      let text = date?.text ?? ""
      if text.isEmpty {
        date = nil
        return Response([.record(.exam(day: nil)), .tell(Words.Progress.noExam)])
      }
      guard let day = LocalDay(iso: text), day > context.today else {
        return .perform(.tell(Words.Progress.badExam(example: context.tomorrow.iso)))
      }
      date = nil
      return Response([.record(.exam(day: day.number)), .tell(Words.Progress.examSet)])
    case .editing, nil: break
    }
    return .stay
  }

  private func lines(_ context: AppContext) -> [[Run]] {
    ProgressText(context, width: Page.column(in: context.size.width).width).runs
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    var page = Page(name, keys: keys(in: context), in: context)
    scroll.draw(
      lines(context), on: &page, rows: page.body.origin.y..<page.body.maxY,
      x: Page.column(in: context.size.width).x, context.charset)
    if context.notice == nil {
      let label = Words.Progress.askExam(example: context.tomorrow.iso)
      date?.draw(label + " ", on: &page, context)
    }
    return page.frame
  }
}

extension AppContext {
  /// The learner's next day.
  var tomorrow: LocalDay { LocalDay(number: today.number + 1) }
}
