import Foundation
import Lessons
import Practice
import TerminalUI
import TestCourse
import Testing

@testable import TutorScreens

/// A learner at a screen: presses keys, and keeps what the screens put on record.
struct ScreenHarness {
  var context: AppContext
  var session: TutorSession
  var facts: [Fact] = []
  var usesMouse = false
  var lab = TestLab()
  private var ids = EventClock()
  var copied: String?

  init(_ screen: String, _ size: Size, _ charset: Charset = .braille) throws {
    context = AppContext(
      bundle: try TestCourse.small.get(), size: size, charset: charset, now: 1_800_000_000,
      seed: 7, recordPath: "~/.local/share/tutor/progress.sqlite")
    session = TutorSession(opening: Screens.route(named: screen))
    session.start(in: &context) { _, _ in nil }
  }

  mutating func press(_ words: String) {
    for word in words.split(separator: " ") {
      guard let key = Key(word: String(word)) else {
        Issue.record("no key \(word)")
        return
      }
      send(.key(key))
    }
  }

  mutating func type(_ text: String) {
    for character in text { send(.key(.character(character))) }
  }

  mutating func send(_ event: Event) {
    var new: [Fact] = []
    var taken: String?
    defer { copied = taken ?? copied }
    var ids = ids
    session.handle(event, in: &context) { effect, context in
      switch effect {
      case .setCharset(let charset): context.charset = charset
      case .tell(let text): context.notice = text
      case .copy(let text): taken = text
      case .useMouse(let isUsed): usesMouse = isUsed
      case .record(let fact):
        new.append(fact)
        context.learner.apply(
          LearnerEvent(
            id: ids.next(at: 1, random: 0), time: context.now, utcOffset: 0, fact: fact))
      case .lab(let effect): return lab.perform(effect)
      }
      return nil
    }
    facts += new
    self.ids = ids
  }

  /// Leaves only some cards in the deck.
  mutating func only(_ isWanted: (Card) -> Bool) {
    let deck = context.bundle.deck
    context.bundle.deck = Deck(
      id: deck.id, title: deck.title, cards: deck.cards.filter { isWanted($0) || $0.isFlashcard })
  }

  /// Begins anew with a screen on top of the home screen.
  mutating func open(_ route: Route?) {
    session = TutorSession(opening: route)
    session.start(in: &context) { _, _ in nil }
  }

  var text: String { session.view(in: context).lines.joined(separator: "\n") }
}

struct ScreenTests {
  private static let sizes = [
    Size(width: 80, height: 24), Size(width: 40, height: 12), Size(width: 160, height: 50),
  ]
  /// Screens, and the keys that bring them into a telling state.
  static let states = [
    ("home", ""), ("lesson", ""), ("lesson", "l l PageDown"),
    ("lesson", "l l Tab Tab Tab Tab Tab Tab r"),
    ("lesson", "l l Tab n"), ("lesson", "l l Tab Tab Tab Tab Tab"), ("lesson", "G 1"),
    ("lesson", "/ d e a d Enter"), ("lesson", "e H i Esc m Enter '"), ("lesson", "e H i"),
    ("contents", "Down"), ("plot", ""),
    ("plot", "n v"), ("plot", "Down Down Down n Right"), ("plot", "D"), ("cards", ""),
    ("cards", "n"), ("cards", "n Space i"), ("cards", "n Space e"), ("certificate", ""),
    ("lab", ""), ("lab-gradient", ""), ("lab-gradient", "Tab Left v"),
    ("lab-gradient", "v v Down Left Down Down Right"), ("lab-race", ""), ("lab-numerics", ""),
    ("lab-numerics", "L L L L L L L L L j j j"),
    ("quiz", ""), ("quiz", "1"),
    ("speed", ""), ("speed", "Enter"), ("speed", "2 Space"), ("progress", ""), ("home", "?"),
    ("map", "j j"),
    ("map", "2 G"), ("timeline", "j j j"), ("glossary", "j"), ("course", ""),
    ("plot", "v Down v x w"), ("plot", "w Down Down"), ("plot", "Down Down Down"),
    ("plot", "Up Up Up Up Up Up Up Right ]"),
    ("plot", "Down v Down v Down v Down v Down v Down v d"),
    ("search", "l o g i t Down"), ("lesson", "Enter Enter"), ("lesson", "w"),
  ]

