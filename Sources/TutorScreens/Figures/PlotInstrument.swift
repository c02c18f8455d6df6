import Activations
import Lessons
import TerminalUI
import TextCharts

/// Curves that can be held: a cursor with its tangent, landmarks, dials, zoom.
struct PlotInstrument: Sendable {
  /// What a reset brings back.
  private struct Start: Sendable {
    var x: ClosedRange<Double>
    var y: ClosedRange<Double>?
    var settings: [String: [String: Double]]
  }

  /// Ids of the functions that are drawn.
  private(set) var functions: [String]
  /// Where the derivative goes.
  private(set) var derivative: PlotFigure.Derivative
  private(set) var x: ClosedRange<Double>
  private(set) var y: ClosedRange<Double>?
  /// Values of parameters that were set, by function and parameter.
  private(set) var settings: [String: [String: Double]]
  /// Where the cursor stands.
  private(set) var cursor = 0.0
  /// The function on whose curve the cursor stands, by its place.
  private var holder = 0
  /// The parameter that the dial turns, by its place.
  private var dial = 0
  private let start: Start

  /// Takes what a figure shows.
  init(_ figure: PlotFigure) {
    let settings = Dictionary(
      figure.functions.map { ($0, figure.parameters) }, uniquingKeysWith: { first, _ in first })
    self.init(
      functions: figure.functions, x: figure.x, y: figure.y, settings: settings,
      derivative: figure.derivative)
  }

  init(
    functions: [String], x: ClosedRange<Double>, y: ClosedRange<Double>? = nil,
    settings: [String: [String: Double]] = [:], derivative: PlotFigure.Derivative = .stacked
  ) {
    self.functions = functions
    self.x = x
    self.y = y
    self.settings = settings
    self.derivative = derivative
    start = Start(x: x, y: y, settings: settings)
    cursor = x.contains(0) ? 0 : (x.lowerBound + x.upperBound) / 2
  }

  /// Draws other functions; the cursor stays, on the first of them.
  mutating func show(_ functions: [String]) {
    self.functions = functions
    (holder, dial) = (0, 0)
  }

  /// The functions with their parameters.
  var bound: [BoundActivation] { BoundActivation.named(functions, settings) }

  /// The function on whose curve the cursor stands.
  var held: BoundActivation? {
    let bound = bound
    return bound.indices.contains(holder) ? bound[holder] : bound.first
  }

  /// The keys that mean something on the curves.
  var keys: [KeyBinding] {
    var keys = [
      KeyBinding([.left, .right], "cursor", footer: true, label: "← →"),
      KeyBinding([.shiftLeft, .shiftRight], "cursor, faster (also H L)", label: "⇧← ⇧→"),
      KeyBinding("n", "landmark", footer: true),
    ]
    let parameters = held?.activation.parameters ?? []
    if let first = parameters.first {
      let symbol = parameters.indices.contains(dial) ? parameters[dial].symbol : first.symbol
      keys.append(KeyBinding([.character("[")], symbol, footer: true, label: "[ ]"))
    }
    if parameters.count > 1 { keys.append(KeyBinding("r", "the other dial")) }
    if functions.count > 1 { keys.append(KeyBinding("f", "cursor on the next curve")) }
    return keys + [
      KeyBinding("d", "where the slope is drawn"),
      KeyBinding([.character("+")], "zoom at the cursor", label: "+ -"),
      KeyBinding("0", "as it was"),
    ]
  }

  /// Takes a key.
  ///
  /// - Returns: Whether it meant something here.
  mutating func press(_ key: Key) -> Bool {
    let step = (x.upperBound - x.lowerBound) / 100
    switch key {
    case _ where key.goesLeft: move(-step)
    case _ where key.goesRight: move(step)
    case .shiftLeft, .character("H"): move(-10 * step)
    case .shiftRight, .character("L"): move(10 * step)
    case .character("["): turn(-1)
    case .character("]"): turn(1)
    case .character("r"): dial += 1
    case .character("f"): holder = (holder + 1) % max(1, functions.count)
    case .character("d"): turnDerivative()
    case .character("n"): toLandmark(forward: true)
    case .character("N"): toLandmark(forward: false)
    case .character("+"), .character("="): zoom(0.5)
    case .character("-"): zoom(2)
    case .character("0"): (x, y, settings, cursor) = (start.x, start.y, start.settings, 0)
    default: return false
    }
    let count = held?.activation.parameters.count ?? 0
    dial = count == 0 ? 0 : dial % count
    cursor = min(max(cursor, x.lowerBound), x.upperBound)
    return true
  }

  private mutating func move(_ distance: Double) {
    cursor += distance
    // The origin is worth stopping at, wherever the steps began.
    if abs(cursor) < abs(distance) / 2, abs(distance) < (x.upperBound - x.lowerBound) / 20 {
      cursor = 0
    }
  }

  private mutating func turnDerivative() {
    let order: [PlotFigure.Derivative] = [.stacked, .overlaid, .none]
    let next = (order.firstIndex(of: derivative) ?? 2) + 1
    derivative = order[next % order.count]
  }

  private mutating func turn(_ direction: Double) {
    guard let held, held.activation.parameters.indices.contains(dial) else { return }
    let parameter = held.activation.parameters[dial]
    let turned = held.parameterValues[dial] + direction * parameter.step
    let clamped = min(max(turned, parameter.allowed.lowerBound), parameter.allowed.upperBound)
    // Steps are decimal fractions: their sums must be, too.
    settings[held.activation.id, default: [:]][parameter.name] = (clamped * 1e6).rounded() / 1e6
  }

  private mutating func zoom(_ factor: Double) {
    let half = (x.upperBound - x.lowerBound) / 2 * factor
    guard (0.01...1000).contains(half) else { return }
    let middle = half >= 5 ? 0 : cursor
    x = (middle - half)...(middle + half)
    y = nil
  }

  private mutating func toLandmark(forward: Bool) {
    let places = held?.landmarks.map(\.x).filter(x.contains) ?? []
    let next = forward ? places.first { $0 > cursor + 1e-9 } : places.last { $0 < cursor - 1e-9 }
    cursor = next ?? (forward ? places.first : places.last) ?? cursor
  }

  /// What is drawn.
  ///
  /// - Parameters:
  ///   - charset: Which characters may be used.
  ///   - isHeld: Whether cursor, tangent and ghost show.
  /// - Returns: The drawing.
  func drawing(_ charset: Charset, isHeld: Bool) -> PlotDrawing {
    var drawing = PlotDrawing(bound, x: x, y: y, derivative: derivative, charset: charset)
    guard isHeld else { return drawing }
    drawing.cursor = cursor
    drawing.cursorFunction = holder
    if let held, held != held.activation.withDefaults {
      drawing.ghosts = [held.activation.withDefaults]
    }
    return drawing
  }
}
