import Foundation

/// The output of `tutor progress --json`.
struct RecordReport: Decodable {
  struct Section: Decodable {
    var id: String
    var isRead: Bool
  }
  struct Run: Decodable {
    var form: String
  }
  struct Exam: Decodable {
    struct Day: Decodable {
      var new: Int
    }
    var date: String
    var days: [Day]
  }
  struct Certificate: Decodable {
    var isEarned: Bool
    var missing: [String]
  }

  var reviews: Int
  var known: Int
  var sections: [Section]
  var speedRuns: [Run]
  var exam: Exam?
  var certificate: Certificate

  /// Reads the report of a record.
  static func of(_ record: String) throws -> Self {
    try Self(Binary.run(["progress", "--json", "--progress", record]).output)
  }

  /// Reads what was printed.
  init(_ output: String) throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    self = try decoder.decode(Self.self, from: Data(output.utf8))
  }
}
