import Activations
import Lessons
public import TerminalUI
import TextCharts

/// The plot explorer: any function, its slope, others beside it, a cursor, dials.
public struct PlotScreen: Screen {
  public let name = "Plot explorer"
  private var plot: PlotInstrument
  private var softmax = SoftmaxInstrument(logits: [2, 1, 0])
  /// The function under the list's cursor.
  private var selected = 0
  /// Functions that stay drawn beside it.
  private var pinned: [String] = []
  private var describes = false
  private var scroll = Scroll()
  private static let all = Catalogue.all

  /// Opens functions of the catalogue by their ids.
  public init(
    functions: [String] = ["gelu"], x: ClosedRange<Double> = -5...5,
    y: ClosedRange<Double>? = nil, parameters: [String: Double] = [:], showsSlope: Bool = true
  ) {
    let settings = Dictionary(
      functions.map { ($0, parameters) }, uniquingKeysWith: { first, _ in first })
    self.init(
      PlotInstrument(
        functions: functions, x: x, y: y, settings: settings,
        derivative: showsSlope ? .stacked : .none))
  }

  /// Opens an instrument in the state it is in.
  init(_ instrument: PlotInstrument) {
    plot = instrument
    selected = Self.all.firstIndex { $0.id == instrument.functions.first } ?? 0
    pinned = Array(instrument.functions.dropFirst())
  }

  /// Opens softmax in the state it is in.
  init(_ instrument: SoftmaxInstrument) {
    self.init(functions: ["softmax"])
    softmax = instrument
  }

  /// Softmax on its own is no curve but a vector.
  private var showsBars: Bool { plot.functions == ["softmax"] }

  public func keys(in context: Surroundings) -> [KeyBinding] {
    let list = [
      KeyBinding([.up, .down], "function", footer: true, label: "↑ ↓"),
      KeyBinding([.character("v"), .space], "keep to compare", footer: true),
      KeyBinding("D", "in words; PgDn goes on"),
      KeyBinding([.escape, .character("q")], "back", footer: true),
    ]
    return (showsBars ? softmax.keys : plot.keys) + list
  }

  public mutating func update(_ event: Event, in context: Surroundings) -> TutorResponse {
    guard let key = event.key else { return .stay }
    switch key {
    case _ where key.leaves: return .pop
    case _ where key.goesUp: select((selected + Self.all.count - 1) % Self.all.count)
    case _ where key.goesDown: select((selected + 1) % Self.all.count)
    case .character("v"), .space: keep()
    case .character("D"): (describes, scroll) = (!describes, Scroll())
    case .pageDown, .pageUp:
      if describes {
        _ = scroll.press(key, lines: words(context).count, rows: max(0, context.size.height - 4))
      }
    default: _ = showsBars ? softmax.press(key) : plot.press(key)
    }
    return .stay
  }

  private mutating func select(_ index: Int) {
    selected = index
    refresh()
  }

  /// Keeps the function under the cursor on the screen, or lets it go.
  private mutating func keep() {
    let id = Self.all[selected].id
    if let index = pinned.firstIndex(of: id) {
      pinned.remove(at: index)
    } else {
      pinned = Array((pinned + [id]).suffix(2))
    }
    refresh()
  }

  private mutating func refresh() {
    let id = Self.all[selected].id
    plot.show([id] + pinned.filter { $0 != id })
  }

  public func view(in context: Surroundings) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    let title =
      showsBars
      ? "Softmax" : plot.bound.map(\.label).joined(separator: " vs ")
    let range =
      "x \(NumberText.shortest(plot.x.lowerBound)) to \(NumberText.shortest(plot.x.upperBound))"
    var page = Page(
      "Plot · \(title)", status: context.size.width >= 60 && !showsBars ? range : "",
      keys: keys(in: context), in: context)
    let panel = context.size.width >= 70 ? 26 : 0
    let readout = panel == 0 && !showsBars && !describes ? 2 : 0
    let area = Rect(
      x: 0, y: page.body.origin.y, width: context.size.width - panel - 1,
      height: page.body.size.height - readout)
    if describes {
      scroll.draw(
        words(context), on: &page, rows: area.origin.y..<area.maxY, x: 2, context.charset)
    } else if showsBars {
      softmax.draw(
        on: &page.frame, in: area.inset(columns: 1), context.charset, isHeld: true)
    } else {
      plot.drawing(context.charset, isHeld: true).draw(on: &page.frame, in: area)
    }
    if panel > 0 {
      drawPanel(on: &page, x: context.size.width - panel + 1, context)
    } else if readout > 0 {
      for (row, line) in PlotReadout(instrument: plot).short.enumerated() {
        page.frame.write(
          context.text(line), x: 1, y: page.body.maxY - 2 + row, row == 0 ? .text : .dim)
      }
    }
    return page.frame
  }

  private func words(_ context: Surroundings) -> [[Run]] {
    let panel = context.size.width >= 70 ? 26 : 0
    let text = plot.bound.map { FunctionWords($0).text }.joined(separator: "\n\n")
    let width = min(72, context.size.width - panel - 5)
    return TextLayout.wrap(context.text(text), width: width).map(\.runs)
  }

  private func drawPanel(on page: inout Page, x: Int, _ context: Surroundings) {
    var row = page.body.origin.y
    for (index, activation) in Self.all.enumerated() where row < page.body.maxY - 7 {
      let isShown = plot.functions.contains(activation.id)
      let cursor = index == selected ? context.charset.pick("▸", ">") : " "
      let mark = isShown ? context.charset.pick("●", "*") : context.charset.pick("○", ".")
      page.frame.write(cursor, x: x, y: row, .accent, .bold)
      page.frame.write(mark, x: x + 2, y: row, isShown ? .accent : .dim)
      page.frame.write(
        context.text(activation.name), x: x + 4, y: row, isShown ? .heading : .text,
        isShown ? .bold : [])
      row += 1
    }
    row += 1
    var lines = showsBars ? [] : PlotReadout(instrument: plot).long
    let activation = Self.all[selected]
    if context.size.height >= 34 {
      lines += [
        "", activation.formula, "slope " + activation.derivativeFormula, "",
        "+ " + activation.facts.good, "- " + activation.facts.bad, "> " + activation.facts.use,
      ]
    }
    let width = context.size.width - x - 1
    for line in lines where row < page.body.maxY {
      row = page.write(TextLayout.wrap(context.text(line), width: width), from: row, x: x)
    }
  }
}
