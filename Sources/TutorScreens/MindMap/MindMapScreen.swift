import Lessons
import Practice
import TerminalUI
import Words

/// The lesson as a tree that shows what is known and what is fading.
struct MindMapScreen: Screen {
  enum Action: Sendable {
    case move(Move), toParent, toChild, fold, foldToDepth(Int), focus, showWhole, open, leave
  }

  let name = Words.MindMap.name
  private var tree: MindMapTree?
  private var selected: MindMapTree.Path = []
  private var states: [MindMapTree.Path: NodeState] = [:]
  private var eventCount = -1
  /// The passage of the lesson about the selected node, for the preview; nil if it is not about a section.
  private var passage: ReadingPosition?

  init() {}

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    guard let tree = tree ?? context.bundle.mindMap.map(MindMapTree.init) else {
      return [.back(.leave)]
    }
    typealias Does = Words.MindMap.Keys
    let hasSeveral = tree.rows.count > 1
    let hasChildren = !tree.node(selected).children.isEmpty
    let isWhole = tree.focus.isEmpty
    return [
      .move(Action.move, when: hasSeveral),
      KeyBinding(
        [("left", [.left, "h"], .toParent), ("right", [.right, "l"], .toChild)], Does.levels,
        footer: true,
        when: hasChildren || selected != tree.focus),
      KeyBinding("fold", [.space], .fold, Does.fold, footer: true, when: hasChildren),
      .digits("fold-to", 9, { .foldToDepth($0 + 1) }, Does.foldTo, when: tree.hasDepths),
      KeyBinding(
        "focus-branch", ["f"], .focus, Does.focus, footer: true, when: selected != tree.focus),
      KeyBinding("whole-map", ["F", .escape, .backspace], .showWhole, Does.whole, when: !isWhole),
      KeyBinding(
        "open", [.enter], .open, Words.Common.goThere, footer: true,
        when: target(of: tree.node(selected), context) != nil),
      .ends(Action.move, when: hasSeveral),
      KeyBinding(
        "back", isWhole ? [.escape, "q", .backspace] : ["q"], .leave, Words.Common.back,
        footer: true),
    ]
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    refresh(context)
    findPassage(context)
    return .stay
  }

  private mutating func refresh(_ context: AppContext) {
    guard let map = context.bundle.mindMap else {
      tree = nil
      return
    }
    if tree?.root != map.root {
      tree = MindMapTree(map)
      selected = []
      eventCount = -1
    }
    guard eventCount != context.learner.eventCount, let tree else { return }
    eventCount = context.learner.eventCount
    states = [:]
    var waiting: [MindMapTree.Path] = [[]]
    while let path = waiting.popLast() {
      let node = tree.node(path)
      states[path] = NodeState(node, context)
      waiting += node.children.indices.map { path + [$0] }
    }
  }

  mutating func handle(_ action: Action, in context: AppContext) -> TutorResponse {
    let response = perform(action, context)
    findPassage(context)
    return response
  }

  /// Finds the passage about the selected node if there is room for a preview.
  private mutating func findPassage(_ context: AppContext) {
    guard context.isWide, let node = tree?.node(selected), case .section(let id) = node.target
    else { return passage = nil }
    passage = context.bundle.passage(about: [node.title], in: id)
  }

  private mutating func perform(_ action: Action, _ context: AppContext) -> TutorResponse {
    refresh(context)
    guard let rows = tree?.rows, let node = tree?.node(selected) else { return .pop }
    switch action {
    case .move(let move):
      selected = rows[move.from(rows.firstIndex(of: selected) ?? 0, of: rows.count)]
    case .toParent: if selected != tree?.focus { selected.removeLast() }
    case .toChild:
      if tree?.folded.contains(selected) == true { tree?.fold(selected) }
      if !node.children.isEmpty { selected.append(0) }
    case .fold: tree?.fold(selected)
    case .foldToDepth(let depth):
      tree?.fold(toDepth: depth)
      // A node in a folded branch cannot stay selected.
      while tree?.rows.contains(selected) == false, !selected.isEmpty { selected.removeLast() }
    case .focus: tree?.focus(on: selected)
    case .showWhole: tree?.focus(on: [])
    case .open: return target(of: node, context).map { .push($0) } ?? .stay
    case .leave: return .pop
    }
    return .stay
  }

  /// The screen that a node opens; nil if there is none.
  private func target(of node: MindMap.Node, _ context: AppContext) -> Route? {
    switch node.target {
    case .section(let id): context.passage(about: [node.title], in: id)
    case .card(let id): context.bundle.deck.card(id: id).map { .card($0) }
    case .plot(let name): .plot(.functions([name]))
    case nil: nil
    }
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    var page = Page(name, status: status, keys: footer(in: context), in: context)
    guard let tree else {
      page.frame.write(Words.MindMap.none, x: 2, y: page.body.origin.y)
      return page.frame
    }
    let rows = tree.rows
    let detail = detail(tree, context)
    let height = page.body.size.height - detail.count
    let row = rows.firstIndex(of: selected) ?? 0
    let first = max(0, min(row - height / 2, rows.count - height))
    let depth = selected.count - tree.focus.count
    // Deep nodes shift the tree to the left, so that they stay visible.
    let shift = context.isPlain ? 0 : max(0, depth * 3 - limit(context) / 3)
    for (line, path) in rows.dropFirst(first).prefix(height).enumerated() {
      draw(path, tree, on: &page, y: page.body.origin.y + line, x: 2 - shift, context)
    }
    page.write(detail, from: page.body.maxY - detail.count, x: 2)
    if let side = Columns(in: context).side {
      MindMapPreview(
        node: tree.node(selected), state: states[selected], passage: passage, context: context
      ).draw(in: side, on: &page)
    }
    return page.frame
  }

  /// Whether titles may be cut and nodes have marks only; the selected node is described below the map.
  private func isNarrow(_ context: AppContext) -> Bool {
    !context.isPlain && context.size.width < 60
  }

  /// The title of the selected node and the learner's knowledge of it, if the map is narrow.
  private func detail(_ tree: MindMapTree, _ context: AppContext) -> [TextLine] {
    guard isNarrow(context) else { return [] }
    let node = tree.node(selected)
    let state = (states[selected] ?? NodeState(node, context)).words(
      context.charset, isPlain: false)
    return Array(
      TextLayout.wrap(
        context.text(Words.MindMap.detail(node.title, state: state)),
        width: context.size.width - 3, style: Style(.dim)
      ).prefix(2))
  }

  /// The column after the tree.
  private func limit(_ context: AppContext) -> Int {
    Columns(in: context).side.map { $0.origin.x - 2 } ?? context.size.width
  }

  private var status: String {
    guard let tree else { return "" }
    let rows = tree.rows
    let row = rows.firstIndex(of: selected) ?? 0
    return Words.MindMap.place(row + 1, of: rows.count)
  }

  private func draw(
    _ path: MindMapTree.Path, _ tree: MindMapTree, on page: inout Page, y: Int, x: Int,
    _ context: AppContext
  ) {
    let node = tree.node(path)
    var column = page.frame.write(branches(path, tree, context), x: x, y: y, .axis)
    let isSelected = path == selected
    if isSelected, context.isPlain { column = page.frame.write("▸ ", x: column, y: y) }
    let isFolded = tree.folded.contains(path)
    let mark = isFolded && !context.isPlain ? context.charset.pick("▸ ", "+ ") : ""
    column = page.frame.write(mark, x: column, y: y, .accent, .bold)
    let role: Role = isSelected ? .selection : node.children.isEmpty ? .text : .heading
    let state = states[path] ?? NodeState(node, context)
    let narrow = isNarrow(context)
    let words =
      narrow
      ? state.marks(context.charset)
      : state.words(context.charset, isPlain: context.isPlain)
        + (isFolded && context.isPlain ? Words.MindMap.folded : "")
    var title = context.text(node.title)
    if narrow || context.isWide {
      title = TextLayout.truncate(
        title, width: max(1, limit(context) - 3 - words.displayWidth - column),
        ellipsis: context.charset.pick("…", "~"))
    }
    column = page.frame.write(
      title, x: column, y: y, role, node.children.isEmpty ? [] : .bold)
    page.frame.write((narrow ? " " : "  ") + words, x: column, y: y, .dim)
  }

  /// The branches from the focus to a node.
  private func branches(
    _ path: MindMapTree.Path, _ tree: MindMapTree, _ context: AppContext
  ) -> String {
    if context.isPlain {
      return String(repeating: "  ", count: path.count - tree.focus.count)
    }
    let charset = context.charset
    var text = ""
    for level in tree.focus.count..<max(tree.focus.count, path.count) {
      let parent = Array(path.prefix(level))
      let isLast = path[level] == tree.node(parent).children.count - 1
      let isOwn = level == path.count - 1
      switch (isOwn, isLast) {
      case (true, true): text += charset.pick("└─ ", "`- ")
      case (true, false): text += charset.pick("├─ ", "+- ")
      case (false, true): text += "   "
      case (false, false): text += charset.pick("│  ", "|  ")
      }
    }
    return text
  }
}
