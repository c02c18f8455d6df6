/// What the manual page says besides options and keys; backquotes stand around what is typed.
enum ManualText {
  /// What it is, paragraph by paragraph.
  static let description = [
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
  static let options = "Every command takes these, after its name."

  /// What stands above the keys.
  static let keys = """
    `?` shows all keys of the screen in view. Arrows and `h j k l` move, `Space` and `b` page, `Enter` \
    opens, `Esc` and `q` lead one level out, digits pick answers. The screens with the most keys:
    """

  /// Files and what is in them.
  static let files: [(name: String, words: String)] = [
    (
      "$XDG_DATA_HOME/tutor/progress.sqlite",
      "Your record; in ~/.local/share where XDG_DATA_HOME is not set. Readable by you alone."
    ),
    ("progress.sqlite.backup-N", "Copies of the record as it was before a command changed it."),
    ("progress.sqlite.damaged-N", "What lay in the record's place and was no record."),
    ("progress.sqlite.decks/", "Decks that you have added with `tutor import`."),
    (
      "../share/tutor/activation-functions/",
      "The lesson, seen from the folder of the program itself, so that both may be moved together."
    ),
  ]

  /// Variables and what they do.
  static let environment: [(name: String, words: String)] = [
    ("TUTOR_COURSE", "The folder of the course, where `--course` is not given."),
    ("TUTOR_PROGRESS", "The file of the record, where `--progress` is not given."),
    ("XDG_DATA_HOME, HOME", "Where the record is kept."),
    ("NO_COLOR", "No colours, if set to anything and `--color` is `auto`."),
    ("TERM", "The terminal. On the Linux console, whose fonts lack Braille, plots are ASCII."),
    (
      "LC_ALL, LC_CTYPE, LANG",
      "The locale. Without UTF-8 everything is drawn in seven bits, and nothing is lost."
    ),
    ("TZ", "Your time zone. A day of learning begins at 04:00."),
  ]

  /// Exit statuses and what they mean.
  static let statuses: [(number: Int32, words: String)] = [
    (0, "Done."),
    (Failure.Status.general, "Anything else went wrong, or the certificate is not earned yet."),
    (Failure.Status.usage, "The command line makes no sense."),
    (Failure.Status.badContent, "A course, a deck or a record has a mistake."),
    (Failure.Status.noInput, "There is no such file or folder."),
    (Failure.Status.cannotWrite, "Something cannot be written."),
  ]

  /// Command lines, each with what it is for.
  static let examples: [(words: String, command: String)] = [
    ("Read the third section:", "tutor lesson 3"),
    ("Print two curves and their slopes:", "tutor plot gelu silu --x=-4...4 --print"),
    ("Where do they differ most?", "tutor plot gelu silu --difference --print"),
    ("Values to the last digit:", "tutor plot elu --set alpha=2 --at -1 --at 3"),
    (
      "Train three networks that differ in their activation alone:",
      "tutor lab race relu swish gelu --epochs 5 --headless"
    ),
    ("What do you know, as JSON?", "tutor progress --json"),
    ("Take the deck to Anki:", "tutor export --format apkg --output deck.apkg"),
    ("Any screen as text:", "tutor render plot --keys \"Down Down v\" --size 100x30"),
  ]
}
