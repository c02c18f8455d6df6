import Figures
import Lessons
import Practice
import TerminalUI
import Words

/// A flashcard as lines, and the row of grades under it.
struct CardView {
  let card: Flashcard
  let context: AppContext

  /// The rows from which a card is centred.
  private static let roomyRows = 14

  /// Lays out the card, centred in its rows; the question stays where it is when the card is turned.
  ///
  /// - Parameters:
  ///   - width: Columns.
  ///   - rows: Rows that both sides should fit into, with the grades.
  ///   - isTurned: Whether the back is shown.
  ///   - hints: The number of hints shown on the front.
  /// - Returns: All lines, and those of the card.
  func lines(width: Int, rows: Int, isTurned: Bool, hints: Int) -> QuestionView.Lines {
    var text = ColumnText(width: width, context)
    text.add(card.card.stem, isRoomy: rows >= Self.roomyRows, context)
    text.addCentred(context.front(of: card), Style(.text, .bold))
    text.addBlank()
    let answer = answer(width: width)
    let height = text.lines.count + answer.count
    let whole = height + plotRows(besides: height, in: rows)
    if isTurned {
      text.add(answer)
      addPlot(to: &text, rows: rows)
    } else {
      addFigure(to: &text, rows: rows - 2)
      text.add(hints: card.card.hints.prefix(hints))
      if hints == 0 { text.addCentred(Words.Cards.think(context.keyNames), Style(.dim)) }
    }
    let most = max(whole, text.lines.count)
    let isRoomy = rows >= Self.roomyRows && !context.isPlain
    let top = isRoomy ? max(0, (rows - ProducedCard.gradeRows - most) / 2) : 0
    return QuestionView.Lines(
      lines: Array(repeating: [], count: top) + text.lines, card: top..<(top + most))
  }

  /// The answer, its explanation, and advice on a card that is often forgotten.
  private func answer(width: Int) -> [[Run]] {
    var text = ColumnText(width: width, context)
    text.addCentred(context.back(of: card), Style(.accent, .bold))
    text.addBlank()
    text.addBlock(card.card.explanation)
    if isLeech {
      text.addBlank()
      text.addBlock(Words.Cards.slipping(context.keyNames), Style(.quote))
    }
    return text.lines
  }

  private var isLeech: Bool { context.learner.isLeech(card.id) }

  /// The plot that is shown with the answer.
  private var plot: CardPlot? {
    if case .curve(let plot, _) = card.card.form { return plot }
    return card.card.plot
  }

  /// Adds what the question of a turned card is about: the curve without its name, or the network.
  private func addFigure(to text: inout ColumnText, rows: Int) {
    switch card.card.form {
    case .curve(let plot, _): add(plot, hidesLabel: plot.hidesLabel, to: &text, rows: rows)
    case .network(let figure, _): text.add(context.network(figure), Style(.code))
    default: return
    }
    text.addBlank()
  }

  /// Adds what follows an answer that was produced: advice on a card that is often forgotten, and the plot.
  func addExtras(to text: inout ColumnText, rows: Int) {
    if isLeech {
      text.addBlank()
      text.add(Words.Cards.slipping(context.keyNames), Style(.quote))
    }
    addPlot(to: &text, rows: rows)
  }

  private func addPlot(to text: inout ColumnText, rows: Int) {
    if let plot { add(plot, hidesLabel: false, to: &text, rows: rows) }
  }

  /// The rows of the plot under a number of lines, with the blank one before it; 0 if it does not fit.
  private func plotRows(besides lines: Int, in rows: Int) -> Int {
    guard plot != nil, !context.isPlain else { return 0 }
    return Self.plotRows(besides: lines, in: rows)
  }

  private static func plotRows(besides lines: Int, in rows: Int) -> Int {
    let room = rows - lines - 1
    return room >= 7 ? 1 + min(max(12, rows / 3), room) : 0
  }

  /// Adds a plot after a blank line if there is room.
  private func add(
    _ plot: CardPlot, hidesLabel: Bool, to text: inout ColumnText, rows: Int
  ) {
    if context.isPlain {
      text.addBlank()
      for line in PlotWords(PlotState(plot.figure), hidesLabel: hidesLabel).lines { text.add(line) }
      return
    }
    let height = Self.plotRows(besides: text.lines.count, in: rows) - 1
    guard height > 0 else { return }
    text.addBlank()
    text.add(
      PlotDrawing(figure: plot.figure, charset: context.charset, hidesLabel: hidesLabel)
        .frame(Size(width: text.width, height: height)))
  }

  /// Writes the grades, each after its key, as far as there is room.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - row: The row.
  ///   - grades: The grades that are offered, in the order of their keys.
  ///   - intervals: Seconds until the card would be due, shown after each grade.
  ///   - isCentred: Whether they are centred like a turned card.
  func writeGrades(
    on page: inout Page, row: Int, grades: [Rating], intervals: [Rating: Int], isCentred: Bool
  ) {
    let isNarrow = context.size.width < 60
    let isTight = isNarrow && grades.count > 2 && !intervals.isEmpty
    var runs: [Run] = []
    for (index, rating) in grades.enumerated() {
      if index > 0 { runs.append(Run(isNarrow ? " " : "    ")) }
      runs.append(Run(context.choiceLabel(index), .accent, .bold))
      if !isTight || rating == .again || rating == .good {
        let word =
          rating == .hard && isNarrow ? Words.Cards.hardInShort : Self.words(for: rating)
        runs.append(Run(" " + context.text(word)))
      }
      if let seconds = intervals[rating] {
        runs.append(Run(" " + context.text(Self.interval(seconds)), .dim))
      }
    }
    let column = Page.column(in: context.size.width)
    let width = runs.reduce(0) { $0 + $1.text.displayWidth }
    let x = isCentred && !context.isPlain ? column.x + (column.width - width) / 2 : column.x
    page.frame.write(runs, x: isNarrow ? 1 : x, y: row)
  }

  static func words(for rating: Rating) -> String {
    switch rating {
    case .again: Words.Cards.again
    case .hard: Words.Cards.hard
    case .good: Words.Cards.good
    case .easy: Words.Cards.easy
    }
  }

  /// Seconds in the largest fitting unit: minutes, hours or days.
  static func interval(_ seconds: Int) -> String {
    switch seconds {
    case ..<3600: Words.Cards.minutes(max(1, (seconds + 30) / 60))
    case ..<86400: Words.Cards.hours((seconds + 1800) / 3600)
    default: Words.Cards.days((seconds + 43200) / 86400)
    }
  }
}
