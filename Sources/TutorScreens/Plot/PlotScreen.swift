import Activations
public import Figures
import Lessons
public import TerminalUI
import TextCharts
import Words

/// The plot explorer: any function, its slope, others beside it, a cursor, sliders.
public struct PlotScreen: Screen {
  public let name = Words.Plot.name
  var plot: PlotInstrument
  private(set) var softmax = SoftmaxInstrument(logits: [2, 1, 0])
  /// The function under the list's cursor.
  private(set) var selected = 0
  /// Curves that stay drawn beside it, each as it was when it was kept.
  private var kept: [BoundActivation] = []
  private var describes = false
  /// Whether the gate of SwiGLU is drawn as a slice and not as a plane.
  private var slicesGate = false
  private var hasMouse = false
  private var scroll = Scroll()
  static let all = Catalogue.all

  /// Opens functions of the catalogue by their ids; one it does not know is left out.
  public init(functions: [String] = ["gelu"]) {
    self.init(PlotState(BoundActivation.named(functions)))
  }

  /// Opens a state.
  public init(_ state: PlotState) {
    self.init(PlotInstrument(state))
    if let logits = state.logits {
      softmax = SoftmaxInstrument(logits: logits, temperature: state.temperature)
    }
  }

  /// Opens an instrument in the state it is in.
  init(_ instrument: PlotInstrument) {
    plot = instrument
    let first = instrument.functions.first?.activation.id
    selected = Self.all.firstIndex { $0.id == first } ?? 0
    kept = Array(instrument.functions.dropFirst())
  }

  /// Opens softmax in the state it is in.
  init(_ instrument: SoftmaxInstrument) {
    self.init(functions: ["softmax"])
    softmax = instrument
  }

  /// Softmax on its own is no curve but a vector.
  var showsBars: Bool { plot.functions.map(\.activation.id) == ["softmax"] }
  /// The gate of SwiGLU on its own is a plane.
  var isGate: Bool { plot.functions.map(\.activation.id) == ["swiglu"] }
  /// The plane, if it is to be drawn.
  var gate: GateMap? { isGate && !slicesGate ? GateMap(plot) : nil }

  public func keys(in context: AppContext) -> [KeyBinding] {
    typealias Does = Words.Plot.Keys
    let list = [
      KeyBinding([.up, .down], Does.function, footer: true, label: "↑ ↓"),
      KeyBinding([.character("v"), .space], Does.keep, footer: true),
      KeyBinding("y", Does.copy),
      KeyBinding("D", Does.inWords(context.keyNames)), KeyBinding("M", Does.mouse),
      KeyBinding([.escape, .character("q")], Words.Common.back, footer: true),
    ]
    let gate = isGate ? [KeyBinding("g", Does.gate, footer: true)] : []
    return (showsBars ? softmax.keys : plot.keys(context.keyNames)) + gate + list
  }

  public mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    guard let key = event.key else { return .stay }
    switch key {
    case _ where key.leaves:
      return Response(hasMouse ? [.useMouse(false)] : [], then: .pop)
    case _ where key.goesUp: select((selected + Self.all.count - 1) % Self.all.count)
    case _ where key.goesDown: select((selected + 1) % Self.all.count)
    case .character("v"), .space: keep()
    case .character("y"): return copy()
    case .character("M"):
      hasMouse.toggle()
      let text = hasMouse ? Words.Plot.mouseOn(context.keyNames) : Words.Plot.mouseOff
      return Response([.useMouse(hasMouse), .tell(text)])
    case .character("g") where isGate: slicesGate.toggle()
    case .character("D"): (describes, scroll) = (!describes, Scroll())
    case .pageDown, .pageUp:
      if describes {
        _ = scroll.press(key, lines: words(context).count, rows: area(context).size.height)
      }
    case .pointer(let pointer): use(pointer, context)
    default: press(key)
    }
    return .stay
  }

  /// Hands a key to the instrument in view.
  private mutating func press(_ key: Key) {
    guard !showsBars else {
      _ = softmax.press(key)
      return
    }
    let live = plot.functions.first
    let wasKept = live.map(kept.contains) ?? false
    _ = plot.press(key)
    // A kept copy stays as it was while the slider of the original turns.
    let rest = Array(plot.functions.dropFirst())
    kept = (wasKept ? live.map { [$0] } ?? [] : []) + rest.filter { !(wasKept && $0 == live) }
    if wasKept { showAll(plot.functions.first) }
  }

  private mutating func select(_ index: Int) {
    selected = index
    showAll(Self.all[index].withDefaults)
  }

  /// Keeps the first curve as it is on the screen, or lets it go.
  private mutating func keep() {
    guard let live = plot.functions.first else { return }
    if let index = kept.firstIndex(of: live) {
      kept.remove(at: index)
    } else if kept.count < PlotState.mostFunctions - 1 {
      kept.append(live)
    }
    showAll(live)
  }

  private mutating func showAll(_ live: BoundActivation?) {
    guard let live else { return }
    let functions = [live] + kept.filter { $0 != live }
    if functions != plot.functions { plot.show(functions) }
  }

  /// The letter of a function's first curve, if one is drawn, and whether one is kept.
  func marks(_ activation: Activation) -> (letter: Character?, isKept: Bool) {
    let place = plot.functions.firstIndex { $0.activation == activation }
    return (
      place.map(CurveNames.letter), kept.contains { $0.activation == activation }
    )
  }

  private func copy() -> TutorResponse {
    let text = showsBars ? softmax.text : plot.text
    return Response([.copy(text), .tell(Words.Plot.copied(text))])
  }

  /// Follows the mouse: press or drag with the left button puts the cursor, with another one pans,
  /// the wheel zooms where it points.
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

  /// The x that a drag holds on to.
  private var dragAnchor: Double?

  private func place(under cell: Point, _ context: AppContext) -> Double? {
    gate?.map.place(at: cell, in: area(context), context.charset)
      ?? plot.drawing(context.charset, isFocused: true).place(at: cell, in: area(context))
  }

  public func view(in context: AppContext) -> Frame {
    if let frame = Page.tooSmall(context) { return frame }
    var page = Page(
      Words.Plot.title(title), status: status(context), keys: keys(in: context), in: context)
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

  /// The curves, bars or plane alone, without a cursor.
  public func picture(_ size: Size, _ charset: Charset) -> Frame {
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

  /// Columns of the panel with the list and the numbers; 0 where there is no room for it.
  private func panelWidth(_ context: AppContext) -> Int { context.size.width >= 70 ? 26 : 0 }

  /// Where the curves go.
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

extension LiveFigure {
  /// The same figure in the plot explorer, in the same state; nil where that cannot show it.
  var inExplorer: PlotScreen? {
    switch self {
    case .plot(let plot): PlotScreen(plot)
    case .softmax(let softmax): PlotScreen(softmax)
    case .gradient, .collapse: nil
    }
  }
}
