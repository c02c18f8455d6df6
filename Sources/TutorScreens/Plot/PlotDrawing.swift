import Activations
public import Lessons
public import TerminalUI
import TextCharts

/// Turns what a figure asks for into a chart.
public struct PlotDrawing {
  private let figure: PlotFigure
  private let charset: Charset
  private let hidesLabel: Bool
  /// Where the cursor stands, if there is one.
  var cursor: Double?
  /// Functions drawn faintly under the others.
  var ghosts: [BoundActivation] = []

  /// Makes a drawing.
  ///
  /// - Parameters:
  ///   - figure: What to draw; functions that the catalogue does not know are left out.
  ///   - charset: Which characters may be used.
  ///   - hidesLabel: Whether curves keep their names to themselves.
  public init(figure: PlotFigure, charset: Charset, hidesLabel: Bool = false) {
    self.figure = figure
    self.charset = charset
    self.hidesLabel = hidesLabel
  }

  /// The figure's functions with its parameters.
  var functions: [BoundActivation] {
    figure.functions.compactMap { name in
      guard let activation = try? Catalogue.activation(named: name) else { return nil }
      let known = Set(activation.parameters.map(\.name))
      return try? activation.with(figure.parameters.filter { known.contains($0.key) })
    }
  }

  /// The drawing at a size.
  public func frame(_ size: Size) -> Frame { chart.frame(size) }

  /// Draws into a rectangle of a frame.
  public func draw(on frame: inout Frame, in area: Rect) { chart.draw(on: &frame, in: area) }

  private static let roles: [Role] = [.curve, .secondCurve, .thirdCurve]

  private var chart: Chart {
    let functions = functions
    let curves = functions.enumerated().map { index, function in
      Curve(function.label, role: Self.roles[index % 3]) { function($0) }
    }
    let slopes = functions.enumerated().map { index, function in
      Curve(
        "slope of \(function.label)", role: index == 0 ? .slope : Self.roles[index % 3],
        jumps: function.kinks.map(\.x)
      ) { function.derivative($0) }
    }
    var panels: [Panel] = []
    switch figure.derivative {
    case .none: panels = [panel(curves, y: figure.y)]
    case .only: panels = [panel(slopes, y: figure.y)]
    case .overlaid: panels = [panel(curves + slopes, y: figure.y)]
    case .stacked: panels = [panel(curves, y: figure.y), panel(slopes, y: nil)]
    }
    addExtras(to: &panels, functions)
    return Chart(panels, charset: charset, showsLabels: !hidesLabel)
  }

  private func panel(_ curves: [Curve], y: ClosedRange<Double>?) -> Panel {
    let fitted = PlotWindow.fitting(curves, x: figure.x)
    return Panel(curves, window: y.flatMap { PlotWindow(x: figure.x, y: $0) } ?? fitted)
  }

  private func addExtras(to panels: inout [Panel], _ functions: [BoundActivation]) {
    guard let first = functions.first, !panels.isEmpty else { return }
    panels[0].ghosts = ghosts.map { ghost in Curve(ghost.label) { ghost($0) } }
    guard let cursor else { return }
    panels[0].marks = [PlotMark(x: cursor, y: first(cursor))]
    if panels.count > 1 { panels[1].marks = [PlotMark(x: cursor, y: first.derivative(cursor))] }
  }
}
