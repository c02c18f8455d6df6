extension Words {
  /// Errors of plots and of standard output, and the lines before the program ends.
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

    // Standard output and files.

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
}
