import Foundation
public import Practice

extension LearnerRecord {
  /// The events of a record whose file stays untouched, and may lie where nothing can be written.
  ///
  /// Facts that this program does not know are passed over.
  ///
  /// - Throws: As ``entries(ofFile:)``.
  public static func events(ofFile path: String) throws(RecordError) -> [LearnerEvent] {
    let decoder = JSONDecoder()
    return try entries(ofFile: path).compactMap { $0.event(decoder) }
  }
}
