import Foundation
import LearnerRecord
import Practice
import TestSupport
import Testing
import Words

/// Disks that are full, read-only, or lose the record while the tutor runs.
struct DiskTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/tutor-\(UUID().uuidString)"

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  /// Whether a disk may be mounted here; in most containers it may not.
  private static let mayMount: Bool = {
    let run = try? Shell.run("/usr/bin/unshare", ["-rm", "mount", "-t", "tmpfs", "none", "/mnt"])
    return run?.status == 0
  }()

  private func reviews(in record: String) throws -> Int {
    try LearnerRecord(path: record).newEvents()
      .count { if case .review = $0.fact { true } else { false } }
  }

  /// Runs the tutor with a small disk mounted at `disk`.
  ///
  /// A shell performs actions there when the test creates a file: `fill` the disk, `free` it again.
  private func onSmallDisk(_ preparation: String = "true") throws -> Pty {
    let script = """
      cd '\(folder)' && mkdir -p disk && mount -t tmpfs -o size=400k none disk
      (
        until [ -e fill ]; do sleep 0.02; done
        dd if=/dev/zero of=disk/filler bs=1k >/dev/null 2>&1; touch filled
        until [ -e free ]; do sleep 0.02; done
        rm disk/filler; touch freed
      ) &
      \(preparation)
      '\(Binary.path)' cards --new 60 --course '\(CardLearner.course)' --progress disk/progress.sqlite
      echo "[ended with $?]"; cp disk/progress.sqlite* . 2>/dev/null; touch done; kill %1 2>/dev/null; cat
      """
    return try Pty(["-rm", "/bin/sh", "-c", script], program: "/usr/bin/unshare")
  }

  private func signal(_ name: String, then other: String) throws {
    _ = FileManager.default.createFile(atPath: folder + "/" + name, contents: nil)
    try waitFor(other)
  }

  private func waitFor(_ name: String) throws {
    let end = Date().addingTimeInterval(20)
    while !FileManager.default.fileExists(atPath: folder + "/" + name) {
      try #require(Date() < end, "\(name) never came")
      usleep(10_000)
    }
  }

  @Test(.enabled(if: mayMount, "no disk may be mounted here"))
  func aFullDiskIsReportedAndNothingIsLost() throws {
    let terminal = try onSmallDisk()
    let learner = CardLearner(terminal)
    let end = Date().addingTimeInterval(60)
    for _ in 0..<3 { #expect(learner.grade(until: end)) }
    try signal("fill", then: "filled")
    for _ in 0..<3 { #expect(learner.grade(until: end)) }
    terminal.expect(Words.Saving.notYet(3, LearnerRecordError.Reason.full.sentence))
    try signal("free", then: "freed")
    #expect(learner.grade(until: end))
    terminal.expect(Words.Saving.savedNow)
    #expect(learner.grade(until: end))
    #expect(!terminal.screen.text.shows(Words.Saving.savedNow))
    terminal.type("qq")
    terminal.expect("[ended with 0]")
    try waitFor("done")
    #expect(try reviews(in: folder + "/progress.sqlite") == learner.acknowledged)
  }

  @Test(.enabled(if: mayMount, "no disk may be mounted here"))
  func unsavedEventsArePrintedAtTheEnd() throws {
    let terminal = try onSmallDisk()
    let learner = CardLearner(terminal)
    let end = Date().addingTimeInterval(60)
    #expect(learner.grade(until: end))
    try signal("fill", then: "filled")
    for _ in 0..<2 { #expect(learner.grade(until: end)) }
    terminal.type("qq")
    terminal.expect("[ended with 73]")
    let text = terminal.screen.text
    #expect(text.shows(Words.Saving.lost(2, LearnerRecordError.Reason.full.sentence)))
    #expect(text.contains(#"{"format":"tutor-record","version":1,"events":2}"#))
    #expect(text.components(separatedBy: "\"review\"").count == 3)
  }

  @Test(.enabled(if: mayMount, "no disk may be mounted here"))
  func practiceContinuesInAReadOnlyHome() throws {
    let past = folder + "/past.sqlite"
    let record = try LearnerRecord(path: past)
    for number in 0..<3 {
      try record.append(
        LearnerEvent(
          id: "id-\(number)", time: Int(Date().timeIntervalSince1970) - 60, utcOffset: 0,
          fact: .review(card: "card-\(number)", rating: .good)))
    }
    let terminal = try onSmallDisk(
      "cp past.sqlite* disk/; cd disk; for f in past*; do mv $f progress${f#past}; done; cd ..; "
        + "mount -o remount,ro disk")
    let learner = CardLearner(terminal)
    let end = Date().addingTimeInterval(60)
    terminal.expect(Words.Saving.onlyInMemory(anything))
    #expect(learner.grade(until: end))
    terminal.expect(Words.Saving.notYet(1, anything))
    terminal.type("q")
    terminal.expect(Words.Home.read)
    terminal.type("qq")
    terminal.expect("[ended with 73]")
  }

  @Test func aLimitOnTheSizeOfFilesDoesNotEndTheProgram() throws {
    // Like a quota: the record's log cannot grow beyond 64 blocks.
    let record = folder + "/progress.sqlite"
    let script =
      "ulimit -f 64; exec '\(Binary.path)' cards --new 90 --course '\(CardLearner.course)' "
      + "--progress '\(record)'"
    let terminal = try Pty(["-c", script], program: "/bin/sh")
    let learner = CardLearner(terminal)
    func refused(_ count: Int) -> String {
      Words.Saving.notYet(count, LearnerRecordError.Reason.refused.sentence)
    }
    let end = Date().addingTimeInterval(60)
    for _ in 0..<30 {
      let text = terminal.screen.text
      guard learner.grade(until: end), !(1...9).contains(where: { text.shows(refused($0)) }) else {
        break
      }
    }
    #expect(terminal.wait { screen in (1...9).contains { screen.text.shows(refused($0)) } })
    #expect(learner.grade(until: end))
    let before = learner.acknowledged
    terminal.killNow()
    let found = try reviews(in: record)
    #expect(found > 0 && found < before)
  }

  @Test func aDeletedRecordIsWrittenAgain() throws {
    let record = folder + "/data/progress.sqlite"
    let terminal = try Pty(CardLearner.arguments(new: 60, record: record))
    let learner = CardLearner(terminal)
    let end = Date().addingTimeInterval(60)
    for _ in 0..<3 { #expect(learner.grade(until: end)) }
    try FileManager.default.removeItem(atPath: folder + "/data")
    for _ in 0..<2 { #expect(learner.grade(until: end)) }
    #expect(try reviews(in: record) == 5)
    try FileManager.default.removeItem(atPath: folder + "/data")
    terminal.type("qq")
    #expect(terminal.waitForEnd() && terminal.status == 0)
    #expect(try reviews(in: record) == 5)
  }
}
