/// The names of actions that learners can map keys to, in their preferences.
///
/// Preferences files contain these names, so they must not change. The bindings of the screens have them, too; a test
/// compares both.
public enum ActionNames {
  /// Names of actions of earlier versions: preferences may contain them, and their keys keep their usual meanings.
  public static let retired = ["boundary", "data", "functions", "network", "seed"]

  public static let all: [String] =
    [
      "accept", "add-class", "again", "all-grades", "back", "bookmark", "bookmarks",
      "cancel", "card", "cards", "certificate", "charset", "clear", "code-left", "code-right",
      "contents", "copy", "course", "cram", "decrease", "delete", "delete-forward",
      "delete-word",
      "describe", "difference", "down", "down-fast", "easy", "edit", "end-search", "epoch", "exam",
      "explain",
      "faster",
      "filter", "finish",
      "first",
      "focus-branch", "fold", "gate", "glossary", "good", "half-page-down",
      "half-page-up", "hard", "help", "hint",
      "increase", "instrument", "intervals", "jump-back", "jumps", "keep", "last", "leave",
      "leave-term", "left",
      "left-fast", "links", "lower-all", "map", "measure", "mouse", "new-line",
      "new-weights", "next", "next-figure", "next-landmark", "next-match", "next-page",
      "next-question", "next-section", "next-term", "note", "open", "open-in-lesson", "other-curve",
      "other-field", "other-network", "other-parameter", "page-down", "page-up", "pan-down",
      "pan-left", "pan-right", "pan-up", "pause", "play", "plot", "practise-missed", "previous",
      "previous-figure", "previous-landmark", "previous-match",
      "previous-page", "proceed", "previous-section", "previous-term", "quit", "raise-all", "read",
      "redraw",
      "remove",
      "remove-class", "reset", "restart", "restore", "resume", "rewrite", "right", "right-fast",
      "scope",
      "search", "second-derivative", "seeds", "show-all", "sketch", "sketch-slope",
      "skip-prediction", "slope", "slower",
      "speed", "start",
      "submit",
      "sureness", "suspend-card", "take-back", "timeline", "toggle-activation", "turn",
      "type-answer", "type-minus", "type-point", "type-zero", "undo",
      "unlock", "unsure", "up", "up-fast",
      "whole-map", "zoom-in", "zoom-out",
    ]
    + [("choice", 9), ("entry", 9), ("fold-to", 9), ("form", 4), ("range", 3)]
    .flatMap {
      name, count in (1...count).map { "\(name)-\($0)" }
    }
}
