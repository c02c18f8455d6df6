import Lessons
import Practice
import TerminalUI
import TestCourse
import TestSupport
import Testing

@testable import TutorScreens

/// A learner at a screen: presses keys, and collects the recorded facts.
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
    // Tests of what was read choose otherwise.
    context.learner.choose(.whole)
    context.functions = RandomFunctions.all
    session = TutorSession(opening: Screens.route(named: screen))
    session.start(in: &context) { _, _ in nil }
  }

  /// Presses keys; a number after a plus sign lets as many milliseconds pass.
  mutating func press(_ words: String) {
    for word in words.split(separator: " ") {
      if word.count > 1, word.first == "+", let time = Int(word.dropFirst()) {
        pass(time)
        continue
      }
      guard let key = Key(word: String(word)) else {
        Issue.record("no key \(word)")
        return
      }
      send(.key(key))
    }
  }

  /// Lets milliseconds pass, with the ticks that the screen asks for.
  mutating func pass(_ milliseconds: Int) {
    let end = context.milliseconds + milliseconds
    while context.milliseconds < end {
      let left = end - context.milliseconds
      let tick = session.tick ?? .max
      context.milliseconds += min(left, max(1, tick))
      if tick <= left { send(.tick) }
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
      case .tell(let text): context.statusMessage = text
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

  /// Answers the flashcard in view, whether it is turned or its answer is typed, and confirms the grade.
  ///
  /// - Parameter isKnown: Whether the answer is right.
  mutating func answerCard(asKnown isKnown: Bool = true) {
    if session.isTyping {
      let card = (session.top as? CardsScreen)?.produced?.card.produced
      if isKnown { type(card?.rightAnswer ?? "") }
      press("Enter Space")
    } else {
      press(isKnown ? "Space 2" : "Space 1")
    }
  }

  /// The visible screen as plain text; the context need not be plain.
  var plainText: String { plain?.text() ?? "" }

  /// The lines of the visible screen in plain text.
  var plain: PlainText? { session.plainText(in: context.plain) }

  /// Keeps only some cards in the deck.
  mutating func only(_ isWanted: (Card) -> Bool) {
    let deck = context.bundle.deck
    context.bundle.deck = Deck(
      id: deck.id, title: deck.title, cards: deck.cards.filter { isWanted($0) || $0.isFlashcard })
  }

  /// Restarts with a screen on top of the home screen.
  mutating func open(_ route: Route?) {
    session = TutorSession(opening: route)
    session.start(in: &context) { _, _ in nil }
  }

  var frame: Frame { session.view(in: context) }
  var text: String { frame.lines.joined(separator: "\n") }
  /// The text that is drawn as selected, such as a match.
  var selected: String {
    frame.cells.filter { $0.style.role == .selection && $0.width > 0 }.map(\.text).joined()
  }
  /// The keys' names in sentences.
  var keys: KeyNames { context.keyNames }

  /// Returns whether the screen shows a sentence, ignoring line breaks.
  func shows(_ sentence: some StringProtocol) -> Bool { text.shows(sentence) }
}
