import Lessons
import Practice
import TerminalUI
import Words

extension AppContext {
  /// The sections that were not read to their end yet.
  var locks: SectionLocks {
    SectionLocks(sections: bundle.lesson.sections.map(\.id), learner: learner)
  }

  /// The numbers of these flashcards that are known, being learned and new today.
  func mastery(of cards: some Sequence<Flashcard>) -> MasteryCounts {
    MasteryCounts(of: cards, learner, on: today)
  }

  /// A bar of all flashcards of a group: known ones, then those being learned, then new ones.
  ///
  /// The parts differ in characters, too, so that they do not depend on colour.
  ///
  /// - Returns: Runs of `width` columns and a space; nothing in plain text.
  func masteryBar(_ counts: MasteryCounts, width: Int) -> [Run] {
    guard !isPlain, counts.total > 0, width > 0 else { return [] }
    // A card that was started is never invisible.
    let known = min(width, (counts.known * width + counts.total - 1) / counts.total)
    let begun = counts.known + counts.learning
    let learning = min(width, (begun * width + counts.total - 1) / counts.total) - known
    func part(_ unicode: String, _ ascii: String, _ count: Int) -> String {
      String(repeating: charset.pick(unicode, ascii), count: count)
    }
    return [
      Run(part("█", "#", known), .curve), Run(part("▓", "=", learning), .dim),
      Run(part("░", ".", width - known - learning), .dim), Run(" "),
    ]
  }
}

extension MasteryCounts.Level {
  /// A mark that does not depend on colour.
  func mark(_ charset: Charset) -> String {
    switch self {
    case .none: charset.pick("○", ".")
    case .begun: charset.pick("◔", "o")
    case .half: charset.pick("◑", "O")
    case .all: charset.pick("●", "@")
    }
  }
}
