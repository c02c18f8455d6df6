import Foundation
import Words

/// A debug log: a line for every input, event, transition, effect and frame, each after the milliseconds since the
/// start.
///
/// It never contains what the learner types or answers. A line that cannot be written is dropped.
struct DebugLog: Sendable {
  private let descriptor: Int32
  /// The start of logging, by the steady clock.
  private let start = Clock.steady

  /// The first bytes of a log; nothing is appended to files that begin otherwise.
  private static let mark = "tutor-log "

  /// The kind of a line; the screens make the lines of events and transitions.
  enum Kind: String {
    case input, effect, frame
  }

  /// Opens the log that the environment requests.
  ///
  /// - Parameters:
  ///   - environment: The environment, in which `TUTOR_LOG` names the file.
  ///   - problem: Set to a message for the learner if it cannot be opened.
  /// - Returns: The log; nil if there is none.
  static func open(_ environment: Environment, problem: inout String?) -> DebugLog? {
    guard let path = environment["TUTOR_LOG"], !path.isEmpty else { return nil }
    do throws(Refusal) {
      return try DebugLog(path)
    } catch {
      problem = Words.Failures.noLog(path: path, reason: error.reason)
      return nil
    }
  }

  private struct Refusal: Error {
    var reason: String

    static var latest: Refusal { Refusal(reason: SystemFailure.latest.sentence) }
  }

  private init(_ path: String) throws(Refusal) {
    // Opening a pipe without a reader would block, and opening a terminal could make it the controlling terminal.
    let flags = O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    descriptor = Foundation.open(path, flags, 0o600)
    guard descriptor >= 0 else {
      throw errno == ELOOP ? Refusal(reason: Words.Failures.logIsLink) : .latest
    }
    guard Self.isLog(descriptor) else {
      close(descriptor)
      throw Refusal(reason: Words.Failures.logIsOther)
    }
    append("\(Self.mark)\(Release.version)")
  }

  /// Whether a file is empty or a log: anything else stays as it is.
  private static func isLog(_ descriptor: Int32) -> Bool {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    if status.st_size == 0 { return true }
    var start = [UInt8](repeating: 0, count: mark.utf8.count)
    return pread(descriptor, &start, start.count, 0) == start.count && start == Array(mark.utf8)
  }

  /// Writes a line.
  func write(_ kind: Kind, _ detail: String) { write(kind.rawValue + " " + detail) }

  /// Writes a line.
  func write(_ line: String) { append(Self.tenths(Clock.steady - start) + " " + line) }

  /// A number with one digit after the point.
  static func tenths(_ number: Double) -> String {
    let tenths = Int(number * 10)
    return "\(tenths / 10).\(tenths % 10)"
  }

  private func append(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    // Writes a line with one call, so that lines of two instances are not mixed.
    _ = Foundation.write(descriptor, bytes, bytes.count)
  }
}
