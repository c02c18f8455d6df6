package import TerminalUI

extension Words {
  /// The home screen.
  package enum Home {
    package static let name = "Home"
    package static let title = "tutor"

    // Actions of keys, besides opening the chosen entry.

    package static let toCards = "cards"
    package static let toSpeed = "speed"
    package static let toPlots = "plots"
    package static let toSearch = "search everything"
    package static let toContents = "contents"
    package static let toMap = "mind map"
    package static let toTimeline = "timeline"
    package static let toGlossary = "glossary"
    package static let toCourse = "the course and its topics"
    package static let toMarks = "bookmarks and notes"
    package static let quit = "quit"

    // Entries: a title of at most 17 columns, and a description.

    /// Plain text: an entry in one line.
    package static func entry(_ title: String, _ about: String) -> String { "\(title): \(about)" }
    package static let read = "Continue reading"
    package static func reading(_ number: Int, of count: Int, title: String) -> String {
      "\(number) of \(count) · \(title)"
    }
    package static let flashcards = "Flashcards"
    package static func cards(due: Int, fresh: Int) -> String { "\(due) due · \(fresh) new" }
    package static func cardsLocked(due: Int) -> String {
      "\(due) due · new ones unlock as you read"
    }
    package static let quiz = "Practice quiz"
    package static let aboutQuiz = "untimed, with explanations"
    package static let speed = "Speed Challenge"
    package static func aboutSpeed(seconds: Int) -> String { "\(seconds) seconds, three lives" }
    package static func bestSpeed(score: Int, right: Int, answered: Int) -> String {
      "best \(score) · \(right) of \(answered)"
    }
    package static let plot = "Plot explorer"
    package static let aboutPlot = "every function, its slope, its parameters"
    package static let lab = "Lab"
    package static let aboutLab = "gradient flow · training race · numerics clinic"
    package static let map = "Mind map"
    /// Lists the keys of screens that have no entry of their own.
    package static func aboutMap(_ keys: KeyNames) -> String {
      "\(keys["M"]); \(keys["T"]) timeline, \(keys["G"]) glossary, \(keys["P"]) course, "
        + "\(keys["'"]) bookmarks"
    }
    package static let progress = "Progress"
    /// "4 of 96 known".
    package static func aboutProgressWithCertificate(known: String) -> String {
      "\(known) · certificate earned"
    }
    /// The share of the certificate comes with its percent sign.
    package static func aboutProgress(known: String, certificate: String) -> String {
      "\(known) · certificate \(certificate)"
    }

    // At the right of the header, separated by dots.

    /// At least one day.
    package static func exam(days: Int) -> String {
      days == 1 ? "exam tomorrow" : "exam in \(days) days"
    }
    /// At least two days in a row.
    package static func streak(days: Int) -> String { "\(days)-day streak" }
    package static func due(_ count: Int) -> String {
      count == 1 ? "1 card due" : "\(count) cards due"
    }

    /// For a learner without a record; two lines.
    package static func welcome(_ keys: KeyNames) -> String {
      "Welcome. Press \(keys.word(.enter)) to start reading. Everything is saved as you go.\n"
        + "\(keys["q"]) leaves any screen, \(keys["?"]) lists its keys."
    }
  }
}
