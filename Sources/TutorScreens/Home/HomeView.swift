import Activations
import Figures
import Lessons
import Practice
import TerminalUI
import Words

/// Draws the home screen: the work of the day, the week, the entries, and in large windows a function.
struct HomeView {
  let summary: HomeSummary
  let selected: Int
  /// The function at the right; nil if there is no room for it.
  let function: Activation?
  let context: AppContext

  private var x: Int { context.size.width >= 64 ? 5 : 2 }
  private var isTall: Bool { context.size.height >= 16 }
  /// The columns of the entries.
  private var width: Int { function == nil ? context.size.width : HomeScreen.listWidth }

  /// Draws into the page.
  func draw(on page: inout Page) {
    var row = page.body.origin.y
    if isTall { row = writePlace(on: &page, row: row) }
    if context.isPlain {
      row = writePlain(on: &page, row: row)
      writeWelcome(on: &page, row: row + 1)
      return
    }
    row = writeToday(on: &page, row: row)
    row = writeWeek(on: &page, row: row)
    // After a long break the welcome comes first; the entries scroll.
    if summary.today.daysAway != nil { row = writeWelcome(on: &page, row: row) + (isTall ? 1 : 0) }
    row = writeEntries(on: &page, row: row)
    if summary.today.daysAway == nil { writeWelcome(on: &page, row: row + 1) }
    if let function { draw(function, on: &page) }
  }

  /// The steps of the day, in one sentence.
  static func steps(_ today: Today) -> String {
    let steps = today.steps.map { step in
      switch step {
      case .cards(let due, let new, let minutes):
        Words.Home.step(cards: due + new, minutes: minutes)
      case .section(let index, let open, let minutes):
        Words.Home.step(section: index + 1, open: open, minutes: minutes)
      case .daily: Words.Home.stepDaily
      }
    }
    return steps.isEmpty ? Words.Home.dayDone : Words.Home.steps(steps)
  }

  private func writePlace(on page: inout Page, row: Int) -> Int {
    let lesson = context.bundle.lesson
    var words = [lesson.title]
    if let place = lesson.coursePosition {
      words = [
        place.title, Words.Frame.place(place.topic, of: place.topics.count), lesson.title,
      ]
    }
    let line = context.text(words.joined(separator: context.charset.pick("  ›  ", " > ")))
    let lines = TextLayout.wrap(line, width: context.size.width - 2, style: Style(.accent, .bold))
    return page.write(lines, from: row, x: 1) + 1
  }

  private func writeToday(on page: inout Page, row: Int) -> Int {
    let isSelected = selected == 0
    let (title, steps) = summary.words(for: .today, context)
    let mark = isSelected ? context.charset.pick("▸", ">") : " "
    page.frame.write(mark, x: x, y: row, .accent, .bold)
    let start = page.frame.write(
      context.text(title), x: x + 2, y: row, isSelected ? .selection : .heading, .bold)
    let lines = TextLayout.wrap(
      context.text(steps), width: max(10, width - start - 4), style: Style(.text, .bold))
    return page.write(Array(lines.prefix(isTall ? 3 : 2)), from: row, x: start + 2)
  }

  /// What was done today.
  private var done: [String] {
    [
      summary.today.cardsDone > 0 ? Words.Home.done(cards: summary.today.cardsDone) : nil,
      summary.today.isDailyDone ? Words.Home.doneDaily : nil,
    ].compactMap(\.self)
  }

  /// Plain text: the days on which the learner studied, and the entries.
  private func writePlain(on page: inout Page, row: Int) -> Int {
    var text = ColumnText(width: context.size.width - 1, context)
    if !context.learner.activity.isEmpty {
      let days = summary.today.week.filter(\.isActive).map { Words.Home.weekdays[$0.day.weekday] }
      text.add(([Words.Home.week(days)] + done).joined(separator: ". "))
      text.addBlank()
    }
    for (index, entry) in HomeScreen.Entry.allCases.enumerated() {
      let (title, about) = summary.words(for: entry, context)
      text.add(
        Words.Home.entry(title, about), marker: index == selected ? [Run("▸ ")] : [])
    }
    for (offset, runs) in text.lines.enumerated() {
      page.frame.write(runs, x: 1, y: row + offset)
    }
    return row + text.lines.count
  }

