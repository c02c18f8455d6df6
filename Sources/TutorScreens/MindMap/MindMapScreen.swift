import Lessons
import Practice
import TerminalUI
import Words

/// The lesson as a tree that says what is known and what is fading.
struct MindMapScreen: Screen {
  let name = Words.MindMap.name
  private var tree: MindMapTree?
  private var selected: MindMapTree.Path = []
  private var states: [MindMapTree.Path: NodeState] = [:]
  private var eventCount = -1

  init() {}

  func keys(in context: AppContext) -> [KeyBinding] {
    typealias Does = Words.MindMap.Keys
    return [
      KeyBinding([.up, .down], Words.Common.move, footer: true, label: "↑ ↓"),
      KeyBinding([.left, .right], Does.levels, footer: true, label: "← →"),
      KeyBinding([.space], Does.fold, footer: true),
      KeyBinding([.character("1")], Does.foldTo, label: "1-9"),
      KeyBinding("f", Does.focus, footer: true), KeyBinding("F", Does.whole),
      KeyBinding([.enter], Words.Common.goThere, footer: true),
      KeyBinding([.escape, .character("q")], Words.Common.back, footer: true),
    ]
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    refresh(context)
    guard let key = event.key else { return .stay }
    guard tree != nil else { return key.leaves ? .pop : .stay }
    return press(key, context)
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

  private mutating func press(_ key: Key, _ context: AppContext) -> TutorResponse {
    guard let rows = tree?.rows, let node = tree?.node(selected) else { return .stay }
    let row = rows.firstIndex(of: selected) ?? 0
    switch key {
    case _ where key.goesDown: selected = rows[min(rows.count - 1, row + 1)]
    case _ where key.goesUp: selected = rows[max(0, row - 1)]
    case _ where key.goesLeft: if selected != tree?.focus { selected.removeLast() }
    case _ where key.goesRight:
      if tree?.folded.contains(selected) == true { tree?.fold(selected) }
      if !node.children.isEmpty { selected.append(0) }
    case .character("g"), .home: selected = rows.first ?? []
    case .character("G"), .end: selected = rows.last ?? []
    case .space: tree?.fold(selected)
    case .character("f"): tree?.focus(on: selected)
    case .character("F"): tree?.focus(on: [])
    case .enter: return open(node, context)
    case .escape where tree?.focus.isEmpty == false: tree?.focus(on: [])
    case _ where key.leaves: return .pop
    default:
      if let depth = key.digit, depth > 0 {
        tree?.fold(toDepth: depth)
        // What is folded away cannot stay selected.
        while tree?.rows.contains(selected) == false, !selected.isEmpty { selected.removeLast() }
      }
    }
    return .stay
  }

  private func open(_ node: MindMap.Node, _ context: AppContext) -> TutorResponse {
    switch node.target {
    case .section(let id):
      context.bundle.lesson.sectionIndex(id: id).map { .push(ReaderScreen(section: $0)) } ?? .stay
    case .card(let id):
      context.bundle.deck.card(id: id).map { .push(CardPeekScreen($0)) } ?? .stay
    case .plot(let name): .push(PlotScreen(functions: [name]))
    case nil: .stay
    }
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    var page = Page(name, status: status, keys: keys(in: context), in: context)
    guard let tree else {
      page.frame.write(Words.MindMap.none, x: 2, y: page.body.origin.y)
      return page.frame
    }
    let rows = tree.rows
    let height = page.body.size.height
    let row = rows.firstIndex(of: selected) ?? 0
    let first = max(0, min(row - height / 2, rows.count - height))
    let depth = selected.count - tree.focus.count
    // Deep nodes move the picture to the left, so that they stay in view.
    let shift = context.isPlain ? 0 : max(0, depth * 3 - context.size.width / 3)
    for (line, path) in rows.dropFirst(first).prefix(height).enumerated() {
      draw(path, tree, on: &page, y: page.body.origin.y + line, x: 2 - shift, context)
    }
    return page.frame
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
    if isSelected, context.isPlain { column = page.frame.write("> ", x: column, y: y) }
    let mark = tree.folded.contains(path) ? context.charset.pick("▸ ", "+ ") : ""
    column = page.frame.write(mark, x: column, y: y, .accent, .bold)
    let role: Role = isSelected ? .selection : node.children.isEmpty ? .text : .heading
    column = page.frame.write(
      context.text(node.title), x: column, y: y, role, node.children.isEmpty ? [] : .bold)
    let state = states[path] ?? NodeState(node, context)
    let isFading = (state.recall ?? 1) < NodeState.fading
    page.frame.write(
      "  " + state.words(context.charset.pick), x: column, y: y, isFading ? .accent : .dim)
  }

  /// The lines that lead from the focus to a node.
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
