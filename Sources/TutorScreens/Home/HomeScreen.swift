import Lessons
import Practice
import TerminalUI
import Words

/// The home screen: the activities and the learner's progress.
struct HomeScreen: Screen {
  /// An entry that has its own line.
  enum Entry: CaseIterable {
    case today, read, cards, quiz, speed, plot, lab, map, progress, timeline, glossary, search,
      marks
    case certificate, course

    /// The screen that it opens; nil for the work of the day, which opens its first step.
    var route: Route? {
      switch self {
      case .today: nil
      case .read: .lesson(.lastPosition)
      case .cards: .cards()
      case .quiz: .quiz()
      case .speed: .speed
      case .plot: .plot()
      case .lab: .lab
      case .map: .map
      case .progress: .progress
      case .timeline: .timeline
      case .glossary: .glossary
      case .search: .search
      case .marks: .marks()
      case .certificate: .certificate
      case .course: .course
      }
    }
  }

  enum Action: Sendable {
    case move(Move), openSelected, openNumber(Int), open(Entry), contents, turn(Int), quit
  }

  let name = Words.Home.name
  private(set) var selected = 0
  private var summary: HomeSummary?
  /// The steps from the function of the day to the one in view.
  private(set) var turn = 0

  init() {}

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    [
      KeyBinding(
        "open", [.enter, .space] + (showsFunction(context) ? [] : [.right, "l"]), .openSelected,
        Words.Frame.open, footer: true),
      .digits("entry", 9, Action.openNumber, Words.Frame.open),
    ] + otherFunction(context) + [
      KeyBinding("cards", ["c"], .open(.cards), Words.Home.toCards, footer: true),
      KeyBinding("speed", ["s"], .open(.speed), Words.Home.toSpeed, footer: true),
      KeyBinding("plot", ["p"], .open(.plot), Words.Home.toPlots, footer: true),
      KeyBinding("search", ["/"], .open(.search), Words.Home.toSearch, footer: true),
      KeyBinding("contents", ["t"], .contents, Words.Home.toContents),
      KeyBinding("map", ["M"], .open(.map), Words.Home.toMap),
      KeyBinding("timeline", ["T"], .open(.timeline), Words.Home.toTimeline),
      KeyBinding("glossary", ["G"], .open(.glossary), Words.Home.toGlossary),
      KeyBinding("course", ["P"], .open(.course), Words.Home.toCourse),
      KeyBinding("bookmarks", ["'"], .open(.marks), Words.Home.toMarks),
      .move(Action.move, footer: false),
      KeyBinding("quit", ["q"], .quit, Words.Home.quit, footer: true),
    ]
  }

  /// The keys that show another function; only where one is shown.
  private func otherFunction(_ context: AppContext) -> [KeyBinding<Action>] {
    guard showsFunction(context) else { return [] }
    return [
      KeyBinding(
        [("previous", [.left, "h"], .turn(-1)), ("next", [.right, "l"], .turn(1))],
        Words.Home.otherFunction, footer: true)
    ]
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    summary = event == .appeared ? HomeSummary(context) : upToDate(context)
    return .stay
  }

  /// Opens an entry; that of the day opens its first step, or the quiz when everything is done.
  private func open(_ entry: Entry, _ context: AppContext) -> TutorResponse {
    if let route = entry.route { return .push(route) }
    switch upToDate(context).today.steps.first {
    case .cards: return .push(.cards())
    case .section(let index, _, _):
      let id = context.bundle.lesson.sections[index].id
      let isHere = context.learner.position?.section == id
      return .push(.lesson(isHere ? .lastPosition : .section(index)))
    case .daily: return .push(.speed)
    case nil: return .push(.quiz())
    }
  }

  /// The summary, recomputed if there are new events, from this window or another.
  func upToDate(_ context: AppContext) -> HomeSummary {
    if let summary, summary.eventCount == context.learner.eventCount { return summary }
    return HomeSummary(context)
  }

  mutating func handle(_ action: Action, in context: AppContext) -> TutorResponse {
    summary = upToDate(context)
    switch action {
    case .move(let move): selected = move.around(selected, of: Entry.allCases.count)
    case .openSelected: return open(Entry.allCases[selected], context)
    case .openNumber(let index):
      // The work of the day has no number.
      selected = index + 1
      return open(Entry.allCases[selected], context)
    case .open(let entry): return open(entry, context)
    case .contents: return .push(.contents(section: nil))
    case .turn(let step): turn += step
    case .quit: return .quit
    }
    return .stay
  }
}
