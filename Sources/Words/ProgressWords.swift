package import TerminalUI

extension Words {
  /// What the record says about the learner; shares come as text with their percent sign.
  package enum Progress {
    /// The screen's name and title.
    package static let name = "Progress"

    // What keys do.

    /// Opens the certificate.
    package static let toCertificate = "certificate"
    /// Asks for the date of an exam.
    package static let setExam = "exam date"
    /// Brings back all cards that were left out.
    package static let bringBack = "ask left-out cards again"

    // The date of an exam.

    /// Before the field for the date; the example is a date.
    package static func askExam(example: String) -> String { "Day of the exam, as in \(example):" }
    /// After the date was deleted.
    package static let noExam = "No exam is planned."
    /// After something was typed that is no date to come.
    package static func badExam(example: String) -> String {
      "Give a day to come, as in \(example), or nothing."
    }
    /// After a date was typed.
    package static let examSet = "The plan is above."

    // A table: labels at the left, and what stands behind them.

    /// Label: sections of the lesson.
    package static let sections = "Sections read"
    /// How many were read.
    package static func sections(read: Int, of count: Int) -> String { "\(read) of \(count)" }
    /// Label: flashcards that were graded at least once.
    package static let cards = "Cards begun"
    /// How many there are, and how many of them are due.
    package static func cards(begun: Int, of count: Int, due: Int) -> String {
      "\(begun) of \(count), \(due) due now"
    }
    /// Label: how often a flashcard was graded.
    package static let grades = "Grades given"
    /// Label: the chance that a card is remembered now.
    package static let recall = "Recall now"
    /// Its mean.
    package static func recall(_ share: String) -> String { "\(share) of the cards begun" }
    /// Label: how many cards were in fact remembered.
    package static let recallFound = "Recall found"
    /// The share that was remembered, and the share that was foretold.
    package static func recallFound(_ share: String, of count: Int, expected: String) -> String {
      "\(share) of \(count) asked on a later day; expected \(expected)"
    }
    /// Label: questions that were answered.
    package static let questions = "Questions"
    /// How many of the answers were right.
    package static func questions(right: Int, of count: Int) -> String {
      "\(right) of \(count) right"
    }
    /// Label: games against the clock.
    package static let speed = "Speed Challenge"
    /// There was none.
    package static let speedNotPlayed = "not played yet"
    /// The best score, and the number of games.
    package static func speed(best: Int, played: Int) -> String {
      "best \(best) points, \(played) played"
    }
    /// The best game of one form that has no length, by its name.
    package static func speedForm(_ name: String, score: Int, right: Int, of count: Int) -> String {
      "\(name): \(score), \(right) of \(count)"
    }
    /// The best game of one form and length.
    package static func speedForm(
      _ name: String, seconds: Int, score: Int, right: Int, of count: Int
    ) -> String {
      "\(name), \(seconds) s: \(score), \(right) of \(count)"
    }
    /// Label: networks trained against each other.
    package static let races = "Races in the lab"
    /// How many races there were, and how the lanes of the last one ended.
    package static func races(_ count: Int, lastOn data: String, lanes: [String]) -> String {
      "\(count), the last on \(data): \(lanes.joined(separator: ", "))"
    }
    /// How a lane ended: a function, and the share that its network got right.
    package static func lane(_ function: String, accuracy: String) -> String {
      "\(function) \(accuracy)"
    }
    /// How a lane ended whose numbers grew beyond all bounds.
    package static func laneDiverged(_ function: String) -> String { "\(function) diverged" }
    /// Label: time spent on answers and on reading.
    package static let time = "Time studied"
    /// Label: days without a gap on which something was learnt.
    package static let streak = "Days in a row"
    /// Label: the certificate.
    package static let certificate = "Certificate"
    /// It is earned.
    package static let certificateEarned = "earned: `tutor certificate` prints it"
    /// How much of it is earned.
    package static func certificate(_ share: String, _ keys: KeyNames) -> String {
      "\(share) earned, \(keys["c"]) tells what is missing"
    }
    /// The file with the record.
    package static func record(path: String) -> String { "Record: \(path)" }

    // Durations.

    /// Less than an hour.
    package static func duration(minutes: Int) -> String { "\(minutes) min" }
    /// An hour and more.
    package static func duration(hours: Int, minutes: Int) -> String { "\(hours) h \(minutes) min" }

    // Parts of the screen, each under its heading.

    /// Heading of a picture of the last weeks, a row a weekday.
    package static func weeks(_ count: Int) -> String { "The last \(count) weeks" }
    /// Names of the weekdays from Monday on, all of the same width; empty where none is to be shown.
    package static let weekdays = ["Mon", "", "Wed", "", "Fri", "", "Sun"]
    /// Heading of the same where the screen is read out.
    package static let days = "The last days on which you learnt something"
    /// A day, by its date, and how much was learnt on it.
    package static func day(_ date: String, things: Int) -> String {
      things == 1 ? "\(date): 1 thing" : "\(date): \(things) things"
    }

    /// Heading of what was remembered, and of what will be.
    package static let recallDays = "Recall of the cards begun, if you stop now"
    /// At the axes of that as a curve.
    package static let recallAxis = "percent, by days from today"
    /// Recall on a day: before today, today, or later.
    package static func recall(_ share: String, days: Int) -> String {
      switch days {
      case -1: "yesterday \(share)"
      case ..<0: "\(-days) days ago \(share)"
      case 0: "today \(share)"
      case 1: "tomorrow \(share)"
      default: "in \(days) days \(share)"
      }
    }
    /// Recall on several days, in one sentence.
    package static func recall(onDays parts: [String]) -> String {
      parts.joined(separator: ", ") + "."
    }

    /// Heading of what falls due, day by day.
    package static let forecast = "What falls due; a sitting asks 60 at most"
    /// A day from today on.
    package static func day(inDays days: Int) -> String {
      switch days {
      case 0: "today"
      case 1: "tomorrow"
      default: "in \(days) days"
      }
    }

    /// A section, with its cards begun, and all of them.
    package static func section(_ title: String, begun: Int, of cards: Int) -> String {
      "\(title) · cards \(begun)/\(cards)"
    }
    /// The same, with the recall to be expected of them.
    package static func section(
      _ title: String, begun: Int, of cards: Int, recall: String
    ) -> String {
      "\(title) · cards \(begun)/\(cards), recall \(recall)"
    }

    /// Heading of recall by function.
    package static let byFunction = "By function: expected recall today, cards begun"
    /// Heading of recall by concept.
    package static let byConcept = "By concept: expected recall today, cards begun"
    /// Behind a function or a concept: recall, cards begun, and all of them.
    package static func group(recall: String, begun: Int, of cards: Int) -> String {
      "\(recall), \(begun) of \(cards)"
    }
    /// Functions or concepts of which no card was begun.
    package static func notBegun(_ names: [String]) -> String {
      "Not begun: \(names.joined(separator: ", "))."
    }

    /// Heading of what the learner misunderstood.
    package static let mistakes = "What you were told most often"
    /// Heading of cards that have been forgotten time and again.
    package static func slipping(times: Int, _ keys: KeyNames) -> String {
      "Forgotten \(times) times or more: read the section again, put the card in your own words "
        + "with \(keys["e"]), or leave it out with \(keys["!"]) when it comes"
    }
    /// Cards of the record that are in no deck.
    package static func gone(_ count: Int) -> String {
      count == 1
        ? "1 card that you know is in no deck here any more; what you know of them is kept."
        : "\(count) cards that you know are in no deck here any more; what you know of them is kept."
    }
    /// Heading of cards that are asked no more.
    package static let leftOut = "Left out"
  }

