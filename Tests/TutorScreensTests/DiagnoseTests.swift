import Lessons
import Practice
import TerminalUI
import TestCourse
import TestSupport
import Testing
import Words

@testable import TutorScreens

/// Diagnoses in the quiz and among the flashcards.
struct DiagnoseTests {
  private static let size = Size(width: 80, height: 50)
  private static let sizes = [
    Size(width: 80, height: 24), Size(width: 40, height: 12), Size(width: 160, height: 50),
  ]

  /// A quiz about the only diagnosis of the small course.
  private static func quiz(_ size: Size = size, _ charset: Charset = .braille) throws
    -> ScreenHarness
  {
    var harness = try ScreenHarness("home", size, charset)
    harness.only { $0.id == "q-diagnose" }
    harness.open(.quiz(cards: harness.context.bundle.deck.questions))
    return harness
  }

  /// Presses the digit of a choice.
  private static func choose(_ text: String, _ harness: inout ScreenHarness) {
    let line = harness.text.split(separator: "\n").map { $0.drop { $0 == " " } }
      .last { $0.hasSuffix(text) && $0.first?.isNumber == true }
    harness.press(line?.first.map(String.init) ?? "9")
  }

  @Test(arguments: sizes, ["", "PageDown PageDown", "1", "1 1"])
  func theQuestionMatchesTheGoldens(size: Size, keys: String) throws {
    for charset in [Charset.ascii, .braille] {
      var harness = try Self.quiz(size, charset)
      harness.press(keys)
      try Golden.expect(
        harness.frame, named: ScreenTests.name("diagnose", keys, size, charset))
    }
  }

  @Test func theStemIsAboveTheQuestionAndRemediesFollowTheCause() throws {
    var harness = try Self.quiz()
    for words in ["nn.init.zeros_(p)", "step 900", "outputs that are 0", "-1", "validation"] {
      #expect(harness.shows(words), "\(words)")
    }
    #expect(!harness.shows(Words.Questions.whatFirst))
    Self.choose("each weight is 0 at first", &harness)
    #expect(
      harness.shows("✓ each weight is 0 at first") && harness.shows(Words.Questions.whatFirst))
    #expect(harness.facts.isEmpty)
    Self.choose("draw random weights", &harness)
    #expect(harness.shows(Words.Questions.isRight))
    guard case .answer("q-diagnose", true, .quiz, _, nil, _, _)? = harness.facts.first else {
      Issue.record("\(harness.facts)")
      return
    }
  }

  @Test func aWrongCauseIsExplainedAtOnceAndMakesItsCardDue() throws {
    var harness = try Self.quiz()
    Self.choose("nothing", &harness)
    #expect(harness.shows("guessing among ten classes") && harness.shows("✓ each weight"))
    Self.choose("draw random weights", &harness)
    #expect(harness.shows(Words.Questions.onlyRemedy))
    #expect(harness.facts.contains(.review(card: "dead-unit", rating: .again)))
  }

  @Test func aRightCauseWithAnotherRemedyIsWrongAndForgetsNothing() throws {
    var harness = try Self.quiz()
    Self.choose("each weight is 0 at first", &harness)
    Self.choose("add layers", &harness)
    #expect(harness.shows("More layers of zeros are zeros."))
    #expect(harness.facts.count == 1)
    guard case .answer(_, false, _, _, let mistake?, _, _)? = harness.facts.first else {
      Issue.record("\(harness.facts)")
      return
    }
    #expect(mistake == "More layers of zeros are zeros.")
  }

  @Test func theTurnedCardShowsTheStem() throws {
    let harness = try Self.quiz()
    let card = try #require(harness.context.bundle.deck.card(id: "q-diagnose"))
    #expect(card.asFlashcard.produced == nil)
    let front = CardView(card: card.asFlashcard, context: harness.context)
      .lines(width: 72, rows: 46, isTurned: false, hints: 0)
    let text = front.lines.map { $0.map(\.text).joined() }.joined(separator: "\n")
    #expect(text.contains("step 900") && !text.contains("each weight is 0 at first"))
  }

  @Test func plainTextSaysEverything() throws {
    var harness = try Self.quiz()
    let text = harness.plainText
    for words in [
      Words.Stem.code, Words.Stem.log, "gradient: 0", "outputs of layer 2: ",
      "0 below and 3 above", "training: 2.3026 at step 0, 2.3024 at 100",
    ] { #expect(text.shows(words), "\(words)") }
    harness.press("1")
    #expect(harness.plainText.shows(Words.Questions.whatFirst))
  }

  @Test(arguments: [Charset.ascii, .braille]) func narrowLinesAreWrapped(charset: Charset) throws {
    let harness = try Self.quiz(Size(width: 40, height: 60), charset)
    #expect(harness.shows("too long for a narrow window"))
    #expect(harness.frame.lines.allSatisfy { $0.count <= 40 })
  }
}
