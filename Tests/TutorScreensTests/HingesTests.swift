import Lessons
import TerminalUI
import TestCourse
import Testing
import Words

@testable import Figures
@testable import LessonReader
@testable import TutorScreens

/// The figure of a sum of ReLUs that approaches a curve.
struct HingesTests {
  /// n pieces leave an error of 1/(2n²) of the square, which is reached at the knots and between them.
  @Test(arguments: HingesFigure.counts) func theSquareIsApproachedAsCloselyAsPiecesCan(units: Int) {
    let sum = HingeSum(.square, units: units)
    let least = 1 / (2 * Double(units * units))
    #expect(abs(sum.largestError - least) < 1e-12)
    for knot in sum.knots { #expect(abs(knot * knot - sum(knot) - least) < 1e-12) }
    #expect(sum.knots.count == units && sum.knots.first == -1)
  }

  /// By hand: three pieces through -1, -1/3, 1/3 and 1.
  @Test func threeUnitsOfTheSquare() {
    let sum = HingeSum(.square, units: 3)
    #expect(abs(sum.constant - 17.0 / 18) < 1e-12)
    for (weight, known) in zip(sum.weights, [-4.0 / 3, 4.0 / 3, 4.0 / 3]) {
      #expect(abs(weight - known) < 1e-12)
    }
  }

  /// Weights of lines through equidistant points of the sine, computed with NumPy.
  @Test func theSineIsConnectedAtItsKnots() {
    let sum = HingeSum(.sine, units: 5)
    let known = [-0.756827, 1.045909, 0.646407, -0.646407, -1.045909]
    for (weight, known) in zip(sum.weights, known) { #expect(abs(weight - known) < 1e-6) }
    #expect(abs(HingeSum(.sine, units: 1).largestError - 1) < 1e-3)
    for knot in sum.knots { #expect(abs(sum(knot) - HingesFigure.Target.sine(knot)) < 1e-12) }
  }

  @Test func keysChangeUnitsAndCurve() {
    var live = LiveFigure(.hinges(HingesFigure(target: .square, units: 3)))
    let first = live.words
    #expect(live.press(.right) && live.words != first)
    #expect(live.press(.down) && live.words[0].contains(Words.Hinges.name(of: .sine)))
    for _ in 0..<40 { _ = live.press(.left) }
    #expect(live.words[0].contains(Words.Hinges.sum(of: 1)))
    #expect(live.press("0") && live.words == first)
  }

  @Test func theBlockIsReadAndItsErrorsHaveAPlace() throws {
    func blocks(_ text: String) throws(ContentError) -> [Block] {
      let source = try SourceText(file: "s.md", bytes: Array("# T\n\n```hinges\n\(text)```\n".utf8))
      return try MarkdownReader(source: source, functions: TestCourse.functions)
        .section(id: "s").blocks
    }
    #expect(
      try blocks("target: sine\nunits: 5\ncaption: c\n")
        == [.figure(.hinges(HingesFigure(target: .sine, units: 5, caption: "c")))])
    for (text, line) in [("units: 17\n", 4), ("units: 2.5\n", 4), ("target: cube\n", 4)] {
      let error = #expect(throws: ContentError.self) { try blocks(text) }
      #expect(error?.line == line)
    }
  }

  @Test(arguments: [
    Size(width: 40, height: 12), Size(width: 80, height: 24), Size(width: 160, height: 50),
  ])
  func theFigureMatchesTheGoldens(size: Size) throws {
    for charset in [Charset.ascii, .braille] {
      var harness = try ScreenHarness("home", size, charset)
      harness.context.bundle.lesson.sections[0].blocks = [
        .figure(.hinges(HingesFigure(target: .square, units: 3, caption: "Three hinges")))
      ]
      harness.context.courseVersion += 1
      harness.open(.lesson(.section(0)))
      harness.press("Tab Right Right")
      try Golden.expect(
        harness.session.view(in: harness.context),
        named: "hinges_\(size.width)x\(size.height)_\(charset.rawValue)")
    }
  }
}
