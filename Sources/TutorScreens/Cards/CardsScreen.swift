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
  private(set) var lastGraded: Flashcard?

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
      let index = card.flatMap { context.bundle.lesson.sectionIndex(id: $0.card.section) }
      return index.map { .push(.lesson(.section($0))) } ?? .stay
    case .intervals: showsIntervals.toggle()
    case .grades: showsAllGrades.toggle()
    case .scroll(let move):
      scroll.move(move, lines: lines(context).count, rows: rows(context))
    case .cramAll: cram(context.bundle.deck.flashcards.filter(isWanted), context)
    case .practiseMissed:
      let all = context.bundle.deck.cards.flatMap { $0.flashcards + [$0.asFlashcard] }
      cram((session?.missed ?? []).compactMap { id in all.first { $0.id == id } }, context)
    case .unlock: begin(context, unlocksAll: true)
    case .leave: return .pop
    }
    return .stay
  }

  /// Whether new cards are locked because their sections were not read.
  var hasLocked: Bool { (session?.locked ?? 0) > 0 && session?.heldBack == 0 }

  private mutating func begin(_ context: AppContext, unlocksAll: Bool = false) {
    if startsWithCram {
      cram(context.bundle.deck.flashcards.filter(isWanted), context)
      return
    }
    session = CardSession(
      deck: context.bundle.deck, learner: context.learner, at: context.now,
      utcOffset: context.utcOffset, newCards: context.newCards,
      sections: context.bundle.lesson.sections.map(\.id), only: section,
      unlocksAll: unlocksAll)
    lastGraded = nil
    advance(context)
  }

  func isWanted(_ card: Flashcard) -> Bool {
    section == nil || card.card.section == section
  }

  private mutating func cram(_ cards: [Flashcard], _ context: AppContext) {
    var generator = SeededGenerator(seed: context.seed)
    session = CardSession(cramming: cards.shuffled(using: &generator))
    lastGraded = nil
    advance(context)
  }

  private mutating func advance(_ context: AppContext) {
    let card = session?.next(at: context.now)
    phase = card.map { .front($0, showsHint: false) } ?? .finished
    scroll = Scroll()
  }

  /// Suspends a card.
  private mutating func suspend(_ card: Flashcard, _ context: AppContext) -> TutorResponse {
    session?.remove(card)
    advance(context)
    return Response([
      .record(.suspended(card: card.id, isSuspended: true)),
      .tell(Words.Cards.suspended),
    ])
  }

  private mutating func grade(
    _ card: Flashcard, _ rating: Rating, _ context: AppContext
  ) -> TutorResponse {
    lastGraded = card
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
    guard let card = lastGraded else { return .stay }
    lastGraded = nil
    session?.undo(card)
    advance(context)
    guard session?.isCram == false, let event = context.learner.lastReview else { return .stay }
    return .perform(.record(.undo(event: event.id)))
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
        on: &page, row: page.body.maxY - 1, all: showsAllGrades, intervals: intervals)
    }
    return page.frame
  }

  private func page(_ context: AppContext) -> Page {
    guard let card else {
      return Page(Words.Cards.titleAtEnd, keys: hints(in: context), in: context)
    }
    let done = session?.graded.count ?? 0
    let total = done + (session?.remaining ?? 0)
    let waiting = session?.heldBack ?? 0
    let title =
      session?.isCram == true
      ? Words.Cards.cramTitle(done + 1, of: total)
      : waiting > 0
        ? Words.Cards.title(done + 1, of: total, waiting: waiting)
        : Words.Cards.title(done + 1, of: total)
    return Page(
      title, status: card.card.tags.prefix(2).joined(separator: " · "), keys: hints(in: context),
      in: context)
  }

  private func summary(_ context: AppContext) -> [[Run]] {
    var text = ColumnText(width: Page.column(in: context.size.width).width, context)
    let graded = session?.graded.count ?? 0
    let missed = session?.missed ?? []
    text.addBlank()
    if graded == 0 {
      text.add(
        hasLocked && session?.due.isEmpty == true
          ? Words.Cards.newAreLocked(session?.locked ?? 0, context.keyNames)
          : Words.Cards.nothingDue)
    } else {
      text.add(Words.Cards.done(graded: graded, missed: missed.count))
    }
    text.add(Words.Cards.cramOffer(context.keyNames))
    if !missed.isEmpty { text.addBlank() }
    for id in missed {
      let card = context.bundle.deck.flashcards.first { $0.id == id }
      let prompt =
        card.map { context.front(of: $0) } ?? context.bundle.deck.card(id: id)?.prompt ?? id
      text.add(prompt, marker: [Run(context.wrongMark, .wrong)])
    }
    return text.lines
  }
}
