import Lessons
import Practice

extension AppContext {
  /// The passage about a card, to look up; nil if no section of the lesson covers it.
  func passage(about card: Card) -> Route? {
    bundle.passage(about: card).map { .lesson(.passage($0)) }
  }

  /// The passage of a section that some texts are about, to look up; nil without such a section.
  func passage(about texts: [String], in section: String) -> Route? {
    bundle.passage(about: texts, in: section).map { .lesson(.passage($0)) }
  }
}
