import Figures
import NeuralLab
import TerminalUI
import TextCharts
import Words

/// The numerics clinic: compares textbook formulas of logits with stable ones.
struct ClinicScreen: Screen {
  enum Action: Sendable {
    case edit(TextField.Edit), move(Double), choose(Move), moveAll(Double), reset, type, scroll(
      Move)
    case leave
  }

  let name = Words.Clinic.name
  private static let usual = [2.0, 1.0, 0.0]
  private let start: [Double]
  private(set) var logits: [Double]
  private(set) var chosen = 0
  private var field: TextField?
  private var scroll = Scroll()

  /// Opens the clinic.
  ///
  /// - Parameter logits: One to eight logits; nil for the usual ones.
  init(_ logits: [Double]? = nil) {
    start = logits ?? Self.usual
    self.logits = start
  }

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
      .move(Action.choose, Does.choose, when: logits.count > 1),
      KeyBinding("raise-all", ["s"], .moveAll(100), Does.allMore, footer: true),
      KeyBinding("lower-all", ["S"], .moveAll(-100), Does.allLess),
      KeyBinding("edit", ["e"], .type, Does.type, footer: true),
      KeyBinding(
        "reset", ["0"], .reset, Words.Common.reset, when: logits != start || chosen != 0),
      .pages(Action.scroll, when: columns(context).first.count > rows(context)), .back(.leave),
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
    case .choose(let move): chosen = move.around(chosen, of: logits.count)
    case .moveAll(let distance): logits = logits.map { Self.clamped($0 + distance) }
    case .reset: (logits, chosen) = (start, 0)
    case .type: field = TextField(logits.map(NumberText.shortest).joined(separator: ", "))
    case .scroll(let move):
      scroll.move(move, lines: columns(context).first.count, rows: rows(context))
    case .leave: return .pop
    }
    return .stay
  }

  private func rows(_ context: AppContext) -> Int { max(0, context.size.height - 4) }

  private mutating func move(_ distance: Double) {
    logits[chosen] = Self.clamped(logits[chosen] + distance)
  }

  private static func clamped(_ logit: Double) -> Double {
    let range = InstrumentStart.logitRange
    return min(max(logit, range.lowerBound), range.upperBound)
  }

  private mutating func edit(_ edit: TextField.Edit) -> TutorResponse {
    switch field?.edit(edit) {
    case .cancelled: field = nil
    case .done:
      let words = (field?.text ?? "").split { ", ;".contains($0) }
      let numbers = words.compactMap { Double($0) }.filter(\.isFinite)
      guard numbers.count == words.count, InstrumentStart.logitCounts.contains(numbers.count) else {
        return .perform(.tell(Words.Clinic.unreadable))
      }
      (logits, chosen, field) = (numbers.map(Self.clamped), 0, nil)
    case .editing, nil: break
    }
    return .stay
  }

  private func text(_ context: AppContext) -> ClinicText {
    ClinicText(
      Numerics(logits), chosen: chosen, width: Columns(in: context).text.width, context)
  }

  /// The lines of the first column, and those beside it in a wide window.
  private func columns(_ context: AppContext) -> (first: [[Run]], second: [[Run]]) {
    let text = text(context)
    guard context.isWide else { return (text.lines, []) }
    return (
      Array(text.lines.prefix(text.secondColumn)), Array(text.lines.dropFirst(text.secondColumn))
    )
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    var page = Page(Words.Clinic.title, keys: footer(in: context), in: context)
    let (columns, area) = (columns(context), Columns(in: context))
    scroll.draw(
      columns.first, on: &page, rows: page.body.origin.y..<page.body.maxY, x: area.text.x,
      context.charset)
    if let side = area.side { page.write(columns.second, in: side) }
    field?.draw(Words.Clinic.prompt, on: &page, context)
    return page.frame
  }
}
