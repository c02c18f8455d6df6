import Figures
import Practice
import TerminalUI
import TextCharts
import Words

/// Days and recall, as drawings or words.
extension ProgressPages {
  /// One column per week, one row per weekday; darker for more activity.
  mutating func addDays() {
    let activity = context.learner.activity
    guard !activity.isEmpty else { return }
    guard !context.isPlain else { return addDaysInWords() }
    let weeks = min(context.isWide ? 52 : 26, (text.width - 6) / 2)
    guard weeks > 0 else { return addDaysInWords() }
    // Day 0 was a Thursday; weeks begin on Monday.
    let weekday = (context.today.number + 3) % 7
    let monday = context.today.number - weekday - 7 * (weeks - 1)
    text.add(Words.Progress.weeks(weeks), Style(.heading, .bold))
    let names = Words.Progress.weekdays.map(context.text)
    let width = names.map(\.displayWidth).max() ?? 0
    for row in names.indices {
      let cells = (0..<weeks).map { week -> String in
        let day = LocalDay(number: monday + week * 7 + row)
        guard day <= context.today else { return "  " }
        let count = activity[day] ?? 0
        guard count > 0 else { return context.charset.pick("· ", ". ") }
        // The first activity is a quarter of a shade, forty are a full one.
        return context.charset.shade(max(0.25, min(1, Double(count) / 40))) + " "
      }
      text.add([[Run(names[row].padded(to: width) + "  ", .dim), Run(cells.joined(), .curve)]])
    }
    text.addBlank()
  }

  private mutating func addDaysInWords() {
    text.add(Words.Progress.days, Style(.heading, .bold))
    for (day, count) in context.learner.activity.sorted(by: { $0.key > $1.key }).prefix(14) {
      text.add(Words.Progress.day(day.iso, things: count))
    }
    text.addBlank()
  }

  /// Mean recall over the last thirty days, and over the next thirty without study.
  mutating func addRecall() {
    let days = facts.recallDays
    guard days.contains(where: { $0.offset < 0 }) else { return }
    let words = [-30, -7, 0, 7, 30].compactMap { offset in
      days.first { $0.offset == offset }.map {
        Words.Progress.recall(Self.percent($0.recall), days: offset)
      }
    }
    text.add(Words.Progress.recallDays, Style(.heading, .bold))
    if !context.isPlain, text.width >= 30 {
      let first = Double(days.first?.offset ?? 0)
      let curve = Curve(Words.Progress.recallAxis) { x in
        days[Int(nearest: x - first, in: 0...(days.count - 1))].recall * 100
      }
      // Starts at a round number below the lowest point.
      let lowest = (days.map(\.recall).min() ?? 0) * 10
      let floor = max(0, lowest.rounded(.down) - 1) * 10
      if let window = PlotWindow(x: first...30, y: floor...100) {
        text.add(
          Chart(
            [Panel([curve], window: window)], charset: context.charset,
            absenceText: Chart.absence
          )
          .frame(
            context.isWide
              ? Size(width: text.width, height: 14) : Size(width: min(60, text.width), height: 9)))
      }
    }
    text.add(Words.Progress.recall(onDays: words), Style(.dim))
    text.addBlank()
  }
}