  @Test(arguments: states, sizes)
  func screensLookAsTheyDid(state: (String, String), size: Size) throws {
    for charset in [Charset.ascii, .braille] {
      var harness = try ScreenHarness(state.0, size, charset)
      harness.press(state.1)
      let keys = state.1.replacing(" ", with: "-").replacing("?", with: "help")
        .replacing("/", with: "search").replacing("'", with: "marks")
      let name = [state.0, keys, "\(size.width)x\(size.height)", charset.rawValue]
        .filter { !$0.isEmpty }.joined(separator: "_")
      try Golden.expect(harness.text + "\n", named: name)
    }
  }
}

struct KeyJourneyTests {
  private let size = Size(width: 80, height: 24)

  @Test func readingToTheEndOfASectionIsRecorded() throws {
    var harness = try ScreenHarness("lesson", size)
    harness.press("G 1 2 3 4 1 2 3 4 1 2 3 4")
    #expect(harness.facts.contains(.sectionRead("words")))
    harness.press("G Space")
    #expect(harness.text.contains("2 Every kind of block"))
  }

  @Test func theReaderComesBackToTheSameSentence() throws {
    var harness = try ScreenHarness("lesson", size)
    harness.press("l Down")
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
    harness.press("n")
    let front = harness.text
    harness.press("Space 3")
    guard case .review(let card, .good)? = harness.facts.first else {
      Issue.record("no grade")
      return
    }
    #expect(harness.context.learner.schedule(of: card)?.phase == .learning(step: 1))
    harness.press("u")
    #expect(harness.context.learner.schedule(of: card) == nil)
    #expect(harness.text == front)
  }

