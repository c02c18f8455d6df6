import Foundation

/// An error that the operating system reports.
struct SystemError: Error, Equatable {
  /// The error number.
  var number: Int32

  /// The latest error of this thread.
  static var latest: SystemError { SystemError(number: errno) }

  /// The system's message.
  var words: String { String(cString: strerror(number)).lowercased() }
}
