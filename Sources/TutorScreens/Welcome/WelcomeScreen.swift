import Figures
import Lessons
import Practice
import TerminalUI
import Words

/// The first screen of a new learner: two linear layers that stay a line until a ReLU is put between them.
struct WelcomeScreen: Screen {
  enum Action: Sendable {
    case figure(CollapseInstrument.Action), read, skip
  }

  /// What the sentence above the figure asks for.
  enum Step: Equatable {
    case turn, insert, read
  }

  let name = Words.Welcome.name
  private(set) var figure: CollapseInstrument
  /// The number of times a weight was changed.
  private var turns = 0

  /// The number of changes after which it is clear that the line stays a line.
  private static let enough = 5

  /// Opens the screen.
  ///
  /// - Parameter figure: The figure's weights.
  init(_ figure: CollapseFigure) { self.figure = CollapseInstrument(figure) }

  var step: Step {
    if figure.hasActivation { return .read }
    return turns < Self.enough ? .turn : .insert
  }

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    let figure = figure.bindings.map { $0.map(Action.figure) }
    let read = KeyBinding(
      "read", [.space, .enter], Action.read, Words.Welcome.read, footer: step == .read)
    let skip = KeyBinding(
      "leave", [.escape, "q", .backspace], Action.skip, Words.Welcome.skip, footer: true)
    return (step == .read ? [read] : []) + figure.prefix(1) + [skip] + figure.dropFirst()
      + (step == .read ? [] : [read])
  }

  mutating func handle(_ action: Action, in context: AppContext) -> TutorResponse {
    // A position on the record shows that the learner has been here.
    let start = context.bundle.lesson.sections.first.map {
      Effect.record(.position(ReadingPosition(section: $0.id, block: 0, offset: 0)))
    }
    switch action {
    case .figure(let action):
      if case .turn = action { turns += 1 }
      figure.perform(action)
      return .stay
    case .read:
      return Response(start.map { [$0] } ?? [], then: .replace(.lesson(.section(0))))
    case .skip: return Response(start.map { [$0] } ?? [], then: .pop)
    }
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    var page = Page(
      context.bundle.lesson.title, status: Words.Welcome.status, keys: footer(in: context),
      in: context)
    let column = Columns(in: context).text
    let lines = TextLayout.wrap(
      context.text(sentence(context)), width: column.width, style: Style(.text, .bold))
    let isTall = page.body.size.height >= 14
    let row = page.write(lines, from: page.body.origin.y + (isTall ? 1 : 0), x: column.x)
    let top = row + (isTall ? 1 : 0)
    let (wide, rows) = (context.size.width - 2 * column.x, page.body.maxY - top)
    let area = Rect(
      x: column.x, y: top, width: context.isWide ? wide : column.width,
      height: context.isWide ? rows : min(rows, figure.height + 6))
    figure.draw(on: &page.frame, in: area, context.charset, isFocused: true)
    return page.frame
  }

  private func sentence(_ context: AppContext) -> String {
    switch step {
    case .turn: Words.Welcome.turn(context.keyNames)
    case .insert: Words.Welcome.insert(context.keyNames)
    case .read: Words.Welcome.done(context.keyNames)
    }
  }
}

extension AppContext {
  /// The screen that a new learner begins with; nil for others, and for a lesson without its figure.
  package var welcome: Route? {
    guard learner.eventCount == 0 else { return nil }
    let figures = bundle.lesson.sections.lazy.flatMap(\.blocks).flatMap(\.figures)
    return figures.compactMap { figure in
      if case .collapse(let figure) = figure { Route.welcome(figure) } else { nil }
    }.first
  }
}
