import Figures
import LessonLayout
import Lessons
import Practice
import TerminalUI
import TestCourse
import TestSupport
import Testing
import Words

@testable import TutorScreens

struct ReaderTests {
  private let size = Size(width: 80, height: 24)

  // MARK: Passages

  @Test func aPassageToLookUpIsAtTheTopAndLeavesTheReadingPosition() throws {
    var harness = try ScreenHarness("lesson", size)
    harness.press("Space")
    let position = try #require(harness.context.learner.position)
    let card = try #require(harness.context.bundle.deck.card(id: "dead-unit"))
    harness.open(.card(card))
    let before = harness.facts
    harness.press("o")
    #expect(harness.frame.lines.dropFirst(2).first?.shows("ReLU passes positive values") == true)
    for keys in ["Space b l Down G", "t Esc", "' Esc", "Esc"] {
      harness.press(keys)
      #expect(harness.facts == before)
    }
    #expect(harness.shows(card.rightAnswer))
    #expect(harness.context.learner.position == position)
    // Reading on from the contents is reading.
    harness.press("o t Down Enter Space")
    #expect(harness.context.learner.position != position)
  }

  @Test func backspaceReturnsFromAPassage() throws {
    var harness = try ScreenHarness("home", size)
    let card = try #require(harness.context.bundle.deck.card(id: "dead-unit"))
    harness.open(.card(card))
    harness.press("o Backspace")
    #expect(harness.shows(card.rightAnswer) && !harness.shows(TestCourse.Heading.words))
  }

  @Test func termsAndEventsOpenThePassageAboutThem() throws {
    var harness = try ScreenHarness("home", size)
    let term = try #require(harness.context.bundle.glossary.term(spelled: "gate"))
    harness.open(.term(term))
    harness.press("Enter")
    #expect(harness.frame.lines.dropFirst(2).first?.shows("A gate") == true)
    #expect(harness.context.learner.position == nil)
  }

  // MARK: Figures

