import Figures
import Lessons
import Practice
import TerminalUI
import TestCourse
import Testing
import Words

@testable import LessonReader
@testable import TutorScreens

/// Predictions and exercises in the text of a section.
struct PredictionTests {
  private static let markdown = """
    # Asked

    Some words before the first question.

    ```predict
    id: two-layers
    ask: Two linear layers, one after the other. What can they draw?
    wrong: one corner | Weights multiply and biases add; no corner arises.
    right: one straight line
    wrong: any curve
    gap: Affine after affine is affine.
    ```

    ```collapse
    first: 2, 1
    second: -0.5, 3
    caption: Two layers and their line
    ```

    Words between the two.

    ```predict
    id: logit-two
    ask: A logit of 2: which probability?
    answer: 0.881
    tolerance: 0.02
    mistake: 0.67 | 2/(1 + 2) is a ratio of logits.
    gap: The sigmoid of 2 is close to its ceiling.
    ```

    ```plot
    functions: sigmoid
    ```

    The slope of the sigmoid at 0, step by step.

    ```exercise
    half: q-slope
    alone: q-gap
    ```
    """

  private static func harness(
    _ size: Size = Size(width: 80, height: 24), _ charset: Charset = .braille,
    isPlain: Bool = false
  ) throws -> ScreenHarness {
    var harness = try ScreenHarness("home", size, charset)
    let source = try SourceText(file: "asked.md", bytes: Array(markdown.utf8))
    let section = try MarkdownReader(source: source, functions: TestCourse.functions)
      .section(id: "words")
    harness.context.bundle.lesson.sections[0] = section
    harness.context.courseVersion += 1
    harness.context.isPlain = isPlain
    harness.open(.lesson(.section(0)))
    return harness
  }

  private func isShown(_ title: Int, _ harness: ScreenHarness) -> Bool {
    harness.shows(Words.Figures.title(title, section: 1))
  }

  private func predictions(_ harness: ScreenHarness) -> [String: Bool] {
    harness.facts.reduce(into: [:]) { found, fact in
      if case .answer(let id, let isRight, .prediction, _, _, _, _) = fact { found[id] = isRight }
    }
  }

  @Test func aFigureIsHiddenUntilItIsPredicted() throws {
    var harness = try Self.harness()
    #expect(harness.shows("one straight line") && !isShown(1, harness))
    #expect(!harness.shows("Affine after affine"))
    let reader = try #require(harness.session.top as? ReaderScreen)
    #expect(reader.text?.focusTargets.isEmpty == true)
    harness.press(try digit("one corner", harness))
    #expect(isShown(1, harness))
    #expect(harness.shows("Affine after affine is affine."))
    #expect(harness.shows("no corner arises") && harness.shows("one straight line"))
    #expect(predictions(harness) == ["two-layers": false])
  }

  /// The digit of a choice.
  private func digit(_ choice: String, _ harness: ScreenHarness) throws -> String {
    let rows = harness.text.split(separator: "\n")
    let row = try #require(rows.first { $0.contains(choice) })
    return String(try #require(row.first { $0.isNumber }))
  }

  @Test func aPredictionIsNoAnswerOfTheLearner() throws {
    var harness = try Self.harness()
    harness.press(try digit("one corner", harness))
    #expect(harness.facts.count == 1)
    #expect(harness.context.learner.answers.total == 0)
    #expect(harness.context.learner.lastAnswers.isEmpty)
    #expect(harness.context.learner.predictions == ["two-layers": false])
  }

  @Test func aPredictionIsRemembered() throws {
    var harness = try Self.harness()
    harness.press(try digit("one corner", harness))
    harness.context.courseVersion += 1
    harness.send(.appeared)
    #expect(isShown(1, harness) && !harness.shows("What can they draw?"))
  }

  @Test func aPredictionCanBeSkipped() throws {
    var harness = try Self.harness()
    harness.press("s")
    #expect(isShown(1, harness) && harness.facts.isEmpty)
  }

  @Test func aNumberIsTypedInTheLastRow() throws {
    var harness = try Self.harness()
    harness.press("s")
    for _ in 0..<5 where !harness.shows("A logit of 2") { harness.press("Space") }
    #expect(!isShown(2, harness))
    harness.press("0")
    #expect(harness.session.isTyping)
    harness.type(".67")
    harness.press("Enter")
    #expect(isShown(2, harness))
    #expect(harness.shows("a ratio of logits") && harness.shows("0.881"))
    #expect(predictions(harness) == ["logit-two": false])
  }

  @Test func whatIsNoNumberIsAskedAgain() throws {
    var harness = try Self.harness()
    harness.press("s")
    for _ in 0..<5 where !harness.shows("A logit of 2") { harness.press("Space") }
    harness.press("i")
    harness.type("high")
    harness.press("Enter")
    #expect(!isShown(2, harness) && predictions(harness).isEmpty)
    harness.press("i")
    harness.type("0.88")
    harness.press("Enter")
    #expect(isShown(2, harness))
    #expect(predictions(harness) == ["logit-two": true])
  }

  @Test func anExerciseIsAnsweredInTheTextAndMakesItsCardDue() throws {
    var harness = try Self.harness()
    harness.press("s")
    for _ in 0..<5 where !harness.shows("A logit of 2") { harness.press("Space") }
    harness.press("s")
    for _ in 0..<5 where !harness.shows("σ′(0)") { harness.press("Space") }
    harness.press("1 Enter")
    let wrong = harness.facts
    #expect(
      wrong.contains { fact in
        if case .answer("q-slope", false, .check, _, _, _, _) = fact { true } else { false }
      })
    #expect(
      wrong.contains { fact in
        if case .review(_, .again) = fact { true } else { false }
      })
    harness.press("i")
    harness.type("1/4")
    harness.press("Enter")
    #expect(harness.context.learner.lastAnswers["q-slope"] == true)
    #expect(harness.context.learner.lastFirstTries["q-slope"] == false)
  }

  /// A figure that was hidden keeps the number and the state of the others.
  @Test func figuresKeepTheirNumbers() throws {
    var harness = try Self.harness(Size(width: 80, height: 60))
    harness.press("s")
    let reader = try #require(harness.session.top as? ReaderScreen)
    #expect(reader.text?.figures.count == 2)
    #expect(isShown(1, harness) && !isShown(2, harness))
  }

  @Test func plainTextAsksInWords() throws {
    var harness = try Self.harness(isPlain: true)
    #expect(harness.text.contains("one straight line"))
    #expect(!harness.text.contains("Two layers and their line"))
    harness.press("s")
    #expect(harness.text.contains("Two layers and their line"))
  }

  @Test(arguments: [
    Size(width: 40, height: 12), Size(width: 80, height: 24), Size(width: 160, height: 50),
  ])
  func predictionsMatchTheGoldens(size: Size) throws {
    for charset in [Charset.ascii, .braille] {
      var harness = try Self.harness(size, charset)
      let suffix = "\(size.width)x\(size.height)_\(charset.rawValue)"
      func expect(_ name: String) throws {
        try Golden.expect(
          harness.session.view(in: harness.context), named: "predict-\(name)_\(suffix)")
      }
      for _ in 0..<3 where !harness.shows("What can they") { harness.press("Space") }
      try expect("open")
      harness.press("2")
      try expect("wrong")
      for _ in 0..<6 where !harness.shows("A logit of 2") { harness.press("Space") }
      try expect("number")
      harness.press("i")
      harness.type("0.88")
      harness.press("Enter")
      try expect("right")
      for _ in 0..<6 where !harness.shows("(0) = ?") { harness.press("Space") }
      try expect("exercise")
    }
  }
}
