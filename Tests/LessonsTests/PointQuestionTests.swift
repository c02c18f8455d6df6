import Lessons
import Testing

struct PointQuestionTests {
  private static func question(_ answer: Double, _ tolerance: Double) -> PointQuestion {
    PointQuestion(front: "?", target: .minimum, answer: answer, tolerance: tolerance)
  }

  @Test func theMarkerRunsFromOneEndToTheOther() {
    #expect(PointQuestion.place(0, in: -4...2) == -4)
    #expect(PointQuestion.place(PointQuestion.steps, in: -4...2) == 2)
    #expect(abs(PointQuestion.place(50, in: -4...2) + 1) < 1e-12)
  }

  @Test func theBoundOfTheToleranceIsAccepted() {
    let question = Self.question(0.1, 0.2)
    #expect(question.accepts(0.3) && question.accepts(-0.1) && question.accepts(0.1 + 0.2))
    #expect(!question.accepts(0.31) && !question.accepts(-0.11) && !question.accepts(.nan))
  }

  /// Wherever the answer is, the smallest tolerance lets a step of the marker meet it.
  @Test func everyAnswerCanBeReachedAndIsNotWhereTheMarkerStarts() {
    for x in [-4.0...4.0, -6...2, 0...1e-6, -1e12...3e12, 1e300...1.7e300] {
      for number in 0...1000 {
        let share = Double(number) / 1000
        let answer = x.lowerBound * (1 - share) + x.upperBound * share
        for tolerance in [
          PointQuestion.leastTolerance(in: x), PointQuestion.usualTolerance(in: x),
        ] {
          let question = Self.question(answer, tolerance)
          let right = question.rightSteps(in: x)
          let starts = question.starts(in: x)
          let isSound =
            !right.isEmpty && right.count <= 5 && !starts.isEmpty
            && Set(starts).isDisjoint(with: right)
          if !isSound { Issue.record("\(answer) in \(x): \(right), \(starts)") }
        }
      }
    }
  }

  @Test func aToleranceOfTheWholePlotLeavesTheMarkerAtTheEnd() {
    #expect(Self.question(0, 100).starts(in: -4...4) == [0])
  }

  @Test(arguments: [(-0.7518, "x = −0.752"), (0, "x = 0"), (2, "x = 2"), (1e300, "x = 1e+300")])
  func theRightAnswerIsShort(answer: Double, text: String) {
    #expect(Self.question(answer, 1).answerText == text)
  }
}
