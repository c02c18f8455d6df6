public import Lessons

/// Cards that a new edition merged into others.
///
/// The grades of a merged card count for its heir until the heir has grades of its own, so that what the learner knows
/// survives. They stay in the history under the id of the card that was graded.
extension Learner {
  /// Lets grades of merged cards count for their heirs.
  public mutating func passOn(to heirs: Heirs) {
    guard heirs != self.heirs else { return }
    self.heirs = heirs
    continuedPasts = [:]
    for heir in heirs.ids { continueHistory(of: heir) }
  }

  /// Updates the history of the card for which a card's grades count, after these have changed.
  mutating func passOnGrades(of card: String) {
    guard !heirs.isEmpty else { return }
    if let heir = heirs.heir(of: card) {
      continueHistory(of: heir)
    } else if heirs.ids.contains(card) {
      continueHistory(of: card)
    }
  }

  private mutating func continueHistory(of heir: String) {
    let own = pasts[heir]?.reviews ?? []
    let earlier = pasts.filter { heirs.heir(of: $0.key) == heir }.flatMap(\.value.reviews)
      .filter { review in own.first.map(review.isBefore) ?? true }
      .sorted { $0.isBefore($1) }
    guard !earlier.isEmpty else {
      continuedPasts[heir] = nil
      return
    }
    var past = Past(reviews: earlier + own)
    past.replay(by: schedulers)
    continuedPasts[heir] = past
  }
}
