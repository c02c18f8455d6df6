package import TerminalUI

extension Words {
  /// Statistics about the learner.
  ///
  /// Shares come as text with their percent sign.
  package enum Progress {
    package static let name = "Progress"

    // Actions of keys.

    package static let toCertificate = "certificate"
    package static let setExam = "exam date"
    package static let resume = "resume suspended cards"

    // The date of an exam.

    /// Before the field.
    ///
    /// The example is a date.
    package static func askExam(example: String) -> String { "Date of the exam, as in \(example):" }
    package static let retention = "Desired retention"
    package static func retention(percent: Int) -> String { "\(percent) %" }
    package static let noExam = "No exam is planned."
    package static func badExam(example: String) -> String {
      "Give a future date, as in \(example), or nothing."
    }
    package static let examSet = "The exam date is saved. The plan is above."

    // A table: labels, and the values behind them.

    package static let sections = "Sections read"
    package static func sections(read: Int, of count: Int) -> String { "\(read) of \(count)" }
    package static let cards = "Cards started"
    /// Met cards were missed in sections not read yet.
    package static func cards(begun: Int, of count: Int, due: Int, met: Int) -> String {
      let words = "\(begun) of \(count), \(due) due now"
      return met == 0 ? words : words + ", \(met) met: asked once their section is read"
    }
    package static let grades = "Grades given"
    package static let recall = "If asked now"
    /// The mean chance of recall of the cards of sections read.
    package static func recall(_ share: String, unlocked count: Int) -> String {
      count == 1 ? "\(share) of the 1 unlocked card" : "\(share) of the \(count) unlocked cards"
    }
    package static let recallFound = "Recall measured"
    /// The share that was remembered and the share that FSRS predicted.
    package static func recallFound(_ share: String, of count: Int, expected: String) -> String {
      "\(share) of \(count) reviews on later days; expected \(expected)"
    }
    package static let questions = "Questions"
    package static func questions(right: Int, of count: Int) -> String {
      "\(right) of \(count) right"
    }
    package static let speed = "Speed Challenge"
    package static let speedNotPlayed = "not played yet"
    package static func speed(best: Int, played: Int) -> String {
      "best \(best) points, \(played) played"
    }
    /// The best game of a form without a time limit.
    package static func speedForm(_ name: String, score: Int, right: Int, of count: Int) -> String {
      "\(name): \(score), \(right) of \(count)"
    }
    /// The best game of a form with a time limit.
    package static func speedForm(
      _ name: String, seconds: Int, score: Int, right: Int, of count: Int
    ) -> String {
      "\(name), \(seconds) s: \(score), \(right) of \(count)"
    }
    package static let races = "Races in the lab"
    package static func races(_ count: Int, lastOn data: String, lanes: [String]) -> String {
      "\(count), the latest on \(data): \(lanes.joined(separator: ", "))"
    }
    package static func lane(_ function: String, accuracy: String) -> String {
      "\(function) \(accuracy)"
    }
    package static func laneDiverged(_ function: String) -> String { "\(function) diverged" }
    package static let time = "Time studied"
    package static let streak = "Days of study"
    package static let certificate = "Certificate"
    package static let certificateEarned = "earned: `tutor certificate` prints it"
    package static func certificate(_ share: String, _ keys: KeyNames) -> String {
      "\(share) earned, \(keys["c"]) shows what is missing"
    }
    package static func record(path: String) -> String { "Record: \(path)" }

    // Durations.

    package static func duration(minutes: Int) -> String { "\(minutes) min" }
    package static func duration(hours: Int, minutes: Int) -> String { "\(hours) h \(minutes) min" }

    // Parts of the screen, with their headings.

    package static func weeks(_ count: Int) -> String { "The last \(count) weeks" }
    /// From Monday on, all of one width; empty where no name is shown.
    package static let weekdays = ["Mon", "", "Wed", "", "Fri", "", "Sun"]
    /// Plain text: the heading of the same.
    package static let days = "The latest days on which you studied"
    package static func day(_ date: String, things: Int) -> String {
      things == 1 ? "\(date): 1 activity" : "\(date): \(things) activities"
    }

    package static let recallDays = "Recall of the unlocked cards, if you stop now"
    package static let recallAxis = "percent, by days from today"
    /// Recall on a day; negative for days in the past.
    package static func recall(_ share: String, days: Int) -> String {
      switch days {
      case -1: "yesterday \(share)"
      case ..<0: "\(-days) days ago \(share)"
      case 0: "today \(share)"
      case 1: "tomorrow \(share)"
      default: "in \(days) days \(share)"
      }
    }
    package static func recall(onDays parts: [String]) -> String {
      parts.joined(separator: ", ") + "."
    }

    package static let forecast = "Cards due by day; a session asks at most 60"
    package static func day(inDays days: Int) -> String {
      switch days {
      case 0: "today"
      case 1: "tomorrow"
      default: "in \(days) days"
      }
    }

    package static func section(_ title: String, known: Int, of cards: Int) -> String {
      "\(title) · \(known) of \(cards) known"
    }

    package static let bySection = "By section"
    package static let byFunction = "By function"
    package static let byConcept = "By concept"
    package static func notStarted(_ names: [String]) -> String {
      "Not started: \(names.joined(separator: ", "))."
    }

    package static let mistakes = "Your most frequent mistakes"
    package static func slipping(times: Int, _ keys: KeyNames) -> String {
      "Forgotten \(times) times or more: read the section again, rewrite the card in your own words "
        + "with \(keys["e"]), or suspend it with \(keys["!"])"
    }
    package static func noDeck(_ count: Int) -> String {
      count == 1
        ? "1 card is no longer in any deck. Its history is kept."
        : "\(count) cards are no longer in any deck. Their history is kept."
    }
    package static let suspended = "Suspended"
  }

  /// The plan for the days up to an exam.
  package enum Plan {
    package static let isToday = "The exam is today. Good luck!"
    package static func isOver(date: String, _ keys: KeyNames) -> String {
      "The exam was on \(date); \(keys["x"]) changes or removes the date."
    }
    package static func isTooFar(date: String) -> String {
      "The exam on \(date) is too far away for a plan."
    }
    /// At least one day.
    package static func heading(date: String, days: Int) -> String {
      days == 1 ? "Exam on \(date), tomorrow" : "Exam on \(date), in \(days) days"
    }
    package static func recall(_ share: String, otherwise: String) -> String {
      "Expected recall that day, of all cards: \(share) with this plan, \(otherwise) if you stop now."
    }
    /// Instead of the date of the first day.
    package static let today = "today"
    package static func day(new: Int, reviews: Int) -> String {
      reviews == 1 ? "\(new) new, 1 review" : "\(new) new, \(reviews) reviews"
    }
    /// For the days that are not listed.
    package static func rest(cardsADay: Int) -> String {
      cardsADay == 1 ? "then about 1 card a day" : "then about \(cardsADay) cards a day"
    }
    package static let note = "Forgotten cards come back the same day and are not counted here."
  }
}
