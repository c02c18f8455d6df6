import Lessons
import TerminalUI
import Testing
import Words

@testable import TutorScreens

/// Text fields: what the footer says, messages, and ways out.
struct TypingTests {
  private static let sizes = [Size(width: 80, height: 24), Size(width: 40, height: 12)]

  /// Screens with a text field, and the keys that lead to it.
  private static let fields = [
    ("search", ""), ("lesson", "/"), ("lesson", "e"), ("lesson", "m"), ("glossary", "/"),
    ("lab-numerics", "e"), ("progress", "x"), ("cards", "+ Space e"),
  ]

  /// A text field types `?`, so the footer does not say that it lists the keys.
  @Test(arguments: fields, sizes)
  func theFooterNamesNoKeyThatIsTyped(field: (String, String), size: Size) throws {
    var harness = try ScreenHarness(field.0, size)
    harness.press(field.1)
    try #require(harness.session.isTyping)
    let help = TutorSession.help.hint
    let footer = try #require(harness.frame.lines.last)
    #expect(!footer.contains("? " + help.words))
    harness.press("?")
    #expect(!(harness.session.top is HelpScreen))
  }

  /// A message about wrong input does not cover the field.
  @Test(arguments: sizes) func aMessageIsAboveTheField(size: Size) throws {
    var harness = try ScreenHarness("lab-numerics", size)
    harness.press("e C-u")
    harness.type("x, y")
    harness.press("Enter")
    #expect(harness.session.isTyping && harness.shows(Words.Clinic.unreadable))
    let last = try #require(harness.frame.lines.last)
    #expect(last.contains(Words.Clinic.prompt) && last.contains("x, y"))
    #expect(harness.frame.cursor?.y == size.height - 1)
  }

  @Test func discardedNotesAndWordsAreNotRecorded() throws {
    for (screen, keys) in [("lesson", "e"), ("cards", "+ Space e")] {
      var harness = try ScreenHarness(screen, Self.sizes[0])
      harness.press(keys)
      let before = harness.facts.count
      harness.type("abc")
      harness.press("C-g")
      #expect(!harness.session.isTyping)
      #expect(harness.facts.count == before)
    }
  }

  /// Backspace comes back from every screen that types nothing; in a quiz, from a question that one key answers.
  @Test(arguments: Screens.names.dropFirst()) func backspaceComesBack(screen: String) throws {
    var harness = try ScreenHarness(screen, Self.sizes[0])
    if screen == "quiz" {
      let question = harness.context.bundle.deck.questions.first { question in
        if case .choice = question.form { true } else { false }
      }
      harness.open(.quiz(cards: [try #require(question)]))
    }
    guard !harness.session.isTyping else { return }
    harness.press("Backspace")
    #expect(harness.session.top is HomeScreen)
  }

  /// Whether the answer to a question is given in several steps.
  private static func isTakenBack(_ question: Card) -> Bool {
    switch question.form {
    case .numeric, .gap, .order, .match: true
    default: false
    }
  }

  /// Backspace in a typed answer deletes, and never leaves.
  @Test func backspaceInAnEmptyAnswerStays() throws {
    var harness = try ScreenHarness("home", Self.sizes[0])
    let typed = harness.context.bundle.deck.questions.filter(Self.isTakenBack)
    try #require(!typed.isEmpty)
    for question in typed {
      harness.open(.quiz(cards: [question]))
      harness.press("Backspace Backspace")
      #expect(harness.session.top is QuizScreen, "question \(question.id)")
    }
  }
}
