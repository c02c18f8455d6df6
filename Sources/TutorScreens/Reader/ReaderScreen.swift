import Lessons
import Practice
import TerminalUI

/// The lesson, a section at a time.
struct ReaderScreen: Screen {
  let name = "Lesson"
  private let wanted: Int?
  private var section = 0
  private var lines: [SectionLine] = []
  private var top = 0
  private var shift = 0
  private var laidOut: LaidOut?

  /// What the present layout was made for.
  private struct LaidOut: Equatable {
    var size: Size
    var charset: Charset
    var section: Int
    var shift: Int
  }

  /// Opens a section from its beginning, or the lesson where the learner left it.
  init(section: Int?) { wanted = section }

  func keys(in context: Surroundings) -> [KeyBinding] {
    [
      KeyBinding([.space, .pageDown], "next page", footer: true),
      KeyBinding([.character("b"), .pageUp], "back", footer: true),
      KeyBinding("t", "contents", footer: true),
      KeyBinding("c", "cards", footer: true),
      KeyBinding([.down, .up], "a line", label: "↓ ↑ j k"),
      KeyBinding([.right, .left], "next or last section", label: "→ ← l h"),
      KeyBinding([.character("g"), .character("G")], "top, bottom", label: "g G"),
      KeyBinding([.shiftRight, .shiftLeft], "move long code lines", label: "> <"),
      KeyBinding("q", "home", footer: true),
    ]
  }

  mutating func update(_ event: Event, in context: Surroundings) -> TutorResponse {
    switch event {
    case .appeared: appear(context)
    case .key(let key): return press(key, context)
    case .tick, .performed: break
    }
    return .stay
  }

  private mutating func appear(_ context: Surroundings) {
    if laidOut == nil {
      let position = context.learner.position
      if let wanted {
        section = min(wanted, context.course.lesson.sections.count - 1)
      } else if let position,
        let index = context.course.lesson.sectionIndex(id: position.section)
      {
        section = index
        layOut(context)
        top = line(at: position)
        return
      }
    }
    layOut(context)
  }

  /// Lays the section out if anything has changed, and keeps the sentence at the top.
  private mutating func layOut(_ context: Surroundings) {
    let wanted = LaidOut(
      size: context.size, charset: context.charset, section: section, shift: shift)
    guard laidOut != wanted else { return }
    let place = laidOut?.section == section ? position(context) : nil
    let width = Page.column(in: context.size.width).width
    lines = SectionLayout.lines(
      of: context.course.lesson.sections[section], width: width, shift: shift, in: context)
    laidOut = wanted
    top = place.map { line(at: $0) } ?? 0
  }

  /// The last line that begins at a place or before it.
  private func line(at position: ReadingPosition) -> Int {
    lines.lastIndex {
      ($0.block, $0.offset) <= (position.block, position.offset) && !$0.runs.isEmpty
    } ?? 0
  }

  private func position(_ context: Surroundings) -> ReadingPosition {
    let sections = context.course.lesson.sections
    let line = lines.dropFirst(top).first { !$0.runs.isEmpty }
    return ReadingPosition(
      section: sections[section].id, block: line?.block ?? 0, offset: line?.offset ?? 0)
  }

  private func rows(_ context: Surroundings) -> Int { max(1, context.size.height - 4) }
  private func lastTop(_ context: Surroundings) -> Int { max(0, lines.count - rows(context)) }

  private mutating func press(_ key: Key, _ context: Surroundings) -> TutorResponse {
    let page = max(1, rows(context) - 1)
    switch key {
    case _ where key.leaves: return Response([.record(.position(position(context)))], then: .pop)
    case _ where key.pagesDown:
      if top >= lastTop(context) { return finish(context) }
      top = min(lastTop(context), top + page)
      return .perform(.record(.position(position(context))))
    case _ where key.pagesUp:
      if top == 0, section > 0 { return move(to: section - 1, atEnd: true, context) }
      top = max(0, top - page)
      return .perform(.record(.position(position(context))))
    case _ where key.goesDown: top = min(lastTop(context), top + 1)
    case _ where key.goesUp: top = max(0, top - 1)
    case _ where key.goesRight: return move(to: section + 1, context)
    case _ where key.goesLeft: return move(to: section - 1, context)
    case .character("g"), .home: top = 0
    case .character("G"), .end: top = lastTop(context)
    case .shiftRight, .character(">"):
      shift += 8
      layOut(context)
    case .shiftLeft, .character("<"):
      shift = max(0, shift - 8)
      layOut(context)
    case .character("t"):
      return Response(
        [.record(.position(position(context)))],
        then: .replace(ContentsScreen(openIn: section)))
    case .character("c"): return .push(CardsScreen())
    case .character("p"): return .push(PlotScreen())
    default: break
    }
    return .stay
  }

  /// The section has been read to its end: that is noted, and the next one begins.
  private mutating func finish(_ context: Surroundings) -> TutorResponse {
    let sections = context.course.lesson.sections
    var effects: [Effect] = []
    if !context.learner.sectionsRead.contains(sections[section].id) {
      effects.append(.record(.sectionRead(sections[section].id)))
    }
    guard section + 1 < sections.count else {
      effects.append(.record(.position(position(context))))
      return Response(effects, then: .pop)
    }
    let moved = move(to: section + 1, context)
    return Response(effects + moved.effects)
  }

  private mutating func move(
    to index: Int, atEnd: Bool = false, _ context: Surroundings
  ) -> TutorResponse {
    guard context.course.lesson.sections.indices.contains(index) else { return .stay }
    section = index
    shift = 0
    layOut(context)
    top = atEnd ? lastTop(context) : 0
    return .perform(.record(.position(position(context))))
  }

  func view(in context: Surroundings) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    let lesson = context.course.lesson
    let current = lesson.sections[section]
    let end = top + rows(context)
    let percent = lines.isEmpty ? 100 : min(100, end * 100 / lines.count)
    let isRead = context.learner.sectionsRead.contains(current.id)
    let wide = context.size.width >= 60
    let title =
      (wide ? lesson.title + context.charset.pick(" › ", " > ") : "")
      + "\(section + 1) \(current.title)"
    let more = end < lines.count ? "↓ " : ""
    var page = Page(
      title, status: "\(isRead ? "✓ " : "")\(more)\(percent) %", keys: keys(in: context),
      in: context)
    let column = Page.column(in: context.size.width)
    for (row, line) in lines.dropFirst(top).prefix(rows(context)).enumerated() {
      page.frame.write(line.runs, x: column.x, y: page.body.origin.y + row)
    }
    return page.frame
  }
}
