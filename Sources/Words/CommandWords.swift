extension Words {
  /// What the commands do, as `--help` and the manual page tell it.
  ///
  /// A command's name gives one sentence with a full stop; `more` after it what is to be said besides. What begins
  /// with hyphens, or is a name of a format or a command, is typed as it stands.
  package enum Commands {
    /// The program itself; its manual page's first line is made from it.
    package static let tutor = "Learn activation functions for good, in the terminal."
    package static let tutorMore =
      "Without a command, tutor opens the home screen and offers to go on where you were."
    package static let home = "Open the home screen."
    package static let lesson = "Read the lesson."
    package static let cards = "Practise flashcards."
    package static let quiz = "Answer questions, untimed."
    package static let speed = "Take the Speed Challenge."
    package static let map = "Walk through the mind map."
    package static let timeline = "See who introduced what, and when."
    package static let glossary = "Look terms up."

    package static let plot = "Draw functions and their slopes."
    package static func plotMore(functions: [String]) -> String {
      "Functions: \(functions.joined(separator: ", ")). A function may carry its parameters, as in "
        + "swish:beta=2, and a whole plot is one word, as the explorer copies it with y: "
        + "swish:beta=2+gelu/x=-4...4/slope=overlaid. With output that is no terminal, or --print, "
        + "the plot is printed."
    }

    package static let lab = "Watch gradients vanish, race activations, break softmax."
    package static let labMenu = "Open the lab."
    package static let gradient = "Deep networks, and what reaches their first layer."
    package static let numerics = "Logits, and the moment when a formula breaks."
    package static let race = "Train up to four activations from one seed on the same batches."
    package static func raceMore(data: [String]) -> String {
      "Data: \(data.joined(separator: ", "))."
    }

    package static let render = "Draw a screen as text or as an SVG picture."
    package static func renderMore(screens: [String]) -> String {
      "Screens: \(screens.joined(separator: ", ")). Keys are words such as Down, Enter, Space, "
        + "PageUp, C-l, or single characters."
    }
    /// A hidden command.
    package static let manual = "Print the manual page's source."
    /// A hidden command.
    package static let completions = "Print a shell's completion script."
  }
}

// The course and its deck.
extension Words.Commands {
  package static let lint =
    "Check a course: structure, layout, and every number the maths can check."
  package static let lintMore =
    "One line for each finding, FILE:LINE:COLUMN: SEVERITY: RULE: MESSAGE. The exit status is 65 if "
    + "there is an error."
  package static let newCourse = "Make a small course to begin with; it lints clean."
  package static let importDeck =
    "Add a deck: a text file as Anki exports it, or a deck as JSON."
  package static let importDeckMore =
    "Its cards are asked along with the course's; a tag that is a section's name puts a card there. "
    + "Importing the same file again updates its deck: cards keep their history. Any other file is a "
    + "deck of its own, whatever its name; --replace NAME makes it the new edition of one. Notes that "
    + "make no card are listed. - reads standard input. Nothing imported can change the course's own "
    + "cards or the record."
  package static let export = "Write the deck for Anki, or as JSON."
  package static let exportMore =
    "anki is the text file that Anki imports; apkg is a package, with --schedule also with what you "
    + "know; json is the course's own deck as its author wrote it. Curves cannot go to Anki: "
    + "questions about them are left out, and a package has flashcards only."
}

// The certificate.
extension Words.Commands {
  package static let certificate = "Print the certificate, once it is earned."
  package static let certificateMore =
    "It is asked for: every section read, every card remembered on two days and known now, a quiz "
    + "passed. What is missing is told otherwise, and the exit status is 1."
  package static let verify =
    "Check whether a certificate agrees with itself and with the record."
  package static let verifyMore =
    "It shows consistency, not identity: anybody who can write a record can write one that agrees. "
    + "The exit status is 1 if something does not agree."
}

// The record.
extension Words.Commands {
  package static let progress = "Print what you know."
  package static let path = "Print where the record is kept."
  package static let exportRecord = "Print the record as JSON Lines, one event a line."
  package static let importRecord =
    "Add the events of an exported record; nothing that is there changes."
  package static let merge =
    "Add the events of another record, such as one from another machine."
  package static let backup = "Copy the record to a file beside it, and read the copy back."
  package static let restore =
    "Go back to a copy of the record; the record as it was is kept."
  package static let restoreMore =
    "To add a copy's events without losing later ones, use `tutor progress merge`."
  package static let reset = "Begin anew; the record as it was is kept."
  package static let repair = "Move entries that are stamped in the future back."
  package static let repairMore =
    "For a clock that was ahead: such cards would not be asked for that long. Entries of one wrong "
    + "clock are moved together. The record as it was is kept; `tutor progress restore` brings it back."
  package static let exam =
    "Set the day of an exam; the plan up to it stands in `tutor progress`."
  package static let optimise = "Fit FSRS to your own reviews, and see whether that helps."
  package static let optimiseMore =
    "The last fifth of the reviews is held out of the fit; only if the fitted weights say more "
    + "about those, they are offered. Nothing that is scheduled already moves: the new weights "
    + "count from the next grade of a card on."
}
