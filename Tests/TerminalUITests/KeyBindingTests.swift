import TerminalUI
import Testing

struct KeyBindingTests {
  private enum Action: Sendable {
    case up, down, open
  }

  private let move = KeyBinding(
    [("up", [.up, "k"], Action.up), ("down", [.down, "j"], .down)], "move", footer: true)

  @Test func everyKeyOfABindingHasItsAction() {
    let rows = [move, KeyBinding("open", [.enter], .open, "open")]
    #expect(rows.action(for: .up) == .up && rows.action(for: "j") == .down)
    #expect(rows.action(for: .enter) == .open && rows.action(for: "x") == nil)
    #expect(rows.flatMap(\.keys) == [.up, "k", .down, "j", .enter])
  }

  @Test func disabledBindingsMatchNoKey() {
    let rows = [KeyBinding("open", [.enter], Action.open, "open", when: false)]
    #expect(rows.action(for: .enter) == nil && !rows[0].hint.isAvailable)
  }

  @Test func conditionsAreEvaluatedOnlyForTheirKeys() {
    let rows = [
      KeyBinding(
        "open", ["x"], Action.open, "open",
        when: {
          Issue.record("evaluated")
          return true
        }()),
      move,
    ]
    #expect(rows.action(for: "k") == .up)
  }

  @Test func helpNamesAllKeysAndTheFooterTheFirstOfEachAction() {
    #expect(move.hint.label(.symbols(.braille)) == "↑ ↓ k j")
    #expect(move.hint.label(.symbols(.ascii)) == "Up Down k j")
    #expect(move.hint.label(.words) == "Up Down k j")
    #expect(move.hint.footerLabel(.symbols(.braille)) == "↑ ↓")
    let also = move.also("open", [.enter], .open).hint
    #expect(also.label(.words) == "Up Down Enter k j")
    #expect(also.footerLabel(.words) == "Up Down")
    #expect(move.inHelpOnly.hint.footerLabel(.words).isEmpty)
  }

  @Test func otherSequencesAreIgnored() {
    let rest = move.without([.up, "k"])
    #expect(rest?.hint.label(.words) == "Down j" && rest?.hint.footerLabel(.words) == "Down")
    #expect(rest?.hint.inFooter == 1)
    #expect(move.without(move.keys) == nil)
  }

  @Test func mappedBindingsKeepTheirKeysAndHint() {
    let rows = [move.map { [$0] }]
    #expect(rows.action(for: "k") == [.up])
    #expect(rows[0].hint == move.hint)
  }
}
