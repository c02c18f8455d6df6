import Activations
package import TerminalUI
package import TextCharts
import Words

/// SwiGLU's gate over both of its inputs.
package struct GateMap {
  private let a: Double
  private let b: Double
  /// The plane: a to the right, b upwards.
  package let map: HeatMap

  /// Uses a from the cursor and b from the slider; nil for a window without length.
  package init?(_ plot: PlotInstrument) {
    a = plot.cursor
    b = plot.activeFunction?.parameterValues.first ?? 1
    guard let window = PlotWindow(x: plot.state.x, y: -5...5) else { return nil }
    map = HeatMap(window: window, mark: (a, b)) { SwiGLU.value($0, $1) }
  }

  /// Draws the plane, and under it the legend and the values at the mark.
  package func draw(on frame: inout Frame, in area: Rect, _ charset: Charset) {
    let rows = area.size.height >= 10 ? 2 : 0
    let plane = Rect(
      x: area.origin.x, y: area.origin.y, width: area.size.width, height: area.size.height - rows)
    map.draw(on: &frame, in: plane, charset)
    guard rows > 0 else { return }
    let slopes = SwiGLU.gradient(a, b)
    let place = area.size.width < 60 ? "" : "a \(Self.short(a))  b \(Self.short(b))  "
    let numbers =
      place + "SiLU(a)·b \(Self.short(SwiGLU.value(a, b)))"
      + "  ∂a \(Self.short(slopes.a))  ∂b \(Self.short(slopes.b))"
    let shades = HeatMap.shades(charset)
    let legend = Words.Figures.legend(above: shades.above, below: shades.below)
    let lines = ["a →   b ↑   " + legend, numbers]
    for (row, line) in lines.enumerated() {
      frame.write(
        charset.text(line), x: area.origin.x + 2, y: plane.maxY + row, row == 0 ? .dim : .text,
        limit: area.maxX)
    }
  }

  private static func short(_ number: Double) -> String { NumberText.fixed(number, decimals: 3) }
}
