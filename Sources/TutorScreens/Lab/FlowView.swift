import Figures
import NeuralLab
import TerminalUI
import TextCharts
import Words

extension FlowScreen {
  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    var page = Page(
      Words.Flow.title, status: context.size.width < 60 ? "" : measure.words,
      keys: footer(in: context), in: context)
    if context.isPlain {
      drawPlain(on: &page, context)
      return page.frame
    }
    let isWide = context.size.width >= 70
    let shown = isWide ? [0, 1] : [active]
    var row = drawSliders(on: &page, shown, context)
    let label = 4
    let width = (context.size.width - 4 - label) / shown.count
    for (column, index) in shown.enumerated() {
      let x = 2 + label + column * width
      let verdict = Words.Flow.verdict(fate(index), share: share(index))
      let name = "\(Self.letter(index))  \(verdict)"
      let style: Style = index == active ? Style(.accent, .bold) : Style(.text, .bold)
      page.frame.write(
        TextLayout.truncate(context.text(name), width: width - 1, ellipsis: ""), x: x, y: row,
        style: style)
    }
    row += 1
    drawBars(on: &page, shown, x: 2, width: width, from: row, context)
    return page.frame
  }

  /// All settings with their values; in small windows only the selected one.
  private func drawSliders(on page: inout Page, _ shown: [Int], _ context: AppContext) -> Int {
    let sliders = context.size.height >= 20 ? FlowSlider.allCases : [slider]
    var row = page.body.origin.y
    let first = 20
    let width = (context.size.width - first - 2) / shown.count
    for slider in sliders {
      let isChosen = slider == self.slider
      page.frame.write(
        isChosen ? context.charset.pick("▸", ">") : " ", x: 2, y: row, .accent, .bold)
      page.frame.write(context.text(slider.name), x: 4, y: row)
      for (column, index) in shown.enumerated() {
        let isTurned = isChosen && index == active
        page.frame.write(
          context.text(slider.words(setups[index])), x: first + column * width, y: row,
          isTurned ? .selection : .text, isTurned ? .bold : [])
      }
      row += 1
    }
    return row + (context.size.height >= 20 ? 1 : 0)
  }

  /// One bar per layer, on a scale that both networks share; as many layers as there are rows.
  private func drawBars(
    on page: inout Page, _ shown: [Int], x: Int, width: Int, from row: Int, _ context: AppContext
  ) {
    let scale = FlowScale(shown.flatMap(values), isShare: measure == .dead)
    let about =
      context.size.width < 60
      ? Words.Flow.measured(measure.words, scale: scale.words)
      : measure == .gradient ? Words.Flow.fromInput(scale: scale.words) : scale.words
    let caption = TextLayout.wrap(
      context.text(about), width: context.size.width - 1 - x, style: Style(.dim))
    let rows = page.body.maxY - row - caption.count
    guard rows > 0 else { return }
    let depth = shown.map { values($0).count }.max() ?? 0
    let lines = min(rows, depth)
    for line in 0..<lines {
      let place = lines == 1 ? 0 : line * (depth - 1) / (lines - 1)
      let number = "\(place + firstLayer)"
      page.frame.write(
        String(repeating: " ", count: max(0, 3 - number.count)) + number, x: x, y: row + line, .dim)
      for (column, index) in shown.enumerated() where values(index).indices.contains(place) {
        let value = values(index)[place]
        let text =
          " " + (measure == .dead ? ProgressPages.percent(value) : GradientInstrument.short(value))
        let start = x + 4 + column * width
        let bar = context.charset.bar(scale.length(value), width: max(1, width - 12))
        let end = page.frame.write(
          bar, x: start, y: row + line, column == 0 ? .curve : .secondCurve)
        page.frame.write(text, x: end, y: row + line)
      }
    }
    page.write(caption, from: row + lines, x: x)
  }

  /// A network's name.
  private static func letter(_ index: Int) -> String { index == 0 ? "A" : "B" }

  private func drawPlain(on page: inout Page, _ context: AppContext) {
    var text = ColumnText(width: page.body.size.width, context)
    for index in setups.indices {
      let sliders = FlowSlider.allCases.map { slider in
        let value = slider.words(setups[index])
        return slider == self.slider && index == active
          ? Words.Flow.activeSlider(slider.name, value: value)
          : Words.Flow.slider(slider.name, value: value)
      }
      text.add(Words.Flow.network(Self.letter(index), sliders: sliders))
      text.add(Words.Flow.sentence(fate(index), share: share(index)))
      let values = values(index)
      for place in 0...8 where values.count > 1 || place == 0 {
        let layer = place * (values.count - 1) / 8
        let value = GradientInstrument.short(values[layer])
        text.add(Words.Flow.layer(layer + firstLayer, value: value))
      }
      text.addBlank()
    }
    for (row, runs) in text.lines.prefix(page.body.size.height).enumerated() {
      page.frame.write(runs, x: 0, y: page.body.origin.y + row)
    }
  }
}

/// The scale of the bars: logarithmic, or linear for fractions.
struct FlowScale {
  private let low: Double
  private let high: Double
  private let isShare: Bool

  /// From the smallest to the largest value in whole powers of ten, including 1.
  init(_ values: [Double], isShare: Bool) {
    self.isShare = isShare
    let powers = values.filter { $0 > 0 && $0.isFinite }.map { Double.log($0) / Double.log(10) }
    low = min(-1, (powers.min() ?? 0).rounded(.down))
    high = max(0, (powers.max() ?? 0).rounded(.up))
  }

  /// From 0 to 1; values that are not finite have length 1.
  func length(_ value: Double) -> Double {
    guard value.isFinite else { return 1 }
    if isShare { return value }
    guard value > 0 else { return 0 }
    return (Double.log(value) / Double.log(10) - low) / (high - low)
  }

  /// The legend of an empty and a full bar.
  var words: String {
    isShare
      ? Words.Flow.shares
      : Words.Flow.scale(
        low: Int(nearest: low, in: -324...309), high: Int(nearest: high, in: -324...309))
  }
}
