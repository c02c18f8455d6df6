import Foundation
import Lessons
import TestCourse
import Testing

/// A learner's history, written as JSON Lines and imported.
struct RecordBuilder {
  private var lines = [#"{"format":"tutor-record","version":1}"#]
  /// Now, in seconds since 1970.
  let now = Int(Date().timeIntervalSince1970)

  /// Adds an event some seconds ago; negative for the future.
  mutating func add(_ fact: String, ago: Int) {
    let id = "past-\(lines.count)"
    lines.append(#"{"id":"\#(id)","time":\#(now - ago),"utc_offset":0,"fact":\#(fact)}"#)
  }

  mutating func addReview(_ card: String, _ rating: Int, ago: Int) {
    add(#"{"review":{"card":"\#(card)","rating":\#(rating)}}"#, ago: ago)
  }

  /// Imports it into a record.
  func write(to record: String) throws {
    try FileManager.default.createDirectory(
      atPath: (record as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    let file = record + ".jsonl"
    try (lines.joined(separator: "\n") + "\n").write(
      toFile: file, atomically: true, encoding: .utf8)
    let run = try Binary.run(["progress", "import", file, "--progress", record])
    #expect(run.status == 0, "\(run.errors)")
  }

  /// Everything that the certificate requires.
  static func earned() throws -> RecordBuilder {
    var past = RecordBuilder()
    let bundle = try TestCourse.small.get()
    for section in bundle.lesson.sections {
      past.add(#"{"sectionRead":{"_0":"\#(section.id)"}}"#, ago: 900_000)
    }
    for card in bundle.deck.flashcards {
      past.addReview(card.id, 4, ago: 800_000)
      past.addReview(card.id, 3, ago: 90_000)
    }
    past.add(#"{"quizDone":{"right":9,"total":10}}"#, ago: 5000)
    return past
  }
}
