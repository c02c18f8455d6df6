import Activations
public import Figures
import Lessons
public import TerminalUI
import TextCharts
import Words

extension PlotState {
  /// The curves, bars or plane without a cursor.
  public func picture(_ size: Size, _ charset: Charset) -> Frame {
    PlotScreen(self).picture(size, charset)
  }
}

/// The plot explorer: functions with their slopes, comparisons, a cursor and sliders.
struct PlotScreen: Screen {
  enum Action: Sendable {
    case plot(PlotInstrument.Action), softmax(SoftmaxInstrument.Action)
    case gate, select(Move), keep, sketch(isSlope: Bool), copy, describe, scroll(Move), mouse, leave
  }

  let name = Words.Plot.name
  var plot: PlotInstrument
  private(set) var softmax = SoftmaxInstrument(logits: [2, 1, 0])
  /// The id of the selected function of the list.
  private(set) var selected: String
  /// Curves kept for comparison, with their parameters at that time.
  private var kept: [BoundActivation] = []
  private var describes = false
  /// Whether SwiGLU's gate is drawn as a slice instead of a plane.
  private var slicesGate = false
  private var hasMouse = false
  private var scroll = Scroll()

  /// Opens the explorer.
  init(_ start: PlotStart) {
    switch start {
    case .functions(let names): self.init(PlotState(BoundActivation.named(names)))
    case .state(let state): self.init(state)
    case .figure(.plot(let plot)): self.init(plot)
    case .figure(.softmax(let softmax)):
      self.init(.functions(["softmax"]))
      self.softmax = softmax
    case .figure(.gradient), .figure(.collapse), .figure(.hinges): self.init(.functions([]))
    }
  }

  init(_ state: PlotState) {
    self.init(PlotInstrument(state))
    if let logits = state.logits {
      softmax = SoftmaxInstrument(logits: logits, temperature: state.temperature)
    }
  }

  /// Opens an instrument in its current state.
  private init(_ instrument: PlotInstrument) {
    plot = instrument
    selected = instrument.functions.first?.activation.id ?? ""
    kept = Array(instrument.functions.dropFirst())
  }

