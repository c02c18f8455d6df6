package import TerminalUI
import Words

/// An interactive figure.
package protocol FigureInstrument: Sendable {
  associatedtype Action: Sendable

  /// The key bindings in the present state.
  var bindings: [KeyBinding<Action>] { get }
  /// Performs the action of a key.
  mutating func perform(_ action: Action)
}

extension KeyBinding {
  /// The arrows change a number by one step, with Shift by ten steps.
  ///
  /// A figure beside the text has comma and full stop, because the arrows turn pages.
  package static func steps(
    of step: Double, _ action: (Double) -> Action, _ words: String
  ) -> [KeyBinding] {
    [
      KeyBinding(
        [
          ("left", [.left, "h", ","], action(-step)), ("right", [.right, "l", "."], action(step)),
        ], words, footer: true),
      KeyBinding(
        [
          ("left-fast", [.shiftLeft, "H"], action(-10 * step)),
          ("right-fast", [.shiftRight, "L"], action(10 * step)),
        ],
        Words.Common.tenfold),
    ]
  }
}
