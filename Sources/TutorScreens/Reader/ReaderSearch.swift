import LessonLayout
import Lessons
import Practice
import TerminalUI
import Words

/// What is typed into the reader: searches and the names of bookmarks.
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
    if purpose == .search {
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
      return .perform(.tell(Words.Reader.nothingSought(context.keyNames)))
    }
    let here = position(context)
    if let next = text.nextMatch(after: match, from: top, forward: forward) {
      match = next
      showMatch(context)
      return .stay
    }
    let count = context.bundle.lesson.sections.count
    for step in 1...count {
      let index = (section + (forward ? step : count - step % count)) % count
      let other = SectionText(index, shift: 0, keeping: nil, search: search, in: context)
      guard let found = forward ? other.found.first : other.found.last else { continue }
      let wraps = forward ? index <= section : index >= section
      if index != section { trail.append(here) }
      shift = 0
      layOut(index, context)
      match = found.match
      showMatch(context)
      return Response(
        [.record(.position(position(context)))]
          + (wraps ? [.tell(Words.Reader.wentRound)] : []))
    }
    return .perform(.tell(Words.Reader.notFound(search.query)))
  }

  mutating func showMatch(_ context: AppContext) {
    guard let text, let match, let segment = text.found.first(where: { $0.match == match }) else {
      return
    }
    if segment.line < top || segment.line >= top + rows(context) {
      top = min(lastTop(context), max(0, segment.line - rows(context) / 3))
    }
  }
}
