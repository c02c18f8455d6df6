import Foundation
import LearnerRecord
import Practice
import TestSupport
import Testing
import Words

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

  /// The keys in the log's events, and the screens that get them.
  private func keys() throws -> [String] {
    try lines().compactMap { $0.wholeMatch(of: /[\d.]+ event key (.*)/).map { String($0.1) } }
  }

  /// What is said of a log that is not written.
  private static func refusal(_ path: String) -> String {
    Words.Failures.noLog(path: path, reason: anything)
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
    let typed = "xyzzy plugh"
    terminal.type(typed)
    terminal.expect(typed)
    terminal.type("\u{1B}")
    #expect(try wait(terminal) { $0.hasSuffix("effect record note") })
    terminal.type("qq")
    #expect(terminal.waitForEnd() && terminal.status == 0)
    let events = try LearnerRecord(path: record).newEvents()
    #expect(events.map(\.fact).contains(.note(section: "words", text: typed)))
    let lines = try lines()
    let text = lines.joined(separator: "\n").lowercased()
    for word in typed.split(separator: " ") { #expect(!text.contains(word)) }
    #expect(
      try keys() == ["e, Lesson"] + typed.map { _ in "character, Note" } + [
        "Esc, Note", "q, Lesson", "q, Home",
      ])
    let kinds = Set(lines.compactMap { $0.split(separator: " ", maxSplits: 1).last })
    #expect(kinds.isSuperset(of: ["input key", "transition push Note", "effect record note"]))
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
      #expect(run.status == 0 && !run.output.shows(Self.refusal(log)))
      #expect(try lines().count { $0.hasPrefix("tutor-log ") } == session)
    }
    let attributes = try FileManager.default.attributesOfItem(atPath: log)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let session = ["Space, Lesson", "q, Lesson", "q, Home"]
    #expect(try keys() == session + session)
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
    #expect(run.status == 0 && run.output.shows(Self.refusal(path)), "\(run)")
    #expect(try String(contentsOfFile: target, encoding: .utf8) == "learnt by heart")
    if kind == "other" {
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "learnt by heart")
    }
  }
}
