import Activations
import Figures
public import NeuralLab
import TerminalUI
public import TextCharts
import Words

/// Results over the epochs as curves.
public enum RaceCurves {
  private static let roles: [Role] = [.curve, .secondCurve, .thirdCurve, .slope]

  /// The validation accuracy in percent.
  ///
  /// - Parameters:
  ///   - results: Epoch by epoch.
  ///   - name: The curve's label.
  ///   - index: Its index, which determines its style.
  /// - Returns: A curve over the epochs, from 1.
  public static func accuracy(_ results: [EpochResult], name: String, index: Int) -> Curve {
    curve(results.map { $0.validationAccuracy * 100 }, name, index)
  }

  /// The loss on validation samples, in nats; see ``accuracy(_:name:index:)``.
  public static func loss(_ results: [EpochResult], name: String, index: Int) -> Curve {
    curve(results.map(\.validationLoss), name, index)
  }

  private static func curve(_ values: [Double], _ name: String, _ index: Int) -> Curve {
    var curve = Curve(name, role: roles[index % roles.count]) { x in
      guard x >= 0, x <= Double(values.count), !values.isEmpty else { return .nan }
      let place = max(0, Int(cell: x - 1, of: values.count))
      let next = min(place + 1, values.count - 1)
      let share = max(0, x - Double(place + 1))
      return values[place] * (1 - share) + values[next] * share
    }
    curve.style = .of(index)
    return curve
  }
}

