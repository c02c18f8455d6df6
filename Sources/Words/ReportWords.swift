extension Words {
  /// What commands print when they have done something; a sentence or a line each, without the line feed.
  package enum Reports {
    // A course.

    /// A course was checked, and nothing is wrong with it.
    package static func course(sections: Int, cards: Int, claims: Int) -> String {
      let first = sections == 1 ? "1 section" : "\(sections) sections"
      let second = cards == 1 ? "1 card" : "\(cards) cards"
      let third = claims == 1 ? "1 checked claim" : "\(claims) checked claims"
      return "\(first), \(second), \(third): nothing to report"
    }
    /// A course has been begun; what stands at the left of the columns is to be typed.
    package static func courseMade(_ folder: String) -> String {
      """
      Made \(folder). Next:
        tutor --course \(folder)      reads it, and reads it anew when you save a file
        tutor lint \(folder)          checks it
      """
    }

    // The certificate.

    /// Before a list of what is missing, a line each.
    package static func certificateMissing(percent: Int) -> String {
      "Not yet: \(percent) % earned. Still to do:"
    }
    package static let certificateAgrees =
      "The certificate agrees with itself: its words and numbers are those it was made with."
    package static let nothingToCompare =
      "There is no record here to hold it against; --progress names one."
    package static func recordAgrees(entries: Int) -> String {
      entries == 1
        ? "The record here agrees with it: 1 entry, the same digest."
        : "The record here agrees with it: \(entries) entries, the same digest."
    }

    // The race.

    /// While races run: which one of how many, how much of it is done, and how long it will take.
    package static func racing(
      _ number: Int, of count: Int, percent: Int, secondsLeft: Int
    ) -> String {
      "race \(number) of \(count)  \(percent) %  \(secondsLeft) s left"
    }
  }
}

// The record.
extension Words.Reports {
  package static func recordKept(as path: String) -> String {
    "The record as it was is kept as \(path)."
  }
  /// What would come of taking in events.
  package static func eventsToAdd(_ new: Int, known: Int) -> String {
    let first = new == 1 ? "1 event would be added" : "\(new) events would be added"
    return known == 1 ? "\(first), 1 is known." : "\(first), \(known) are known."
  }
  /// What came of taking in events.
  package static func eventsAdded(_ added: Int, known: Int) -> String {
    let first = added == 1 ? "1 event added" : "\(added) events added"
    return known == 1 ? "\(first), 1 was known." : "\(first), \(known) were known."
  }
  package static func restored(events: Int, from path: String) -> String {
    events == 1
      ? "The record has the 1 event of \(path)." : "The record has the \(events) events of \(path)."
  }
  package static let reset = "A new record has begun."

  /// No grade lies ahead of the clock.
  package static let nothingAhead = "No grade is stamped in the future."
  /// Grades that lie ahead of the clock, and the date of the latest.
  package static func ahead(grades: Int, latest: String) -> String {
    grades == 1
      ? "1 grade is stamped in the future, on \(latest): --apply moves it by whole days, so that it "
        + "falls on today."
      : "\(grades) grades are stamped in the future, the latest on \(latest): --apply moves them by "
        + "whole days, so that it falls on today."
  }
  package static func movedBack(grades: Int, days: Int) -> String {
    let what = grades == 1 ? "1 grade" : "\(grades) grades"
    return days == 1 ? "\(what) moved back by 1 day." : "\(what) moved back by \(days) days."
  }

  package static func exam(on date: String) -> String { "The exam is on \(date)." }
  package static let noExam = "No exam is planned."
}

// FSRS's weights.
extension Words.Reports {
  package static let publishedAgain = "The published weights count again."
  /// There is too little to fit anything to.
  package static func tooFewReviews(_ count: Int, needed: Int) -> String {
    let found =
      count == 1
      ? "There is 1 review a day or more after the one before"
      : "There are \(count) reviews a day or more after the one before"
    return "\(found), and a fit needs \(needed): go on, FSRS works well with the published weights."
  }
  /// First line of a table: reviews that the weights were fitted to, and the loss on them, before and after.
  package static func fitted(reviews: Int, before: String, after: String) -> String {
    "Fitted:   \(losses(reviews: reviews, before: before, after: after))"
  }
  /// Second line of the table: reviews that the fit has not seen.
  package static func heldOut(reviews: Int, before: String, after: String) -> String {
    "Held out: \(losses(reviews: reviews, before: before, after: after))"
  }
  private static func losses(reviews: Int, before: String, after: String) -> String {
    let count = reviews == 1 ? "1 review" : "\(reviews) reviews"
    return "\(count), log-loss before \(before)  after \(after)"
  }
  /// Third line of the table.
  package static func weights(_ numbers: [String]) -> String {
    "Weights: \(numbers.joined(separator: ", "))"
  }
  package static let noHelp =
    "That is no help on reviews the fit has not seen: the weights stay as they are."
  package static let helps =
    "That helps. `tutor progress optimise --use` uses them from now on."
  package static let inUse = "They count from now on."
}
