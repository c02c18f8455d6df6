import LessonLayout
import Lessons
import Practice
import TerminalUI
import Words

/// The figure beside the text of a section, as it was drawn last.
struct PinnedFigure: Sendable {
  /// Its index among the section's figures.
  let figure: Int
  /// The size that it was drawn for.
  let size: Size
  let lines: [[Run]]
}

/// The pane beside the text: the figure or the contents, and under it the learner's note.
struct ReaderSide {
  let area: Rect
  /// The lines of the note, with its heading.
  let note: [[Run]]

  /// Divides the pane beside a section; nil without one.
  init?(of section: String, _ context: AppContext) {
    guard let side = Columns(in: context).side else { return nil }
    guard let text = context.learner.notes[section] else {
      (area, note) = (side, [])
      return
    }
    let lines = TextLayout.wrap(
      context.text(text), width: side.textWidth, style: Style(.quote))
    note = Array(
      ([[Run(Words.Reader.yourNote, .dim)]] + lines.map(\.runs)).prefix(side.size.height / 4))
    area = Rect(
      x: side.origin.x, y: side.origin.y, width: side.size.width,
      height: side.size.height - note.count - 1)
  }
}

/// The contents beside the text, as they were laid out last.
struct SideContents: Sendable {
  /// What the lines depend on.
  struct Terms: Equatable, Sendable {
    var section: Int
    var width: Int
    var charset: Charset
    var courseVersion: Int
    var sectionsRead: Int
    var answers: Int
  }

  private(set) var lines: [[Run]] = []
  private var terms: Terms?

  /// Lays the contents out again if something has changed.
  mutating func update(current: Int, width: Int, _ context: AppContext) {
    let wanted = Terms(
      section: current, width: width, charset: context.charset,
      courseVersion: context.courseVersion, sectionsRead: context.learner.sectionsRead.count,
      answers: context.learner.lastAnswers.count)
    guard terms != wanted else { return }
    terms = wanted
    lines = ContentsList(context, current: current).lines(width: width)
  }
}

extension SectionText {
  /// The figure that belongs beside some lines: the first one whose title is among these or, without one, the last one
  /// before them.
  ///
  /// While questions are in view there is none but a figure of the same page, because it would answer them.
  func figure(beside view: Range<Int>) -> Int? {
    let first = figures.firstIndex { !$0.isHidden && view.contains($0.rows.lowerBound) }
    if let first { return first }
    if let start = checksStart, start < view.upperBound { return nil }
    return figures.lastIndex { !$0.isHidden && $0.rows.lowerBound < view.lowerBound }
  }
}

extension ReaderScreen {
  /// Whether a figure has focus.
  var isFocused: Bool {
    if case .focused = mode { true } else { false }
  }

  /// Pins the figure that belongs to the page beside it, or shows the contents there, in wide windows.
  ///
  /// The figure changes with the page. While the text is scrolled by lines, it stays as long as its title is in view.
  mutating func pinFigure(from before: (section: Int, top: Int), _ context: AppContext) {
    guard context.isWide, let side = text.flatMap({ ReaderSide(of: $0.id, context) }) else {
      return
    }
    let (wanted, isFocused) = (wantedFigure(from: before, context), isFocused)
    if wanted != text?.pinned?.figure || wanted != nil && side.area.size != text?.pinned?.size {
      text?.pin(wanted, isFocused: isFocused, context)
    }
    let used = text?.pinned.map { $0.lines.count + 1 } ?? 0
    if used + context.bundle.lesson.sections.count + 2 <= side.area.size.height {
      contents.update(current: section, width: side.area.textWidth, context)
    }
  }

  private func wantedFigure(
    from before: (section: Int, top: Int), _ context: AppContext
  ) -> Int? {
    guard let text else { return nil }
    if case .focused(let figure) = mode { return figure }
    let view = visible(context)
    let isScrolled =
      !isPage && before.section == section && abs(before.top - top) <= rows(context) / 2
    if isScrolled, let pinned = text.pinned?.figure,
      view.contains(text.figures[pinned].rows.lowerBound)
    {
      return pinned
    }
    return before == (section, top) && text.pinned != nil
      ? text.pinned?.figure : text.figure(beside: view)
  }
}
