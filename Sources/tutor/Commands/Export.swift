import ArgumentParser
import Lessons

/// The deck for other programs.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the deck as the text file that Anki imports.",
    discussion: "Curves cannot go along: questions about them are left out.")
  @OptionGroup var options: Options

  func run() throws {
    let deck = try Workspace(options).course().deck
    let cards = deck.cards.filter { card in
      if case .curve = card.form { return false }
      return true
    }
    Output.write(AnkiText(Deck(id: deck.id, title: deck.title, cards: cards)).text)
  }
}
