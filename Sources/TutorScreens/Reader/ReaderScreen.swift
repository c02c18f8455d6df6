import Figures
import LessonLayout
import Lessons
import Practice
import TerminalUI
import Words

/// The lesson, one section at a time.
struct ReaderScreen: Screen {
  /// The part of the screen that receives the keys.
  enum Mode: Sendable {
    case reading
    /// The figure with an index; keys that it has no binding for act on the text.
    case focused(figure: Int)
    /// The text, with the cursor on the link to an instrument with an index.
    case onInstrument(Int)
    /// A prompt.
    case typing(ReaderPrompt)
    /// The text, with the cursor on the marked term with an index.
    case onTerm(Int)
    /// A search of the other sections is running, some sections per tick; any key cancels it.
    case seeking(SectionSweep)
  }

  let name = Words.Reader.name
  private let start: LessonStart
  /// Positions to go back to, the latest last.
  var trail: [ReadingPosition]
  var mode = Mode.reading
  var text: SectionText?
  /// The index of the first visible line.
  var top = 0 { didSet { isPage = false } }
  /// Whether the lines end with their page, because the learner turned to it; else the rows are filled.
  private(set) var isPage = false
  /// The number of columns by which code is scrolled to the left.
  var shift = 0
  var search = TextSearch(query: "")
  /// The current match of the search.
  var match: Int?
  /// The contents beside the text in a wide window.
  var contents = SideContents()
  /// Whether the learner was reminded of the questions at the end.
  var hasReminded = false

  /// Opens the lesson.
  ///
  /// - Parameters:
  ///   - start: The initial position.
  ///   - trail: Positions to go back to, the latest last.
  init(_ start: LessonStart, trail: [ReadingPosition] = []) {
    self.start = start
    self.trail = trail
  }

  var isTyping: Bool {
    if case .typing = mode { return true }
    return false
  }

  var tick: Int? {
    if case .seeking = mode { return 1 }
    return nil
  }

  /// Whether the reader only shows a passage, and leaves the learner's position where it is.
  var isLookup: Bool {
    if case .passage = start { return true }
    return false
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    let before = (section, top)
    let response = keepingPosition(perform(event, context))
    pinFigure(from: before, context)
    return response
  }

  /// The response without a change of the learner's position if a passage is looked up.
  func keepingPosition(_ response: TutorResponse) -> TutorResponse {
    guard isLookup else { return response }
    let effects = response.effects.filter { effect in
      if case .record(.position) = effect { false } else { true }
    }
    return Response(effects, then: response.transition)
  }

  private mutating func perform(_ event: Event, _ context: AppContext) -> TutorResponse {
    switch event {
    case .appeared: appear(context)
    case .tick:
      guard case .seeking(let sweep) = mode else { break }
      mode = .reading
      return seek(sweep, context)
    case .text(let text):
      guard case .typing(var prompt) = mode else { break }
      prompt.field.insert(text)
      mode = .typing(prompt)
    case .key, .pointer, .answered: break
    }
    return .stay
  }

  private mutating func appear(_ context: AppContext) {
    let last = context.bundle.lesson.sections.count - 1
    if let text {
      // An edited lesson may have its sections in another order.
      let index = context.bundle.lesson.sectionIndex(id: text.id) ?? text.terms.section
      return layOut(min(index, last), context)
    }
    switch start {
    case .lastPosition:
      guard let position = context.learner.position else { return layOut(0, context) }
      show(position, context)
    case .section(let index): layOut(min(index, last), context)
    case .position(let position), .passage(let position): show(position, context)
    case .match(let query, let index):
      search = TextSearch(query: query)
      layOut(min(index, last), context)
      match = text?.found.first?.match
      showMatch(context)
    }
  }

  mutating func show(_ position: ReadingPosition, _ context: AppContext) {
    let index = context.bundle.lesson.sectionIndex(id: position.section)
    layOut(index ?? 0, context)
    top = index == nil ? 0 : text?.line(at: position) ?? 0
    isPage = text?.pages.starts.contains(top) == true
  }

  /// Lays out a section if anything has changed, and keeps the sentence at the top.
  mutating func layOut(_ index: Int, _ context: AppContext) {
    let wanted = SectionText.Terms(
      section: index, size: context.size, charset: context.charset, shift: shift,
      courseVersion: context.courseVersion)
    guard text?.terms != wanted else { return }
    let lesson = context.bundle.lesson
    let isSame = text?.id == lesson.sections[index].id
    let place = isSame ? text?.position(at: top) : nil
    let keepsFocus = isSame && text?.terms.courseVersion == wanted.courseVersion
    text = SectionText(index, shift: shift, keeping: text, search: search, in: context)
    top = place.flatMap { text?.line(at: $0) } ?? 0
    isPage = text?.pages.starts.contains(top) == true
    switch mode {
    // A resize keeps focus.
    case .focused(let figure) where keepsFocus:
      if !context.isWide { text?.redraw(figure, isFocused: true, context) }
    case .onInstrument where keepsFocus: break
    case .focused, .onInstrument, .onTerm, .seeking: mode = .reading
    case .reading, .typing: break
    }
    if !isSame { (match, hasReminded) = (nil, false) }
  }

  func position(_ context: AppContext) -> ReadingPosition {
    text?.position(at: top) ?? ReadingPosition(section: "", block: 0, offset: 0)
  }

  var section: Int { text?.terms.section ?? 0 }
  func rows(_ context: AppContext) -> Int { max(1, context.size.height - 4) }
  func lastTop(_ context: AppContext) -> Int {
    max(0, (text?.lines.count ?? 0) - rows(context))
  }

  /// Turns to the page that begins at a line.
  mutating func turn(to line: Int) {
    top = line
    isPage = true
  }

  /// The visible lines.
  func visible(_ context: AppContext) -> Range<Int> {
    let count = text?.lines.count ?? 0
    let end = isPage ? text?.pages.end(of: top) ?? 0 : top + rows(context)
    return min(top, count)..<max(min(top, count), min(end, count))
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    guard let text else { return Frame(context.size) }
    var term: Int?
    if case .onTerm(let index) = mode { term = index }
    var instrument: Range<Int>?
    if case .onInstrument(let index) = mode { instrument = text.instruments[index].rows }
    let view = ReaderView(
      text: text, view: visible(context), match: match, term: term, instrument: instrument,
      isSeeking: tick != nil, contents: contents.lines, keys: footer(in: context), context: context)
    var page = view.page()
    if case .typing(let prompt) = mode { prompt.draw(on: &page, context) }
    return page.frame
  }
}
