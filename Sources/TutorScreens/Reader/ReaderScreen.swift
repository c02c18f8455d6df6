import Figures
import LessonLayout
import Lessons
import Practice
import TerminalUI
import Words

/// The lesson, a section at a time.
struct ReaderScreen: Screen {
  let name = Words.Reader.name
  private let start: Start
  /// Places to go back to, the latest last.
  private var trail: [ReadingPosition]
  private var text: SectionText?
  private var top = 0
  private var shift = 0
  /// The figure that has focus, by its index.
  private var focusedFigure: Int?
  private var search = TextSearch(query: "")
  /// The match the reader stands on.
  private var match: Int?
  private var prompt: ReaderPrompt?
  /// The term under the cursor, by its place among the marked ones.
  private var term: Int?
  /// Whether the questions at the end have been pointed out.
  private var hasReminded = false

  /// Opens a section from its beginning, or the lesson where the learner left it.
  init(section: Int?) { self.init(section.map { .section($0) } ?? .whereLeft) }

  /// Opens the lesson.
  ///
  /// - Parameters:
  ///   - start: Where to begin.
  ///   - trail: Places to go back to, the latest last.
  init(_ start: Start, trail: [ReadingPosition] = []) {
    self.start = start
    self.trail = trail
  }

  var isTyping: Bool { prompt != nil }

  func keys(in context: AppContext) -> [KeyBinding] {
    if let text, let focusedFigure {
      typealias Does = Words.Reader.Keys
      return text.figures[focusedFigure].live.keys(context.keyNames) + [
        KeyBinding("p", Does.explorer, footer: text.figures[focusedFigure].live.inExplorer != nil),
        KeyBinding([.tab], Does.nextFigure), KeyBinding([.escape], Does.blur, footer: true),
      ]
    }
    return Self.keys(hasFigures: !(text?.figures.isEmpty ?? true), context.keyNames)
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    switch event {
    case .appeared: appear(context)
    case .key(let key): return press(key, context)
    case .pasted(let text): prompt?.insert(text)
    case .tick, .performed: break
    }
    return .stay
  }

  // MARK: Laying out

  private mutating func appear(_ context: AppContext) {
    let last = context.bundle.lesson.sections.count - 1
    if let text {
      // An edited lesson may have its sections in another order.
      let index = context.bundle.lesson.sectionIndex(id: text.id) ?? text.terms.section
      return layOut(min(index, last), context)
    }
    switch start {
    case .whereLeft:
      guard let position = context.learner.position else { return layOut(0, context) }
      show(position, context)
    case .section(let index): layOut(min(index, last), context)
    case .place(let position): show(position, context)
    case .match(let search, let index):
      self.search = search
      layOut(min(index, last), context)
      match = text?.found.first?.match
      showMatch(context)
    }
  }

  private mutating func show(_ position: ReadingPosition, _ context: AppContext) {
    let index = context.bundle.lesson.sectionIndex(id: position.section)
    layOut(index ?? 0, context)
    top = index == nil ? 0 : text?.line(at: position) ?? 0
  }

  /// Lays a section out if anything has changed, and keeps the sentence at the top.
  private mutating func layOut(_ index: Int, _ context: AppContext) {
    let wanted = SectionText.Terms(
      section: index, size: context.size, charset: context.charset, shift: shift,
      courseVersion: context.courseVersion)
    guard text?.terms != wanted else { return }
    let lesson = context.bundle.lesson
    let isSame = text?.id == lesson.sections[index].id
    let place = isSame ? text?.position(at: top) : nil
    // Another size lets go of nothing.
    let keepsFocus = isSame && text?.terms.courseVersion == wanted.courseVersion
    text = SectionText(index, shift: shift, keeping: text, search: search, in: context)
    if keepsFocus, let focusedFigure {
      text?.redraw(focusedFigure, isFocused: true, context)
    } else {
      focusedFigure = nil
    }
    top = place.flatMap { text?.line(at: $0) } ?? 0
    term = nil
    if !isSame { (match, hasReminded) = (nil, false) }
  }

  private func position(_ context: AppContext) -> ReadingPosition {
    text?.position(at: top) ?? ReadingPosition(section: "", block: 0, offset: 0)
  }

  private var section: Int { text?.terms.section ?? 0 }
  private func rows(_ context: AppContext) -> Int { max(1, context.size.height - 4) }
  private func lastTop(_ context: AppContext) -> Int {
    max(0, (text?.lines.count ?? 0) - rows(context))
  }

  // MARK: Keys