  /// Softmax alone is a vector, not a curve.
  var showsBars: Bool { plot.functions.map(\.activation.id) == ["softmax"] }
  /// SwiGLU's gate alone is a plane.
  var isGate: Bool { plot.functions.map(\.activation.id) == ["swiglu"] }
  /// The plane, if it is shown.
  var gate: GateMap? { isGate && !slicesGate ? GateMap(plot) : nil }

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    typealias Does = Words.Plot.Keys
    let figure =
      showsBars
      ? softmax.bindings.map { $0.map(Action.softmax) } : plot.bindings.map { $0.map(Action.plot) }
    let rows: [KeyBinding<Action>] = [
      KeyBinding("gate", ["g"], .gate, Does.gate, footer: true, when: isGate),
      functionKeys,
      KeyBinding("keep", ["v", .space], .keep, Does.keep, footer: true, when: canKeep),
      KeyBinding(
        [
          ("sketch", ["s"], .sketch(isSlope: plot.state.derivative == .only)),
          ("sketch-slope", ["S"], .sketch(isSlope: true)),
        ],
        Words.Sketch.start, footer: true, when: !showsBars && !plot.functions.isEmpty),
      KeyBinding("copy", ["y"], .copy, Does.copy),
      KeyBinding("describe", ["D"], .describe, Does.inWords(context.keyNames)),
      KeyBinding(
        [("page-down", [.pageDown], .scroll(.pageDown)), ("page-up", [.pageUp], .scroll(.pageUp))],
        Words.Frame.scroll,
        when: describes && words(context).count > area(context).size.height),
      KeyBinding("mouse", ["M"], .mouse, Does.mouse), .back(.leave),
    ]
    return figure + rows
  }

  /// The keys that select a function; with softmax, the arrows move its logits.
  private var functionKeys: KeyBinding<Action> {
    guard !showsBars else {
      return KeyBinding("next", [.tab], .select(.down), Words.Plot.Keys.function, footer: true)
        .also("previous", [.backTab], .select(.up))
    }
    return KeyBinding(
      [
        ("previous", [.up, "k", .backTab], .select(.up)),
        ("next", [.down, "j", .tab], .select(.down)),
      ],
      Words.Plot.Keys.function, footer: true)
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    if case .pointer(let pointer) = event { use(pointer, context) }
    return .stay
  }

  mutating func handle(_ action: Action, in context: AppContext) -> TutorResponse {
    switch action {
    case .plot(let action): perform(action)
    case .softmax(let action): softmax.perform(action)
    case .gate: slicesGate.toggle()
    case .select(let move):
      let place = move.around(place(in: context.functions), of: context.functions.count)
      select(context.functions[place])
    case .keep: keep()
    case .sketch(let isSlope): return sketch(isSlope: isSlope)
    case .copy: return copy()
    case .describe: (describes, scroll) = (!describes, Scroll())
    case .scroll(let move):
      scroll.move(move, lines: words(context).count, rows: area(context).size.height)
    case .mouse:
      hasMouse.toggle()
      let text = hasMouse ? Words.Plot.mouseOn(context.keyNames) : Words.Plot.mouseOff
      return Response([.useMouse(hasMouse), .tell(text)])
    case .leave: return Response(hasMouse ? [.useMouse(false)] : [], then: .pop)
    }
    return .stay
  }

  /// Performs an action of the curves.
  private mutating func perform(_ action: PlotInstrument.Action) {
    let live = plot.functions.first
    let wasKept = live.map(kept.contains) ?? false
    plot.perform(action)
    // A kept copy does not change when the original's slider does.
    let rest = Array(plot.functions.dropFirst())
    kept = (wasKept ? live.map { [$0] } ?? [] : []) + rest.filter { !(wasKept && $0 == live) }
    if wasKept { showAll(plot.functions.first) }
  }

  /// The position of the selected function; the first if the list does not contain it.
  func place(in functions: [Activation]) -> Int {
    functions.firstIndex { $0.id == selected } ?? 0
  }

  private mutating func select(_ activation: Activation) {
    selected = activation.id
    showAll(activation.withDefaults)
  }

  /// Keeps the first curve with its current parameters, or removes the kept one.
  private mutating func keep() {
    guard let live = plot.functions.first else { return }
    if let index = kept.firstIndex(of: live) {
      kept.remove(at: index)
    } else if kept.count < PlotState.mostFunctions - 1 {
      kept.append(live)
    }
    showAll(live)
  }

  private var canKeep: Bool {
    kept.count < PlotState.mostFunctions - 1 || plot.functions.first.map(kept.contains) == true
  }

  private mutating func showAll(_ live: BoundActivation?) {
    guard let live else { return }
    let functions = [live] + kept.filter { $0 != live }
    if functions != plot.functions { plot.show(functions) }
  }

  /// The index of a function's first curve, if it is drawn, and whether one is kept.
  func marks(_ activation: Activation) -> (place: Int?, isKept: Bool) {
    (
      plot.functions.firstIndex { $0.activation == activation },
      kept.contains { $0.activation == activation }
    )
  }

  /// Opens an empty plot of the active function or its slope.
  ///
  /// In the usual window, the handles would be between the whole numbers, where most landmarks are; a sketch begins in one
  /// in which they are on them.
  private func sketch(isSlope: Bool) -> TutorResponse {
    var state = plot.state
    if state.x == PlotState.usual { state.x = -4...4 }
    let target = plot.activeFunction.flatMap { state.sketchTarget(of: $0, isSlope: isSlope) }
    return target.map { .push(.sketch($0)) } ?? .stay
  }

  private func copy() -> TutorResponse {
    let text = showsBars ? softmax.text : plot.text
    return Response([.copy(text), .tell(Words.Plot.copied(text))])
  }

  /// Handles the mouse: the left button moves the cursor, other buttons pan, the wheel zooms at the pointer.
  private mutating func use(_ pointer: Pointer, _ context: AppContext) {
    guard !showsBars, !describes, let place = place(under: pointer.cell, context) else { return }
    switch pointer.kind {
    case .press, .drag: plot.point(at: place)
    case .wheelUp: plot.zoom(0.8, at: place)
    case .wheelDown: plot.zoom(1.25, at: place)
    case .otherPress: dragAnchor = place
    case .otherDrag:
      let scale = plot.state.xScale
      if let dragAnchor { plot.pan(scale.share(of: dragAnchor) - scale.share(of: place)) }
    }
  }

  /// The x that stays under the pointer during a drag.
  private var dragAnchor: Double?

  private func place(under cell: Point, _ context: AppContext) -> Double? {
    gate?.map.place(at: cell, in: area(context), context.charset)
      ?? plot.drawing(context.charset, isFocused: true).place(at: cell, in: area(context))
  }

  func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    var page = Page(
      Words.Plot.title(title), status: status(context), keys: footer(in: context), in: context)
    let area = area(context)
    if context.isPlain {
      drawPlain(on: &page, context)
      return page.frame
    }
    if describes {
      scroll.draw(
        words(context), on: &page, rows: area.origin.y..<area.maxY, x: 2, context.charset,
        keys: (context.keyNames[.pageUp], context.keyNames[.pageDown]))
    } else if showsBars {
      softmax.draw(on: &page.frame, in: area.inset(columns: 1), context.charset, isFocused: true)
    } else if let gate {
      gate.draw(on: &page.frame, in: area, context.charset)
    } else {
      plot.drawing(context.charset, isFocused: true).draw(on: &page.frame, in: area)
    }
    if panelWidth(context) > 0 {
      drawPanel(on: &page, x: context.size.width - panelWidth(context) + 1, context)
    } else if !showsBars, !describes {
      for (row, line) in PlotReadout(instrument: plot).short.enumerated() {
        page.frame.write(
          context.text(line), x: 1, y: page.body.maxY - 2 + row, row == 0 ? .text : .dim)
      }
    }
    return page.frame
  }

  /// The curves, bars or plane without a cursor.
  func picture(_ size: Size, _ charset: Charset) -> Frame {
    var frame = Frame(size)
    let area = Rect(x: 0, y: 0, width: size.width, height: size.height)
    if showsBars, plot.state.logits != nil {
      softmax.draw(on: &frame, in: area, charset, isFocused: false)
    } else if let gate {
      gate.draw(on: &frame, in: area, charset)
    } else {
      plot.drawing(charset, isFocused: false).draw(on: &frame, in: area)
    }
    return frame
  }

  private var title: String {
    if showsBars { return Words.Plot.softmax }
    let names = plot.functions.map { plot.functions.count == 1 ? $0.label : $0.shortLabel }
    return Words.Plot.curves(names)
  }

  private func status(_ context: AppContext) -> String {
    guard context.size.width >= 60, !showsBars else { return "" }
    let x = plot.state.x
    return Words.Plot.window(from: Self.short(x.lowerBound), to: Self.short(x.upperBound))
  }

  private static func short(_ number: Double) -> String {
    NumberText.rounded(number, decimals: 4)
  }

  /// Columns of the panel with the list and the values; 0 if it does not fit.
  private func panelWidth(_ context: AppContext) -> Int { context.size.width >= 70 ? 26 : 0 }

  /// The area of the curves.
  private func area(_ context: AppContext) -> Rect {
    let panel = panelWidth(context)
    let readout = panel == 0 && !showsBars && !describes ? 2 : 0
    return Rect(
      x: 0, y: 2, width: context.size.width - panel - 1,
      height: max(0, context.size.height - 4 - readout))
  }

  private func words(_ context: AppContext) -> [[Run]] {
    let text = plot.functions.map { FunctionWords($0).text }.joined(separator: "\n\n")
    let width = min(72, area(context).size.width - 4)
    return context.text(text).split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      line -> [[Run]] in
      // Tables keep their columns.
      line.first == " "
        ? [[Run(String(line))]] : TextLayout.wrap(String(line), width: width).map(\.runs)
    }
  }
}
