package import TerminalUI
import Words

/// A figure with keys of its own.
package protocol FigureInstrument: Sendable {
  associatedtype Action: Sendable

  /// Its keys in its present state, and what they do.
  var bindings: [KeyBinding<Action>] { get }
  /// Performs a key's action.
  mutating func perform(_ action: Action)
}

extension KeyBinding {
  /// Arrows that change a number by a step, and with the shift key by ten.
  static func steps(
    of step: Double, _ action: (Double) -> Action, _ words: String
  ) -> [KeyBinding] {
    [
      KeyBinding(
        [([.left, "h"], action(-step)), ([.right, "l"], action(step))], words, footer: true),
      KeyBinding(
        [([.shiftLeft, "H"], action(-10 * step)), ([.shiftRight, "L"], action(10 * step))],
        Words.Common.tenfold),
    ]
  }
}
