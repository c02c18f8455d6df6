import Lessons
import Practice
import TerminalUI
import Testing

@testable import TutorScreens

struct ReaderTests {
  private let size = Size(width: 80, height: 24)

  // MARK: Figures

  @Test func tabTakesHoldOfAFigureAndEscLetsGo() throws {
    var desk = try Desk("lesson", size)
    desk.press("l l")
    desk.press("Tab")
    #expect(desk.text.contains("Figure 3.1") && desk.text.contains("Esc lets go"))
    #expect(desk.text.contains("x 0.000  f 0.5000  f′ 0.2500"))
    desk.press("Right Right")
    #expect(desk.text.contains("x 0.320"))
    desk.press("n")
    #expect(desk.text.contains("|slope| < 0.01 to the right"))
    desk.press("Esc")
    #expect(desk.text.contains("Tab takes hold"))
  }

  @Test func aDialLeavesAGhostAndKeepsItsStateOnTheWayToTheExplorer() throws {
    var desk = try Desk("lesson", size)
    desk.press("l l Tab Tab Tab")
    #expect(desk.text.contains("α = 0.2"))
    desk.press("] ]")
    #expect(desk.text.contains("α = 0.22, dotted 0.01"))
    desk.press("p")
    #expect(desk.text.contains("Plot · Leaky ReLU (α = 0.22)"))
    desk.press("q")
    #expect(desk.text.contains("α = 0.22, dotted 0.01"))
  }

  @Test func aSectionMayEndWithAFigureWithoutWords() throws {
    var desk = try Desk("home", size)
    desk.context.course.lesson.sections[0].blocks = [
      .figure(.plot(PlotFigure(functions: ["relu"])))
    ]
    desk.press("Enter Tab Right Esc")
    #expect(desk.text.contains("Figure 1.1"))
  }

  @Test func limitsAreNamedWhenTheyAreReached() throws {
    var desk = try Desk("plot", size)
    desk.press("Up")
    #expect(desk.text.contains("β = 1"))
    for _ in 0..<10 { desk.press("[") }
    #expect(desk.text.contains("β = 0") && desk.text.contains("x/2"))
  }

  @Test func softmaxMovesOneLogitAndTheWholeVectorAnswers() throws {
    var desk = try Desk("plot", size)
    desk.press("Down Down Down")
    #expect(desk.text.contains("0.665") && desk.text.contains("0.245"))
    desk.press("L")
    #expect(desk.text.contains("0.844"))
    desk.press("0")
    for _ in 0..<40 { desk.press("[") }
    #expect(desk.text.contains("the largest takes all"))
  }

  @Test func twoLinearLayersStayOneUntilABendComes() throws {
    var instrument = CollapseInstrument(
      CollapseFigure(
        first: CollapseFigure.Layer(weight: 2, bias: 1),
        second: CollapseFigure.Layer(weight: -0.5, bias: 3)))
    #expect(instrument.collapsed == (-1, 2.5))
    let isTurned = instrument.press(.right)
    #expect(isTurned)
    #expect(abs(instrument.collapsed.weight + 1.05) < 1e-12)
    let isTaken = instrument.press(.character("r"))
    #expect(isTaken && instrument.hasActivation)
    let isStrange = instrument.press(.character("z"))
    #expect(!isStrange)
  }

  @Test func theGradientFigureTakesItsKeys() {
    var instrument = GradientInstrument(
      GradientFigure(functions: ["sigmoid"], layers: 2, input: 0))
    func press(_ key: Key) -> String {
      let isTaken = instrument.press(key)
      return isTaken ? instrument.shares.joined() : "not taken"
    }
    #expect(instrument.shares == ["Sigmoid: 0.2500^2 = 0.0625"])
    #expect(press(.character("]")) == "Sigmoid: 0.2500^3 = 0.0156")
    #expect(press(.right) == "Sigmoid: 0.2494^3 = 0.0155")
    #expect(press(.character("0")) == "Sigmoid: 0.2500^2 = 0.0625")
    for _ in 0..<3 { _ = press(.character("[")) }
    #expect(instrument.layers == 1)
    for _ in 0..<200 { _ = press(.character("]")) }
    #expect(instrument.layers == 100)
    for _ in 0..<300 { _ = press(.left) }
    #expect(instrument.input == -20)
    #expect(press(.character("z")) == "not taken")
  }

