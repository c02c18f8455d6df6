import TerminalUI
import Testing

@testable import CursesTerminal

struct KeyDecoderTests {
  @Test func charactersBecomeKeys() {
    #expect(KeyDecoder.key(character: 97) == .character("a"))
    #expect(KeyDecoder.key(character: 0x3B1) == .character("α"))
    #expect(KeyDecoder.key(character: 13) == .enter)
    #expect(KeyDecoder.key(character: 127) == .backspace)
    #expect(KeyDecoder.key(character: 12) == .control("l"))
    #expect(KeyDecoder.key(character: 0) == nil)
    #expect(KeyDecoder.key(character: 0x9B) == nil)
    #expect(KeyDecoder.key(character: 0xD800) == nil)
  }

  @Test func codesBecomeKeys() {
    #expect(KeyDecoder.key(code: 0o402) == .down)
    #expect(KeyDecoder.key(code: 0o415) == .function(5))
    #expect(KeyDecoder.key(code: 0o632) == nil)
  }

  @Test func withoutColourTheImportantRolesStillDiffer() {
    let theme = Theme(hasColor: false)
    for role in Role.allCases { #expect(theme.look(of: role).0 == .none) }
    #expect(theme.look(of: .code).1 == .underline)
    #expect(theme.look(of: .selection).1 == .reverse)
    #expect(theme.look(of: .accent).1 == .bold)
  }
}
