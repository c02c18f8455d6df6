import Foundation
import Lessons
import Practice
import TerminalUI
import TestCourse
import TestSupport
import Testing
import Words

@testable import TutorScreens

struct ScreenTests {
  private static let sizes = [
    Size(width: 80, height: 24), Size(width: 40, height: 12), Size(width: 160, height: 50),
  ]
  /// Screens, and the keys that bring them into an interesting state.
  static let states = [
    ("home", ""), ("lesson", ""), ("lesson", "] ] PageDown"),
    ("lesson", "] ] Tab Tab Tab Tab Tab Tab r"),
    ("lesson", "] ] Tab n"), ("lesson", "] ] Tab Tab Tab Tab Tab"), ("lesson", "G 1"),
    ("lesson", "/ d e a d Enter"), ("lesson", "e H i Esc m Enter '"), ("lesson", "e H i"),
    ("contents", "Down"), ("plot", ""),
    ("plot", "n v"), ("plot", "Down Down Down n Right"), ("plot", "D"), ("cards", ""),
    ("cards", "+"), ("cards", "+ Space i"), ("cards", "+ Space e"), ("certificate", ""),
    ("lab", ""), ("lab-gradient", ""), ("lab-gradient", "Tab Left v"),
    ("lab-gradient", "v v Down Left Down Down Right"), ("lab-race", ""), ("lab-numerics", ""),
    ("lab-numerics", "L L L L L L L L L PageDown"),
    ("quiz", ""), ("quiz", "1 Enter"),
    ("speed", ""), ("progress", ""), ("home", "?"),
    ("map", "j j"),
    ("map", "2 G"), ("timeline", "j j j"), ("glossary", "j"), ("course", ""),
    ("plot", "v Down v x w"), ("plot", "w Down Down"), ("plot", "Down Down Down"),
    ("plot", "Up Up Up Up Up Up Up Right ]"),
    ("plot", "Down v Down v Down v Down v Down v Down v d"),
    ("search", "l o g i t Down"), ("lesson", "w Enter"), ("lesson", "w"),
    ("lesson", "G 1 2 3 4"), ("quiz", "1 Enter Space"), ("plot", "s"),
    ("plot", "s J Right K Enter"),
  ]

  @Test(arguments: states, sizes)
  func screensMatchTheGoldens(state: (String, String), size: Size) throws {
    for charset in [Charset.ascii, .braille] {
      var harness = try ScreenHarness(state.0, size, charset)
      harness.press(state.1)
      try Golden.expect(harness.frame, named: Self.name(state.0, state.1, size, charset))
    }
  }

  /// The name of the golden frame of a state.
  static func name(_ screen: String, _ keys: String, _ size: Size, _ charset: Charset) -> String {
    let keys = keys.replacing(" ", with: "-").replacing("?", with: "help")
      .replacing("/", with: "search").replacing("'", with: "marks").replacing("+", with: "unlock")
      .replacing("]", with: "section")
    return [screen, keys, "\(size.width)x\(size.height)", charset.rawValue]
      .filter { !$0.isEmpty }.joined(separator: "_")
  }
}

struct KeyJourneyTests {
  private let size = Size(width: 80, height: 24)

  @Test func readingToTheEndOfASectionIsRecorded() throws {
    var harness = try ScreenHarness("lesson", size)
    harness.press("G 1 2 3 4 1 2 3 4 1 2 3 4")
    #expect(harness.facts.contains(.sectionRead("words")))
    harness.press("G Space")
    #expect(harness.shows(TestCourse.Heading.blocks))
  }

  @Test func theReaderReturnsToTheSameSentence() throws {
    var harness = try ScreenHarness("lesson", size)
    harness.press("] Down")
    let line = harness.session.view(in: harness.context).lines[2]
    harness.press("q Enter")
    #expect(harness.session.view(in: harness.context).lines[2] == line)
    let words = line.split(separator: " ").prefix(2).joined(separator: " ")
    harness.context.size = Size(width: 50, height: 30)
    harness.send(.appeared)
    #expect(harness.session.view(in: harness.context).lines[2].contains(words.prefix(8)))
  }

  @Test func aGradeIsRecordedAndCanBeUndone() throws {
    var harness = try ScreenHarness("cards", size)
    harness.press("+")
    let front = harness.text
    harness.press("Space 2")
    guard case .review(let card, .good)? = harness.facts.first else {
      Issue.record("no grade")
      return
    }
    #expect(harness.context.learner.schedule(of: card)?.phase == .learning(step: 1))
    harness.press("u")
    #expect(harness.context.learner.schedule(of: card) == nil)
    #expect(harness.text == front)
  }

