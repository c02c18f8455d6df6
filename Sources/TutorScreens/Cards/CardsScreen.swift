import Lessons
import Practice
import TerminalUI
import Words

/// The flashcard session: question, answer, grade.
struct CardsScreen: Screen {
  enum Phase {
    /// No card is left.
    case finished
    case front(Flashcard, showsHint: Bool)
    case back(Flashcard)
  }

  let name = Words.Cards.name
  private let startsWithCram: Bool
  /// The only section whose cards are asked; nil for all.
  private let section: String?
  private(set) var session: CardSession?
  private(set) var phase = Phase.finished
  /// Whether each grade shows the time until the card is due.
  private var showsIntervals = false
  /// Whether all four grades are shown instead of two.
  private(set) var showsAllGrades = false
  private var scroll = Scroll()
  /// The number of cards that a practice without grades leaves out, because nothing was read yet.
  private(set) var lockedFromCram = 0
  /// What can be undone.
  private(set) var lastDone: Done?
  /// Ids of the cards that were known before the session.
  private(set) var knownBefore: Set<String> = []
  /// Seconds spent on the cards graded so far; breaks count as ``Learner/breakSeconds``.
  private(set) var seconds = 0
  /// When the current card was shown, in seconds since 1970 UTC.
  private var shownAt = 0

  /// Something that was done to a card.
  enum Done {
    case graded(Flashcard)
    case suspended(Flashcard)
  }

  /// Collects the cards when the screen appears.
  ///
  /// - Parameters:
  ///   - cram: Whether all cards are asked without changing the schedule.
  ///   - section: The only section whose cards are asked; nil for all.
  init(cram: Bool = false, section: String? = nil) {
    startsWithCram = cram
    self.section = section
  }

  /// The current card.
  private var card: Flashcard? {
    switch phase {
    case .front(let card, _), .back(let card): card
    case .finished: nil
    }
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    switch event {
    case .appeared:
      if session == nil { begin(context) }
    case .key, .pointer, .tick, .text, .answered: break
    }
    return .stay
  }

  mutating func handle(_ action: Action, in context: AppContext) -> TutorResponse {
    switch action {
    case .turn: if let card { phase = .back(card) }
    case .hint: if let card { phase = .front(card, showsHint: true) }
    case .grade(let rating): return card.map { grade($0, rating, context) } ?? .stay
    case .undo: return undo(context)
    case .suspend: return card.map { suspend($0, context) } ?? .stay
    case .rewrite: return card.map { .push(.rewrite($0)) } ?? .stay
    case .openInLesson:
      return card.flatMap { context.passage(about: $0.card) }.map { .push($0) } ?? .stay
    case .intervals: showsIntervals.toggle()
    case .grades: showsAllGrades.toggle()
    case .scroll(let move):
      scroll.move(move, lines: lines(context).count, rows: rows(context))
    case .cram: cram(cramCards(context), context)
    case .practiseMissed:
      let all = context.bundle.deck.cards.flatMap { $0.flashcards + [$0.asFlashcard] }
      cram((session?.missed ?? []).compactMap { id in all.first { $0.id == id } }, context)
    case .unlock:
      if session?.isCram == true {
        cram(context.bundle.deck.flashcards.filter(isWanted), context)
      } else {
        begin(context, unlocksAll: true)
      }
    case .leave: return .pop
    }
    return .stay
  }

  /// Whether new cards are locked because their sections were not read.
  var hasLocked: Bool {
    guard let session else { return false }
    return session.isCram ? lockedFromCram > 0 : session.locked > 0 && session.heldBack == 0
  }

  private mutating func begin(_ context: AppContext, unlocksAll: Bool = false) {
    if startsWithCram {
      let cards = cramCards(context)
      lockedFromCram =
        cards.isEmpty ? context.bundle.deck.flashcards.count(where: isWanted) : 0
      cram(cards, context)
      return
    }
    session = CardSession(
      deck: context.bundle.deck, learner: context.learner, at: context.now,
      utcOffset: context.utcOffset, newCards: context.newCards,
      sections: context.bundle.lesson.sections.map(\.id), only: section,
      unlocksAll: unlocksAll, seed: context.seed)
    reset(context)
  }

  private mutating func reset(_ context: AppContext) {
    (lastDone, seconds) = (nil, 0)
    knownBefore = SessionSummary.known(
      of: context.bundle.deck.flashcards, context.learner, on: context.today)
    advance(context)
  }

