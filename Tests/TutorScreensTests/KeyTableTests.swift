import Figures
import Foundation
import Practice
import TerminalUI
import TestCourse
import TestSupport
import Testing
import Words

@testable import TutorScreens

/// Compares the keys that screens name with the effects of keys, in every state that the screen tests draw and in more.
struct KeyTableTests {
  private static let states =
    ScreenTests.states + [
      ("home", "Down"), ("lesson", "/"), ("lesson", "/ x"), ("lesson", "m C-u"), ("lesson", "m"),
      ("lesson", "G Enter"), ("lesson", "G G Space Space"), ("lesson", "] o"),
      ("lesson", "] ] Tab x"), ("lesson", "] ] Tab Tab Right"), ("lesson", "t Down"),
      ("lesson", "/ l o g i t Enter"), ("lesson", "] > >"), ("contents", ""), ("marks", ""),
      ("cards", "+ Space 1"), ("cards", "+ Space m i"), ("cards", "+ Enter 2 Enter 2"),
      ("cards", toGap), ("cards", toGap + " 2"), ("cards", toGap + " 2 Enter"),
      ("cards", toGap + " Enter"), ("cards", toGap + " 0 Enter i"), ("cards", "+ Space e Tab"),
      ("cards", "+ Space e C-u"), ("glossary", "/"),
      ("glossary", "/ l o g"), ("glossary", "/ l o g Enter"), ("glossary", "/ z z z Enter"),
      ("map", ""), ("map", "j j f"), ("map", "j f j"), ("timeline", ""), ("search", ""),
      ("search", "z z z"), ("progress", "x"), ("progress", "x 1"), ("certificate", ""),
      ("lab-gradient", "Down Down"), ("lab-race", ". Space"), ("lab-race", "Space"),
      ("lab-numerics", "e"), ("lab-numerics", "Down"), ("plot", "D"), ("plot", "D PageDown"),
      ("plot", "v Down Down Down"), ("plot", "- - - - - - - - - - - -"), ("plot", "M"),
      ("speed", "Enter"), ("speed", "Enter +3200"), ("speed", "Enter +3200 1 +400"),
      ("speed", "Enter +3200 2 +400"), ("speed", "2 +3200 Space"), ("speed", "Enter +64000 +2000"),
      ("speed", "3 +3200 1 +400 Space +900 2 +400 Space +900"), ("speed", "4"),
      ("speed", "4 1 +400"), ("speed", "2 +65000"), ("lesson", "e"), ("lesson", "e H i Left"),
    ]

  /// Turns and grades the cards before the first gap.
  private static let toGap = "+" + String(repeating: " Enter Enter", count: 5)

  private static let sizes = [
    Size(width: 80, height: 24), Size(width: 40, height: 12), Size(width: 160, height: 50),
  ]

  /// Every key of a keyboard that terminals distinguish.
  private static let keyboard: [Key] =
    Key.names.sorted { $0.key < $1.key }.map(\.value)
    + (0x21..<0x7F).map { .character(Character(Unicode.Scalar($0))) } + ["é", "漢"]
    + "abcdefghijklmnopqrstuvwxyz".map { .control($0) } + (1...12).map { .function($0) }

  /// The visible output and the state of all screens.
  private struct Look: Equatable {
    var screens: String
    var facts: Int
    var statusMessage: String?
    var charset: Charset
    var copied: String?

    init(_ harness: ScreenHarness) {
      screens = "\(harness.session)"
      facts = harness.facts.count
      statusMessage = harness.context.statusMessage
      charset = harness.context.charset
      copied = harness.copied
    }
  }

  private static func harness(
    _ state: (String, String), _ size: Size
  ) throws -> (ScreenHarness, [KeyHint]) {
    var harness = try ScreenHarness(state.0, size)
    harness.press(state.1)
    harness.context.statusMessage = nil
    let top = try #require(harness.session.top)
    return (harness, top.hints(in: harness.context).filter(\.isAvailable))
  }

  private static func pressed(_ key: Key, _ harness: ScreenHarness) -> ScreenHarness {
    var copy = harness
    copy.send(.key(key))
    // The message says that the key does nothing.
    if copy.context.statusMessage == Words.StatusMessages.unknownKey(copy.keys) {
      copy.context.statusMessage = harness.context.statusMessage
    }
    return copy
  }

  /// Whether a key that does nothing at once, as one that leads up from the top, does something after another of its
  /// row.
  private static func works(_ key: Key, after others: [Key], _ harness: ScreenHarness) -> Bool {
    others.contains { other in
      let moved = pressed(other, harness)
      guard let keys = moved.session.top?.hints(in: moved.context), !moved.session.isOver else {
        return false
      }
      let isNamed = keys.contains { $0.isAvailable && $0.keys.contains(key) }
      var still = moved
      still.context.statusMessage = nil
      return isNamed && Look(pressed(key, still)) != Look(still)
    }
  }

