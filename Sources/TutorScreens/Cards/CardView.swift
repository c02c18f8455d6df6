import Figures
import Lessons
import Practice
import TerminalUI
import Words

/// A flashcard as lines, and the row of grades under it.
struct CardView {
  let card: Flashcard
  let context: AppContext

  /// Lays out the card.
  ///
  /// - Parameters:
  ///   - width: Columns.
  ///   - rows: Rows that a drawing should fit into.
  ///   - isTurned: Whether the back is shown.
  ///   - showsHint: Whether the hint is shown.
  /// - Returns: All lines.
  func lines(width: Int, rows: Int, isTurned: Bool, showsHint: Bool) -> [[Run]] {
    var text = ColumnText(width: width, context)
    if rows >= 14 { for _ in 0..<2 { text.addBlank() } }
    text.addCentred(context.front(of: card), Style(.text, .bold))
    text.addBlank()
    guard isTurned else {
      addFigure(to: &text, rows: rows - 2)
      text.addCentred(
        showsHint ? card.hint ?? "" : Words.Cards.think(context.keyNames), Style(.dim))
      return text.lines
    }
    text.addCentred(context.back(of: card), Style(.accent, .bold))
    text.addBlank()
    text.add(card.card.explanation)
    addExtras(to: &text, rows: rows)
    return text.lines
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

  /// Adds what follows an answer: advice on a card that is often forgotten, and the plot.
  func addExtras(to text: inout ColumnText, rows: Int) {
    if context.learner.isLeech(card.id) {
      text.addBlank()
      text.add(Words.Cards.slipping(context.keyNames), Style(.quote))
    }
    if let plot = card.card.plot { add(plot, hidesLabel: false, to: &text, rows: rows) }
    if case .curve(let plot, _) = card.card.form {
      add(plot, hidesLabel: false, to: &text, rows: rows)
    }
  }

  /// Adds a plot after a blank line if there is room.
  private func add(
    _ plot: CardPlot, hidesLabel: Bool, to text: inout ColumnText, rows: Int
  ) {
    let room = rows - text.lines.count - 1
    if context.isPlain {
      text.addBlank()
      for line in PlotWords(PlotState(plot.figure), hidesLabel: hidesLabel).lines { text.add(line) }
    } else if room >= 7 {
      text.addBlank()
      text.add(
        PlotDrawing(figure: plot.figure, charset: context.charset, hidesLabel: hidesLabel)
          .frame(Size(width: text.width, height: min(12, room))))
    }
  }

  /// Writes the grades, each after its key, as far as there is room.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - row: The row.
  ///   - grades: The grades that are offered, in the order of their keys.
  ///   - intervals: Seconds until the card would be due, shown after each grade.
  func writeGrades(
    on page: inout Page, row: Int, grades: [Rating], intervals: [Rating: Int]
  ) {
    let isNarrow = context.size.width < 60
    let isTight = isNarrow && grades.count > 2 && !intervals.isEmpty
    var x = isNarrow ? 1 : Page.column(in: context.size.width).x
    for (index, rating) in grades.enumerated() {
      x = page.frame.write(context.choiceLabel(index), x: x, y: row, .accent, .bold)
      if !isTight || rating == .again || rating == .good {
        let word =
          rating == .hard && isNarrow ? Words.Cards.hardInShort : Self.words(for: rating)
        x = page.frame.write(" " + context.text(word), x: x, y: row)
      }
      if let seconds = intervals[rating] {
        x = page.frame.write(" " + context.text(Self.interval(seconds)), x: x, y: row, .dim)
      }
      x += isNarrow ? 1 : 4
    }
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
