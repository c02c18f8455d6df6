extension Words {
  /// Errors of records, terminals, functions and plots, one sentence each without a full stop.
  ///
  /// Options and text in backquotes are typed as they are and are not translated.
  package enum Failures {
    /// The last line that a crashing program prints.
    package static func crashed(unsaved: Int) -> String {
      let start = "tutor: an internal error ended the program; the terminal has been restored"
      switch unsaved {
      case 0: return start + " and every answer given is saved"
      case 1: return start + "; 1 entry could not be saved before and is lost"
      default: return start + "; \(unsaved) entries could not be saved before and are lost"
      }
    }

    // The record; the path comes first.

    package static func newerRecord(path: String, found: Int, known: Int) -> String {
      "\(path): the record has format \(found); this program supports up to \(known): "
        + "update tutor, or name another record with --progress"
    }
    package static func notARecord(path: String) -> String {
      "\(path): this database is not a tutor record: name another file with --progress"
    }
    package static func isLink(path: String) -> String {
      "\(path): this is a symbolic link, and tutor does not write through links: name the file "
        + "itself with --progress"
    }
    package static func busy(path: String) -> String {
      "\(path): another program is using the record: try again later"
    }
    package static func cannotOpenRecord(path: String, reason: String) -> String {
      "\(path): the record cannot be opened (\(reason)): name another with --progress"
    }
    package static func cannotWrite(path: String, reason: String) -> String {
      "\(path): cannot write (\(reason))"
    }

    package static func cannotPrint(reason: String) -> String {
      "standard output: cannot write (\(reason))"
    }
    /// A reason, for use inside a sentence.
    package static let notOpen = "it is not open for writing"

    // The debug log.

    package static func noLog(path: String, reason: String) -> String {
      "TUTOR_LOG: cannot write \(path) (\(reason)). This session is not logged."
    }
    package static let logIsLink = "it is a symbolic link"
    package static let logIsOther = "it is not a log of tutor"

    // The terminal.

    package static let noTerminal =
      "standard input or output is not a terminal: "
      + "use `tutor render` or `tutor plot --print` to print text"
    package static let noTerminalType =
      "TERM is not set: set it to your terminal's type, for example xterm-256color"
    package static func unknownTerminal(_ name: String) -> String {
      "TERM=\(name) is not in the terminfo database: "
        + "set it to your terminal's type, for example xterm-256color"
    }
    package static func dumbTerminal(_ name: String) -> String {
      "TERM=\(name) cannot position the cursor: "
        + "use `tutor render` or `tutor plot --print` to print text"
    }

    // Functions and their parameters.

    package static func unknownFunction(_ name: String, choices: [String]) -> String {
      "there is no function '\(name)': choose from \(choices.joined(separator: ", "))"
    }
    package static func unknownParameter(
      _ name: String, of function: String, allowed: [String]
    ) -> String {
      allowed.isEmpty
        ? "\(function) has no parameter '\(name)': it has none"
        : "\(function) has no parameter '\(name)': use \(allowed.joined(separator: ", "))"
    }
    package static func outOfRange(_ name: String, value: Double, _ range: ClosedRange<Double>)
      -> String
    {
      "\(name) = \(value) is out of range: choose from \(range.lowerBound) to \(range.upperBound)"
    }
    package static func notPlain(_ name: String, value: Double) -> String {
      "\(name) = \(value) is not allowed: give a finite number"
    }

    // Plot descriptions.

    /// A range of x or y, empty or otherwise invalid, as it was typed.
    package static func badRange(_ part: String, isEmpty: Bool) -> String {
      isEmpty
        ? "\(part): the range is empty. Give two different numbers, the smaller first."
        : "\(part): not a range. Give two finite numbers that differ by more than a billionth, the "
          + "smaller first, as in -4...4."
    }
    package static func badPart(_ part: String, expected: String) -> String {
      "'\(part)' is not a plot option: use \(expected)"
    }
    package static func tooManyFunctions(most: Int) -> String {
      "too many functions: give at most \(most)"
    }
  }

  /// The plain-text session, without a full-screen interface.
  package enum Plain {
    /// Before the first screen.
    ///
    /// Names of keys are typed as they are.
    package static let welcome =
      "tutor in plain text. Type one or more keys such as 1, c or Down, then Enter. An empty line means "
      + "Space."
    package static let unchanged = "Nothing changed. ? lists the keys."
    package static func noKey(_ line: String) -> String {
      "'\(line)' is not a key. ? lists the keys."
    }
  }
}