  @Test func slopesMultiply() {
    #expect(GradientInstrument.share(slope: 0.25, layers: 10) == 9.5367431640625e-07)
    #expect(GradientInstrument.short(9.5367431640625e-07) == "9.54e-7")
    #expect(GradientInstrument.short(0.25) == "0.2500")
    #expect(GradientInstrument.short(0) == "0")
    #expect(GradientInstrument.short(9.9999e-7) == "1.00e-6")
  }

  // MARK: Search

  @Test func searchIsSmartAboutCapitals() {
    let lines = [
      SectionLine(runs: [Run("ReLU and relu")], block: 0, offset: 0),
      SectionLine(runs: [Run("a dying")], block: 1, offset: 0),
      SectionLine(runs: [Run("ReLU")], block: 1, offset: 8, continues: true),
    ]
    #expect(TextSearch(query: "relu").stretches(in: lines).count == 3)
    #expect(TextSearch(query: "ReLU").stretches(in: lines).count == 2)
    let across = TextSearch(query: "dying relu").stretches(in: lines)
    #expect(across.map(\.line) == [1, 2] && across.map(\.x) == [2, 0])
    #expect(Set(across.map(\.match)) == [0])
    #expect(TextSearch(query: "relu a").stretches(in: lines).map(\.line) == [0])
    #expect(TextSearch(query: "").stretches(in: lines).isEmpty)
  }

  @Test func aSearchRunsThroughTheSectionsAndRound() throws {
    var desk = try Desk("lesson", size)
    desk.press("/")
    desk.type("logit")
    desk.press("Enter")
    let first = desk.text
    #expect(first.contains("logit") && first.contains("1 Words and pages"))
    desk.press("n")
    #expect(desk.text.contains("2 Every kind of block"))
    desk.press("N")
    #expect(desk.text == first)
    for _ in 0..<60 where !desk.text.contains("Round the end") { desk.press("n") }
    #expect(desk.text.contains("Round the end"))
    desk.press("/")
    desk.type("no such words")
    desk.press("Enter")
    #expect(desk.text.contains("nowhere in the lesson"))
  }

  @Test func backspaceGoesBackToWhereOneJumpedFrom() throws {
    var desk = try Desk("lesson", size)
    desk.press("l Space")
    let before = desk.session.view(in: desk.context).lines.dropLast()
    desk.press("/")
    desk.type("logits")
    desk.press("Enter")
    #expect(!desk.text.contains("2 Every kind of block"))
    desk.press("Esc Enter")
    desk.press("t g Enter")
    #expect(desk.text.contains("1 Words and pages"))
    desk.press("Backspace")
    #expect(!desk.text.contains("1 Words and pages"))
    #expect(before.count > 10)
  }

  // MARK: Checks

  @Test func questionsAtTheEndAreAnsweredInPlaceAndTriedAgainForFree() throws {
    var desk = try Desk("lesson", size)
    desk.press("G")
    #expect(desk.text.contains("Check yourself"))
    for key in ["1", "2", "3", "4", "1", "2", "3", "4", "1", "2", "3", "4"] { desk.press(key) }
    let answers = desk.facts.compactMap { fact -> String? in
      if case .answer(let id, _, .check, _, _) = fact { id } else { nil }
    }
    #expect(answers == ["q-line", "q-steepest", "q-range"])
    #expect(desk.facts.contains(.sectionRead("words")))
    #expect(desk.text.contains("✓ Right."))
  }

  @Test func aWrongAnswerDoesNotGiveTheRightOneAway() throws {
    var desk = try Desk("lesson", size)
    desk.press("G")
    for key in ["1", "2", "3", "4"] {
      desk.press(key)
      if desk.text.contains("It costs nothing") { break }
    }
    #expect(desk.text.contains("It costs nothing"))
    #expect(!desk.text.contains("✓ "))
  }

