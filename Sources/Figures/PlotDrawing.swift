package import Activations
public import Lessons
public import TerminalUI
public import TextCharts
import Words

/// Builds a chart from functions and a window.
public struct PlotDrawing {
  private let state: PlotState
  private let charset: Charset
  private let hidesLabel: Bool
  /// The cursor's position, if there is one.
  package var cursor: Double?
  /// Points to mark in the first panel.
  package var marks: [PlotMark] = []
  /// The index of the function that the cursor follows.
  private let activeCurve: Int
  /// Functions drawn faintly under the others.
  package var ghosts: [BoundActivation] = []
  /// The difference of two curves.
  private let difference: PlotDifference?

  /// The minimum height of a panel.
  private static let leastRows = 6

  /// Draws a figure of the lesson.
  ///
  /// - Parameters:
  ///   - figure: The figure; unknown functions are ignored.
  ///   - charset: The charset.
  ///   - hidesLabel: Whether the curves' names are hidden.
  public init(figure: PlotFigure, charset: Charset, hidesLabel: Bool = false) {
    self.init(PlotState(figure), charset: charset, hidesLabel: hidesLabel)
  }

  /// Draws a plot.
  ///
  /// - Parameters:
  ///   - state: The plot.
  ///   - activeCurve: The index of the active curve, with which others are compared.
  ///   - charset: The charset.
  ///   - hidesLabel: Whether the curves' names are hidden.
  public init(
    _ state: PlotState, activeCurve: Int = 0, charset: Charset, hidesLabel: Bool = false
  ) {
    self.state = state
    self.activeCurve = activeCurve
    self.charset = charset
    self.hidesLabel = hidesLabel
    difference = state.difference(from: activeCurve)
  }

  /// The drawing at a size.
  public func frame(_ size: Size) -> Frame {
    var frame = Frame(size)
    draw(on: &frame, in: Rect(x: 0, y: 0, width: size.width, height: size.height))
    return frame
  }

  /// Draws into a rectangle of a frame; if it is low, function and slope share a panel.
  public func draw(on frame: inout Frame, in area: Rect) {
    chart(rows: area.size.height).draw(on: &frame, in: area)
  }

  /// The chart with as many panels as fit.
  public func chart(rows: Int) -> Chart {
    var derivative = state.derivative
    let extra = (state.showsSecondDerivative ? 1 : 0) + (difference == nil ? 0 : 1)
    // Panels other than the slope's have priority over it.
    if derivative == .stacked, rows < Self.leastRows * (2 + extra) {
      derivative = extra > 0 ? .none : .overlaid
    }
    let isTooLow = extra > 0 && rows < Self.leastRows * (1 + extra)
    var panels = self.panels(derivative, isTooLow: isTooLow)
    addCursor(to: &panels, derivative)
    if !panels.isEmpty { panels[0].marks += marks }
    return Chart(
      panels, charset: charset, showsLabels: !hidesLabel, absenceText: Chart.absence)
  }

  /// The x under a cell, nil outside the plot area.
  package func place(at point: Point, in area: Rect) -> Double? {
    chart(rows: area.size.height).place(at: point, in: area)
  }

  /// The window of the functions' own panel.
  package var valueWindow: PlotWindow { panel(values, y: state.y).window }

  /// The window of the slopes' own panel.
  package var slopeWindow: PlotWindow { panel(slopes, y: nil).window }

  /// The role of a curve, cyclic.
  package static func role(_ index: Int) -> Role { roles[index % roles.count] }

  private static let roles: [Role] = [.curve, .secondCurve, .thirdCurve, .slope, .text]

  private var isAlone: Bool { state.functions.count == 1 }

  /// A curve for every function, with its own colour and line style.
  private func curves(
    _ label: (BoundActivation) -> String, jumps: (BoundActivation) -> [Double],
    _ evaluate: (BoundActivation) -> @Sendable (Double) -> Double
  ) -> [Curve] {
    state.functions.enumerated().map { index, function in
      var curve = Curve(
        label(function), role: Self.role(index), jumps: jumps(function),
        features: function.landmarks.map(\.x), function: evaluate(function))
      curve.style = .of(index)
      curve.joinsJumps = state.joinsJumps
      return curve
    }
  }

  private var values: [Curve] {
    curves({ isAlone ? $0.label : $0.shortLabel }, jumps: \.jumps) { function in { function($0) } }
  }

