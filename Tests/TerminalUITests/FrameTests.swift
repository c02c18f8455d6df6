import Testing

@testable import TerminalUI

struct FrameTests {
  @Test func textIsCutAtTheEdges() {
    var frame = Frame(Size(width: 4, height: 2))
    frame.write("abcdef", x: 0, y: 0)
    frame.write("abc", x: -1, y: 1)
    frame.write("z", x: 0, y: 7)
    #expect(frame.lines == ["abcd", "bc"])
  }

  @Test func escapeSequencesBecomeSymbols() {
    var frame = Frame(Size(width: 12, height: 1))
    frame.write("\u{1B}[31mred\u{7F}\u{9B}", x: 0, y: 0)
    #expect(frame.lines == ["␛[31mred␡\u{FFFD}"])
    #expect(frame.cells.allSatisfy { !$0.glyph.isControl })
  }

  @Test func overwritingHalfAWideGlyphClearsBothCells() {
    var frame = Frame(Size(width: 6, height: 1))
    frame.write("a漢b", x: 0, y: 0)
    #expect(frame[1, 0]?.width == 2)
    #expect(frame[2, 0]?.width == 0)
    frame.write("x", x: 2, y: 0)
    #expect(frame.lines == ["a xb"])
  }

  @Test func wideGlyphsAreNeverCut() {
    var frame = Frame(Size(width: 3, height: 1))
    frame.write("ab漢", x: 0, y: 0)
    #expect(frame.lines == ["ab"])
  }

  @Test func drawingAFrameIntoAnotherKeepsStyles() {
    var inner = Frame(Size(width: 2, height: 1))
    inner.write("ok", x: 0, y: 0, .right)
    var outer = Frame(Size(width: 4, height: 2))
    outer.draw(inner, x: 3, y: 1)
    #expect(outer.lines == ["", "   o"])
    #expect(outer[3, 1]?.style.role == .right)
  }

  @Test(
    arguments: [
      ("a", 1), ("é", 1), ("e\u{301}", 1), ("σ", 1), ("─", 1), ("≤", 1), ("漢", 2), ("ｱ", 1),
      ("Ａ", 2), ("👩‍🔬", 4), ("हि", 2), ("ทำ", 2), ("한", 2), ("\u{301}", 1), ("⣿", 1), ("\u{0}", 0),
      ("한", 2), ("☺\u{FE0F}", 2),
    ] as [(Character, Int)])
  func characterWidthsMatchTheTable(character: Character, columns: Int) {
    #expect(character.displayWidth == columns)
  }
}