  private mutating func press(_ key: Key, _ context: AppContext) -> TutorResponse {
    if prompt != nil { return type(key, context) }
    if focusedFigure != nil, let response = pressFocused(key, context) { return response }
    if let response = move(key, context) { return response }
    switch key {
    case .escape where term != nil: term = nil
    case .enter: return explain(context)
    case .character("w"): stepTerm(forward: true, context)
    case .character("W"): stepTerm(forward: false, context)
    case _ where key.leaves: return Response([.record(.position(position(context)))], then: .pop)
    case .tab: takeHold(forward: true, context)
    case .backTab: takeHold(forward: false, context)
    case .character("/"): prompt = ReaderPrompt(.search)
    case .character("n"): return find(forward: true, context)
    case .character("N"): return find(forward: false, context)
    case .character("m"):
      prompt = ReaderPrompt(.bookmark, text?.words(at: top) ?? "")
    case .character("y"): return copy(context)
    case .backspace: return goBack(context)
    default: return open(key, context)
    }
    return .stay
  }

  /// Keys that open other screens, and the digits that answer.
  private mutating func open(_ key: Key, _ context: AppContext) -> TutorResponse {
    let here = position(context)
    let id = context.bundle.lesson.sections[section].id
    switch key {
    case .character("t"):
      return Response(
        [.record(.position(here))],
        then: .replace(ContentsScreen(openIn: section, trail: trail + [here])))
    case .character("c"): return .push(CardsScreen(section: id))
    case .character("p"):
      return .push(text?.figure(in: top..<(top + rows(context)))?.inExplorer ?? PlotScreen())
    case .character("e"): return .push(NoteScreen(section: section, context))
    case .character("u"): return .push(LinksScreen(section, from: here.block, context))
    case .character("'"):
      return Response(
        [.record(.position(here))], then: .replace(MarksScreen(trail: trail + [here])))
    default: return answer(key, context)
    }
  }

  /// Keys that move through the text; nil if the key is none.
  private mutating func move(_ key: Key, _ context: AppContext) -> TutorResponse? {
    let page = max(1, rows(context) - 1)
    switch key {
    case _ where key.pagesDown:
      if top >= lastTop(context) { return finish(context) }
      top = min(lastTop(context), top + page)
      return .perform(.record(.position(position(context))))
    case _ where key.pagesUp:
      if top == 0, section > 0 { return go(to: section - 1, atEnd: true, context) }
      top = max(0, top - page)
      return .perform(.record(.position(position(context))))
    case _ where key.goesDown: top = min(lastTop(context), top + 1)
    case _ where key.goesUp: top = max(0, top - 1)
    case _ where key.goesRight: return go(to: section + 1, context)
    case _ where key.goesLeft: return go(to: section - 1, context)
    case .character("g"), .home: top = 0
    case .character("G"), .end: top = lastTop(context)
    case .shiftRight, .character(">"): moveCode(8, context)
    case .shiftLeft, .character("<"): moveCode(-8, context)
    default: return nil
    }
    return .stay
  }

  private mutating func moveCode(_ columns: Int, _ context: AppContext) {
    shift = max(0, shift + columns)
    layOut(section, context)
  }

  /// The section's end has been reached: that is noted, and the next one begins.
  ///
  /// A section counts as read once its questions have been answered, rightly or not.
  private mutating func finish(_ context: AppContext) -> TutorResponse {
    let sections = context.bundle.lesson.sections
    let waiting = text?.checks.waiting ?? 0
    if waiting > 0, !hasReminded {
      hasReminded = true
      return .perform(.tell(Words.Reader.questionsWait(waiting, context.keyNames)))
    }
    var effects = waiting == 0 ? readEffects(context) : []
    guard section + 1 < sections.count else {
      effects.append(.record(.position(position(context))))
      return Response(effects, then: .pop)
    }
    return Response(effects + go(to: section + 1, context).effects)
  }

  private func readEffects(_ context: AppContext) -> [Effect] {
    let id = context.bundle.lesson.sections[section].id
    return context.learner.sectionsRead.contains(id) ? [] : [.record(.sectionRead(id))]
  }

  private mutating func go(
    to index: Int, atEnd: Bool = false, _ context: AppContext
  ) -> TutorResponse {
    guard context.bundle.lesson.sections.indices.contains(index) else { return .stay }
    shift = 0
    layOut(index, context)
    top = atEnd ? lastTop(context) : 0
    return .perform(.record(.position(position(context))))
  }

  private mutating func goBack(_ context: AppContext) -> TutorResponse {
    guard let last = trail.popLast() else { return .stay }
    show(last, context)
    return .perform(.record(.position(position(context))))
  }

