import Lessons
import Practice
import TerminalUI
import Words

/// Flashcards: think, turn, grade.
struct CardsScreen: Screen {
  let name = Words.Cards.name
  private let startsWithCram: Bool
  /// The only section whose cards are asked; nil for all.
  private let section: String?
  private var session: CardSession?
  private var shown: Flashcard?
  private var isTurned = false
  private var showsHint = false
  private var showsIntervals = false
  private var showsAllGrades = false
  private var scroll = Scroll()
  private var lastGraded: Flashcard?

  /// Gathers the cards as soon as the screen appears.
  ///
  /// - Parameters:
  ///   - cram: Whether all cards are asked, and the schedule left alone.
  ///   - section: The only section whose cards are asked; nil for all.
  init(cram: Bool = false, section: String? = nil) {
    startsWithCram = cram
    self.section = section
  }

  func keys(in context: AppContext) -> [KeyBinding] {
    let leave = KeyBinding([.escape, .character("q")], Words.Common.back, footer: true)
    guard shown != nil else {
      return [
        KeyBinding([.enter], Words.Cards.cramAll, footer: true),
        KeyBinding("p", Words.Cards.practiseMissed, footer: !(session?.missed.isEmpty ?? true)),
        KeyBinding("n", Words.Cards.unlock, footer: hasLocked), leave,
      ]
    }
    let undo = KeyBinding("u", Words.Cards.undo, footer: lastGraded != nil)
    let intervals = KeyBinding("i", Words.Cards.intervals, footer: isTurned)
    guard isTurned else {
      return [
        KeyBinding([.space, .enter], Words.Cards.turn, footer: true), undo,
        KeyBinding("h", Words.Cards.hint, footer: shown?.hint != nil),
        KeyBinding("o", Words.Frame.openInLesson), leave,
      ]
    }
    return [
      KeyBinding([.character("1")], Words.Cards.again),
      KeyBinding([.character("2")], Words.Cards.hard),
      KeyBinding([.character("3"), .space], Words.Cards.goodByTwoKeys(context.keyNames)),
      KeyBinding([.character("4")], Words.Cards.easy),
      KeyBinding("!", Words.Cards.suspend), KeyBinding("e", Words.Cards.rewrite),
      KeyBinding(
        "m", showsAllGrades ? Words.Cards.twoGrades : Words.Cards.fourGrades, footer: true),
      intervals, undo, KeyBinding("o", Words.Frame.openInLesson),
      KeyBinding([.down, .up], Words.Frame.scroll, label: "↓ ↑ j k"), leave,
    ]
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    switch event {
    case .appeared:
      if session == nil { begin(context) }
    case .performed: advance(context)
    case .key(let key): return press(key, context)
    case .tick, .pasted: break
    }
    return .stay
  }

  /// Whether new cards wait for their sections to be read.
  private var hasLocked: Bool { (session?.locked ?? 0) > 0 && session?.heldBack == 0 }

  private mutating func begin(_ context: AppContext, unlocksAll: Bool = false) {
    if startsWithCram {
      cram(cards(context), context)
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

  private func cards(_ context: AppContext) -> [Flashcard] {
    context.bundle.deck.flashcards.filter { section == nil || $0.card.section == section }
  }

  private mutating func cram(_ cards: [Flashcard], _ context: AppContext) {
    var generator = SeededGenerator(seed: context.seed)
    session = CardSession(cramming: cards.shuffled(using: &generator))
    lastGraded = nil
    advance(context)
  }

  private mutating func advance(_ context: AppContext) {
    shown = session?.next(context.learner, at: context.now)
    isTurned = false
    showsHint = false
    scroll = Scroll()
  }

  private mutating func press(_ key: Key, _ context: AppContext) -> TutorResponse {
    if key.leaves { return .pop }
    if scroll.press(key, lines: lines(context).count, rows: rows(context)) { return .stay }
    guard let card = shown else { return pressAtEnd(key, context) }
    switch key {
    case .character("m"): showsAllGrades.toggle()
    case .character("i"): showsIntervals.toggle()
    case .character("u"): return undo(context)
    case .character("h") where !isTurned: showsHint = true
    case .character("!"): return suspend(card)
    case .character("e") where isTurned: return .push(RewriteScreen(card, context))
    case .character("o"):
      guard let index = context.bundle.lesson.sectionIndex(id: card.card.section) else { break }
      return .push(ReaderScreen(section: index))
    case .space where !isTurned, .enter where !isTurned: isTurned = true
    case .space, .enter: return grade(card, .good, context)
    default:
      if isTurned, let digit = key.digit, let rating = Rating(rawValue: digit) {
        return grade(card, rating, context)
      }
    }
    return .stay
  }

  private mutating func pressAtEnd(_ key: Key, _ context: AppContext) -> TutorResponse {
    if key == .character("p"), let missed = session?.missed, !missed.isEmpty {
      let all = context.bundle.deck.cards.flatMap { $0.flashcards + [$0.asFlashcard] }
      cram(missed.compactMap { id in all.first { $0.id == id } }, context)
    } else if key == .character("u") {
      return undo(context)
    } else if key == .character("n"), hasLocked {
      begin(context, unlocksAll: true)
    } else if key == .enter || key == .space {
      cram(cards(context), context)
    }
    return .stay
  }

  /// Leaves a card out from now on; the next sitting does not ask it.
  private mutating func suspend(_ card: Flashcard) -> TutorResponse {
    session?.remove(card)
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
      session?.grade(card, rating, phase: nil)
      advance(context)
      return .stay
    }
    let fact = Fact.review(card: card.id, rating: rating)
    let next = context.learner.schedule(
      of: card.id, after: rating, at: context.now, utcOffset: context.utcOffset)
    session?.grade(card, rating, phase: next?.phase)
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
    if session?.isCram == true {
      advance(context)
      return .stay
    }
    guard let event = context.learner.lastReview else { return .stay }
    return .perform(.record(.undo(event: event.id)))
  }

  private func rows(_ context: AppContext) -> Int {
    max(0, context.size.height - 4 - (isTurned ? 1 : 0))
  }

  private func lines(_ context: AppContext) -> [[Run]] {
    guard let shown else { return summary(context) }
    return CardView(card: shown, context: context).lines(
      width: Page.column(in: context.size.width).width, rows: rows(context), isTurned: isTurned,
      showsHint: showsHint)
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    var page = page(context)
    let column = Page.column(in: context.size.width)
    let top = page.body.origin.y
    scroll.draw(
      lines(context), on: &page, rows: top..<(top + rows(context)), x: column.x, context.charset)
    if let shown, isTurned {
      let showsTimes = showsIntervals && session?.isCram == false
      let intervals =
        showsTimes
        ? context.learner.intervals(of: shown.id, at: context.now, utcOffset: context.utcOffset)
        : [:]
      CardView(card: shown, context: context).writeGrades(
        on: &page, row: page.body.maxY - 1, all: showsAllGrades, intervals: intervals)
    }
    return page.frame
  }

  private func page(_ context: AppContext) -> Page {
    guard let card = shown else {
      return Page(Words.Cards.titleAtEnd, keys: keys(in: context), in: context)
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
      title, status: card.card.tags.prefix(2).joined(separator: " · "), keys: keys(in: context),
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
