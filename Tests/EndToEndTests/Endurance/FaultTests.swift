import Foundation
import LearnerRecord
import Practice
import TestSupport
import Testing
import Words

/// Every system call on the record's folder fails once, in every command: existing events are still there afterwards, a
/// valid record is never called damaged, and reported successes are real.
struct FaultTests {
  private static let kinds = ["eio", "enospc", "short", "eintr", "enolck"]
  private static let count = 40

  /// The ids on the record, and those on both records.
  private static let own = Set((0...count).map { "id-\($0)" })
  private static let both = own.union(["other-0"])

  /// A command, and what must hold when it reports success.
  struct Command: Sendable, CustomTestStringConvertible {
    var words: String
    var input = ""
    var hasDone: @Sendable (_ ids: Set<String>, _ output: String) -> Bool

    var testDescription: String { words }
  }

  /// FOLDER is replaced by the folder; a pipe provides the input.
  static let commands: [Command] = [
    Command(words: "progress export") { $1.split(separator: "\n").count == count + 2 },
    Command(words: "progress --json") { (try? RecordReport($1))?.reviews == count + 1 },
    Command(words: "progress backup") {
      ids($1.split(separator: "\n").last.map(String.init)).count == count + 1
    },
    Command(words: "progress merge FOLDER/other.sqlite") { ids, _ in ids == both },
    Command(words: "progress import FOLDER/other.jsonl") { ids, _ in ids == both },
    Command(words: "progress restore FOLDER/other.sqlite") { ids, _ in ids == ["other-0"] },
    Command(words: "progress reset --yes") { ids, _ in ids.isEmpty },
    Command(words: "progress repair --apply") {
      // A second run of the command finds nothing more.
      $0.count == count + 1 && !$1.shows(Words.Reports.nothingAhead)
    },
    Command(words: "progress exam 2999-01-01") { ids, _ in ids.count == count + 2 },
    Command(words: "certificate") { _, _ in false },
    Command(words: "cards --plain", input: "+\\nSpace\\n2\\nq\\nq\\n") { ids, _ in
      ids.count > count + 1
    },
  ]

  private static func ids(_ path: String?) -> Set<String> {
    guard let path, let reading = try? LearnerRecord.reading(ofFile: path) else { return [] }
    return Set(reading.entries.map(\.id))
  }

  /// A folder with a record, a daily copy, and another record; copied for every run.
  private static func makeTemplate(_ folder: String) throws {
    let record = try LearnerRecord(path: folder + "/progress.sqlite")
    let now = Int(Date().timeIntervalSince1970)
    for number in 0...count {
      // The last one is in the future.
      let time = number == count ? now + 500 * 86_400 : now - 9000 + number
      try record.append(
        LearnerEvent(
          id: "id-\(number)", time: time, utcOffset: 0,
          fact: .review(card: "card-\(number)", rating: .good)))
    }
    let other = try LearnerRecord(path: folder + "/other.sqlite")
    try other.append(
      LearnerEvent(id: "other-0", time: now - 5, utcOffset: 0, fact: .sectionRead("words")))
    try other.exported().write(
      toFile: folder + "/other.jsonl", atomically: true, encoding: .utf8)
  }

  @Test(
    .enabled(if: Preload.library != nil, "no library can be made or loaded here"),
    arguments: commands)
  func failedSystemCallsLoseNothing(command: Command) throws {
    let base = FileManager.default.temporaryDirectory.path + "/tutor-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: base) }
    try Self.makeTemplate(base + "/template")
    // A short run tests one call of one kind for each command.
    let chosen = command.words.utf8.count
    let kinds = StressFactor.factor > 1 ? Self.kinds : [Self.kinds[chosen % Self.kinds.count]]
    for kind in kinds {
      let calls = try run(command, base, kind, at: 0)
      let numbers =
        StressFactor.factor > 1 ? Array(1..<calls + 1) : [1 + chosen * 37 % max(1, calls)]
      for number in numbers {
        _ = try run(command, base, kind, at: number)
        // A disk that never answers, or always interrupts, is not a disk.
        if StressFactor.factor > 1, number % 3 == 1, kind != "short", kind != "eintr" {
          _ = try run(command, base, kind, at: number, stays: true)
        }
      }
    }
  }

  /// Runs a command once.
  ///
  /// - Returns: The number of calls that could have failed.
  private func run(
    _ command: Command, _ base: String, _ kind: String, at number: Int, stays: Bool = false
  ) throws -> Int {
    let folder = base + "/run"
    let count = base + "/count"
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.copyItem(atPath: base + "/template", toPath: folder)
    let words = command.words.replacing("FOLDER", with: "'\(folder)'")
    let settings =
      "LD_PRELOAD='\(Preload.library ?? "")' FAULT_FOLDER='\(folder)' FAULT_COUNT='\(count)' "
      + "FAULT_AT=\(number) FAULT_KIND=\(kind)" + (stays ? " FAULT_STAYS=1" : "")
    let start = Date()
    let run = try Shell.run(
      "/bin/sh",
      [
        "-c",
        "printf '\(command.input)' | env \(settings) '\(Binary.path)' \(words) "
          + "--progress '\(folder)/progress.sqlite'",
      ])
    let what =
      "\(words), \(kind) at \(number)\(stays ? " and on" : ""): \(run.status) \(run.errors)"
    #expect([0, 1, 65, 66, 73].contains(run.status), "\(what)")
    #expect(Date().timeIntervalSince(start) < 30, "\(what)")
    // No name of the code's, such as that of a type.
    let codeName = run.errors.firstMatch(of: /[a-z][A-Z]|Error/)
    #expect(codeName == nil, "\(what)")
    if run.status != 0 { #expect(!run.errors.isEmpty || command.words == "certificate", "\(what)") }
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(!files.contains { $0.recordFileKinds.contains(.damaged) }, "\(what)")
    let reading = try LearnerRecord.reading(ofFile: folder + "/progress.sqlite")
    #expect(!reading.isDamaged, "\(what)")
    let here = Set(reading.entries.map(\.id))
    let copies = files.filter {
      $0.recordFileKinds.contains(.backup) && !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm")
    }
    let all = copies.reduce(into: here) { $0.formUnion(Self.ids(folder + "/" + $1)) }
    #expect(all.isSuperset(of: Self.own), "\(what)")
    if run.status == 0 { #expect(command.hasDone(here, run.output), "\(what) \(run.output)") }
    if number == 0, command.words != "certificate" { #expect(run.status == 0, "\(what)") }
    let text = try String(contentsOfFile: count, encoding: .utf8)
    return try #require(Int(text), "\(what)")
  }
}
