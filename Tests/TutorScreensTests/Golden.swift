import Foundation
import Testing

/// Screens as they were when somebody last looked at them.
enum Golden {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Goldens")

  /// Compares a screen with the one that was accepted.
  ///
  /// With RECORD_GOLDENS=1 in the environment the screen is written instead; a screen that has no
  /// accepted form counts as a failure.
  static func expect(_ text: String, named name: String) throws {
    let file = folder.appendingPathComponent("\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      try Data(text.utf8).write(to: file)
      return
    }
    guard let data = FileManager.default.contents(atPath: file.path) else {
      Issue.record("no golden frame \(name); record it with RECORD_GOLDENS=1 and look at it")
      return
    }
    let accepted = String(decoding: data, as: UTF8.self)
    guard accepted != text else { return }
    Issue.record("\(name) has changed\n--- accepted\n\(accepted)\n--- now\n\(text)")
  }
}
