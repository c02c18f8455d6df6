import CCmark

/// Footnotes that cmark would drop because nothing refers to them.
enum Footnotes {
  /// A definition's name and line.
  struct Label {
    let name: String
    let line: Int
  }

  /// The definitions in a document that are missing from its tree.
  static func unused(in bytes: [UInt8], _ tree: MarkdownTree) -> [Label] {
    var labels: [Label] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      let start = line.drop { $0 == 0x20 || $0 == UInt8(ascii: ">") }
      guard start.starts(with: "[^".utf8), let end = start.firstIndex(of: UInt8(ascii: "]")),
        end + 1 < start.endIndex, start[end + 1] == UInt8(ascii: ":"), end > start.startIndex + 2
      else { continue }
      labels.append(
        Label(
          name: String(decoding: start[(start.startIndex + 2)..<end], as: UTF8.self),
          line: index + 1))
    }
    guard !labels.isEmpty else { return [] }
    let definitions = MarkdownTree.children(of: tree.root).filter {
      cmark_node_get_type($0) == CMARK_NODE_FOOTNOTE_DEFINITION
    }
    let known = Set(definitions.map { Int(cmark_node_get_start_line($0)) })
    return labels.filter { !known.contains($0.line) }
  }

  /// U+FDD1, a noncharacter that occurs nowhere else.
  private static let mark = String(decoding: [0xEF, 0xB7, 0x91] as [UInt8], as: UTF8.self)

  /// Parses the document with added references to some footnotes; they are removed from the result.
  ///
  /// - Returns: Nil if the document ends with an open construct that would contain the references.
  static func tree(of bytes: [UInt8], with names: [String]) -> MarkdownTree? {
    let references = "\n\n\(mark)\(names.map { " [^\($0)]" }.joined())\n"
    guard let tree = MarkdownTree(bytes + Array(references.utf8)) else { return nil }
    let last = MarkdownTree.children(of: tree.root).last { node in
      cmark_node_get_type(node) != CMARK_NODE_FOOTNOTE_DEFINITION
    }
    guard let last, cmark_node_get_type(last) == CMARK_NODE_PARAGRAPH,
      let text = cmark_node_first_child(last).flatMap({ cmark_node_get_literal($0) }),
      String(cString: text).hasPrefix(mark)
    else { return nil }
    cmark_node_unlink(last)
    cmark_node_free(last)
    return tree
  }
}
