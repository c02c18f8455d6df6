package import Activations
package import Lessons
package import Sketching
package import TerminalUI
import TextCharts
import Words

/// A sketch of a curve in progress, and the curve over it once it is shown.
///
/// It is a value without clock, terminal or record, so any screen can host it:
///
/// - it offers `bindings` among its own (mapped to an action of the screen) and passes them to `perform(_:)`;
/// - it draws `draw(on:in:_:isFocused:)` into a rectangle, or adds `frame(_:_:isFocused:)` to lines; the frame's `focus`
///   is the handle in hand;
/// - it writes `readout` under the drawing, which is the handle in hand before the answer, and gap and missing landmarks
///   after it;
/// - with a mouse it passes pointers to `set(_:in:_:)`;
/// - in plain text it writes `words`, and passes a number that was typed to `enter(_:)`, until that returns true.
///
/// `marking` is nil until the curve is shown, by the key of `Action.show`, by the last value that was typed, or by
/// `show()`. `mistake` says in words what is missing, and is nil for a sketch that is accepted.
package struct SketchInstrument: FigureInstrument, Equatable {
  package let target: SketchTarget
  /// The heights of the handles.
  package private(set) var sketch: Sketch
  /// The handle in hand.
  package private(set) var handle: Int
  /// Whether a handle was moved, or a value was typed.
  package private(set) var isTouched = false
  /// The comparison with the curve; nil before it is shown.
  package private(set) var marking: SketchMarking?
  /// The curve that a wrong sketch shows instead.
  private var lookalike: SketchLookalike?
  /// The values that were typed in plain text.
  package private(set) var values: [Double] = []

  /// Starts with a level line.
  ///
  /// - Parameter target: The curve.
  package init(_ target: SketchTarget) {
    self.target = target
    sketch = Sketch(levelIn: target)
    handle = SketchTarget.handleCount / 2
  }

  /// Starts with the first curve of a plot, or its slope; nil for a plot without functions.
  package init?(_ figure: PlotFigure) {
    guard let target = figure.sketchTarget else { return nil }
    self.init(target)
  }

  /// Shows a sketch that was made before.
  package init(_ target: SketchTarget, drawn heights: [Double]) {
    self.init(target)
    sketch = Sketch(heights)
    isTouched = true
    show()
  }

  package enum Action: Hashable, Sendable {
    /// Takes another handle, by a number of handles to the right.
    case choose(Int)
    /// Moves the handle, by a number of steps up.
    case move(Int)
    case show, reset
  }

  package var bindings: [KeyBinding<Action>] {
    typealias Does = Words.Sketch
    return handleBindings + [
      KeyBinding("submit", [.enter], .show, Does.show, footer: true, when: !isShown)
    ]
  }

  /// The bindings that change the sketch; none have an effect once the curve is shown.
  package var handleBindings: [KeyBinding<Action>] {
    typealias Does = Words.Sketch
    let isOpen = !isShown
    return [
      KeyBinding(
        [("left", [.left, ","], .choose(-1)), ("right", [.right, "."], .choose(1))],
        Does.choose, footer: true, when: isOpen),
      KeyBinding(
        [("up", [.up, "k"], .move(1)), ("down", [.down, "j"], .move(-1))], Does.move,
        footer: true, when: isOpen),
      KeyBinding(
        [("up-fast", ["K"], .move(10)), ("down-fast", ["J"], .move(-10))], Does.fast,
        footer: true, when: isOpen),
      KeyBinding("reset", ["0"], .reset, Words.Common.reset, when: isOpen && isTouched),
    ]
  }

  package mutating func perform(_ action: Action) {
    switch action {
    case .choose(let steps):
      handle = min(max(handle + steps, 0), SketchTarget.handleCount - 1)
    case .move(let steps):
      sketch.move(handle, by: steps, in: target)
      isTouched = true
    case .show: show()
    case .reset: self = SketchInstrument(target)
    }
  }

  /// Whether the curve is drawn over the sketch.
  package var isShown: Bool { marking != nil }

  /// Marks the sketch, and shows the curve.
  package mutating func show() {
    let marker = SketchMarker(target)
    let marking = marker.marking(of: sketch)
    self.marking = marking
    lookalike = marking.isRight ? nil : marker.lookalike(of: sketch, among: Catalogue.all)
  }

  /// Hides the curve, so that the sketch can be corrected.
  package mutating func hide() { (marking, lookalike) = (nil, nil) }

  /// The curve that a wrong sketch shows instead, once the curve is shown.
  var shown: SketchLookalike? { lookalike }

  /// Takes a handle and sets it to the roundest height of a range.
  mutating func put(_ handle: Int, within heights: ClosedRange<Double>) {
    self.handle = handle
    sketch.set(handle, within: heights, in: target)
    isTouched = true
  }

  // MARK: Values in plain text

  /// The x at which a value is asked for next in plain text; nil after the last one.
  package var asked: Double? {
    let handles = target.askedHandles
    return values.count < handles.count ? target.place(handles[values.count]) : nil
  }

  /// The number of values that plain text asks for.
  package var askedCount: Int { target.askedHandles.count }

  /// Takes the value at the x that is asked for.
  ///
  /// - Returns: Whether it was the last one, and the sketch is complete.
  package mutating func enter(_ value: Double) -> Bool {
    guard asked != nil else { return true }
    values.append(value)
    isTouched = true
    guard asked == nil else { return false }
    sketch = Sketch(values: values, at: target.askedHandles, of: target)
    return true
  }
}

extension PlotFigure {
  /// The curve that a sketch of the plot should show: the first function, or its slope if only that is drawn.
  ///
  /// Without a range of y, the window leaves room above and below the curve, so that mistakes can be drawn.
  package var sketchTarget: SketchTarget? {
    guard let function = BoundActivation.named(functions, parameters).first else { return nil }
    return PlotState(self).sketchTarget(of: function, isSlope: derivative == .only)
  }
}

extension PlotState {
  /// A function or its slope as the curve of a sketch, in the plot's window if that shows the same.
  package func sketchTarget(of function: BoundActivation, isSlope: Bool) -> SketchTarget? {
    let shown = isSlope == (derivative == .only) ? y : nil
    let room = SketchTarget.roomyHeights(of: function, isSlope: isSlope, x: x)
    guard let window = PlotWindow(x: x, y: shown ?? room) else { return nil }
    return SketchTarget(function, isSlope: isSlope, x: window.x, y: window.y)
  }
}
