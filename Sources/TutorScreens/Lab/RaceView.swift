import Activations
import Figures
import NeuralLab
import TerminalUI
import TextCharts
import Words

extension RaceScreen {
  /// The fewest rows of curves with both axes.
  private static let chartRows = 6

  public func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    var page = Page(
      Words.Race.title(data: data.name),
      status: Words.Race.status(
        epoch: progress?.standings.map(\.results.count).max() ?? 0, of: setup.epochs,
        state(context)),
      keys: footer(in: context), in: context)
    let body = page.body
    if mode == .waiting {
      let hasPlane = !context.isPlain && body.size.width >= 76 && data.shape.count == 2
      let width = hasPlane ? 48 : min(72, body.size.width - 2)
      write(settings(width: width, rows: body.size.height, context), on: &page)
      if hasPlane, body.size.height >= 8 {
        let plane = Rect(
          x: width + 2, y: body.origin.y, width: min(60, body.size.width - width - 3),
          height: min(24, body.size.height))
        drawPlane(on: &page.frame, in: plane, context)
      }
      return page.frame
    }
    var table = table(context)
    let isTall = body.size.height >= 10
    var room = body.size.height - table.count
    if room < Self.chartRows, mode != .over || isTall { room = Self.chartRows }
    let hasChart = !context.isPlain && room >= Self.chartRows
    if hasChart {
      table = Array(table.prefix(body.size.height - room))
      let area = Rect(x: 1, y: body.origin.y, width: body.size.width - 2, height: room)
      draw(on: &page.frame, in: area, context)
    }
    write(table, on: &page, from: hasChart ? body.origin.y + room : body.origin.y)
    return page.frame
  }

  private func write(_ lines: [[Run]], on page: inout Page, from row: Int? = nil) {
    for (offset, runs) in lines.enumerated() {
      let y = (row ?? page.body.origin.y) + offset
      guard y < page.body.maxY else { return }
      page.frame.write(runs, x: 1, y: y, limit: page.frame.size.width - 1)
    }
  }

  private func state(_ context: AppContext) -> Words.Race.State {
    switch mode {
    case .waiting: return .waiting
    case .paused: return .paused
    case .over: return .over
    case .running: return .running(pace: epochsASecond)
    case .comparing: return .comparing(seed: finished.count + 1, of: Self.seeds)
    case .stepping, .finishing:
      let left = context.size.width < 60 ? nil : progress?.secondsLeft
      return .finishing(secondsLeft: left.map { Int(nearest: $0.rounded(.up), in: 0...Int.max) })
    }
  }

  /// Draws curves over the epochs, and the predictions in the plane next to them if they fit.
  private func draw(on frame: inout Frame, in area: Rect, _ context: AppContext) {
    let hasPlane = map != nil && data.shape.count == 2 && area.size.width >= 70
    let width = hasPlane ? area.size.width * 3 / 5 : area.size.width
    drawCurves(
      on: &frame,
      in: Rect(
        x: area.origin.x, y: area.origin.y, width: width - (hasPlane ? 2 : 0),
        height: area.size.height), context)
    guard hasPlane else { return }
    drawPlane(
      on: &frame,
      in: Rect(
        x: area.origin.x + width, y: area.origin.y, width: area.size.width - width,
        height: area.size.height), context)
  }

  private func drawCurves(on frame: inout Frame, in area: Rect, _ context: AppContext) {
    guard let progress else { return }
    let curves = progress.standings.indices.map { index in
      let name = setup.activations[index].shortLabel
      return showsLoss
        ? RaceCurves.loss(progress.standings[index].results, name: name, index: index)
        : RaceCurves.accuracy(progress.standings[index].results, name: name, index: index)
    }
    let results = progress.standings.flatMap(\.results)
    let highest = results.map(\.validationLoss).filter(\.isFinite).max() ?? 1
    let lowest = results.map(\.validationAccuracy).filter(\.isFinite).min() ?? 0
    let floor = min((lowest * 10).rounded(.down) * 10, 90)
    guard
      let window = PlotWindow(
        x: 0...Double(setup.epochs), y: showsLoss ? 0...max(0.1, highest) : floor...100)
    else { return }
    let titles = area.size.height > Self.chartRows ? 1 : 0
    let plot = Rect(
      x: area.origin.x, y: area.origin.y + titles, width: area.size.width,
      height: area.size.height - titles)
    Chart(
      [Panel(curves, window: window)], charset: context.charset,
      absenceText: results.isEmpty ? nil : Chart.absence
    ).draw(on: &frame, in: plot)
    if titles > 0 {
      let axis = showsLoss ? Words.Race.lossAxis : Words.Race.accuracyAxis
      frame.write(context.text(axis), x: area.origin.x, y: area.origin.y, .axis, limit: area.maxX)
    }
    write(Words.Race.epochAxis, inGapOf: plot.maxY - 1, of: plot, on: &frame)
  }

  /// Writes the title of the x axis into the last gap between its labels.
  private func write(_ title: String, inGapOf row: Int, of area: Rect, on frame: inout Frame) {
    let columns = (area.origin.x..<area.maxX).reversed()
    var gap = 0
    for x in columns {
      gap = frame[x, row]?.glyph == " " ? gap + 1 : 0
      if gap == title.count + 2 {
        frame.write(title, x: x + 1, y: row, .axis)
        return
      }
    }
  }

  /// Draws the data, and under them the predictions of the shown network.
  private func drawPlane(on frame: inout Frame, in area: Rect, _ context: AppContext) {
    let reach = DecisionMap.reach
    guard let window = PlotWindow(x: -reach...reach, y: -reach...reach) else { return }
    // From −1, where the network is sure of class 1, to 1.
    var heat = HeatMap(window: window) { [map] x, y in
      map.map { 2 * $0.probability(x: x, y: y) - 1 } ?? .nan
    }
    // With more samples than this, they would hide the regions.
    let most = map == nil ? 400 : area.size.width * area.size.height / 8
    heat.samples = data.heldOutPoints.prefix(most).map { x, y, label in
      HeatMap.Sample(x: x, y: y, isAbove: label == 0)
    }
    let marks = HeatMap.sampleMarks(context.charset)
    let name =
      map == nil
      ? Words.Race.classes(marks.above, marks.below)
      : Words.Race.boundary(of: setup.activations[shown].shortLabel)
    frame.write(
      context.text(name), x: area.origin.x + 4, y: area.origin.y, .heading, limit: area.maxX)
    let plane = Rect(
      x: area.origin.x, y: area.origin.y + 1, width: area.size.width, height: area.size.height - 1)
    heat.draw(on: &frame, in: plane, context.charset)
  }
}

extension Dataset {
  /// The held-out samples of a data set in the plane, with their classes.
  fileprivate var heldOutPoints: [(x: Double, y: Double, label: Int32)] {
    guard shape.count == 2 else { return [] }
    return validationLabels.enumerated().map { index, label in
      (Double(validationInputs[2 * index]), Double(validationInputs[2 * index + 1]), label)
    }
  }
}
