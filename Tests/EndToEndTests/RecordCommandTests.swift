import Foundation
import Lessons
import TestCourse
import Testing

/// What `tutor progress`, `tutor certificate` and `tutor verify` do to a record.
struct RecordCommandTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/tutor-\(UUID().uuidString)"
  private var record: String { folder + "/progress.sqlite" }

  private func tutor(_ words: String...) throws -> (output: String, errors: String, status: Int32) {
    try Binary.run(words + ["--progress", record])
  }

  private func numbers(_ json: String) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  }

  @Test func aCertificateIsEarnedAndVerified() throws {
    let early = try tutor("certificate")
    #expect(early.status == 1 && early.output.contains("0 of 11"))
    #expect(early.output.contains("none yet"))
    try RecordBuilder.earned().write(to: record)
    for format in ["text", "markdown", "svg"] {
      let file = "\(folder)/certificate.\(format)"
      let run = try tutor("certificate", "--name", "Ada <Löwe> *&\"", "--format", format)
      #expect(run.status == 0, "\(run.errors)\(run.output)")
      #expect(run.output.contains("11 sections read"))
      if format == "svg" { #expect(XMLShape.isBalanced(run.output)) }
      try run.output.write(toFile: file, atomically: true, encoding: .utf8)
      let verified = try tutor("verify", file)
      #expect(verified.status == 0, "\(verified.errors)")
      #expect(verified.output.contains("agrees with itself"))
      #expect(verified.output.contains("The record here agrees"))
      // Without the record the certificate still agrees with itself.
      let alone = try Binary.run(["verify", file, "--progress", folder + "/none.sqlite"])
      #expect(alone.status == 0 && alone.output.contains("no record here"))
      for (old, new) in [("11 sections", "12 sections"), ("recall=", "recall=1"), ("Ada", "Eve")] {
        let forged = run.output.replacing(old, with: new, maxReplacements: 1)
        #expect(forged != run.output)
        try forged.write(toFile: file + ".forged", atomically: true, encoding: .utf8)
        let caught = try tutor("verify", file + ".forged")
        #expect(caught.status == 1 && caught.errors.contains("changed"), "\(old) in \(format)")
      }
    }
    // Learning on does not make it wrong; another record does.
    var later = RecordBuilder()
    later.addReview("gelu-min", 3, ago: -10)
    try later.write(to: record)
    #expect(try tutor("verify", folder + "/certificate.text").status == 0)
    var other = RecordBuilder()
    other.addReview("gelu-min", 3, ago: 700_000)
    try other.write(to: folder + "/other.sqlite")
    let foreign = try Binary.run([
      "verify", folder + "/certificate.text", "--progress", folder + "/other.sqlite",
    ])
    #expect(foreign.status == 1 && foreign.errors.contains("is not the one of the certificate"))
    #expect(try tutor("verify", "/nowhere").status == 66)
  }

  @Test func anExamIsPlanned() throws {
    #expect(try tutor("progress", "exam", "soon").status == 64)
    #expect(try tutor("progress", "exam", "2020-01-01").status == 64)
    #expect(try tutor("progress", "exam", "2999-01-01").output == "The exam is on 2999-01-01.\n")
    #expect(try tutor("progress").output.contains("too far away"))
    let date = ISO8601DateFormatter().string(from: Date(timeIntervalSinceNow: 20 * 86_400))
      .prefix(10)
    #expect(try tutor("progress", "exam", String(date)).status == 0)
    #expect(try tutor("progress").output.contains("Exam on \(date)"))
    let exam = try #require(
      try numbers(tutor("progress", "--json").output)["exam"] as? [String: Any])
    #expect(exam["date"] as? String == String(date))
    let days = try #require(exam["days"] as? [[String: Any]])
    #expect(
      days.compactMap { $0["new"] as? Int }.reduce(0, +)
        == (try TestCourse.bundled.get().deck.flashcards.count))
    #expect(try tutor("progress", "exam", "none").output == "No exam is planned.\n")
    #expect(try numbers(tutor("progress", "--json").output)["exam"] == nil)
  }

  @Test func weightsAreFittedOnlyToEnoughReviewsAndUsedOnlyIfTheyHelp() throws {
    let few = try tutor("progress", "optimise")
    #expect(few.status == 0 && few.output.contains("a fit needs 400"))
    var past = RecordBuilder()
    // Somebody who forgets nearly everything within days, whatever the grade.
    for (index, card) in try TestCourse.bundled.get().deck.flashcards.enumerated() {
      for round in 0..<8 {
        let isKnown = (index + round) % 4 == 0
        past.addReview(card.id, isKnown ? 3 : 1, ago: (40 - round * 4 - index % 3) * 86_400)
      }
    }
    try past.write(to: record)
    let offered = try tutor("progress", "optimise")
    #expect(offered.output.contains("Held out:") && offered.output.contains("--use"))
    #expect(try !tutor("progress", "export").output.contains("weights"))
    let used = try tutor("progress", "optimise", "--use")
    #expect(used.output.contains("They count from now on."))
    #expect(try tutor("progress", "export").output.contains("\"weights\""))
    #expect(
      try tutor("progress", "optimise", "--forget").output.contains("published weights count"))
  }

  @Test func aRecordIsResetAndRestored() throws {
    try RecordBuilder.earned().write(to: record)
    let before = try tutor("progress", "export").output
    #expect(try tutor("progress", "reset").status == 64)
    #expect(try tutor("progress", "export").output == before)
    let reset = try tutor("progress", "reset", "--yes")
    let copy = try #require(reset.output.firstMatch(of: /kept as (\S+)\./)).1
    #expect(try tutor("progress", "export").output.split(separator: "\n").count == 1)
    #expect(try tutor("progress", "restore", String(copy)).status == 0)
    #expect(try tutor("progress", "export").output == before)
    #expect(try tutor("progress", "restore", folder + "/none").status == 66)
    let text = folder + "/progress.sqlite.jsonl"
    #expect(try tutor("progress", "restore", text).status == 73)
    #expect(try tutor("progress", "export").output == before)
    let mode = try FileManager.default.attributesOfItem(atPath: record)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func gradesFromAClockThatWasAheadAreMovedBack() throws {
    #expect(try tutor("progress", "repair").output.contains("No entry"))
    var past = RecordBuilder()
    past.addReview("relu-def", 4, ago: 86_400)
    past.addReview("gelu-min", 3, ago: -3650 * 86_400)
    past.addReview("gelu-min", 3, ago: -3651 * 86_400)
    try past.write(to: record)
    let before = try tutor("progress", "export").output
    #expect(try tutor("progress", "repair").output.contains("2 entries are stamped in the future"))
    let repaired = try tutor("progress", "repair", "--apply")
    #expect(repaired.output.contains("2 entries moved back"), "\(repaired.errors)")
    #expect(try tutor("progress", "repair").output.contains("No entry"))
    let report = try numbers(tutor("progress", "--json").output)
    #expect(report["reviews"] as? Int == 3)
    #expect(try tutor("progress", "export").output.split(separator: "\n").count == 1 + 3)
    #expect(try !tutor("home", "--plain").output.contains("clock"))
    // The way back.
    let copy = try #require(repaired.output.firstMatch(of: /kept as (\S+)\./)).1
    #expect(try tutor("progress", "restore", String(copy)).status == 0)
    #expect(try tutor("progress", "export").output == before)
  }
}
