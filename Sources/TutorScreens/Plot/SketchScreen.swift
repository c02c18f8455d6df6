import Figures
import Lessons
import Practice
import Sketching
import TerminalUI
import Words

/// A sketch of a curve on an empty plot, without any grade.
struct SketchScreen: Screen {
  enum Action: Sendable {
    case sketch(SketchInstrument.Action), again, scroll(Move), leave
    case enter, delete, clear
  }

  let name = Words.Sketch.name
  private var sketch: SketchInstrument
  /// Whether values are typed instead of moving handles, as in plain text.
  private let typesValues: Bool
  /// The value that is being typed.
  private var text = ""
  private var isUnreadable = false
  private var scroll = Scroll()

  init(_ target: SketchTarget, _ context: AppContext) {
    sketch = SketchInstrument(target)
    typesValues = context.isPlain
  }

  var isTyping: Bool { typesValues && !sketch.isShown }

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    if isTyping {
      return [
        KeyBinding(
          "submit", [.enter], .enter, Words.Quiz.answer, footer: true, when: !text.isEmpty),
        KeyBinding(
          "delete", [.backspace, .control("h")], .delete, Words.Typing.delete, when: !text.isEmpty),
        KeyBinding("clear", [.control("u")], .clear, Words.Typing.clear, when: !text.isEmpty),
      ] + [KeyBinding.back(.leave).without(["q", .backspace])].compactMap(\.self)
    }
    let scrolling = KeyBinding.scroll(
      Action.scroll, when: sketch.isShown && lines(context).count > textRows(context))
    return sketch.bindings.map { $0.map(Action.sketch) } + [
      KeyBinding(
        "restart", [.space], .again, Words.Sketch.again, footer: true, when: sketch.isShown)
    ] + (sketch.isShown ? [scrolling] : []) + [.back(.leave)]
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    switch event {
    case .pointer(let pointer):
      if pointer.kind == .press || pointer.kind == .drag {
        sketch.set(pointer.cell, in: plotArea(context), context.charset)
      }
    case .text(let added):
      isUnreadable = false
      text += added.prefix(max(0, 20 - text.count))
    case .appeared, .key, .tick, .answered: break
    }
    return .stay
  }

  mutating func handle(_ action: Action, in context: AppContext) -> TutorResponse {
    switch action {
    case .sketch(let action): sketch.perform(action)
    case .again:
      sketch.hide()
      scroll = Scroll()
      if typesValues { sketch = SketchInstrument(sketch.target) }
    case .enter: enter()
    case .delete: _ = text.popLast()
    case .clear: text = ""
    case .scroll(let move):
      scroll.move(move, lines: lines(context).count, rows: textRows(context))
    case .leave: return .pop
    }
    return .stay
  }

  /// Takes the value that was typed.
  private mutating func enter() {
    guard let value = NumericQuestion.number(text) else {
      isUnreadable = true
      return
    }
    text = ""
    if sketch.enter(value) { sketch.show() }
  }

  // MARK: Drawing

  /// The lines under the plot.
  private func lines(_ context: AppContext) -> [[Run]] {
    var text = ColumnText(width: max(1, min(72, context.size.width - 2)), context)
    guard sketch.isShown else {
      text.add(sketch.handleLine, Style(.accent))
      return text.lines
    }
    add(to: &text, context)
    return text.lines
  }

  /// Adds the gap, and what is missing.
  private func add(to text: inout ColumnText, _ context: AppContext) {
    if let mistake = sketch.mistake {
      text.add(mistake: mistake, yourAnswer: nil, context)
    } else if context.isPlain {
      text.add(Words.Questions.isRight(yourAnswer: nil))
    } else {
      text.add(context.rightMark + Words.Questions.isRight, Style(.right, .bold))
    }
    if let gap = sketch.gapLine { text.add(gap, Style(.dim)) }
  }

  /// The rows under the plot, of which the plot leaves at least one.
  private func textRows(_ context: AppContext) -> Int {
    let rows = max(0, context.size.height - 4)
    let needed = sketch.isShown ? lines(context).count : 1
    return min(needed, max(1, rows - 5))
  }

  private func plotArea(_ context: AppContext) -> Rect {
    Rect(
      x: 1, y: 2, width: max(0, context.size.width - 2),
      height: max(0, context.size.height - 4 - textRows(context)))
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    var page = Page(Words.Sketch.title(sketch.name), keys: hints(in: context), in: context)
    if context.isPlain {
      drawPlain(on: &page, context)
      return page.frame
    }
    let area = plotArea(context)
    sketch.draw(on: &page.frame, in: area, context.charset, isFocused: true)
    scroll.draw(
      lines(context), on: &page, rows: area.maxY..<area.maxY + textRows(context), x: 1,
      context.charset)
    return page.frame
  }

  private func drawPlain(on page: inout Page, _ context: AppContext) {
    var lines = ColumnText(width: page.body.size.width, context)
    for line in sketch.words { lines.add(line) }
    if sketch.isShown {
      add(to: &lines, context)
    } else if !typesValues {
      lines.add(sketch.handleLine)
    } else if let asked = sketch.askedLine {
      lines.add(asked)
      page.frame.cursor = Point(
        x: Words.Questions.field.count + text.count, y: page.body.origin.y + lines.lines.count)
      lines.add([[Run(Words.Questions.field, .accent, .bold), Run(text, .text, .bold)]])
      if isUnreadable { lines.add(Words.Questions.typeNumber, Style(.dim)) }
    }
    for (row, runs) in lines.lines.prefix(page.body.size.height).enumerated() {
      page.frame.write(runs, x: 0, y: page.body.origin.y + row)
    }
  }
}
