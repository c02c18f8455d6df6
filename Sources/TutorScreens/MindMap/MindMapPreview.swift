import Activations
import Figures
import Lessons
import Practice
import TerminalUI
import Words

/// What a node of the mind map holds: its definition, its cards with their states, and its passage or curve.
struct MindMapPreview {
  let node: MindMap.Node
  let state: NodeState?
  /// The passage of the lesson about it, if it is about a section.
  let passage: ReadingPosition?
  let context: AppContext

  /// The flashcards that are listed.
  private static let mostCards = 12

  func draw(in area: Rect, on page: inout Page) {
    let rest = page.write(lines(width: area.textWidth), in: area)
    if case .plot(let name) = node.target {
      let functions = BoundActivation.named([name])
      guard !functions.isEmpty else { return }
      PlotDrawing(PlotState(functions), charset: context.charset).draw(on: &page.frame, in: rest)
    } else if let passage {
      let text = PassageText(position: passage, context: context)
      page.write(text.lines(width: area.textWidth, rows: rest.size.height), in: rest)
    }
  }

  private func lines(width: Int) -> [[Run]] {
    var text = ColumnText(width: width, context)
    text.add(node.title, Style(.heading, .bold))
    if let state, state.counts.total > 0 {
      let counts = state.counts
      let words = context.text(
        Words.Mastery.counts(known: counts.known, learning: counts.learning, new: counts.new))
      let bar = context.masteryBar(counts, width: width - words.displayWidth - 1)
      text.add([bar + [Run(words, .dim)]])
    }
    text.addBlank()
    if let definition = context.bundle.glossary.term(spelled: node.title)?.definition {
      text.add(definition)
      text.addBlank()
    }
    switch node.target {
    case .card(let id): if let card = context.bundle.deck.card(id: id) { add(card, to: &text) }
    case .plot(let name):
      addCards(to: &text)
      if let function = BoundActivation.named([name]).first {
        text.add(function.activation.formula, Style(.code))
      }
    case .section, nil: addCards(to: &text)
    }
    return text.lines
  }

  private func add(_ card: Card, to text: inout ColumnText) {
    text.addFaces(of: card)
    text.add(CardHistory(card.asFlashcard, context).lines(width: text.width))
  }

  /// The questions of the flashcards under the node, each after its state.
  private func addCards(to text: inout ColumnText) {
    let cards = NodeState.distinctCards(of: node, context)
    guard !cards.isEmpty else { return }
    for card in cards.prefix(Self.mostCards) {
      let mark = context.mastery(of: [card]).level.mark(context.charset)
      text.add(context.front(of: card), marker: [Run(mark + " ", .accent)])
    }
    if cards.count > Self.mostCards {
      text.add(Words.Frame.more(cards.count - Self.mostCards), Style(.dim), marker: [Run("  ")])
    }
    text.addBlank()
  }
}
