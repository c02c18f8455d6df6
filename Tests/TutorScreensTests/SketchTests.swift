import Activations
import Figures
import Lessons
import Practice
import Sketching
import TerminalUI
import TestCourse
import TestSupport
import Testing
import Words

@testable import TutorScreens

/// Sketches of curves: in the explorer, in the quiz and among the flashcards.
struct SketchScreenTests {
  private static let figure = PlotFigure(
    functions: ["gelu"], x: -4...4, y: -1...4, derivative: .none)
  private static let card = Card(
    id: "drawn", section: "words",
    form: .sketch(CardPlot(figure: figure), SketchQuestion(front: "Sketch GELU.")),
    explanation: "It dips, comes back to 0, and follows x.")

  /// What is drawn, and its heights at the handles.
  private static let states: [(name: String, heights: [Double])] = [
    ("right", [0, 0, -0.05, -0.15, 0, 0.85, 1.95, 3, 4]),
    ("half", [0, 0, 0, 0, 0, 0.85, 1.95, 3, 4]),
    ("wrong", [-1, -0.75, -0.5, -0.25, 0, 1, 1, 1, 1]),
  ]

  private static let sizes = [
    Size(width: 80, height: 24), Size(width: 40, height: 12), Size(width: 160, height: 50),
  ]

  /// A screen with the card as the only one of the deck.
  private static func harness(
    _ route: Route, _ size: Size = sizes[0], _ charset: Charset = .braille, isPlain: Bool = false
  ) throws -> ScreenHarness {
    var harness = try ScreenHarness("home", size, charset)
    if isPlain { harness.context = harness.context.plain }
    harness.context.bundle.deck = Deck(id: "d", title: "D", cards: [card])
    harness.context.learner.apply(
      LearnerEvent(
        id: "1", time: harness.context.now - 86_400, utcOffset: 0,
        fact: .review(card: "drawn", rating: .again)))
    for section in ["words", "blocks", "figures"] {
      harness.context.learner.apply(
        LearnerEvent(
          id: section, time: harness.context.now - 86_400, utcOffset: 0, fact: .sectionRead(section)
        ))
    }
    harness.open(route)
    return harness
  }

  /// Presses the keys that bring every handle to a height, from the level line with the middle handle in hand.
  private static func draw(_ heights: [Double], on harness: inout ScreenHarness) {
    for _ in 0..<4 { harness.press("Left") }
    for (handle, height) in heights.enumerated() {
      if handle > 0 { harness.press("Right") }
      let steps = Int((height / 0.05).rounded())
      for _ in 0..<abs(steps / 10) { harness.press(steps > 0 ? "K" : "J") }
      for _ in 0..<abs(steps % 10) { harness.press(steps > 0 ? "Up" : "Down") }
    }
  }

  private static func quiz(_ size: Size = sizes[0], _ charset: Charset = .braille) throws
    -> ScreenHarness
  {
    try harness(.quiz(cards: [card]), size, charset)
  }

  @Test(arguments: states.map(\.name), sizes)
  func sketchesMatchTheGoldens(state: String, size: Size) throws {
    let heights = try #require(Self.states.first { $0.name == state }?.heights)
    for charset in [Charset.ascii, .braille] {
      var harness = try Self.quiz(size, charset)
      Self.draw(heights, on: &harness)
      let name = "sketch-\(state)_\(size.width)x\(size.height)_\(charset.rawValue)"
      if state == "right" { try Golden.expect(harness.frame, named: name + "_drawn") }
      harness.press("Enter")
      try Golden.expect(harness.frame, named: name)
    }
  }

  private func answer(_ harness: ScreenHarness) -> (isRight: Bool, mistake: String?)? {
    guard case .answer("drawn", let isRight, .quiz, _, let mistake, _, _)? = harness.facts.first
    else { return nil }
    return (isRight, mistake)
  }

  @Test func aFaithfulSketchIsRight() throws {
    var harness = try Self.quiz()
    #expect(harness.text.contains("●") && !harness.shows("⠒ GELU") && harness.frame.focus != nil)
    Self.draw(Self.states[0].heights, on: &harness)
    harness.press("Enter")
    #expect(harness.shows("✓ " + Words.Questions.isRight) && harness.shows(Self.card.explanation))
    #expect(answer(harness)?.isRight == true && answer(harness)?.mistake == nil)
  }

  @Test func whatASketchLacksIsSaidAndRecorded() throws {
    var harness = try Self.quiz()
    Self.draw(Self.states[1].heights, on: &harness)
    harness.press("Enter")
    let missed = Words.SketchMisses.dip(x: "-0.75")
    #expect(harness.shows(missed) && harness.shows(Words.Sketch.yours))
    let given = try #require(answer(harness))
    #expect(!given.isRight && given.mistake?.contains(missed) == true)
    harness.press("Enter")
    #expect(harness.shows(Words.Sketch.answer(percent: "1").prefix(8)) && harness.shows(missed))
  }