  @Test func aWrongQuizAnswerBringsItsCardBack() throws {
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

  @Test func aSpeedChallengeEndsWithTheTimeAndIsRecorded() throws {
    var harness = try ScreenHarness("speed", size)
    harness.press("Enter 1")
    harness.context.milliseconds += 61_000
    harness.send(.tick)
    #expect(harness.text.contains("time is up"))
    let run = harness.facts.compactMap { fact -> SpeedRun? in
      if case .speedRun(let run) = fact { run } else { nil }
    }
    #expect(run.count == 1)
    #expect(run.first?.answered == 1)
  }

  @Test(arguments: ["Enter", "Space", "p", "1"])
  func aKeyPressedAsTheTimeRunsOutStartsNothing(key: String) throws {
    var harness = try ScreenHarness("speed", size)
    harness.press("Enter 1")
    harness.context.milliseconds += 61_000
    harness.send(.tick)
    // Pressed once, then held down: a keyboard waits for up to 660 ms before it repeats.
    for delay in [10, 660, 30, 30, 400, 30, 650] {
      harness.context.milliseconds += delay
      harness.press(key)
      #expect(harness.text.contains("time is up"))
    }
    #expect(harness.facts.count { if case .speedRun = $0 { true } else { false } } == 1)
    harness.context.milliseconds += 701
    harness.press("Enter")
    #expect(!harness.text.contains("time is up") && harness.text.contains("1:00"))
  }

  @Test func whoeverPressesToLeaveTimeAndAgainLeaves() throws {
    var harness = try ScreenHarness("speed", size)
    harness.press("Enter 1")
    harness.context.milliseconds += 61_000
    harness.send(.tick)
    for _ in 0..<3 {
      harness.context.milliseconds += 300
      harness.press("Esc")
      #expect(harness.text.contains("time is up"))
    }
    harness.context.milliseconds += 300
    harness.press("Esc")
    #expect(!harness.text.contains("time is up"))
  }

  @Test func theKeyThatFindsTheTimeOverStartsNothingEither() throws {
    var harness = try ScreenHarness("speed", size)
    harness.press("Enter 1")
    harness.context.milliseconds += 61_000
    harness.press("Enter")
    #expect(harness.text.contains("time is up"))
    harness.press("Enter")
    #expect(harness.text.contains("time is up"))
    harness.context.milliseconds += 1001
    harness.press("Esc")
    #expect(!harness.text.contains("time is up"))
  }

  @Test func readOutTheEndIsToldBeforeTheNextLineAndNoSooner() throws {
    var harness = try ScreenHarness("speed", size)
    harness.context = harness.context.plain
    harness.press("Enter 1")
    harness.context.milliseconds += 61_000
    harness.press("1 Enter q")
    #expect(harness.text.contains("time is up"))
    harness.context.milliseconds += 1
    harness.press("q")
    #expect(!harness.text.contains("time is up"))
  }

  @Test func severalChoicesAreTakenAndGivenTogether() throws {
    var harness = try ScreenHarness("home", size)
    harness.only { if case .several = $0.form { $0.id == "q-several" } else { false } }
    harness.open(.quiz(cards: harness.context.bundle.deck.questions))
    #expect(harness.text.contains("Several are right"))
    let lines = harness.text.split(separator: "\n").map(String.init)
    func digit(_ name: String) -> String {
      lines.first { $0.hasSuffix(name) }?.split(separator: " ").first.map(String.init) ?? ""
    }
    harness.press("\(digit("SiLU")) \(digit("ReLU"))")
    #expect(harness.text.contains("●"))
    harness.press("\(digit("ReLU")) \(digit("GELU")) Enter")
    #expect(harness.text.contains("✓ Right."))
    guard case .answer("q-several", true, .quiz, _, _)? = harness.facts.first else {
      Issue.record("\(harness.facts)")
      return
    }
  }

  @Test func aNetworkIsDrawnWithTheAnswer() throws {
    var harness = try ScreenHarness("home", size)
    harness.only { $0.id == "q-network" }
    harness.open(.quiz(cards: harness.context.bundle.deck.questions))
    #expect(harness.text.contains("input → [linear → Tanh] × 20 → output"))
    #expect(!harness.text.contains("1.0000^20"))
    harness.press("1")
    #expect(harness.text.contains("Tanh: 1.0000^20 = 1.00") && harness.text.contains("log scale"))
    try Golden.expect(harness.text + "\n", named: "network-answered_80x24_braille")
  }

  @Test func aGapIsTypedInto() throws {
    var harness = try ScreenHarness("home", size)
    harness.only { $0.id == "q-gap" }
    harness.open(.quiz(cards: harness.context.bundle.deck.questions))
    harness.type("saturated")
    harness.press("Enter")
    #expect(harness.text.contains("but not for all inputs") && harness.text.contains("Right: dead"))
  }

  @Test func aPauseHidesTheQuestionAndStopsTheClock() throws {
    var harness = try ScreenHarness("speed", size)
    harness.press("Enter")
    let before = harness.text
    harness.press("Space")
    #expect(harness.text.contains("Paused"))
    // Of the question nothing is to be seen, and digits answer nothing.
    #expect(!harness.text.contains("1  "))
    harness.context.milliseconds += 600_000
    harness.press("1 2")
    harness.send(.tick)
    #expect(harness.facts.isEmpty)
    harness.press("Space")
    #expect(harness.text == before)
  }

  @Test func formsCountApartAndMissesArePractised() throws {
    var harness = try ScreenHarness("speed", Size(width: 80, height: 40))
    for way in ["Esc Down Down Down Enter", "Esc Enter"] {
      harness.press(way)
      #expect(harness.text.contains("Sudden death: 60 seconds, one life"))
      harness.press("3")
      for _ in 0..<40 where !harness.text.contains("out of lives") {
        harness.context.milliseconds += 900
        harness.press("1")
      }
      #expect(harness.text.contains("out of lives") && !harness.text.contains("once more"))
      harness.context.milliseconds += 1001
      harness.send(.tick)
      #expect(harness.text.contains("once more"))
    }
    #expect(harness.text.contains("points, run by run"))
    #expect(harness.context.learner.runs(.suddenDeath, seconds: 60).count == 2)
    #expect(harness.context.learner.bestRun(seconds: 60) == nil)
    let missed = harness.text.split(separator: "\n").first { $0.contains("✗") }
    harness.press("p")
    #expect(harness.text.contains("Quiz · 1 of 1"))
    let prompt = String((missed ?? "").drop { $0 != "✗" }.dropFirst(2).prefix(20))
    #expect(!prompt.isEmpty && harness.text.contains(prompt))
  }

  @Test func theDailyChallengeIsTheSameForEverybody() throws {
    var one = try ScreenHarness("speed", Size(width: 80, height: 24), .braille)
    var other = try ScreenHarness("speed", Size(width: 80, height: 24), .braille)
    other.context.seed = 99
    for _ in 0..<2 {
      one.press("2")
      other.press("2")
    }
    #expect(one.text == other.text)
    let today = one.text
    // Practice counts days from four in the morning, so a day later is another day at any hour.
    var tomorrow = try ScreenHarness("speed", Size(width: 80, height: 24), .braille)
    tomorrow.context.now += 86_400
    for _ in 0..<2 { tomorrow.press("2") }
    #expect(tomorrow.text != today)
  }

  @Test func theCharsetTurnsOnEveryScreen() throws {
    var harness = try ScreenHarness("plot", size)
    harness.press("a")
    #expect(harness.context.charset == .ascii)
    #expect(harness.text.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func aNoticeTakesTwoRowsWhereOneIsNotEnough() throws {
    func end(_ notice: String, width: Int) throws -> [String] {
      var harness = try ScreenHarness("home", Size(width: width, height: 12))
      harness.context.notice = notice
      return harness.text.split(separator: "\n", omittingEmptySubsequences: false).suffix(2)
        .map(String.init)
    }
    let words = "No record here, but copies of one: restore brings it back."
    #expect(try end(words, width: 80) == ["", " " + words])
    #expect(
      try end(words, width: 40) == [
        " No record here, but copies of one:", " restore brings it back.",
      ])
    #expect(try end("Saved.", width: 40) == ["", " Saved."])
    let long = try end(words + " " + words, width: 40)
    #expect(long[1] == " restore brings it back. No record her…")
  }