  /// Presses the first key of each action; its other keys have the same action by construction.
  ///
  /// At the other sizes, only the keys of bindings that the first does not have are pressed.
  @Test(arguments: states) func everyBoundKeyHasAnEffect(state: (String, String)) throws {
    var pressed: Set<KeyHint> = []
    for size in Self.sizes {
      let (harness, hints) = try Self.harness(state, size)
      expectEffects(of: hints.filter { pressed.insert($0).inserted }, harness)
      expectOneAction(of: hints, harness)
    }
  }

  /// CONTRIBUTING lists the keys that several screens share, and those of figures and questions.
  @Test func contributingHasTheTableOfKeys() throws {
    var context = try ScreenHarness("home", Self.sizes[0]).context
    context.learner = Learner()
    let shown = [Words.Manual.everywhere, Words.Manual.figures, Words.Manual.questions]
    let tables = Screens.keyTables(in: context).filter { shown.contains($0.screen) }
    try #require(tables.count == shown.count)
    let rows = tables.flatMap { table in
      table.hints.map { hint in
        "| \(table.screen) | \(Self.code(hint.label(.words))) | \(hint.words) |"
      }
    }
    let table = "| screen | keys | action |\n|---|---|---|\n" + rows.joined(separator: "\n") + "\n"
    let file = Repository.file("CONTRIBUTING.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(text.range(of: "<!-- keys -->\n")).upperBound
    let end = try #require(text.range(of: "<!-- end of keys -->")).lowerBound
    guard text[start..<end] != table else { return }
    Issue.record("the table of keys in CONTRIBUTING.md has changed")
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "failed" {
      try (text[..<start] + table + text[end...]).write(to: file, atomically: true, encoding: .utf8)
    }
  }

  /// A text as code in a table of Markdown.
  private static func code(_ text: String) -> String {
    text.contains("`") ? "`` \(text) ``" : "`\(text.replacing("|", with: "\\|"))`"
  }

  private func expectEffects(of hints: [KeyHint], _ harness: ScreenHarness) {
    let before = Look(harness)
    for hint in hints {
      let keys = hint.groups.compactMap(\.keys.first)
      for key in keys where Look(Self.pressed(key, harness)) == before {
        let works = Self.works(key, after: keys.filter { $0 != key }, harness)
        #expect(works, "\(key.label(.ascii)): \(hint.words)")
      }
    }
  }

  private func expectOneAction(of hints: [KeyHint], _ harness: ScreenHarness) {
    let isTyping = harness.session.isTyping
    let keys = hints.flatMap(\.keys)
    #expect(keys.count == Set(keys).count, "\(keys.map { $0.label(.ascii) })")
    let shared = Screens.sharedKeys.flatMap(\.keys).filter { !isTyping || !$0.isCharacter }
    #expect(harness.session.top is HelpScreen || Set(keys).isDisjoint(with: shared))
    // A character with a binding could not be typed.
    #expect(!isTyping || !keys.contains(where: \.isCharacter))
  }

  @Test(arguments: states)
  func unboundKeysDoNothing(state: (String, String)) throws {
    let (harness, hints) = try Self.harness(state, Size(width: 80, height: 24))
    // The help page passes such keys on.
    guard !(harness.session.top is HelpScreen) else { return }
    let isTyping = harness.session.isTyping
    let named = Set((hints + Screens.sharedKeys).flatMap(\.keys))
    // In text fields, characters are text.
    let others = Self.keyboard.filter { key in
      if key.isCharacter, isTyping { return false }
      return !named.contains(key)
    }
    #expect(!others.isEmpty)
    var copy = harness
    for key in others {
      copy.send(.key(key))
      let message = copy.context.statusMessage ?? ""
      #expect(
        copy.facts.count == harness.facts.count
          && (message.isEmpty || message == Words.StatusMessages.unknownKey(harness.keys)),
        "\(key.label(.ascii))")
    }
    copy.context.statusMessage = harness.context.statusMessage
    guard Look(copy) != Look(harness) else { return }
    for key in others where Look(Self.pressed(key, harness)) != Look(harness) {
      Issue.record("\(key.label(.ascii))")
    }
  }

  @Test func aKeyThatHelpExplainsWorksInHelp() throws {
    var harness = try ScreenHarness("home", Size(width: 80, height: 24))
    harness.press("?")
    #expect(harness.session.top is HelpScreen)
    harness.press("F9")
    #expect(harness.session.top is HelpScreen)
    harness.press("c")
    #expect(harness.session.top is CardsScreen)
  }

