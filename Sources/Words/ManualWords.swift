extension Words {
  /// The manual page besides what commands, options and screens say of themselves.
  ///
  /// Backquotes stand around what is typed.
  package enum Manual {
    /// Headings in capitals, as they are the custom of manual pages.
    package enum Heading {
      package static let name = "NAME"
      package static let synopsis = "SYNOPSIS"
      package static let description = "DESCRIPTION"
      package static let options = "OPTIONS"
      package static let commands = "COMMANDS"
      package static let keys = "KEYS"
      package static let files = "FILES"
      package static let environment = "ENVIRONMENT"
      package static let status = "EXIT STATUS"
      package static let examples = "EXAMPLES"
    }

    /// The part of the manual in which the page stands.
    package static let volume = "User Commands"
    /// A comment at the top of the page's source.
    package static let origin = "Made by the hidden command `tutor manual`."
    /// In the synopsis, for options of any kind.
    package static let options = "options"
    /// In the synopsis, for a command.
    package static let command = "command"
    /// In the synopsis, for what a command takes by its place.
    package static let arguments = "arguments"
    /// What an option is where it is not given; a sentence behind the option's own.
    package static func standard(_ value: String) -> String { "Default: \(value)." }

    /// What it is, paragraph by paragraph.
    package static let description = [
      """
      `tutor` teaches one lesson, activation functions, in a terminal: text with figures that can be \
      held and turned, a plot explorer, flashcards, a quiz, a Speed Challenge, a laboratory of small \
      networks, a mind map, a timeline and a glossary. Whatever is answered anywhere feeds one memory, \
      which asks for every card again shortly before it would be forgotten (FSRS-6).
      """,
      """
      Without a command the home screen opens, and offers to go on where you were. Every answer is on \
      disk before the next screen appears. The program uses no network.
      """,
    ]
    /// What stands above the options that are everybody's.
    package static let sharedOptions = "Every command takes these, after its name."
    /// What stands above the keys; here they have their usual names.
    package static let keys = """
      `?` shows all keys of the screen in view. Arrows and `h j k l` move, `Space` and `b` page, `Enter` \
      opens, `Esc` and `q` lead one level out, digits pick answers. The screens with the most keys:
      """
    /// Heads the keys that all screens have.
    package static let everywhere = "Everywhere"
    /// There is nothing to make the page from.
    package static let noDescription = "the parser does not describe the command line any more"

    // Files.

    package static let record =
      "Your record; in ~/.local/share where XDG_DATA_HOME is not set. Readable by you alone."
    package static let backups = "Copies of the record as it was before a command changed it."
    package static let dailyCopies =
      "Copies of the record, one for each of the latest seven days on which you learnt something."
    package static let damaged = "A damaged record, or what lay in the record's place and was none."
    package static let decks = "Decks that you have added with `tutor import`."
    package static let preferences =
      "Your preferences, if you have any; in ~/.config where XDG_CONFIG_HOME is not set."
    package static let lesson =
      "The lesson, seen from the folder of the program itself, so that both may be moved together."

    // Variables of the environment.

    package static let course = "The folder of the course, where `--course` is not given."
    package static let progress = "The file of the record, where `--progress` is not given."
    package static let dataHome = "Where the record is kept."
    package static let configHome = "Where your preferences are."
    package static let log =
      "A file for a debug log: inputs, events, effects and frames with times, never what you type or answer."
    package static let noColor = "No colours, if set to anything and `--color` is `auto`."
    package static let terminal =
      "The terminal. On the Linux console, whose fonts lack Braille, plots are ASCII."
    package static let escapeDelay =
      "Milliseconds between two bytes of a key at most, 120 if not set. Esc alone is answered after them."
    package static let locale =
      "The locale. Without UTF-8 everything is drawn in seven bits, and nothing is lost."
    package static let timeZone = "Your time zone. A day of learning begins at 04:00."
  }
}

// Exit statuses.
extension Words.Manual {
  package static let done = "Done."
  package static let otherFailure =
    "Anything else went wrong, or the certificate is not earned yet."
  package static let badUsage = "The command line makes no sense."
  package static let badContent = "A course, a deck or a record has a mistake."
  package static let noInput = "There is no such file or folder."
  package static let cannotWrite = "Something cannot be written."
  package static let readerGone = "The reader of standard output ended first."
}

// What command lines are for; each stands above its own.
extension Words.Manual {
  package static let readSection = "Read the third section:"
  package static let printCurves = "Print two curves and their slopes:"
  package static let compareCurves = "Where do they differ most?"
  package static let printValues = "Values to the last digit:"
  package static let race = "Train three networks that differ in their activation alone:"
  package static let knowledge = "What do you know, as JSON?"
  package static let exportDeck = "Take the deck to Anki:"
  package static let render = "Any screen as text:"
}
