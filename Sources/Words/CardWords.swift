package import TerminalUI

extension Words {
  /// A sitting with flashcards: think, turn, grade.
  package enum Cards {
    /// The screen's name.
    package static let name = "Flashcards"

    // Titles.

    /// Where no card is shown.
    package static let titleAtEnd = "Cards"
    /// The second of twelve cards that are due.
    package static func title(_ number: Int, of count: Int) -> String {
      "Cards · \(number) of \(count)"
    }
    /// The same where more are due than one sitting asks.
    package static func title(_ number: Int, of count: Int, waiting: Int) -> String {
      waiting == 1
        ? "Cards · \(number) of \(count), 1 waits for another day"
        : "Cards · \(number) of \(count), \(waiting) wait for another day"
    }
    /// The second of twelve cards, asked outside of the schedule.
    package static func cramTitle(_ number: Int, of count: Int) -> String {
      "Cram · \(number) of \(count)"
    }

    // What keys do.

    /// Shows the back of a card.
    package static let turn = "turn"
    /// Takes the latest grade back.
    package static let undo = "undo"
    /// Shows the hint.
    package static let hint = "hint"
    /// Shows when a card would come back, grade by grade.
    package static let intervals = "intervals"
    /// Offers the two finer grades no longer.
    package static let twoGrades = "two grades"
    /// Offers the two finer grades, too.
    package static let fourGrades = "four grades"
    /// Leaves the card out from now on.
    package static let suspend = "never ask it again"
    /// Opens the card for other words.
    package static let rewrite = "in your own words"
    /// Asks every card, outside of the schedule.
    package static let cramAll = "practise all, without schedule"
    /// Asks once more what was missed.
    package static let practiseMissed = "practise the missed"
    /// Asks new cards whose sections have not been read.
    package static let unlock = "unlock new cards"

    // Grades, on the card and on the help page.

    /// The learner did not know it.
    package static let again = "forgot"
    /// The learner knew it, with effort.
    package static let hard = "hard but right"
    /// The same where there is little room.
    package static let hardInShort = "hard"
    /// The learner knew it.
    package static let good = "knew it"
    /// The learner knew it at once.
    package static let easy = "easy"

    // Under a card.

    /// While the back is hidden.
    package static func think(_ keys: KeyNames) -> String {
      "think, then \(keys[.space]) to turn"
    }
    /// Under a card that has been forgotten time and again.
    package static func slipping(_ keys: KeyNames) -> String {
      "This one keeps slipping away: \(keys["o"]) reads the section, \(keys["e"]) puts the card in "
        + "your own words, \(keys["!"]) leaves it out."
    }

    // Notices.

    /// After a card was left out.
    package static let suspended = "Not asked any more; Progress lists it and brings it back."
    /// When a card has been forgotten time and again.
    package static func forgotten(times: Int, _ keys: KeyNames) -> String {
      "Forgotten \(times) times: when it is back, \(keys["e"]) puts it in your words, "
        + "\(keys["!"]) leaves it out."
    }

    // The end of a sitting.

    /// Nothing was asked, since new cards wait for the learner to read.
    package static func newAreLocked(_ locked: Int, _ keys: KeyNames) -> String {
      locked == 1
        ? "Nothing is due. 1 new card waits until its section is read; \(keys["n"]) unlocks it now."
        : "Nothing is due. \(locked) new cards wait until their sections are read; "
          + "\(keys["n"]) unlocks them now."
    }
    /// Nothing was asked, since there was nothing to ask.
    package static let nothingDue = "Nothing is due, and nothing new is left for this sitting."
    /// What was asked.
    package static func done(graded: Int, missed: Int) -> String {
      graded == 1
        ? "Done: 1 card graded, \(missed) to see again."
        : "Done: \(graded) cards graded, \(missed) to see again."
    }
    /// What can be done although nothing is due.
    package static func cramOffer(_ keys: KeyNames) -> String {
      "\(keys.word(.enter)) practises every card now; grades then leave the schedule alone."
    }

    // Times until a card comes back, as short as can be.

    /// Minutes.
    package static func minutes(_ count: Int) -> String { "\(count)m" }
    /// Hours.
    package static func hours(_ count: Int) -> String { "\(count)h" }
    /// Days.
    package static func days(_ count: Int) -> String { "\(count)d" }
  }

  /// A card that is looked at outside of a sitting.
  package enum CardPeek {
    /// The screen's name and title.
    package static let name = "Card"
    /// How well it is known; the chance comes in percent.
    package static func recalled(percent: Int) -> String {
      "Recalled today with a chance of \(percent) %."
    }
    /// For a card that has never been graded.
    package static let notAsked = "You have not been asked this yet."
  }

  /// A card that is put into the learner's own words.
  package enum Rewrite {
    /// The screen's name.
    package static let name = "Own words"
    /// Its title.
    package static let title = "In your own words"

    /// What a key does: keeps what was typed and closes the screen.
    package static let keep = "keep and leave"
    /// What a key does: goes to the field with the question.
    package static let toQuestion = "the question"
    /// What a key does: goes to the field with the answer.
    package static let toAnswer = "the answer"
    /// What a key does: empties the field.
    package static let clear = "clear"
    /// What a key does: brings back what the course says.
    package static let authors = "the author's words"

    /// Above the field with the question.
    package static let front = "What is asked"
    /// Above the field with the answer.
    package static let back = "What is to be known"

    /// A notice: the course's words are back.
    package static let restored = "The card has the author's words again."
    /// A notice: the learner's words are kept.
    package static let kept = "Kept in your words."
  }
}
