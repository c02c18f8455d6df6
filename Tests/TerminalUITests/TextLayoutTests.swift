import Testing

@testable import TerminalUI

struct TextLayoutTests {
  private func lines(_ text: String, _ width: Int) -> [String] {
    TextLayout.wrap(text, width: width).map(\.text)
  }

  @Test func wordsMoveToTheNextLineWhole() {
    #expect(lines("the first layer hears nothing", 12) == ["the first", "layer hears", "nothing"])
  }

  @Test func aWordLongerThanTheLineIsBroken() {
    #expect(lines("ab abcdefghij", 4) == ["ab", "abcd", "efgh", "ij"])
  }

  @Test func aLineFeedAlwaysBreaks() {
    #expect(lines("a\nb\n\nc", 10) == ["a", "b", "", "c"])
  }

  @Test func hyphensAndSlashesAllowABreak() {
    #expect(lines("zero-centred", 7) == ["zero-", "centred"])
    #expect(lines("Swish/SiLU", 7) == ["Swish/", "SiLU"])
  }

  @Test func wideCharactersBreakBetweenThem() {
    #expect(lines("漢字漢字", 5) == ["漢字", "漢字"])
  }

  @Test func emptyTextIsOneEmptyLine() {
    #expect(lines("", 5) == [""])
  }

  @Test func offsetsCountTheCharactersBefore() {
    let text = "the first layer hears nothing"
    for line in TextLayout.wrap(text, width: 12) {
      #expect(text.dropFirst(line.offset).hasPrefix(line.text))
    }
  }

  @Test(arguments: 1...30)
  func wrappedLinesFitAndLoseNothing(width: Int) {
    let text = "Backprop multiplies slopes: σ′ ≤ 0.25, ten of them leave 9.5·10⁻⁷. 漢字 end-of-line"
    let wrapped = lines(text, width)
    #expect(wrapped.allSatisfy { $0.displayWidth <= max(width, 2) })
    #expect(
      wrapped.joined().filter { $0 != " " } == text.filter { $0 != " " })
  }

  @Test func stylesSurviveWrapping() {
    let wrapped = TextLayout.wrap([Run("a b "), Run("c d", .accent)], width: 5)
    #expect(wrapped.map(\.text) == ["a b c", "d"])
    #expect(wrapped[0].runs.last == Run("c", .accent))
  }

  @Test func truncatedTextIsMarked() {
    #expect(TextLayout.truncate("activation", width: 6) == "activ…")
    #expect(TextLayout.truncate("relu", width: 6) == "relu")
    #expect(TextLayout.truncate("漢字漢字", width: 4) == "漢…")
  }

  @Test func asciiTranscriptionIsSevenBit() {
    let text = "σ(x) = 1/(1+e⁻ˣ) — “naïve” W₂₁ ≤ ∞ 漢"
    let ascii = text.transcribedToASCII
    #expect(ascii == "sigma(x) = 1/(1+e^-x) -- \"naive\" W_21 <= inf ??")
    #expect(ascii.utf8.allSatisfy { $0 < 0x80 })
  }
}

struct ControlTranscriptionTests {
  @Test func controlCharactersUseCaretNotationInASCII() {
    #expect("a\u{1B}[31m\u{7}\u{7F}".transcribedToASCII == "a^[[31m^G^?")
    #expect("two\nlines\r\n".transcribedToASCII == "two\nlines^M^J")
    #expect("ä\t".transcribedToASCII == "a^I")
  }
}
