import Activations
import Sketching
package import TerminalUI
import TextCharts
import Words

/// The drawing of a sketch: its handles on an empty plot, then the curve over it and the gap between both.
extension SketchInstrument {
  /// The drawing at a size; its focus is the handle in hand.
  package func frame(_ size: Size, _ charset: Charset, isFocused: Bool) -> Frame {
    var frame = Frame(size)
    draw(
      on: &frame, in: Rect(x: 0, y: 0, width: size.width, height: size.height), charset,
      isFocused: isFocused)
    return frame
  }

  /// Draws into a rectangle.
  ///
  /// - Parameters:
  ///   - frame: The frame.
  ///   - area: The rectangle.
  ///   - charset: The charset.
  ///   - isFocused: Whether keys move the handle in hand, which is then marked and has the frame's focus.
  package func draw(
    on frame: inout Frame, in area: Rect, _ charset: Charset, isFocused: Bool
  ) {
    let chart = chart(charset, rows: area.size.height, isFocused: isFocused)
    chart.draw(on: &frame, in: area)
    guard isFocused, !isShown else { return }
    frame.focus = chart.cell(x: target.place(handle), y: sketch.heights[handle], in: area)
  }

  /// Sets the handle nearest to a pointer to the pointer's height.
  ///
  /// - Parameters:
  ///   - cell: The cell under the pointer.
  ///   - area: The rectangle in which the sketch is drawn.
  ///   - charset: The charset.
  package mutating func set(_ cell: Point, in area: Rect, _ charset: Charset) {
    let chart = chart(charset, rows: area.size.height, isFocused: true)
    guard !isShown, let x = chart.place(at: cell, in: area),
      let heights = chart.heights(at: cell, in: area)
    else { return }
    put(target.handle(nearest: x), within: heights)
  }

  /// The rows below which names and round ticks would take too much of the plot.
  private static let fewRows = 9

  private func chart(_ charset: Charset, rows: Int, isFocused: Bool) -> Chart {
    let line = sketchCurve(marking.map { $0.isRight ? .right : .wrong } ?? .curve)
    guard let window = PlotWindow(x: target.x, y: target.y) else {
      return Chart([], charset: charset)
    }
    var panel = Panel([line], window: window)
    if let marking {
      panel.curves = [truth, line]
      panel.shadesGap = true
      panel.marks = marks { marking.areNear[$0] ? (.right, .disc) : (.wrong, .cross) }
    } else {
      panel.marks = marks { isFocused && $0 == handle ? (.accent, .disc) : (.curve, .ring) }
    }
    let isLow = rows < Self.fewRows
    var chart = Chart([panel], charset: charset, showsLabels: isShown || !isLow)
    chart.alignsLevels = !isLow
    return chart
  }

  private func sketchCurve(_ role: Role) -> Curve {
    let (sketch, target) = (sketch, target)
    let places = (0..<SketchTarget.handleCount).map { target.place($0) }
    return Curve(
      Words.Sketch.yours, role: role, features: places, style: isShown ? .dashed : .solid
    ) { sketch.height(at: $0, in: target) }
  }

  private var truth: Curve {
    let target = target
    let function = target.function
    return Curve(
      name, role: target.isSlope ? .slope : .curve,
      jumps: target.isSlope ? function.kinks.map(\.x) : function.jumps,
      features: function.landmarks.map(\.x)
    ) { target.value($0) }
  }

  private func marks(_ look: (Int) -> (Role, PlotMark.Shape)) -> [PlotMark] {
    (0..<SketchTarget.handleCount).map { handle in
      let (role, shape) = look(handle)
      return PlotMark(
        x: target.place(handle), y: sketch.heights[handle], role: role, shape: shape)
    }
  }
}
