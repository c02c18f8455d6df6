extension Words {
  /// Descriptions of the commands, for `--help` and the manual page.
  ///
  /// A member with the command's name is one sentence with a full stop; the member with `More` after it continues.
  /// Options and names of formats and commands are typed as they are and are not translated.
  package enum Commands {
    /// Also the first line of the manual page.
    package static let tutor = "Learn activation functions for good, in the terminal."
    package static let tutorDiscussion =
      "Without a command, tutor opens the home screen and offers to continue where you stopped."
    package static let home = "Open the home screen."
    package static let lesson = "Read the lesson."
    package static let cards = "Practise flashcards."
    package static let quiz = "Answer questions, untimed."
    package static let speed = "Take the Speed Challenge."
    package static let map = "Open the mind map."
    package static let timeline = "Show who introduced which function, and when."
    package static let glossary = "Look up terms."
    package static let glossaryDiscussion = "With a term, its definition is printed."

    package static let plot = "Draw functions and their slopes."
    package static func plotDiscussion(functions: [String]) -> String {
      "Functions: \(functions.joined(separator: ", ")). Parameters follow a function's name, as in "
        + "swish:beta=2. One word can describe a whole plot, as the explorer copies it with y: "
        + "swish:beta=2+gelu/x=-4...4/slope=overlaid. The plot is printed if --print is given or "
        + "standard output is not a terminal."
    }

    package static let lab =
      "Watch gradients vanish, race activations, overflow softmax, diagnose networks."
    package static let labMenu = "Open the lab."
    package static let gradient =
      "Show the gradient that reaches the first layer of a deep network."
    package static let numerics = "Show for which logits a formula breaks."
    package static let diagnose =
      "Find the fault that was planted in a small network, or that there is none."
    package static let diagnoseDiscussion =
      "Each network is trained or propagated on the spot, and the numbers are what was measured. Equal "
      + "seeds show equal networks: --seed repeats one."
    package static let race = "Train up to four activations from one seed on the same batches."
    package static func raceDiscussion(data: [String]) -> String {
      "Data: \(data.joined(separator: ", "))."
    }

    package static let render = "Draw a screen as text or as an SVG picture."
    package static func renderDiscussion(screens: [String]) -> String {
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
    "Check a course: structure, layout, and every number that can be computed."
  package static let lintDiscussion =
    "One line for each finding, FILE:LINE:COLUMN: SEVERITY: RULE: MESSAGE. The exit status is 65 if "
    + "there is an error."
  package static let newCourse = "Create a small course to start from."
  package static let importDeck =
    "Add a deck: a text file as Anki exports it, or a deck as JSON."
  package static let importDeckDiscussion =
    "Its cards are asked together with the course's cards. A tag that names a section assigns the "
    + "card to that section. Importing the same file again updates its deck, and cards keep their "
    + "history. Any other file becomes a deck of its own, even if its name is the same; --replace NAME "
    + "makes it the new edition of a deck. Skipped notes are listed. - reads standard input. An import "
    + "never changes the course's own cards or the record."
  package static let export = "Write the deck for Anki, or as JSON."
  package static let exportDiscussion =
    "anki is a text file that Anki imports. apkg is an Anki package; --schedule adds your schedule "
    + "and reviews to it. json is the course's deck as its author wrote it. Anki cannot draw curves: "
    + "questions about them are skipped, and a package contains flashcards only."
}

// The certificate.
extension Words.Commands {
  package static let certificate = "Print the certificate, once it is earned."
  package static let certificateDiscussion =
    "It requires every section read, every card remembered on two days and known now, and a quiz "
    + "passed. If something is missing, it is listed, and the exit status is 1."
  package static let verify =
    "Check that a certificate is unchanged and agrees with the record."
  package static let verifyDiscussion =
    "This proves consistency, not identity: anyone who can write a record can write one that agrees. "
    + "The exit status is 1 if something does not agree."
}

// The record.
extension Words.Commands {
  package static let progress = "Print what you know."
  package static let path = "Print where the record is kept."
  package static let exportRecord = "Print the record as JSON Lines, one event per line."
  package static let importRecord =
    "Add the events of an exported record; existing events do not change."
  package static let merge =
    "Add the events of another record, such as one from another machine."
  package static let backup = "Copy the record to a file next to it, and check the copy."
  package static let restore =
    "Restore the record from a copy; the current record is kept."
  package static let restoreDiscussion =
    "To add a copy's events without losing later ones, use `tutor progress merge`."
  package static let reset = "Start an empty record; the current record is kept."
  package static let repair = "Correct entries that are dated in the future."
  package static let repairDiscussion =
    "Run it after the system clock was ahead: cards answered then would not be asked before that date. "
    + "Entries of one wrong clock are moved together. The current record is kept; `tutor progress "
    + "restore` restores it."
  package static let exam =
    "Set the date of an exam; `tutor progress` shows the plan up to it."
  package static let retention =
    "Print the reviews a day at each desired retention, or set it."
  package static let retentionDiscussion =
    "Desired retention is the chance of recall at which a card becomes due: 90 % unless you set it. A graph and a "
    + "table show what it costs until the exam, or over 90 days, and the recall that FSRS expects on that day."
  package static let optimise =
    "Fit the weights of FSRS to your reviews, and check whether they predict better."
  package static let optimiseDiscussion =
    "From 64 reviews a day or more after the previous one, the first 4 weights are fitted (the initial "
    + "stabilities); from 200, all 21. The last fifth of the reviews is held out of the fit; the fitted weights "
    + "are offered only if they predict those better. Cards that are already scheduled keep their dates: the new weights "
    + "apply from a card's next review."
}
