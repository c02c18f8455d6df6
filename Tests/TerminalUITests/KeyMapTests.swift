import TerminalUI
import Testing

struct KeyMapTests {
  @Test func aKeyDoesTheWorkItWasGiven() throws {
    let map = try KeyMap([.character("z"): .character("u"), .control("n"): .down])
    #expect(map.meaning(of: .character("z")) == .character("u"))
    #expect(map.meaning(of: .control("n")) == .down)
    #expect(map.meaning(of: .character("u")) == .character("u"))
    #expect(map.meaning(of: .character("x")) == .character("x"))
  }

  @Test func exchangedKeysAreCalledByTheNewNames() throws {
    let map = try KeyMap([.character("h"): .character("l"), .character("l"): .character("h")])
    let binding = KeyBinding("h", "left")
    #expect(binding.label(.ascii, map) == "l")
    #expect(binding.label(.ascii) == "h")
    #expect(KeyNames(map, .ascii)["l"] == "h" && KeyNames(map, .ascii)["x"] == "x")
  }

  @Test func aKeyThatKeepsItsWorkKeepsItsName() throws {
    let map = try KeyMap([.character("z"): .character("u")])
    #expect(KeyBinding("u", "undo").label(.ascii, map) == "u")
  }

  @Test func labelsOfSeveralKeysFollow() throws {
    let map = try KeyMap([.character("t"): .up, .up: .character("t"), .character("9"): .escape])
    let move = KeyBinding([.up, .down], "move", label: "↑ ↓")
    #expect(move.label(.braille, map) == "t ↓")
    #expect(KeyBinding([.character("1")], "fold", label: "1-9").label(.braille, map) == "1-9")
    let away = try KeyMap([.escape: .enter, .character("x"): .escape])
    #expect(KeyBinding([.escape], "out", label: "Esc q").label(.braille, away) == "x q")
  }

  @Test func whatNoKeyDoesAnyMoreIsNotPromised() throws {
    let map = try KeyMap([.character("n"): .character("j")])
    #expect(map.hasLost(.character("n")))
    #expect(!map.hasLost(.character("j")) && !map.hasLost(.character("x")))
    #expect(KeyBinding([.character("n")], "next", label: "n N").label(.ascii, map) == "N")
    #expect(KeyBinding("n", "next").label(.ascii, map).isEmpty)
    #expect(KeyBinding("j", "down").label(.ascii, map) == "j")
  }

  @Test func charactersStayTextWhileOneTypes() throws {
    let map = try KeyMap([
      .character("z"): .escape, .control("n"): .down, .function(1): .character("?"),
    ])
    #expect(map.meaning(of: .character("z"), isTyping: true) == .character("z"))
    #expect(map.meaning(of: .control("n"), isTyping: true) == .down)
    #expect(map.meaning(of: .function(1), isTyping: true) == .function(1))
  }

  @Test func nobodyIsLockedIn() throws {
    #expect(throws: KeyMap.Problem.lost(.escape)) {
      try KeyMap([.escape: .enter, .character("q"): .enter])
    }
    #expect(throws: KeyMap.Problem.lost(.character("?"))) {
      try KeyMap([.character("?"): .character("x")])
    }
    #expect(throws: KeyMap.Problem.fixed(.control("c"))) { try KeyMap([.control("c"): .enter]) }
    // Mapped from another key, it is not lost.
    #expect(throws: Never.self) {
      try KeyMap([.character("?"): .character("x"), .character("x"): .character("?")])
    }
  }
}