  private func copy(_ context: AppContext) -> TutorResponse {
    let bottom = top + rows(context)
    let code = text?.codes.first { $0.rows.lowerBound < bottom && $0.rows.upperBound > top }
    guard let code else { return .perform(.tell(Words.Reader.noCode)) }
    let count = code.text.split(separator: "\n", omittingEmptySubsequences: false).count
    return Response([.copy(code.text), .tell(Words.Reader.copied(lines: count))])
  }

  private mutating func answer(_ key: Key, _ context: AppContext) -> TutorResponse {
    guard let start = text?.checksStart, start < top + rows(context) else { return .stay }
    let outcome = text?.answer(key, in: context) ?? .none
    if case .none = outcome { return .stay }
    text?.mark(search)
    if top > lastTop(context) - rows(context) { top = lastTop(context) }
    guard case .answered(let card, let verdict) = outcome else { return .stay }
    var effects = context.facts(after: card, verdict, mode: .check, milliseconds: 0)
      .map(Effect.record)
    if text?.checks.areMet == true { effects += readEffects(context) }
    return Response(effects)
  }

  // MARK: Figures

  /// Keys while a figure has focus; nil if the key is for the text.
  private mutating func pressFocused(_ key: Key, _ context: AppContext) -> TutorResponse? {
    guard let focusedFigure else { return nil }
    switch key {
    case _ where key.leaves, .enter: blur(context)
    case .tab: takeHold(forward: true, context)
    case .backTab: takeHold(forward: false, context)
    case .character("p"):
      guard let explorer = text?.figures[focusedFigure].live.inExplorer else { return .stay }
      return .push(explorer)
    default:
      if text?.press(key, figure: focusedFigure, context) == true { return .stay }
      blur(context)
      return nil
    }
    return .stay
  }

  private mutating func blur(_ context: AppContext) {
    if let focusedFigure { text?.redraw(focusedFigure, isFocused: false, context) }
    focusedFigure = nil
  }

  /// Takes hold of the next figure in view, or of the next one at all, and brings it into view.
  private mutating func takeHold(forward: Bool, _ context: AppContext) {
    // Only places are kept here: a copy of the text would make the next change copy all of it.
    guard let places = text?.figures.map(\.rows), !places.isEmpty else { return }
    let previous = focusedFigure
    blur(context)
    let bottom = top + rows(context)
    let next: Int
    if let previous {
      next = (previous + (forward ? 1 : places.count - 1)) % places.count
    } else {
      next =
        places.firstIndex { $0.upperBound > top + 1 && $0.lowerBound < bottom }
        ?? places.firstIndex { $0.lowerBound >= top } ?? 0
    }
    focusedFigure = next
    text?.redraw(next, isFocused: true, context)
    let figure = places[next]
    if figure.upperBound > bottom { top = figure.upperBound - rows(context) }
    if figure.lowerBound < top { top = figure.lowerBound }
    top = min(top, lastTop(context))
  }

  // MARK: Terms

  /// The marked terms in view, by their places.
  private func termsInView(_ context: AppContext) -> [Int] {
    guard let text else { return [] }
    let view = top..<(top + rows(context))
    return text.marked.indices.filter { view.contains(text.marked[$0].line) }
  }

  private mutating func stepTerm(forward: Bool, _ context: AppContext) {
    let terms = termsInView(context)
    term =
      forward
      ? terms.first { $0 > term ?? -1 } ?? terms.first
      : terms.last { $0 < term ?? Int.max } ?? terms.last
  }

  /// Explains the term under the cursor; without one, the cursor goes to the first in view.
  private mutating func explain(_ context: AppContext) -> TutorResponse {
    guard let text, let term, termsInView(context).contains(term) else {
      term = nil
      stepTerm(forward: true, context)
      return term == nil ? .perform(.tell(Words.Reader.noTerm)) : .stay
    }
    return .push(TermScreen(text.marked[term].term))
  }

  // MARK: Search and bookmarks

  private mutating func type(_ key: Key, _ context: AppContext) -> TutorResponse {
    guard let typed = prompt?.press(key) else { return .stay }
    let purpose = prompt?.purpose
    if typed != .editing { prompt = nil }
    guard case .done(let words) = typed else { return .stay }
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
  private mutating func find(forward: Bool, _ context: AppContext) -> TutorResponse {
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

  private mutating func showMatch(_ context: AppContext) {
    guard let text, let match, let segment = text.found.first(where: { $0.match == match }) else {
      return
    }
    if segment.line < top || segment.line >= top + rows(context) {
      top = min(lastTop(context), max(0, segment.line - rows(context) / 3))
    }
  }

  // MARK: Drawing

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    guard let text else { return Frame(context.size) }
    let view = ReaderView(
      text: text, top: top, match: match, term: term, keys: keys(in: context), context: context)
    var page = view.page()
    prompt?.draw(on: &page, context)
    return page.frame
  }
}
