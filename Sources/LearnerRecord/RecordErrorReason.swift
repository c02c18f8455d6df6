import Foundation
import GRDB

extension RecordError {
  /// What went wrong, as somebody may be told who has never heard of a database.
  static func reason(of error: any Error) -> Reason {
    if let error = error as? DatabaseError {
      switch error.resultCode {
      case .SQLITE_FULL: return .full
      case .SQLITE_IOERR: return .refused
      case .SQLITE_READONLY, .SQLITE_PERM: return .readOnly
      case .SQLITE_CANTOPEN, .SQLITE_AUTH: return .forbidden
      case .SQLITE_BUSY, .SQLITE_LOCKED: return .inUse
      case .SQLITE_NOTADB, .SQLITE_CORRUPT: return .damaged
      default:
        return error.message.map(Reason.system)
          ?? .database(code: Int(error.resultCode.rawValue))
      }
    }
    if let error = error as? SystemError { return .system(error.reason) }
    if let error = error as? CocoaError, let cause = error.underlying as? POSIXError {
      return .system(String(cString: strerror(cause.code.rawValue)).lowercased())
    }
    return .system((error as NSError).localizedDescription)
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
