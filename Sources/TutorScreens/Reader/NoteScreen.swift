import Lessons
import Practice
import TerminalUI
import Words

/// An editor for the note on a section; leaving it saves the text.
struct NoteScreen: Screen {
  enum Action: Sendable {
    case leave, discard, clear, newLine, deleteBackward, deleteForward
    case step(Int), line(Int), lineStart, lineEnd
  }

  let name = Words.Marks.noteName
  private let section: Int
  private let before: String
  private var letters: [Character]
  /// The number of letters before the cursor.
  private var cursor: Int

  private static let longest = 4000

  /// Opens the note on a section.
  init(section: Int, _ context: AppContext) {
    self.section = section
    before = context.learner.notes[context.bundle.lesson.sections[section].id] ?? ""
    isOverlay = Self.hasText(context)
    letters = Array(before)
    cursor = letters.count
  }

  var isTyping: Bool { true }
  var takesLines: Bool { true }

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    typealias Does = Words.Typing
    let isEmpty = letters.isEmpty
    return [
      KeyBinding("back", [.escape, .control("s")], .leave, Words.Marks.keep, footer: true),
      KeyBinding(
        "cancel", [.control("g")], .discard, Words.Typing.discard, footer: true,
        when: String(letters) != before),
      KeyBinding("clear", [.control("u")], .clear, Words.Marks.clear, footer: true, when: !isEmpty),
      KeyBinding("new-line", [.enter], .newLine, Does.newLine),
      KeyBinding(
        "delete", [.backspace, .control("h")], .deleteBackward, Does.delete, when: cursor > 0),
      KeyBinding(
        "delete-forward", [.delete], .deleteForward, Does.deleteForward,
        when: cursor < letters.count),
      KeyBinding(
        [
          ("left", [.left], .step(-1)), ("right", [.right], .step(1)), ("up", [.up], .line(-1)),
          ("down", [.down], .line(1)),
        ],
        Words.Common.move, when: !isEmpty),
      KeyBinding(
        [("first", [.home], .lineStart), ("last", [.end], .lineEnd)], Does.lineEnds,
        when: lineStart < lineEnd),
    ]
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    switch event {
    case .appeared: isOverlay = Self.hasText(context)
    case .text(let text): insert(text)
    case .key, .pointer, .tick, .answered: break
    }
    return .stay
  }

  mutating func handle(_ action: Action, in context: AppContext) -> TutorResponse {
    switch action {
    case .leave: return leave(context)
    case .discard: return .pop
    case .clear: (letters, cursor) = ([], 0)
    case .newLine: insert("\n")
    case .deleteBackward:
      letters.remove(at: cursor - 1)
      cursor -= 1
      join(at: cursor)
    case .deleteForward:
      letters.remove(at: cursor)
      join(at: cursor)
    case .step(let distance): cursor = max(0, min(letters.count, cursor + distance))
    case .line(let direction): moveLine(direction)
    case .lineStart: cursor = lineStart
    case .lineEnd: cursor = lineEnd
    }
    return .stay
  }

  private var lineStart: Int { letters[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0 }
  private var lineEnd: Int { letters[cursor...].firstIndex(of: "\n") ?? letters.count }

  private mutating func insert(_ text: String) {
    let added = text.prefix(max(0, Self.longest - letters.count))
    letters.insert(contentsOf: added, at: cursor)
    let start = cursor
    cursor += added.count
    join(at: start)
    join(at: cursor)
  }

  /// Merges two neighbours that form one letter, such as a consonant and a vowel sign typed after it.
  private mutating func join(at index: Int) {
    guard letters.indices.contains(index), index > 0 else { return }
    let text = String(letters[index - 1]) + String(letters[index])
    guard text.count == 1, let letter = text.first else { return }
    letters[index - 1] = letter
    letters.remove(at: index)
    if cursor > index { cursor -= 1 }
  }

  private mutating func moveLine(_ direction: Int) {
    let start = lineStart
    let column = cursor - start
    if direction < 0 {
      guard start > 0 else { return cursor = 0 }
      let above = letters[..<(start - 1)].lastIndex(of: "\n").map { $0 + 1 } ?? 0
      cursor = min(above + column, start - 1)
    } else {
      guard let end = letters[cursor...].firstIndex(of: "\n") else { return cursor = letters.count }
      let after = letters[(end + 1)...].firstIndex(of: "\n") ?? letters.count
      cursor = min(end + 1 + column, after)
    }
  }

  private func leave(_ context: AppContext) -> TutorResponse {
    var text = String(letters)
    while text.last?.isWhitespace == true { text.removeLast() }
    guard text != before else { return .pop }
    let id = context.bundle.lesson.sections[section].id
    return Response(
      [
        .record(.note(section: id, text: text)),
        .tell(text.isEmpty ? Words.Marks.noteDeleted : Words.Marks.noteKept),
      ],
      then: .pop)
  }

  /// Whether the text of the lesson is beside or above the note.
  private(set) var isOverlay: Bool

  /// Whether the window has room for the text of the lesson.
  private static func hasText(_ context: AppContext) -> Bool {
    context.isWide || !context.isPlain && context.size.height >= 20
  }

  /// The note at the right of the text, or under its first rows.
  func view(over below: Frame, in context: AppContext) -> Frame {
    var frame = view(in: context)
    guard Self.hasText(context), below.size == frame.size else { return frame }
    let side = Columns(in: context).side
    let rows = 2..<(side?.maxY ?? noteStart(context) - 1)
    for y in rows {
      for x in 0..<(side.map { $0.origin.x - 2 } ?? frame.size.width) {
        guard let cell = below[x, y], cell.width > 0 else { continue }
        frame.write(cell.text, x: x, y: y, style: cell.style)
      }
    }
    return frame
  }

  /// The first row of a note under the text.
  private func noteStart(_ context: AppContext) -> Int { context.size.height / 2 + 1 }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    let title = Words.Marks.note(
      on: section + 1, title: context.bundle.lesson.sections[section].title)
    var page = Page(title, keys: footer(in: context), in: context)
    let area = area(on: &page, context)
    // A zero-width break gives the position after the last letter a line.
    let lines = TextLayout.wrap(
      context.text(String(letters)) + "\u{200B}", width: area.size.width)
    let spot = place(in: lines, width: area.size.width, context)
    let first = max(0, spot.y - area.size.height + 1)
    page.write(lines.dropFirst(first).map(\.runs), in: area)
    page.frame.cursor = Point(x: area.origin.x + spot.x, y: area.origin.y + spot.y - first)
    return page.frame
  }

  /// The area of the text, in a box at the right if the text of the lesson is beside it.
  private func area(on page: inout Page, _ context: AppContext) -> Rect {
    let columns = Columns(in: context)
    guard let side = columns.side else {
      let (x, width) = columns.text
      guard Self.hasText(context) else {
        return Rect(x: x, y: page.body.origin.y, width: width, height: page.body.size.height)
      }
      let start = noteStart(context)
      page.frame.write(
        String(repeating: context.charset.pick("─", "-"), count: page.frame.size.width), x: 0,
        y: start - 1, .axis)
      return Rect(x: x, y: start, width: width, height: page.body.maxY - start)
    }
    let area = Rect(
      x: side.origin.x, y: side.origin.y + 1, width: min(72, side.size.width - 2),
      height: side.size.height - 2)
    page.drawBox(area.inset(columns: -2, rows: -1), Style(.axis), context.charset)
    return area
  }

  /// The position of the cursor in the wrapped text.
  private func place(in lines: [TextLine], width: Int, _ context: AppContext) -> Point {
    let before = context.text(String(letters[..<cursor])).count
    let row = lines.lastIndex { $0.offset <= before } ?? 0
    let text = lines.indices.contains(row) ? lines[row].text : ""
    let offset = before - (lines.indices.contains(row) ? lines[row].offset : 0)
    // Spaces dropped at a break are after the line's text.
    let column = String(text.prefix(offset)).displayWidth + max(0, offset - text.count)
    return Point(x: max(0, min(width - 1, column)), y: row)
  }
}
