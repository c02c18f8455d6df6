package import Practice

extension LearnerRecordError {
  /// The error as a sentence without a full stop.
  package var sentence: String {
    switch self {
    case .newerFormat(let path, let found, let known):
      "\(path): the record has format \(found); this program supports up to \(known): "
        + "update tutor, or name another record with --progress"
    case .notARecord(let path):
      "\(path): this database is not a tutor record: name another file with --progress"
    case .isLink(let path):
      "\(path): this is a symbolic link, and tutor does not write through links: name the file "
        + "itself with --progress"
    case .busy(let path): "\(path): another program is using the record: try again later"
    case .cannotOpen(let path, .noRecord): "\(path): no such record"
    case .cannotOpen(let path, let reason):
      "\(path): the record cannot be opened (\(reason.sentence)): name another with --progress"
    case .badLine(let file, let line, let problem): "\(file):\(line):1: \(problem.sentence)"
    case .cannotWrite(let path, let reason): "\(path): cannot write (\(reason.sentence))"
    }
  }
}

extension LearnerRecordError.Reason {
  /// Why a record cannot be opened or written, for use inside a sentence.
  package var sentence: String {
    switch self {
    case .full: "disk full"
    case .refused: "disk write error"
    case .unreadable: "disk read error"
    case .noMemory: "out of memory"
    case .notAFile: "it is not a regular file"
    case .impossible: "it contains an invalid value"
    case .readOnly: "read-only"
    case .forbidden: "permission denied"
    case .inUse: "another program is using it"
    case .damaged: "it is damaged"
    case .notRepaired(let reason): "it is damaged, and repairing it failed: \(reason.sentence)"
    case .foreign: "it is not a tutor record"
    case .noRecord: "there is no record yet"
    case .copyDiffers: "the copy differs from the record"
    case .database(let code): "SQLite error \(code)"
    case .system(let words): words
    }
  }
}

extension LearnerRecordError.LineProblem {
  /// The error in a line of an exported record, printed after `FILE:LINE:COLUMN: `.
  ///
  /// Names in quotes are fields.
  package var sentence: String {
    switch self {
    case .noObject: "this is not a JSON object, or a key occurs twice"
    case .noHeader(let expected): "a record must begin with \(expected)"
    case .unknownVersion(let known): "only version \(known) is supported"
    case .badID: "'id' must be 1 to 64 printable ASCII characters"
    case .badTime: "'time' must be seconds since 1970, in digits"
    case .badOffset: "'utc_offset' must be seconds in digits, at most a day"
    case .badFact: "'fact' must be an object with valid values"
    }
  }
}
