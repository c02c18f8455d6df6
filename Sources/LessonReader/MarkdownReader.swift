import CCmark
import Lessons
import MarkupText

/// Reads GitHub Flavored Markdown with cmark-gfm, including footnotes, alerts, mathematics and HTML.
struct MarkdownReader {
  typealias Node = MarkdownTree.Node

  let source: SourceText
  let functions: FunctionNames
  private let input: ParserInput
  private let remarks = MarkdownRemarks()

  init(source: SourceText, functions: FunctionNames) {
    self.source = source
    self.functions = functions
    input = ParserInput(source)
  }

  /// Reads a whole file: its first heading is the title, the rest are blocks.
  ///
  /// - Throws: `ContentError` if there is no title or a figure is invalid.
  func section(id: String) throws(ContentError) -> Section {
    guard let tree = tree() else { throw ContentError(file: source.file, .unreadable) }
    try checkDepth(of: tree.root)
    let nodes = MarkdownTree.children(of: tree.root)
    var index = 0
    while index < nodes.count, isComment(nodes[index]) { index += 1 }
    guard index < nodes.count, let title = title(nodes[index]) else {
      throw ContentError(file: source.file, .missingTitle)
    }
    var section = Section(id: id, title: title, blocks: [])
    section.blocks = try blocks(
      nodes[(index + 1)...].filter { cmark_node_get_type($0) != CMARK_NODE_FOOTNOTE_DEFINITION })
    for node in nodes where cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION {
      let mark = ScriptLetters.raised("\(section.notes.count + 1)")
      section.notes.append(Footnote(mark: mark, blocks: try children(of: node)))
    }
    return section
  }

  /// Text that is shown differently than its author may expect, by position.
  ///
  /// - Throws: `ContentError` if the file cannot be read.
  func findings() throws(ContentError) -> [(offset: Int, remark: Remark)] {
    _ = try section(id: "")
    return remarks.found
  }

  /// The document, including footnotes without references.
  private func tree() -> MarkdownTree? {
    guard let tree = MarkdownTree(input.bytes) else { return nil }
    let unused = Footnotes.unused(in: input.bytes, tree)
    guard !unused.isEmpty else { return tree }
    for label in unused {
      remarks.add(input.offset(line: label.line, column: 1), .unusedNote(label.name))
    }
    return Footnotes.tree(of: input.bytes, with: unused.map(\.name)) ?? tree
  }

  private func isComment(_ node: Node) -> Bool {
    cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK && HTMLBlocks.read(literal(node)).isEmpty
  }

  /// The text of a first-level heading in Markdown or HTML.
  private func title(_ node: Node) -> String? {
    if cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK {
      let blocks = HTMLBlocks.read(literal(node))
      guard blocks.count == 1, case .heading(1, let prose)? = blocks.first else { return nil }
      return prose.title
    }
    guard cmark_node_get_type(node) == CMARK_NODE_HEADING, cmark_node_get_heading_level(node) == 1
    else { return nil }
    return prose(in: node).title
  }

  /// The maximum nesting depth of quotes, lists and emphasis.
  private static let deepest = 64

  /// Rejects deeper nesting: blocks are processed recursively, and a line of many `>` would overflow the stack.
  private func checkDepth(of document: Node) throws(ContentError) {
    var (node, depth, place) = (document, 0, 0)
    while true {
      place = max(place, offset(of: node))
      if let child = cmark_node_first_child(node) {
        (node, depth) = (child, depth + 1)
        guard depth <= Self.deepest else {
          throw ContentError(file: source.file, line: source.line(at: place), .nestedTooDeeply)
        }
        continue
      }
      while node != document, cmark_node_next(node) == nil {
        guard let parent = cmark_node_parent(node) else { return }
        (node, depth) = (parent, depth - 1)
      }
      guard node != document, let next = cmark_node_next(node) else { return }
      node = next
    }
  }

  /// The offset in the file at which a node begins.
  private func offset(of node: Node) -> Int {
    input.offset(
      line: Int(cmark_node_get_start_line(node)), column: Int(cmark_node_get_start_column(node)))
  }

