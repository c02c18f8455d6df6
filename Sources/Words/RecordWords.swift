extension Words {
  /// Why a record cannot be opened or written, in the middle of a sentence or between brackets.
  package enum RecordReasons {
    package static let full = "the disk is full"
    package static let refused = "the disk refused it"
    package static let readOnly = "it may only be read"
    package static let forbidden = "it may not be opened or made"
    package static let inUse = "another program is using it"
    package static let damaged = "it is damaged"
    /// The reason is one of these again.
    package static func notMended(_ reason: String) -> String {
      "it is damaged, and mending it failed: \(reason)"
    }
    package static let foreign = "it is no record of this program"
    package static let notBegun = "there is no record yet"
    package static let copyDiffers = "the copy differs from the record"
    package static func database(code: Int) -> String { "SQLite error \(code)" }
  }

  /// What is wrong in a line of an exported record; file, line and column stand before it.
  ///
  /// Names in quotes are those of fields.
  package enum RecordLines {
    package static let noObject = "this is no JSON object"
    package static func noHeader(expected: String) -> String { "a record begins with \(expected)" }
    package static func unknownVersion(known: Int) -> String { "only version \(known) is known" }
    package static let badID = "'id' must be 1 to 64 printable ASCII characters"
    package static let badTime = "'time' must be seconds since 1970"
    package static let badOffset = "'utc_offset' must be seconds, at most a day"
    package static let badFact = "'fact' must be an object"
  }
}
