import TerminalUI
import Testing

@testable import TutorScreens

/// The cursor is at the selection, because screen readers follow it.
struct FocusTests {
  /// The rows with a selected cell or the mark before one.
  private func selectedRows(_ frame: Frame) -> Set<Int> {
    Set(
      (0..<frame.size.height).filter { y in
        (0..<frame.size.width).contains { x in
          frame[x, y]?.style.role == .selection || frame[x, y]?.glyph == "▸"
        }
      })
  }

  @Test(arguments: ScreenTests.states, [80, 160])
  func everySelectionHasTheCursor(state: (String, String), width: Int) throws {
    for charset in [Charset.ascii, .braille] {
      var harness = try ScreenHarness(state.0, Size(width: width, height: 24), charset)
      harness.press(state.1)
      let frame = harness.session.view(in: harness.context)
      let rows = selectedRows(frame)
      // Text fields have the visible cursor, below or above what they select.
      if rows.isEmpty || frame.cursor != nil { continue }
      let focus = try #require(frame.focus, "\(state)")
      #expect(rows.contains(focus.y), "\(state)")
    }
  }

  @Test func theCursorMovesWithTheSelection() throws {
    var harness = try ScreenHarness("contents", Size(width: 80, height: 24))
    let first = try #require(harness.session.view(in: harness.context).focus)
    harness.press("Down")
    let second = try #require(harness.session.view(in: harness.context).focus)
    #expect(second == Point(x: first.x, y: first.y + 1))
  }

  @Test func textFieldsHaveTheVisibleCursor() throws {
    for (screen, keys) in [
      ("search", "l o"), ("glossary", "/"), ("lesson", "/"), ("lesson", "e"), ("lesson", "m"),
      ("lab-numerics", "e"), ("progress", "x"), ("cards", "+ Space e"),
    ] {
      var harness = try ScreenHarness(screen, Size(width: 80, height: 24))
      harness.press(keys)
      #expect(harness.session.view(in: harness.context).cursor != nil, "\(screen) \(keys)")
    }
  }
}