  @Test func aWrongSketchIsTriedAgainFromWhereItWas() throws {
    var harness = try Self.harness(.cards())
    Self.draw(Self.states[1].heights, on: &harness)
    harness.press("Enter")
    #expect(
      harness.shows(Words.Cards.secondTry) && harness.shows(Words.SketchMisses.dip(x: "-0.75")))
    // The curve is not drawn before the last try.
    #expect(!harness.shows("⠒ GELU") && harness.facts.isEmpty)
    for _ in 0..<5 { harness.press("Left") }
    harness.press("Down Down Down Enter")
    #expect(harness.shows("✓ " + Words.Questions.isRight))
    harness.press("Space")
    #expect(harness.facts == [.review(card: "drawn", rating: .hard)])
  }

  @Test func theCurveCanBeShownInsteadOfSketched() throws {
    var harness = try Self.harness(.cards())
    harness.press("Space")
    #expect(harness.shows(Words.Cards.answerShown) && harness.shows("GELU"))
    harness.press("Enter")
    #expect(harness.facts == [.review(card: "drawn", rating: .again)])
  }

  @Test func theCursorIsOnTheHandleInHand() throws {
    for size in Self.sizes {
      for route in [Route.quiz(cards: [Self.card]), .cards()] {
        var harness = try Self.harness(route, size)
        var last: Point?
        for key in ["Left", "Left", "K", "Right", "J"] {
          harness.press(key)
          let focus = try #require(harness.frame.focus)
          #expect(harness.frame[focus.x, focus.y]?.glyph == "●")
          #expect(focus.x != last?.x || key == "K" || key == "J")
          last = focus
        }
      }
    }
  }

  @Test func theExplorerOpensAnEmptyPlotAndComesBack() throws {
    var harness = try ScreenHarness("plot", Self.sizes[0])
    harness.press("s")
    #expect(harness.shows(Words.Sketch.title("GELU")))
    harness.press("K Enter")
    #expect(harness.text.contains("░") && harness.shows(Words.Sketch.yours))
    // The sketch can be corrected.
    harness.press("Space J Enter")
    #expect(harness.shows(Words.SketchMisses.dip(x: "-0.75")))
    harness.press("Esc")
    #expect(harness.shows(Words.Plot.title("GELU")))
    harness.press("S")
    #expect(harness.shows(Words.Sketch.title(Words.Sketch.slope(of: "GELU"))))
    #expect(harness.facts.isEmpty)
  }

  @Test func thePointerSetsTheHandleUnderIt() throws {
    var harness = try ScreenHarness("plot", Self.sizes[0])
    harness.press("M s")
    let middle = try #require(harness.frame.focus)
    harness.send(.pointer(Pointer(.press, at: Point(x: middle.x + 9, y: middle.y - 3))))
    let set = try #require(harness.frame.focus)
    #expect(set.y == middle.y - 3 && abs(set.x - middle.x - 9) <= 2)
    harness.send(.pointer(Pointer(.drag, at: Point(x: middle.x, y: middle.y))))
    #expect(harness.shows(Words.Sketch.handle(x: "0", height: "0")))
    harness.send(.pointer(Pointer(.press, at: Point(x: 0, y: 0))))
    #expect(harness.shows(Words.Sketch.handle(x: "0", height: "0")))
  }

  // MARK: Plain text

  /// The values that are asked for, at x = -4, -1, 0, 1 and 4.
  private func type(_ values: [String], into harness: inout ScreenHarness) {
    for value in values {
      harness.type(value)
      harness.press("Enter")
    }
  }

  @Test func plainTextAsksForFiveValues() throws {
    var harness = try Self.harness(.quiz(cards: [Self.card]), isPlain: true)
    #expect(harness.session.isTyping)
    for (number, x) in ["-4", "-1", "0", "1", "4"].enumerated() {
      #expect(harness.plainText.shows(Words.Sketch.asked(x: x, number + 1, of: 5)))
      harness.type(["0", "-0.16", "0", "0.84", "4"][number])
      harness.press("Enter")
    }
    #expect(harness.plainText.shows(Words.Questions.isRight(yourAnswer: nil)))
    #expect(harness.plainText.shows(Words.Sketch.truth(x: "-1", height: "-0.16")))
    #expect(answer(harness)?.isRight == true)
  }

  @Test func plainTextSaysTheSameWords() throws {
    var harness = try Self.harness(.quiz(cards: [Self.card]), isPlain: true)
    type(["0", "x"], into: &harness)
    #expect(harness.plainText.shows(Words.Questions.typeNumber) && harness.facts.isEmpty)
    harness.press("C-u")
    type(["0", "0", "1", "4"], into: &harness)
    #expect(harness.plainText.shows(Words.SketchMisses.dip(x: "-0.75")))
    #expect(answer(harness)?.isRight == false)
  }

  @Test func plainTextSketchesInTheExplorer() throws {
    var harness = try ScreenHarness("plot", Self.sizes[0])
    harness.context = harness.context.plain
    harness.press("s")
    #expect(harness.session.isTyping)
    type(["0", "0", "0", "1", "4"], into: &harness)
    #expect(harness.plainText.shows(Words.SketchMisses.dip(x: "-0.75")))
    harness.press("Space")
    #expect(harness.plainText.shows(Words.Sketch.asked(x: "-4", 1, of: 5)))
    harness.press("Esc")
    #expect(harness.session.top?.name == Words.Plot.name)
  }
}
