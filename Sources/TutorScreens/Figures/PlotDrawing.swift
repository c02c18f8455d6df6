import Activations
public import Lessons
public import TerminalUI
import TextCharts

/// Turns functions over a window into a chart.
public struct PlotDrawing {
  /// What is drawn.
  let functions: [BoundActivation]
  private let x: ClosedRange<Double>
  private let y: ClosedRange<Double>?
  private let derivative: PlotFigure.Derivative
  private let charset: Charset
  private let hidesLabel: Bool
  /// Where the cursor stands, if there is one.
  var cursor: Double?
  /// The function on whose curve the cursor stands.
  var cursorFunction = 0
  /// Functions drawn faintly under the others.
  var ghosts: [BoundActivation] = []

  /// Rows under which function and slope share one panel.
  private static let leastStacked = 12

  /// Makes a drawing of what a figure asks for.
  ///
  /// - Parameters:
  ///   - figure: What to draw; functions that the catalogue does not know are left out.
  ///   - charset: Which characters may be used.
  ///   - hidesLabel: Whether curves keep their names to themselves.
  public init(figure: PlotFigure, charset: Charset, hidesLabel: Bool = false) {
    let settings = Dictionary(
      figure.functions.map { ($0, figure.parameters) }, uniquingKeysWith: { first, _ in first })
    self.init(
      BoundActivation.named(figure.functions, settings), x: figure.x, y: figure.y,
      derivative: figure.derivative, charset: charset, hidesLabel: hidesLabel)
  }

  init(
    _ functions: [BoundActivation], x: ClosedRange<Double>, y: ClosedRange<Double>? = nil,
    derivative: PlotFigure.Derivative, charset: Charset, hidesLabel: Bool = false
  ) {
    self.functions = functions
    self.x = x
    self.y = y
    self.derivative = derivative
    self.charset = charset
    self.hidesLabel = hidesLabel
  }

  /// The drawing at a size.
  public func frame(_ size: Size) -> Frame {
    var frame = Frame(size)
    draw(on: &frame, in: Rect(x: 0, y: 0, width: size.width, height: size.height))
    return frame
  }

  /// Draws into a rectangle of a frame; where it is low, function and slope share one panel.
  public func draw(on frame: inout Frame, in area: Rect) {
    let isLow = area.size.height < Self.leastStacked
    let derivative = derivative == .stacked && isLow ? .overlaid : derivative
    Chart(panels(derivative), charset: charset, showsLabels: !hidesLabel)
      .draw(on: &frame, in: area)
  }

  private static let roles: [Role] = [.curve, .secondCurve, .thirdCurve]

  private func panels(_ derivative: PlotFigure.Derivative) -> [Panel] {
    let isAlone = functions.count == 1
    let curves = functions.enumerated().map { index, function in
      var curve = Curve(
        isAlone ? function.label : function.activation.name, role: Self.roles[index % 3],
        jumps: function.jumps, features: function.landmarks.map(\.x)
      ) { function($0) }
      curve.style = .of(index)
      return curve
    }
    let slopes = functions.enumerated().map { index, function in
      var curve = Curve(
        Self.slopeLabel(function, isAlone: isAlone, derivative),
        role: index == 0 || derivative == .overlaid ? .slope : Self.roles[index % 3],
        jumps: function.kinks.map(\.x), features: function.landmarks.map(\.x)
      ) { function.derivative($0) }
      curve.style = .of(derivative == .overlaid ? index + functions.count : index)
      return curve
    }
    var panels: [Panel] = []
    switch derivative {
    case .none: panels = [panel(curves, y: y)]
    case .only: panels = [panel(slopes, y: y)]
    case .overlaid: panels = [panel(curves + slopes, y: y)]
    case .stacked: panels = [panel(curves, y: y), panel(slopes, y: nil)]
    }
    addExtras(to: &panels)
    return panels
  }

  private static func slopeLabel(
    _ function: BoundActivation, isAlone: Bool, _ derivative: PlotFigure.Derivative
  ) -> String {
    guard isAlone else { return "\(function.activation.name)′" }
    return derivative == .overlaid ? "slope" : "slope of \(function.label)"
  }

  private func panel(_ curves: [Curve], y: ClosedRange<Double>?) -> Panel {
    let fitted = PlotWindow.fitting(curves, x: x)
    return Panel(curves, window: y.flatMap { PlotWindow(x: x, y: $0) } ?? fitted)
  }

  /// The ghosts, and the cursor with the tangent under it.
  private func addExtras(to panels: inout [Panel]) {
    guard !panels.isEmpty else { return }
    if derivative == .only {
      guard let cursor, functions.indices.contains(cursorFunction) else { return }
      let slope = functions[cursorFunction].derivative(cursor)
      panels[0].marks = [PlotMark(x: cursor, y: slope)]
      return
    }
    panels[0].ghosts = ghosts.map { ghost in Curve(ghost.label) { ghost($0) } }
    guard let cursor, functions.indices.contains(cursorFunction) else { return }
    let function = functions[cursorFunction]
    let (value, slope) = (function(cursor), function.derivative(cursor))
    let reach = (x.upperBound - x.lowerBound) / 6
    panels[0].ghosts.append(
      Curve("tangent") { abs($0 - cursor) > reach ? .nan : value + slope * ($0 - cursor) })
    panels[0].marks = [PlotMark(x: cursor, y: value)]
    if panels.count > 1 { panels[1].marks = [PlotMark(x: cursor, y: slope)] }
  }
}

extension BoundActivation {
  /// Functions by their names, each with those settings that are its own and allowed.
  ///
  /// - Parameters:
  ///   - names: Names that the catalogue knows; others are left out.
  ///   - settings: Values of parameters, by function and parameter.
  /// - Returns: The functions in the order of their names.
  static func named(
    _ names: [String], _ settings: [String: [String: Double]]
  ) -> [BoundActivation] {
    names.compactMap { name in
      guard let activation = try? Catalogue.activation(named: name) else { return nil }
      let known = Set(activation.parameters.map(\.name))
      return try? activation.with((settings[name] ?? [:]).filter { known.contains($0.key) })
    }
  }
}
