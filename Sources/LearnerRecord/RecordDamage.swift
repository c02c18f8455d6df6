import GRDB

// What this module throws inside; `RecordError` is what others catch.

/// The file is not what a record is: a page, a row, or the relation between them is not as it was written.
struct RecordDamage: Error {
  /// Whether an error means that the file is damaged, and not that the system refuses something.
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
