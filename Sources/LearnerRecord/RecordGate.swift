import Foundation
public import Practice

/// The rules of what a record may contain: the same for opening, merging and importing.
///
/// Valid events can be exported and imported again, byte for byte.
extension RecordEntry {
  /// Whether an id consists of 1 to 64 printable ASCII characters.
  static func isPossible(id: String) -> Bool {
    var id = id
    return id.withUTF8 { bytes in
      (1...64).contains(bytes.count) && bytes.allSatisfy { (0x21..<0x7F).contains($0) }
    }
  }

  /// The reason why the event is invalid; nil if it is valid.
  public var problem: LearnerRecordError.LineProblem? {
    do {
      _ = try checked(JSONDecoder())
      return nil
    } catch {
      return error.problem
    }
  }

  /// An event that no version of this program can have written.
  struct Impossible: Error {
    var problem: LearnerRecordError.LineProblem
  }

  /// The event; nil if its fact is unknown.
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
    // A line feed would end the line of an export, and control characters are not valid JSON.
    guard fact.utf8.allSatisfy({ $0 >= 0x20 }), JSONMembers(Array(fact.utf8)) != nil else {
      throw Impossible(problem: .badFact)
    }
    guard let known = try? decoder.decode(Fact.self, from: Data(fact.utf8)) else { return nil }
    guard known.isPossible else { throw Impossible(problem: .badFact) }
    return LearnerEvent(id: id, time: time, utcOffset: utcOffset, fact: known)
  }
}
