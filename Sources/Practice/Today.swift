public import Lessons

/// The work of a day: what to do next, and what was done.
public struct Today: Sendable {
  /// A part of the day's work.
  public enum Step: Equatable, Sendable {
    /// Flashcards: due ones, and new ones whose sections were read.
    case cards(due: Int, new: Int, minutes: Int)
    /// A section, by its index, with the number of its questions without an answer; minutes for its unread rest.
    case section(Int, open: Int, minutes: Int)
    /// The Speed Challenge that is the same for everybody.
    case daily
  }

  /// The steps that are left, in the order in which to do them.
  public let steps: [Step]
  /// The number of different cards graded today.
  public let cardsDone: Int
  /// Whether the daily challenge was played today.
  public let isDailyDone: Bool
  /// The days from the Monday of this week on, with whether something was learnt.
  public let week: [(day: LocalDay, isActive: Bool)]
  /// The number of days without learning before today, if today is the return after at least two weeks; else nil.
  public let daysAway: Int?

  /// The number of cards with which a session begins after a long break.
  public static let cardsAfterBreak = 20
  /// The days without learning after which a return is greeted.
  public static let longBreak = 14
  /// The seconds that a card takes as long as little is known about a learner.
  static let secondsPerCard = 13
  /// Words read in a minute: a slow reader of technical prose.
  static let wordsPerMinute = 160

  /// Computes the work of a day.
  ///
  /// - Parameters:
  ///   - learner: The learner's state.
  ///   - lesson: The lesson.
  ///   - session: The flashcards to ask now.
  ///   - day: Today.
  public init(_ learner: Learner, _ lesson: Lesson, _ session: CardSession, on day: LocalDay) {
    cardsDone = learner.cardsGraded(on: day)
    isDailyDone = learner.dailyRun(on: day) != nil
    let monday = LocalDay(number: day.number - day.weekday)
    week = (0..<7).map { offset in
      let day = LocalDay(number: monday.number + offset)
      return (day, learner.activity[day] != nil)
    }
    daysAway = learner.daysAway(on: day)
    var steps: [Step] = []
    let (due, new) = (session.due.count, session.fresh.count)
    if due + new > 0 {
      let seconds = (due + new) * learner.secondsPerCard
      steps.append(.cards(due: due, new: new, minutes: max(1, (seconds + 30) / 60)))
    }
    if let section = Self.section(learner, lesson) { steps.append(section) }
    // Nothing due: reading comes first, since it unlocks the new cards.
    if due == 0, steps.count == 2, learner.activity[day] == nil { steps.swapAt(0, 1) }
    if !isDailyDone, !learner.sectionsRead.isEmpty { steps.append(.daily) }
    self.steps = steps
  }

  /// The section to read: that of the reading position, or the first unread one.
  private static func section(_ learner: Learner, _ lesson: Lesson) -> Step? {
    let sections = lesson.sections
    let here = learner.position.flatMap { lesson.sectionIndex(id: $0.section) }
    let unread = sections.indices.filter { !learner.sectionsRead.contains(sections[$0].id) }
    guard let index = unread.first(where: { $0 >= here ?? 0 }) ?? unread.first else { return nil }
    let section = sections[index]
    let first = index == here ? learner.position?.block ?? 0 : 0
    return .section(
      index, open: openQuestions(of: section, learner),
      minutes: minutes(of: section, from: first, learner))
  }

  /// The questions of a section without an answer.
  public static func openQuestions(of section: Section, _ learner: Learner) -> Int {
    section.checks.count { learner.lastAnswers[$0] == nil }
  }

  /// The minutes, at least one, in which a section can be read from a block on and its open questions answered.
  public static func minutes(of section: Section, from block: Int, _ learner: Learner) -> Int {
    let words = section.blocks.dropFirst(block).reduce(0) { $0 + $1.wordCount }
    let open = openQuestions(of: section, learner)
    let minutes = Double(words) / Double(wordsPerMinute) + Double(open) * 0.5
    return max(1, Int(minutes.rounded()))
  }
}

extension Learner {
  /// The number of different cards graded on a day.
  public func cardsGraded(on day: LocalDay) -> Int {
    pasts.values.count { $0.reviews.last?.day == day }
  }

  /// The days since the latest one with events before a day, if they are at least ``Today/longBreak`` and nothing was
  /// learnt on that day yet; else nil.
  public func daysAway(on day: LocalDay) -> Int? {
    guard activity[day] == nil, let last = activity.keys.filter({ $0 < day }).max() else {
      return nil
    }
    let days = day.days(since: last)
    return days >= Today.longBreak ? days : nil
  }

  /// The mean seconds of a card, from at least fifty grades.
  var secondsPerCard: Int {
    guard reviewCount >= 50 else { return Today.secondsPerCard }
    let events = activity.values.reduce(0, +)
    return min(40, max(5, secondsStudied / max(1, events)))
  }

  /// The days off in a row that do not end a streak.
  static let freeDays = 2

  /// The number of days with events, up to today, in which no pause was longer than ``freeDays``.
  public func streak(on day: LocalDay) -> Int {
    var (number, count, pause) = (day.number, 0, 0)
    while pause <= Self.freeDays {
      if activity[LocalDay(number: number)] != nil {
        (count, pause) = (count + 1, 0)
      } else {
        // Today is not over.
        pause += number == day.number ? 0 : 1
      }
      number -= 1
    }
    return count
  }
}