  // MARK: Blocks

  private func children(of node: Node) throws(ContentError) -> [Block] {
    try blocks(MarkdownTree.children(of: node))
  }

  private func blocks(_ nodes: [Node]) throws(ContentError) -> [Block] {
    var blocks: [Block] = []
    var html = ""
    var isHidden = false
    for (index, node) in nodes.enumerated() {
      // A prediction was read together with its figure.
      if isHidden {
        isHidden = false
        continue
      }
      if cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK {
        let literal = literal(node)
        remarks.add(html: literal, at: offset(of: node))
        html += literal + "\n"
        continue
      }
      // HTML with empty lines in it is still one piece.
      if !html.isEmpty { blocks += HTMLBlocks.read(html) }
      html = ""
      if language(of: node) == PredictionBlock.predict {
        blocks.append(try prediction(node, before: nodes.dropFirst(index + 1).first))
        isHidden = true
        continue
      }
      blocks += try self.blocks(node)
    }
    return html.isEmpty ? blocks : blocks + HTMLBlocks.read(html)
  }

  private func blocks(_ node: Node) throws(ContentError) -> [Block] {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HEADING:
      return [.heading(level: Int(cmark_node_get_heading_level(node)), prose(in: node))]
    case CMARK_NODE_PARAGRAPH: return prose(in: node).blocks
    case CMARK_NODE_BLOCK_QUOTE: return [try quote(node)]
    case CMARK_NODE_THEMATIC_BREAK: return [.rule]
    case CMARK_NODE_LIST: return [.list(try list(node))]
    case CMARK_NODE_CODE_BLOCK: return [try code(node)]
    default:
      if typeName(node) == "table" { return [.table(table(node))] }
      return [.paragraph([Span(literal(node))])]
    }
  }

  private func quote(_ node: Node) throws(ContentError) -> Block {
    guard let paragraph = cmark_node_first_child(node),
      cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH,
      let first = cmark_node_first_child(paragraph), let alert = alert(first)
    else { return .quote(try children(of: node)) }
    let rest = prose(in: paragraph, from: cmark_node_next(first)).trimmed.blocks
    let others = MarkdownTree.children(of: node).dropFirst()
    return .alert(alert, rest + (try blocks(Array(others))))
  }

  /// The kind of alert of a quote that begins with a node.
  private func alert(_ node: Node) -> Alert? {
    guard cmark_node_get_type(node) == CMARK_NODE_TEXT else { return nil }
    if let next = cmark_node_next(node) {
      let type = cmark_node_get_type(next)
      guard type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK else { return nil }
    }
    let word = literal(node).trimmed
    guard word.hasPrefix("[!"), word.hasSuffix("]") else { return nil }
    return Alert(rawValue: word.dropFirst(2).dropLast().lowercased())
  }

  private func list(_ node: Node) throws(ContentError) -> ListBlock {
    var items: [ListBlock.Item] = []
    for item in MarkdownTree.children(of: node) {
      let isTask = typeName(item) == "tasklist"
      items.append(
        ListBlock.Item(
          try children(of: item),
          isDone: isTask ? cmark_gfm_extensions_get_tasklist_item_checked(item) : nil))
    }
    let isNumbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    return ListBlock(
      start: isNumbered ? Int(cmark_node_get_list_start(node)) : nil, items: items,
      isTight: cmark_node_get_list_tight(node) != 0)
  }

  /// The info string of a fenced code block; empty for other nodes.
  private func language(of node: Node) -> String {
    guard cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK else { return "" }
    return input.restored(text(cmark_node_get_fence_info(node))).trimmed
  }

  private func code(_ node: Node) throws(ContentError) -> Block {
    let language = language(of: node)
    let literal = code(in: node)
    if language == "math" {
      return .math(text: TeXText.text(literal, keepsLines: true) ?? literal, source: literal)
    }
    if language == PredictionBlock.exercise {
      return .exercise(try PredictionBlock(makeError: errors(in: node)).exercise(literal))
    }
    guard FigureBlock.languages.contains(language) else {
      return .code(language: language, text: literal)
    }
    return .figure(try figure(node, language))
  }

  private func figure(_ node: Node, _ language: String) throws(ContentError) -> Figure {
    try FigureBlock(functions: functions, makeError: errors(in: node)).figure(
      code(in: node), language: language)
  }

  /// A prediction, together with the figure after it.
  private func prediction(_ node: Node, before next: Node?) throws(ContentError) -> Block {
    let language = next.map(language(of:)) ?? ""
    guard let next, FigureBlock.languages.contains(language) else {
      throw errors(in: node)(0, 0, .noFigureAfterPrediction)
    }
    let block = PredictionBlock(makeError: errors(in: node))
    return .prediction(
      try block.prediction(code(in: node), hiding: try figure(next, language)))
  }

  /// The lines between the fences.
  private func code(in node: Node) -> String {
    var literal = literal(node)
    if literal.hasSuffix("\n") { literal.removeLast() }
    return literal
  }

  /// Makes errors at a line and a column of a fenced block, both from 0.
  private func errors(
    in node: Node
  ) -> (_ line: Int, _ column: Int, ContentError.Problem) -> ContentError {
    let (source, firstLine) = (source, source.line(at: offset(of: node)) + 1)
    let lines = code(in: node).split(separator: "\n", omittingEmptySubsequences: false)
    return { line, offset, problem in
      let text = lines.indices.contains(line) ? lines[line] : ""
      let place = source.offset(inLine: firstLine + line, endingWith: text, offset)
      return source.error(at: place, problem)
    }
  }

  private func table(_ node: Node) -> TableBlock {
    let columns = Int(cmark_gfm_extensions_get_table_columns(node))
    var alignments = Array(repeating: TableBlock.Alignment.left, count: columns)
    if let marks = cmark_gfm_extensions_get_table_alignments(node) {
      for column in 0..<columns {
        switch marks[column] {
        case UInt8(ascii: "c"): alignments[column] = .center
        case UInt8(ascii: "r"): alignments[column] = .right
        default: break
        }
      }
    }
    let rows = MarkdownTree.children(of: node).map { row -> [Prose] in
      let cells = MarkdownTree.children(of: row).map { prose(in: $0) }
      return Array((cells + Array(repeating: [], count: columns)).prefix(columns))
    }
    return TableBlock(
      alignments: alignments, header: rows.first ?? [], rows: Array(rows.dropFirst()))
  }

  // MARK: Running text

  private func prose(in node: Node) -> Prose { prose(in: node, from: cmark_node_first_child(node)) }

  /// The running text of a node's children, from one of them on.
  private func prose(in node: Node, from first: Node?) -> Prose {
    var reader = ProseReader(input: input, remarks: remarks)
    reader.read(from: first, traits: [], destination: nil)
    return reader.finished
  }

  private func typeName(_ node: Node) -> String { text(cmark_node_get_type_string(node)) }
  private func literal(_ node: Node) -> String {
    input.restored(text(cmark_node_get_literal(node)))
  }
  private func text(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}

extension Prose {
  /// The text on one line, for titles.
  fileprivate var title: String { plainText.replacing("\n", with: " ").trimmed }

  /// The text as paragraphs, with display mathematics between them.
  fileprivate var blocks: [Block] {
    var blocks: [Block] = []
    var rest: Prose = []
    for span in self {
      guard let source = span.source, Formula.isDisplayed(source) else {
        rest.append(span)
        continue
      }
      if !rest.trimmed.isEmpty { blocks.append(.paragraph(rest.trimmed)) }
      rest = []
      blocks.append(.math(text: span.text, source: source))
    }
    if !rest.trimmed.isEmpty || blocks.isEmpty { blocks.append(rest.trimmed.paragraph) }
    return blocks
  }

  /// The text as a paragraph, or as a link to an instrument if it is nothing else.
  private var paragraph: Block {
    guard let address = first?.destination, InstrumentLink(address) != nil,
      allSatisfy({ $0.destination == address })
    else { return .paragraph(self) }
    return .instrument(address: address, words: plainText)
  }
}