extension RaceScreen {
  public func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    let epoch = progress?.standings.map(\.results.count).max() ?? 0
    let left =
      context.size.width < 60
      ? nil : progress?.secondsLeft.map { Int(nearest: $0.rounded(.up), in: 0...Int.max) }
    let state: Words.Race.State =
      progress?.isOver == true ? .over : isPlaying ? .running(secondsLeft: left) : .paused
    var page = Page(
      Words.Race.title(data: data.name),
      status: Words.Race.status(epoch: epoch, of: setup.epochs, state),
      keys: hints(in: context), in: context)
    guard let progress else {
      page.frame.write(context.text(problem ?? ""), x: 2, y: page.body.origin.y, .wrong)
      return page.frame
    }
    let table = table(progress, context)
    let below = min(table.count, max(2, page.body.size.height - 5))
    let chart = Rect(
      x: 1, y: page.body.origin.y, width: context.size.width - 2,
      height: page.body.size.height - below)
    if !context.isPlain, chart.size.height >= 4 {
      draw(progress, on: &page.frame, in: chart, context)
    }
    let first = context.isPlain ? page.body.origin.y : chart.maxY
    for (row, runs) in table.prefix(context.isPlain ? table.count : below).enumerated() {
      page.frame.write(runs, x: 1, y: first + row, limit: context.size.width - 1)
    }
    return page.frame
  }

  /// Draws curves over the epochs, and the predictions in the plane next to them if they fit.
  private func draw(
    _ progress: RaceProgress, on frame: inout Frame, in area: Rect, _ context: AppContext
  ) {
    let isPlane = data.shape.count == 2
    let width = isPlane && area.size.width >= 70 ? area.size.width * 3 / 5 : area.size.width
    let curves = progress.standings.indices.map { index in
      let name = setup.activations[index].shortLabel
      return showsLoss
        ? RaceCurves.loss(progress.standings[index].results, name: name, index: index)
        : RaceCurves.accuracy(progress.standings[index].results, name: name, index: index)
    }
    let results = progress.standings.flatMap(\.results)
    guard !results.isEmpty else {
      return drawReady(on: &frame, in: area, context)
    }
    let x = 0...Double(setup.epochs)
    let highest = results.map(\.validationLoss).filter(\.isFinite).max() ?? 1
    let lowest = results.map(\.validationAccuracy).filter(\.isFinite).min() ?? 0
    let floor = (lowest * 10).rounded(.down) * 10
    let y = showsLoss ? 0...max(0.1, highest) : (min(floor, 90)...100)
    if let window = PlotWindow(x: x, y: y) {
      Chart(
        [Panel(curves, window: window)], charset: context.charset, absenceText: Chart.absence
      ).draw(
        on: &frame,
        in: Rect(
          x: area.origin.x, y: area.origin.y, width: width, height: area.size.height))
    }
    let reach = DecisionMap.reach
    guard width < area.size.width, let map,
      let window = PlotWindow(x: -reach...reach, y: -reach...reach)
    else { return }
    // From −1, where the network is sure of class 1, to 1.
    let heat = HeatMap(window: window) { x, y in 2 * map.probability(x: x, y: y) - 1 }
    let side = Rect(
      x: area.origin.x + width, y: area.origin.y, width: area.size.width - width,
      height: area.size.height)
    let name = Words.Race.boundary(
      of: setup.activations[shown].shortLabel)
    frame.write(context.text(name), x: side.origin.x + 4, y: side.origin.y, .heading)
    heat.draw(
      on: &frame,
      in: Rect(
        x: side.origin.x, y: side.origin.y + 1, width: side.size.width, height: side.size.height - 1
      ),
      context.charset)
  }

  /// What starts a race, in place of the curves.
  private func drawReady(on frame: inout Frame, in area: Rect, _ context: AppContext) {
    let lines = TextLayout.wrap(
      context.text(Words.Race.ready(context.keyNames)), width: max(1, area.size.width - 2),
      style: Style(.dim))
    for (row, line) in lines.prefix(area.size.height - 1).enumerated() {
      frame.write(line.runs, x: area.origin.x + 1, y: area.origin.y + 1 + row)
    }
  }

  /// One line per contestant, and the conclusions once it is over.
  private func table(_ progress: RaceProgress, _ context: AppContext) -> [[Run]] {
    let isNarrow = context.size.width < 70 && !context.isPlain
    let rate = Words.Race.setup(
      kind: setup.kind == .cnn ? "CNN" : "MLP",
      parameters: progress.standings.first?.parameters ?? 0, optimiser: setup.optimiser.name,
      rate: NumberText.shortest(setup.rate))
    var text = ColumnText(width: context.size.width - 2, context)
    if !isNarrow { text.add(rate, Style(.dim)) }
    for index in progress.standings.indices {
      text.add(line(progress, index, isNarrow: isNarrow, context))
    }
    if progress.isOver {
      let contestants = progress.standings.indices.map { Contestant($0, in: [progress]) }
      if let verdict = RaceText.verdict(contestants) ?? RaceText.lines(contestants).last {
        text.add(verdict, Style(.accent, .bold))
      }
    }
    return text.lines
  }

  private func line(
    _ progress: RaceProgress, _ index: Int, isNarrow: Bool, _ context: AppContext
  ) -> String {
    let standing = progress.standings[index]
    let name = setup.activations[index].shortLabel
    if standing.hasDiverged { return Words.Race.diverged(name) }
    guard let last = standing.results.last else { return Words.Race.atStart(name) }
    let percent = NumberText.fixed(last.validationAccuracy * 100, decimals: 1)
    if isNarrow {
      return Words.Race.short(
        name, percent: percent, loss: NumberText.fixed(last.validationLoss, decimals: 3))
    }
    let figures = Words.Race.Standing(
      name: name, percent: percent, loss: NumberText.fixed(last.trainLoss, decimals: 3),
      heldOut: NumberText.fixed(last.validationLoss, decimals: 3),
      gradient: GradientInstrument.short(last.gradientNorm),
      dead: ProgressPages.percent(last.deadUnits),
      milliseconds: NumberText.fixed(
        Contestant(index, in: [progress]).secondsPerEpoch * 1000, decimals: 1))
    let isRoomy = context.size.width >= 100 || context.isPlain
    return isRoomy ? Words.Race.longLine(figures) : Words.Race.line(figures)
  }
}
