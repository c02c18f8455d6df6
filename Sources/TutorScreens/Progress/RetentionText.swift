import Figures
import Lessons
import Practice
import TerminalUI
import TextCharts
import Words

/// The reviews a day at each desired retention, as a curve and a table, for `tutor progress retention`.
public struct RetentionText {
  /// One statement per line.
  public let lines: [String]

  /// The number of days if there is no exam.
  static let daysWithoutExam = 90

  /// Simulates the days up to the exam.
  ///
  /// - Parameters:
  ///   - context: The learner, the lesson and the time.
  ///   - width: Columns.
  public init(_ context: AppContext, width: Int = 72) {
    let exam = context.learner.exam.flatMap { $0 > context.today ? $0 : nil }
    let end = exam ?? LocalDay(number: context.today.number + Self.daysWithoutExam)
    let cards = context.bundle.deck.flashcards.map(\.id)
    var text = ColumnText(width: width, context)
    let days = end.days(since: context.today)
    text.add(
      exam.map { Words.Retention.untilExam(on: $0.iso, days: days) }
        ?? Words.Retention.withoutExam(days: days))
    let workload = Workload(
      context.learner, cards: cards, until: end, at: context.now, utcOffset: context.utcOffset)
    if let workload {
      text.addBlank()
      text.add(workload, in: context)
    } else {
      text.add(Words.Plan.isTooFar(date: end.iso))
    }
    text.addBlank()
    text.add(Words.Retention.note)
    text.add(Words.Retention.simulated)
    lines = text.printed
  }
}

extension ColumnText {
  /// Adds a curve and a table; plain text has the table only.
  fileprivate mutating func add(_ workload: Workload, in context: AppContext) {
    let points = workload.points
    if !context.isPlain, width >= 30, let first = points.first, let last = points.last {
      let curve = Curve(Words.Retention.axis) { x in
        points[Int(nearest: x - Double(first.percent), in: 0...(points.count - 1))].reviewsADay
      }
      let top = (points.map(\.reviewsADay).max() ?? 0) * 1.1
      let window = PlotWindow(
        x: Double(first.percent)...Double(last.percent), y: 0...max(1, top))
      if let window {
        let chart = Chart(
          [Panel([curve], window: window)], charset: context.charset, absenceText: Chart.absence)
        add(chart.frame(Size(width: min(60, width), height: 10)))
        addBlank()
      }
    }
    let now = context.learner.retentionPercent
    for point in points where point.percent % 5 == 0 || point.percent == now {
      let line = Words.Retention.line(
        percent: point.percent, reviewsADay: Self.tenths(point.reviewsADay),
        recall: ProgressPages.percent(point.recall))
      add(point.percent == now ? Words.Retention.line(now: line) : line)
    }
  }

  private static func tenths(_ number: Double) -> String {
    let tenths = Int(nearest: number * 10, in: 0...10_000_000)
    return "\(tenths / 10).\(tenths % 10)"
  }
}
