extension Words {
  /// What an author is told about a course; file, line, column and the rule stand before it.
  package enum Lint {
    // Layout.

    /// Curves that nobody can tell apart.
    package static let alikeCurves = "two curves of the figure look alike at 80x24 in ASCII"
    /// A line of code that does not fit.
    package static func wideCode(columns: Int, most: Int) -> String {
      "the code line has \(columns) columns; more than \(most) scroll"
    }
    /// A word in a table that does not fit.
    package static func wideCell(columns: Int) -> String {
      "a word of \(columns) columns does not fit its cell"
    }

    // Truth.

    /// A claim that the maths does not bear out.
    package static func falseClaim(_ claim: String, computed: String) -> String {
      "`\(claim)` is false: the maths says \(computed)"
    }
    /// A claim that cannot be read.
    package static func expected(_ what: String) -> String { "expected \(what)" }
    /// A claim about nothing that is known.
    package static func unknownName(_ name: String) -> String {
      "there is nothing called '\(name)'"
    }
    /// A number that a learner reads and no claim answers for.
    package static func unchecked(_ number: String) -> String {
      "nothing checks \(number): add a check, or `none \(number): reason`"
    }

    // Structure.

    /// A type of card that this program does not know.
    package static func skipped(type: String) -> String { "cards of type '\(type)' are skipped" }
    /// A link to a section that is not there.
    package static func noSection(_ id: String) -> String { "there is no section '\(id)'" }
    /// A term of the glossary that nobody meets.
    package static func unusedTerm(_ term: String) -> String { "no section uses '\(term)'" }

    // Markdown and HTML that a terminal cannot show.

    /// A picture; its words or its file's name may be empty.
    package static func picture(_ name: String) -> String {
      name.isEmpty
        ? "a terminal cannot show the picture, and it has no words: give it some, as ![words](file)"
        : "a terminal cannot show the picture: learners read its words, '\(short(name))'"
    }
    /// A tag that does not exist.
    package static func unknownTag(_ tag: String) -> String {
      "\(short(tag)) is not HTML: it is shown as it is typed; write it as code, in backquotes"
    }
    /// An element without anything to show.
    package static func hiddenElement(_ name: String) -> String {
      "what is in <\(name)> is not shown"
    }
    /// An attribute that changes nothing.
    package static func attribute(_ name: String, of tag: String) -> String {
      "'\(short(name))' of <\(tag)> has no effect in a terminal"
    }
    /// A reference to a footnote that is not there.
    package static func unknownNote(_ name: String) -> String {
      "there is no footnote [^\(short(name))]: add a line that begins with [^\(short(name))]:"
    }
    /// A footnote without references.
    package static func unusedNote(_ name: String) -> String {
      "nothing refers to the footnote [^\(short(name))]"
    }
    /// A link that is not shown.
    package static func unsafeLink(_ address: String) -> String {
      "'\(short(address))' is not shown: links lead to http, https, mailto, #section or a file beside the course"
    }
    /// Mathematics that has no form in text.
    package static func verbatimMath(_ source: String) -> String {
      "\(short(source)) is shown as it is typed: only simple TeX becomes text"
    }
    /// The beginning of a long text, in one line.
    private static func short(_ text: String) -> String {
      let line = text.replacing("\n", with: " ")
      return line.count > 60 ? line.prefix(59) + "…" : line
    }

    // Cards; they are called by their ids.

    /// The answer can be read off the question.
    package static func giveaway(_ id: String) -> String {
      "the front of '\(id)' has the answer in it"
    }
    /// A gap without words that are often mistaken for the answer.
    package static func noMistakes(_ id: String) -> String {
      "'\(id)' names no wrong words and what they mix up"
    }
    /// A fraction that would have to be met to the last digit.
    package static func noTolerance(_ id: String) -> String {
      "'\(id)' wants a fraction without any tolerance"
    }
    /// Choices whose curves look the same.
    package static func alikeChoices(_ id: String, charset: String) -> String {
      "the choices of '\(id)' look alike at 80x24 in \(charset)"
    }
    /// A wrong choice that teaches nothing.
    package static func noFeedback(_ choice: String) -> String {
      "nothing says what choosing '\(choice)' misunderstands"
    }
    /// A choice that speaks of the other choices.
    package static func testsReading(_ choice: String) -> String {
      "'\(choice)' tests reading, not knowing"
    }
    /// Two choices that are one.
    package static func twins(_ choice: String) -> String { "two choices say '\(choice)'" }
  }

  /// What should have stood in a claim, as in "expected …".
  package enum ExpectedClaim {
    /// This symbol.
    package static func symbol(_ symbol: String) -> String { "`\(symbol)`" }
    /// What stands between the two sides.
    package static let comparison = "=, <, >, <= or >="
    /// Nothing more.
    package static let endOfClaim = "the end of the claim"
    /// A number.
    package static let number = "a number"
    /// Two ends, open or closed.
    package static let interval = "an interval such as [0, inf)"
    /// What a calculation begins with.
    package static let operand = "a number, a name or `(`"
    /// Everything that may stand in a claim.
    package static let token = "a number, a name or one of ( ) [ ] , = < > + - * / ^"
    /// A claim that is nested too deeply.
    package static let fewerParentheses = "fewer parentheses and signs"
    /// An interval or a truth in a calculation.
    package static let numbersToCalculate = "numbers to calculate with"
    /// A name with what it must be given.
    package static func call(_ name: String, with arguments: String) -> String {
      "\(name) with \(arguments)"
    }

    /// What a name may be given.
    package static let oneNumber = "one number"
    /// The same.
    package static let numbersOrFunction = "numbers or a function"
    /// The same.
    package static let functionAndNumber = "a function and a number"
    /// The same.
    package static let twoFunctions = "two functions"
    /// The same; the function is called by its id.
    package static func parameters(of function: String) -> String {
      "parameters that \(function) has"
    }
    /// The same; T is the temperature.
    package static let positiveTemperature = "a positive T"
    /// The same.
    package static let logits = "logits"
    /// The same.
    package static let logitAndTarget = "a logit and a target"
    /// The same.
    package static let classAndLogits = "a class from 1, and logits"
  }
}
