import Lessons
import Practice
import TerminalUI
import Words

/// The home screen: the activities and the learner's progress.
struct HomeScreen: Screen {
  /// An entry that has its own line.
  enum Entry: CaseIterable {
    case read, cards, quiz, speed, plot, lab, map, progress

    var route: Route {
      switch self {
      case .read: .lesson(.lastPosition)
      case .cards: .cards()
      case .quiz: .quiz()
      case .speed: .speed
      case .plot: .plot()
      case .lab: .lab
      case .map: .map
      case .progress: .progress
      }
    }
  }

  enum Action: Sendable {
    case move(Move), openSelected, openNumber(Int), open(Entry), quit
    case contents, search, timeline, glossary, course, marks
  }

  let name = Words.Home.name
  private var selected = 0
  private var summary: HomeSummary?

  init() {}

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    [
      KeyBinding(
        "open", [.enter, .right, "l", .space], .openSelected, Words.Frame.open, footer: true),
      .digits("entry", Entry.allCases.count, Action.openNumber, Words.Frame.open),
      KeyBinding("cards", ["c"], .open(.cards), Words.Home.toCards, footer: true),
      KeyBinding("speed", ["s"], .open(.speed), Words.Home.toSpeed, footer: true),
      KeyBinding("plot", ["p"], .open(.plot), Words.Home.toPlots, footer: true),
      KeyBinding("search", ["/"], .search, Words.Home.toSearch, footer: true),
      KeyBinding("contents", ["t"], .contents, Words.Home.toContents),
      KeyBinding("map", ["M"], .open(.map), Words.Home.toMap),
      KeyBinding("timeline", ["T"], .timeline, Words.Home.toTimeline),
      KeyBinding("glossary", ["G"], .glossary, Words.Home.toGlossary),
      KeyBinding("course", ["P"], .course, Words.Home.toCourse),
      KeyBinding("bookmarks", ["'"], .marks, Words.Home.toMarks),
      .move(Action.move, footer: false),
      KeyBinding("quit", ["q"], .quit, Words.Home.quit, footer: true),
    ]
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    summary = event == .appeared ? HomeSummary(context) : upToDate(context)
    return .stay
  }

  /// The summary, recomputed if there are new events, from this window or another.
  private func upToDate(_ context: AppContext) -> HomeSummary {
    if let summary, summary.eventCount == context.learner.eventCount { return summary }
    return HomeSummary(context)
  }

  mutating func handle(_ action: Action, in context: AppContext) -> TutorResponse {
    summary = upToDate(context)
    switch action {
    case .move(let move): selected = move.around(selected, of: Entry.allCases.count)
    case .openSelected: return .push(Entry.allCases[selected].route)
    case .openNumber(let index):
      selected = index
      return .push(Entry.allCases[index].route)
    case .open(let entry): return .push(entry.route)
    case .contents: return .push(.contents(section: nil))
    case .search: return .push(.search)
    case .timeline: return .push(.timeline)
    case .glossary: return .push(.glossary)
    case .course: return .push(.course)
    case .marks: return .push(.marks())
    case .quit: return .quit
    }
    return .stay
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    let summary = upToDate(context)
    var page = Page(Words.Home.title, status: summary.status, keys: hints(in: context), in: context)
    let wide = context.size.width >= 64
    let x = wide ? 5 : 2
    var row = page.body.origin.y
    if context.size.height >= 16 {
      row = writePlace(on: &page, row: row, context)
    }
    for (index, entry) in Entry.allCases.enumerated() {
      let isSelected = index == selected
      let mark = isSelected ? context.charset.pick("▸", ">") : " "
      page.frame.write(mark, x: x, y: row, .accent, .bold)
      let (title, detail) = summary.words(for: entry, context)
      if context.isPlain {
        page.frame.write(context.text(Words.Home.entry(title, detail)), x: x + 2, y: row)
        row += 1
        continue
      }
      page.frame.write(
        context.text(title), x: x + 2, y: row, isSelected ? .selection : .text,
        isSelected ? .bold : [])
      page.frame.write(
        TextLayout.truncate(
          context.text(detail), width: context.size.width - x - 21,
          ellipsis: context.charset.pick("…", "~")), x: x + 20, y: row, .dim)
      row += 1
    }
    writeWelcome(on: &page, row: row + 1, x: x + 2, context)
    return page.frame
  }

  private func writePlace(on page: inout Page, row: Int, _ context: AppContext) -> Int {
    let lesson = context.bundle.lesson
    var words = [lesson.title]
    if let place = lesson.coursePosition {
      words = [
        place.title, Words.Frame.place(place.topic, of: place.topics.count), lesson.title,
      ]
    }
    let line = context.text(words.joined(separator: context.charset.pick("  ›  ", " > ")))
    let lines = TextLayout.wrap(line, width: context.size.width - 2, style: Style(.accent, .bold))
    return page.write(lines, from: row, x: 1) + 1
  }

  private func writeWelcome(on page: inout Page, row: Int, x: Int, _ context: AppContext) {
    guard context.learner.activity.isEmpty, context.learner.position == nil else { return }
    let text = context.text(Words.Home.welcome(context.keyNames))
    let lines = TextLayout.wrap(text, width: context.size.width - x - 2, style: Style(.quote))
    page.write(lines, from: row, x: x)
  }
}

