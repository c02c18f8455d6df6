package import Practice
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
    package static let today = "Today"
    /// The minutes are an estimate.
    package static func step(cards: Int, minutes: Int) -> String {
      cards == 1 ? "1 card (\(minutes) min)" : "\(cards) cards (\(minutes) min)"
    }
    /// Questions without an answer, and an estimate of minutes.
    package static func step(section number: Int, open: Int, minutes: Int) -> String {
      switch open {
      case 0: "section \(number) (\(minutes) min)"
      case 1: "section \(number): 1 question open (\(minutes) min)"
      default: "section \(number): \(open) questions open (\(minutes) min)"
      }
    }
    package static let stepDaily = "the daily challenge (1 min)"
    /// At least one step.
    package static func steps(_ steps: [String]) -> String { steps.joined(separator: ", then ") }
    /// After the steps: the plan for the exam that these are part of.
    package static func planned(days: Int, recall: String) -> String {
      days == 1
        ? "; the exam is tomorrow, \(recall) expected"
        : "; exam in \(days) days, \(recall) expected with this plan"
    }
    package static let dayDone = "all done. A quiz, if you like."
    /// The days of a week from Monday on, two columns each.
    package static let weekdays = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
    /// Plain text: the days of this week on which something was learnt.
    package static func week(_ days: [String]) -> String {
      days.isEmpty
        ? "Nothing learnt this week yet" : "Learnt this week: " + days.joined(separator: ", ")
    }
    package static func done(cards: Int) -> String { cards == 1 ? "1 card" : "\(cards) cards" }
    package static let doneDaily = "daily challenge"
    /// After at least two weeks.
    package static func welcomeBack(days: Int) -> String {
      "Welcome back after \(days) days. Nothing is lost. Today starts with a few cards; the rest waits."
    }
    package static func functionOfTheDay(_ name: String) -> String {
      "Function of the day: \(name)"
    }
    package static let otherFunction = "other function"
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
    package static let aboutLab = "gradients · training race · numerics · diagnose"
    package static let map = "Mind map"
    package static let aboutMap = "how the ideas hang together, and what you know of them"
    package static let timeline = "Timeline"
    package static let aboutTimeline = "who found what, and when"
    package static let glossary = "Glossary"
    package static let aboutGlossary = "every term in a sentence or two"
    package static let search = "Search"
    package static let aboutSearch = "sections, terms, cards, years"
    package static let marks = "Bookmarks"
    package static func aboutMarks(bookmarks: Int, notes: Int) -> String {
      let first = bookmarks == 1 ? "1 bookmark" : "\(bookmarks) bookmarks"
      return notes == 1 ? "\(first) · 1 note" : "\(first) · \(notes) notes"
    }
    package static let certificate = "Certificate"
    package static let aboutCertificate = "what is still missing"
    package static let course = "Course"
    package static let aboutCourse = "this lesson among the others"
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
    /// At least two days of learning without a pause of more than two days.
    package static func streak(days: Int) -> String { "\(days) days" }
    package static func waiting(due: Int, new: Int) -> String {
      let first = due == 1 ? "1 card due" : "\(due) cards due"
      return new == 0 ? first : "\(first), \(new) new"
    }

    /// Printed after the program has ended, if cards were graded.
    package static func left(cards: Int, next: SessionSummary.Time?) -> String {
      let first = cards == 1 ? "1 card learnt today" : "\(cards) cards learnt today"
      return switch next {
      case nil: first + "."
      case .minutes(let minutes):
        minutes == 1
          ? first + ", next one in 1 minute." : first + ", next one in \(minutes) minutes."
      case .days(1): first + ", next one tomorrow."
      case .days(let days): first + ", next one in \(days) days."
      }
    }

    /// For a learner without a record.
    package static func welcome(_ keys: KeyNames) -> String {
      "Welcome. \(keys.word(.enter)) starts reading; everything is saved. \(keys["?"]) lists the keys."
    }
  }
}
