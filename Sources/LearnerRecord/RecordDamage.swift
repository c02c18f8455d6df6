import GRDB
import Practice

// Errors inside this module; its public functions throw `LearnerRecordError`.

/// The file is damaged: a page, a row, or the relation between them is not as it was written.
struct RecordDamage: Error {
  /// Whether an error means that the file is damaged, in contrast to a failed system call.
  ///
  /// A failed read, a lock, a full disk or a lack of memory says nothing about the file.
  static func isCause(of error: any Error) -> Bool {
    switch error {
    case is RecordDamage: true
    case let error as DatabaseError:
      [.SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_FORMAT].contains(error.resultCode)
    default: false
    }
  }
}

/// A copy that was made differs from its original.
struct CopyDiffers: Error {}
