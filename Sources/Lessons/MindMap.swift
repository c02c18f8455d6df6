/// The lesson as a tree of topics.
public struct MindMap: Hashable, Sendable {
  /// The target of a node.
  public enum Target: Hashable, Sendable {
    /// A section, by its id.
    case section(String)
    /// A flashcard, by its card's id.
    case card(String)
    /// A function in the plot explorer.
    case plot(String)
  }

  public struct Node: Hashable, Sendable {
    public var title: String
    /// The target, if the node has one.
    public var target: Target?
    /// The children in the author's order.
    public var children: [Node]

    public init(_ title: String, target: Target? = nil, children: [Node] = []) {
      self.title = title
      self.target = target
      self.children = children
    }
  }

  public var root: Node

  public init(root: Node) { self.root = root }
}
