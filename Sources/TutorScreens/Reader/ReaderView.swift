import LessonLayout
import Lessons
import Practice
import TerminalUI
import Words

/// Draws a page of the lesson.
struct ReaderView {
  let text: SectionText
  /// The visible lines.
  let view: Range<Int>
  /// The index of the current match.
  let match: Int?
  /// The index of the selected term.
  let term: Int?
  /// The lines of the link to an instrument that has focus.
  let instrument: Range<Int>?
  /// Whether a search is going through other sections.
  let isSeeking: Bool
  /// The contents, for the pane of a wide window.
  let contents: [[Run]]
  let keys: [KeyHint]
  let context: AppContext

  private var top: Int { view.lowerBound }

  /// Draws header, text, search matches, and the learner's note.
  func page() -> Page {
    var page = Page(title, status: status, keys: keys, in: context)
    let column = Columns(in: context).text
    for (row, line) in text.lines[view].enumerated() {
      page.frame.write(line.runs, x: column.x, y: page.body.origin.y + row)
      guard instrument?.contains(top + row) == true else { continue }
      let width = line.runs.reduce(0) { $0 + $1.text.displayWidth } - line.indent
      page.frame.restyle(
        Rect(x: column.x + line.indent, y: page.body.origin.y + row, width: width, height: 1)
      ) { $0 = Style(.selection, .bold) }
    }
    markTerms(on: &page, column.x)
    for segment in text.found where view.contains(segment.line) {
      let area = Rect(
        x: column.x + segment.x, y: page.body.origin.y + segment.line - top,
        width: segment.width, height: 1)
      let isCurrent = segment.match == match
      page.frame.restyle(area) { style in
        style = isCurrent ? Style(.selection, .bold) : Style(.accent, [.underline, .bold])
      }
    }
    if let side = ReaderSide(of: text.id, context) {
      draw(side, on: &page)
    } else {
      drawNote(on: &page, column)
    }
    return page
  }

  /// Draws the figure beside the text and, as far as there is room, the contents and the definition of the marked term.
  private func draw(_ side: ReaderSide, on page: inout Page) {
    var rest = side.area
    if let pinned = text.pinned {
      rest = page.write(pinned.lines + [[]], in: rest)
    }
    if contents.count <= rest.size.height { rest = page.write(contents + [[]], in: rest) }
    if let term, text.marked.indices.contains(term) {
      var definition = ColumnText(width: rest.textWidth, context)
      TermWays(text.marked[term].term).add(to: &definition, context)
      if definition.lines.count <= rest.size.height { page.write(definition.lines, in: rest) }
    }
    let note = Rect(
      x: rest.origin.x, y: side.area.maxY + 1, width: rest.size.width, height: side.note.count)
    page.write(side.note, in: note)
  }

  /// Underlines the terms of the glossary.
  private func markTerms(on page: inout Page, _ x: Int) {
    for (index, marked) in text.marked.enumerated() {
      for segment in marked.segments where view.contains(segment.line) {
        let area = Rect(
          x: x + segment.x, y: page.body.origin.y + segment.line - top, width: segment.width,
          height: 1)
        page.frame.restyle(area) { style in
          if index == term { style = Style(.selection, .bold) }
          style.attributes.insert(.underline)
        }
      }
    }
  }

  private var title: String {
    let lesson = context.bundle.lesson
    let number = text.terms.section
    let place = "\(number + 1) \(lesson.sections[number].title)"
    guard context.size.width >= 60 else { return place }
    return lesson.title + context.charset.pick(" › ", " > ") + place
  }

  private var status: String {
    if isSeeking { return context.text(Words.Reader.searching) }
    if context.isPlain {
      let isRead = context.learner.sectionsRead.contains(text.id)
      let hasNote = context.learner.notes[text.id] != nil
      return
        (searched
        + [isRead ? Words.Contents.isRead : nil, hasNote ? Words.Reader.hasNote : nil]
        .compactMap { $0 }).joined(separator: ", ")
    }
    let end = view.upperBound
    let percent = text.lines.isEmpty ? 100 : min(100, end * 100 / text.lines.count)
    let marks = [
      context.learner.sectionsRead.contains(text.id) ? "✓" : nil,
      context.learner.notes[text.id] != nil ? Words.Reader.hasNote : nil,
      end < text.lines.count ? context.charset.pick("↓", "...") : nil,
    ]
    return (searched + marks.compactMap { $0 } + ["\(percent) %"]).joined(separator: " ")
  }

  /// The number of the current match among those of the section.
  private var searched: [String] {
    guard let match, let last = text.found.last?.match else { return [] }
    return [Words.Reader.match(match + 1, of: last + 1) + " "]
  }

  /// Draws the learner's note in the right margin if there is one.
  private func drawNote(on page: inout Page, _ column: (x: Int, width: Int)) {
    guard !context.isPlain else { return }
    let x = column.x + column.width + 3
    let width = context.size.width - x - 1
    guard width >= 18, let note = context.learner.notes[text.id] else { return }
    let lines =
      [TextLine([Run(Words.Reader.yourNote, .dim)])]
      + TextLayout.wrap(context.text(note), width: width, style: Style(.quote))
    page.write(Array(lines.prefix(page.body.size.height)), from: page.body.origin.y, x: x)
  }
}
