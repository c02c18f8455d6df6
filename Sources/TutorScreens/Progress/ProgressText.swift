import Lessons
import Practice
import TerminalUI

/// The learner's progress, for the screen and for `tutor progress`.
public struct ProgressText {
  /// One statement a line.
  let runs: [[Run]]

  /// One statement a line, without looks.
  public var lines: [String] {
    runs.map { $0.map(\.text).joined().trimmingTrailingSpaces }
  }

  /// Gathers what is known.
  ///
  /// - Parameters:
  ///   - context: The learner, the course and the time.
  ///   - width: Columns.
  public init(_ context: Surroundings, width: Int = 72) {
    var text = ColumnText(width: width, context)
    for line in Self.summary(context) { text.add(line) }
    text.addBlank()
    Self.addDays(to: &text, context)
    Self.addForecast(to: &text, context)
    Self.addSections(to: &text, context)
    Self.addTroubles(to: &text, context)
    text.add("Record: \(context.recordPath)", Style(.dim))
    runs = text.lines
  }

  private static func summary(_ context: Surroundings) -> [String] {
    let (learner, lesson) = (context.learner, context.course.lesson)
    let flashcards = context.course.deck.flashcards
    let known = flashcards.count { learner.schedules[$0.id] != nil }
    let due = learner.schedules.keys.count {
      learner.isDue($0, at: context.now, utcOffset: context.utcOffset)
    }
    let read = lesson.sections.count { learner.sectionsRead.contains($0.id) }
    var lines = [
      "Sections read    \(read) of \(lesson.sections.count)",
      "Cards begun      \(known) of \(flashcards.count), \(due) due now",
      "Grades given     \(learner.reviewCount)",
    ]
    if let mean = learner.meanRecall(of: flashcards, on: context.today) {
      lines.append("Recall now       \(percent(mean)) of the cards begun")
    }
    let answers = learner.answers
    lines.append("Questions        \(answers.right) of \(answers.total) right")
    if let best = learner.speedRuns.max(by: { $0.score < $1.score }) {
      lines.append(
        "Speed Challenge  best \(best.score) points, \(learner.speedRuns.count) played")
    } else {
      lines.append("Speed Challenge  not played yet")
    }
    return lines + ["Days in a row    \(learner.streak(on: context.today))"]
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  /// A column a week, a row a weekday, the darker the more was learnt.
  private static func addDays(to text: inout ColumnText, _ context: Surroundings) {
    let activity = context.learner.activity
    guard !activity.isEmpty else { return }
    let weeks = min(26, (text.width - 6) / 2)
    // Day 0 was a Thursday: weeks begin on Mondays.
    let weekday = (context.today.number + 3) % 7
    let monday = context.today.number - weekday - 7 * (weeks - 1)
    text.add("The last \(weeks) weeks", Style(.heading, .bold))
    for row in 0..<7 {
      let cells = (0..<weeks).map { week -> String in
        let day = LocalDay(number: monday + week * 7 + row)
        guard day <= context.today else { return "  " }
        let count = activity[day] ?? 0
        guard count > 0 else { return context.charset.pick("· ", ". ") }
        // A quarter of a shade for the first thing learnt, all of it from forty on.
        return context.charset.shade(max(0.25, min(1, Double(count) / 40))) + " "
      }
      let name = ["Mon", "   ", "Wed", "   ", "Fri", "   ", "Sun"][row]
      text.add([[Run(name + "  ", .dim), Run(cells.joined(), .curve)]])
    }
    text.addBlank()
  }

  /// How many cards fall due on the coming days.
  private static func addForecast(to text: inout ColumnText, _ context: Surroundings) {
    let learner = context.learner
    let due = learner.forecast(
      of: context.course.deck.flashcards.map(\.id), from: context.today, days: 7,
      utcOffset: context.utcOffset)
    guard let most = due.max(), most > 0 else { return }
    text.add("What falls due; a sitting asks 60 at most", Style(.heading, .bold))
    for (index, count) in due.enumerated() {
      let name = index == 0 ? "today    " : index == 1 ? "tomorrow " : "in \(index) days"
      let bar = context.charset.bar(Double(count) / Double(most), width: max(1, text.width - 17))
      text.add([[Run(name + "  ", .dim), Run(bar, .curve), Run(" \(count)")]])
    }
    text.addBlank()
  }

  /// Every section with its cards, and the recall to be expected of them today.
  private static func addSections(to text: inout ColumnText, _ context: Surroundings) {
    let learner = context.learner
    for (index, section) in context.course.lesson.sections.enumerated() {
      let cards = context.course.deck.flashcards.filter { $0.card.section == section.id }
      let begun = cards.count { learner.schedules[$0.id] != nil }
      let mark = learner.sectionsRead.contains(section.id) ? "✓" : " "
      let recall = learner.meanRecall(of: cards, on: context.today).map {
        ", recall \(percent($0))"
      }
      let number = index + 1 < 10 ? " \(index + 1)" : "\(index + 1)"
      text.add(
        "\(section.title) · cards \(begun)/\(cards.count)\(recall ?? "")",
        marker: [Run(context.text("\(mark) \(number) "))])
    }
    text.addBlank()
  }

  /// Cards that are forgotten time and again, and cards that are left out.
  private static func addTroubles(to text: inout ColumnText, _ context: Surroundings) {
    let learner = context.learner
    let flashcards = context.course.deck.flashcards
    let leeches = flashcards.filter { learner.isLeech($0.id) }
    if !leeches.isEmpty {
      text.add(
        "Forgotten \(Learner.leechLapses) times or more: read the section again, write a note, or "
          + "leave the card out with ! when it comes", Style(.heading, .bold))
      for card in leeches { text.add(card.front, marker: [Run("  ")]) }
      text.addBlank()
    }
    let suspended = flashcards.filter { learner.suspended.contains($0.id) }
    guard !suspended.isEmpty else { return }
    text.add("Left out", Style(.heading, .bold))
    for card in suspended { text.add(card.front, marker: [Run("  ")]) }
    text.addBlank()
  }
}
