import Lessons
import Practice
import TerminalUI
import TestCourse
import TestSupport
import Testing
import Words

@testable import LessonLayout
@testable import TutorScreens

struct MapTests {
  private let size = Size(width: 80, height: 40)

  @Test func branchesCanBeCollapsedToADepthAndFocused() throws {
    var harness = try ScreenHarness("map", size)
    #expect(harness.shows("steepest at 0"))
    harness.press("1")
    #expect(harness.shows("▸ Blocks") && !harness.shows("nested"))
    harness.press("j j Space")
    #expect(harness.shows("├─ lists") || harness.shows("├─ ▸ lists"))
    harness.press("l f")
    #expect(!harness.shows("Words") && harness.shows("nested"))
    harness.press("Esc")
    #expect(harness.shows("Words"))
  }

  @Test func aNarrowMapDescribesTheSelectedNodeInFull() throws {
    var harness = try ScreenHarness("map", Size(width: 40, height: 12))
    let title = "a title that is longer than the window is wide"
    harness.context.bundle.mindMap?.root.children[0].children[0].title = title
    harness.send(.appeared)
    harness.press("j j")
    #expect(harness.text.contains("…") && harness.shows("\(title) · ○ " + Words.Mastery.new))
    // Nothing is cut without an ellipsis.
    for line in harness.frame.lines.dropFirst(2).dropLast(2) where line.contains("─ ") {
      #expect(line.last { $0 != " " }.map { "○…".contains($0) } == true, "\(line)")
    }
  }

  @Test func nodesOpenSectionsCardsAndPlots() throws {
    var harness = try ScreenHarness("map", size)
    harness.press("j Enter")
    #expect(harness.shows(TestCourse.Heading.words))
    harness.press("q j Enter")
    #expect(harness.shows("What is a stack of linear layers"))
    harness.press("q G h j")
    harness.press("1 g j j l")
    #expect(harness.shows("lists"))
  }

  @Test func mindMapNodesShowHowMuchIsKnown() throws {
    var harness = try ScreenHarness("map", size)
    func grade(_ id: String, _ rating: Rating) {
      harness.context.learner.apply(
        LearnerEvent(
          id: id, time: harness.context.now, utcOffset: 0,
          fact: .review(card: "line", rating: rating)))
      harness.send(.appeared)
    }
    #expect(harness.shows("linear layers collapse  ○ " + Words.Mastery.new))
    grade("1", .again)
    #expect(harness.shows("linear layers collapse  ○ " + Words.Mastery.new))
    grade("2", .good)
    #expect(harness.shows("linear layers collapse  ◔ " + Words.Mastery.known(0, of: 1)))
    harness.context.now += 86_400
    grade("3", .good)
    #expect(harness.shows("linear layers collapse  ● " + Words.Mastery.known(1, of: 1)))
    #expect(harness.shows("Words  ◔ \(anything)") || harness.shows("Words  ◑ \(anything)"))
    harness.context.learner.apply(
      LearnerEvent(
        id: "4", time: harness.context.now, utcOffset: 0, fact: .sectionRead("words")))
    harness.context.now += 900 * 86_400
    harness.send(.appeared)
    #expect(harness.shows("Words  ✓ ◔ \(anything)"))
    #expect(harness.shows("linear layers collapse  ◔ " + Words.Mastery.known(0, of: 1)))
  }

  @Test func theTimelineExpandsOneEntryAndOpensItsSection() throws {
    var harness = try ScreenHarness("timeline", size)
    #expect(harness.shows("McCulloch & Pitts"))
    harness.press("j")
    #expect(harness.shows("Rumelhart") && !harness.shows("McCulloch"))
    harness.press("Enter")
    #expect(harness.shows(TestCourse.Heading.blocks))
  }

  @Test func theGlossaryIsFilteredAndOpensSections() throws {
    var harness = try ScreenHarness("glossary", size)
    harness.press("/")
    harness.type("logit")
    harness.press("Enter")
    #expect(harness.shows("A raw score before softmax"))
    harness.press("c")
    #expect(harness.shows("Softmax outputs add up to"))
    harness.press("q Esc")
    #expect(harness.shows(Words.Glossary.count(5)))
    harness.context.size = Size(width: 40, height: 12)
    harness.press("Enter")
    #expect(harness.shows(Words.Glossary.title("activation function")))
  }

  @Test func aMarkedTermIsExplainedOnEnter() throws {
    var harness = try ScreenHarness("lesson", Size(width: 80, height: 24))
    harness.press("w Enter")
    #expect(harness.shows(Words.Glossary.title("pre-activation")))
    harness.press("q w Enter")
    #expect(harness.shows(Words.Glossary.title("activation function")))
    harness.press("q W Enter")
    #expect(harness.shows(Words.Glossary.title("pre-activation")))
    harness.press("q Esc")
    #expect(harness.shows(TestCourse.Heading.words))
    harness.press("q")
    #expect(harness.shows(Words.Home.read))
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

  @Test func oneSearchFindsTermsSectionsAndCards() throws {
    var harness = try ScreenHarness("search", size)
    harness.type("negative")
    #expect(
      harness.shows(Words.Search.section + " 1 Words") && harness.shows(Words.Search.card))
    harness.press("Enter")
    #expect(harness.shows(TestCourse.Heading.words) && harness.shows("negative for"))
    harness.press("q")
    for _ in 0..<8 { harness.press("Backspace") }
    harness.type("dead unit")
    harness.press("Enter")
    #expect(harness.shows(Words.Glossary.title("dead unit")))
    harness.press("q C-u")
    harness.type("zzzz")
    #expect(harness.shows(Words.Search.nothing("zzzz")))
  }

  @Test func theCurrentTopicOfTheCourseIsMarked() throws {
    let harness = try ScreenHarness("course", size)
    #expect(harness.shows("▸ 2 Test Lesson " + Words.Course.sections(read: 0, of: 3)))
    #expect(harness.shows("3  After"))
  }
}
