extension Words {
  /// What is wrong with a record, a terminal or a function's name: one sentence each, without a full stop.
  ///
  /// What begins with hyphens, and what stands between backquotes, is to be typed as it is.
  package enum Failures {
    /// The last line of a program that has crashed.
    package static func crashed(unsaved: Int) -> String {
      let start = "tutor: an internal error ended the program; the terminal has been restored"
      switch unsaved {
      case 0: return start + " and every answer given is saved"
      case 1: return start + "; 1 entry could not be saved before and is lost"
      default: return start + "; \(unsaved) entries could not be saved before and are lost"
      }
    }

    // The record; the path stands first.

    /// The record was kept by a program to come.
    package static func newerRecord(path: String, found: Int, known: Int) -> String {
      "\(path): the record has format \(found), and this program knows \(known): "
        + "use a newer tutor, or --progress to keep another record"
    }
    /// The record's file holds something else.
    package static func notARecord(path: String) -> String {
      "\(path): this is a database, but no record of this program: choose another file with "
        + "--progress"
    }
    /// The record's file only points to another.
    package static func isLink(path: String) -> String {
      "\(path): this is a symbolic link, and nothing is written through one: name the file "
        + "itself with --progress"
    }
    /// The record is in use.
    package static func busy(path: String) -> String {
      "\(path): another program holds the record: try again when it has ended"
    }
    /// The record cannot be read.
    package static func cannotOpenRecord(path: String, reason: String) -> String {
      "\(path): the record cannot be opened (\(reason)): choose another with --progress"
    }
    /// Nothing can be put into a file.
    package static func cannotWrite(path: String, reason: String) -> String {
      "\(path): cannot write (\(reason))"
    }

    /// Not everything could be printed.
    package static func cannotPrint(reason: String) -> String {
      "standard output: cannot write (\(reason))"
    }
    /// A descriptor was closed, or may only be read, in the middle of a sentence.
    package static let notOpen = "it is not open for writing"

    // The debug log.

    /// At the start of a session that cannot be logged.
    package static func noLog(path: String, reason: String) -> String {
      "TUTOR_LOG: cannot write \(path) (\(reason)). This session is not logged."
    }
    package static let logIsLink = "it is a symbolic link"
    package static let logIsOther = "it is not a log of tutor"

    // The terminal.

    /// There is none.
    package static let noTerminal =
      "this needs a terminal, and input or output is none: "
      + "use `tutor render` or `tutor plot --print` to get text"
    /// The terminal has not said what it is.
    package static let noTerminalType =
      "TERM is not set: set TERM to what your terminal is, for instance xterm-256color"
    /// Nothing is known about a terminal of that name.
    package static func unknownTerminal(_ name: String) -> String {
      "the terminal type '\(name)' is unknown here: "
        + "set TERM to what your terminal is, for instance xterm-256color"
    }
    /// The terminal cannot move its cursor.
    package static func dumbTerminal(_ name: String) -> String {
      "the terminal type '\(name)' cannot place text: "
        + "use `tutor render` or `tutor plot --print` to get text"
    }

    // Functions and their parameters.

    /// A function that is not in the catalogue.
    package static func unknownFunction(_ name: String, choices: [String]) -> String {
      "there is no function '\(name)': choose from \(choices.joined(separator: ", "))"
    }
    /// A parameter that a function does not have.
    package static func unknownParameter(
      _ name: String, of function: String, allowed: [String]
    ) -> String {
      allowed.isEmpty
        ? "\(function) has no parameter '\(name)': it has none"
        : "\(function) has no parameter '\(name)': it has \(allowed.joined(separator: ", "))"
    }
    /// A number that is too large or too small.
    package static func outOfRange(_ name: String, value: Double, _ range: ClosedRange<Double>)
      -> String
    {
      "\(name) = \(value) is out of range: choose from \(range.lowerBound) to \(range.upperBound)"
    }
    /// A value that is no number a parameter could have.
    package static func notPlain(_ name: String, value: Double) -> String {
      "\(name) = \(value) cannot be used: give a plain number"
    }

    // Plots as they are typed.

    /// A word that says nothing about a plot.
    package static func badPart(_ part: String, expected: String) -> String {
      "'\(part)' means nothing in a plot: use \(expected)"
    }
    /// More functions than have room.
    package static func tooManyFunctions(most: Int) -> String {
      "there are too many functions: give \(most) at most"
    }
  }

  /// A sitting without a screen.
  package enum Plain {
    /// Before the first screen; the key's names in it are what is typed.
    package static let welcome =
      "tutor in plain text. Type a key such as 1, c or Down, or several, and Enter; an empty line "
      + "is Space."
    /// After keys that changed nothing.
    package static let unchanged = "Nothing has changed. ? lists the keys."
    /// After a line that names no key.
    package static func noKey(_ line: String) -> String { "'\(line)' names no key." }
  }
}
