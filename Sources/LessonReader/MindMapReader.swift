import Lessons

/// Reads `mindmap.md`: a title and a nested list, whose items may be links.
///
/// `[text](#section)` links to a section, `[text](card:id)` to a flashcard and `[text](plot:function)` to a plot.
struct MindMapReader {
  let source: SourceText
  let functions: FunctionNames
  let sections: Set<String>
  let deck: Deck

  /// Reads the tree.
  ///
  /// - Throws: `ContentError` if there is no title or no list, or a link has no target.
  func mindMap() throws(ContentError) -> MindMap {
    let section = try MarkdownReader(source: source, functions: functions).section(id: "map")
    guard case .list(let list)? = section.blocks.first, section.blocks.count == 1 else {
      throw ContentError(file: source.file, .noMindMap)
    }
    return MindMap(root: MindMap.Node(section.title, children: try nodes(list)))
  }

  private func nodes(_ list: ListBlock) throws(ContentError) -> [MindMap.Node] {
    var nodes: [MindMap.Node] = []
    for item in list.items {
      let text: String
      let link: String?
      switch item.blocks.first {
      case .paragraph(let prose):
        (text, link) = (prose.plainText, prose.lazy.compactMap(\.destination).first)
      case .instrument(let address, let words): (text, link) = (words, address)
      default: throw ContentError(file: source.file, .noMindMap)
      }
      var children: [MindMap.Node] = []
      for case .list(let list) in item.blocks.dropFirst() { children += try self.nodes(list) }
      var target: MindMap.Target?
      if let link { target = try self.target(link) }
      nodes.append(MindMap.Node(text, target: target, children: children))
    }
    return nodes
  }

  private func target(_ link: String) throws(ContentError) -> MindMap.Target {
    if link.hasPrefix("#") {
      let id = String(link.dropFirst())
      guard sections.contains(id) else { throw error(.unknownSection(id), in: link) }
      return .section(id)
    }
    if link.hasPrefix("card:") {
      let id = String(link.dropFirst(5))
      guard deck.card(id: id)?.isFlashcard == true else { throw error(.unknownCard(id), in: link) }
      return .card(id)
    }
    guard link.hasPrefix("plot:") else { throw error(.badLink(link), in: link) }
    let name = String(link.dropFirst(5))
    if let problem = functions.problem(functions: [name], settings: [:]) {
      throw error(problem, in: link)
    }
    return .plot(name)
  }

  /// An error at the first occurrence of a link.
  private func error(_ problem: ContentError.Problem, in link: String) -> ContentError {
    let wanted = Array("](\(link)".utf8)
    let bytes = source.bytes
    let offset = bytes.indices.first { bytes[$0...].starts(with: wanted) }
    return source.error(at: offset.map { $0 + 2 } ?? 0, problem)
  }
}
