package import TerminalUI

extension Words {
  /// Where everything begins.
  package enum Home {
    /// The screen's name, on the page of its keys.
    package static let name = "Home"
    /// Its title: the program's name.
    package static let title = "tutor"

    // What keys do, besides opening the entry that is chosen.

    /// Opens the flashcards.
    package static let toCards = "cards"
    /// Opens the Speed Challenge.
    package static let toSpeed = "speed"
    /// Opens the plot explorer.
    package static let toPlots = "plots"
    /// Opens the search over everything.
    package static let toSearch = "search everything"
    /// Opens the list of sections.
    package static let toContents = "contents"
    /// Opens the mind map.
    package static let toMap = "mind map"
    /// Opens the timeline.
    package static let toTimeline = "timeline"
    /// Opens the glossary.
    package static let toGlossary = "glossary"
    /// Opens the course and its topics.
    package static let toCourse = "the course and its topics"
    /// Opens the list of bookmarks and notes.
    package static let toMarks = "bookmarks and notes"
    /// Ends the program.
    package static let quit = "quit"

    // Entries: each a title of at most 17 columns, and a line about it.

    /// An entry in one line, where the screen is read out.
    package static func entry(_ title: String, _ about: String) -> String { "\(title): \(about)" }
    /// The lesson.
    package static let read = "Go on reading"
    /// The place in the lesson: the third of twelve sections.
    package static func reading(_ number: Int, of count: Int, title: String) -> String {
      "\(number) of \(count) · \(title)"
    }
    /// The flashcards.
    package static let flashcards = "Flashcards"
    /// Cards that are due, and new ones for a sitting.
    package static func cards(due: Int, fresh: Int) -> String { "\(due) due · \(fresh) new" }
    /// Cards that are due, where new ones wait for the learner to read.
    package static func cardsLocked(due: Int) -> String {
      "\(due) due · new ones unlock as you read"
    }
    /// The quiz.
    package static let quiz = "Practice quiz"
    /// About it.
    package static let aboutQuiz = "untimed, with reasons"
    /// The Speed Challenge.
    package static let speed = "Speed Challenge"
    /// About it, before it was played.
    package static func aboutSpeed(seconds: Int) -> String { "\(seconds) seconds, three lives" }
    /// The best game so far.
    package static func bestSpeed(score: Int, right: Int, answered: Int) -> String {
      "best \(score) · \(right) of \(answered)"
    }
    /// The plot explorer.
    package static let plot = "Plot explorer"
    /// About it.
    package static let aboutPlot = "every function, its slope, its sliders"
    /// The lab.
    package static let lab = "Lab"
    /// About it.
    package static let aboutLab = "gradient flow · training race · numerics clinic"
    /// Opens the mind map.
    package static let map = "Mind map"
    /// Keys of the map, and of screens that have no entry.
    package static func aboutMap(_ keys: KeyNames) -> String {
      "\(keys["M"]); \(keys["T"]) timeline, \(keys["G"]) glossary, \(keys["P"]) course, "
        + "\(keys["'"]) bookmarks"
    }
    /// The record.
    package static let progress = "Progress"
    /// About it, where the certificate is earned.
    package static let aboutProgressWithCertificate =
      "what you know, what falls due · certificate earned"
    /// About it; how much of the certificate is earned comes with its percent sign.
    package static func aboutProgress(certificate: String) -> String {
      "what you know, what falls due · certificate \(certificate)"
    }

    // At the right of the title, separated by dots.

    /// Days until the exam: one or more.
    package static func exam(days: Int) -> String {
      days == 1 ? "exam tomorrow" : "exam in \(days) days"
    }
    /// Days in a row on which something was learnt: two or more.
    package static func streak(days: Int) -> String { "\(days)-day streak" }
    /// Cards that are due.
    package static func due(_ count: Int) -> String {
      count == 1 ? "1 card due" : "\(count) cards due"
    }

    /// To somebody who comes for the first time; in two lines.
    package static func welcome(_ keys: KeyNames) -> String {
      "Welcome. Press \(keys.word(.enter)) and read; everything you do is saved as you do it.\n"
        + "\(keys["q"]) leads out of any screen, \(keys["?"]) shows its keys."
    }
  }
}
