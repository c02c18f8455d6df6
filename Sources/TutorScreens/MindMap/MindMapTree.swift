import Lessons
import Practice
import Words

/// A mind map as rows: what is unfolded, in reading order.
struct MindMapTree: Sendable {
  /// Which child to take at each level, from the root; empty for the root itself.
  typealias Path = [Int]

  let root: MindMap.Node
  /// Nodes whose children are hidden.
  private(set) var folded: Set<Path> = []
  /// The node that stands for the root.
  private(set) var focus: Path = []

  init(_ map: MindMap) { root = map.root }

  /// The node at a path.
  func node(_ path: Path) -> MindMap.Node {
    path.reduce(root) { node, child in
      node.children.indices.contains(child) ? node.children[child] : node
    }
  }

  /// The paths that are shown, top to bottom.
  var rows: [Path] { rows(under: focus) }

  private func rows(under path: Path) -> [Path] {
    guard !folded.contains(path) else { return [path] }
    let count = node(path).children.count
    return [path] + (0..<count).flatMap { rows(under: path + [$0]) }
  }

  /// Hides a node's children, or shows them again.
  mutating func fold(_ path: Path) {
    guard !node(path).children.isEmpty else { return }
    if folded.remove(path) == nil { folded.insert(path) }
  }

  /// Whether depths differ: something is hidden, or there is something under a node under the focus.
  var hasDepths: Bool {
    !folded.isEmpty || rows.contains { $0 != focus && !node($0).children.isEmpty }
  }

  /// Shows so many levels under the focus, and hides what lies deeper.
  mutating func fold(toDepth depth: Int) {
    folded = []
    for path in rows where path.count - focus.count >= depth && !node(path).children.isEmpty {
      folded.insert(path)
    }
  }

  /// Makes a node the root, or the whole map the root again.
  mutating func focus(on path: Path) {
    focus = path
    folded.remove(path)
  }
}

/// What the record says about a node of the mind map.
struct NodeState: Hashable, Sendable {
  /// The mean chance of recall today of what has been asked; nil if nothing has.
  var recall: Double?
  /// Whether it is a section that was read; nil if it is none.
  var isRead: Bool?

  /// Works the state out, for an inner node from everything under it.
  init(_ node: MindMap.Node, _ context: AppContext) {
    if case .section(let id) = node.target { isRead = context.learner.sectionsRead.contains(id) }
    recall = context.learner.meanRecall(of: Self.cards(of: node, context), on: context.today)
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

  /// Under this chance of recall, a node counts as fading.
  static let fading = 0.8

  /// A mark and a number; never the hue alone.
  func words(_ charset: (String, String) -> String) -> String {
    var words: [String] = []
    if isRead == true { words.append(charset("✓", "+")) }
    if let recall {
      let percent = ProgressPages.percent(recall)
      words.append(recall < Self.fading ? Words.MindMap.fading(percent: percent) : percent)
    } else if isRead != true {
      words += [charset("·", "."), Words.MindMap.new]
    }
    return words.joined(separator: " ")
  }
}
