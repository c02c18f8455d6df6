import Foundation
import Practice
import Testing

import struct GRDB.DatabaseError
import struct GRDB.ResultCode

@testable import LearnerRecord

/// Every error has a reason with a text, and only damage is reported as damage.
struct ErrorReasonTests {
  /// SQLite's primary result codes, and those of I/O errors.
  private static let codes: [Int32] =
    Array(1...28) + [
      266, 522, 778, 1034, 1290, 1546, 1802, 2058, 2314, 2570, 3082, 3338, 3850, 4106, 4362, 4618,
      4874,
      5130, 5386, 5642, 5898, 6154, 6410, 6666, 6922, 7178, 7434, 7690, 7946, 8202, 8458, 261, 517,
      270, 526, 782, 1038,
      267, 523, 264, 520, 776, 1032, 1288, 1544,
    ]

  @Test(arguments: codes) func onlyDamageCountsAsDamage(code: Int32) {
    let error = DatabaseError(resultCode: ResultCode(rawValue: code), message: "near \"x\": \u{1B}")
    let isDamage = [11, 24, 26].contains(code & 0xFF)
    #expect(RecordDamage.isCause(of: error) == isDamage)
    let reason = LearnerRecordError.reason(of: error)
    #expect((reason == .damaged) == isDamage)
    // SQLite's own message may quote the file, which is untrusted.
    if case .system = reason { Issue.record("\(code) is told in SQLite's words") }
    if code & 0xFF == 10 { #expect([.unreadable, .refused].contains(reason)) }
  }

  private struct Strange: Error {}

  private static let others: [(any Error, LearnerRecordError.Reason)] = [
    (RecordDamage(), .damaged),
    (CopyDiffers(), .copyDiffers), (Strange(), .refused),
    (SystemError(number: ENOSPC), .full), (SystemError(number: EIO), .unreadable),
    (SystemError(number: EDQUOT), .refused), (SystemError(number: EROFS), .readOnly),
    (SystemError(number: EACCES), .forbidden), (SystemError(number: ENOMEM), .noMemory),
    (CocoaError(.fileWriteOutOfSpace), .full), (CocoaError(.fileReadNoPermission), .forbidden),
    (CocoaError(.fileReadCorruptFile), .refused), (POSIXError(.EIO), .unreadable),
    (CocoaError(.fileReadUnknown, userInfo: [NSUnderlyingErrorKey: POSIXError(.ENOSPC)]), .full),
    (LearnerRecordError.busy(path: "p"), .inUse), (LearnerRecordError.isLink(path: "p"), .notAFile),
    (LearnerRecordError.cannotWrite(path: "p", reason: .full), .full),
    (LearnerRecordError.notARecord(path: "p"), .foreign), (CancellationError(), .refused),
    (EncodingError.invalidValue(1, .init(codingPath: [], debugDescription: "")), .impossible),
  ]

  @Test(arguments: others.indices) func everyOtherErrorHasItsReason(index: Int) {
    let (error, expected) = Self.others[index]
    #expect(LearnerRecordError.reason(of: error) == expected)
    #expect(RecordDamage.isCause(of: error) == (expected == .damaged))
  }
}
