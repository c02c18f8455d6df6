import Figures
import Lessons
import Practice
import TerminalUI
import TextCharts
import Words

/// The learner's progress, for the screen and for `tutor progress`.
public struct ProgressText {
  private let text: ColumnText

  /// One statement per line.
  var runs: [[Run]] { text.lines }

  /// One statement per line, as a command prints it.
  public var lines: [String] { text.printed }

  /// Collects the statistics.
  ///
  /// - Parameters:
  ///   - context: The learner, the lesson and the time.
  ///   - width: Columns.
  public init(_ context: AppContext, width: Int = 72) {
    var pages = ProgressPages(context, width: width)
    pages.addMastery()
    pages.addSummary()
    pages.addPlan()
    pages.addDays()
    pages.addForecast()
    pages.addRecall()
    pages.addSections()
    pages.addGroups()
    pages.addCalibration()
    pages.addMistakes()
    pages.addTroubles()
    pages.text.add(Words.Progress.record(path: context.recordPath), Style(.dim))
    text = pages.text
  }

  /// The numbers at the left and the charts at the right, line by line.
  ///
  /// - Parameters:
  ///   - context: The learner, the lesson and the time.
  ///   - width: Columns of the numbers.
  ///   - gap: Columns between them and the charts.
  ///   - chartWidth: Columns of the charts.
  init(_ context: AppContext, width: Int, gap: Int, charts chartWidth: Int) {
    var numbers = ProgressPages(context, width: width)
    var charts = ProgressPages(context, facts: numbers.facts, width: chartWidth)
    numbers.addMastery()
    numbers.addSummary()
    numbers.addPlan()
    numbers.addGroups()
    numbers.addMistakes()
    numbers.addTroubles()
    numbers.text.add(Words.Progress.record(path: context.recordPath), Style(.dim))
    charts.addSectionBars()
    charts.addDays()
    charts.addRecall()
    charts.addForecast()
    charts.addCalibration()
    let (left, right) = (numbers.text.lines, charts.text.lines)
    var rows = ColumnText(width: width + gap + chartWidth, context)
    rows.add(
      (0..<max(left.count, right.count)).map { row in
        let runs = row < left.count ? left[row] : []
        guard row < right.count, !right[row].isEmpty else { return runs }
        let used = runs.reduce(0) { $0 + $1.text.displayWidth }
        return runs + [Run("".padded(to: width + gap - used))] + right[row]
      })
    text = rows
  }
}

/// The parts of the progress text in order.
struct ProgressPages {
  let context: AppContext
  let facts: ProgressFacts
  var text: ColumnText

  init(_ context: AppContext, facts: ProgressFacts? = nil, width: Int) {
    self.context = context
    self.facts = facts ?? ProgressFacts(context)
    text = ColumnText(width: width, context)
  }

  static func percent(_ share: Double) -> String { "\(Int(nearest: share * 100, in: 0...100)) %" }

  /// The learner's knowledge of the whole lesson.
  mutating func addMastery() {
    let counts = facts.counts
    guard counts.total > 0 else { return }
    let words = Words.Mastery.counts(
      known: counts.known, learning: counts.learning, new: counts.new)
    let bar = context.masteryBar(counts, width: text.width - context.text(words).displayWidth - 1)
    text.add([bar + [Run(context.text(words), .text, .bold)]])
    if counts.known == 0 { text.add(whenKnown, Style(.dim)) }
    text.addBlank()
  }

  /// The day on which the first cards can become known.
  private var whenKnown: String {
    guard let day = facts.firstDayKnown else { return Words.Mastery.nothingBegun }
    let words =
      switch day.days(since: context.today) {
      case ...0: Words.Mastery.today
      case 1: Words.Mastery.tomorrow
      default: Words.Mastery.date(day.iso)
      }
    return Words.Mastery.nothingYet(firstOn: words)
  }

  /// The plan for the days up to the exam.
  mutating func addPlan() {
    guard let exam = context.learner.exam else { return }
    let days = exam.days(since: context.today)
    guard let plan = context.plan else {
      text.add(
        days == 0
          ? Words.Plan.isToday
          : days < 0
            ? Words.Plan.isOver(date: exam.iso, context.keyNames)
            : Words.Plan.isTooFar(date: exam.iso))
      text.addBlank()
      return
    }
    text.add(Words.Plan.heading(date: exam.iso, days: days), Style(.heading, .bold))
    text.add(
      Words.Plan.recall(
        Self.percent(plan.recall), otherwise: Self.percent(plan.recallOtherwise)))
    for (index, day) in plan.days.prefix(7).enumerated() {
      let name = index == 0 ? context.text(Words.Plan.today).padded(to: 10) : day.day.iso
      let tasks = Words.Plan.day(new: day.new, reviews: day.reviews)
      text.add([[Run(name + "  ", .dim), Run(context.text(tasks))]])
    }
    if plan.days.count > 7 {
      let rest = plan.days.dropFirst(7)
      let sum = rest.reduce(0) { $0 + $1.new + $1.reviews }
      text.add(
        Words.Plan.rest(cardsADay: (sum + rest.count / 2) / rest.count), Style(.dim))
    }
    text.add(Words.Plan.note, Style(.dim))
    text.addBlank()
  }

