import Lessons
import Practice
import TerminalUI
import Testing

@testable import LessonLayout
@testable import TutorScreens

struct MapTests {
  private let size = Size(width: 80, height: 40)

  @Test func branchesFoldToADepthAndFocus() throws {
    var harness = try ScreenHarness("map", size)
    #expect(harness.text.contains("steepest at 0"))
    harness.press("1")
    #expect(harness.text.contains("▸ Blocks") && !harness.text.contains("nested"))
    harness.press("j j Space")
    #expect(harness.text.contains("├─ lists") || harness.text.contains("├─ ▸ lists"))
    harness.press("l f")
    #expect(!harness.text.contains("Words") && harness.text.contains("nested"))
    harness.press("Esc")
    #expect(harness.text.contains("Words"))
  }

  @Test func nodesLeadToSectionsCardsAndPlots() throws {
    var harness = try ScreenHarness("map", size)
    harness.press("j Enter")
    #expect(harness.text.contains("1 Words and pages"))
    harness.press("q j Enter")
    #expect(harness.text.contains("What is a stack of linear layers"))
    harness.press("q G h j")
    harness.press("1 g j j l")
    #expect(harness.text.contains("lists"))
  }

  @Test func everyNodeSaysWhatTheRecordKnows() throws {
    var harness = try ScreenHarness("map", size)
    #expect(harness.text.contains("linear layers collapse  · new"))
    harness.context.learner.apply(
      LearnerEvent(
        id: "1", time: harness.context.now, utcOffset: 0,
        fact: .review(card: "line", rating: .good)))
    harness.send(.appeared)
    #expect(harness.text.contains("linear layers collapse  100 %"))
    #expect(harness.text.contains("Words  100 %"))
    harness.context.learner.apply(
      LearnerEvent(
        id: "2", time: harness.context.now, utcOffset: 0, fact: .sectionRead("words")))
    harness.context.now += 90 * 86_400
    harness.send(.appeared)
    #expect(harness.text.contains("Words  ✓ fading"))
  }

  @Test func theTimelineUnfoldsOneEntryAndLeadsToItsSection() throws {
    var harness = try ScreenHarness("timeline", size)
    #expect(harness.text.contains("McCulloch & Pitts"))
    harness.press("j")
    #expect(harness.text.contains("Rumelhart") && !harness.text.contains("McCulloch"))
    harness.press("Enter")
    #expect(harness.text.contains("2 Every kind of block"))
  }

  @Test func theGlossaryIsFilteredAndLeadsOn() throws {
    var harness = try ScreenHarness("glossary", size)
    harness.press("/")
    harness.type("logit")
    harness.press("Enter")
    #expect(harness.text.contains("A raw score before softmax"))
    harness.press("c")
    #expect(harness.text.contains("Softmax outputs add up to"))
    harness.press("q Esc")
    #expect(harness.text.contains("5 terms"))
    harness.context.size = Size(width: 40, height: 12)
    harness.press("Enter")
    #expect(harness.text.contains("Term · activation function"))
  }

  @Test func aMarkedTermIsExplainedOnEnter() throws {
    var harness = try ScreenHarness("lesson", Size(width: 80, height: 24))
    harness.press("Enter Enter")
    #expect(harness.text.contains("Term · pre-activation"))
    harness.press("q w Enter")
    #expect(harness.text.contains("Term · activation function"))
    harness.press("q W Enter")
    #expect(harness.text.contains("Term · pre-activation"))
    harness.press("q Esc")
    #expect(harness.text.contains("1 Words and pages"))
    harness.press("q")
    #expect(harness.text.contains("Go on reading"))
  }

  @Test func termsAreFoundAcrossLinesAndMarkedOnce() {
    let glossary = Glossary([
      Glossary.Term(id: "a", term: "dying ReLU", also: ["dying"], definition: "d", section: "s"),
      Glossary.Term(id: "b", term: "logit", also: ["logits"], definition: "d", section: "s"),
    ])
    let lines = [
      SectionLine(runs: [Run("Logits and the dying")], block: 0, offset: 0),
      SectionLine(runs: [Run("ReLU, a logit; dying.")], block: 0, offset: 21, continues: true),
    ]
    let found = MarkedTerm.all(in: lines, skipping: [], glossary)
    #expect(found.map(\.term.id) == ["b", "a"])
    #expect(found[1].segments.map(\.line) == [0, 1])
    #expect(found[1].segments[0] == MarkedTerm.Segment(line: 0, x: 15, width: 5))
    #expect(MarkedTerm.all(in: lines, skipping: [0..<2], glossary).isEmpty)
  }

  @Test func oneSearchLooksEverywhere() throws {
    var harness = try ScreenHarness("search", size)
    harness.type("negative")
    #expect(harness.text.contains("read  1 Words") && harness.text.contains("card"))
    harness.press("Enter")
    #expect(harness.text.contains("1 Words and pages") && harness.text.contains("negative for"))
    harness.press("q")
    for _ in 0..<8 { harness.press("Backspace") }
    harness.type("dead unit")
    harness.press("Enter")
    #expect(harness.text.contains("Term · dead unit"))
    harness.press("q C-u")
    harness.type("zzzz")
    #expect(harness.text.contains("Nothing has \"zzzz\""))
  }

  @Test func theCourseShowsItsTopicsWithThisOneMarked() throws {
    let harness = try ScreenHarness("course", size)
    #expect(harness.text.contains("▸  2  Test Lesson  0 of 3 sections read"))
    #expect(harness.text.contains("3  After"))
  }
}
