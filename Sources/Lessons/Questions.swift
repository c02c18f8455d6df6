public struct Choice: Hashable, Sendable, Identifiable {
  /// Unique within its question.
  public var id: String
  public var text: String
  public var isCorrect: Bool
  /// Explains the misunderstanding behind a wrong choice; nil for the right one.
  public var feedback: String?
  /// The id of the function that it names, for questions about curves.
  public var function: String?

  public init(
    id: String, text: String, isCorrect: Bool = false, feedback: String? = nil,
    function: String? = nil
  ) {
    self.function = function
    self.id = id
    self.text = text
    self.isCorrect = isCorrect
    self.feedback = feedback
  }
}

/// A choice question with one right choice, or several in ``Card/Form/several(_:)``.
public struct ChoiceQuestion: Hashable, Sendable {
  /// The question.
  public var front: String
  /// Two or more choices.
  public var choices: [Choice]

  public init(front: String, choices: [Choice]) {
    self.front = front
    self.choices = choices
  }
}

/// A text with a gap to fill in.
public struct GapQuestion: Hashable, Sendable {
  /// A common wrong answer.
  public struct Mistake: Hashable, Sendable {
    public var text: String
    /// Explains the misunderstanding.
    public var feedback: String

    public init(text: String, feedback: String) {
      self.text = text
      self.feedback = feedback
    }
  }

  /// The text, with its gap written as `___`.
  public var text: String
  /// Accepted answers; the first one is shown.
  public var answers: [String]
  /// Common wrong answers.
  public var mistakes: [Mistake]

  public init(text: String, answers: [String], mistakes: [Mistake] = []) {
    self.text = text
    self.answers = answers
    self.mistakes = mistakes
  }

  /// The number of gaps in a text, each written as `___`.
  public static func gaps(in text: String) -> Int {
    var (gaps, run) = (0, 0)
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "_") ? run + 1 : 0
      if run == 3 { (gaps, run) = (gaps + 1, 0) }
    }
    return gaps
  }

  /// Whether an answer is short, and written with letters, digits and the signs of every keyboard.
  ///
  /// A single Greek letter is a mathematical symbol, which few keyboards have.
  public var canBeTyped: Bool {
    answers.contains { answer in
      let words = answer.split { !$0.isLetter }
      let hasSymbol = words.contains { $0.count == 1 && $0.unicodeScalars.allSatisfy(\.isGreek) }
      return !hasSymbol && answer.count <= Self.longestTyped
        && answer.split(whereSeparator: \.isWhitespace).count <= Self.mostWords
        && answer.allSatisfy {
          $0.isLetter || $0.isNumber || $0.isWhitespace || $0.isASCII || "-–‑−".contains($0)
        }
    }
  }

  /// The most characters and words of an answer that a learner is asked to type.
  private static let (longestTyped, mostWords) = (32, 4)

  /// Whether two answers are equal except for case, blanks, hyphens and a final full stop.
  public static func isSame(_ one: String, _ other: String) -> Bool { plain(one) == plain(other) }

  private static func plain(_ text: String) -> String {
    var letters = ""
    for character in text.lowercased() where !character.isWhitespace && character != "_" {
      guard "-–‑−".contains(character) else {
        letters.append(character)
        continue
      }
      // A leading hyphen is a minus sign; one between letters is a matter of spelling.
      if letters.isEmpty { letters.append("-") }
    }
    if letters.last == "." { letters.removeLast() }
    return letters
  }
}

extension Unicode.Scalar {
  fileprivate var isGreek: Bool { (0x370...0x3FF).contains(value) }
}

/// A question whose answer is a number.
public struct NumericQuestion: Hashable, Sendable {
  /// The largest accepted error of an answer; the bound itself is accepted.
  public enum Tolerance: Hashable, Sendable {
    /// In units of the answer.
    case absolute(Double)
    /// As a fraction of the answer.
    case relative(Double)
  }

  /// A common wrong number.
  public struct Mistake: Hashable, Sendable {
    public var value: Double
    /// Explains the misunderstanding.
    public var feedback: String

    public init(value: Double, feedback: String) {
      self.value = value
      self.feedback = feedback
    }
  }

  /// The question.
  public var front: String
  /// The right number.
  public var answer: Double
  public var tolerance: Tolerance
  /// The unit, shown after the answer.
  public var unit: String?
  /// Common wrong numbers.
  public var mistakes: [Mistake]

  public init(
    front: String, answer: Double, tolerance: Tolerance, unit: String? = nil,
    mistakes: [Mistake] = []
  ) {
    self.front = front
    self.answer = answer
    self.tolerance = tolerance
    self.unit = unit
    self.mistakes = mistakes
  }
}

/// A statement to judge as true or false, followed by a choice of reasons.
public struct TrueFalseQuestion: Hashable, Sendable {
  public var statement: String
  public var isTrue: Bool
  /// Reasons for the right judgement, one of them right.
  public var reasons: [Choice]

  public init(statement: String, isTrue: Bool, reasons: [Choice]) {
    self.statement = statement
    self.isTrue = isTrue
    self.reasons = reasons
  }
}

/// A network that may be broken: its cause, and then the first thing to try.
///
/// An answer is right only if both are. The grade of the card depends on the cause alone: whoever knows the cause has
/// recalled what the card is about.
public struct DiagnoseQuestion: Hashable, Sendable {
  /// The question.
  public var front: String
  /// Causes, one of them right.
  public var causes: [Choice]
  /// First things to try, one of them right.
  public var remedies: [Choice]

  public init(front: String, causes: [Choice], remedies: [Choice]) {
    self.front = front
    self.causes = causes
    self.remedies = remedies
  }
}

/// Items to put in order.
public struct OrderQuestion: Hashable, Sendable {
  /// The question.
  public var front: String
  /// Two to six items in the right order.
  public var items: [String]
  /// Explains the usual misunderstanding behind a wrong order.
  public var feedback: String?

  public init(front: String, items: [String], feedback: String? = nil) {
    self.front = front
    self.items = items
    self.feedback = feedback
  }
}

/// Items to pair.
public struct MatchQuestion: Hashable, Sendable {
  /// One side of a pair.
  public struct Item: Hashable, Sendable, Identifiable {
    /// Unique on its side.
    public var id: String
    public var text: String

    public init(id: String, text: String) {
      self.id = id
      self.text = text
    }
  }

  /// The question.
  public var front: String
  /// Two to six items, each with one partner.
  public var left: [Item]
  /// The partners, at least as many as items.
  public var right: [Item]
  /// The id of the right partner for every id on the left.
  public var partners: [String: String]
  /// Explains the usual misunderstanding behind a wrong pairing.
  public var feedback: String?

  public init(
    front: String, left: [Item], right: [Item], partners: [String: String], feedback: String? = nil
  ) {
    self.front = front
    self.left = left
    self.right = right
    self.partners = partners
    self.feedback = feedback
  }
}
