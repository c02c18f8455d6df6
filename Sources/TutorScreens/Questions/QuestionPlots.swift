import Activations
import Figures
import Lessons
import Practice
import TerminalUI
import Words

/// The curves and networks that questions are about.
extension QuestionView {
  /// The question's curve in its present state; nil for a question without one.
  func plot(_ size: Size) -> Frame? {
    switch question.card.form {
    case .curve(let plot, _):
      return verdict == nil
        ? PlotDrawing(
          figure: plot.figure, charset: context.charset, hidesLabel: plot.hidesLabel
        ).frame(size)
        : AnsweredCurve(plot, chosen: chosen).frame(
          size, context.charset, hidesNames: plot.hidesLabel && !isRevealed)
    case .point(let plot, let point): return marked(plot, point).frame(size, context.charset)
    case .sketch(let plot, _): return sketched(plot, size)
    default: return nil
    }
  }

  /// The network in a line; with the answer also its gradient.
  func add(_ figure: GradientFigure, to text: inout ColumnText, width: Int) {
    let instrument = GradientInstrument(figure)
    text.add(context.network(figure), Style(.code))
    guard verdict != nil else { return }
    if context.isPlain {
      for line in instrument.words { text.add(line) }
    } else {
      var frame = Frame(Size(width: min(60, width), height: instrument.height))
      instrument.draw(
        on: &frame, in: Rect(x: 0, y: 0, width: frame.size.width, height: frame.size.height),
        context.charset)
      text.add(frame)
    }
  }

  /// The verdict, if it is about a complete answer.
  private var finalVerdict: AskedQuestion.Verdict? { verdict == .unreadable ? nil : verdict }

  /// The sketch in its present state; nil if the curve was shown on request.
  private var sketch: SketchInstrument? {
    if finalVerdict != nil, progress.sketch == nil { return nil }
    var sketch = progress.instrument(question)
    if finalVerdict == nil || !isRevealed { sketch?.hide() }
    return sketch
  }

  private func sketched(_ plot: CardPlot, _ size: Size) -> Frame {
    sketch?.frame(size, context.charset, isFocused: finalVerdict == nil)
      ?? PlotDrawing(figure: plot.figure, charset: context.charset).frame(size)
  }

  /// The sketch, and after the answer the curve over it.
  func addSketch(
    of plot: CardPlot, to text: inout ColumnText, _ result: inout Lines, width: Int, rows: Int
  ) {
    if context.isPlain {
      let words = sketch?.words ?? PlotWords(PlotState(plot.figure)).lines
      for line in words { text.add(line) }
      if let gap = sketch?.gapLine { text.add(gap) }
      return
    }
    if rows >= Self.roomyRows { text.addBlank() }
    if !isPlotBeside {
      var size = question.card.plotSize(width: width, rows: rows)
      size.height = plotRows ?? size.height
      let frame = sketched(plot, size)
      result.focus = frame.focus.map { Point(x: $0.x, y: text.lines.count + $0.y) }
      text.add(frame)
    }
    if let sketch {
      text.add(sketch.gapLine ?? sketch.handleLine, Style(sketch.isShown ? .dim : .accent))
    }
  }

  /// Plain text: asks for the next value of a sketch.
  func addValueField(to text: inout ColumnText, _ result: inout Lines) {
    guard progress.typesValues, finalVerdict == nil, let asked = sketch?.askedLine else { return }
    text.add(asked)
    result.cursor = Point(x: 2 + progress.text.displayWidth, y: text.lines.count)
    text.add([[field, Run(progress.text, .text, .bold)]])
  }

  private func marked(_ plot: CardPlot, _ point: PointQuestion) -> MarkedCurve {
    // Without a marker, the answer was shown on request.
    let isSet = verdict == nil || progress.marker != nil
    let step = isSet ? progress.step(on: question) : nil
    return MarkedCurve(
      plot, point, marker: step.map { PointQuestion.place($0, in: plot.figure.x) },
      verdict: verdict, isRevealed: isRevealed)
  }

  /// The curve with the marker, and after the answer with the right point.
  func add(
    _ plot: CardPlot, _ point: PointQuestion, to text: inout ColumnText, width: Int, rows: Int
  ) {
    let curve = marked(plot, point)
    if context.isPlain {
      for line in curve.words { text.add(line) }
      return
    }
    if rows >= Self.roomyRows { text.addBlank() }
    if !isPlotBeside {
      var size = question.card.plotSize(width: width, rows: rows)
      size.height = plotRows ?? size.height
      text.add(curve.frame(size, context.charset))
    }
    if let place = curve.place { text.add(place, Style(verdict == nil ? .accent : .dim)) }
  }

  /// The curve; after a wrong answer together with the chosen one.
  ///
  /// If there is room, it keeps its place when the names of curves appear above it.
  func add(_ plot: CardPlot, to text: inout ColumnText, width: Int, rows: Int) {
    if context.isPlain {
      let asked = PlotWords(PlotState(plot.figure), hidesLabel: plot.hidesLabel)
      for line in asked.lines { text.add(line) }
      return
    }
    let hidesNames = plot.hidesLabel && !isRevealed
    if isPlotBeside { return text.addBlank() }
    var size = question.card.plotSize(width: width, rows: rows)
    let keepsPlace = plot.hidesLabel && rows >= Self.roomyRows
    if keepsPlace, hidesNames || verdict == nil { text.addBlank() }
    if verdict != nil {
      if plot.hidesLabel, !hidesNames { size.height += 1 }
      size.height = plotRows ?? size.height
    }
    if let frame = self.plot(size) { text.add(frame) }
    addDifference(to: &text)
  }

  /// Says where the right curve and the chosen one differ most, once that may be shown.
  func addDifference(to text: inout ColumnText) {
    guard verdict != nil, isRevealed, case .curve(let plot, _) = question.card.form,
      let difference = AnsweredCurve(plot, chosen: chosen).difference
    else { return }
    text.add(difference, Style(.accent))
  }

  /// Plain text: the curve of a wrong choice after the verdict, because the right one is above.
  func addChosenCurve(to text: inout ColumnText) {
    guard case .curve(let plot, _) = question.card.form, verdict?.isRight == false else { return }
    addDifference(to: &text)
    for line in AnsweredCurve(plot, chosen: chosen).wordsOfChosen { text.add(line) }
  }
}

extension AppContext {
  /// The network of a question in a line.
  func network(_ figure: GradientFigure) -> String {
    Words.Questions.network(
      functions: BoundActivation.named(figure.functions).map(\.activation.name),
      layers: figure.layers, arrow: charset.pick("→", "->"))
  }
}