  private var slopes: [Curve] {
    let label = { (function: BoundActivation) in
      guard isAlone else { return "\(function.shortLabel)′" }
      return state.derivative == .overlaid
        ? Words.Curves.slope : Words.Curves.slope(of: function.label)
    }
    var curves = curves(label, jumps: { $0.kinks.map(\.x) }) { function in
      { function.derivative($0) }
    }
    if isAlone { curves[0].role = .slope }
    return curves
  }

  private var bends: [Curve] {
    let label = { (function: BoundActivation) in
      isAlone ? Words.Curves.secondDerivative(of: function.label) : "\(function.shortLabel)″"
    }
    // A second derivative may jump where the slope has a kink, and at 0.
    var curves = curves(label, jumps: { Array(Set($0.kinks.map(\.x) + [0])).sorted() }) {
      function in
      { function.secondDerivative($0) }
    }
    if isAlone { curves[0].role = .thirdCurve }
    return curves
  }

  private func panels(_ derivative: PlotFigure.Derivative, isTooLow: Bool) -> [Panel] {
    guard !state.functions.isEmpty else { return [] }
    var panels: [Panel] = []
    switch derivative {
    case .none: panels = [panel(values, y: state.y)]
    case .only: panels = [panel(slopes, y: state.y)]
    case .overlaid:
      // All lines in one panel look different.
      let slopes = slopes.enumerated().map { index, curve in
        var curve = curve
        let place = index + state.functions.count
        curve.style = .of(place)
        if !isAlone { curve.role = Self.role(place) }
        return curve
      }
      panels = [panel(values + slopes, y: state.y)]
    case .stacked: panels = [panel(values, y: state.y), panel(slopes, y: nil)]
    }
    if let difference {
      let panel = panel(of: difference)
      panels = isTooLow ? [panel] : panels + [panel]
    }
    if state.showsSecondDerivative {
      let panel = panel(bends, y: nil)
      panels = isTooLow && difference == nil ? [panel] : isTooLow ? panels : panels + [panel]
    }
    return panels
  }

  private func panel(_ curves: [Curve], y: ClosedRange<Double>?) -> Panel {
    if let y, let window = PlotWindow(x: state.x, y: y) { return Panel(curves, window: window) }
    return Panel(curves, window: PlotWindow.fitting(curves, x: state.x))
  }

  private func panel(of difference: PlotDifference) -> Panel {
    let label = "\(difference.one.shortLabel) − \(difference.other.shortLabel)"
    var curve = Curve(
      label, role: .accent, jumps: difference.one.jumps + difference.other.jumps,
      features: (difference.one.landmarks + difference.other.landmarks).map(\.x)
        + [difference.place]
    ) { difference($0) }
    curve.joinsJumps = state.joinsJumps
    var panel = panel([curve], y: nil)
    panel.marks = [PlotMark(x: difference.place, y: difference.largest, role: .heading)]
    return panel
  }

  /// The ghosts, and the cursor with its tangent.
  private func addCursor(to panels: inout [Panel], _ derivative: PlotFigure.Derivative) {
    guard !panels.isEmpty else { return }
    if derivative != .only {
      panels[0].ghosts = ghosts.map { ghost in
        Curve(ghost.label, role: .dim, jumps: ghost.jumps, style: .dotted) { ghost($0) }
      }
    }
    guard let cursor, state.functions.indices.contains(activeCurve) else { return }
    let function = state.functions[activeCurve]
    let (value, slope) = (function(cursor), function.derivative(cursor))
    guard derivative != .only else {
      panels[0].marks = [PlotMark(x: cursor, y: slope)]
      return
    }
    let reach = state.xScale.part(of: 3)
    panels[0].ghosts.append(
      Curve(Words.Curves.tangent, role: .text, features: [cursor], style: .dotted) {
        abs($0 - cursor) > reach ? .nan : value + slope * ($0 - cursor)
      })
    panels[0].marks = [PlotMark(x: cursor, y: value)]
    if derivative == .stacked { panels[1].marks = [PlotMark(x: cursor, y: slope)] }
    if state.showsSecondDerivative, difference == nil || panels.count > 2, panels.count > 1 {
      panels[panels.count - 1].marks = [PlotMark(x: cursor, y: function.secondDerivative(cursor))]
    }
  }
}
