import Lessons
import Practice
import TerminalUI

/// Flashcards: think, turn, grade.
struct CardsScreen: Screen {
  let name = "Flashcards"
  private let startsWithCram: Bool
  private var session: CardSession?
  private var shown: Flashcard?
  private var isTurned = false
  private var showsHint = false
  private var showsIntervals = false
  private var lastGraded: Flashcard?

  /// Gathers the cards as soon as the screen appears.
  init(cram: Bool = false) { startsWithCram = cram }

  func keys(in context: Surroundings) -> [KeyBinding] {
    let leave = KeyBinding([.escape, .character("q")], "home", footer: true)
    guard shown != nil else {
      return [
        KeyBinding([.enter], "practise all, without schedule", footer: true),
        KeyBinding("p", "practise the missed", footer: !(session?.missed.isEmpty ?? true)), leave,
      ]
    }
    let undo = KeyBinding("u", "undo", footer: lastGraded != nil)
    let intervals = KeyBinding("i", "intervals", footer: isTurned)
    guard isTurned else {
      return [
        KeyBinding([.space, .enter], "turn", footer: true), undo,
        KeyBinding("h", "hint", footer: shown?.hint != nil),
        KeyBinding("o", "open in the lesson"), leave,
      ]
    }
    return [
      KeyBinding([.character("1")], "forgot", footer: true),
      KeyBinding([.character("2")], "hard but right"),
      KeyBinding([.character("3"), .space], "knew it", footer: true),
      KeyBinding([.character("4")], "easy"),
      intervals, undo, KeyBinding("o", "open in the lesson"), leave,
    ]
  }

  mutating func update(_ event: Event, in context: Surroundings) -> TutorResponse {
    switch event {
    case .appeared:
      if session == nil { begin(context) }
    case .performed: advance(context)
    case .key(let key): return press(key, context)
    case .tick: break
    }
    return .stay
  }

  private mutating func begin(_ context: Surroundings) {
    if startsWithCram {
      cram(context.course.deck.flashcards, context)
      return
    }
    session = CardSession(
      deck: context.course.deck, learner: context.learner, at: context.now,
      utcOffset: context.utcOffset, newCards: context.newCards,
      sections: context.course.lesson.sections.map(\.id))
    advance(context)
  }

  private mutating func cram(_ cards: [Flashcard], _ context: Surroundings) {
    var generator = SeededGenerator(seed: context.seed)
    session = CardSession(cramming: cards.shuffled(using: &generator))
    lastGraded = nil
    advance(context)
  }

  private mutating func advance(_ context: Surroundings) {
    shown = session?.next(context.learner, at: context.now)
    isTurned = false
    showsHint = false
  }

