import Lessons
import Practice
import TerminalUI
import Words

/// The statistics of the record.
struct ProgressScreen: Screen {
  enum Action: Sendable {
    case edit(TextField.Edit), scroll(Move), certificate, setExam, bringBack, sureness
    case leave
  }

  let name = Words.Progress.name
  private var scroll = Scroll()
  /// The date of an exam while it is typed.
  private var date: TextField?

  init() {}

  var isTyping: Bool { date != nil }

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    if let date { return date.bindings(Action.edit, isCancelledByDeleting: false) }
    return [
      KeyBinding(
        [("down", [.down, "j"], .scroll(.down)), ("up", [.up, "k"], .scroll(.up))],
        Words.Frame.scroll,
        footer: true, when: lines(context).count > rows(context)
      ).also("page-down", [.pageDown, .space], .scroll(.pageDown)).also(
        "page-up", [.pageUp], .scroll(.pageUp)),
      KeyBinding("certificate", ["c"], .certificate, Words.Progress.toCertificate, footer: true),
      KeyBinding(
        "sureness", ["s"], .sureness,
        context.learner.asksForSureness ? Words.Calibration.doNotAsk : Words.Calibration.ask),
      KeyBinding("exam", ["x"], .setExam, Words.Progress.setExam, footer: true),
      KeyBinding(
        "resume", ["r"], .bringBack, Words.Progress.resume, footer: true,
        when: !context.learner.suspended.isEmpty), .back(.leave),
    ]
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    if case .text(let text) = event { date?.insert(text) }
    return .stay
  }

  mutating func handle(_ action: Action, in context: AppContext) -> TutorResponse {
    switch action {
    case .edit(let edit): return self.edit(edit, context)
    case .scroll(let move):
      scroll.move(move, lines: lines(context).count, rows: rows(context))
    case .certificate: return .push(.certificate)
    case .sureness:
      let isOn = !context.learner.asksForSureness
      return Response([
        .record(.asksForSureness(isOn)),
        .tell(isOn ? Words.Calibration.isOn(context.keyNames) : Words.Calibration.isOff),
      ])
    case .setExam: date = TextField(context.learner.exam?.iso ?? "")
    case .bringBack:
      let cards = context.learner.suspended.sorted()
      return Response(cards.map { .record(.suspended(card: $0, isSuspended: false)) })
    case .leave: return .pop
    }
    return .stay
  }

  private mutating func edit(_ edit: TextField.Edit, _ context: AppContext) -> TutorResponse {
    switch date?.edit(edit) {
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

  private func rows(_ context: AppContext) -> Int { max(0, context.size.height - 4) }

  private func lines(_ context: AppContext) -> [[Run]] {
    let columns = Columns(in: context)
    let (x, width) = columns.text
    return columns.side.map { side in
      ProgressText(
        context, width: width, gap: side.origin.x - x - width, charts: side.size.width
      ).runs
    } ?? ProgressText(context, width: width).runs
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    var page = Page(name, keys: footer(in: context), in: context)
    scroll.draw(
      lines(context), on: &page, rows: page.body.origin.y..<page.body.maxY,
      x: Columns(in: context).text.x, context.charset)
    if context.statusMessage == nil {
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
