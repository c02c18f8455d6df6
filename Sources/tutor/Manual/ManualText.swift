import Words

/// Lists of the manual page other than options and keys, with their texts from ``Words``.
enum ManualText {
  /// Files and their contents.
  static let files: [(name: String, words: String)] = [
    ("$XDG_DATA_HOME/tutor/progress.sqlite", Words.Manual.record),
    ("progress.sqlite.day-YYYY-MM-DD", Words.Manual.dailyCopies),
    ("progress.sqlite.backup-N", Words.Manual.backups),
    ("progress.sqlite.damaged-N", Words.Manual.damaged),
    ("progress.sqlite.decks/", Words.Manual.decks),
    ("$XDG_CONFIG_HOME/tutor/config.json", Words.Manual.preferences),
    ("../share/tutor/activation-functions/", Words.Manual.lesson),
  ]

  /// Environment variables and their effects.
  static let environment: [(name: String, words: String)] = [
    ("TUTOR_COURSE", Words.Manual.course),
    ("TUTOR_PROGRESS", Words.Manual.progress),
    ("TUTOR_LOG", Words.Manual.log),
    ("XDG_DATA_HOME, HOME", Words.Manual.dataHome),
    ("XDG_CONFIG_HOME, HOME", Words.Manual.configHome),
    ("NO_COLOR", Words.Manual.noColor),
    ("ACCESSIBLE", Words.Manual.accessible),
    ("TERM", Words.Manual.terminal),
    ("ESCDELAY", Words.Manual.escapeDelay),
    ("LC_ALL, LC_CTYPE, LANG", Words.Manual.locale),
    ("TZ", Words.Manual.timeZone),
  ]

  /// Exit statuses and their meanings.
  static let statuses: [(number: Int32, words: String)] = [
    (0, Words.Manual.done),
    (Failure.Status.general, Words.Manual.otherFailure),
    (Failure.Status.usage, Words.Manual.badUsage),
    (Failure.Status.badContent, Words.Manual.badContent),
    (Failure.Status.noInput, Words.Manual.noInput),
    (Failure.Status.cannotWrite, Words.Manual.cannotWrite),
    (Failure.Status.closedPipe, Words.Manual.readerClosed),
  ]

  /// Example command lines and their purposes.
  static let examples: [(words: String, command: String)] = [
    (Words.Manual.readSection, "tutor lesson 3"),
    (Words.Manual.printCurves, "tutor plot gelu silu --x=-4...4 --print"),
    (Words.Manual.compareCurves, "tutor plot gelu silu --difference --print"),
    (Words.Manual.printValues, "tutor plot elu --set alpha=2 --at -1 --at 3"),
    (Words.Manual.race, "tutor lab race relu swish gelu --epochs 5 --headless"),
    (Words.Manual.knowledge, "tutor progress --json"),
    (Words.Manual.exportDeck, "tutor export --format apkg --output deck.apkg"),
    (Words.Manual.render, "tutor render plot --keys \"Down Down v\" --size 100x30"),
  ]
}
