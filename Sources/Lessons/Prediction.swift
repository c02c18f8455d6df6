/// A question that is asked before its figure is shown.
public struct Prediction: Hashable, Sendable {
  /// The author's id, 1 to 64 of `[a-z0-9-]`; permanent.
  public var id: String
  /// A choice, or a number to type.
  public var form: Card.Form
  /// Explains what the figure shows, and what a wrong prediction missed.
  public var gap: String
  /// The figure that answers it.
  public var figure: Figure

  public init(id: String, form: Card.Form, gap: String, figure: Figure) {
    self.id = id
    self.form = form
    self.gap = gap
    self.figure = figure
  }

  /// The prediction as a question of a section.
  public func card(in section: String) -> Card {
    Card(id: id, section: section, form: form, explanation: gap)
  }
}

extension Block {
  /// The predictions in it, in order.
  public var predictions: [Prediction] {
    switch self {
    case .prediction(let prediction): [prediction]
    case .list(let list): list.items.flatMap(\.blocks).flatMap(\.predictions)
    case .quote(let blocks), .alert(_, let blocks): blocks.flatMap(\.predictions)
    default: []
    }
  }

  /// The ids of the questions of the exercises in it, in order.
  public var exercises: [String] {
    switch self {
    case .exercise(let questions): questions
    case .list(let list): list.items.flatMap(\.blocks).flatMap(\.exercises)
    case .quote(let blocks), .alert(_, let blocks): blocks.flatMap(\.exercises)
    default: []
    }
  }
}
