extension Words {
  /// Results of `tutor import`.
  package enum Decks {}
}

extension Words.Decks {
  package static func tooLarge(_ path: String, megabytes: Int) -> String {
    "\(path): the file is larger than \(megabytes) MB: split the deck"
  }

  package static func added(_ name: String, new: Int, isTrial: Bool) -> String {
    (isTrial ? "Would add " : "Added ") + "\(name): \(cards(new, "new"))."
  }
  package static func unchanged(_ name: String, cards count: Int) -> String {
    "\(name) already has this content (\(cards(count))). Nothing changed."
  }
  package static func updated(
    _ name: String, new: Int, changed: Int, same: Int, gone: Int, isTrial: Bool
  ) -> String {
    (isTrial ? "Would update " : "Updated ") + "\(name): \(cards(new, "new")), \(changed) changed, "
      + "\(same) unchanged" + (gone > 0 ? ", \(gone) removed." : ".")
  }
  package static let whySame = "It was imported from this file before. Cards keep their history."
  package static func inCourse(_ count: Int) -> String {
    "Skipped \(cards(count)): the course already has \(count == 1 ? "it" : "them")."
  }
  /// The command in it is typed as it is.
  package static func shared(_ count: Int, with name: String, file: String) -> String {
    "\(count) of these cards \(count == 1 ? "is" : "are") also in \(name); both decks keep "
      + "\(count == 1 ? "it" : "them"). To update \(name) instead: tutor import --replace \(name) \(file)"
  }
  package static func ignored(_ setting: String, line: Int) -> String {
    "Line \(line): the setting \"\(setting)\" has no effect here."
  }
  package static func skipped(_ count: Int) -> String {
    count == 1 ? "Skipped 1 note:" : "Skipped \(count) notes:"
  }
  package static func skippedNote(line: Int, _ reason: String) -> String {
    "  line \(line): \(reason)"
  }
  package static func more(_ count: Int) -> String { "  and \(count) more; --all lists them" }
  package static let trial = "Dry run: nothing was written."
  package static func removed(_ name: String) -> String {
    "Removed \(name). Its review history is kept."
  }
  /// A line of `--list`.
  package static func line(_ name: String, cards count: Int?, source: String?) -> String {
    ([name, count.map { cards($0) } ?? "cannot be read"] + (source.map { [$0] } ?? []))
      .joined(separator: "  ")
  }

  private static func cards(_ count: Int, _ kind: String = "") -> String {
    let noun = count == 1 ? "card" : "cards"
    return kind.isEmpty ? "\(count) \(noun)" : "\(count) \(kind) \(noun)"
  }
}
