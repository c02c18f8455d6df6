import Lessons
import Practice
import TerminalUI
import Words

/// The links of a section: addresses to copy, and sections to open.
struct LinksScreen: Screen {
  enum Action: Sendable {
    case move(Move), follow, leave
  }

  let name = Words.Links.name
  private let section: Int
  private var selected: Int

  /// Lists a section's links.
  ///
  /// - Parameters:
  ///   - section: The section's index.
  ///   - block: The current block: its first link, or the next one, is selected.
  ///   - context: The lesson.
  init(_ section: Int, from block: Int, _ context: AppContext) {
    self.section = section
    let links = context.bundle.lesson.sections[section].links
    selected = links.firstIndex { $0.block >= block } ?? max(0, links.count - 1)
  }

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    let count = links(context).count
    return [
      KeyBinding(
        "open", [.enter, .space, "y"], .follow, action(context), footer: true, when: count > 0),
      .move(Action.move, when: count > 1),
      KeyBinding(
        [("first", [.home], .move(.first)), ("last", [.end], .move(.last))], Words.Common.ends,
        when: count > 1),
      .back(.leave),
    ]
  }

  private func action(_ context: AppContext) -> String {
    guard let address = selectedLink(context)?.address else { return Words.Links.copy }
    return address.hasPrefix("#") || InstrumentLink.isAddress(address)
      ? Words.Common.goThere : Words.Links.copy
  }

  private func links(_ context: AppContext) -> [Link] {
    let sections = context.bundle.lesson.sections
    return sections.indices.contains(section) ? sections[section].links : []
  }

  private func selectedLink(_ context: AppContext) -> Link? {
    let links = links(context)
    return links.indices.contains(selected) ? links[selected] : nil
  }

  mutating func handle(_ action: Action, in context: AppContext) -> TutorResponse {
    switch action {
    case .move(let move): selected = move.from(selected, of: links(context).count)
    case .follow: if let link = selectedLink(context) { return follow(link, context) }
    case .leave: return .pop
    }
    return .stay
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    // An edited lesson may have fewer links.
    selected = max(0, min(selected, links(context).count - 1))
    return .stay
  }

  private func follow(_ link: Link, _ context: AppContext) -> TutorResponse {
    if InstrumentLink.isAddress(link.address) {
      return .opening(instrument: link.address, by: TutorResponse.replace)
    }
    guard link.address.hasPrefix("#") else {
      return Response([.copy(link.address), .tell(Words.Links.copied(link.address))])
    }
    let id = String(link.address.dropFirst())
    guard let index = context.bundle.lesson.sectionIndex(id: id) else {
      return .perform(.tell(Words.Links.noSection(id)))
    }
    return .replace(.lesson(.section(index)))
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    let lesson = context.bundle.lesson
    let links = links(context)
    var page = Page(name, keys: footer(in: context), in: context)
    let columns = Columns(in: context)
    let column = columns.text
    var text = ColumnText(width: column.width, context)
    var selectedLine = 0
    if links.isEmpty { text.add(Words.Links.empty) }
    for (index, link) in links.enumerated() {
      let isSelected = index == selected
      let mark = Run(isSelected ? context.charset.pick("▸ ", "> ") : "  ", .accent, .bold)
      text.add(
        link.words.replacing("\n", with: " "), isSelected ? Style(.text, .bold) : .plain,
        marker: [mark])
      let target = lesson.sectionIndex(id: String(link.address.dropFirst()))
      let address =
        link.address.hasPrefix("#")
        ? target.map { Words.Links.section($0 + 1, title: lesson.sections[$0].title) } : nil
      text.add(address ?? link.address, Style(.dim), marker: [Run("  ")])
      if isSelected { selectedLine = text.lines.count - 1 }
    }
    var scroll = Scroll()
    scroll.show(selectedLine + 1, lines: text.lines.count, rows: page.body.size.height)
    scroll.draw(
      text.lines, on: &page, rows: page.body.origin.y..<page.body.maxY, x: column.x,
      context.charset)
    if let side = columns.side {
      context.drawPassage(at: position(context), in: side, on: &page)
    }
    return page.frame
  }

  /// The section that the selected link opens, or the paragraph with the link.
  private func position(_ context: AppContext) -> ReadingPosition? {
    guard let link = selectedLink(context) else { return nil }
    let target = String(link.address.dropFirst())
    if link.address.hasPrefix("#"), context.bundle.lesson.sectionIndex(id: target) != nil {
      return ReadingPosition(section: target, block: 0, offset: 0)
    }
    return ReadingPosition(
      section: context.bundle.lesson.sections[section].id, block: link.block, offset: 0)
  }
}
