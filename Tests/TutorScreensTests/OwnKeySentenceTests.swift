import TerminalUI
import TestSupport
import Testing
import Words

@testable import TutorScreens

/// Sentences that name keys, for a learner who has remapped them.
struct OwnKeySentenceTests {
  /// Every key is swapped with a function key.
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

  @Test(
    arguments: [
      NamedSentence("lesson", "F9", ["F2"]) { Words.Reader.noSearch($0) },
      NamedSentence("lesson", "F3 F12", ["F6"]) { Words.Reader.bookmarked(anything, $0) },
      NamedSentence("lesson", "] ] F5", ["F1"]) { Words.Figures.leaves($0) },
      NamedSentence("marks", "", ["F3"]) { Words.Marks.empty($0) },
      NamedSentence("plot", "F4", ["F4"]) { Words.Plot.mouseOn($0) },
      NamedSentence("plot", "?", ["F11"]) {
        "\($0["H"]) \($0["L"]) " + Words.Common.tenfold
      },
      NamedSentence("plot", "?", ["F8"]) { Words.Plot.Keys.inWords($0) },
      NamedSentence("lab-numerics", "?", ["F11"]) {
        "\($0["H"]) \($0["L"]) " + Words.Clinic.Keys.faster
      },
    ]) func sentencesNameRemappedKeys(_ named: NamedSentence) throws
  {
    var harness = try Self.harness(named.screen)
    harness.press(named.keys)
    named.expect(in: harness)
  }

  @Test func enterIsSpelledOutInSentences() {
    #expect(KeyNames(.usual, .braille)[.enter] == "↵")
    #expect(KeyNames(.usual, .braille).word(.enter) == "Enter")
  }
}
