import Lessons
import Practice
import TerminalUI
import Words

extension AppContext {
  /// What was learnt today, and when the next card is due.
  public var farewell: String {
    let cards = bundle.deck.flashcards.map(\.id) + bundle.deck.questions.map(\.id)
    let next = learner.nextDue(of: cards, at: now, utcOffset: utcOffset)
    return Words.Home.left(cards: learner.cardsGraded(on: today), next: next)
  }
}

/// The descriptions of all entries, computed once because a deck may be large.
struct HomeSummary {
  let eventCount: Int
  let status: String
  /// The work of the day.
  let today: Today
  /// The days to the exam and the recall expected then, if there is a plan.
  private let exam: (days: Int, recall: Double)?
  private let due: Int
  private let fresh: Int
  private let locked: Int
  private let aboutProgress: String

  init(_ context: AppContext) {
    let plan = context.plan
    let session = CardSession(
      deck: context.bundle.deck, learner: context.learner, at: context.now,
      utcOffset: context.utcOffset, newCards: context.newCards(with: plan),
      sections: context.bundle.lesson.sections.map(\.id))
    today = Today(context.learner, context.bundle.lesson, session, on: context.today)
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
    let days = context.learner.exam.map { $0.days(since: context.today) } ?? -1
    exam = plan.map { (days, $0.recall) }
    let words = [
      days > 0 ? Words.Home.exam(days: days) : nil,
      Words.Home.waiting(due: due, new: fresh),
    ]
    status = words.compactMap { $0 }.joined(separator: " · ")
  }

  func words(for entry: HomeScreen.Entry, _ context: AppContext) -> (String, String) {
    switch entry {
    case .today:
      let planned =
        today.steps.isEmpty
        ? nil
        : exam.map {
          Words.Home.planned(days: $0.days, recall: ProgressPages.percent($0.recall))
        }
      return (Words.Home.today, HomeView.steps(today) + (planned ?? ""))
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
    case .map: return (Words.Home.map, Words.Home.aboutMap)
    case .progress: return (Words.Home.progress, aboutProgress)
    case .timeline: return (Words.Home.timeline, Words.Home.aboutTimeline)
    case .glossary: return (Words.Home.glossary, Words.Home.aboutGlossary)
    case .search: return (Words.Home.search, Words.Home.aboutSearch)
    case .marks:
      let learner = context.learner
      return (
        Words.Home.marks,
        Words.Home.aboutMarks(bookmarks: learner.bookmarks.count, notes: learner.notes.count)
      )
    case .certificate: return (Words.Home.certificate, Words.Home.aboutCertificate)
    case .course: return (Words.Home.course, Words.Home.aboutCourse)
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
