import Lessons
import Practice
import TerminalUI
import Testing

@testable import TutorScreens

struct MapTests {
  private let size = Size(width: 80, height: 40)

  @Test func branchesFoldToADepthAndFocus() throws {
    var desk = try Desk("map", size)
    #expect(desk.text.contains("steepest at 0"))
    desk.press("1")
    #expect(desk.text.contains("▸ Blocks") && !desk.text.contains("nested"))
    desk.press("j j Space")
    #expect(desk.text.contains("├─ lists") || desk.text.contains("├─ ▸ lists"))
    desk.press("l f")
    #expect(!desk.text.contains("Words") && desk.text.contains("nested"))
    desk.press("Esc")
    #expect(desk.text.contains("Words"))
  }

  @Test func nodesLeadToSectionsCardsAndPlots() throws {
    var desk = try Desk("map", size)
    desk.press("j Enter")
    #expect(desk.text.contains("1 Words and pages"))
    desk.press("q j Enter")
    #expect(desk.text.contains("What is a stack of linear layers"))
    desk.press("q G h j")
    desk.press("1 g j j l")
    #expect(desk.text.contains("lists"))
  }

  @Test func everyNodeSaysWhatTheRecordKnows() throws {
    var desk = try Desk("map", size)
    #expect(desk.text.contains("linear layers collapse  · new"))
    desk.context.learner.apply(
      LearnerEvent(
        id: "1", time: desk.context.now, utcOffset: 0,
        fact: .review(card: "line", rating: .good)))
    desk.send(.appeared)
    #expect(desk.text.contains("linear layers collapse  100 %"))
    #expect(desk.text.contains("Words  100 %"))
    desk.context.learner.apply(
      LearnerEvent(
        id: "2", time: desk.context.now, utcOffset: 0, fact: .sectionRead("words")))
    desk.context.now += 90 * 86_400
    desk.send(.appeared)
    #expect(desk.text.contains("Words  ✓ fading"))
  }

  @Test func theTimelineUnfoldsOneEntryAndLeadsToItsSection() throws {
    var desk = try Desk("timeline", size)
    #expect(desk.text.contains("McCulloch & Pitts"))
    desk.press("j")
    #expect(desk.text.contains("Rumelhart") && !desk.text.contains("McCulloch"))
    desk.press("Enter")
    #expect(desk.text.contains("2 Every kind of block"))
  }

  @Test func theGlossaryIsFilteredAndLeadsOn() throws {
    var desk = try Desk("glossary", size)
    desk.press("/")
    desk.type("logit")
    desk.press("Enter")
    #expect(desk.text.contains("A raw score before softmax"))
    desk.press("c")
    #expect(desk.text.contains("Softmax outputs add up to"))
    desk.press("q Esc")
    #expect(desk.text.contains("5 terms"))
    desk.context.size = Size(width: 40, height: 12)
    desk.press("Enter")
    #expect(desk.text.contains("Term · activation function"))
  }

  @Test func aMarkedTermIsExplainedOnEnter() throws {
    var desk = try Desk("lesson", Size(width: 80, height: 24))
    desk.press("Enter Enter")
    #expect(desk.text.contains("Term · pre-activation"))
    desk.press("q w Enter")
    #expect(desk.text.contains("Term · activation function"))
    desk.press("q W Enter")
    #expect(desk.text.contains("Term · pre-activation"))
    desk.press("q Esc")
    #expect(desk.text.contains("1 Words and pages"))
    desk.press("q")
    #expect(desk.text.contains("Go on reading"))
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
    #expect(found[1].stretches.map(\.line) == [0, 1])
    #expect(found[1].stretches[0] == MarkedTerm.Stretch(line: 0, x: 15, width: 5))
    #expect(MarkedTerm.all(in: lines, skipping: [0..<2], glossary).isEmpty)
  }

  @Test func oneSearchLooksEverywhere() throws {
    var desk = try Desk("search", size)
    desk.type("negative")
    #expect(desk.text.contains("read  1 Words") && desk.text.contains("card"))
    desk.press("Enter")
    #expect(desk.text.contains("1 Words and pages") && desk.text.contains("negative for"))
    desk.press("q")
    for _ in 0..<8 { desk.press("Backspace") }
    desk.type("dead unit")
    desk.press("Enter")
    #expect(desk.text.contains("Term · dead unit"))
    desk.press("q C-u")
    desk.type("zzzz")
    #expect(desk.text.contains("Nothing has \"zzzz\""))
  }

  @Test func theCourseShowsItsTopicsWithThisOneMarked() throws {
    let desk = try Desk("course", size)
    #expect(desk.text.contains("▸  2  Test Lesson  0 of 3 sections read"))
    #expect(desk.text.contains("3  After"))
  }
}
