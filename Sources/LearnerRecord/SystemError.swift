import Foundation

/// An error that the operating system reports.
struct SystemError: Error, Equatable {
  /// Its number, as in errno.
  var number: Int32

  /// The latest error of this thread.
  static var latest: SystemError { SystemError(number: errno) }

  /// The system's words for it.
  var words: String { String(cString: strerror(number)).lowercased() }
}
