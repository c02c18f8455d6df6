import Practice
import Testing

@testable import tutor

/// Every error of a record has a sentence for people.
struct RecordSentenceTests {
  private static let reasons: [LearnerRecordError.Reason] = [
    .full, .refused, .unreadable, .readOnly, .forbidden, .inUse, .noMemory, .damaged,
    .notRepaired(.unreadable), .foreign, .notAFile, .noRecord, .copyDiffers, .impossible,
    .database(code: 1), .system("too many open files"),
  ]
  private static let problems: [LearnerRecordError.LineProblem] = [
    .noObject, .noHeader(expected: "{}"), .unknownVersion(known: 1), .badID, .badTime, .badOffset,
    .badFact,
  ]

  private static let errors: [LearnerRecordError] =
    reasons.flatMap {
      [LearnerRecordError.cannotOpen(path: "p", reason: $0), .cannotWrite(path: "p", reason: $0)]
    } + problems.map { .badLine(file: "p", line: 3, problem: $0) }
    + [
      .newerFormat(path: "p", found: 9, known: 2), .notARecord(path: "p"), .isLink(path: "p"),
      .busy(path: "p"),
    ]

  @Test(arguments: errors.indices) func everyErrorHasASentenceWithoutTypes(index: Int) {
    let failure = Failure(Self.errors[index])
    #expect(failure.sentence.hasPrefix("p:") && failure.sentence.count > 15)
    #expect(!failure.sentence.contains(/Record[A-Z]|[A-Za-z]Error|error \d+\.|\(\)|nil/))
    #expect([65, 66, 73].contains(failure.status))
  }

  @Test func everyErrorHasASentenceOfItsOwn() {
    #expect(Set(Self.errors.map { Failure($0).sentence }).count == Self.errors.count)
  }
}
