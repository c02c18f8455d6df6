extension Words {
  /// Errors in a command line, one sentence each without a full stop.
  ///
  /// Options and text in backquotes are typed as they are and are not translated.
  package enum Usage {
    package static func noCommand(_ name: String, nearest: String) -> String {
      "there is no command '\(name)': did you mean '\(nearest)'?"
    }
    package static func noSection(_ name: String, count: Int, ids: [String]) -> String {
      "there is no section '\(name)': use 1 to \(count), or \(ids.joined(separator: ", "))"
    }
    /// The nearest spelling is nil if none is similar.
    package static func noTerm(_ name: String, nearest: String?) -> String {
      let rest =
        nearest.map { "did you mean '\($0)'?" } ?? "`tutor glossary` without a term lists all"
      return "there is no term '\(name)': " + rest
    }
    package static let badSeconds = "--seconds must be from 5 to 3600"
    /// The smallest width and height are given.
    package static func badSize(_ text: String, width: Int, height: Int) -> String {
      "--size \(text) cannot be drawn: give columns and rows from \(width)x\(height) to 1000x1000, "
        + "as in 80x24"
    }
    package static func unusedParameter(_ name: String) -> String {
      "none of these functions has a parameter '\(name)'"
    }
    package static func noScreen(_ name: String, choices: [String]) -> String {
      "there is no screen '\(name)': use \(choices.joined(separator: ", "))"
    }
    /// Names of keys are typed as they are.
    package static func noKey(_ name: String) -> String {
      "there is no key '\(name)': use words such as Down, Enter, Space, C-l, or one character"
    }
    package static let longName = "--name is too long: give at most 100 letters"
    package static let scheduleNeedsPackage = "--schedule needs --format apkg"
    package static let packageToTerminal =
      "a package is not text: name a file with --output"
    package static let importWhat = "give a deck, --list, or --remove with a name"
    package static let confirmReset =
      "this starts an empty record and keeps the old one next to it: add --yes to confirm"
    package static func badExamDay(_ text: String) -> String {
      "'\(text)' is not a future date: give one as in 2027-01-31, or none"
    }
    package static func badRetention(_ text: String, from low: Int, to high: Int) -> String {
      "'\(text)' is not a whole number of percent from \(low) to \(high)"
    }

    // The race.

    package static let tooManyActivations = "too many activations: give at most 4"
    package static func noModel(_ name: String) -> String {
      "there is no model '\(name)': use mlp or cnn"
    }
    package static let convolutionNeedsImages =
      "--model cnn needs images: use it with --data digits or --folder"
    package static func badHidden(_ text: String) -> String {
      "--hidden \(text) is not a list of numbers: use one as in 32,32"
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
      "the input of layer \(number) is too small to pool"
    }
    package static func networkTooLarge(megabytes: Int, most: Int) -> String {
      "the network needs \(megabytes) MB, and \(most) MB are allowed: use fewer units"
    }
  }
}
