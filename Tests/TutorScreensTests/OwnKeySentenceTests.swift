import TerminalUI
import Testing

@testable import TutorScreens

/// Sentences that speak of keys, for a learner who has moved them.
struct OwnKeySentenceTests {
  /// Every key has changed places with a function key.
  private static let moved: [Int: Key] = [
    1: .escape, 2: .character("/"), 3: .character("m"), 4: .character("M"), 5: .tab,
    6: .character("'"), 7: .space, 8: .pageDown, 9: .character("n"), 11: .character("H"),
    12: .enter,
  ]

  private static func harness(_ screen: String) throws -> ScreenHarness {
    var harness = try ScreenHarness(screen, Size(width: 120, height: 50))
    var meanings: [Key: Key] = [:]
    for (number, key) in moved {
      meanings[.function(number)] = key
      meanings[key] = .function(number)
    }
    harness.context.keyMap = try KeyMap(meanings)
    harness.send(.appeared)
    return harness
  }

  @Test(arguments: [
    ("lesson", "F9", "Nothing to look for yet: F2 begins a search."),
    ("lesson", "F3 F12", "kept. F6 lists all."),
    ("lesson", "?", "a marked term; F12 again explains it"),
    ("lesson", "l l F5", " F1 lets go "),
    ("marks", "", "In the lesson, F3 marks a place and e writes a note"),
    ("plot", "F4", "Mouse on: click, drag, wheel; F4 gives it back."),
    ("plot", "?", "⇧← ⇧→ F11 L  the same, ten times as far"),
    ("plot", "?", "in words; F8 goes on"),
    ("lab-race", "", "F7 lets them run; . runs one epoch; F9, x, F3 and [ ] change the race."),
    ("lab-race", "F3", "A convolution needs images: F9 leads to the digits."),
    ("lab-numerics", "?", "⇧← ⇧→ F11 L  by 10"),
  ]) func theyNameTheLearnersOwn(screen: String, keys: String, sentence: String) throws {
    var harness = try Self.harness(screen)
    harness.press(keys)
    #expect(harness.text.contains(sentence))
  }

  @Test func enterIsAWordInSentencesAlsoWhereItHasAGlyph() {
    #expect(KeyNames(.usual, .braille)[.enter] == "↵")
    #expect(KeyNames(.usual, .braille).word(.enter) == "Enter")
  }
}
