import Lessons
import Practice
import TerminalUI
import Words

/// Edits a card in the learner's own words; its schedule does not change.
struct RewriteScreen: Screen {
  enum Action: Sendable {
    case edit(TextField.Edit), otherField, authors, discard, leave
  }

  let name = Words.Rewrite.name
  private let card: Flashcard
  private var front: TextField
  private var back: TextField
  private var isOnBack = false

  /// Opens a card with its current text.
  init(_ card: Flashcard, _ context: AppContext) {
    self.card = card
    front = TextField(context.front(of: card))
    back = TextField(context.back(of: card))
  }

  var isTyping: Bool { true }

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    let field = isOnBack ? back : front
    let isAuthors = front.text == card.front && back.text == card.back
    return [
      KeyBinding(
        "back", isOnBack ? [.escape, .enter] : [.escape], .leave, Words.Rewrite.keep, footer: true),
      KeyBinding(
        "other-field",
        isOnBack ? [.tab, .backTab, .up, .down] : [.tab, .enter, .backTab, .up, .down], .otherField,
        isOnBack ? Words.Rewrite.toQuestion : Words.Rewrite.toAnswer, footer: true),
      KeyBinding(
        "cancel", [.control("g")], .discard, Words.Typing.discard, footer: true,
        when: isChanged(context)),
      KeyBinding(
        "clear", [.control("u")], .edit(.clear), Words.Rewrite.clear, footer: true,
        when: !field.text.isEmpty),
      KeyBinding(
        "restore", [.control("o")], .authors, Words.Rewrite.authors, footer: true, when: !isAuthors),
    ] + field.deletion(Action.edit)
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    if case .text(let text) = event { change { $0.insert(text) } }
    return .stay
  }

  mutating func handle(_ action: Action, in context: AppContext) -> TutorResponse {
    switch action {
    case .edit(let edit): change { _ = $0.edit(edit) }
    case .otherField: isOnBack.toggle()
    case .authors: (front, back) = (TextField(card.front), TextField(card.back))
    case .leave: return leave(context)
    case .discard: return .pop
    }
    return .stay
  }

  private mutating func change(_ change: (inout TextField) -> Void) {
    if isOnBack { change(&back) } else { change(&front) }
  }

  /// Whether the fields differ from what is on record.
  private func isChanged(_ context: AppContext) -> Bool {
    front.text != context.front(of: card) || back.text != context.back(of: card)
  }

  private func leave(_ context: AppContext) -> TutorResponse {
    guard isChanged(context) else { return .pop }
    let isAuthors =
      front.text == card.front && back.text == card.back || front.text.isEmpty
      || back.text.isEmpty
    return Response(
      [
        .record(
          .rewritten(
            card: card.id, front: isAuthors ? "" : front.text, back: isAuthors ? "" : back.text)),
        .tell(isAuthors ? Words.Rewrite.restored : Words.Rewrite.kept),
      ],
      then: .pop)
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    var page = Page(Words.Rewrite.title, keys: footer(in: context), in: context)
    let columns = Columns(in: context)
    let column = columns.text
    var text = ColumnText(width: column.width, context)
    var cursor = Point(x: 0, y: 0)
    for (label, field, isActive) in [
      (Words.Rewrite.front, front, !isOnBack), (Words.Rewrite.back, back, isOnBack),
    ] {
      text.add(label, isActive ? Style(.accent, .bold) : Style(.dim))
      // One more letter determines the line of the cursor after the text.
      let lines = TextLayout.wrap(context.text(field.text) + "x", width: column.width)
      if isActive {
        cursor = Point(
          x: max(0, (lines.last?.width ?? 1) - 1), y: text.lines.count + lines.count - 1)
      }
      text.add(field.text)
      text.addBlank()
    }
    let room = page.body.size.height
    let first = max(0, cursor.y - room + 1)
    for (row, runs) in text.lines.dropFirst(first).prefix(room).enumerated() {
      page.frame.write(runs, x: column.x, y: page.body.origin.y + row)
    }
    page.frame.cursor = Point(x: column.x + cursor.x, y: page.body.origin.y + cursor.y - first)
    if let side = columns.side { drawOriginal(in: side, on: &page, context) }
    return page.frame
  }

  /// Draws the author's words and the explanation.
  private func drawOriginal(in area: Rect, on page: inout Page, _ context: AppContext) {
    var text = ColumnText(width: area.textWidth, context)
    text.add(Words.Rewrite.original, Style(.dim))
    text.add(card.front, Style(.text, .bold))
    text.addBlank()
    text.add(card.back, Style(.accent, .bold))
    text.addBlank()
    text.add(card.card.explanation)
    page.write(text.lines, in: area)
  }
}
