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
    var pages = ProgressPages(context, width: width)
    pages.addSummary()
    pages.addPlan()
    pages.addDays()
    pages.addForecast()
    pages.addRecall()
    pages.addSections()
    pages.addGroups()
    pages.addMistakes()
    pages.addTroubles()
    pages.text.add("Record: \(context.recordPath)", Style(.dim))
    runs = pages.text.lines
  }
}

/// The parts of the progress text, one after the other.
struct ProgressPages {
  let context: Surroundings
  let facts: ProgressFacts
  var text: ColumnText

  init(_ context: Surroundings, width: Int) {
    self.context = context
    facts = ProgressFacts(context)
    text = ColumnText(width: width, context)
  }

  static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  mutating func addSummary() {
    let learner = context.learner
    let of = context.course.deck.flashcards.count
    var lines = [
      "Sections read    \(facts.sectionsRead.count) of \(facts.sections.count)",
      "Cards begun      \(facts.begun) of \(of), \(facts.due) due now",
      "Grades given     \(learner.reviewCount)",
    ]
    if let mean = facts.recall {
      lines.append("Recall now       \(Self.percent(mean)) of the cards begun")
    }
    let checks = learner.recallChecks
    if checks.total > 0 {
      let found = Self.percent(Double(checks.remembered) / Double(checks.total))
      let expected = Self.percent(checks.expected / Double(checks.total))
      lines.append(
        "Recall found     \(found) of \(checks.total) asked on a later day; expected \(expected)")
    }
    let answers = learner.answers
    lines.append("Questions        \(answers.right) of \(answers.total) right")
    if facts.bestRuns.isEmpty {
      lines.append("Speed Challenge  not played yet")
    } else {
      lines.append(
        "Speed Challenge  best \(learner.speedRuns.map(\.score).max() ?? 0) points, "
          + "\(learner.speedRuns.count) played")
      for run in facts.bestRuns where facts.bestRuns.count > 1 {
        let words = run.form.words(seconds: run.seconds)
        let length = run.form == .timed || run.form == .suddenDeath ? ", \(run.seconds) s" : ""
        lines.append(
          "                 \(words.name)\(length): \(run.score), \(run.right) of \(run.answered)")
      }
    }
    if let race = learner.races.last {
      let lanes = race.lanes.map { lane in
        "\(lane.activation) \(lane.accuracy.map(Self.percent) ?? "diverged")"
      }
      lines.append(
        "Races in the lab \(learner.races.count), the last on \(race.data): \(lanes.joined(separator: ", "))"
      )
    }
    lines.append("Time studied     \(Duration.words(seconds: facts.seconds))")
    lines.append("Days in a row    \(learner.streak(on: context.today))")
    let attainment = context.attainment
    lines.append(
      attainment.isEarned
        ? "Certificate      earned: `tutor certificate` prints it"
        : "Certificate      \(Self.percent(attainment.share)) earned, c tells what is missing")
    // What does not fit hangs behind its label.
    for line in lines {
      text.add(String(line.dropFirst(17)), marker: [Run(String(line.prefix(17)))])
    }
    text.addBlank()
  }

  /// What to do on each day up to the exam.
  mutating func addPlan() {
    guard let exam = context.learner.exam else { return }
    let days = exam.days(since: context.today)
    guard let plan = context.plan else {
      text.add(
        days == 0
          ? "The exam is today. Good luck; you have done what could be done."
          : days < 0
            ? "The exam was on \(exam.iso); x sets another date or takes it away."
            : "The exam on \(exam.iso) is too far away for a plan.")
      text.addBlank()
      return
    }
    let when = days == 1 ? "tomorrow" : "in \(days) days"
    text.add("Exam on \(exam.iso), \(when)", Style(.heading, .bold))
    text.add(
      "Expected recall that day, of all cards: \(Self.percent(plan.recall)) with this plan, "
        + "\(Self.percent(plan.recallOtherwise)) if you stop now.")
    for (index, day) in plan.days.prefix(7).enumerated() {
      let name = index == 0 ? "today     " : day.day.iso
      text.add([
        [Run(name + "  ", .dim), Run("\(day.new) new, \(day.reviews) to repeat")]
      ])
    }
    if plan.days.count > 7 {
      let rest = plan.days.dropFirst(7)
      let sum = rest.reduce(0) { $0 + $1.new + $1.reviews }
      text.add("then about \((sum + rest.count / 2) / rest.count) cards a day", Style(.dim))
    }
    text.add("What you forget comes back the same day and is not counted here.", Style(.dim))
    text.addBlank()
  }