  @Test func aKeyWithoutAnActionIsAnsweredWithTheKeyOfHelp() throws {
    var harness = try ScreenHarness("lesson", Size(width: 80, height: 24))
    harness.press("F9")
    #expect(harness.context.statusMessage == Words.StatusMessages.unknownKey(harness.keys))
    harness.press("Space")
    #expect(harness.context.statusMessage == nil)
    // Text goes into the field.
    harness.press("/ x F9")
    #expect(harness.context.statusMessage == nil)
  }

  @Test(arguments: states)
  func everyActionIsTriggeredByAKeyMappedToItsName(state: (String, String)) throws {
    let (harness, hints) = try Self.harness(state, Size(width: 80, height: 24))
    let groups = hints.flatMap(\.groups)
    let names = Set(groups.map(\.name))
    #expect(names.count == groups.count && names.isSubset(of: ActionNames.all))
    for group in groups {
      let key = try #require(group.keys.first)
      var mapped = harness
      mapped.context.keyMap = try KeyMap([:], actions: [.function(12): group.name])
      let (byName, byKey) = (Self.pressed(.function(12), mapped), Self.pressed(key, mapped))
      #expect(byName.text == byKey.text && byName.facts == byKey.facts, "\(group.name)")
      #expect(byName.session.top?.name == byKey.session.top?.name, "\(group.name)")
    }
  }

  @Test func theManualPageHasEveryActionOfEveryScreen() throws {
    let context = AppContext(
      bundle: try TestCourse.bundled.get(), size: Size(width: 80, height: 24))
    let tables = Screens.keyTables(in: context)
    let names = tables.flatMap(\.hints).flatMap(\.groups).map(\.name)
    // The terminal's own key cannot be remapped.
    #expect(Set(names).symmetricDifference(ActionNames.all + ["suspend"]).isEmpty)
    #expect(Set(ActionNames.all).count == ActionNames.all.count)
    #expect(Set(ActionNames.all).isDisjoint(with: ActionNames.retired))
    #expect(Set(tables.map(\.screen)).count == tables.count)
    #expect(ActionNames.all.allSatisfy { Key(word: $0) == nil })
  }

  /// The keys in the README's paragraph on reading, with the names of their actions.
  private static let inReadme: [String: String] = [
    "Space": "next-page", "Tab": "next-figure", "n": "next-landmark", "[": "decrease",
    "]": "increase", "p": "plot", "/": "search", "w": "next-term", "Enter": "explain",
    "m": "bookmark", "e": "note", ",": "left", ".": "right", "{": "decrease", "}": "increase",
    "x": "instrument", "?": "help",
  ]

  @Test func theReadmeNamesKeysThatTriggerTheirActions() throws {
    let readme = try String(contentsOf: Repository.file("README.md"), encoding: .utf8)
    let start = try #require(readme.range(of: "**Read** (`tutor lesson`).")?.upperBound)
    let paragraph = readme[start...].split(separator: "\n\n")[0]
    let spans = paragraph.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    #expect(Set(spans) == Set(Self.inReadme.keys))
    let context = AppContext(
      bundle: try TestCourse.bundled.get(), size: Size(width: 80, height: 24))
    let groups = Screens.keyTables(in: context).flatMap(\.hints).flatMap(\.groups)
    for (word, name) in Self.inReadme {
      let key = try #require(Key(word: word))
      #expect(groups.contains { $0.name == name && $0.keys.contains(key) }, "\(word)")
    }
  }

  @Test(arguments: Screens.names)
  func keysNamedOnAScreenAreInItsHelp(name: String) throws {
    var harness = try ScreenHarness(name, Size(width: 120, height: 60))
    let hints = try #require(harness.session.top?.hints(in: harness.context))
    guard !harness.session.isTyping else { return }
    harness.press("?")
    for hint in hints {
      let label = hint.label(.symbols(.braille))
      let isShown = harness.text.split(separator: "\n").contains { line in
        line.contains(label + " ") && line.contains(hint.words)
      }
      #expect(isShown == hint.isAvailable, "\(label) \(hint.words)")
    }
  }
}

extension Key {
  fileprivate var isCharacter: Bool {
    if case .character = self { return true }
    return false
  }
}

extension FigureInstrument {
  /// Presses a key on the figure.
  ///
  /// - Returns: Whether it has an effect in the present state.
  mutating func press(_ key: Key) -> Bool {
    guard let action = bindings.action(for: key) else { return false }
    perform(action)
    return true
  }
}
