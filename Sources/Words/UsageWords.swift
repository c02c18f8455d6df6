extension Words {
  /// Why a command line makes no sense, and what would: one sentence each, without a full stop.
  ///
  /// What begins with hyphens, or stands between backquotes, is typed as it is.
  package enum Usage {
    /// A section of the lesson that is none.
    package static func noSection(_ name: String, count: Int, ids: [String]) -> String {
      "there is no section '\(name)': use 1 to \(count), or \(ids.joined(separator: ", "))"
    }
    /// The time for the Speed Challenge.
    package static let badSeconds = "--seconds must be from 5 to 3600"
    /// A size that is none, or too small or too large.
    package static func badSize(_ text: String, width: Int, height: Int) -> String {
      "--size \(text) cannot be drawn: give columns and rows from \(width)x\(height) to 1000x1000, "
        + "as in 80x24"
    }
    /// A window in x or y; what is expected is a clause of its own.
    package static func badWindow(_ option: String, _ text: String, expected: String) -> String {
      "\(option)=\(text) is no window: give \(expected)"
    }
    /// A parameter that no function of several has.
    package static func nobodysParameter(_ name: String) -> String {
      "none of these functions has a parameter '\(name)'"
    }
    /// A screen that is none.
    package static func noScreen(_ name: String, choices: [String]) -> String {
      "there is no screen '\(name)': use \(choices.joined(separator: ", "))"
    }
    /// A key that is none; the words that name keys stay as they are.
    package static func noKey(_ name: String) -> String {
      "there is no key '\(name)': use words such as Down, Enter, Space, C-l, or one character"
    }
    /// A name on the certificate that is too long.
    package static let longName = "--name is too long: give 100 letters at most"
    /// The schedule can go along in packages only.
    package static let scheduleNeedsPackage = "--schedule needs --format apkg"
    /// Bytes that are not for eyes.
    package static let packageToTerminal =
      "a package is no text for a terminal: name a file with --output"
    /// None, or several, of the things that `tutor import` can do.
    package static let importWhat = "give a deck, --list, or --remove with a name"
    /// Before the record is emptied.
    package static let confirmReset =
      "this begins an empty record and keeps the old one beside it: add --yes to do it"
    /// Sets the date of an exam.
    package static func badExamDay(_ text: String) -> String {
      "'\(text)' is no day to come: give one as in 2027-01-31, or none"
    }

    // The race.

    package static let tooManyActivations = "there are too many activations: give 4 at most"
    package static func noModel(_ name: String) -> String {
      "--model \(name) is none: use mlp or cnn"
    }
    package static let convolutionNeedsImages =
      "--model cnn needs images: use it with --data digits or --folder"
    package static func badHidden(_ text: String) -> String {
      "--hidden \(text) is no list of numbers: use one as in 32,32"
    }
    package static let badTraining =
      "--rate must be above 0, --batch from 1 to 10000, --epochs from 1 to 100000, --seeds from 1 to "
      + "1000"
    package static let badLimit = "--limit must be from 50 to 1000000"
    package static func noData(_ name: String, choices: [String]) -> String {
      "there is no data '\(name)': use \(choices.joined(separator: ", "))"
    }

    // Networks that cannot be made; layers are counted from 1.

    package static func emptyLayer(_ number: Int) -> String {
      "layer \(number) of the network would have no units: give every layer one or more"
    }
    package static func tooSmallToPool(_ number: Int) -> String {
      "layer \(number) has nothing left to pool"
    }
    package static func networkTooLarge(megabytes: Int, most: Int) -> String {
      "the network would take \(megabytes) MB, and \(most) are allowed: use fewer units"
    }
  }
}