  @Test func tabFocusesAFigureAndEscLeavesIt() throws {
    var harness = try ScreenHarness("lesson", size)
    harness.press("] ]")
    harness.press("Tab")
    #expect(
      harness.shows(Words.Figures.title(1, section: 3))
        && harness.shows(Words.Figures.leaves(harness.keys)))
    #expect(harness.shows("x 0.000  f 0.5000  f′ 0.2500"))
    harness.press("Right Right")
    #expect(harness.shows("x 0.320"))
    harness.press("n")
    #expect(harness.shows("|slope| < 0.01"))
    harness.press("Esc")
    #expect(harness.shows(Words.Figures.focuses(harness.keys)))
  }

  @Test func aSliderShowsTheOriginalCurveAndKeepsItsValueInTheExplorer() throws {
    var harness = try ScreenHarness("lesson", size)
    harness.press("] ] Tab Tab Tab")
    #expect(harness.shows("α = 0.2"))
    let turned = Words.Curves.slider("α", value: "0.22", dotted: "0.01", limit: nil)
    harness.press("] ]")
    #expect(harness.shows(turned))
    harness.press("p")
    #expect(harness.shows(Words.Plot.title("Leaky ReLU (α = 0.22)")))
    harness.press("q")
    #expect(harness.shows(turned))
  }

  @Test func aSectionMayEndWithAFigure() throws {
    var harness = try ScreenHarness("home", size)
    harness.context.bundle.lesson.sections[0].blocks = [
      .figure(.plot(PlotFigure(functions: ["relu"])))
    ]
    harness.press("Enter Tab Right Esc")
    #expect(harness.shows(Words.Figures.title(1, section: 1)))
  }

  @Test func reachedLimitsAreReported() throws {
    var harness = try ScreenHarness("plot", size)
    harness.press("Up")
    #expect(harness.shows("β = 1"))
    for _ in 0..<10 { harness.press("[") }
    #expect(harness.shows("β = 0") && harness.shows("x/2"))
  }

  @Test func changingOneLogitChangesTheWholeVector() throws {
    var harness = try ScreenHarness("plot", size)
    harness.press("Down Down Down")
    #expect(harness.shows("0.665") && harness.shows("0.245"))
    harness.press("L")
    #expect(harness.shows("0.844"))
    harness.press("0")
    for _ in 0..<40 { harness.press("[") }
    #expect(harness.shows(Words.Softmax.coldest("0.05")))
  }

  @Test func twoLinearLayersAreOneUntilANonlinearityIsInserted() throws {
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

  @Test func theGradientFigureHandlesItsKeys() {
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

  @Test func slopesAreMultipliedThroughLayers() {
    #expect(GradientInstrument.share(slope: 0.25, layers: 10) == 9.5367431640625e-07)
    #expect(GradientInstrument.short(9.5367431640625e-07) == "9.54e-7")
    #expect(GradientInstrument.short(0.25) == "0.2500")
    #expect(GradientInstrument.short(0) == "0")
    #expect(GradientInstrument.short(9.9999e-7) == "1.00e-6")
  }

  // MARK: Search

  @Test func searchUsesSmartCase() {
    let lines = [
      SectionLine(runs: [Run("ReLU and relu")], block: 0, offset: 0),
      SectionLine(runs: [Run("a dying")], block: 1, offset: 0),
      SectionLine(runs: [Run("ReLU")], block: 1, offset: 8, continues: true),
    ]
    #expect(TextSearch(query: "relu").segments(in: lines).count == 3)
    #expect(TextSearch(query: "ReLU").segments(in: lines).count == 2)
    let across = TextSearch(query: "dying relu").segments(in: lines)
    #expect(across.map(\.line) == [1, 2] && across.map(\.x) == [2, 0])
    #expect(Set(across.map(\.match)) == [0])
    #expect(TextSearch(query: "relu a").segments(in: lines).map(\.line) == [0])
    #expect(TextSearch(query: "").segments(in: lines).isEmpty)
  }

  @Test func aSearchContinuesInOtherSectionsAndWraps() throws {
    var harness = try ScreenHarness("lesson", size)
    harness.press("/")
    harness.type("logit")
    harness.press("Enter")
    let first = harness.text
    #expect(harness.selected == "logit" && first.shows(TestCourse.Heading.words))
    harness.press("n")
    #expect(harness.shows(TestCourse.Heading.blocks))
    harness.press("N")
    #expect(harness.text == first)
    for _ in 0..<60 where !harness.shows(Words.Reader.searchWrapped) { harness.press("n") }
    #expect(harness.shows(Words.Reader.searchWrapped))
    harness.press("/")
    harness.type("no such words")
    harness.press("Enter")
    #expect(harness.shows(Words.Reader.notFound("no such words")))
  }

  @Test func backspaceReturnsToThePreviousPosition() throws {
    var harness = try ScreenHarness("lesson", size)
    harness.press("] Space")
    let before = harness.session.view(in: harness.context).lines.dropLast()
    harness.press("/")
    harness.type("logits")
    harness.press("Enter")
    #expect(!harness.shows(TestCourse.Heading.blocks))
    harness.press("Esc Enter")
    harness.press("t g Enter")
    #expect(harness.shows(TestCourse.Heading.words))
    harness.press("Backspace")
    #expect(!harness.shows(TestCourse.Heading.words))
    #expect(before.count > 10)
  }

  // MARK: Checks

  @Test func sectionQuestionsAreAnsweredInPlaceAndOnlyTheFirstAnswerCounts() throws {
    var harness = try ScreenHarness("lesson", size)
    harness.press("G")
    #expect(harness.shows(Words.Checks.heading))
    for key in ["1", "2", "3", "4", "1", "2", "3", "4", "1", "2", "3", "4"] { harness.press(key) }
    let answers = harness.facts.compactMap { fact -> String? in
      if case .answer(let id, _, .check, _, _, _, nil) = fact { id } else { nil }
    }
    #expect(answers == ["q-line", "q-steepest", "q-range"])
    #expect(harness.facts.contains(.sectionRead("words")))
    #expect(harness.shows("✓ " + Words.Questions.isRight))
  }

  @Test func aWrongAnswerDoesNotRevealTheRightOne() throws {
    var harness = try ScreenHarness("lesson", size)
    harness.press("G")
    for key in ["1", "2", "3", "4"] {
      harness.press(key)
      if harness.shows(Words.Checks.again) { break }
    }
    #expect(harness.shows(Words.Checks.again))
    #expect(!harness.shows("✓ "))
  }

  @Test func openQuestionsAreMentionedOnce() throws {
    var harness = try ScreenHarness("lesson", size)
    harness.press("G Space")
    #expect(harness.shows(Words.Reader.questionsWait(3, harness.keys)))
    harness.press("Space")
    #expect(harness.shows(TestCourse.Heading.blocks))
    #expect(!harness.facts.contains(.sectionRead("words")))
  }

  @Test func theContentsShowReadSectionsAndKnownCards() throws {
    var harness = try ScreenHarness("contents", size)
    let cards = harness.context.bundle.deck.flashcards.filter { $0.card.section == "words" }
    func shows(known: Int) -> Bool {
      harness.shows(Words.Mastery.known(known, of: cards.count))
    }
    #expect(shows(known: 0) && !harness.shows("✓ "))
    for day in 0...1 {
      harness.context.now += day * 86_400
      harness.context.learner.apply(
        LearnerEvent(
          id: "\(day)", time: harness.context.now, utcOffset: 0,
          fact: .review(card: "line", rating: .good)))
      #expect(shows(known: day))
    }
    harness.context.learner.apply(
      LearnerEvent(
        id: "2", time: harness.context.now, utcOffset: 0, fact: .sectionRead("words")))
    #expect(harness.shows("✓ ") && harness.shows(TestCourse.Heading.words) && shows(known: 1))
    harness.context.now += 900 * 86_400
    #expect(shows(known: 0))
  }

  // MARK: Bookmarks, notes, code

  @Test func aBookmarkIsSavedFoundAndDeletedByName() throws {
    var harness = try ScreenHarness("lesson", size)
    harness.press("Space m C-u")
    harness.type("the table")
    harness.press("Enter")
    #expect(harness.shows(Words.Reader.bookmarked("the table", harness.keys)))
    let place = harness.session.view(in: harness.context).lines[2]
    harness.press("g [ '")
    #expect(harness.shows("the table") && harness.shows(TestCourse.Heading.words))
    harness.press("Enter")
    #expect(harness.session.view(in: harness.context).lines[2] == place)
    harness.press("' x")
    #expect(harness.context.learner.bookmarks.isEmpty)
    #expect(harness.shows(Words.Marks.empty(harness.keys)))
  }

  @Test func aNoteIsShownInTheMarginAndInTheList() throws {
    var harness = try ScreenHarness("lesson", Size(width: 120, height: 24))
    harness.press("e")
    harness.type("ask about XOR")
    harness.press("Enter x Backspace Esc")
    #expect(harness.context.learner.notes["words"] == "ask about XOR")
    #expect(harness.shows(Words.Reader.yourNote))
    harness.press("'")
    #expect(harness.shows("ask about XOR"))
    harness.press("x")
    #expect(harness.context.learner.notes.isEmpty)
  }

  @Test func codeIsCopiedAsItWasWritten() throws {
    var harness = try ScreenHarness("lesson", size)
    harness.press("y")
    #expect(harness.copied?.hasPrefix("layer 1:") == true)
    harness.press("G y")
    #expect(harness.shows(Words.Reader.noCode))
  }

  @Test func pythonTokensDifferWithoutColour() {
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

  @Test func anEditedLessonKeepsTheReadingPosition() throws {
    var harness = try ScreenHarness("lesson", size)
    harness.press("] Space")
    let line = harness.session.view(in: harness.context).lines[2]
    var lesson = harness.context.bundle.lesson
    lesson.sections[1].blocks[0] = .paragraph([Span("Edited.")])
    lesson.sections.swapAt(0, 1)
    harness.context.bundle.lesson = lesson
    harness.context.courseVersion += 1
    harness.send(.appeared)
    #expect(harness.shows("1 Every kind of block"))
    #expect(harness.session.view(in: harness.context).lines[2] == line)
  }
}
