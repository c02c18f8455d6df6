import Foundation
import GRDB
import Practice

extension LearnerRecordError {
  /// Maps an error to a reason that can be explained without knowledge of databases.
  ///
  /// All errors of this module are mapped here; none is shown by its own description, which names types.
  static func reason(of error: any Error) -> Reason {
    switch error {
    case let error as LearnerRecordError: reason(of: error)
    case let error as DatabaseError: reason(of: error)
    case let error as SystemError: reason(of: error)
    case is RecordDamage: .damaged
    case is CopyDiffers: .copyDiffers
    case is EncodingError: .impossible
    default: reason(ofSystem: error)
    }
  }

  private static func reason(of error: LearnerRecordError) -> Reason {
    switch error {
    case .cannotOpen(_, let reason), .cannotWrite(_, let reason): reason
    case .busy: .inUse
    case .newerFormat, .notARecord: .foreign
    case .isLink: .notAFile
    case .badLine: .impossible
    }
  }

  private static func reason(of error: DatabaseError) -> Reason {
    switch error.resultCode {
    case .SQLITE_FULL: .full
    case .SQLITE_IOERR:
      error.extendedResultCode.isReading ? .unreadable : .refused
    case .SQLITE_READONLY, .SQLITE_PERM: .readOnly
    case .SQLITE_CANTOPEN, .SQLITE_AUTH: .forbidden
    case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: .inUse
    case .SQLITE_NOMEM: .noMemory
    case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_FORMAT: .damaged
    default: .database(code: Int(error.resultCode.rawValue))
    }
  }

  private static func reason(of error: SystemError) -> Reason {
    switch error.number {
    case ENOSPC: .full
    case EDQUOT, EFBIG: .refused
    case EIO: .unreadable
    case EROFS: .readOnly
    case EACCES, EPERM: .forbidden
    case ENOMEM: .noMemory
    default: .system(error.words)
    }
  }

  /// Errors of Foundation contain an errno value or have a code of their own.
  private static func reason(ofSystem error: any Error) -> Reason {
    var next: (any Error)? = error
    while let found = next.map({ $0 as NSError }) {
      if found.domain == NSPOSIXErrorDomain {
        return reason(of: SystemError(number: Int32(truncatingIfNeeded: found.code)))
      }
      next = found.userInfo[NSUnderlyingErrorKey] as? any Error
    }
    guard let error = error as? CocoaError else { return .refused }
    return switch error.code {
    case .fileReadNoPermission, .fileWriteNoPermission: .forbidden
    case .fileWriteOutOfSpace: .full
    case .fileWriteVolumeReadOnly: .readOnly
    case .fileReadNoSuchFile, .fileNoSuchFile: reason(of: SystemError(number: ENOENT))
    case .fileWriteFileExists: reason(of: SystemError(number: EEXIST))
    default: .refused
    }
  }

  /// The error of a failed write.
  static func writing(_ path: String, failed error: any Error) -> LearnerRecordError {
    if let error = error as? LearnerRecordError { return error }
    return reason(of: error) == .inUse
      ? .busy(path: path) : .cannotWrite(path: path, reason: reason(of: error))
  }

  /// The error of a failed read.
  static func reading(_ path: String, failed error: any Error) -> LearnerRecordError {
    switch writing(path, failed: error) {
    case .cannotWrite(let path, let reason): .cannotOpen(path: path, reason: reason)
    case let other: other
    }
  }
}

extension ResultCode {
  /// Whether an I/O error happened while reading.
  fileprivate var isReading: Bool {
    [.SQLITE_IOERR_READ, .SQLITE_IOERR_SHORT_READ, .SQLITE_IOERR_FSTAT, .SQLITE_IOERR_CORRUPTFS]
      .contains(self)
  }
}
