/// One of several answers.
public struct Choice: Hashable, Sendable, Identifiable {
  /// Unique within its question.
  public var id: String
  /// The answer.
  public var text: String
  /// Whether it is right.
  public var isCorrect: Bool
  /// What choosing it misunderstands; nil for the right one.
  public var feedback: String?
  /// The function of the catalogue that it names, for questions about curves.
  public var function: String?

  /// Makes a choice.
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

/// A question with choices: one of them right, or several in ``Card/Form/several(_:)``.
public struct ChoiceQuestion: Hashable, Sendable {
  /// The question.
  public var front: String
  /// Two or more answers.
  public var choices: [Choice]

  /// Makes a question.
  public init(front: String, choices: [Choice]) {
    self.front = front
    self.choices = choices
  }
}

/// A text with a gap to be filled.
public struct GapQuestion: Hashable, Sendable {
  /// Words that are often given and wrong.
  public struct Mistake: Hashable, Sendable {
    /// The words.
    public var text: String
    /// What giving them misunderstands.
    public var feedback: String

    /// Makes a mistake.
    public init(text: String, feedback: String) {
      self.text = text
      self.feedback = feedback
    }
  }

  /// The text, its gap written as `___`.
  public var text: String
  /// Words that fill the gap; the first are shown as the answer.
  public var answers: [String]
  /// Wrong words that are often given.
  public var mistakes: [Mistake]

  /// Makes a question.
  public init(text: String, answers: [String], mistakes: [Mistake] = []) {
    self.text = text
    self.answers = answers
    self.mistakes = mistakes
  }

  /// How many gaps a text has, each written as `___`.
  public static func gaps(in text: String) -> Int {
    var (gaps, run) = (0, 0)
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "_") ? run + 1 : 0
      if run == 3 { (gaps, run) = (gaps + 1, 0) }
    }
    return gaps
  }

  /// Whether words mean the same to a learner: case, blanks, hyphens and a final full stop aside.
  public static func isSame(_ one: String, _ other: String) -> Bool { plain(one) == plain(other) }

  private static func plain(_ text: String) -> String {
    var letters = ""
    for character in text.lowercased() where !character.isWhitespace && character != "_" {
      guard "-–‑−".contains(character) else {
        letters.append(character)
        continue
      }
      // In front it is a sign, between letters a matter of spelling.
      if letters.isEmpty { letters.append("-") }
    }
    if letters.last == "." { letters.removeLast() }
    return letters
  }
}

/// A question whose answer is a number.
public struct NumericQuestion: Hashable, Sendable {
  /// How far an answer may be off; the boundary still counts as right.
  public enum Tolerance: Hashable, Sendable {
    /// In units of the answer.
    case absolute(Double)
    /// As a fraction of the answer.
    case relative(Double)
  }

  /// A wrong number that is often given.
  public struct Mistake: Hashable, Sendable {
    /// The number.
    public var value: Double
    /// What giving it misunderstands.
    public var feedback: String

    /// Makes a mistake.
    public init(value: Double, feedback: String) {
      self.value = value
      self.feedback = feedback
    }
  }

  /// The question.
  public var front: String
  /// The right number.
  public var answer: Double
  /// How far an answer may be off.
  public var tolerance: Tolerance
  /// The unit, shown behind the answer.
  public var unit: String?
  /// Wrong numbers that are often given.
  public var mistakes: [Mistake]

  /// Makes a question.
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

/// A statement to be judged, and then a reason for the judgement.
public struct TrueFalseQuestion: Hashable, Sendable {
  /// The statement.
  public var statement: String
  /// Whether it is true.
  public var isTrue: Bool
  /// Reasons for the right judgement, one of them right.
  public var reasons: [Choice]

  /// Makes a question.
  public init(statement: String, isTrue: Bool, reasons: [Choice]) {
    self.statement = statement
    self.isTrue = isTrue
    self.reasons = reasons
  }
}

/// Items to be put in order.
public struct OrderQuestion: Hashable, Sendable {
  /// The question.
  public var front: String
  /// Two to six items in the right order.
  public var items: [String]
  /// What a wrong order usually misunderstands.
  public var feedback: String?

  /// Makes a question.
  public init(front: String, items: [String], feedback: String? = nil) {
    self.front = front
    self.items = items
    self.feedback = feedback
  }
}

/// Items to be paired.
public struct MatchQuestion: Hashable, Sendable {
  /// One side of a pair.
  public struct Item: Hashable, Sendable, Identifiable {
    /// Unique on its side.
    public var id: String
    /// What is shown.
    public var text: String

    /// Makes an item.
    public init(id: String, text: String) {
      self.id = id
      self.text = text
    }
  }

  /// The question.
  public var front: String
  /// Two to six items, each with one partner.
  public var left: [Item]
  /// The partners, at least as many.
  public var right: [Item]
  /// The right partner's id for every left id.
  public var partners: [String: String]
  /// What a wrong pairing usually misunderstands.
  public var feedback: String?

  /// Makes a question.
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
