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
