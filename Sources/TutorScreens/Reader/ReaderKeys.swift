import Figures
import LessonLayout
import Lessons
import Practice
import TerminalUI
import Words

extension ReaderScreen {
  enum Action: Sendable {
    case edit(TextField.Edit)
    case page(isForward: Bool), halfPage(isForward: Bool), line(Int), section(Int), top, bottom,
      code(Int)
    case focus(isForward: Bool), figure(LiveFigure.Action), explorer, blur
    case explain, otherTerm(isForward: Bool), unmark, endSearch, openInstrument
    case search, otherMatch(isForward: Bool), bookmark
    case answer(AnswerInProgress.Action), toggleUnsure, copy
    case inText(TextQuestions.Action)
    case contents, cards, plot, note, links, marks
    case goBack, leave
  }

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    switch mode {
    case .typing(let prompt): return prompt.field.bindings(Action.edit)
    case .focused(let index):
      let figure = figureBindings(index)
      let taken = Set(figure.flatMap(\.keys))
      return figure + textBindings(context).compactMap { $0.without(taken)?.inHelpOnly }
    case .reading, .onInstrument, .onTerm, .seeking:
      return textBindings(context, besides: pinnedBindings)
    }
  }

  /// The bindings of the focused figure.
  private func figureBindings(_ index: Int) -> [KeyBinding<Action>] {
    guard let figures = text?.figures, figures.indices.contains(index) else { return [] }
    typealias Does = Words.Reader.Keys
    let rows: [KeyBinding<Action>] = [
      KeyBinding(
        "plot", ["p"], .explorer, Does.explorer, footer: true,
        when: figures[index].live.isInExplorer),
      KeyBinding(
        "next-figure", [.tab], .focus(isForward: true), Does.nextFigure, when: figures.count > 1
      ).also("previous-figure", [.backTab], .focus(isForward: false)),
      KeyBinding("back", [.escape, .enter, "q"] + backspace, .blur, Does.blur, footer: true),
    ]
    return figures[index].live.bindings.map { $0.map(Action.figure) } + rows
  }

  /// The bindings of the figure beside the text.
  private var pinnedBindings: [KeyBinding<Action>] {
    guard let text, let pinned = text.pinned else { return [] }
    return text.figures[pinned.figure].live.bindings.map { $0.map(Action.figure) }
  }

  /// The bindings of the text, and those of a figure for the keys that the text leaves.
  private func textBindings(
    _ context: AppContext, besides figure: [KeyBinding<Action>] = []
  ) -> [KeyBinding<Action>] {
    let first = isMarked || match != nil ? marking(context) : []
    let rest = first.isEmpty ? marking(context) : []
    // While a question is in view, its keys for hints and sureness do not move through pages and figures.
    let answers = answers(context)
    let taken = answers.map(\.hint).filter(\.isAvailable).flatMap(\.keys)
    let text =
      first + answers + movement(context).compactMap { $0.without(taken) } + rest
    let ways = ways(context)
    if figure.isEmpty { return text + ways }
    let used = Set((text + ways).flatMap(\.keys) + Key.digits)
    return text + figure.compactMap { $0.without(used) } + ways
  }

  /// Bindings that move through the lesson, the most useful ones first.
  private func movement(_ context: AppContext) -> [KeyBinding<Action>] {
    typealias Does = Words.Reader.Keys
    return [
      KeyBinding(
        "next-page",
        [.space, .pageDown, .right, "l", "f", .control("f")] + (isMarked ? [] : [.enter]),
        .page(isForward: true), Does.nextPage, footer: true),
      KeyBinding(
        "previous-page", ["b", .pageUp, .left, "h", .control("b")], .page(isForward: false),
        Does.previousPage, footer: true, when: top > 0 || section > 0),
      KeyBinding(
        "next-figure", [.tab], .focus(isForward: true), Does.figure, footer: true,
        when: text?.figures.isEmpty == false || text?.instruments.isEmpty == false
      ).also("previous-figure", [.backTab], .focus(isForward: false)),
      KeyBinding(
        "instrument", (isOnInstrument ? [.enter] : []) + ["x"], .openInstrument, Does.instrument,
        footer: true, when: instrument(context) != nil),
      KeyBinding("search", ["/"], .search, Does.search, footer: true),
      KeyBinding("contents", ["t"], .contents, Does.contents, footer: true),
      // On narrow screens the footer shows how to leave instead.
      KeyBinding(
        "cards", ["c"], .cards, Does.cards, footer: context.isPlain || context.size.width >= 108),
    ] + scrolling(context)
  }

  /// Bindings that move by less or by more than a page.
  private func scrolling(_ context: AppContext) -> [KeyBinding<Action>] {
    typealias Does = Words.Reader.Keys
    let isLong = lastTop(context) > 0
    return [
      KeyBinding(
        [("down", [.down, "j"], .line(1)), ("up", [.up, "k"], .line(-1))], Does.line, when: isLong),
      KeyBinding(
        [
          ("half-page-down", ["d", .control("d")], .halfPage(isForward: true)),
          ("half-page-up", ["u", .control("u")], .halfPage(isForward: false)),
        ], Does.halfPage, when: isLong),
      KeyBinding(
        [("next-section", ["]"], .section(1)), ("previous-section", ["["], .section(-1))],
        Does.otherSection,
        when: context.bundle.lesson.sections.count > 1),
      KeyBinding(
        [("first", ["g", .home], .top), ("last", ["G", .end], .bottom)], Does.ends, when: isLong),
      KeyBinding(
        [
          ("code-right", [">", .shiftRight], .code(8)),
          ("code-left", ["<", .shiftLeft], .code(-8)),
        ], Does.code,
        when: text?.codes.isEmpty == false),
      KeyBinding("jump-back", [.backspace], .goBack, Does.jumpBack, when: !trail.isEmpty),
    ]
  }

  /// Bindings for terms, matches and code.
  private func marking(_ context: AppContext) -> [KeyBinding<Action>] {
    typealias Does = Words.Reader.Keys
    let explain: [KeyBinding<Action>] =
      isOnTerm ? [KeyBinding("explain", [.enter], .explain, Does.term, footer: true)] : []
    return explain + [
      KeyBinding(
        [
          ("next-term", ["w"], .otherTerm(isForward: true)),
          ("previous-term", ["W"], .otherTerm(isForward: false)),
        ],
        Does.otherTerm, when: !termsInView(context).isEmpty),
      KeyBinding(
        [
          ("next-match", ["n"], .otherMatch(isForward: true)),
          ("previous-match", ["N"], .otherMatch(isForward: false)),
        ],
        Does.otherMatch, footer: match != nil),
      KeyBinding("bookmark", ["m"], .bookmark, Does.bookmark),
      KeyBinding("copy", ["y"], .copy, Does.copy),
    ]
  }

  /// Whether a question that waits for its answer may be visible.
  private func isQuestionInView(_ context: AppContext) -> Bool {
    guard let text, let start = text.checksStart else { return false }
    return start < visible(context).upperBound && text.checks.isWaiting
  }

  /// The keys for a question in the text, or for those at the end of the section, while they are visible.
  private func answers(_ context: AppContext) -> [KeyBinding<Action>] {
    if let text, let question = text.openQuestion(in: visible(context)) {
      return text.bindings(for: question).map { $0.map(Action.inText) }
    }
    let words = Words.Reader.Keys.answer
    let unsure = context.unsureBinding(
      Action.toggleUnsure, isUnsure: text?.checks.isUnsure == true,
      when: isQuestionInView(context))
    guard isQuestionInView(context), let choices = text?.checks.bindings(words) else {
      return [.digits("choice", 9, { .answer(.choose($0)) }, words, when: false), unsure]
    }
    return choices.map { $0.map(Action.answer) } + [unsure]
  }

  /// Bindings that open other screens or leave.
  private func ways(_ context: AppContext) -> [KeyBinding<Action>] {
    typealias Does = Words.Reader.Keys
    return [
      KeyBinding("bookmarks", ["'"], .marks, Does.marks),
      KeyBinding("note", ["e"], .note, Does.note),
      KeyBinding("links", ["o"], .links, Does.links), KeyBinding("plot", ["p"], .plot, Does.plot),
    ] + exits
  }

  /// Backspace leaves if there is no place to go back to.
  private var backspace: [Key] { trail.isEmpty ? [.backspace] : [] }

  /// Bindings that leave a term, a search or the lesson.
  private var exits: [KeyBinding<Action>] {
    typealias Does = Words.Reader.Keys
    func back(_ keys: [Key]) -> KeyBinding<Action> {
      KeyBinding("back", keys + backspace, .leave, Words.Common.back, footer: true)
    }
    if isMarked {
      return [KeyBinding("leave-term", [.escape], .unmark, Does.unmark), back(["q"])]
    }
    if !search.query.isEmpty {
      return [KeyBinding("end-search", [.escape], .endSearch, Does.endSearch), back(["q"])]
    }
    return [back(["q", .escape])]
  }

  private var isOnTerm: Bool {
    if case .onTerm = mode { return true }
    return false
  }

  private var isOnInstrument: Bool {
    if case .onInstrument = mode { return true }
    return false
  }

  /// Whether the cursor is on a term or a link, so that Enter opens it instead of reading on.
  private var isMarked: Bool { isOnTerm || isOnInstrument }

  mutating func handle(_ action: Action, in context: AppContext) -> TutorResponse {
    let before = (section, top)
    let response = keepingPosition(perform(action, context))
    pinFigure(from: before, context)
    return response
  }

  private mutating func perform(_ action: Action, _ context: AppContext) -> TutorResponse {
    switch action {
    case .figure, .focus, .explorer: break
    default: blur(context)
    }
    if case .seeking = mode { mode = .reading }
    switch action {
    case .edit(let edit): return self.edit(edit, context)
    case .page, .halfPage, .line, .section, .top, .bottom, .code, .goBack:
      return move(action, context)
    case .figure(let action):
      if let figure = activeFigure {
        let isFocused = isFocused
        text?.perform(action, figure: figure, isFocused: isFocused, context)
      }
    case .focus(let isForward): focusNext(forward: isForward, context)
    case .blur: break
    case .unmark: mode = .reading
    case .openInstrument:
      guard let address = instrument(context)?.address else { break }
      mode = .reading
      return .opening(instrument: address, by: TutorResponse.push)
    case .endSearch: endSearch()
    case .explain: return explain(context)
    case .otherTerm(let isForward): stepTerm(forward: isForward, context)
    case .search: mode = .typing(ReaderPrompt(.search))
    case .otherMatch(let isForward): return find(forward: isForward, context)
    case .bookmark: mode = .typing(ReaderPrompt(.bookmark, text?.words(at: top) ?? ""))
    case .copy: return copy(context)
    case .answer(let action): return answer(action, context)
    case .inText(let action): return answer(inText: action, context)
    case .toggleUnsure:
      text?.toggleUnsure(in: context)
      text?.mark(search)
    case .explorer, .contents, .cards, .plot, .note, .links, .marks, .leave:
      return open(action, context)
    }
    return .stay
  }

  /// Opens another screen or leaves this one.
  private func open(_ action: Action, _ context: AppContext) -> TutorResponse {
    let here = position(context)
    let id = context.bundle.lesson.sections[section].id
    switch action {
    // The passage stays open below.
    case .contents where isLookup: return .push(.contents(section: section))
    case .marks where isLookup: return .push(.marks())
    case .contents:
      return Response(
        [.record(.position(here))],
        then: .replace(.contents(section: section, trail: trail + [here])))
    case .marks:
      return Response(
        [.record(.position(here))], then: .replace(.marks(trail: trail + [here])))
    case .cards: return .push(.cards(section: id))
    case .plot:
      let figure =
        text?.pinned.flatMap { text?.figures[$0.figure].live } ?? text?.figure(in: visible(context))
      return .push(
        .plot(figure.flatMap { $0.isInExplorer ? .figure($0) : nil } ?? .functions(["gelu"])))
    case .explorer:
      guard case .focused(let figure) = mode else { return .stay }
      guard let live = text?.figures[figure].live, live.isInExplorer else { return .stay }
      return .push(.plot(.figure(live)))
    case .note: return .push(.note(section: section))
    case .links: return .push(.links(section: section, block: here.block))
    case .leave: return Response([.record(.position(here))], then: .pop)
    default: return .stay
    }
  }
}