  @Test func questionsThatWaitAreMentionedOnceAndDoNotHoldAnybody() throws {
    var desk = try Desk("lesson", size)
    desk.press("G Space")
    #expect(desk.text.contains("3 questions wait here"))
    desk.press("Space")
    #expect(desk.text.contains("2 Every kind of block"))
    #expect(!desk.facts.contains(.sectionRead("words")))
  }

  @Test func theContentsSayWhatIsReadAndWhatIsFading() throws {
    var desk = try Desk("contents", size)
    #expect(!desk.text.contains("recalled"))
    desk.context.learner.apply(
      LearnerEvent(
        id: "1", time: desk.context.now, utcOffset: 0,
        fact: .review(card: "line", rating: .easy)))
    desk.context.learner.apply(
      LearnerEvent(
        id: "2", time: desk.context.now, utcOffset: 0, fact: .sectionRead("words")))
    #expect(desk.text.contains("✓  1  Words and pages") && desk.text.contains("100 % recalled"))
    desk.context.now += 60 * 86_400
    #expect(desk.text.contains("fading, "))
  }

  // MARK: Bookmarks, notes, code

  @Test func aBookmarkIsKeptUnderItsNameFoundAndDeleted() throws {
    var desk = try Desk("lesson", size)
    desk.press("Space m C-u")
    desk.type("the table")
    desk.press("Enter")
    #expect(desk.text.contains("Bookmark \"the table\" kept"))
    let place = desk.session.view(in: desk.context).lines[2]
    desk.press("g h '")
    #expect(desk.text.contains("the table") && desk.text.contains("1 Words and pages"))
    desk.press("Enter")
    #expect(desk.session.view(in: desk.context).lines[2] == place)
    desk.press("' x")
    #expect(desk.context.learner.bookmarks.isEmpty && desk.text.contains("Nothing yet"))
  }

  @Test func aNoteStandsInTheMarginAndInTheList() throws {
    var desk = try Desk("lesson", Size(width: 120, height: 24))
    desk.press("e")
    desk.type("ask about XOR")
    desk.press("Enter x Backspace Esc")
    #expect(desk.context.learner.notes["words"] == "ask about XOR")
    #expect(desk.text.contains("your note"))
    desk.press("'")
    #expect(desk.text.contains("ask about XOR"))
    desk.press("x")
    #expect(desk.context.learner.notes.isEmpty)
  }

  @Test func codeIsCopiedAsItWasWritten() throws {
    var desk = try Desk("lesson", size)
    desk.press("y")
    #expect(desk.copied?.hasPrefix("layer 1:") == true)
    desk.press("G y")
    #expect(desk.text.contains("There is no code in view"))
  }

  @Test func pythonIsToldApartWithoutColour() {
    let runs = CodeHighlight(language: "python").runs("def f(x): return x * 0.5  # \"half\"")
    let look = runs.reduce(into: [String: Style]()) { $0[$1.text] = $1.style }
    #expect(look["def"]?.attributes == .bold && look["return"]?.attributes == .bold)
    #expect(look["0.5"]?.role == .accent)
    #expect(look["# \"half\""]?.attributes == .emphasis)
    let string = CodeHighlight(language: "py").runs("s = f'a # b' + \"c\\\"d\"")
    #expect(string.map(\.text) == ["s = ", "f'a # b'", " + ", "\"c\\\"d\""])
    #expect(CodeHighlight(language: "").runs("def") == [Run("def", .code)])
    for line in ["'open", "\"\"\"", "\\", "0x1F_f", "ä = 1", ""] {
      #expect(CodeHighlight(language: "python").runs(line).map(\.text).joined() == line)
    }
  }

  @Test func anEditedLessonKeepsThePlace() throws {
    var desk = try Desk("lesson", size)
    desk.press("l Space")
    let line = desk.session.view(in: desk.context).lines[2]
    var lesson = desk.context.course.lesson
    lesson.sections[1].blocks[0] = .paragraph([Span("Edited.")])
    lesson.sections.swapAt(0, 1)
    desk.context.course.lesson = lesson
    desk.context.courseVersion += 1
    desk.send(.appeared)
    #expect(desk.text.contains("1 Every kind of block"))
    #expect(desk.session.view(in: desk.context).lines[2] == line)
  }
}
