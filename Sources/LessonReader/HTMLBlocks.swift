import Lessons
import MarkupText

/// Converts block-level HTML into blocks: headings, paragraphs, lists, tables, quotes, code.
///
/// Text is never lost; the meaning of an element is lost if there is no block for it.
final class HTMLBlocks: HTMLEvents {
  /// A block under construction.
  private enum Container {
    case plain
    case quote
    case list(start: Int?)
    case item
    case table
    case row
  }

  private struct Cell {
    var prose: Prose
    var isHeader: Bool
  }

  private struct Frame {
    var name: String
    var container: Container
    var blocks: [Block] = []
    /// Items of a list, rows of a table, or cells of a row.
    var items: [ListBlock.Item] = []
    var rows: [[Cell]] = []
    var cells: [Cell] = []
  }

  private var frames = [Frame(name: "", container: .plain)]
  private var text = ProseBuilder()
  /// The level of the open heading.
  private var heading: Int?
  /// Whether the open cell is a header; nil if none is open.
  private var cell: Bool?
  /// The preformatted text read so far; nil outside of it.
  private var code: String?
  private var hidden: [String] = []
  private var hasPendingSpace = false

  /// The maximum nesting depth of blocks; deeper ones are read as text of their container.
  private static let deepest = 24

  private init() {}

  /// Converts HTML.
  static func read(_ html: String) -> [Block] {
    let blocks = HTMLBlocks()
    HTMLParser.parse(HTMLNames.escapingUnknown(html), into: blocks)
    return blocks.finished()
  }

  private func finished() -> [Block] {
    endCode()
    flush()
    while frames.count > 1 { close() }
    return frames[0].blocks
  }

  // MARK: Events

  func begin(_ element: HTMLElement) {
    if !hidden.isEmpty || element.isHidden {
      if hidden.isEmpty, element.picture != nil { inline(HTMLTag(element)) }
      if !element.isVoid { hidden.append(element.name) }
      return
    }
    if code != nil {
      if element.name == "br" { code?.append("\n") }
      return
    }
    switch element.name {
    case "pre", "listing", "xmp", "plaintext":
      guard cell == nil else { return inline(HTMLTag(element)) }
      flush()
      code = ""
    case "table": open("table", .table)
    case "tr": beginRow()
    case "td", "th": beginCell(isHeader: element.name == "th")
    case _ where cell != nil: inline(HTMLTag(element))
    case "h1", "h2", "h3", "h4", "h5", "h6":
      flush()
      heading = element.name.last?.wholeNumberValue
    case "ul", "ol", "menu", "dir":
      let start = element.name == "ol" ? Int(element.attributes["start"] ?? "1") ?? 1 : nil
      open(element.name, .list(start: start.map { max(0, $0) }))
    case "li":
      endItem()
      if isInList { open("li", .item) } else { inline(HTMLTag(element)) }
    case "blockquote": open("blockquote", .quote)
    case "hr":
      flush()
      add(.rule)
    default:
      let tag = HTMLTag(element)
      if tag.isBlock { flush() }
      inline(tag)
    }
  }

  func end(_ name: String) {
    if let last = hidden.last {
      if last == name { hidden.removeLast() }
      return
    }
    if code != nil {
      if HTMLElement(name: name, attributes: [:]).keepsLines { endCode() }
      return
    }
    switch name {
    case "td", "th": endCell()
    case "tr": endRow()
    case "table", "ul", "ol", "menu", "dir", "blockquote": close(name)
    case _ where cell != nil: text.end(name)
    case "li" where isInItem: endItem()
    case "h1", "h2", "h3", "h4", "h5", "h6": flush()
    default:
      text.end(name)
      if HTMLNames.breaksBehind(name) { flush() }
    }
  }

  func text(_ letters: UnsafeBufferPointer<UInt8>) {
    guard hidden.isEmpty else { return }
    let string = String(decoding: letters, as: UTF8.self)
    if code != nil {
      code?.append(string)
      return
    }
    var word = ""
    for scalar in string.unicodeScalars {
      if scalar.properties.isWhitespace, scalar != "\u{A0}" {
        add(word)
        word = ""
        hasPendingSpace = true
      } else {
        word.unicodeScalars.append(scalar)
      }
    }
    add(word)
  }

  // MARK: Text

  private func add(_ word: String) {
    guard !word.isEmpty else { return }
    addPendingSpace()
    text.append(word)
  }

  private func addPendingSpace() {
    if hasPendingSpace, !text.isAtLineStart { text.append(" ") }
    hasPendingSpace = false
  }

