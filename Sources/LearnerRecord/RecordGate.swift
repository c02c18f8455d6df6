import Foundation
import Practice

/// What may be on a record: the same for a record that is opened, one that is merged, and lines that are imported.
///
/// What passes can be exported and imported again, byte for byte.
extension RecordEntry {
  /// Ids are 1 to 64 printable characters of ASCII.
  static func isPossible(id: String) -> Bool {
    var id = id
    return id.withUTF8 { bytes in
      (1...64).contains(bytes.count) && bytes.allSatisfy { (0x21..<0x7F).contains($0) }
    }
  }

  /// Why the event can be on no record; nil if it can.
  public var problem: RecordError.LineProblem? {
    do {
      _ = try checked(JSONDecoder())
      return nil
    } catch {
      return error.problem
    }
  }

  /// What no program of ours can have written.
  struct Impossible: Error {
    var problem: RecordError.LineProblem
  }

  /// The event, if the program knows its fact.
  ///
  /// - Throws: `Impossible`.
  func checked(_ decoder: JSONDecoder) throws(Impossible) -> LearnerEvent? {
    guard Self.isPossible(id: id) else { throw Impossible(problem: .badID) }
    guard LearnerEvent.times.contains(time) else { throw Impossible(problem: .badTime) }
    guard LearnerEvent.utcOffsets.contains(utcOffset) else { throw Impossible(problem: .badOffset) }
    if let known = Fact(plain: fact) {
      guard known.isPossible else { throw Impossible(problem: .badFact) }
      return LearnerEvent(id: id, time: time, utcOffset: utcOffset, fact: known)
    }
    // A line feed would end the line of an export, and a control character means nothing in JSON.
    guard fact.utf8.allSatisfy({ $0 >= 0x20 }), JSONMembers(Array(fact.utf8)) != nil else {
      throw Impossible(problem: .badFact)
    }
    guard let known = try? decoder.decode(Fact.self, from: Data(fact.utf8)) else { return nil }
    guard known.isPossible else { throw Impossible(problem: .badFact) }
    return LearnerEvent(id: id, time: time, utcOffset: utcOffset, fact: known)
  }
}
