import Practice
import TerminalUI
import TestSupport
import Testing
import Words

@testable import TutorScreens

/// The reviews a day at each desired retention.
struct RetentionTextTests {
  private func context(_ facts: Fact...) throws -> AppContext {
    var context = try ScreenHarness("progress", Size(width: 80, height: 40)).context
    for (index, fact) in facts.enumerated() {
      context.learner.apply(
        LearnerEvent(id: "\(index)", time: context.now - 60, utcOffset: 0, fact: fact))
    }
    return context
  }

  /// The lines of the table.
  private func rows(of lines: [String]) -> [String] {
    lines.filter { line in
      (80...95).contains { percent in
        line.shows(
          Words.Retention.line(percent: percent, reviewsADay: anything, recall: anything))
      }
    }
  }

  @Test func aGraphAndATableShowTheExamAndThePresentRetention() throws {
    let plain = try context()
    let exam = LocalDay(number: plain.today.number + 20)
    let chosen = try context(.exam(day: exam.number), .retention(percent: 83))
    let lines = RetentionText(chosen).lines
    #expect(lines.first?.contains(exam.iso) == true)
    #expect(lines.contains { $0.contains(Words.Retention.axis) })
    let table = rows(of: lines)
    #expect(table.map { $0.prefix(4) } == ["80 %", "83 %", "85 %", "90 %", "95 %"])
    #expect(table.filter { $0.hasSuffix(Words.Retention.line(now: "")) }.count == 1)
    #expect(table[1].hasSuffix(Words.Retention.line(now: "")))
  }

  @Test func plainTextHasTheTableAlone() throws {
    let lines = RetentionText(try context().plain).lines
    #expect(!lines.contains { $0.contains(Words.Retention.axis) })
    #expect(rows(of: lines).count == 4)
    #expect(lines.first == Words.Retention.withoutExam(days: 90))
  }

  @Test func aChosenRetentionIsInTheSummary() throws {
    let row = Words.Progress.retention(percent: 85)
    func hasRow(_ context: AppContext) -> Bool {
      ProgressText(context).lines.contains {
        $0.hasPrefix(Words.Progress.retention) && $0.hasSuffix(row)
      }
    }
    #expect(try !hasRow(context()))
    #expect(try hasRow(context(.retention(percent: 85))))
  }
}