  /// The seven days, the streak, and what was done today.
  private func writeWeek(on page: inout Page, row: Int) -> Int {
    guard isTall else { return row }
    let learner = context.learner
    guard !learner.activity.isEmpty else { return row + 1 }
    let streak = learner.streak(on: context.today)
    let done = done.map { context.rightMark + context.text($0) }
    var column = x + 2
    for (day, isActive) in summary.today.week {
      let box =
        isActive
        ? context.charset.pick("■", "#")
        : day > context.today ? context.charset.pick("·", ".") : context.charset.pick("□", "-")
      let style: Attributes = day == context.today ? .bold : []
      column = page.frame.write(
        Words.Home.weekdays[day.weekday] + " ", x: column, y: row, .dim, style)
      column = page.frame.write(box + " ", x: column, y: row, isActive ? .right : .dim, style)
    }
    let rest = (streak > 1 ? [Words.Home.streak(days: streak)] : []) + done
    page.frame.write(
      "  " + rest.joined(separator: "  "), x: column, y: row, .dim, limit: width - 1)
    return row + 2
  }

  private func writeEntries(on page: inout Page, row: Int) -> Int {
    let entries = Array(HomeScreen.Entry.allCases.enumerated().dropFirst())
    let rows = max(1, page.body.maxY - row)
    let shown = min(entries.count, rows)
    let first = min(max(0, selected - 1 - shown / 2), entries.count - shown)
    for (offset, (index, entry)) in entries[first..<(first + shown)].enumerated() {
      write(entry, isSelected: index == selected, on: &page, row: row + offset)
    }
    return row + shown
  }

  private func write(
    _ entry: HomeScreen.Entry, isSelected: Bool, on page: inout Page, row: Int
  ) {
    let (title, detail) = summary.words(for: entry, context)
    let mark = isSelected ? context.charset.pick("▸", ">") : " "
    page.frame.write(mark, x: x, y: row, .accent, .bold)
    page.frame.write(
      context.text(title), x: x + 2, y: row, isSelected ? .selection : .text,
      isSelected ? .bold : [])
    page.frame.write(
      TextLayout.truncate(
        context.text(detail), width: width - x - 21, ellipsis: context.charset.pick("…", "~")),
      x: x + 20, y: row, .dim)
  }

  /// Greets a new learner, or one who comes back.
  ///
  /// - Returns: The row after the greeting.
  @discardableResult
  private func writeWelcome(on page: inout Page, row: Int) -> Int {
    let text: String
    if let days = summary.today.daysAway {
      text = Words.Home.welcomeBack(days: days)
    } else if context.learner.activity.isEmpty, context.learner.position == nil {
      text = Words.Home.welcome(context.keyNames)
    } else {
      return row
    }
    let lines = TextLayout.wrap(
      context.text(text), width: width - x - 4, style: Style(.quote))
    return page.write(lines, from: row, x: context.isPlain ? 1 : x + 2)
  }

  /// Draws the function of the day in the right half.
  private func draw(_ function: Activation, on page: inout Page) {
    let x = HomeScreen.listWidth + 2
    let area = Rect(
      x: x, y: page.body.origin.y + 3, width: context.size.width - x - 2,
      height: page.body.size.height - 4)
    page.frame.write(
      context.text(Words.Home.functionOfTheDay(function.name)), x: x, y: page.body.origin.y,
      .heading, .bold, limit: area.maxX)
    page.frame.write(
      context.text(function.formula), x: x, y: page.body.origin.y + 1, .dim, limit: area.maxX)
    PlotInstrument(PlotState(BoundActivation.named([function.id]))).drawing(
      context.charset, isFocused: false
    )
    .draw(on: &page.frame, in: area)
  }
}

extension HomeScreen {
  /// The columns of the entries beside a function.
  static let listWidth = 66

  /// Whether the window has room for a function beside the entries.
  func showsFunction(_ context: AppContext) -> Bool {
    !context.isPlain && context.size.width >= 120 && context.size.height >= 30
  }

  /// The function at the right: another one each day, and others by the arrows.
  private func function(_ context: AppContext) -> Activation? {
    let functions = context.functions.filter { $0.roles.contains(.basicQuestions) }
    guard showsFunction(context), !functions.isEmpty else { return nil }
    let index = (context.today.number + turn) % functions.count
    return functions[(index + functions.count) % functions.count]
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    let summary = upToDate(context)
    var page = Page(
      Words.Home.title, status: summary.status, keys: footer(in: context), in: context)
    HomeView(
      summary: summary, selected: selected, function: function(context), context: context
    ).draw(on: &page)
    return page.frame
  }
}
