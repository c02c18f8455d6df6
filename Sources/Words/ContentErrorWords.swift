extension Words {
  /// What is wrong in a file of a course, and what to do; file, line and column stand before it.
  ///
  /// Names in quotes are those of fields and of the author's own things.
  package enum ContentErrors {
    // The file.

    /// There is no such file.
    package static let missingFile = "the file is missing"
    /// The file is there, but not to be read.
    package static let unreadable = "the file cannot be read"
    /// The file has nothing in it.
    package static let empty = "the file is empty"
    /// Its bytes are no text.
    package static let notUTF8 = "this is not UTF-8: save the file as UTF-8"
    /// A path that leads elsewhere.
    package static func unsafePath(_ path: String) -> String {
      "'\(path)' leads out of the course's folder"
    }

    // JSON.

    /// Something else should stand here.
    package static func malformedJSON(expected: String) -> String {
      "this is not JSON: expected \(expected)"
    }
    /// Brackets within brackets without end.
    package static let nestedTooDeeply = "this is nested too deeply"
    /// A key that an object has already.
    package static func duplicateKey(_ key: String) -> String {
      "'\(key)' stands twice in this object"
    }
    /// A field that must be there.
    package static func missingField(_ field: String) -> String { "'\(field)' is missing" }
    /// A field with a value of the wrong kind.
    package static func wrongType(field: String, expected: String) -> String {
      "'\(field)' must be \(expected)"
    }
    /// A field without a value.
    package static func emptyField(_ field: String) -> String { "'\(field)' is empty" }
    /// A file made for something else.
    package static func wrongFormat(expected: String, found: String) -> String {
      "the format is '\(found)', and '\(expected)' is needed"
    }
    /// A file made for a program to come.
    package static func newerVersion(found: Int, known: Int) -> String {
      "version \(found) is newer than this program, which knows \(known)"
    }

    // Ids.

    /// An id with other characters than an id may have.
    package static func badID(_ id: String) -> String {
      "'\(id)' cannot be an id: use a-z, 0-9 and hyphens, 64 at most"
    }
    /// An id that something else has.
    package static func duplicateID(_ id: String, line: Int) -> String {
      "the id '\(id)' was used before, in line \(line)"
    }
    /// No section has the id.
    package static func unknownSection(_ id: String) -> String { "there is no section '\(id)'" }
    /// No flashcard has the id.
    package static func unknownCard(_ id: String) -> String { "there is no flashcard '\(id)'" }
    /// No question has the id that can be answered by single keys; the kinds are values of a field.
    package static func unknownQuestion(_ id: String) -> String {
      "'\(id)' is no choice, curve, network, truefalse, order or match question of the deck"
    }
    /// No item of a field has the id.
    package static func unknownItem(_ id: String, in list: String) -> String {
      "there is no item '\(id)' in '\(list)'"
    }

    // The lesson.

    /// A lesson without sections.
    package static let noSections = "there are no sections"
    /// A section without a title.
    package static let missingTitle = "the section must begin with its title, as in `# Title`"
    /// A mind map that is none.
    package static let noMindMap = "a mind map is a title, as in `# Title`, and one nested list"
    /// A link to nothing.
    package static func badLink(_ link: String) -> String {
      "'\(link)' leads nowhere: use #section, card:id or plot:function"
    }

    // Cards.

    /// A deck without cards.
    package static let noCards = "there are no cards"
    /// Not one right choice, but none or several.
    package static func correctChoices(_ count: Int) -> String {
      "exactly one choice must be correct, and \(count) are"
    }
    /// A list that is too short.
    package static func tooFew(field: String, needed: Int, found: Int) -> String {
      needed == 1
        ? "'\(field)' needs 1 entry and has \(found)"
        : "'\(field)' needs \(needed) entries and has \(found)"
    }
    /// A card with gaps that cannot be read.
    package static let badCloze = "every gap must look like {{c1::answer}} or {{c1::answer::hint}}"
    /// A question with no gap, or with several.
    package static let badGap = "the text must have one gap, written as ___"
    /// No number where one should be.
    package static func badNumber(field: String) -> String { "'\(field)' must be a number" }
    /// A number that is too large or too small.
    package static func outOfRange(field: String, allowed: String) -> String {
      "'\(field)' is out of range: use \(allowed)"
    }

    // Plots.

    /// A function that is not in the catalogue.
    package static func unknownFunction(_ name: String, known: [String]) -> String {
      "there is no function '\(name)': use \(known.joined(separator: ", "))"
    }
    /// A parameter that a function does not have.
    package static func unknownParameter(_ name: String, known: [String]) -> String {
      known.isEmpty
        ? "there is no parameter '\(name)'"
        : "there is no parameter '\(name)': use \(known.joined(separator: ", "))"
    }
    /// A word that says nothing about a plot.
    package static func unknownFigureKey(_ key: String, known: [String]) -> String {
      "a plot has no '\(key)': use \(known.joined(separator: ", "))"
    }
    /// A value that a plot cannot have.
    package static func badFigureValue(key: String, expected: String) -> String {
      "'\(key)' must look like \(expected)"
    }

    // Preferences.

    /// A setting that does not exist.
    package static func unknownSetting(_ name: String, known: [String]) -> String {
      "there is no setting '\(name)': use \(known.joined(separator: ", "))"
    }
    /// An unknown name of a key.
    package static func unknownKeyName(_ name: String) -> String {
      "there is no key '\(name)': use one character, or a name such as Down, PageUp, Space, C-n or F2"
    }
    /// Keys that would leave the learner without one that is needed.
    package static func lostKey(_ name: String) -> String {
      "nothing would do any more what \(name) does: give its work to another key"
    }
    /// A key that cannot be given other work.
    package static func fixedKey(_ name: String) -> String {
      "\(name) belongs to the terminal and cannot be given other work: leave it out"
    }
  }
}
