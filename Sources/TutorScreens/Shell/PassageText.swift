import LessonLayout
import Lessons
import Practice
import TerminalUI
import Words

/// The beginning of a passage of the lesson without its figures, for a pane beside what it is about.
struct PassageText {
  let position: ReadingPosition
  /// Whether the section's title is above the text.
  var hasTitle = true
  let context: AppContext

  /// The blocks that are laid out at most: each has a line.
  private static let most = 12

  /// The section's number and title, and the text from the position on.
  ///
  /// - Parameters:
  ///   - width: Columns.
  ///   - rows: Rows to fill.
  /// - Returns: At most that many lines; none without such a section.
  func lines(width: Int, rows: Int) -> [[Run]] {
    let lesson = context.bundle.lesson
    guard rows > 2, let index = lesson.sectionIndex(id: position.section) else { return [] }
    var text = ColumnText(width: width, context)
    if hasTitle {
      text.add(
        Words.Glossary.section(index + 1, title: lesson.sections[index].title),
        Style(.heading, .bold))
      text.addBlank()
    }
    var part = lesson.sections[index]
    part.blocks = Array(part.blocks.dropFirst(position.block).prefix(Self.most))
    part.blocks.removeAll { block in
      switch block {
      case .figure, .prediction, .exercise: true
      default: false
      }
    }
    part.notes = []
    let layout = SectionLayout(
      part, number: index + 1, width: width, shift: 0, keeping: [], context.layout)
    // Without the list of links, whose numbers are those of this part.
    let lines = layout.lines.prefix { $0.block < part.blocks.count }
    let start = lines.firstIndex { $0.block == 0 && $0.offset >= position.offset } ?? 0
    text.add(lines.dropFirst(start).map(\.runs))
    return Array(text.lines.prefix(rows))
  }
}

extension AppContext {
  /// Draws a passage of the lesson; without a position the sections.
  func drawPassage(at position: ReadingPosition?, in area: Rect, on page: inout Page) {
    let lines =
      position.map {
        PassageText(position: $0, context: self).lines(
          width: area.textWidth, rows: area.size.height)
      } ?? ContentsList(self).lines(width: area.textWidth)
    page.write(lines, in: area)
  }
}
