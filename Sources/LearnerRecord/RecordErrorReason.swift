import Foundation
import GRDB

extension RecordError {
  /// What went wrong, in the words of somebody who has never heard of a database.
  static func reason(of error: any Error) -> String {
    if let error = error as? DatabaseError {
      switch error.resultCode {
      case .SQLITE_FULL: return "the disk is full"
      case .SQLITE_IOERR: return "the disk refused it; a quota may be used up"
      case .SQLITE_READONLY, .SQLITE_PERM: return "it may only be read"
      case .SQLITE_CANTOPEN, .SQLITE_AUTH: return "it may not be opened or made"
      case .SQLITE_BUSY, .SQLITE_LOCKED: return "another program is using it"
      case .SQLITE_NOTADB, .SQLITE_CORRUPT: return "it is damaged"
      default: return error.message ?? "SQLite error \(error.resultCode.rawValue)"
      }
    }
    if let error = error as? CocoaError, let cause = error.underlying as? POSIXError {
      return String(cString: strerror(cause.code.rawValue)).lowercased()
    }
    return (error as NSError).localizedDescription
  }

  /// What it means that something could not be written.
  static func writing(_ path: String, failed error: any Error) -> RecordError {
    if let error = error as? RecordError { return error }
    if let error = error as? DatabaseError,
      [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode)
    {
      return .busy(path: path)
    }
    return .cannotWrite(path: path, reason: reason(of: error))
  }
}
