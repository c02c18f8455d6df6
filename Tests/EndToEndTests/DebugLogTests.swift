import Foundation
import LearnerRecord
import Practice
import Testing

/// `TUTOR_LOG`: what it says, what it never says, and which files it leaves alone.
struct DebugLogTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/tutor-\(UUID().uuidString)"
  private var log: String { folder + "/log" }
  private var record: String { folder + "/progress.sqlite" }

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func lines() throws -> [String] {
    try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  /// Reads a page in plain text, with a log.
  private func readAPage(_ log: String) throws -> (output: String, errors: String, status: Int32) {
    try Shell.run(
      "/bin/sh",
      [
        "-c",
        "printf 'Space\\nq\\nq\\n' | '\(Binary.path)' lesson 1 --plain --progress '\(record)'",
      ],
      environment: ["TUTOR_LOG": log])
  }

  @Test func theDebugLogContainsNothingTyped() throws {
    let terminal = try Pty(
      ["lesson", "1", "--progress", record], environment: ["TUTOR_LOG": log])
    terminal.type("e")
    #expect(try wait(terminal) { $0.hasSuffix("event appeared, Note") })
    terminal.type("xyzzy plugh")
    #expect(terminal.wait { $0.text.contains("xyzzy plugh") })
    terminal.type("\u{1B}")
    #expect(try wait(terminal) { $0.hasSuffix("effect record note") })
    terminal.type("qq")
    #expect(terminal.waitForEnd() && terminal.status == 0)
    let events = try LearnerRecord(path: record).newEvents()
    #expect(events.contains { $0.fact.kind == "note" && "\($0.fact)".contains("xyzzy plugh") })
    let lines = try lines()
    let text = lines.joined(separator: "\n").lowercased()
    #expect(!text.contains("xyzzy") && !text.contains("plugh"))
    #expect(!lines.contains { $0.contains("key x") || $0.contains("key z") })
    #expect(lines.count { $0.contains("event key character, ") } == "xyzzy plugh".count)
    for kind in ["input key", "event key e,", "transition push ", "effect record note"] {
      #expect(text.contains(kind), "\(kind)")
    }
    #expect(lines.contains { $0.wholeMatch(of: /\d+\.\d frame 80x24, \d+\.\d ms/) != nil })
    #expect(lines.first?.hasPrefix("tutor-log ") == true)
    #expect(lines.dropFirst().allSatisfy { $0.prefixMatch(of: /\d+\.\d [a-z]/) != nil })
  }

  /// Waits until the log has a line.
  private func wait(_ terminal: Pty, for isWanted: (String) -> Bool) throws -> Bool {
    terminal.wait { _ in (try? lines())?.contains(where: isWanted) == true }
  }

  @Test func theDebugLogIsPrivateAndAppendedTo() throws {
    for session in 1...2 {
      let run = try readAPage(log)
      #expect(run.status == 0 && !run.output.contains("TUTOR_LOG"))
      #expect(try lines().count { $0.hasPrefix("tutor-log ") } == session)
    }
    let attributes = try FileManager.default.attributesOfItem(atPath: log)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try lines().contains { $0.contains("event key Space, ") })
  }

  @Test(arguments: ["link", "folder", "pipe", "other", "device", "missing/log"])
  func otherTextIsUnchanged(kind: String) throws {
    let target = folder + "/target"
    try "learnt by heart".write(toFile: target, atomically: true, encoding: .utf8)
    let path = kind == "device" ? "/dev/null" : folder + "/" + kind
    switch kind {
    case "link":
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
    case "folder":
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    case "pipe": #expect(mkfifo(path, 0o600) == 0)
    case "other": try FileManager.default.copyItem(atPath: target, toPath: path)
    default: break
    }
    let run = try readAPage(path)
    #expect(run.status == 0 && run.output.contains("TUTOR_LOG"), "\(run.output) \(run.errors)")
    #expect(try String(contentsOfFile: target, encoding: .utf8) == "learnt by heart")
    if kind == "other" {
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "learnt by heart")
    }
  }
}
