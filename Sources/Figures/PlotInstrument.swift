package import Activations
package import Lessons
package import TerminalUI
import TextCharts
import Words

/// Interactive curves: a cursor with its tangent, landmarks, sliders, zoom.
package struct PlotInstrument: FigureInstrument {
  /// The plot; its cursor is the initial one.
  package private(set) var state: PlotState
  /// The position of the cursor.
  package private(set) var cursor = 0.0
  /// The index of the curve that the cursor follows.
  package private(set) var activeCurve = 0
  /// The index of the parameter that the slider changes.
  private var slider = 0
  private let start: PlotState

  /// Ranges for the overview, more of it, and the details at 0, one key each.
  package static let presets: [ClosedRange<Double>] = [-5...5, -10...10, -1...1]

  /// Starts with a figure of the lesson.
  package init(_ figure: PlotFigure) { self.init(PlotState(figure)) }

  package init(_ state: PlotState) {
    self.state = state
    start = state
    cursor = Self.usualPlace(state)
  }

  private static func usualPlace(_ state: PlotState) -> Double {
    let usual = state.x.contains(0) ? 0 : state.xScale.value(at: 0.5)
    return min(max(state.cursor ?? usual, state.x.lowerBound), state.x.upperBound)
  }

  package var functions: [BoundActivation] { state.functions }

  /// Replaces the functions; the cursor stays, on the first of them.
  package mutating func show(_ functions: [BoundActivation]) {
    state.functions = functions
    (activeCurve, slider) = (0, 0)
  }

  /// The function that the cursor follows.
  package var activeFunction: BoundActivation? {
    functions.indices.contains(activeCurve) ? functions[activeCurve] : functions.first
  }

  /// The difference of the active curve and the next one, if it is shown and there is one.
  package var difference: PlotDifference? { state.difference(from: activeCurve) }

  /// The text form of the state with the current cursor.
  package var text: String {
    var state = state
    state.cursor = cursor == 0 ? nil : cursor
    return state.text
  }

  package enum Action: Sendable {
    /// Moves the cursor, in hundredths of the window.
    case move(Double)
    /// Changes the parameter, in its own steps.
    case turn(Double)
    case landmark(isForward: Bool), otherSlider, otherCurve
    case slope, secondDerivative, difference, jumps
    case zoom(Double), pan(Double), panUp(Double), preset(Int), reset
  }

  package var bindings: [KeyBinding<Action>] {
    typealias Does = Words.Curves.Keys
    let parameters = activeFunction?.activation.parameters ?? []
    let symbol = (parameters.indices.contains(slider) ? parameters[slider] : parameters.first)?
      .symbol
    let rows: [KeyBinding<Action>] = [
      KeyBinding(
        "next-landmark", ["n"], .landmark(isForward: true), Does.landmark, footer: true,
        when: hasOtherLandmark
      ).also("previous-landmark", ["N"], .landmark(isForward: false)),
      KeyBinding(
        [("decrease", ["[", "{"], .turn(-1)), ("increase", ["]", "}"], .turn(1))],
        symbol ?? Does.parameter,
        footer: true,
        when: symbol != nil),
      KeyBinding(
        "other-parameter", ["r"], .otherSlider, Does.otherSlider, when: parameters.count > 1),
      KeyBinding("other-curve", ["f"], .otherCurve, Does.otherCurve, when: functions.count > 1),
      KeyBinding("difference", ["x"], .difference, Does.difference, when: functions.count > 1),
      KeyBinding("slope", ["d"], .slope, Does.slope),
      KeyBinding("second-derivative", ["w"], .secondDerivative, Does.secondDerivative),
      KeyBinding([("zoom-in", ["+", "="], .zoom(0.5)), ("zoom-out", ["-"], .zoom(2))], Does.zoom),
      KeyBinding([("pan-left", ["<"], .pan(-0.1)), ("pan-right", [">"], .pan(0.1))], Does.pan),
      KeyBinding([("pan-down", ["("], .panUp(-0.1)), ("pan-up", [")"], .panUp(0.1))], Does.panUp),
      .digits("range", Self.presets.count, Action.preset, Does.presets),
      KeyBinding("jumps", ["|"], .jumps, Does.jumps),
      KeyBinding("reset", ["0"], .reset, Words.Common.reset, when: isChanged),
    ]
    return KeyBinding.steps(of: 1, Action.move, Does.cursor) + rows
  }

  package mutating func perform(_ action: Action) {
    switch action {
    case .move(let steps): move(steps * state.xScale.part(of: 100))
    case .turn(let steps): turn(steps)
    case .landmark(let isForward): toLandmark(forward: isForward)
    case .otherSlider: slider += 1
    case .otherCurve: activeCurve = (activeCurve + 1) % max(1, functions.count)
    case .slope: turnDerivative()
    case .secondDerivative: state.showsSecondDerivative.toggle()
    case .difference: state.showsDifference.toggle()
    case .jumps: state.joinsJumps.toggle()
    case .zoom(let factor): zoom(factor, at: cursor)
    case .pan(let share): pan(share)
    case .panUp(let share): panUp(share)
    case .preset(let index): (state.x, state.y) = (Self.presets[index], nil)
    case .reset: reset()
    }
    let count = activeFunction?.activation.parameters.count ?? 0
    slider = count == 0 ? 0 : slider % count
    point(at: cursor)
  }

  /// Whether `reset` would change anything.
  private var isChanged: Bool {
    var copy = self
    copy.reset()
    return copy.state != state || copy.cursor != cursor
  }

  private mutating func reset() {
    let functions = functions.map { function in
      start.functions.first { $0.activation == function.activation }
        ?? function.activation.withDefaults
    }
    state = start
    state.functions = functions
    cursor = Self.usualPlace(start)
  }

  private mutating func move(_ distance: Double) {
    let before = cursor
    cursor += distance
    // Far from 0, a step may be less than the distance to the next double.
    if cursor == before { cursor = distance < 0 ? cursor.nextDown : cursor.nextUp }
    // The cursor stops at the origin, wherever the steps began.
    if abs(cursor) < abs(distance) / 2, abs(distance) < state.xScale.part(of: 20) { cursor = 0 }
  }

  private mutating func turnDerivative() {
    let order: [PlotFigure.Derivative] = [.stacked, .overlaid, .none]
    let next = (order.firstIndex(of: state.derivative) ?? 2) + 1
    state.derivative = order[next % order.count]
  }

  private mutating func turn(_ direction: Double) {
    guard let activeFunction, activeFunction.activation.parameters.indices.contains(slider) else {
      return
    }
    let parameter = activeFunction.activation.parameters[slider]
    let turned = activeFunction.parameterValues[slider] + direction * parameter.step
    let clamped = min(max(turned, parameter.allowed.lowerBound), parameter.allowed.upperBound)
    // Rounds to decimal fractions, so that sums of steps stay decimal fractions.
    state.functions[activeCurve] = activeFunction.with((clamped * 1e6).rounded() / 1e6, at: slider)
  }

  /// Zooms around a point, which keeps its position.
  package mutating func zoom(_ factor: Double, at place: Double) {
    state.zoom(by: factor, at: place)
    point(at: cursor)
  }

  /// Pans sideways by a fraction of the width; the cursor stays in the window.
  package mutating func pan(_ share: Double) {
    state.pan(by: share)
    point(at: cursor)
  }

  /// Pans up by a fraction of the height.
  private mutating func panUp(_ share: Double) {
    state.raise(by: share, from: PlotDrawing(state, charset: .ascii).valueWindow.y)
  }

  /// Puts the cursor at a position in the window.
  package mutating func point(at place: Double) {
    cursor = min(max(place, state.x.lowerBound), state.x.upperBound)
  }

  /// The distance from a point at which the cursor counts as being there.
  package var nearness: Double { min(1e-9, state.xScale.part(of: 1e6)) }

  private var landmarks: [Double] {
    activeFunction?.landmarks.map(\.x).filter(state.x.contains) ?? []
  }

  private var hasOtherLandmark: Bool { landmarks.contains { abs($0 - cursor) > nearness } }

  private mutating func toLandmark(forward: Bool) {
    let places = landmarks
    let next =
      forward
      ? places.first { $0 > cursor + nearness } : places.last { $0 < cursor - nearness }
    cursor = next ?? (forward ? places.first : places.last) ?? cursor
  }

  /// The drawing of the current state.
  ///
  /// - Parameters:
  ///   - charset: The charset.
  ///   - isFocused: Whether to show cursor, tangent and ghost.
  /// - Returns: The drawing.
  package func drawing(_ charset: Charset, isFocused: Bool) -> PlotDrawing {
    var drawing = PlotDrawing(state, activeCurve: activeCurve, charset: charset)
    guard isFocused else { return drawing }
    drawing.cursor = cursor
    if let activeFunction, activeFunction != activeFunction.activation.withDefaults,
      !functions.contains(activeFunction.activation.withDefaults)
    {
      drawing.ghosts = [activeFunction.activation.withDefaults]
    }
    return drawing
  }
}