  @Test func qLeadsOutOfEveryScreenAndThenOutOfTheProgram() throws {
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
    #expect(frame.lines.contains { $0.contains("a␛]0;title␇b") })
  }
}

/// What holds for any lesson that the program comes with.
struct BundledCourseTests {
  @Test func everySectionHasFlashcardsAndQuestions() throws {
    let bundle = try TestCourse.bundled.get()
    #expect(!bundle.lesson.sections.isEmpty)
    for section in bundle.lesson.sections {
      #expect(
        bundle.deck.cards.contains { $0.section == section.id && $0.isFlashcard }, "\(section.id)")
      #expect(bundle.deck.questions.contains { $0.section == section.id }, "\(section.id)")
    }
  }

  @Test func everyQuestionNamesItsFlashcardAndExplainsItsLures() throws {
    for card in try TestCourse.bundled.get().deck.questions {
      #expect(card.flashcardID != nil, "\(card.id)")
      switch card.form {
      case .trueFalse(let question):
        #expect(question.reasons.allSatisfy { $0.isCorrect || $0.feedback != nil }, "\(card.id)")
      case .order(let question): #expect(question.feedback != nil, "\(card.id)")
      case .match(let question): #expect(question.feedback != nil, "\(card.id)")
      case .numeric(let question): #expect(!question.mistakes.isEmpty, "\(card.id)")
      case .gap(let question): #expect(!question.mistakes.isEmpty, "\(card.id)")
      case .choice(let question), .curve(_, let question), .several(let question),
        .network(_, let question):
        #expect(question.choices.allSatisfy { $0.isCorrect || $0.feedback != nil }, "\(card.id)")
      default: break
      }
    }
  }
}
