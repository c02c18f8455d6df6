import Lessons
import Practice
import TerminalUI
import Words

/// The flashcard session: question, answer, grade.
///
/// The learner either turns a card and grades the answer, or produces the answer, see ``Flashcard/produced``. A card in
/// the learner's own words is turned, because only the author's words list the accepted answers.
struct CardsScreen: Screen {
  enum Phase {
    /// No card is left.
    case finished
    case front(Flashcard, hints: Int)
    case back(Flashcard)
    /// A card whose answer is produced, until it is graded.
    case produced(ProducedCard)
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
  /// The learner's state before the session.
  private(set) var start = Milestones.Start()
  /// Seconds spent on the cards graded so far; breaks count as ``Learner/breakSeconds``.
  private(set) var seconds = 0
  /// When the current card was shown, in seconds since 1970 UTC.
  private var shownAt = 0
  /// Shuffles what questions show.
  private var seed: UInt64 = 0

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
    case .produced(let produced): produced.card
    case .finished: nil
    }
  }

  /// The card whose answer is produced.
  var produced: ProducedCard? {
    if case .produced(let produced) = phase { produced } else { nil }
  }

  var isTyping: Bool { produced?.isTyping == true }

  /// Whether the screen offers grades.
  private var isGrading: Bool {
    if case .back = phase { return true }
    return produced?.rating != nil
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    switch event {
    case .appeared:
      if session == nil { begin(context) }
    case .text(let text):
      guard var produced else { break }
      produced.insert(text)
      phase = .produced(produced)
    case .key, .pointer, .tick, .answered: break
    }
    return .stay
  }

  mutating func handle(_ action: Action, in context: AppContext) -> TutorResponse {
    switch action {
    case .turn: if let card { phase = .back(card) }
    case .produce(let action): produce(action, context)
    case .hint:
      if case .front(let card, let hints) = phase { phase = .front(card, hints: hints + 1) }
    case .grade(let rating): return card.map { grade($0, rating, context) } ?? .stay
    case .undo: return undo(context)
    case .suspend: return card.map { suspend($0, context) } ?? .stay
    case .rewrite: return card.map { .push(.rewrite($0)) } ?? .stay
    case .openInLesson:
      if var produced {
        produced.help()
        phase = .produced(produced)
      }
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
    case .leave: return leave(context)
    }
    return .stay
  }

  /// Performs a part of an answer, and shows the verdict on it.
  private mutating func produce(_ action: ProducedCard.Action, _ context: AppContext) {
    guard var produced else { return }
    produced.perform(action)
    phase = .produced(produced)
    let drawn = contents(context)
    if let line = drawn.verdict {
      scroll.show(line + 1, lines: drawn.lines.count, rows: rows(context))
    }
  }

  /// Leaves the session; a produced answer counts even if its grade was not confirmed.
  private mutating func leave(_ context: AppContext) -> TutorResponse {
    guard let produced, let rating = produced.rating else { return .pop }
    return Response(grade(produced.card, rating, context).effects, then: .pop)
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
    (lastDone, seconds, seed) = (nil, 0, context.seed)
    start = Milestones.Start(
      context.learner, of: context.bundle, on: context.today, at: context.now)
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
    phase = card.map { phase(asking: $0, context) } ?? .finished
    scroll = Scroll()
    shownAt = context.now
  }

  /// The phase in which a card is asked.
  private func phase(asking card: Flashcard, _ context: AppContext) -> Phase {
    guard let question = card.produced, context.learner.ownWords[card.id] == nil else {
      return .front(card, hints: 0)
    }
    // Another order each time, but the same one after an undo.
    var number = StableNumber()
    number.add(card.id.utf8)
    number.add(session?.graded.count { $0 == card.id } ?? 0)
    return .produced(
      ProducedCard(card, asking: question, seed: seed ^ number.value, typesValues: context.isPlain))
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
    max(0, context.size.height - 4 - (isGrading ? 1 : 0))
  }

  func lines(_ context: AppContext) -> [[Run]] { contents(context).lines }

  /// The columns of a card, which is centred, and of the end of the session.
  private func column(_ context: AppContext) -> (x: Int, width: Int) {
    card == nil ? Columns(in: context).text : Page.column(in: context.size.width)
  }

  private func contents(_ context: AppContext) -> QuestionView.Lines {
    let (width, rows) = (column(context).width, max(0, context.size.height - 4))
    switch phase {
    case .finished: return QuestionView.Lines(lines: summary(context))
    case .front(let card, let hints):
      return CardView(card: card, context: context).lines(
        width: width, rows: rows, isTurned: false, hints: hints)
    case .back(let card):
      return CardView(card: card, context: context).lines(
        width: width, rows: rows, isTurned: true, hints: 0)
    case .produced(let produced):
      return produced.lines(width: width, rows: rows, context)
    }
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    var page = page(context)
    let column = column(context)
    let (top, rows) = (page.body.origin.y, rows(context))
    let drawn = contents(context)
    scroll.draw(drawn.lines, on: &page, rows: top..<(top + rows), x: column.x, context.charset)
    if let cursor = drawn.cursor, (0..<rows).contains(cursor.y - scroll.top) {
      page.frame.cursor = Point(x: column.x + cursor.x, y: top + cursor.y - scroll.top)
    }
    if let focus = drawn.focus, (0..<rows).contains(focus.y - scroll.top) {
      page.frame.focus = Point(x: column.x + focus.x, y: top + focus.y - scroll.top)
    }
    let row = min(rows, max(drawn.lines.count, drawn.card?.upperBound ?? 0) + 1)
    if isGrading, let card { writeGrades(of: card, on: &page, row: top + row, context) }
    if context.isWide { drawBeside(drawn.card, on: &page, context) }
    return page.frame
  }

  private func writeGrades(
    of card: Flashcard, on page: inout Page, row: Int, _ context: AppContext
  ) {
    let showsTimes = showsIntervals && session?.isCram == false
    let intervals =
      showsTimes
      ? context.learner.intervals(of: card.id, at: context.now, utcOffset: context.utcOffset) : [:]
    CardView(card: card, context: context).writeGrades(
      on: &page, row: row, grades: grades, intervals: intervals, isCentred: produced == nil)
  }

  /// Draws the edge of the card and, at its right, the learner's history with it; without a card the sections, which
  /// unlock new ones.
  private func drawBeside(_ rows: Range<Int>?, on page: inout Page, _ context: AppContext) {
    guard let side = Columns(in: context).side else { return }
    guard let card, let rows else {
      page.write(ContentsList(context).lines(width: side.textWidth), in: side)
      return
    }
    let (column, top) = (column(context), page.body.origin.y + rows.lowerBound)
    if rows.lowerBound > 0, rows.upperBound < context.size.height - 5 {
      let edge = Rect(
        x: column.x - 2, y: top - 1, width: column.width + 4, height: rows.count + 2)
      page.drawBox(edge, Style(.axis), context.charset)
    }
    let x = column.x + column.width + 4
    let area = Rect(
      x: x, y: top, width: context.size.width - x - 2, height: side.maxY - top)
    page.write(CardHistory(card, context).lines(width: area.textWidth), in: area)
  }

  private func page(_ context: AppContext) -> Page {
    guard let card else {
      return Page(Words.Cards.titleAtEnd, keys: footer(in: context), in: context)
    }
    let title = session.map(self.title) ?? ""
    return Page(
      title, status: card.card.tags.prefix(2).joined(separator: " · "), keys: footer(in: context),
      in: context)
  }
}
