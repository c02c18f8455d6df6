import Foundation
import Practice
import Testing

import class GRDB.DatabaseQueue

@testable import LearnerRecord

/// The rules of what a record may contain.
struct GateTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/record-\(UUID().uuidString)"

  private static let fact = #"{"sectionRead":{"_0":"a"}}"#

  private static func entry(
    id: String = "a", time: Int = 5, offset: Int = 0, fact: String = fact
  ) -> RecordEntry {
    RecordEntry(id: id, time: time, utcOffset: offset, fact: fact)
  }

  /// Valid values at the ends of all ranges; the values beyond are invalid.
  private static let possible: [RecordEntry] = [
    entry(id: String(repeating: "~", count: 64)), entry(time: -1), entry(time: -62_135_596_800),
    entry(time: 253_402_300_799), entry(offset: 86400), entry(offset: -86400),
    entry(fact: "{}"), entry(fact: #"{"fromTomorrow":{"x":[-0.0,1e300,"\u0000\ud83d\ude00"]}}"#),
    entry(fact: #"{"note":{"section":"s","text":"\#(String(repeating: "x", count: 1 << 16))"}}"#),
    entry(fact: #"{"note":{"section":"s","text":"\u001b]0;x\u0007\n\u0000\u009b\u2028"}}"#),
    entry(fact: #"{ "review" : {"card":"a", "rating":3} }"#),
    entry(fact: #"{"exam":{}}"#), entry(fact: #"{"exam":{"day":2932897}}"#),
  ]
  private static let impossible: [(RecordEntry, LearnerRecordError.LineProblem)] = [
    (entry(id: ""), .badID), (entry(id: String(repeating: "x", count: 65)), .badID),
    (entry(id: String(repeating: "x", count: 1 << 20)), .badID), (entry(id: "a b"), .badID),
    (entry(id: "\u{1B}"), .badID), (entry(id: "é"), .badID), (entry(id: "a\0b"), .badID),
    (entry(time: -62_135_596_801), .badTime), (entry(time: 253_402_300_800), .badTime),
    (entry(time: .max), .badTime), (entry(time: .min), .badTime),
    (entry(offset: 86401), .badOffset), (entry(offset: .min), .badOffset),
    (entry(fact: ""), .badFact), (entry(fact: "7"), .badFact), (entry(fact: "[]"), .badFact),
    (entry(fact: "{}}"), .badFact), (entry(fact: "{\n}"), .badFact),
    (entry(fact: #"{"a":1,"a":2}"#), .badFact), (entry(fact: #"{"a":{"b":1,"b":2}}"#), .badFact),
    (entry(fact: String(repeating: #"{"a":"#, count: 2000) + "1"), .badFact),
    (entry(fact: #"{"quizDone":{"right":-1,"total":10}}"#), .badFact),
    (entry(fact: #"{"exam":{"day":9223372036854775807}}"#), .badFact),
  ]

  @Test(arguments: possible) func validEventsComeBackByteForByte(entry: RecordEntry) throws {
    #expect(entry.problem == nil)
    let record = try LearnerRecord(path: folder + "/a.sqlite")
    #expect(try record.merge([entry]).added == 1)
    let text = try record.exported()
    let other = try LearnerRecord(path: folder + "/b.sqlite")
    #expect(try other.merge(RecordLines.entries(in: text, of: "f")).added == 1)
    #expect(try other.entries() == [entry] && other.exported() == text)
    #expect(try LearnerRecord.reading(ofFile: folder + "/a.sqlite").entries == [entry])
  }

  /// The gate, the line reader, merging and opening must agree.
  @Test(arguments: impossible.indices) func impossibleEventsAreRefusedEverywhere(index: Int) throws
  {
    let (entry, problem) = Self.impossible[index]
    #expect(entry.problem == problem)
    let good = Self.entry(id: "good")
    let path = folder + "/a.sqlite"
    let record = try LearnerRecord(path: path)
    #expect(throws: LearnerRecordError.cannotWrite(path: path, reason: .impossible)) {
      try record.merge([good, entry])
    }
    #expect(try record.entries().isEmpty)
    if let id = try? JSONEncoder().encode(entry.id), !entry.fact.contains(where: \.isNewline) {
      let line =
        #"{"id":\#(String(decoding: id, as: UTF8.self)),"time":\#(entry.time),"#
        + #""utc_offset":\#(entry.utcOffset),"fact":\#(entry.fact)}"#
      let text = RecordLines.text([good]) + line + "\n"
      let reading = try RecordLines.read(text, of: "f")
      #expect(reading.entries == [good])
      #expect(reading.refused.map(\.line) == [3])
      // For a line that is not JSON, the reader cannot say which part is wrong.
      #expect([problem, .noObject].contains(reading.refused[0].problem))
    }
    // Written by an earlier program that checked less.
    _ = try record.merge([good])
    try record.database.write { db in _ = try entry.insert(into: db) }
    try record.database.close()
    let foreign = try LearnerRecord.reading(ofFile: path)
    #expect(foreign.entries == [good])
    let isReadable = !entry.id.utf8.contains(0)
    if isReadable { #expect(foreign.refused.map(\.problem) == [problem]) }
    let opened = try LearnerRecord(path: path)
    #expect(try opened.newEvents().map(\.id) == ["good"])
    let recovery = try #require(opened.recovery)
    #expect(recovery.events == 1 && recovery.refused == (isReadable ? 1 : 0))
    // The kept file contains it.
    #expect(try LearnerRecord.reading(ofFile: recovery.keptAs).entries == [good])
    let text = try opened.exported()
    #expect(try RecordLines.entries(in: text, of: "f") == [good])
  }

  /// Events with random values at the ends of ranges are exported and imported unchanged.
  @Test func recordedEventsCanBeExportedAndImported() throws {
    var random = SeededGenerator(seed: 11)
    func pick<Element>(_ list: [Element]) -> Element {
      list[Int(random.next() % UInt64(list.count))]
    }
    let times = [
      -62_135_596_801, -62_135_596_800, -1, 0, 1, 1_800_000_000, 253_402_300_799, 253_402_300_800,
    ]
    let texts = [
      "", "a", "\u{1B}[31m", "\0", "\"\\/", "e\u{301}", "\u{2028}", "\u{FFFF}", "🫠", "\u{202E}",
      "\r\n",
    ]
    let counts = [0, 1, 1_000_000_000_000, 1_000_000_000_001, -1, Int.max]
    let record = try LearnerRecord(path: folder + "/a.sqlite")
    var kept = 0
    for number in 0..<400 {
      let facts: [Fact] = [
        .review(card: pick(texts), rating: pick([.again, .hard, .good, .easy])),
        .note(section: pick(texts), text: pick(texts) + pick(texts)),
        .answer(
          question: pick(texts), isRight: number % 2 == 0, mode: pick([.quiz, .speed, .check]),
          milliseconds: pick(counts), mistake: pick(texts)),
        .weights([.greatestFiniteMagnitude, -0.0, .leastNonzeroMagnitude, 0.1]),
        .weights([.nan]), .quizDone(right: pick(counts), total: pick(counts)),
        .rewritten(card: pick(texts), front: pick(texts), back: pick(texts)),
        .exam(day: pick([nil, 0, 2_932_897, .max])),
      ]
      let event = LearnerEvent(
        id: pick(["", "x ", "id"]) + "\(number)", time: pick(times),
        utcOffset: pick([0, 86400, -86400, 86401]), fact: pick(facts))
      do {
        try record.append(event)
        kept += 1
      } catch LearnerRecordError.cannotWrite(_, .impossible) {
        continue
      }
    }
    #expect(kept > 50)
    let text = try record.exported()
    let other = try LearnerRecord(path: folder + "/b.sqlite")
    #expect(try other.merge(RecordLines.entries(in: text, of: "f")).added == kept)
    #expect(try other.exported() == text)
    #expect(try Set(other.newEvents()) == Set(record.newEvents()))
    #expect(record.recovery == nil && other.recovery == nil)
  }

  @Test func aFullLineIsOneLine() throws {
    let text =
      RecordLines.text([Self.entry(id: "1")])
      + "{\"id\":\"2\",\t\"time\":5,\"utc_offset\":0,\"fact\":{\t\"a\":\"b\"}}\r\n"
    let entries = try RecordLines.entries(in: text, of: "f")
    #expect(entries.map(\.fact) == [Self.fact, #"{ "a":"b"}"#])
  }
}