  /// What to do on each day up to an exam.
  package enum Plan {
    /// The exam is today.
    package static let isToday = "The exam is today. Good luck; you have done what could be done."
    /// The exam was on a date in the past.
    package static func isOver(date: String, _ keys: KeyNames) -> String {
      "The exam was on \(date); \(keys["x"]) sets another date or takes it away."
    }
    /// The exam is more than a plan can reach ahead.
    package static func isTooFar(date: String) -> String {
      "The exam on \(date) is too far away for a plan."
    }
    /// Heading: the exam's date, and the days until then, one or more.
    package static func heading(date: String, days: Int) -> String {
      days == 1 ? "Exam on \(date), tomorrow" : "Exam on \(date), in \(days) days"
    }
    /// What the plan is worth.
    package static func recall(_ share: String, otherwise: String) -> String {
      "Expected recall that day, of all cards: \(share) with this plan, \(otherwise) if you stop now."
    }
    /// In place of the date of the first day.
    package static let today = "today"
    /// What to do on a day.
    package static func day(new: Int, reviews: Int) -> String {
      "\(new) new, \(reviews) to repeat"
    }
    /// What to do on the days that are not listed.
    package static func rest(cardsADay: Int) -> String {
      cardsADay == 1 ? "then about 1 card a day" : "then about \(cardsADay) cards a day"
    }
    /// What the plan leaves out.
    package static let note = "What you forget comes back the same day and is not counted here."
  }
}
