import TerminalUI
import Testing

struct KeyMapTests {
  @Test func aRemappedKeyActsAsItsTarget() throws {
    let map = try KeyMap([.character("z"): .character("u"), .control("n"): .down])
    #expect(map.meaning(of: .character("z")) == .character("u"))
    #expect(map.meaning(of: .control("n")) == .down)
    #expect(map.meaning(of: .character("u")) == .character("u"))
    #expect(map.meaning(of: .character("x")) == .character("x"))
  }

  @Test func swappedKeysAreNamedByTheirNewKeys() throws {
    let map = try KeyMap(["h": "l", "l": "h"])
    let hint = KeyBinding("left", ["h"], (), "left").hint
    #expect(hint.label(.words, map) == "l")
    #expect(hint.label(.words) == "h")
    #expect(KeyNames(map, .ascii)["l"] == "h" && KeyNames(map, .ascii)["x"] == "x")
  }

  @Test func anUnchangedKeyKeepsItsName() throws {
    let map = try KeyMap(["z": "u"])
    #expect(KeyBinding("undo", ["u"], (), "undo").hint.label(.words, map) == "u")
  }

  @Test func labelsOfSeveralKeysFollowTheKeyMap() throws {
    let map = try KeyMap(["t": .up, .up: "t", "9": .escape])
    let move = KeyBinding([("up", [.up], ()), ("down", [.down], ())], "move", footer: true).hint
    #expect(move.label(.symbols(.braille), map) == "t ↓")
    #expect(move.footerLabel(.symbols(.braille), map) == "t ↓")
    let away = try KeyMap([.escape: .enter, "x": .escape])
    #expect(KeyBinding("back", [.escape, "q"], (), "out").hint.label(.words, away) == "x q")
    let one = try KeyMap(["0": "1", "1": "0"])
    let digits = KeyBinding(Key.digits.prefix(3).map { ("choice", [$0], ()) }, "choose").hint
    #expect(digits.label(.words) == "1-3" && digits.label(.words, one) == "0 2 3")
  }

  @Test func actionsWithoutAKeyAreNotShown() throws {
    let map = try KeyMap(["n": "j"])
    #expect(map.hasLost("n"))
    #expect(!map.hasLost("j") && !map.hasLost("x"))
    let next = KeyBinding("next", ["n"], (), "next", footer: true)
    #expect(next.also("previous", ["N"], ()).hint.label(.words, map) == "N")
    #expect(next.hint.label(.words, map).isEmpty && next.hint.footerLabel(.words, map).isEmpty)
    #expect(KeyBinding("down", ["j"], (), "down").hint.label(.words, map) == "j")
  }

  @Test func charactersAreTextInTextFields() throws {
    let map = try KeyMap([
      .character("z"): .escape, .control("n"): .down, .function(1): .character("?"),
    ])
    #expect(map.meaning(of: .character("z"), isTyping: true) == .character("z"))
    #expect(map.meaning(of: .control("n"), isTyping: true) == .down)
    #expect(map.meaning(of: .function(1), isTyping: true) == .function(1))
  }

  @Test func everyScreenCanBeLeft() throws {
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

  private static let screen = [
    KeyBinding("next-page", [.space, .pageDown], (), "next page", footer: true).hint,
    KeyBinding("next-match", ["n"], (), "next match", footer: true).hint,
  ]

  @Test func anActionIsTriggeredOnScreensThatHaveIt() throws {
    let map = try KeyMap([:], actions: ["n": "next-page"])
    #expect(map.on(Self.screen).meaning(of: "n") == .space)
    #expect(map.on([]).meaning(of: "n") == "n" && map.meaning(of: "n") == "n")
    #expect(map.on(Self.screen).on([]).meaning(of: "n") == "n")
  }

  @Test func labelsBeginWithTheKeysOfAnAction() throws {
    let map = try KeyMap([:], actions: ["n": "next-page"]).on(Self.screen)
    #expect(Self.screen[0].footerLabel(.words, map) == "n")
    #expect(Self.screen[0].label(.words, map) == "n Space PgDn")
    #expect(Self.screen[1].label(.words, map).isEmpty && map.hasLost("n"))
  }

  @Test func aKeyThatAnActionTookCanBeMappedToAnotherKey() throws {
    let map = try KeyMap(["x": "n"], actions: ["n": "next-page"]).on(Self.screen)
    #expect(map.meaning(of: "x") == "n" && map.meaning(of: "n") == .space)
    #expect(Self.screen[1].label(.words, map) == "x")
    #expect(KeyNames(map, .ascii)["n"] == "x")
  }

  @Test func actionsLeaveAWayOut() throws {
    #expect(throws: KeyMap.Problem.lost(.enter)) { try KeyMap([:], actions: [.enter: "next-page"]) }
    #expect(throws: KeyMap.Problem.fixed(.control("z"))) {
      try KeyMap([:], actions: [.control("z"): "next-page"])
    }
    #expect(throws: Never.self) { try KeyMap(["x": .enter], actions: [.enter: "next-page"]) }
  }
}
