/// The lesson as a tree.
public struct MindMap: Hashable, Sendable {
  /// Where a node leads.
  public enum Target: Hashable, Sendable {
    /// A section, by its id.
    case section(String)
    /// A flashcard, by its card's id.
    case card(String)
    /// A function in the plot explorer.
    case plot(String)
  }

  /// A node and what hangs on it.
  public struct Node: Hashable, Sendable {
    /// What it is called.
    public var title: String
    /// Where it leads, if anywhere.
    public var target: Target?
    /// The nodes on it, in the author's order.
    public var children: [Node]

    /// Makes a node.
    public init(_ title: String, target: Target? = nil, children: [Node] = []) {
      self.title = title
      self.target = target
      self.children = children
    }
  }

  /// The node in the middle.
  public var root: Node

  /// Makes a mind map.
  public init(root: Node) { self.root = root }
}
