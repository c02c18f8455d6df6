import LessonLayout
import Lessons
import Practice
import TerminalUI
import Words

/// The prompts of the reader: searches and names of bookmarks.
extension ReaderScreen {
  /// Performs an edit in the prompt.
  mutating func edit(_ edit: TextField.Edit, _ context: AppContext) -> TutorResponse {
    guard case .typing(var prompt) = mode else { return .stay }
    switch prompt.field.edit(edit) {
    case .editing:
      mode = .typing(prompt)
      return .stay
    case .cancelled:
      mode = .reading
      return .stay
    case .done:
      mode = .reading
      return accept(prompt.field.text, for: prompt.purpose, context)
    }
  }

  private mutating func accept(
    _ words: String, for purpose: ReaderPrompt.Purpose, _ context: AppContext
  ) -> TutorResponse {
    if case .answer(let question) = purpose {
      return words.isEmpty
        ? .stay : answer(question, context) { $0.give(words, to: question, in: context) }
    }
    if case .search = purpose {
      search = TextSearch(query: words)
      text?.mark(search)
      match = nil
      return words.isEmpty ? .stay : find(forward: true, context)
    }
    let name = words.isEmpty ? context.bundle.lesson.sections[section].title : words
    return Response([
      .record(.bookmark(name: name, position: position(context))),
      .tell(Words.Reader.bookmarked(name, context.keyNames)),
    ])
  }

  /// Goes to the next match, in this section or another.
  mutating func find(forward: Bool, _ context: AppContext) -> TutorResponse {
    guard !search.query.isEmpty, let text else {
      return .perform(.tell(Words.Reader.noSearch(context.keyNames)))
    }
    let here = position(context)
    if let next = text.nextMatch(after: match, from: top, forward: forward) {
      match = next
      showMatch(context)
      return .stay
    }
    return seek(SectionSweep(isForward: forward, here: here), context)
  }

  /// Searches the remaining sections of a sweep for a bounded time.
  mutating func seek(_ sweep: SectionSweep, _ context: AppContext) -> TutorResponse {
    var sweep = sweep
    var lines = 0
    while let index = sweep.next(
      from: section, of: context.bundle.lesson.sections.count)
    {
      let other = SectionText(index, shift: 0, keeping: nil, search: search, in: context)
      if let found = sweep.isForward ? other.found.first : other.found.last {
        return show(found.match, inSection: index, after: sweep, context)
      }
      lines += other.lines.count
      guard lines < SectionSweep.linesPerTick else {
        mode = .seeking(sweep)
        return .stay
      }
    }
    return .perform(.tell(Words.Reader.notFound(search.query)))
  }

  private mutating func show(
    _ found: Int, inSection index: Int, after sweep: SectionSweep, _ context: AppContext
  ) -> TutorResponse {
    let wraps = sweep.isForward ? index <= section : index >= section
    if index != section { trail.append(sweep.here) }
    shift = 0
    layOut(index, context)
    match = found
    showMatch(context)
    return Response(
      [.record(.position(position(context)))] + (wraps ? [.tell(Words.Reader.searchWrapped)] : []))
  }

  /// Forgets the search.
  mutating func endSearch() {
    search = TextSearch(query: "")
    text?.mark(search)
    match = nil
  }

  mutating func showMatch(_ context: AppContext) {
    guard let text, let match, let segment = text.found.first(where: { $0.match == match }) else {
      return
    }
    if !visible(context).contains(segment.line) {
      top = min(lastTop(context), max(0, segment.line - rows(context) / 3))
    }
  }
}

/// The progress of a search through all sections of a lesson, wrapping around once.
struct SectionSweep: Sendable {
  /// The number of lines up to which sections are searched in one step.
  static let linesPerTick = 4000

  let isForward: Bool
  /// The learner's position at the start of the search.
  let here: ReadingPosition
  private var step = 0

  /// Makes a sweep.
  init(isForward: Bool, here: ReadingPosition) {
    self.isForward = isForward
    self.here = here
  }

  /// The next section to search; nil once all sections were searched.
  mutating func next(from section: Int, of count: Int) -> Int? {
    guard step < count else { return nil }
    step += 1
    return (section + (isForward ? step : count - step)) % count
  }
}
