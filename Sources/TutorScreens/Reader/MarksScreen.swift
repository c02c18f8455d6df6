import Lessons
import Practice
import TerminalUI
import Words

/// Bookmarks and notes.
struct MarksScreen: Screen {
  private enum Entry {
    case bookmark(Bookmark)
    case note(section: Int, String)
  }

  enum Action: Sendable {
    case move(Move), open, delete, leave
  }

  let name = Words.Marks.name
  private let trail: [ReadingPosition]
  private var selected = 0

  /// Opens the list.
  ///
  /// - Parameter trail: Positions to go back to; the last one is the reader's. Empty if the list was not opened from
  ///   the lesson.
  init(trail: [ReadingPosition] = []) { self.trail = trail }

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    let count = entries(context).count
    return [
      KeyBinding(
        "open", [.enter, .space], .open, Words.Common.goThere, footer: true, when: count > 0),
      KeyBinding(
        "remove", ["x", .delete], .delete, Words.Marks.delete, footer: true, when: count > 0),
      .move(Action.move, when: count > 1),
      KeyBinding("back", [.escape, "q", "'", .backspace], .leave, Words.Common.back, footer: true),
    ]
  }

  private func entries(_ context: AppContext) -> [Entry] {
    let sections = context.bundle.lesson.sections
    let notes = sections.indices.compactMap { index in
      context.learner.notes[sections[index].id].map { Entry.note(section: index, $0) }
    }
    return context.learner.bookmarks.map(Entry.bookmark) + notes
  }

  mutating func handle(_ action: Action, in context: AppContext) -> TutorResponse {
    let entries = entries(context)
    // Another window may have deleted some.
    selected = min(selected, max(0, entries.count - 1))
    switch action {
    case .move(let move): selected = move.from(selected, of: entries.count)
    case .open: return entries.isEmpty ? .stay : go(to: entries[selected])
    case .delete: return entries.isEmpty ? .stay : delete(entries[selected], context)
    case .leave:
      return trail.isEmpty ? .pop : .replace(.lesson(.lastPosition, trail: trail.dropLast()))
    }
    return .stay
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    selected = min(selected, max(0, entries(context).count - 1))
    return .stay
  }

  private func go(to entry: Entry) -> TutorResponse {
    switch entry {
    case .bookmark(let bookmark):
      .replace(.lesson(.position(bookmark.position), trail: trail))
    case .note(let section, _): .replace(.lesson(.section(section), trail: trail))
    }
  }

  private func delete(_ entry: Entry, _ context: AppContext) -> TutorResponse {
    switch entry {
    case .bookmark(let bookmark): .perform(.record(.bookmarkRemoved(event: bookmark.id)))
    case .note(let section, _):
      .perform(
        .record(.note(section: context.bundle.lesson.sections[section].id, text: "")))
    }
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    let entries = entries(context)
    var page = Page(name, keys: footer(in: context), in: context)
    let columns = Columns(in: context)
    let column = columns.text
    var text = ColumnText(width: column.width, context)
    var selectedLine = 0
    if entries.isEmpty { text.add(Words.Marks.empty(context.keyNames)) }
    for (index, entry) in entries.enumerated() {
      let isSelected = index == selected
      if isSelected { selectedLine = text.lines.count }
      let mark = Run(isSelected ? context.charset.pick("▸ ", "> ") : "  ", .accent, .bold)
      add(
        entry, to: &text, marker: mark, style: isSelected ? Style(.selection, .bold) : .plain,
        context)
    }
    let rows = page.body.size.height
    var scroll = Scroll()
    scroll.show(selectedLine + 1, lines: text.lines.count, rows: rows)
    scroll.draw(
      text.lines, on: &page, rows: page.body.origin.y..<page.body.maxY, x: column.x,
      context.charset)
    if let side = columns.side {
      let position =
        entries.indices.contains(selected) ? position(of: entries[selected], context) : nil
      context.drawPassage(at: position, in: side, on: &page)
    }
    return page.frame
  }

  /// The place that an entry is about.
  private func position(of entry: Entry, _ context: AppContext) -> ReadingPosition {
    switch entry {
    case .bookmark(let bookmark): bookmark.position
    case .note(let section, _):
      ReadingPosition(section: context.bundle.lesson.sections[section].id, block: 0, offset: 0)
    }
  }

  private func add(
    _ entry: Entry, to text: inout ColumnText, marker: Run, style: Style, _ context: AppContext
  ) {
    let lesson = context.bundle.lesson
    switch entry {
    case .bookmark(let bookmark):
      let index = lesson.sectionIndex(id: bookmark.position.section)
      let place =
        index.map { "\($0 + 1) \(lesson.sections[$0].title)" } ?? Words.Marks.sectionGone
      text.add(bookmark.name, style, marker: [marker])
      text.add(place, Style(.dim), marker: [Run("  ")])
    case .note(let section, let note):
      let title = Words.Marks.note(on: section + 1, title: lesson.sections[section].title)
      text.add(title, style, marker: [marker])
      text.add(note, Style(.quote), marker: [Run("  ")])
    }
  }
}
