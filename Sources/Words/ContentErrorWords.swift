import Activations
package import Lessons

extension ContentError.Problem {
  /// The error as a sentence without a full stop, printed after `FILE:LINE:COLUMN: `.
  ///
  /// Names in quotes are fields or come from the author.
  package var sentence: String {
    switch self {
    // The file.
    case .missingFile: "the file is missing"
    case .unreadable: "the file cannot be read"
    case .empty: "the file is empty"
    case .notUTF8: "this is not UTF-8: save the file as UTF-8"
    case .unsafePath(let path): "'\(path)' is outside the course's folder"
    case .foreignDeck(let kind): kind.sentence

    // JSON.
    case .malformedJSON(let expected): "this is not JSON: expected \(expected.words)"
    case .nestedTooDeeply: "this is nested too deeply"
    case .duplicateKey(let key): "'\(key)' occurs twice in this object"
    case .missingField(let field): "'\(field)' is missing"
    case .wrongType(let field, let expected): "'\(field)' must be \(expected.words)"
    case .emptyField(let field): "'\(field)' is empty"
    case .wrongFormat(let expected, let found): "the format is '\(found)': expected '\(expected)'"
    case .newerVersion(let found, let known):
      "version \(found) is newer than this program supports (\(known)): update tutor"

    // Ids.
    case .badID(let id): "'\(id)' is not a valid id: use a-z, 0-9 and hyphens, at most 64"
    case .duplicateID(let id, let line): "the id '\(id)' is already used in line \(line)"
    case .retiredID(let id, let line):
      "'\(id)' is retired, but the card in line \(line) has this id: give that card a new one"
    case .unknownHeir(let id): "there is no flashcard or question '\(id)'"
    case .unknownSection(let id): "there is no section '\(id)'"
    case .unknownCard(let id): "there is no flashcard '\(id)'"
    case .usedID(let id): "something else in the course has the id '\(id)' already"
    case .unusableExercise(let id):
      "the deck has no question '\(id)' that keys or a line of text can answer"
    case .noFigureAfterPrediction:
      "a prediction must be followed by its figure, without text between them"
    case .unknownQuestion(let id):
      // The kinds are values of the field `type`.
      "the deck has no question '\(id)' that single keys can answer"
    case .unknownItem(let id, let list): "there is no item '\(id)' in '\(list)'"

    // The lesson.
    case .noSections: "there are no sections"
    case .missingTitle: "the section must begin with its title, as in `# Title`"
    case .noMindMap: "a mind map must be a title, as in `# Title`, and one nested list"
    case .badLink(let link):
      "the link '\(link)' has no target: use #section, card:id or plot:function"

    // Cards.
    case .noCards: "there are no cards"
    case .noNotes(let reason): "no note can become a card: \(reason.words)"
    case .correctChoices(let count): "exactly one choice must be correct: \(count) are"
    case .tooFew(let field, let needed, let found):
      needed == 1
        ? "'\(field)' needs 1 entry and has \(found)"
        : "'\(field)' needs \(needed) entries and has \(found)"
    case .badCloze: "every gap must look like {{c1::answer}} or {{c1::answer::hint}}"
    case .badGap: "the text must have one gap, written as ___"
    case .badNumber(let field): "'\(field)' must be a number"
    case .outOfRange(let field, let allowed): "'\(field)' is out of range: use \(allowed.words)"

    // Plots.
    case .unknownFunction(let name, let known):
      "there is no function '\(name)': use \(known.joined(separator: ", "))"
    case .unknownParameter(let name, let known):
      known.isEmpty
        ? "there is no parameter '\(name)'"
        : "there is no parameter '\(name)': use \(known.joined(separator: ", "))"
    case .unknownFigureKey(let key, let known):
      "unknown plot option '\(key)': use \(known.joined(separator: ", "))"
    case .badFigureValue(let key, let expected): "'\(key)' must look like \(expected.words)"

    // Preferences.
    case .unknownSetting(let name, let known):
      "there is no setting '\(name)': use \(known.joined(separator: ", "))"
    case .unknownKeyName(let name):
      "there is no key '\(name)': use one character, or a name such as Down, PageUp, Space, C-n or F2"
    case .unknownAction(let name, let known):
      "there is no action '\(name)': "
        + (EditDistance.nearest(to: name, in: known).map { "did you mean '\($0)'?" }
          ?? "the manual page lists all, under KEYS")
    }
  }
}

extension Expectation {
  /// What the file should contain, after "expected", "must be" or "use".
  package var words: String {
    switch self {
    case .symbols(let symbols): symbols.map { "`\($0)`" }.joined(separator: " or ")
    case .endOfFile: "the end of the file"
    case .value: "a value"
    case .nameInQuotes: "a name in quotes"
    case .finiteNumber: "a finite number"
    case .digit: "a digit"
    case .quoteInLine: "`\"` before the end of the line"
    case .escape: "an escape such as `\\n` or `\\u00e9`"
    case .surrogatePair: "a whole surrogate pair"
    case .hexadecimalDigits: "four hexadecimal digits"

    case .object: "an object"
    case .text: "a text in quotes"
    case .number: "a number"
    case .wholeNumber: "a whole number"
    // JSON's words.
    case .truth: "true or false"
    case .list: "a list"
    case .listOfTexts: "a list of texts"
    // Pairs of ids.
    case .pairs: "pairs such as [\"1\", \"x\"]"
    case .ascendingNumbers: "two ascending numbers"
    case .word(let words): words.joined(separator: ", ")

    case .between(let low, let high): "\(low) to \(high)"
    case .atLeast(let low): "\(low) or more"
    case .yearsFrom(let year): "\(year) or later, in order"
    case .choices(let count): "\(count.lowerBound) to \(count.upperBound) choices"
    case .items(let count) where count.upperBound == 1: "one item"
    case .items(let count): "\(count.lowerBound) to \(count.upperBound) items"
    case .severalChoices: "two or more right choices and at least one wrong one"
    case .numbers(let count, let each):
      count.lowerBound == count.upperBound
        ? "\(count.lowerBound) numbers, each from \(each.words)"
        : "\(count.lowerBound) to \(count.upperBound) numbers, each from \(each.words)"

    case .setting: "`alpha=0.2`"
    case .ends: "`-6 to 6`"
    }
  }
}