  private func inline(_ tag: HTMLTag) {
    if tag.name == "br" { hasPendingSpace = false } else if !tag.isBlock { addPendingSpace() }
    text.begin(tag)
  }

  /// Ends the open paragraph or heading.
  private func flush() {
    hasPendingSpace = false
    let prose = text.takeText().trimmed
    defer { heading = nil }
    guard !prose.isEmpty else { return }
    if let heading { add(.heading(level: heading, prose)) } else { add(.paragraph(prose)) }
  }

  private func endCode() {
    guard var lines = code else { return }
    code = nil
    if lines.hasPrefix("\n") { lines.removeFirst() }
    while lines.last?.isWhitespace == true { lines.removeLast() }
    if !lines.isEmpty { add(.code(language: "", text: lines)) }
  }

  private func add(_ block: Block) { frames[frames.count - 1].blocks.append(block) }

  // MARK: Blocks in blocks

  private var isInList: Bool {
    if case .list? = frames.last?.container { return true }
    return false
  }

  private func open(_ name: String, _ container: Container) {
    guard cell == nil, frames.count < Self.deepest else { return text.breakLine() }
    flush()
    frames.append(Frame(name: name, container: container))
  }

  /// Closes the innermost block of a name and the blocks in it.
  private func close(_ name: String) {
    guard let index = frames.lastIndex(where: { $0.name == name }), index > 0 else { return }
    if name == "table" { endRow() }
    // A list in a cell becomes lines of the cell.
    guard cell == nil else { return text.breakLine() }
    flush()
    while frames.count > index { close() }
  }

  /// Whether an item is open that contains no open list.
  private var isInItem: Bool {
    guard let item = frames.lastIndex(where: { $0.name == "li" }) else { return false }
    return !frames[item...].contains { if case .list = $0.container { true } else { false } }
  }

  private func endItem() {
    guard isInItem, let index = frames.lastIndex(where: { $0.name == "li" }) else { return }
    flush()
    while frames.count > index { close() }
  }

  private func close() {
    flush()
    guard frames.count > 1, let frame = frames.popLast() else { return }
    let parent = frames.count - 1
    switch (frame.container, frames[parent].container) {
    case (.quote, _): if !frame.blocks.isEmpty { add(.quote(frame.blocks)) }
    case (.item, .list):
      if !frame.blocks.isEmpty { frames[parent].items.append(ListBlock.Item(frame.blocks)) }
    case (.list(let start), _):
      // Text between the items becomes an item of its own.
      let others = frame.blocks.isEmpty ? [] : [ListBlock.Item(frame.blocks)]
      let items = frame.items + others
      if !items.isEmpty { add(.list(ListBlock(start: start, items: items))) }
    case (.row, .table):
      if !frame.cells.isEmpty { frames[parent].rows.append(frame.cells) }
      frames[parent].blocks += frame.blocks
    case (.table, _):
      frames[parent].blocks += frame.blocks
      if let table = Self.table(frame.rows) { add(.table(table)) }
    default: frames[parent].blocks += frame.blocks
    }
  }

  // MARK: Tables

  private func beginRow() {
    endRow()
    if frames.contains(where: { $0.name == "table" }) {
      open("tr", .row)
    } else {
      flush()
    }
  }

  private func beginCell(isHeader: Bool) {
    endCell()
    guard case .row? = frames.last?.container else {
      return inline(HTMLTag(HTMLElement(name: "td", attributes: [:])))
    }
    flush()
    cell = isHeader
  }

  private func endCell() {
    guard let isHeader = cell else { return }
    cell = nil
    hasPendingSpace = false
    let prose = text.takeText().trimmed
    frames[frames.count - 1].cells.append(Cell(prose: prose, isHeader: isHeader))
  }

  private func endRow() {
    endCell()
    if case .row? = frames.last?.container { close() }
  }

  private static func table(_ rows: [[Cell]]) -> TableBlock? {
    let columns = rows.map(\.count).max() ?? 0
    guard rows.contains(where: { $0.contains { !$0.prose.isEmpty } }) else { return nil }
    let hasHeader = rows[0].contains(where: \.isHeader)
    let empty = Array(repeating: Prose(), count: columns)
    let all = rows.map { row in Array((row.map(\.prose) + empty).prefix(columns)) }
    return TableBlock(
      alignments: Array(repeating: .left, count: columns), header: hasHeader ? all[0] : empty,
      rows: hasHeader ? Array(all.dropFirst()) : all)
  }
}
