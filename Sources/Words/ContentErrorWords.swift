extension Words {
  /// Errors in the files of a course, printed after `FILE:LINE:COLUMN: `.
  ///
  /// Names in quotes are fields or come from the author.
  package enum ContentErrors {
    // The file.

    package static let missingFile = "the file is missing"
    package static let unreadable = "the file cannot be read"
    package static let empty = "the file is empty"
    package static let notUTF8 = "this is not UTF-8: save the file as UTF-8"
    package static func unsafePath(_ path: String) -> String {
      "'\(path)' is outside the course's folder"
    }

    // JSON.

    package static func malformedJSON(expected: String) -> String {
      "this is not JSON: expected \(expected)"
    }
    package static let nestedTooDeeply = "this is nested too deeply"
    package static func duplicateKey(_ key: String) -> String {
      "'\(key)' occurs twice in this object"
    }
    package static func missingField(_ field: String) -> String { "'\(field)' is missing" }
    package static func wrongType(field: String, expected: String) -> String {
      "'\(field)' must be \(expected)"
    }
    package static func emptyField(_ field: String) -> String { "'\(field)' is empty" }
    package static func wrongFormat(expected: String, found: String) -> String {
      "the format is '\(found)': expected '\(expected)'"
    }
    package static func newerVersion(found: Int, known: Int) -> String {
      "version \(found) is newer than this program supports (\(known)): update tutor"
    }

    // Ids.

    package static func badID(_ id: String) -> String {
      "'\(id)' is not a valid id: use a-z, 0-9 and hyphens, at most 64"
    }
    package static func duplicateID(_ id: String, line: Int) -> String {
      "the id '\(id)' is already used in line \(line)"
    }
    package static func unknownSection(_ id: String) -> String { "there is no section '\(id)'" }
    package static func unknownCard(_ id: String) -> String { "there is no flashcard '\(id)'" }
    /// The kinds are values of the field `type`.
    package static func unknownQuestion(_ id: String) -> String {
      "the deck has no choice, curve, network, truefalse, order or match question '\(id)'"
    }
    package static func unknownItem(_ id: String, in list: String) -> String {
      "there is no item '\(id)' in '\(list)'"
    }

    // The lesson.

    package static let noSections = "there are no sections"
    package static let missingTitle = "the section must begin with its title, as in `# Title`"
    package static let noMindMap =
      "a mind map must be a title, as in `# Title`, and one nested list"
    package static func badLink(_ link: String) -> String {
      "the link '\(link)' has no target: use #section, card:id or plot:function"
    }

    // Cards.

    package static let noCards = "there are no cards"
    package static func correctChoices(_ count: Int) -> String {
      "exactly one choice must be correct: \(count) are"
    }
    package static func tooFew(field: String, needed: Int, found: Int) -> String {
      needed == 1
        ? "'\(field)' needs 1 entry and has \(found)"
        : "'\(field)' needs \(needed) entries and has \(found)"
    }
    package static let badCloze = "every gap must look like {{c1::answer}} or {{c1::answer::hint}}"
    package static let badGap = "the text must have one gap, written as ___"
    package static func badNumber(field: String) -> String { "'\(field)' must be a number" }
    package static func outOfRange(field: String, allowed: String) -> String {
      "'\(field)' is out of range: use \(allowed)"
    }

    // Plots.

    package static func unknownFunction(_ name: String, known: [String]) -> String {
      "there is no function '\(name)': use \(known.joined(separator: ", "))"
    }
    package static func unknownParameter(_ name: String, known: [String]) -> String {
      known.isEmpty
        ? "there is no parameter '\(name)'"
        : "there is no parameter '\(name)': use \(known.joined(separator: ", "))"
    }
    package static func unknownFigureKey(_ key: String, known: [String]) -> String {
      "unknown plot option '\(key)': use \(known.joined(separator: ", "))"
    }
    package static func badFigureValue(key: String, expected: String) -> String {
      "'\(key)' must look like \(expected)"
    }

    // Preferences.

    package static func unknownSetting(_ name: String, known: [String]) -> String {
      "there is no setting '\(name)': use \(known.joined(separator: ", "))"
    }
    package static func unknownKeyName(_ name: String) -> String {
      "there is no key '\(name)': use one character, or a name such as Down, PageUp, Space, C-n or F2"
    }
    package static func unknownAction(_ name: String, nearest: String?) -> String {
      "there is no action '\(name)': "
        + (nearest.map { "did you mean '\($0)'?" } ?? "the manual page lists all, under KEYS")
    }
    package static func lostKey(_ name: String) -> String {
      "no key would act as \(name) any more: map another key to it"
    }
    package static func fixedKey(_ name: String) -> String {
      "\(name) belongs to the terminal and cannot be remapped: remove the entry"
    }
  }
}
