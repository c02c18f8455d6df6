import Foundation
import GRDB
import Lessons
import Practice
import Testing

@testable import LearnerRecord

struct AnkiPackageTests {
  private let now = 20_000 * 86400 + 50_000

  private var deck: Deck {
    get throws {
      let text = try #require(ClozeText("{{c1::a}} and {{c3::b::hint}}"))
      return Deck(
        id: "d", title: "Bends",
        cards: [
          Card(
            id: "one", section: "s t", tags: ["x"],
            form: .basic(front: "a < b &\nc", back: "yes"), explanation: "why"),
          Card(id: "gaps", section: "", form: .cloze(text, accepted: [:]), explanation: "e"),
          Card(
            id: "new", section: "s",
            form: .basic(front: "n<\u{301}\u{1F}\to", back: "m"),
            explanation: ""),
        ])
    }
  }

  private var learner: Learner {
    func event(_ id: String, day: Int, _ card: String, _ rating: Rating) -> LearnerEvent {
      LearnerEvent(
        id: id, time: day * 86400 + 40_000, utcOffset: 0, fact: .review(card: card, rating: rating))
    }
    return Learner(events: [
      event("1", day: 19_990, "one", .easy), event("2", day: 19_998, "one", .good),
      event("3", day: 19_998, "gaps#c3", .again), event("4", day: 19_998, "gone", .good),
    ])
  }

  /// The first file of an archive of stored files.
  private func collection(_ learner: Learner?) throws -> DatabaseQueue {
    let data = try AnkiPackage(deck, learner: learner, now: now, utcOffset: 0).data()
    func number(_ range: Range<Int>) -> Int {
      data[range].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    #expect(data.prefix(4) == Data([0x50, 0x4B, 3, 4]) && number(8..<10) == 0)
    let (size, name) = (number(18..<22), number(26..<28))
    #expect(data[30..<(30 + name)] == Data("collection.anki2".utf8))
    let file = data[(30 + name)..<(30 + name + size)]
    #expect(number(14..<18) == Int(ZipArchive.crc(Data(file))))
    let path = NSTemporaryDirectory() + "anki-\(UUID().uuidString)"
    try file.write(to: URL(fileURLWithPath: path))
    return try DatabaseQueue(path: path)
  }

  @Test func theChecksumMatchesTheStandard() {
    // The check value of CRC-32/ISO-HDLC.
    #expect(ZipArchive.crc(Data("123456789".utf8)) == 0xCBF4_3926)
  }

  @Test func notesKeepTheirIdsAndFields() throws {
    try collection(nil).read { db in
      let notes = try Row.fetchAll(db, sql: "SELECT guid, tags, flds FROM notes ORDER BY id")
      #expect(notes.map { $0["guid"] as String } == ["one", "gaps", "new"])
      #expect(notes[0]["tags"] == " s-t x ")
      #expect(notes[0]["flds"] == "a &lt; b &amp;<br>c\u{1F}yes<br>why")
      let fields: String = notes[2]["flds"]
      #expect(fields.unicodeScalars.starts(with: "n&lt;\u{301}  o\u{1F}m".unicodeScalars))
      #expect(notes[1]["flds"] == "{{c1::a}} and {{c3::b::hint}}\u{1F}e")
      let cards = try Row.fetchAll(db, sql: "SELECT ord, type, queue, reps FROM cards ORDER BY id")
      #expect(cards.map { $0["ord"] as Int } == [0, 0, 2, 0])
      #expect(cards.allSatisfy { $0["type"] == 0 && $0["queue"] == 0 && $0["reps"] == 0 })
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM revlog") == 0)
      #expect(try Int.fetchOne(db, sql: "SELECT ver FROM col") == 11)
    }
  }

  @Test func schedulesAndReviewLogsAreExported() throws {
    let learner = learner
    try collection(learner).read { db in
      let crt = try #require(try Int.fetchOne(db, sql: "SELECT crt FROM col"))
      #expect(crt == 19_990 * 86400 + 4 * 3600)
      let rows = try Row.fetchAll(
        db, sql: "SELECT * FROM cards WHERE reps > 0 ORDER BY type DESC")
      #expect(rows.map { $0["type"] as Int } == [2, 1])
      let schedule = try #require(learner.schedule(of: "one"))
      let due: Int = rows[0]["due"]
      #expect(due == (schedule.due - crt) / 86400)
      let data: String = rows[0]["data"]
      let stability = (schedule.memory?.stability ?? 0) * 10_000
      let memory = try JSONDecoder().decode([String: Double].self, from: Data(data.utf8))
      #expect(memory["s"] == stability.rounded() / 10_000, "\(data)")
      #expect(rows[1]["due"] == learner.schedule(of: "gaps#c3")?.due)
      let log = try Row.fetchAll(db, sql: "SELECT * FROM revlog ORDER BY id")
      // Cards that are not in the deck are not exported; times are unique.
      let grades = log.map { $0["ease"] as Int }
      #expect(grades.first == 4 && grades.sorted() == [1, 3, 4])
      #expect(Set(log.map { $0["id"] as Int }).count == 3)
      let first = ["ivl", "lastIvl", "type"].map { log[0][$0] as Int }
      #expect(first == [8, 0, 0])
    }
  }
}
