import CCmark
import Lessons
import MarkupText

/// Reads the running text of a paragraph, a heading or a cell, including inline HTML.
struct ProseReader {
  typealias Node = MarkdownTree.Node

  let input: ParserInput
  let remarks: MarkdownRemarks
  private var builder = ProseBuilder()

  init(input: ParserInput, remarks: MarkdownRemarks) {
    self.input = input
    self.remarks = remarks
  }

  var finished: Prose { builder.finished.trimmedBreaks }

  /// Reads a node and its following siblings.
  ///
  /// - Parameters:
  ///   - first: The first node.
  ///   - traits: The style of the surrounding text.
  ///   - destination: The destination of a surrounding link.
  mutating func read(from first: Node?, traits: Traits, destination: String?) {
    var next = first
    while let node = next {
      next = cmark_node_next(node)
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT: addText(node, traits, destination)
      case CMARK_NODE_SOFTBREAK: builder.append(" ", traits, destination)
      case CMARK_NODE_LINEBREAK: builder.append("\n", traits, destination)
      case CMARK_NODE_CODE: builder.append(literal(node), traits.union(.code), destination)
      case CMARK_NODE_EMPH: read(in: node, traits.union(.emphasis), destination)
      case CMARK_NODE_STRONG: read(in: node, traits.union(.strong), destination)
      case CMARK_NODE_LINK: addLink(node, traits)
      case CMARK_NODE_IMAGE: addPicture(node, traits, destination)
      case CMARK_NODE_HTML_INLINE: next = addHTML(node, traits, destination) ?? next
      case CMARK_NODE_FOOTNOTE_REFERENCE:
        builder.append(
          ScriptLetters.raised(literal(node)), traits.union(.note), destination)
      default:
        let isStruck = typeName(node) == "strikethrough"
        read(in: node, isStruck ? traits.union(.struck) : traits, destination)
      }
    }
  }

  private mutating func read(in node: Node, _ traits: Traits, _ destination: String?) {
    read(from: cmark_node_first_child(node), traits: traits, destination: destination)
  }

  private mutating func addText(_ node: Node, _ traits: Traits, _ destination: String?) {
    let text = text(cmark_node_get_literal(node))
    for (part, before) in input.parts(of: text) {
      switch part {
      case .text(let text): builder.append(text, traits, destination)
      case .formula(let formula):
        add(formula, at: offset(of: node, plus: before), traits, destination)
      }
    }
    guard text.contains("[^") else { return }
    for match in text.matches(of: /\[\^([^\]\s]+)\]/) {
      let before = text[..<match.range.lowerBound].utf8.count
      remarks.add(offset(of: node, plus: before), .unknownNote(String(match.1)))
    }
  }

  private mutating func add(
    _ formula: Formula, at offset: Int, _ traits: Traits, _ destination: String?
  ) {
    let text = TeXText.text(formula.content, keepsLines: formula.isDisplayed)
    if text == nil { remarks.add(offset, .verbatimMath(formula.source)) }
    builder.append(
      Span(
        text ?? formula.source, traits.union(.math), destination: destination,
        source: formula.source))
  }

  private mutating func addLink(_ node: Node, _ traits: Traits) {
    let url = input.restored(text(cmark_node_get_url(node)))
    let address = Address.safe(url)
    if address == nil, !url.isEmpty { remarks.add(offset(of: node), .unsafeLink(url)) }
    read(in: node, traits, address)
  }

  private mutating func addPicture(_ node: Node, _ traits: Traits, _ destination: String?) {
    var words = ProseReader(input: input, remarks: MarkdownRemarks())
    words.read(in: node, [], nil)
    let name = Address.fileName(input.restored(text(cmark_node_get_url(node))))
    let text = words.finished.plainText.trimmed
    let shown = text.isEmpty ? name : text
    remarks.add(offset(of: node), .picture(shown))
    builder.append(shown, traits.union(.picture), destination)
  }

  // MARK: HTML

  /// Applies a tag.
  ///
  /// - Returns: The node to continue with, if it is not the one after the tag.
  private mutating func addHTML(
    _ node: Node, _ traits: Traits, _ destination: String?
  ) -> Node? {
    let source = literal(node)
    remarks.add(html: source, at: offset(of: node))
    guard HTMLNames.isKnown(tag: source), let tag = remarks.tag(source) else {
      builder.append(HTMLNames.shown(source), traits, destination)
      return nil
    }
    builder.traits = traits
    builder.destination = destination
    if !tag.isEnd, tag.isHidden, let end = self.end(of: tag.name, after: node) {
      if let picture = tag.picture { builder.append(picture, traits.union(.picture), destination) }
      return cmark_node_next(end)
    }
    if tag.isEnd { builder.end(tag.name) } else { builder.begin(tag) }
    return nil
  }

  private func end(of name: String, after node: Node) -> Node? {
    var next = cmark_node_next(node)
    for _ in 0..<200 {
      guard let node = next else { return nil }
      if cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE, let tag = remarks.tag(literal(node)),
        tag.isEnd, tag.name == name
      {
        return node
      }
      next = cmark_node_next(node)
    }
    return nil
  }

  // MARK: Nodes

  private func offset(of node: Node, plus bytes: Int = 0) -> Int {
    input.offset(
      line: Int(cmark_node_get_start_line(node)),
      column: Int(cmark_node_get_start_column(node)) + bytes)
  }
  private func typeName(_ node: Node) -> String { text(cmark_node_get_type_string(node)) }
  private func literal(_ node: Node) -> String {
    input.restored(text(cmark_node_get_literal(node)))
  }
  private func text(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}
