extension Words {
  /// Findings of `tutor lint`, printed after `FILE:LINE:COLUMN: SEVERITY: RULE: `.
  package enum Lint {
    // Layout.

    package static let similarCurves = "two curves of the figure look alike at 80x24 in ASCII"
    package static func wideCode(columns: Int, most: Int) -> String {
      "the code line has \(columns) columns: lines over \(most) scroll"
    }
    package static func wideCell(columns: Int) -> String {
      "a word of \(columns) columns does not fit its cell"
    }

    // Truth.

    package static func falseClaim(_ claim: String, computed: String) -> String {
      "`\(claim)` is false: computed \(computed)"
    }
    package static func expected(_ what: String) -> String { "expected \(what)" }
    package static func unknownName(_ name: String) -> String {
      "unknown name '\(name)'"
    }
    package static func unchecked(_ number: String) -> String {
      "no claim checks \(number): add one, or `none \(number): reason`"
    }

    // Structure.

    package static func skipped(type: String) -> String { "cards of type '\(type)' are skipped" }
    package static func noSection(_ id: String) -> String { "there is no section '\(id)'" }
    package static func unusedTerm(_ term: String) -> String { "no section uses '\(term)'" }
    package static func earlyUse(_ term: String, introducedBy section: String) -> String {
      "'\(term)' comes before '\(section)', which introduces it: "
        + "explain it here and set \"first\" in the glossary, or use another word"
    }

    // Markdown and HTML that a terminal cannot show.

    /// The name is the picture's text or its file's name, and may be empty.
    package static func picture(_ name: String) -> String {
      name.isEmpty
        ? "a terminal cannot show the picture, and it has no text: add one, as in ![text](file)"
        : "a terminal cannot show the picture: learners read its text, '\(short(name))'"
    }
    package static func unknownTag(_ tag: String) -> String {
      "\(short(tag)) is not HTML and is shown as typed: write it as code, in backquotes"
    }
    package static func hiddenElement(_ name: String) -> String {
      "the content of <\(name)> is not shown"
    }
    package static func attribute(_ name: String, of tag: String) -> String {
      "'\(short(name))' of <\(tag)> has no effect in a terminal"
    }
    package static func unknownNote(_ name: String) -> String {
      "there is no footnote [^\(short(name))]: add a line that begins with [^\(short(name))]:"
    }
    package static func unusedNote(_ name: String) -> String {
      "nothing refers to the footnote [^\(short(name))]"
    }
    package static func unsafeLink(_ address: String) -> String {
      "'\(short(address))' is not shown: use http, https, mailto, #section or a file next to the course"
    }
    package static func verbatimMath(_ source: String) -> String {
      "\(short(source)) is shown as typed: only simple TeX is converted"
    }
    /// The beginning of a long text, on one line.
    private static func short(_ text: String) -> String {
      let line = text.replacing("\n", with: " ")
      return line.count > 60 ? line.prefix(59) + "…" : line
    }

    // Cards, named by their ids.

    package static func giveaway(_ id: String) -> String {
      "the front of '\(id)' contains the answer"
    }
    package static func noMistakes(_ id: String) -> String {
      "'\(id)' lists no common wrong answers with their explanations"
    }
    package static func noStem(_ id: String) -> String {
      "'\(id)' asks for the cause of what it does not show: give it a 'stem'"
    }
    package static func wideStem(columns: Int, most: Int) -> String {
      "the line has \(columns) columns: lines over \(most) are wrapped"
    }
    package static func noTolerance(_ id: String) -> String {
      "'\(id)' asks for a fraction and has no tolerance"
    }
    package static func similarChoices(_ id: String, charset: String) -> String {
      "the choices of '\(id)' look alike at 80x24 in \(charset)"
    }
    package static func levelCurve(_ id: String) -> String {
      "the curve of '\(id)' looks level around the point at 80x24: use a smaller range of x or y, or a "
        + "larger tolerance"
    }
    package static func points(_ count: Int, of id: String) -> String {
      count == 0
        ? "the curve of '\(id)' has no such point inside the plot"
        : "the curve of '\(id)' has several such points, so the answer is not unique"
    }
    package static func otherPoint(_ id: String, computed: String) -> String {
      "the point that '\(id)' asks for is at x = \(computed)"
    }
    package static func landmarkOutside(_ x: String, _ id: String) -> String {
      "the landmark at x = \(x) is outside the window of '\(id)'"
    }
    package static func landmarkBetweenHandles(_ x: String, _ id: String) -> String {
      "the handles of '\(id)' cannot show the landmark at x = \(x): choose a range of x whose eighths meet it"
    }
    package static func cutOff(_ x: String, _ id: String) -> String {
      "the window of '\(id)' cuts the curve off at x = \(x)"
    }
    package static func levelSketch(_ id: String) -> String {
      "a level line answers '\(id)'"
    }
    package static func rightMistake(_ id: String) -> String {
      "a mistake of '\(id)' is within the tolerance of the answer"
    }
    package static func noFeedback(_ choice: String) -> String {
      "the wrong choice '\(choice)' has no feedback"
    }
    package static func testsReading(_ choice: String) -> String {
      "'\(choice)' tests reading, not knowledge"
    }
    package static func sameChoices(_ choice: String) -> String { "two choices say '\(choice)'" }
  }

  /// The parts that a claim should contain, after "expected".
  package enum ExpectedClaim {
    package static func symbol(_ symbol: String) -> String { "`\(symbol)`" }
    package static let comparison = "=, <, >, <= or >="
    package static let endOfClaim = "the end of the claim"
    package static let number = "a number"
    package static let interval = "an interval such as [0, inf)"
    package static let operand = "a number, a name or `(`"
    package static let token = "a number, a name or one of ( ) [ ] , = < > + - * / ^"
    package static let fewerParentheses = "fewer parentheses and signs"
    package static let numbersToCalculate = "numbers to calculate with"
    package static func call(_ name: String, with arguments: String) -> String {
      "\(name) with \(arguments)"
    }

    package static let oneNumber = "one number"
    package static let numbersOrFunction = "numbers or a function"
    package static let functionAndNumber = "a function and a number"
    package static let twoFunctions = "two functions"
    package static func parameters(of function: String) -> String {
      "parameters that \(function) has"
    }
    package static let positiveTemperature = "a positive T"
    package static let logits = "logits"
    package static let logitAndTarget = "a logit and a target"
    package static let classAndLogits = "a class from 1, and logits"
  }
}
