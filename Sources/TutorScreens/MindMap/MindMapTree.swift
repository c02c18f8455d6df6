import Lessons
import Practice
import TerminalUI
import Words

/// A mind map as rows: the unfolded nodes in reading order.
struct MindMapTree: Sendable {
  /// The index of the child at each level, from the root; empty for the root.
  typealias Path = [Int]

  let root: MindMap.Node
  /// Nodes whose children are hidden.
  private(set) var folded: Set<Path> = []
  /// The node that is shown as the root.
  private(set) var focus: Path = []

  init(_ map: MindMap) { root = map.root }

  /// The node at a path.
  func node(_ path: Path) -> MindMap.Node {
    path.reduce(root) { node, child in
      node.children.indices.contains(child) ? node.children[child] : node
    }
  }

  /// The paths of the visible nodes, from top to bottom.
  var rows: [Path] { rows(under: focus) }

  private func rows(under path: Path) -> [Path] {
    guard !folded.contains(path) else { return [path] }
    let count = node(path).children.count
    return [path] + (0..<count).flatMap { rows(under: path + [$0]) }
  }

  /// Folds or unfolds a node.
  mutating func fold(_ path: Path) {
    guard !node(path).children.isEmpty else { return }
    if folded.remove(path) == nil { folded.insert(path) }
  }

  /// Whether depths differ: something is hidden, or there is something under a node under the focus.
  var hasDepths: Bool {
    !folded.isEmpty || rows.contains { $0 != focus && !node($0).children.isEmpty }
  }

  /// Unfolds this number of levels under the focus, and folds deeper ones.
  mutating func fold(toDepth depth: Int) {
    folded = []
    for path in rows where path.count - focus.count >= depth && !node(path).children.isEmpty {
      folded.insert(path)
    }
  }

  /// Shows a node as the root, or the whole map again.
  mutating func focus(on path: Path) {
    focus = path
    folded.remove(path)
  }
}

/// The learner's state of a node.
struct NodeState: Hashable, Sendable {
  /// The learner's knowledge of its flashcards.
  var counts: MasteryCounts
  /// Whether the section was read; nil if it is not a section.
  var isRead: Bool?

  /// Computes the state, for an inner node from all nodes under it.
  init(_ node: MindMap.Node, _ context: AppContext) {
    if case .section(let id) = node.target { isRead = context.learner.sectionsRead.contains(id) }
    counts = context.mastery(of: Self.distinctCards(of: node, context))
  }

  /// The flashcards of a node and of all nodes under it, each once.
  static func distinctCards(of node: MindMap.Node, _ context: AppContext) -> [Flashcard] {
    var seen: Set<String> = []
    return cards(of: node, context).filter { seen.insert($0.id).inserted }
  }

  private static func cards(of node: MindMap.Node, _ context: AppContext) -> [Flashcard] {
    var cards = node.children.flatMap { Self.cards(of: $0, context) }
    let deck = context.bundle.deck
    switch node.target {
    case .section(let id): cards += deck.flashcards.filter { $0.card.section == id }
    case .card(let id): cards += deck.card(id: id)?.flashcards ?? []
    case .plot(let name): cards += deck.flashcards.filter { $0.card.tags.contains(name) }
    case nil: break
    }
    return cards
  }

  /// Marks alone.
  func marks(_ charset: Charset) -> String {
    [
      isRead == true ? charset.pick("✓", "+") : nil,
      counts.total > 0 ? counts.level.mark(charset) : nil,
    ].compactMap { $0 }.joined(separator: " ")
  }

  /// Marks and a number, so that nothing depends on colour.
  func words(_ charset: Charset, isPlain: Bool) -> String {
    var words = isPlain ? isRead == true ? [charset.pick("✓", "+")] : [] : [marks(charset)]
    guard counts.total > 0 else { return words.joined() }
    words.append(
      counts.level == .none
        ? Words.Mastery.new : Words.Mastery.known(counts.known, of: counts.total))
    return words.joined(separator: " ")
  }
}
