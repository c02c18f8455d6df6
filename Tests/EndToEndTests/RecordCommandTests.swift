import Foundation
import LearnerRecord
import Lessons
import Practice
import TerminalUI
import TestCourse
import TestSupport
import Testing
import Words

/// The effects of `tutor progress`, `tutor certificate` and `tutor verify` on a record.
struct RecordCommandTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/tutor-\(UUID().uuidString)"
  private var record: String { folder + "/progress.sqlite" }

  private func tutor(_ words: String...) throws -> (output: String, errors: String, status: Int32) {
    try Binary.run(words + ["--progress", record])
  }

  /// The kinds of facts on the record.
  private func kinds() throws -> Set<String> {
    Set(try LearnerRecord(path: record).newEvents().map(\.fact.kind))
  }

  /// The copy that a command has made of the record.
  private static func kept(_ output: String) -> Substring? {
    output.firstMatch(of: /\S+\.backup-\d+/)?.0
  }

  @Test func aCertificateIsEarnedAndVerified() throws {
    let early = try tutor("certificate")
    #expect(early.status == 1)
    #expect(early.output.shows(Words.Certificate.everySection(read: 0, of: 3)))
    try RecordBuilder.earned().write(to: record)
    for format in ["text", "markdown", "svg"] {
      let file = "\(folder)/certificate.\(format)"
      let run = try tutor("certificate", "--name", "Ada <Löwe> *&\"", "--format", format)
      #expect(run.status == 0, "\(run.errors)\(run.output)")
      #expect(run.output.shows(Words.CertificateText.sections(3)))
      if format == "svg" { #expect(XMLShape.isBalanced(run.output)) }
      try run.output.write(toFile: file, atomically: true, encoding: .utf8)
      let verified = try tutor("verify", file)
      #expect(verified.status == 0, "\(verified.errors)")
      #expect(verified.output.shows(Words.Reports.certificateAgrees))
      // Without a record the certificate is still consistent.
      let alone = try Binary.run(["verify", file, "--progress", folder + "/none.sqlite"])
      #expect(alone.status == 0 && alone.output.shows(Words.Reports.nothingToCompare))
      for (old, new) in [("3 sections", "4 sections"), ("recall=", "recall=1"), ("Ada", "Eve")] {
        let forged = run.output.replacing(old, with: new, maxReplacements: 1)
        #expect(forged != run.output)
        try forged.write(toFile: file + ".forged", atomically: true, encoding: .utf8)
        let caught = try tutor("verify", file + ".forged")
        #expect(caught.status == 1 && !caught.errors.isEmpty, "\(old) in \(format)")
      }
    }
    // Further learning does not invalidate it; another record does.
    var later = RecordBuilder()
    later.addReview("line", 3, ago: -10)
    try later.write(to: record)
    #expect(try tutor("verify", folder + "/certificate.text").status == 0)
    var other = RecordBuilder()
    other.addReview("line", 3, ago: 700_000)
    try other.write(to: folder + "/other.sqlite")
    let foreign = try Binary.run([
      "verify", folder + "/certificate.text", "--progress", folder + "/other.sqlite",
    ])
    #expect(foreign.status == 1)
    #expect(foreign.errors.shows(Words.Files.recordDiffers(folder + "/other.sqlite")))
    #expect(try tutor("verify", "/nowhere").status == 66)
  }

  @Test func anExamIsPlanned() throws {
    #expect(try tutor("progress", "exam", "soon").status == 64)
    #expect(try tutor("progress", "exam", "2020-01-01").status == 64)
    let far = "2999-01-01"
    #expect(try tutor("progress", "exam", far).output == Words.Reports.exam(on: far) + "\n")
    #expect(try tutor("progress").output.shows(Words.Plan.isTooFar(date: far)))
    let date = ISO8601DateFormatter().string(from: Date(timeIntervalSinceNow: 20 * 86_400))
      .prefix(10)
    #expect(try tutor("progress", "exam", String(date)).status == 0)
    let exam = try #require(try RecordReport.of(record).exam)
    #expect(exam.date == String(date))
    let count = try TestCourse.small.get().deck.flashcards.count
    #expect(exam.days.map(\.new).reduce(0, +) == count)
    #expect(try tutor("progress", "exam", "none").output == Words.Reports.noExam + "\n")
    #expect(try RecordReport.of(record).exam == nil)
  }

  @Test func weightsNeedEnoughReviewsAndMustImprovePredictions() throws {
    let few = try tutor("progress", "optimise")
    #expect(few.status == 0 && few.output.shows(Words.Reports.tooFewReviews(0, needed: 64)))
    var past = RecordBuilder()
    // A learner who forgets nearly everything within days, whatever the grade.
    for index in 0..<96 {
      for round in 0..<8 {
        let isKnown = (index + round) % 4 == 0
        past.addReview(
          "card-\(index)", isKnown ? 3 : 1, ago: (40 - round * 4 - index % 3) * 86_400)
      }
    }
    try past.write(to: record)
    let offered = try tutor("progress", "optimise")
    #expect(offered.output.shows(Words.Reports.helps))
    #expect(try kinds() == ["review"])
    let used = try tutor("progress", "optimise", "--use")
    #expect(used.output.shows(Words.Reports.inUse))
    #expect(try kinds() == ["review", "weights"])
    #expect(
      try tutor("progress", "optimise", "--forget").output.shows(Words.Reports.publishedAgain))
  }

  @Test func aDesiredRetentionIsSetAndShown() throws {
    #expect(try tutor("progress", "retention").output.shows(Words.Retention.axis))
    #expect(try !tutor("progress", "retention", "--plain").output.shows(Words.Retention.axis))
    for bad in ["79", "96", "0.9", "x"] {
      #expect(try tutor("progress", "retention", bad).status == 64)
    }
    let set = try tutor("progress", "retention", "85")
    #expect(set.output.shows(Words.Retention.isSet(percent: 85)))
    #expect(try tutor("progress", "export").output.contains("\"0.85\""))
    let row = Words.Progress.retention(percent: 85)
    #expect(try tutor("progress").output.shows(row))
  }

  @Test func aRecordIsResetAndRestored() throws {
    try RecordBuilder.earned().write(to: record)
    let before = try tutor("progress", "export").output
    #expect(try tutor("progress", "reset").status == 64)
    #expect(try tutor("progress", "export").output == before)
    let reset = try tutor("progress", "reset", "--yes")
    let copy = try #require(Self.kept(reset.output))
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
    #expect(try tutor("progress", "repair").output.shows(Words.Reports.nothingAhead))
    var past = RecordBuilder()
    past.addReview("steepest", 4, ago: 86_400)
    past.addReview("line", 3, ago: -3650 * 86_400)
    past.addReview("line", 3, ago: -3651 * 86_400)
    try past.write(to: record)
    let before = try tutor("progress", "export").output
    let ahead = Words.Reports.ahead(entries: 2, latest: anything)
    #expect(try tutor("progress", "repair").output.shows(ahead))
    let repaired = try tutor("progress", "repair", "--apply")
    #expect(repaired.status == 0, "\(repaired.errors)")
    #expect(try tutor("progress", "repair").output.shows(Words.Reports.nothingAhead))
    #expect(try RecordReport.of(record).reviews == 3)
    #expect(try tutor("progress", "export").output.split(separator: "\n").count == 1 + 3)
    // The home screen would name the command that repairs the record.
    #expect(try !tutor("home", "--plain").output.shows("tutor progress repair"))
    // Undoing it.
    let copy = try #require(Self.kept(repaired.output))
    #expect(try tutor("progress", "restore", String(copy)).status == 0)
    #expect(try tutor("progress", "export").output == before)
  }
}
