extension Words {
  /// Results that commands print, without the line feed.
  package enum Reports {
    // A course.

    package static func course(sections: Int, cards: Int, claims: Int) -> String {
      let first = sections == 1 ? "1 section" : "\(sections) sections"
      let second = cards == 1 ? "1 card" : "\(cards) cards"
      let third = claims == 1 ? "1 checked claim" : "\(claims) checked claims"
      return "\(first), \(second), \(third): nothing to report"
    }
    /// The commands at the left are typed as they are.
    package static func courseMade(_ folder: String) -> String {
      """
      Created \(folder). Next:
        tutor --course \(folder)      opens it, and reloads it when you save a file
        tutor lint \(folder)          checks it
      """
    }

    // The certificate.

    package static func certificateMissing(percent: Int) -> String {
      "Not yet: \(percent) % earned. Still to do:"
    }
    package static let certificateAgrees =
      "The certificate is unchanged: its text and numbers match its seal."
    package static let nothingToCompare =
      "There is no record to compare it with; name one with --progress."
    package static func recordAgrees(entries: Int) -> String {
      entries == 1
        ? "The record agrees with it: 1 entry, the same digest."
        : "The record agrees with it: \(entries) entries, the same digest."
    }

    // The race.

    /// While races run without a screen.
    package static func racing(
      _ number: Int, of count: Int, percent: Int, secondsLeft: Int
    ) -> String {
      "race \(number) of \(count)  \(percent) %  \(secondsLeft) s left"
    }
  }
}

// FSRS's weights.
extension Words.Reports {
  package static let publishedAgain = "Using the published weights again."
  package static func tooFewReviews(_ count: Int, needed: Int) -> String {
    let found =
      count == 1
      ? "There is 1 review a day or more after the previous one"
      : "There are \(count) reviews a day or more after the previous one"
    return "\(found); a fit needs \(needed). FSRS works well with the published weights."
  }
  /// Which weights were fitted, above a table.
  package static let allWeights = "All 21 weights were fitted."
  package static func firstWeights(allNeed count: Int) -> String {
    "The first 4 weights (initial stabilities) were fitted; all 21 need \(count) reviews."
  }
  package static let firstWeightsAreBetter =
    "The first 4 weights (initial stabilities) were fitted: fitting all 21 predicts less well."
  /// First line of a table: the reviews that the weights were fitted to, with the loss before and after.
  package static func fitted(reviews: Int, before: String, after: String) -> String {
    "Fitted:   \(losses(reviews: reviews, before: before, after: after))"
  }
  /// Second line of the table: the held-out reviews.
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
    "The fitted weights do not predict the held-out reviews better. The weights stay the same."
  package static let helps =
    "The fitted weights predict better. `tutor progress optimise --use` activates them."
  package static let inUse = "Active from your next review."
}
