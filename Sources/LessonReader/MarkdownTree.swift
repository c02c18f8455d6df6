import CCmark
import Synchronization

/// A Markdown document parsed by cmark-gfm.
final class MarkdownTree {
  typealias Node = OpaquePointer

  let root: Node
  private let parser: OpaquePointer

  /// The extensions that lessons use, besides footnotes.
  private static let extensions = ["table", "strikethrough", "autolink", "tasklist"]

  /// Held while a document is parsed: cmark-gfm keeps the characters that its extensions handle in one table for all
  /// parsers, and registers the extensions at its first use.
  private static let lock = Mutex(())

  /// Parses a document; nil if memory is exhausted.
  init?(_ bytes: some Collection<UInt8>) {
    var parsed: (root: Node, parser: OpaquePointer)?
    Self.lock.withLock { _ in parsed = Self.parse(bytes) }
    guard let parsed else { return nil }
    (root, parser) = parsed
  }

  private static func parse(
    _ bytes: some Collection<UInt8>
  ) -> (root: Node, parser: OpaquePointer)? {
    cmark_gfm_core_extensions_ensure_registered()
    let options = CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES
    guard let parser = cmark_parser_new(options) else { return nil }
    for name in extensions {
      if let found = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, found)
      }
    }
    let feed = { (bytes: UnsafeBufferPointer<UInt8>) in
      bytes.withMemoryRebound(to: CChar.self) {
        cmark_parser_feed(parser, $0.baseAddress, $0.count)
      }
    }
    if bytes.withContiguousStorageIfAvailable(feed) == nil {
      Array(bytes).withUnsafeBufferPointer(feed)
    }
    guard let root = cmark_parser_finish(parser) else {
      cmark_parser_free(parser)
      return nil
    }
    return (root, parser)
  }

  deinit {
    cmark_node_free(root)
    cmark_parser_free(parser)
  }

  /// The children of a node.
  static func children(of node: Node) -> [Node] {
    var nodes: [Node] = []
    var next = cmark_node_first_child(node)
    while let node = next {
      nodes.append(node)
      next = cmark_node_next(node)
    }
    return nodes
  }
}

/// Distinguishes lines of text from code and HTML.
enum TextLines {
  /// The paragraphs: segments without empty lines, code and HTML.
  ///
  /// - Parameters:
  ///   - bytes: The document.
  ///   - start: The first byte of the line to begin with.
  /// - Returns: The bytes of each paragraph, without its final line feed.
  static func paragraphs(of bytes: [UInt8], from start: Int) -> [Range<Int>] {
    let text = bytes[start...]
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    var isText = lines.map { !$0.allSatisfy { " \t>".utf8.contains($0) } }
    for range in otherLines(of: text) {
      for line in range.clamped(to: 0..<lines.count) { isText[line] = false }
    }
    var paragraphs: [Range<Int>] = []
    for (line, isText) in zip(lines, isText) where isText {
      if let last = paragraphs.last, last.upperBound + 1 == line.startIndex {
        paragraphs[paragraphs.count - 1] = last.lowerBound..<line.endIndex
      } else {
        paragraphs.append(line.startIndex..<line.endIndex)
      }
    }
    return paragraphs
  }

  /// The lines of code blocks and HTML blocks, from 0.
  private static func otherLines(of bytes: ArraySlice<UInt8>) -> [Range<Int>] {
    guard let tree = MarkdownTree(bytes), let iterator = cmark_iter_new(tree.root) else {
      return []
    }
    defer { cmark_iter_free(iterator) }
    var ranges: [Range<Int>] = []
    while case let event = cmark_iter_next(iterator), event != CMARK_EVENT_DONE {
      let node = cmark_iter_get_node(iterator)
      let type = cmark_node_get_type(node)
      guard event == CMARK_EVENT_ENTER,
        type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK
      else { continue }
      let first = Int(cmark_node_get_start_line(node)) - 1
      ranges.append(max(0, first)..<max(first, Int(cmark_node_get_end_line(node))))
    }
    return ranges
  }
}
