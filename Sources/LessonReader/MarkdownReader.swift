import CCmark
import Lessons

/// Reads GitHub-Flavored Markdown with cmark-gfm.
struct MarkdownReader {
  private typealias Node = OpaquePointer

  let source: SourceText
  let functions: FunctionNames

  /// The parts of GitHub's flavour that lessons use.
  private static let extensions = ["table", "strikethrough", "autolink", "tasklist"]

  /// Reads a whole file: its first heading is the title, the rest are blocks.
  ///
  /// - Throws: `ContentError` if there is no title or a figure is wrong.
  func section(id: String) throws(ContentError) -> Section {
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = cmark_parser_new(CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_UNSAFE) else {
      throw ContentError(file: source.file, .unreadable)
    }
    defer { cmark_parser_free(parser) }
    for name in Self.extensions {
      if let found = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, found)
      }
    }
    source.bytes.withUnsafeBytes { bytes in
      cmark_parser_feed(
        parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    guard let document = cmark_parser_finish(parser) else {
      throw ContentError(file: source.file, .unreadable)
    }
    defer { cmark_node_free(document) }
    try checkDepth(of: document)
    guard let first = cmark_node_first_child(document),
      cmark_node_get_type(first) == CMARK_NODE_HEADING, cmark_node_get_heading_level(first) == 1
    else { throw ContentError(file: source.file, .missingTitle) }
    return Section(
      id: id, title: prose(in: first).plainText,
      blocks: try blocks(from: cmark_node_next(first)))
  }

  /// How deep quotes, lists and emphasis may lie in one another.
  private static let deepest = 64

  /// Refuses what is nested deeper than any lesson is: whoever goes through the blocks does so by recursion, and
  /// a line of nothing but `>` would use up the stack.
  private func checkDepth(of document: Node) throws(ContentError) {
    var (node, depth, line) = (document, 0, 1)
    while true {
      // Running text has no lines of its own.
      line = max(line, Int(cmark_node_get_start_line(node)))
      if let child = cmark_node_first_child(node) {
        (node, depth) = (child, depth + 1)
        guard depth <= Self.deepest else {
          throw ContentError(file: source.file, line: line, .nestedTooDeeply)
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

  private func children(of node: Node) throws(ContentError) -> [Block] {
    try blocks(from: cmark_node_first_child(node))
  }

  private func blocks(from first: Node?) throws(ContentError) -> [Block] {
    var blocks: [Block] = []
    var next = first
    while let node = next {
      if let block = try block(node) { blocks.append(block) }
      next = cmark_node_next(node)
    }
    return blocks
  }

  private func block(_ node: Node) throws(ContentError) -> Block? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HEADING:
      return .heading(level: Int(cmark_node_get_heading_level(node)), prose(in: node))
    case CMARK_NODE_PARAGRAPH: return .paragraph(prose(in: node))
    case CMARK_NODE_BLOCK_QUOTE: return .quote(try children(of: node))
    case CMARK_NODE_THEMATIC_BREAK: return .rule
    case CMARK_NODE_LIST: return .list(try list(node))
    case CMARK_NODE_CODE_BLOCK: return try code(node)
    case CMARK_NODE_HTML_BLOCK: return nil
    default:
      if typeName(node) == "table" { return .table(table(node)) }
      return .paragraph([Span(text(cmark_node_get_literal(node)))])
    }
  }

  private func list(_ node: Node) throws(ContentError) -> ListBlock {
    var items: [ListBlock.Item] = []
    var next = cmark_node_first_child(node)
    while let item = next {
      let isTask = typeName(item) == "tasklist"
      items.append(
        ListBlock.Item(
          try children(of: item),
          isDone: isTask ? cmark_gfm_extensions_get_tasklist_item_checked(item) : nil))
      next = cmark_node_next(item)
    }
    let isNumbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    return ListBlock(
      start: isNumbered ? Int(cmark_node_get_list_start(node)) : nil, items: items,
      isTight: cmark_node_get_list_tight(node) != 0)
  }

  private func code(_ node: Node) throws(ContentError) -> Block {
    let language = text(cmark_node_get_fence_info(node)).trimmed
    var literal = text(cmark_node_get_literal(node))
    if literal.hasSuffix("\n") { literal.removeLast() }
    guard FigureBlock.languages.contains(language) else {
      return .code(language: language, text: literal)
    }
    let firstLine = Int(cmark_node_get_start_line(node)) + 1
    let lines = literal.split(separator: "\n", omittingEmptySubsequences: false)
    let source = source
    let block = FigureBlock(functions: functions) { line, offset, problem in
      let place = source.offset(inLine: firstLine + line, endingWith: lines[line], offset)
      return source.error(at: place, problem)
    }
    return .figure(try block.figure(literal, language: language))
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
    var rows: [[Prose]] = []
    var next = cmark_node_first_child(node)
    while let row = next {
      var cells: [Prose] = []
      var cell = cmark_node_first_child(row)
      while let current = cell {
        cells.append(prose(in: current))
        cell = cmark_node_next(current)
      }
      rows.append(Array((cells + Array(repeating: [], count: columns)).prefix(columns)))
      next = cmark_node_next(row)
    }
    return TableBlock(
      alignments: alignments, header: rows.first ?? [], rows: Array(rows.dropFirst()))
  }

  private func prose(in node: Node) -> Prose {
    var spans: Prose = []
    collect(node, traits: [], destination: nil, into: &spans)
    return spans
  }

  private func collect(
    _ parent: Node, traits: Traits, destination: String?, into spans: inout Prose
  ) {
    var next = cmark_node_first_child(parent)
    while let node = next {
      next = cmark_node_next(node)
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT:
        append(text(cmark_node_get_literal(node)), traits, destination, to: &spans)
      case CMARK_NODE_SOFTBREAK: append(" ", traits, destination, to: &spans)
      case CMARK_NODE_LINEBREAK: append("\n", traits, destination, to: &spans)
      case CMARK_NODE_CODE:
        append(
          text(cmark_node_get_literal(node)), traits.union(.code), destination, to: &spans)
      case CMARK_NODE_EMPH:
        collect(node, traits: traits.union(.emphasis), destination: destination, into: &spans)
      case CMARK_NODE_STRONG:
        collect(node, traits: traits.union(.strong), destination: destination, into: &spans)
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
        let address = text(cmark_node_get_url(node))
        collect(node, traits: traits.union(.link), destination: address, into: &spans)
      case CMARK_NODE_HTML_INLINE: break
      default:
        let struck = typeName(node) == "strikethrough"
        collect(
          node, traits: struck ? traits.union(.struck) : traits, destination: destination,
          into: &spans)
      }
    }
  }

  private func append(
    _ text: String, _ traits: Traits, _ destination: String?, to spans: inout Prose
  ) {
    if let last = spans.indices.last, spans[last].traits == traits,
      spans[last].destination == destination
    {
      spans[last].text += text
    } else if !text.isEmpty {
      spans.append(Span(text, traits, destination: destination))
    }
  }

  private func typeName(_ node: Node) -> String { text(cmark_node_get_type_string(node)) }

  private func text(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}
