package import TerminalUI

extension Words {
  /// The flashcard session.
  package enum Cards {
    package static let name = "Flashcards"

    // Titles.

    package static let titleAtEnd = "Cards"
    /// The number of cards of the session, of those not answered yet, and of those that come back.
    package static func title(_ count: Int, toGo: Int, again: Int) -> String {
      (count == 1 ? "1 card" : "\(count) cards") + rest(toGo: toGo, again: again)
    }
    package static func cramTitle(_ count: Int, toGo: Int, again: Int) -> String {
      "Cram · " + title(count, toGo: toGo, again: again)
    }
    private static func rest(toGo: Int, again: Int) -> String {
      " · \(toGo) to go" + (again == 0 ? "" : " · \(again) again")
    }
    /// Behind the title, if more cards are due than one session asks.
    package static func heldBack(_ count: Int) -> String { " · \(count) left for another day" }

    // Actions of keys.

    package static let turn = "turn"
    package static let showAnswer = "show the answer"
    package static let undo = "undo"
    package static let intervals = "intervals"
    package static let twoGrades = "two grades"
    package static let fourGrades = "four grades"
    package static let suspend = "suspend"
    package static let rewrite = "rewrite"
    package static let cram = "cram"
    package static let leave = "leave"
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
    /// Under a card whose answer is typed.
    package static func typeAnswer(_ keys: KeyNames) -> String {
      "type the answer; \(keys[.enter]) shows it"
    }
    /// After a wrong answer to a card whose answer is produced.
    package static let secondTry = "One more try. A right answer now counts as hard."
    /// The verdict if the learner asked for the answer instead of producing it.
    package static let answerShown = "You asked for the answer."
    /// Under a card that was forgotten many times.
    package static func slipping(_ keys: KeyNames) -> String {
      "You keep forgetting this card: \(keys["o"]) opens the section, \(keys["e"]) rewrites the card "
        + "in your own words, \(keys["!"]) suspends it."
    }

    // Status messages.

    package static let suspended = "Suspended. The Progress screen lists it and can resume it."
    package static let resumed = "No longer suspended."
    /// After a card was forgotten once more.
    package static func forgotten(times: Int, _ keys: KeyNames) -> String {
      "Forgotten \(times) times. When it comes back, \(keys["e"]) rewrites it in your own words, "
        + "\(keys["!"]) suspends it."
    }

    // The end of a session.

    /// At the end of a session without cards.
    package static func newAreLocked(_ locked: Int, _ keys: KeyNames) -> String {
      locked == 1
        ? "Nothing is due. 1 new card unlocks when you read its section; \(keys["+"]) unlocks it now."
        : "Nothing is due. \(locked) new cards unlock when you read their sections; "
          + "\(keys["+"]) unlocks them now."
    }
    package static let nothingDue = "Nothing is due, and this session has no new cards left."
    package static func done(cards: Int, atOnce: Int, minutes: Int) -> String {
      (cards == 1 ? "1 card" : "\(cards) cards") + " · \(atOnce) right at once · \(minutes) min"
    }
    package static let cramDone = "Cramming does not change the schedule."
    /// When the cards of this session are asked next.
    package static func next(_ parts: [String]) -> String {
      "Next: \(parts.joined(separator: ", "))."
    }
    package static func next(_ count: Int, inMinutes minutes: Int) -> String {
      minutes < 60 ? "\(count) in \(minutes) min" : "\(count) in \((minutes + 30) / 60) h"
    }
    package static func next(_ count: Int, inDays days: Int) -> String {
      days == 1 ? "\(count) tomorrow" : "\(count) in \(days) days"
    }
    package static func becameKnown(_ count: Int) -> String {
      count == 1 ? "1 card became known." : "\(count) cards became known."
    }
    package static let missed = "Missed"
    /// At the end of a practice without grades, before the first section was read.
    package static func cramIsLocked(_ keys: KeyNames) -> String {
      "Cramming covers what you have read, and you have not finished a section yet; "
        + "\(keys["+"]) takes the cards of the whole lesson."
    }

    // Intervals until a card is due, as short as possible.

    package static func minutes(_ count: Int) -> String { "\(count)m" }
    package static func hours(_ count: Int) -> String { "\(count)h" }
    package static func days(_ count: Int) -> String { "\(count)d" }
  }

  /// The learner's history with a card, beside it.
  package enum CardHistory {
    package static let isDue = "Due now."
    package static func due(inDays days: Int) -> String {
      days == 1 ? "Due tomorrow." : "Due in \(days) days."
    }
    /// Above the latest answers.
    package static func earlier(_ count: Int) -> String {
      count == 1 ? "1 earlier answer" : "\(count) earlier answers"
    }
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

    /// Heads the author's words.
    package static let original = "Original"

    package static let restored = "Restored the author's words."
    package static let kept = "Saved in your words."
  }
}
