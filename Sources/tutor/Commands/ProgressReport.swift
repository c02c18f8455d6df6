import Foundation
import Lessons
import Practice
import TerminalUI
import TutorScreens

/// The learner's statistics as numbers.
struct ProgressReport: Encodable {
  struct Group: Encodable {
    var id: String
    /// The number of its cards, and of started cards.
    var cards, begun: Int
    /// The numbers of known, learning and new cards, without suspended ones.
    var known, learning, new: Int
  }
  struct Section: Encodable {
    var id: String
    var isRead: Bool
    var cards, begun, known, learning, new: Int
  }
  struct Run: Encodable {
    var form: String
    var score, right, answered, seconds: Int
  }
  struct Checks: Encodable {
    var reviews: Int
    var remembered, expected: Double?
  }
  struct Day: Encodable {
    var date: String
    var new, reviews: Int
  }
  struct Exam: Encodable {
    var date: String
    var expectedRecall, expectedRecallIfStopped: Double?
    var days: [Day]
  }
  struct RecallDay: Encodable {
    var date: String
    var recall: Double
  }
  struct Mistake: Encodable {
    var text: String
    var count: Int
  }
  struct Earned: Encodable {
    var isEarned: Bool
    var share: Double
    var missing: [String]
  }

  var reviews, questionsAnswered, questionsRight, streak, due, met, secondsStudied: Int
  /// The numbers of known, learning and new cards, without suspended ones.
  var known, learning, new: Int
  /// The mean chance that an unlocked card is answered right if it is asked now.
  var recall: Double?
  var recallWhenAsked: Checks
  var sections: [Section]
  var functions, concepts: [Group]
  var mistakes: [Mistake]
  var activity: [String: Int]
  var forecast: [Int]
  var recallOverTime: [RecallDay]
  var speedRuns: [Run]
  var races: [RaceResult]
  var exam: Exam?
  var certificate: Earned

  init(_ context: AppContext) {
    let (learner, facts) = (context.learner, ProgressFacts(context))
    reviews = learner.reviewCount
    (questionsAnswered, questionsRight) = learner.answers
    streak = learner.streak(on: context.today)
    (due, met, secondsStudied) = (facts.due, facts.met, facts.seconds)
    let counts = facts.counts
    (known, learning, new) = (counts.known, counts.learning, counts.new)
    recall = facts.begun == 0 ? nil : facts.recall
    let checks = learner.recallChecks
    let count = Double(checks.total)
    recallWhenAsked = Checks(
      reviews: checks.total,
      remembered: checks.total == 0 ? nil : Double(checks.remembered) / count,
      expected: checks.total == 0 ? nil : checks.expected / count)
    sections = facts.sections.map {
      Section(
        id: $0.id, isRead: facts.sectionsRead.contains($0.id), cards: $0.cards, begun: $0.begun,
        known: $0.counts.known, learning: $0.counts.learning, new: $0.counts.new)
    }
    functions = facts.functions.map(Group.init)
    concepts = facts.concepts.map(Group.init)
    mistakes = facts.mistakes.map { Mistake(text: $0.text, count: $0.count) }
    activity = Dictionary(
      learner.activity.map { ($0.key.iso, $0.value) }, uniquingKeysWith: +)
    forecast = facts.forecast
    recallOverTime = facts.recallDays.map {
      RecallDay(date: LocalDay(number: context.today.number + $0.offset).iso, recall: $0.recall)
    }
    speedRuns = learner.speedRuns.map {
      Run(
        form: $0.form.rawValue, score: $0.score, right: $0.right, answered: $0.answered,
        seconds: $0.seconds)
    }
    races = learner.races
    exam = learner.exam.map { day in
      let plan = context.plan
      return Exam(
        date: day.iso, expectedRecall: plan?.recall,
        expectedRecallIfStopped: plan?.recallOtherwise,
        days: plan?.days.map { Day(date: $0.day.iso, new: $0.new, reviews: $0.reviews) } ?? [])
    }
    let certificateProgress = context.certificateProgress
    certificate = Earned(
      isEarned: certificateProgress.isEarned, share: certificateProgress.share,
      missing: certificateProgress.requirements(KeyNames(context.keyMap, .ascii)).filter {
        !$0.isMet
      }.map(
        \.words))
  }

  /// The JSON text.
  var json: String { JSONOutput.text(self) }
}

extension ProgressReport.Group {
  fileprivate init(_ group: ProgressFacts.Group) {
    self.init(
      id: group.id, cards: group.cards, begun: group.begun, known: group.counts.known,
      learning: group.counts.learning, new: group.counts.new)
  }
}
