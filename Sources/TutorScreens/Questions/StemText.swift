import Figures
import LessonLayout
import Lessons
import TerminalUI
import TextCharts
import Words

extension ColumnText {
  /// Adds what a question shows before it asks.
  ///
  /// - Parameters:
  ///   - stem: Its parts.
  ///   - isRoomy: Whether blank lines separate them.
  ///   - context: The charset.
  mutating func add(_ stem: [Stem], isRoomy: Bool, _ context: AppContext) {
    for part in stem {
      switch part {
      case .code(let lines):
        if context.isPlain { add(Words.Stem.code) }
        let highlight = CodeHighlight(language: "python")
        for line in lines { addLine(highlight.runs(context.text(line.shortened))) }
      case .log(let lines):
        if context.isPlain { add(Words.Stem.log) }
        for line in lines { addLine([Run(context.text(line.shortened), .code)]) }
      case .table(let table): add(table, context)
      case .histogram(let histogram):
        let chart = HistogramChart(histogram: histogram, charset: context.charset)
        if context.isPlain {
          add(chart.words)
        } else {
          add(chart.lines(width: width, rows: isRoomy ? 5 : 4))
        }
      case .curves(let curves): add(curves, isRoomy: isRoomy, context)
      }
      if isRoomy { addBlank() }
    }
  }

  /// Adds a line of code or of a log, which is wrapped with a deeper indent.
  private mutating func addLine(_ runs: [Run]) {
    let line = runs.map(\.text).joined()
    let indent = min(line.prefix { $0 == " " }.count + 4, width / 2)
    let whole = runs.reduce(0) { $0 + $1.text.displayWidth }
    guard whole > width - 2 else { return add([[Run("  ")] + runs]) }
    let wrapped = TextLayout.wrap(runs, width: max(1, width - 2 - indent))
    for (number, line) in wrapped.enumerated() {
      let space = number == 0 ? 2 : 2 + indent
      add([[Run(String(repeating: " ", count: space))] + line.runs])
    }
  }

  private mutating func add(_ table: Stem.Table, _ context: AppContext) {
    let look = ProseLook(charset: context.charset, marksCode: false)
    let layout = TableLayout(
      table: TableBlock(
        alignments: table.header.indices.map { $0 == 0 ? .left : .right },
        header: table.header.map { [Span($0)] },
        rows: table.rows.map { $0.map { $0.isEmpty ? [] : [Span($0)] } }),
      width: max(1, width - 2), charset: context.charset, isListed: context.isPlain,
      runs: { look.runs($0, $1) })
    add(layout.lines().map { [Run("  ")] + $0.runs })
  }

  private mutating func add(_ curves: Stem.Curves, isRoomy: Bool, _ context: AppContext) {
    let chart = StemCurves(curves, context.charset)
    if context.isPlain {
      for line in chart.words { add(line) }
      return
    }
    add(Words.Stem.curves(curves.title, over: curves.x), Style(.dim))
    guard let drawing = chart.frame(Size(width: min(60, width), height: isRoomy ? 9 : 7)) else {
      return
    }
    add(drawing)
  }
}

/// The curves of a stem as a small plot, or in words.
struct StemCurves {
  private let curves: Stem.Curves
  private let charset: Charset

  init(_ curves: Stem.Curves, _ charset: Charset) {
    self.curves = curves
    self.charset = charset
  }

  /// The plot; nil if its places have no extent.
  func frame(_ size: Size) -> Frame? {
    guard let first = curves.places.first, let last = curves.places.last, first < last else {
      return nil
    }
    let drawn = curves.series.enumerated().map { index, series in
      curve(series, index: index)
    }
    let window = PlotWindow.fitting(drawn, x: first...last)
    return Chart([Panel(drawn, window: window)], charset: charset, absenceText: Chart.absence)
      .frame(size)
  }

  /// Straight lines from value to value.
  private func curve(_ series: Stem.Curves.Series, index: Int) -> Curve {
    let (places, values) = (curves.places, series.values)
    return Curve(
      series.name, role: PlotDrawing.role(index), features: Array(places.prefix(values.count)),
      style: .of(index)
    ) { x in
      guard let next = places.firstIndex(where: { $0 >= x }), next < values.count else {
        return .nan
      }
      guard next > 0 else { return x < places[0] ? .nan : values[0] }
      let share = (x - places[next - 1]) / (places[next] - places[next - 1])
      return values[next - 1] * (1 - share) + values[next] * share
    }
  }

  /// At most so many values are said.
  private static let most = 8

  /// A sentence for each curve, with some of its values.
  var words: [String] {
    curves.series.map { series in
      let count = series.values.count
      let steps = min(count, Self.most)
      let shown = (0..<steps).map { $0 * (count - 1) / max(1, steps - 1) }
      return Words.Stem.values(
        of: series.name, over: curves.x,
        shown.map { index in
          (
            x: NumberText.shortest(curves.places[index]),
            value: NumberText.shortest(series.values[index])
          )
        })
    }
  }
}
