package import TerminalUI

extension Words {
  /// The moment when a section has been read and its questions answered.
  package enum SectionDone {
    package static func heading(_ number: Int, of count: Int) -> String {
      "Section \(number) of \(count) is done."
    }
    package static func questions(right: Int, of count: Int) -> String {
      count == 1
        ? "\(right) of 1 question right at first try"
        : "\(right) of \(count) questions right at first try"
    }
    package static func unlocked(_ count: Int) -> String {
      count == 1 ? "1 card unlocked" : "\(count) cards unlocked"
    }
    /// In percent.
    package static func certificate(from before: Int, to after: Int) -> String {
      "certificate \(before) → \(after) %"
    }
    /// The minutes are an estimate.
    package static func next(_ number: Int, minutes: Int, _ keys: KeyNames) -> String {
      "\(keys[.space]) section \(number) (\(minutes) min)"
    }
    package static func practise(_ keys: KeyNames) -> String {
      "\(keys["c"]) practise its cards now"
    }
    package static func leave(_ keys: KeyNames) -> String { "\(keys["q"]) back" }
  }
}
