import Activations
import Figures
import TerminalUI
import TextCharts
import Words

extension PlotScreen {
  /// Draws the list of functions and, under it, the values at the cursor.
  func drawPanel(on page: inout Page, x: Int, _ context: AppContext) {
    let width = context.size.width - x - 1
    let numbers = (showsBars ? [] : PlotReadout(instrument: plot).long).flatMap {
      TextLayout.wrap(context.text($0), width: width)
    }
    let about = about(in: context.functions).flatMap {
      TextLayout.wrap(context.text($0), width: width)
    }
    let rows = page.body.size.height - numbers.count - 1
    let hasAbout = rows - about.count - 1 >= context.functions.count
    let room = max(3, rows - (hasAbout ? about.count + 1 : 0))
    var row = drawList(on: &page, x: x, rows: room, context) + 1
    row = page.write(numbers, from: row, x: x)
    if hasAbout { page.write(about, from: row + 1, x: x) }
  }

  /// Plain text: the functions, the values at the cursor, and the list of functions.
  func drawPlain(on page: inout Page, _ context: AppContext) {
    var text = ColumnText(width: page.body.size.width, context)
    let described = plot.functions.map { FunctionWords($0).text }.joined(separator: "\n\n")
    // Tables keep their columns.
    for line in context.text(described).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.first == " " { text.add([[Run(String(line))]]) } else { text.add(String(line)) }
    }
    text.addBlank()
    for line in showsBars ? softmax.words : PlotReadout(instrument: plot).long { text.add(line) }
    text.addBlank()
    let functions = context.functions
    let place = place(in: functions)
    let names = functions.enumerated().map { $0 == place ? "[\($1.name)]" : $1.name }
    text.add(Words.Plot.functions(names))
    for (row, runs) in text.lines.prefix(page.body.size.height).enumerated() {
      page.frame.write(runs, x: 0, y: page.body.origin.y + row)
    }
  }

  /// The description of the selected function, with strengths, weaknesses and uses.
  private func about(in functions: [Activation]) -> [String] {
    let activation = functions[place(in: functions)]
    return [
      activation.formula, Words.Plot.slope(activation.derivativeFormula), "",
      "+ " + activation.facts.good, "- " + activation.facts.bad, "> " + activation.facts.use,
      activation.facts.introducedBy.map(Words.Plot.by) ?? Words.Plot.byUnknown,
    ]
  }

  /// Draws as many functions as fit, including the selected one.
  private func drawList(
    on page: inout Page, x: Int, rows: Int, _ context: AppContext
  ) -> Int {
    let (functions, selected) = (context.functions, place(in: context.functions))
    let count = functions.count
    let shown = min(count, rows)
    let first = count <= rows ? 0 : min(max(0, selected - shown / 2), count - shown)
    for offset in 0..<shown {
      let (index, y) = (first + offset, page.body.origin.y + offset)
      let isMore = (offset == 0 && first > 0) || (offset == shown - 1 && first + shown < count)
      if isMore, index != selected {
        let (arrow, hidden) =
          offset == 0
          ? (context.charset.pick("↑", "..."), first + 1)
          : (context.charset.pick("↓", "..."), count - first - shown + 1)
        page.frame.write("\(arrow) \(Words.Plot.more(hidden))", x: x + 2, y: y, .dim)
        continue
      }
      let activation = functions[index]
      let marks = marks(activation)
      let isShown = marks.place != nil
      // With softmax, the arrows move among the logits.
      let cursor = index == selected && !showsBars ? context.charset.pick("▸", ">") : " "
      let mark = marks.place.map { String(CurveNames.letter($0)) } ?? context.charset.pick("○", ".")
      page.frame.write(cursor, x: x, y: y, .accent, .bold)
      page.frame.write(
        mark, x: x + 2, y: y, marks.place.map(PlotDrawing.role) ?? .dim, isShown ? .bold : [])
      let name = marks.isKept ? Words.Plot.kept(activation.name) : activation.name
      page.frame.write(
        context.text(name), x: x + 4, y: y, isShown ? .heading : .text, isShown ? .bold : [])
    }
    return page.body.origin.y + shown
  }
}
