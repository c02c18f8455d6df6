import Lessons
import Practice
import TerminalUI
import TextCharts
import Words

/// What reading a section to its end has brought, shown once at that moment.
struct SectionDone: Equatable, Sendable {
  /// The section's number, from 1, and the number of sections.
  let number: Int
  let count: Int
  /// The questions answered right at the first try, and all questions.
  let right: Int
  let questions: Int
  /// The cards that can be asked from now on.
  let unlocked: Int
  /// The share of the certificate before and after, in percent.
  let before: Int
  let after: Int
  /// The minutes of the next section; nil after the last one.
  let nextMinutes: Int?
  let milestones: Milestones

  /// Sums a section up.
  ///
  /// - Parameters:
  ///   - index: The section's index.
  ///   - facts: The facts that make it read, which are not on record yet.
  ///   - context: The lesson and the learner before these facts.
  init(_ index: Int, recording facts: [Fact], in context: AppContext) {
    let sections = context.bundle.lesson.sections
    let section = sections[index]
    var learner = context.learner
    for (number, fact) in facts.enumerated() {
      learner.apply(
        LearnerEvent(
          id: "\u{7F}section-done-\(number)", time: context.now, utcOffset: context.utcOffset,
          fact: fact))
    }
    func percent(_ learner: Learner) -> Int {
      let progress = CertificateProgress(learner, of: context.bundle, on: context.today)
      return Int(nearest: progress.share * 100, in: 0...100)
    }
    (number, count) = (index + 1, sections.count)
    questions = section.checks.count
    right = section.checks.count { learner.lastFirstTries[$0] == true }
    unlocked = context.bundle.deck.flashcards.count { card in
      card.card.section == section.id && learner.schedule(of: card.id) == nil
    }
    (before, after) = (percent(context.learner), percent(learner))
    milestones = Milestones(
      since: Milestones.Start(
        context.learner, of: context.bundle, on: context.today, at: context.now), learner,
      of: context.bundle, on: context.today, at: context.now)
    nextMinutes =
      sections.indices.contains(index + 1)
      ? Today.minutes(of: sections[index + 1], from: 0, learner) : nil
  }

  /// The lines at the end of the section.
  func lines(width: Int, _ context: AppContext) -> [[Run]] {
    typealias Says = Words.SectionDone
    var text = ColumnText(width: width, context)
    text.add(
      Says.heading(number, of: count), Style(.right, .bold),
      marker: [Run(context.rightMark, .right, .bold)])
    let facts = [
      questions == 0 ? nil : Says.questions(right: right, of: questions),
      unlocked == 0 ? nil : Says.unlocked(unlocked),
      after == before ? nil : Says.certificate(from: before, to: after),
    ]
    let line = facts.compactMap(\.self).joined(separator: " · ")
    if !line.isEmpty { text.add(line) }
    text.add(milestones, context)
    let keys = context.keyNames
    let ways = [
      nextMinutes.map { Says.next(number + 1, minutes: $0, keys) },
      unlocked == 0 ? nil : Says.practise(keys), Says.leave(keys),
    ]
    text.add(ways.compactMap(\.self).joined(separator: "   "), Style(.dim))
    return text.lines
  }
}