  /// The number of cards due on the next days.
  mutating func addForecast() {
    guard let most = facts.forecast.max(), most > 0 else { return }
    text.add(Words.Progress.forecast, Style(.heading, .bold))
    let names = facts.forecast.indices.map { context.text(Words.Progress.day(inDays: $0)) }
    let width = names.map(\.displayWidth).max() ?? 0
    for (name, count) in zip(names, facts.forecast) {
      text.add([
        [Run(name.padded(to: width) + "  ", .dim)]
          + context.bar(Double(count) / Double(most), width: text.width - 17)
          + [Run("\(count)")]
      ])
    }
    text.addBlank()
  }

  /// All sections with how much of their cards is known.
  mutating func addSections() {
    for (index, section) in facts.sections.enumerated() {
      let mark = facts.sectionsRead.contains(section.id) ? context.charset.pick("✓", "+") : " "
      let number = index + 1 < 10 ? " \(index + 1)" : "\(index + 1)"
      let words =
        section.counts.total == 0
        ? section.title
        : Words.Progress.section(
          section.title, known: section.counts.known, of: section.counts.total)
      text.add(words, marker: [Run("\(mark) \(number) ")])
    }
    text.addBlank()
  }

  /// All sections in a table: read or not, title, and a bar of their cards.
  mutating func addSectionBars() {
    text.add(Words.Progress.bySection, Style(.heading, .bold))
    let room = min(44, text.width / 2)
    for (index, section) in facts.sections.enumerated() {
      let isRead = facts.sectionsRead.contains(section.id)
      let number = "\(index + 1)".leftPadded(to: 2) + "  "
      let title = TextLayout.truncate(
        context.text(section.title), width: room, ellipsis: context.charset.pick("…", "~"))
      let counts = section.counts
      let words =
        counts.total == 0 ? "" : context.text(Words.Mastery.known(counts.known, of: counts.total))
      text.add([
        [
          Run(isRead ? context.rightMark : "  ", .right),
          Run(number, .dim), Run(title.padded(to: room + 2)),
        ] + context.masteryBar(counts, width: max(4, min(24, text.width - room - 26)))
          + [Run(words, .dim)]
      ])
    }
    text.addBlank()
  }

  /// Functions and concepts with how much of their cards is known.
  mutating func addGroups() {
    for (title, groups) in [
      (Words.Progress.byFunction, facts.functions), (Words.Progress.byConcept, facts.concepts),
    ] {
      let begun = groups.filter { $0.begun > 0 && $0.counts.total > 0 }
      guard !begun.isEmpty else { continue }
      text.add(title, Style(.heading, .bold))
      for group in begun {
        let name = TextLayout.truncate(
          context.text(group.title), width: 15, ellipsis: context.charset.pick("…", "~"))
        let gap = String(repeating: " ", count: 16 - name.displayWidth)
        let counts = group.counts
        let words =
          text.width < 60 && !context.isPlain
          ? Words.Mastery.known(counts.known, of: counts.total)
          : Words.Mastery.counts(
            known: counts.known, learning: counts.learning, new: counts.new)
        text.add([
          [Run(name + gap)] + context.masteryBar(counts, width: max(4, min(24, text.width - 52)))
            + [Run(context.text(words))]
        ])
      }
      let waiting = groups.filter { $0.begun == 0 }.map(\.title)
      if !waiting.isEmpty {
        text.add(Words.Progress.notStarted(waiting), Style(.dim))
      }
      text.addBlank()
    }
  }

  /// The most frequent mistakes.
  mutating func addMistakes() {
    guard !facts.mistakes.isEmpty else { return }
    text.add(Words.Progress.mistakes, Style(.heading, .bold))
    for mistake in facts.mistakes {
      text.add(
        mistake.text,
        marker: [
          Run("\(mistake.count)× ".replacing("×", with: context.charset.pick("×", "x")), .accent)
        ])
    }
    text.addBlank()
  }

  /// Leeches and suspended cards.
  mutating func addTroubles() {
    let learner = context.learner
    let flashcards = context.bundle.deck.flashcards
    let leeches = flashcards.filter { learner.isLeech($0.id) }
    if !leeches.isEmpty {
      text.add(
        Words.Progress.slipping(times: Learner.leechLapses, context.keyNames),
        Style(.heading, .bold))
      for card in leeches { text.add(context.front(of: card), marker: [Run("  ")]) }
      text.addBlank()
    }
    let gone = facts.gone
    if gone > 0 {
      text.add(Words.Progress.noDeck(gone), Style(.dim))
      text.addBlank()
    }
    let suspended = flashcards.filter { learner.suspended.contains($0.id) }
    guard !suspended.isEmpty else { return }
    text.add(Words.Progress.suspended, Style(.heading, .bold))
    for card in suspended { text.add(context.front(of: card), marker: [Run("  ")]) }
    text.addBlank()
  }
}

extension AppContext {
  /// A bar and a space; empty in plain text.
  func bar(_ share: Double, width: Int) -> [Run] {
    isPlain ? [] : [Run(charset.bar(share, width: max(1, width)), .curve), Run(" ")]
  }

  /// The question of a card, in the learner's words if there are any.
  func front(of card: Flashcard) -> String { learner.ownWords[card.id]?.front ?? card.front }

  /// The answer of a card, in the learner's words if there are any.
  func back(of card: Flashcard) -> String { learner.ownWords[card.id]?.back ?? card.back }
}
