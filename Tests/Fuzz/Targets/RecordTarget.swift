import Foundation
import LearnerRecord
import Practice

/// A learner's record as JSON Lines.
enum RecordTarget: FuzzTarget {
  static func flaw(in bytes: [UInt8]) -> String? {
    if bytes.first == UInt8(ascii: "F") {
      return factFlaw(String(decoding: bytes.dropFirst(), as: UTF8.self))
    }
    // Without a header most inputs would be rejected, and nothing after it would be tested.
    let isWhole = bytes.first == UInt8(ascii: "H")
    let header = isWhole ? "" : "{\"format\":\"tutor-record\",\"version\":1}\n"
    let text = header + String(decoding: isWhole ? bytes.dropFirst() : bytes[...], as: UTF8.self)
    do throws(LearnerRecordError) {
      let entries = try RecordLines.entries(in: text, of: "f")
      for entry in entries {
        guard (1...64).contains(entry.id.utf8.count), (-86400...86400).contains(entry.utcOffset),
          entry.id.utf8.allSatisfy({ (0x21..<0x7F).contains($0) }),
          LearnerEvent.times.contains(entry.time)
        else { return "\(entry)" }
        // One line on disk and in a file, without anything that a terminal could interpret.
        guard entry.fact.first == "{", entry.fact.utf8.allSatisfy({ $0 >= 0x20 }) else {
          return "the fact \(entry.fact)"
        }
      }
      let again = try RecordLines.entries(in: RecordLines.text(entries), of: "f")
      guard again == entries else { return "\(entries) reads as \(again)" }
      if let flaw = entries.lazy.compactMap({ factFlaw($0.fact) }).first { return flaw }
      return learnerFlaw(entries)
    } catch {
      guard case .badLine("f", let line, _) = error else { return "\(error)" }
      let count = text.utf8.count { $0 == 0x0A } + 1
      return (1...count).contains(line) ? nil : "line \(line) of \(count)"
    }
  }

  /// The fast parser of facts must agree with the JSON decoder.
  private static func factFlaw(_ text: String) -> String? {
    guard let quick = Fact(plain: text) else { return nil }
    let slow = try? JSONDecoder().decode(Fact.self, from: Data(text.utf8))
    return slow == quick ? nil : "\(text) is \(quick), not \(slow.map { "\($0)" } ?? "none")"
  }

  /// The learner's state must not contain numbers that overflow.
  private static func learnerFlaw(_ entries: [RecordEntry]) -> String? {
    let decoder = JSONDecoder()
    let events = entries.compactMap { entry in
      (try? decoder.decode(Fact.self, from: Data(entry.fact.utf8))).map {
        LearnerEvent(id: entry.id, time: entry.time, utcOffset: entry.utcOffset, fact: $0)
      }
    }
    let learner = Learner(events: events)
    let (now, today) = (1_800_000_000, LocalDay(unixSeconds: 1_800_000_000, utcOffsetSeconds: 0))
    let cards = learner.begunCards.sorted()
    let due = learner.forecast(of: cards, from: today, days: 7, utcOffset: 0)
    guard due.reduce(0, +) <= cards.count, learner.secondsStudied >= 0,
      learner.streak(on: today) >= 0
    else { return "counts" }
    for card in cards {
      guard let recall = learner.retrievability(of: card, on: today), (0...1).contains(recall)
      else {
        return "the recall of \(card)"
      }
      guard learner.intervals(of: card, at: now, utcOffset: 0).values.allSatisfy({ $0 > 0 }) else {
        return "an interval of \(card)"
      }
    }
    if let exam = learner.exam {
      guard LocalDay(iso: exam.iso) == exam || exam.number < 0 else { return exam.iso }
      if let plan = StudyPlan(learner, cards: cards, exam: exam, at: now, utcOffset: 0) {
        guard (0...1).contains(plan.recall) else { return "the plan" }
      }
    }
    return nil
  }
}
