package import Activations
package import Lessons
package import TerminalUI
import TextCharts
import Words

/// Curves that can be focused: a cursor with its tangent, landmarks, sliders, zoom.
package struct PlotInstrument: Sendable {
  /// What is drawn; the cursor in it is the one that was asked for.
  package private(set) var state: PlotState
  /// Where the cursor stands.
  package private(set) var cursor = 0.0
  /// The index of the curve that the cursor follows.
  package private(set) var activeCurve = 0
  /// The index of the parameter that the slider changes.
  private var slider = 0
  private let start: PlotState

  /// Windows that one key away show the whole, more of it, and what happens at 0.
  package static let presets: [ClosedRange<Double>] = [-5...5, -10...10, -1...1]

  /// Takes what a figure shows.
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

  /// The curves.
  package var functions: [BoundActivation] { state.functions }

  /// Draws other functions; the cursor stays, on the first of them.
  package mutating func show(_ functions: [BoundActivation]) {
    state.functions = functions
    (activeCurve, slider) = (0, 0)
  }

  /// The function whose curve the cursor follows.
  package var activeFunction: BoundActivation? {
    functions.indices.contains(activeCurve) ? functions[activeCurve] : functions.first
  }

  /// The active curve against the next one, if that is asked for and there is one.
  package var difference: PlotDifference? { state.difference(from: activeCurve) }

  /// The state as a string, with the cursor where it stands.
  package var text: String {
    var state = state
    state.cursor = cursor == 0 ? nil : cursor
    return state.text
  }

  /// The keys that mean something on the curves.
  package func keys(_ names: KeyNames) -> [KeyBinding] {
    typealias Does = Words.Curves.Keys
    var keys = [
      KeyBinding([.left, .right], Does.cursor, footer: true, label: "← →"),
      KeyBinding([.shiftLeft, .shiftRight], Does.faster(names), label: "⇧← ⇧→"),
      KeyBinding("n", Does.landmark, footer: true),
    ]
    let parameters = activeFunction?.activation.parameters ?? []
    if let first = parameters.first {
      let symbol = parameters.indices.contains(slider) ? parameters[slider].symbol : first.symbol
      keys.append(KeyBinding([.character("[")], symbol, footer: true, label: "[ ]"))
    }
    if parameters.count > 1 { keys.append(KeyBinding("r", Does.otherSlider)) }
    if functions.count > 1 {
      keys.append(KeyBinding("f", Does.otherCurve))
      keys.append(KeyBinding("x", Does.difference))
    }
    return keys + [
      KeyBinding("d", Does.slope), KeyBinding("w", Does.secondDerivative),
      KeyBinding([.character("+")], Does.zoom, label: "+ -"),
      KeyBinding([.character("<")], Does.pan, label: "< >"),
      KeyBinding([.character("(")], Does.panUp, label: "( )"),
      KeyBinding([.character("1")], Does.presets, label: "1 2 3"),
      KeyBinding("|", Does.jumps), KeyBinding("0", Words.Common.asItWas),
    ]
  }

  /// Takes a key.
  ///
  /// - Returns: Whether it meant something here.
  package mutating func press(_ key: Key) -> Bool {
    let step = state.xScale.part(of: 100)
    switch key {
    case _ where key.goesLeft: move(-step)
    case _ where key.goesRight: move(step)
    case .shiftLeft, .character("H"): move(-10 * step)
    case .shiftRight, .character("L"): move(10 * step)
    case .character("["): turn(-1)
    case .character("]"): turn(1)
    case .character("r"): slider += 1
    case .character("f"): activeCurve = (activeCurve + 1) % max(1, functions.count)
    case .character("n"): toLandmark(forward: true)
    case .character("N"): toLandmark(forward: false)
    default: guard pressView(key) else { return false }
    }
    let count = activeFunction?.activation.parameters.count ?? 0
    slider = count == 0 ? 0 : slider % count
    point(at: cursor)
    return true
  }

  /// Takes a key that changes what is seen, not where the cursor is.
  private mutating func pressView(_ key: Key) -> Bool {
    switch key {
    case .character("d"): turnDerivative()
    case .character("w"): state.showsSecondDerivative.toggle()
    case .character("x"): state.showsDifference.toggle()
    case .character("|"): state.joinsJumps.toggle()
    case .character("+"), .character("="): zoom(0.5, at: cursor)
    case .character("-"): zoom(2, at: cursor)
    case .character("<"): pan(-0.1)
    case .character(">"): pan(0.1)
    case .character("("): panUp(-0.1)
    case .character(")"): panUp(0.1)
    case .character("1"), .character("2"), .character("3"):
      (state.x, state.y) = (Self.presets[(key.digit ?? 1) - 1], nil)
    case .character("0"): reset()
    default: return false
    }
    return true
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
    // Far from 0 a step may be less than the distance to the next double.
    if cursor == before { cursor = distance < 0 ? cursor.nextDown : cursor.nextUp }
    // The origin is worth stopping at, wherever the steps began.
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
    // Steps are decimal fractions: their sums must be, too.
    state.functions[activeCurve] = activeFunction.with((clamped * 1e6).rounded() / 1e6, at: slider)
  }

  /// Makes the window narrower or wider; a point keeps its place in it.
  package mutating func zoom(_ factor: Double, at place: Double) {
    state.zoom(by: factor, at: place)
    point(at: cursor)
  }

  /// Moves the window sideways by a share of its width; the cursor stays in it.
  package mutating func pan(_ share: Double) {
    state.pan(by: share)
    point(at: cursor)
  }

  /// Moves the window up by a share of its height.
  private mutating func panUp(_ share: Double) {
    state.raise(by: share, from: PlotDrawing(state, charset: .ascii).valueWindow.y)
  }

  /// Puts the cursor at a place in the window.
  package mutating func point(at place: Double) {
    cursor = min(max(place, state.x.lowerBound), state.x.upperBound)
  }

  /// How near the cursor is to a place at which it counts as standing.
  package var nearness: Double { min(1e-9, state.xScale.part(of: 1e6)) }

  private mutating func toLandmark(forward: Bool) {
    let places = activeFunction?.landmarks.map(\.x).filter(state.x.contains) ?? []
    let next =
      forward
      ? places.first { $0 > cursor + nearness } : places.last { $0 < cursor - nearness }
    cursor = next ?? (forward ? places.first : places.last) ?? cursor
  }

  /// What is drawn.
  ///
  /// - Parameters:
  ///   - charset: Which characters may be used.
  ///   - isFocused: Whether cursor, tangent and ghost show.
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