/// The descriptions of all entries, computed once because a deck may be large.
private struct HomeSummary {
  let eventCount: Int
  let status: String
  private let due: Int
  private let fresh: Int
  private let locked: Int
  private let aboutProgress: String

  init(_ context: AppContext) {
    let session = CardSession(
      deck: context.bundle.deck, learner: context.learner, at: context.now,
      utcOffset: context.utcOffset, newCards: context.newCards,
      sections: context.bundle.lesson.sections.map(\.id))
    due = session.due.count
    fresh = session.fresh.count
    locked = session.locked
    let certificateProgress = context.certificateProgress
    let cards = certificateProgress.cards
    let known = Words.Mastery.known(cards.done, of: cards.of)
    aboutProgress =
      certificateProgress.isEarned
      ? Words.Home.aboutProgressWithCertificate(known: known)
      : Words.Home.aboutProgress(
        known: known, certificate: ProgressPages.percent(certificateProgress.share))
    eventCount = context.learner.eventCount
    let streak = context.learner.streak(on: context.today)
    let exam = context.learner.exam.map { $0.days(since: context.today) } ?? -1
    let words = [
      exam > 0 ? Words.Home.exam(days: exam) : nil,
      streak > 1 ? Words.Home.streak(days: streak) : nil, Words.Home.due(due),
    ]
    status = words.compactMap { $0 }.joined(separator: " · ")
  }

  func words(for entry: HomeScreen.Entry, _ context: AppContext) -> (String, String) {
    switch entry {
    case .read: return (Words.Home.read, reading(context))
    case .cards:
      let isLocked = fresh == 0 && locked > 0
      return (
        Words.Home.flashcards,
        isLocked
          ? Words.Home.cardsLocked(due: due) : Words.Home.cards(due: due, fresh: fresh)
      )
    case .quiz: return (Words.Home.quiz, Words.Home.aboutQuiz)
    case .speed:
      guard let best = context.learner.bestRun(seconds: context.speedSeconds) else {
        return (Words.Home.speed, Words.Home.aboutSpeed(seconds: context.speedSeconds))
      }
      return (
        Words.Home.speed,
        Words.Home.bestSpeed(score: best.score, right: best.right, answered: best.answered)
      )
    case .plot: return (Words.Home.plot, Words.Home.aboutPlot)
    case .lab: return (Words.Home.lab, Words.Home.aboutLab)
    case .map: return (Words.Home.map, Words.Home.aboutMap(context.keyNames))
    case .progress: return (Words.Home.progress, aboutProgress)
    }
  }

  private func reading(_ context: AppContext) -> String {
    let sections = context.bundle.lesson.sections
    let read = sections.count { context.learner.sectionsRead.contains($0.id) }
    let place = context.learner.position.flatMap {
      context.bundle.lesson.sectionIndex(id: $0.section)
    }
    let index = place ?? 0
    let bar =
      String(repeating: "█", count: read) + String(repeating: "░", count: sections.count - read)
    let words = Words.Home.reading(
      index + 1, of: sections.count, title: sections[index].title)
    return context.size.width < 60 || context.isPlain ? words : "\(bar)  \(words)"
  }
}
