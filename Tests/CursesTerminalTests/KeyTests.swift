import TerminalUI
import Testing

@testable import CursesTerminal

struct KeyTests {
  /// The keys in a keyboard's bytes; "." stands for input that is not a key.
  private func keys(_ text: String, isUTF8: Bool = true) -> [Key?] {
    keys(Array(text.utf8), isUTF8: isUTF8)
  }

  private func keys(
    _ bytes: [UInt8], isUTF8: Bool = true, sequences: KeySequences = KeySequences([])
  ) -> [Key?] {
    var rest = bytes[...]
    var reader = KeyReader(isUTF8: isUTF8, sequences: sequences)
    var keys: [Key?] = []
    while true {
      switch reader.next({ _ in rest.popFirst() }) {
      case .key(let key): keys.append(key)
      case .ignored, .pasted: keys.append(nil)
      case .quiet: return keys
      }
    }
  }

  @Test(arguments: [
    ("\u{1B}[200~two\nlines\u{1B}[201~", true, "two\nlines"), ("\u{1B}[200~\u{1B}[201~", true, ""),
    ("\u{1B}[200~no end", true, "no end"), ("\u{1B}[200~é\u{1B}[201~", false, ""),
    ("\u{1B}[200~\u{1B}[A\u{1B}[20\u{1B}[201~", true, "\u{1B}[A\u{1B}[20"),
  ]) func pastedTextIsNotExecuted(typed: String, isUTF8: Bool, text: String) {
    var rest = Array(typed.utf8)[...]
    var reader = KeyReader(isUTF8: isUTF8)
    #expect(reader.next { _ in rest.popFirst() } == .pasted(text))
    #expect(reader.next { _ in rest.popFirst() } == .quiet)
  }

  @Test func aPasteOfManyMegabytesIsCut() {
    var bytes = Array("\u{1B}[200~".utf8)
    bytes += Array(repeating: 0x61, count: 1 << 20 + 9) + Array("\u{1B}[201~x".utf8)
    var rest = bytes[...]
    var reader = KeyReader(isUTF8: true)
    guard case .pasted(let text) = reader.next({ _ in rest.popFirst() }) else {
      Issue.record("no paste")
      return
    }
    #expect(text.utf8.count == 1 << 20 && text.allSatisfy { $0 == "a" })
    #expect(reader.next { _ in rest.popFirst() } == .key(.character("x")))
  }

  @Test func lettersAndControlsAreKeys() {
    #expect(
      keys("aZ \r\t\u{7F}") == [
        .character("a"), .character("Z"), .space, .enter, .tab, .backspace,
      ])
    #expect(keys("\u{0C}\u{1A}") == [.control("l"), .control("z")])
    #expect(keys("\u{0}") == [nil])
  }

  @Test func charactersOfTheLocaleAreKeys() {
    #expect(keys("äα漢😀") == ["ä", "α", "漢", "😀"].map { .character($0) })
    #expect(keys("ä", isUTF8: false) == [nil, nil])
  }

  @Test func invalidUTF8DoesNotConsumeValidCharacters() {
    #expect(keys([0xFF, 0x61]) == [nil, .character("a")])
    #expect(keys([0xCE, 0x62]) == [nil, .character("b")])
    #expect(keys([0xED, 0xA0, 0x80, 0x63]) == [nil, .character("c")])
  }

  @Test func sequencesOfOtherTerminalsAreKeys() {
    #expect(keys("\u{1B}[A\u{1B}OB\u{1B}[1;2C") == [.up, .down, .shiftRight])
    #expect(keys("\u{1B}[H\u{1B}[4~\u{1B}[5~\u{1B}[Z") == [.home, .end, .pageUp, .backTab])
    #expect(keys("\u{1B}OP\u{1B}[15~\u{1B}[[A") == [.function(1), .function(5), .function(1)])
    #expect(keys("\u{1B}OM\u{1B}Oq") == [.enter, .character("1")])
  }

  @Test func terminalReportsAreNotKeys() {
    for report in [
      "\u{1B}[<0;10;20m", "\u{1B}[<35;10;20M", "\u{1B}[<0;0;20M", "\u{1B}[<0;1;99999M",
      "\u{1B}[<0;1M", "\u{1B}[<;;M", "\u{1B}[M !!", "\u{1B}]11;rgb:0/0/0\u{1B}\\",
      "\u{1B}P1$r0m\u{1B}\\",
      "\u{1B}[?62;c", "\u{1B}[1;5C", "\u{1B}[I", "\u{1B}[97;5u",
    ] {
      #expect(keys(report + "z") == [nil, .character("z")], "\(report.dropFirst())")
    }
  }

  @Test func mouseEventsHaveTheirCell() {
    func pointer(_ kind: Pointer.Kind, _ x: Int, _ y: Int) -> Key {
      .pointer(Pointer(kind, at: Point(x: x, y: y)))
    }
    #expect(
      keys(
        "\u{1B}[<0;10;20M\u{1B}[<32;11;20M\u{1B}[<64;1;1M\u{1B}[<65;1;1M\u{1B}[<2;3;4M\u{1B}[<34;3;4M"
      )
        == [
          pointer(.press, 9, 19), pointer(.drag, 10, 19), pointer(.wheelUp, 0, 0),
          pointer(.wheelDown, 0, 0), pointer(.otherPress, 2, 3), pointer(.otherDrag, 2, 3),
        ])
    // With the control key it is still the wheel.
    #expect(keys("\u{1B}[<80;1;1M") == [pointer(.wheelUp, 0, 0)])
  }

  @Test func escapeIsAKeyOfItsOwn() {
    #expect(keys("\u{1B}") == [.escape])
    #expect(keys("\u{1B}\u{1B}") == [.escape, .escape])
    #expect(keys("\u{1B}z") == [.escape, .character("z")])
    #expect(keys("\u{1B}[") == [.escape, .character("[")])
  }

  @Test func sequencesThatTerminfoListsAreKeys() {
    let rxvt = KeySequences([
      (Array("\u{1B}[7$".utf8), .home), (Array("\u{1B}[d".utf8), .shiftLeft), ([0x0B], .up),
      ([0x01, 0x40, 0x0D], .function(1)), (Array("\u{1B}A".utf8), .down),
    ])
    let typed = "\u{1B}[7$\u{1B}[d\u{0B}\u{01}@\r\u{1B}A\u{1B}[B\u{1B}[7~"
    #expect(
      keys(Array(typed.utf8), sequences: rxvt)
        == [.home, .shiftLeft, .up, .function(1), .down, .down, .home])
    // A sequence that begins like one of them but is not is unchanged.
    #expect(
      keys(Array("\u{01}@x\u{1B}Bz".utf8), sequences: rxvt)
        == [
          .control("a"), .character("@"), .character("x"), .escape, .character("B"),
          .character("z"),
        ])
  }

  @Test func aTruncatedSequenceDoesNotConsumeTheNext() {
    #expect(keys("\u{1B}[1;\u{1B}[A") == [nil, .up])
    #expect(keys("\u{1B}]0;title\u{1B}[A") == [nil, .up])
    #expect(keys("\u{1B}P\u{1B}\u{1B}[A") == [nil, .escape, .up])
    #expect(keys("\u{1B}\u{1B}[A") == [.escape, .up])
    #expect(
      keys("\u{1B}^text\u{1B}\\z\u{1B}O2Pz") == [
        nil, .character("z"), nil, .character("z"),
      ])
  }
}