  @Test func aWrongQuizAnswerMakesItsCardDue() throws {
    var harness = try ScreenHarness("quiz", size)
    for _ in 0..<40
    where !harness.facts.contains(where: { if case .review = $0 { true } else { false } }) {
      harness.press("1 2 3 4 5 Enter")
    }
    guard
      case .review(let card, .again)? = harness.facts.first(where: {
        if case .review = $0 { true } else { false }
      })
    else {
      Issue.record("nothing was wrong")
      return
    }
    #expect(harness.context.learner.isDue(card, at: harness.context.now + 60, utcOffset: 0))
  }

  @Test func severalChoicesAreTakenAndGivenTogether() throws {
    var harness = try ScreenHarness("home", size)
    harness.only { if case .several = $0.form { $0.id == "q-several" } else { false } }
    harness.open(.quiz(cards: harness.context.bundle.deck.questions))
    #expect(harness.shows(Words.Questions.severalAreRight(harness.keys)))
    let lines = harness.text.split(separator: "\n").map(String.init)
    func digit(_ name: String) -> String {
      lines.first { $0.hasSuffix(name) }?.split(separator: " ").first.map(String.init) ?? ""
    }
    harness.press("\(digit("SiLU")) \(digit("ReLU"))")
    #expect(harness.shows("●"))
    harness.press("\(digit("ReLU")) \(digit("GELU")) Enter")
    #expect(harness.shows("✓ " + Words.Questions.isRight))
    guard case .answer("q-several", true, .quiz, _, _, _, _)? = harness.facts.first else {
      Issue.record("\(harness.facts)")
      return
    }
  }

  @Test func aNetworkIsDrawnWithTheAnswer() throws {
    var harness = try ScreenHarness("home", size)
    harness.only { $0.id == "q-network" }
    harness.open(.quiz(cards: harness.context.bundle.deck.questions))
    #expect(harness.shows(Words.Questions.network(functions: ["Tanh"], layers: 20, arrow: "→")))
    #expect(!harness.shows("1.0000^20"))
    harness.press("1")
    #expect(
      harness.shows("Tanh: 1.0000^20 = 1.00")
        && harness.shows(Words.Gradient.scale(least: anything)))
    try Golden.expect(harness.frame, named: "network-answered_80x24_braille")
  }

  @Test func aGapIsTypedInto() throws {
    var harness = try ScreenHarness("home", size)
    harness.only { $0.id == "q-gap" }
    harness.open(.quiz(cards: harness.context.bundle.deck.questions))
    harness.type("saturated")
    harness.press("Enter")
    #expect(
      harness.shows("but not for all inputs")
        && harness.shows(Words.Questions.rightAnswer("dead")))
  }

  @Test func theCharsetCanBeChangedOnEveryScreen() throws {
    var harness = try ScreenHarness("plot", size)
    harness.press("a")
    #expect(harness.context.charset == .ascii)
    #expect(harness.text.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func longStatusMessagesTakeTwoRows() throws {
    func end(_ message: String, width: Int) throws -> [String] {
      var harness = try ScreenHarness("home", Size(width: width, height: 12))
      harness.context.statusMessage = message
      return harness.text.split(separator: "\n", omittingEmptySubsequences: false).suffix(2)
        .map(String.init)
    }
    let words = "No letter left, and dozens of two: another letter is near."
    #expect(try end(words, width: 80) == ["", " " + words])
    #expect(
      try end(words, width: 40) == [
        " No letter left, and dozens of two:", " another letter is near.",
      ])
    #expect(try end("Saved.", width: 40) == ["", " Saved."])
    let long = try end(words + " " + words, width: 40)
    #expect(long[1] == " another letter is near. No letter lef…")
  }

  @Test func qGoesBackFromEveryScreenAndQuits() throws {
    for name in Screens.names {
      var harness = try ScreenHarness(name, size)
      if name != "home" { harness.press("Esc") }
      #expect(!harness.session.isOver)
      harness.press("q")
      #expect(harness.session.isOver, "\(name)")
    }
  }

  @Test func controlCharactersNeverReachAFrame() throws {
    var harness = try ScreenHarness("home", size)
    var lesson = harness.context.bundle.lesson
    lesson.sections[0].title = "\u{1B}[31mred\u{7}"
    lesson.sections[0].blocks = [.code(language: "", text: "a\u{1B}]0;title\u{7}b\u{202E}c")]
    harness.context.bundle.lesson = lesson
    harness.press("Enter")
    let frame = harness.session.view(in: harness.context)
    #expect(frame.cells.allSatisfy { !$0.glyph.isControl })
    let rows = Set(frame.lines.map { $0.drop { $0 == " " } })
    #expect(rows.isSuperset(of: ["a␛]0;title␇b\u{FFFD}c"]), "\(rows)")
  }
}