  /// How many cards fall due on the coming days.
  mutating func addForecast() {
    guard let most = facts.forecast.max(), most > 0 else { return }
    text.add("What falls due; a sitting asks 60 at most", Style(.heading, .bold))
    for (index, count) in facts.forecast.enumerated() {
      let name = index == 0 ? "today    " : index == 1 ? "tomorrow " : "in \(index) days"
      text.add([
        [Run(name + "  ", .dim)] + context.bar(Double(count) / Double(most), width: text.width - 17)
          + [Run("\(count)")]
      ])
    }
    text.addBlank()
  }

  /// Every section with its cards, and the recall to be expected of them today.
  mutating func addSections() {
    for (index, section) in facts.sections.enumerated() {
      let mark = facts.sectionsRead.contains(section.id) ? "✓" : " "
      let recall = section.recall.map { ", recall \(Self.percent($0))" } ?? ""
      let number = index + 1 < 10 ? " \(index + 1)" : "\(index + 1)"
      text.add(
        "\(section.title) · cards \(section.begun)/\(section.cards)\(recall)",
        marker: [Run(context.text("\(mark) \(number) "))])
    }
    text.addBlank()
  }

  /// Functions and concepts with the recall to be expected of their cards.
  mutating func addGroups() {
    for (title, groups) in [("By function", facts.functions), ("By concept", facts.concepts)] {
      let begun = groups.filter { $0.begun > 0 }
      guard !begun.isEmpty else { continue }
      text.add("\(title): expected recall today, cards begun", Style(.heading, .bold))
      for group in begun {
        let name = TextLayout.truncate(
          context.text(group.title), width: 15, ellipsis: context.charset.pick("…", "~"))
        let gap = String(repeating: " ", count: 16 - name.displayWidth)
        let recall = group.recall ?? 0
        text.add([
          [Run(name + gap)] + context.bar(recall, width: max(4, text.width - 34))
            + [Run("\(Self.percent(recall)), \(group.begun) of \(group.cards)")]
        ])
      }
      let waiting = groups.filter { $0.begun == 0 }.map(\.title)
      if !waiting.isEmpty {
        text.add("Not begun: \(waiting.joined(separator: ", ")).", Style(.dim))
      }
      text.addBlank()
    }
  }

  /// What was misunderstood most often.
  mutating func addMistakes() {
    guard !facts.mistakes.isEmpty else { return }
    text.add("What you were told most often", Style(.heading, .bold))
    for mistake in facts.mistakes {
      text.add(
        mistake.text,
        marker: [
          Run("\(mistake.count)× ".replacing("×", with: context.charset.pick("×", "x")), .accent)
        ])
    }
    text.addBlank()
  }

  /// Cards that are forgotten time and again, and cards that are left out.
  mutating func addTroubles() {
    let learner = context.learner
    let flashcards = context.course.deck.flashcards
    let leeches = flashcards.filter { learner.isLeech($0.id) }
    if !leeches.isEmpty {
      text.add(
        "Forgotten \(Learner.leechLapses) times or more: read the section again, put the card in "
          + "your own words with e, or leave it out with ! when it comes", Style(.heading, .bold))
      for card in leeches { text.add(context.front(of: card), marker: [Run("  ")]) }
      text.addBlank()
    }
    let gone = facts.gone
    if gone > 0 {
      text.add(
        "\(gone) \(gone == 1 ? "card that you know is" : "cards that you know are") in no deck here "
          + "any more; what you know of them is kept.", Style(.dim))
      text.addBlank()
    }
    let suspended = flashcards.filter { learner.suspended.contains($0.id) }
    guard !suspended.isEmpty else { return }
    text.add("Left out", Style(.heading, .bold))
    for card in suspended { text.add(context.front(of: card), marker: [Run("  ")]) }
    text.addBlank()
  }
}

extension Surroundings {
  /// A bar and a blank; nothing where everything is in words.
  func bar(_ share: Double, width: Int) -> [Run] {
    isPlain ? [] : [Run(charset.bar(share, width: max(1, width)), .curve), Run(" ")]
  }

  /// What a card asks, in the learner's words if there are any.
  func front(of card: Flashcard) -> String { learner.ownWords[card.id]?.front ?? card.front }

  /// What is to be known, in the learner's words if there are any.
  func back(of card: Flashcard) -> String { learner.ownWords[card.id]?.back ?? card.back }
}
