import Foundation
import Words

/// A debug log: a line for every input, event, transition, effect and frame, each after the milliseconds since the
/// start.
///
/// It never contains what the learner types or answers. A line that cannot be written is dropped.
struct DebugLog: Sendable {
  private let descriptor: Int32
  /// When the program started to log, by the steady clock.
  private let start = Clock.steady

  /// How a log begins; nothing is appended to any other file.
  private static let mark = "tutor-log "

  /// What a line is about; the screens make the lines of events and transitions.
  enum Kind: String {
    case input, effect, frame
  }

  /// Opens the log that the environment asks for.
  ///
  /// - Parameters:
  ///   - environment: Where `TUTOR_LOG` names the file.
  ///   - problem: What the learner is told if it cannot be opened.
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
    // A pipe without a reader would keep it waiting, and a terminal would become this program's own.
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
    // One call for a line, so that the lines of two windows stay whole.
    _ = Foundation.write(descriptor, bytes, bytes.count)
  }
}