  private mutating func press(_ key: Key, _ context: Surroundings) -> TutorResponse {
    if key.leaves { return .pop }
    guard let card = shown else { return pressAtEnd(key, context) }
    switch key {
    case .character("i"): showsIntervals.toggle()
    case .character("u"): return undo(context)
    case .character("h") where !isTurned: showsHint = true
    case .character("o"):
      guard let index = context.course.lesson.sectionIndex(id: card.card.section) else { break }
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

  private mutating func pressAtEnd(_ key: Key, _ context: Surroundings) -> TutorResponse {
    if key == .character("p"), let missed = session?.missed, !missed.isEmpty {
      let all = context.course.deck.cards.flatMap { $0.flashcards + [$0.asFlashcard] }
      cram(missed.compactMap { id in all.first { $0.id == id } }, context)
    } else if key == .character("u") {
      return undo(context)
    } else if key == .enter || key == .space {
      cram(context.course.deck.flashcards, context)
    }
    return .stay
  }

  private mutating func grade(
    _ card: Flashcard, _ rating: Rating, _ context: Surroundings
  ) -> TutorResponse {
    lastGraded = card
    if session?.isCram == true {
      session?.grade(card, rating, phase: nil)
      advance(context)
      return .stay
    }
    var learner = context.learner
    let fact = Fact.review(card: card.id, rating: rating)
    learner.apply(
      LearnerEvent(id: "", time: context.now, utcOffset: context.utcOffset, fact: fact))
    session?.grade(card, rating, phase: learner.schedules[card.id]?.phase)
    return .perform(.record(fact))
  }

  private mutating func undo(_ context: Surroundings) -> TutorResponse {
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

  func view(in context: Surroundings) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    guard let card = shown else { return summary(context) }
    let done = session?.graded.count ?? 0
    let total = done + (session?.remaining ?? 0)
    let tags = card.card.tags.prefix(2).joined(separator: " · ")
    let kind = session?.isCram == true ? "Cram" : "Cards"
    var page = Page(
      "\(kind) · \(done + 1) of \(total)", status: tags, keys: keys(in: context), in: context)
    let column = Page.column(in: context.size.width)
    let compact = context.size.height < 18
    var row = page.body.origin.y + (compact ? 0 : 2)
    row = writeCentred(card.front, on: &page, from: row, style: Style(.text, .bold), context)
    row += 1
    if !isTurned {
      let prompt = showsHint ? card.hint ?? "" : "think, then Space to turn"
      writeCentred(prompt, on: &page, from: row, style: Style(.dim), context)
      return page.frame
    }
    row = writeCentred(card.back, on: &page, from: row, style: Style(.accent, .bold), context) + 1
    let why = TextLayout.wrap(
      context.text(card.card.explanation), width: column.width, style: Style(.text))
    row = page.write(why, from: row, x: column.x) + 1
    let gradesRow = page.body.maxY - 1
    if let plot = card.card.plot, gradesRow - row > 7 {
      let size = Size(width: column.width, height: min(12, gradesRow - row - 1))
      let drawing = PlotDrawing(figure: plot.figure, charset: context.charset)
      page.frame.draw(drawing.frame(size), x: column.x, y: row)
    }
    writeGrades(card, on: &page, row: gradesRow, context)
    return page.frame
  }

  @discardableResult
  private func writeCentred(
    _ text: String, on page: inout Page, from row: Int, style: Style, _ context: Surroundings
  ) -> Int {
    let width = min(60, context.size.width - 4)
    var row = row
    for line in TextLayout.wrap(context.text(text), width: width, style: style) {
      guard row < page.body.maxY else { break }
      page.frame.write(line.runs, x: (context.size.width - line.width) / 2, y: row)
      row += 1
    }
    return row
  }

  private func writeGrades(
    _ card: Flashcard, on page: inout Page, row: Int, _ context: Surroundings
  ) {
    let words: [(Rating, String)] = [
      (.again, "forgot"), (.hard, "hard but right"), (.good, "knew it"), (.easy, "easy"),
    ]
    let intervals = context.learner.intervals(
      of: card.id, at: context.now, utcOffset: context.utcOffset)
    let isNarrow = context.size.width < 60
    var x = isNarrow ? 1 : Page.column(in: context.size.width).x
    for (rating, word) in words {
      let short = isNarrow && rating == .hard ? "hard" : word
      x = page.frame.write("\(rating.rawValue)", x: x, y: row, .accent, .bold)
      x = page.frame.write(" " + short, x: x, y: row)
      if showsIntervals, session?.isCram == false, let seconds = intervals[rating] {
        x = page.frame.write(" \(Self.interval(seconds))", x: x, y: row, .dim)
      }
      x += isNarrow ? 2 : 4
    }
  }

  /// Seconds as the largest unit that fits: minutes, hours or days.
  static func interval(_ seconds: Int) -> String {
    switch seconds {
    case ..<3600: "\(max(1, (seconds + 30) / 60))m"
    case ..<86400: "\((seconds + 1800) / 3600)h"
    default: "\((seconds + 43200) / 86400)d"
    }
  }

  private func summary(_ context: Surroundings) -> Frame {
    var page = Page("Cards", keys: keys(in: context), in: context)
    let column = Page.column(in: context.size.width)
    let graded = session?.graded.count ?? 0
    let missed = session?.missed ?? []
    var text = graded == 0 ? "Nothing is due, and nothing new is left for this sitting." : ""
    if graded > 0 {
      text =
        "Done: \(graded) \(graded == 1 ? "card" : "cards") graded, "
        + "\(missed.count) to see again."
    }
    text += "\nEnter practises every card now; grades then leave the schedule alone."
    var row = page.write(
      TextLayout.wrap(context.text(text), width: column.width), from: page.body.origin.y + 1,
      x: column.x)
    if !missed.isEmpty { row += 1 }
    for id in missed {
      guard row < page.body.maxY else { break }
      let card = context.course.deck.cards.first { card in
        card.id == id || card.flashcards.contains { $0.id == id }
      }
      let mark = context.charset.pick("✗ ", "x ")
      page.frame.write(mark, x: column.x, y: row, .wrong)
      page.frame.write(
        TextLayout.truncate(
          context.text(card?.prompt ?? id), width: column.width - 2,
          ellipsis: context.charset.pick("…", "~")), x: column.x + 2, y: row)
      row += 1
    }
    return page.frame
  }
}