  /// The cards that are practised without grades: those of sections read, or of the section of this session.
  func cramCards(_ context: AppContext) -> [Flashcard] {
    let locks = context.locks
    return context.bundle.deck.flashcards.filter {
      isWanted($0) && !context.learner.suspended.contains($0.id)
        && (section != nil || !locks.locks($0.card.section)
          || context.learner.daysRemembered($0.id) > 0)
    }
  }

  func isWanted(_ card: Flashcard) -> Bool {
    section == nil || card.card.section == section
  }

  private mutating func cram(_ cards: [Flashcard], _ context: AppContext) {
    session = CardSession(cramming: cards, seed: context.seed)
    reset(context)
  }

  private mutating func advance(_ context: AppContext) {
    let card = session?.next(at: context.now)
    phase = card.map { .front($0, showsHint: false) } ?? .finished
    scroll = Scroll()
    shownAt = context.now
  }

  /// Suspends a card.
  private mutating func suspend(_ card: Flashcard, _ context: AppContext) -> TutorResponse {
    session?.remove(card)
    lastDone = .suspended(card)
    advance(context)
    return Response([
      .record(.suspended(card: card.id, isSuspended: true)),
      .tell(Words.Cards.suspended),
    ])
  }

  private mutating func grade(
    _ card: Flashcard, _ rating: Rating, _ context: AppContext
  ) -> TutorResponse {
    lastDone = .graded(card)
    seconds += min(max(0, context.now - shownAt), Learner.breakSeconds)
    if session?.isCram == true {
      session?.grade(card, rating, schedule: nil)
      advance(context)
      return .stay
    }
    let fact = Fact.review(card: card.id, rating: rating)
    let next = context.learner.schedule(
      of: card.id, after: rating, at: context.now, utcOffset: context.utcOffset)
    session?.grade(card, rating, schedule: next)
    advance(context)
    let lapses = next?.lapseCount ?? 0
    guard rating == .again, context.learner.isLeech(card.id, lapses: lapses) else {
      return .perform(.record(fact))
    }
    return Response([
      .record(fact),
      .tell(Words.Cards.forgotten(times: lapses, context.keyNames)),
    ])
  }

  private mutating func undo(_ context: AppContext) -> TutorResponse {
    let done = lastDone
    lastDone = nil
    switch done {
    case .suspended(let card):
      session?.restore(card)
      advance(context)
      return Response([
        .record(.suspended(card: card.id, isSuspended: false)), .tell(Words.Cards.resumed),
      ])
    case .graded(let card):
      session?.undo(card)
      advance(context)
      guard session?.isCram == false, let event = context.learner.lastReview else { return .stay }
      return .perform(.record(.undo(event: event.id)))
    case nil: return .stay
    }
  }

  /// The number of rows for the card; on the back, one row is for the grades.
  func rows(_ context: AppContext) -> Int {
    var grades = 0
    if case .back = phase { grades = 1 }
    return max(0, context.size.height - 4 - grades)
  }

  func lines(_ context: AppContext) -> [[Run]] {
    let (width, rows) = (Page.column(in: context.size.width).width, rows(context))
    switch phase {
    case .finished: return summary(context)
    case .front(let card, let showsHint):
      return CardView(card: card, context: context).lines(
        width: width, rows: rows, isTurned: false, showsHint: showsHint)
    case .back(let card):
      return CardView(card: card, context: context).lines(
        width: width, rows: rows, isTurned: true, showsHint: false)
    }
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    var page = page(context)
    let column = Page.column(in: context.size.width)
    let top = page.body.origin.y
    scroll.draw(
      lines(context), on: &page, rows: top..<(top + rows(context)), x: column.x, context.charset)
    if case .back(let card) = phase {
      let showsTimes = showsIntervals && session?.isCram == false
      let intervals =
        showsTimes
        ? context.learner.intervals(of: card.id, at: context.now, utcOffset: context.utcOffset)
        : [:]
      CardView(card: card, context: context).writeGrades(
        on: &page, row: page.body.maxY - 1, grades: grades, intervals: intervals)
    }
    return page.frame
  }

  private func page(_ context: AppContext) -> Page {
    guard let card else {
      return Page(Words.Cards.titleAtEnd, keys: hints(in: context), in: context)
    }
    let title = session.map(self.title) ?? ""
    return Page(
      title, status: card.card.tags.prefix(2).joined(separator: " · "), keys: hints(in: context),
      in: context)
  }
}
