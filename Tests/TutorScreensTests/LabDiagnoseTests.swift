import Lessons
import NeuralLab
import Practice
import TerminalUI
import Testing
import Words

@testable import TutorScreens

/// The lab's diagnoses.
struct LabDiagnoseTests {
  private static let sizes = [
    Size(width: 80, height: 24), Size(width: 40, height: 12), Size(width: 160, height: 50),
  ]

  @Test(arguments: sizes, ["", "PageDown PageDown", "1", "1 1"])
  func theScreenMatchesTheGoldens(size: Size, keys: String) throws {
    for charset in [Charset.ascii, .braille] {
      var harness = try ScreenHarness("lab-diagnose", size, charset)
      harness.press(keys)
      try Golden.expect(
        harness.frame, named: ScreenTests.name("lab-diagnose", keys, size, charset))
    }
  }

  @Test func networksFollowOneAnotherAndRightOnesAreCounted() throws {
    var harness = try ScreenHarness("lab-diagnose", Size(width: 100, height: 60))
    var right = 0
    for number in 1...4 {
      harness.press("1 1")
      guard case .answer(let id, let isRight, .quiz, _, _, _, _)? = harness.facts.last else {
        Issue.record("\(harness.facts)")
        return
      }
      if isRight { right += 1 }
      #expect(id.hasPrefix("lab-diagnose-"))
      #expect(harness.facts.count == number)
      #expect(harness.shows(Words.Diagnose.status(right: right, of: number)))
      #expect(harness.shows(Words.Diagnose.again(seed: "\(6 + number)")))
      harness.press("Space")
    }
  }

  @Test func theSeedRepeatsANetwork() throws {
    func text(_ seed: UInt64) throws -> String {
      var harness = try ScreenHarness("home", Size(width: 100, height: 60))
      harness.context.seed = seed
      harness.open(.diagnose)
      return harness.text
    }
    #expect(try text(31) == text(31))
    #expect(try text(31) != text(32))
  }

  /// Of every case, one cause and one remedy are right, each text occurs once, and each wrong choice says why.
  @Test func everyCaseIsAFairQuestion() throws {
    for seed in 0..<60 as Range<UInt64> {
      let planted = try PlantedCase(seed: seed)
      let card = DiagnoseCard(planted: planted).card
      #expect(card.choiceLists.count == 2 && !card.stem.isEmpty)
      for choices in card.choiceLists {
        #expect(choices.count { $0.isCorrect } == 1)
        #expect(Set(choices.map(\.text)).count == choices.count && choices.count == 4)
        #expect(choices.allSatisfy { $0.isCorrect || $0.feedback?.isEmpty == false })
      }
      let isHealthy = card.rightAnswer.hasPrefix(Words.Diagnose.healthy.cause)
      #expect(isHealthy == (planted.fault == nil))
    }
  }
}
