package import TerminalUI

extension Words {
  /// The flashcard session.
  package enum Cards {
    package static let name = "Flashcards"

    // Titles.

    package static let titleAtEnd = "Cards"
    package static func title(_ number: Int, of count: Int) -> String {
      "Cards · \(number) of \(count)"
    }
    /// More cards are due than one session asks.
    package static func title(_ number: Int, of count: Int, waiting: Int) -> String {
      "Cards · \(number) of \(count), \(waiting) left for another day"
    }
    package static func cramTitle(_ number: Int, of count: Int) -> String {
      "Cram · \(number) of \(count)"
    }

    // Actions of keys.

    package static let turn = "turn"
    package static let undo = "undo"
    package static let hint = "hint"
    package static let intervals = "intervals"
    package static let twoGrades = "two grades"
    package static let fourGrades = "four grades"
    package static let suspend = "suspend"
    package static let rewrite = "rewrite"
    package static let cramAll = "practise all cards"
    package static let practiseMissed = "practise missed cards"
    package static let unlock = "unlock new cards"

    // Grades, on the card and on the help page.

    package static let again = "forgot"
    package static let hard = "hard but right"
    /// The same for narrow screens.
    package static let hardInShort = "hard"
    package static let good = "knew it"
    package static let easy = "easy"

    // Under a card.

    package static func think(_ keys: KeyNames) -> String {
      "think, then \(keys[.space]) to turn"
    }
    /// Under a card that was forgotten many times.
    package static func slipping(_ keys: KeyNames) -> String {
      "You keep forgetting this card: \(keys["o"]) opens the section, \(keys["e"]) rewrites the card "
        + "in your own words, \(keys["!"]) suspends it."
    }

    // Status messages.

    package static let suspended = "Suspended. The Progress screen lists it and can resume it."
    /// After a card was forgotten once more.
    package static func forgotten(times: Int, _ keys: KeyNames) -> String {
      "Forgotten \(times) times. When it comes back, \(keys["e"]) rewrites it in your own words, "
        + "\(keys["!"]) suspends it."
    }

    // The end of a session.

    /// At the end of a session without cards.
    package static func newAreLocked(_ locked: Int, _ keys: KeyNames) -> String {
      locked == 1
        ? "Nothing is due. 1 new card unlocks when you read its section; \(keys["n"]) unlocks it now."
        : "Nothing is due. \(locked) new cards unlock when you read their sections; "
          + "\(keys["n"]) unlocks them now."
    }
    package static let nothingDue = "Nothing is due, and this session has no new cards left."
    package static func done(graded: Int, missed: Int) -> String {
      graded == 1
        ? "Done: 1 card graded, \(missed) to see again."
        : "Done: \(graded) cards graded, \(missed) to see again."
    }
    package static func cramOffer(_ keys: KeyNames) -> String {
      "\(keys.word(.enter)) practises every card now; these grades do not change the schedule."
    }

    // Intervals until a card is due, as short as possible.

    package static func minutes(_ count: Int) -> String { "\(count)m" }
    package static func hours(_ count: Int) -> String { "\(count)h" }
    package static func days(_ count: Int) -> String { "\(count)d" }
  }

  /// A card shown outside a session.
  package enum CardPeek {
    package static let name = "Card"
  }

  /// The editor in which learners reword a card.
  package enum Rewrite {
    package static let name = "Own words"
    package static let title = "In your own words"

    package static let keep = "save and close"
    package static let toQuestion = "edit the question"
    package static let toAnswer = "edit the answer"
    package static let clear = "clear"
    package static let authors = "restore the original"

    package static let front = "Question"
    package static let back = "Answer"

    package static let restored = "Restored the author's words."
    package static let kept = "Saved in your words."
  }
}
