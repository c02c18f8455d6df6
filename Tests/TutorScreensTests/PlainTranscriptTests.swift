import TerminalUI
import TestSupport
import Testing
import Words

@testable import TutorScreens

/// Of a screen that was heard before, only what is new is printed.
struct PlainTranscriptTests {
  /// A learner who hears what is printed.
  private struct Listener {
    var harness: ScreenHarness
    private var transcript = PlainTranscript()

    init(_ screen: String) throws {
      harness = try ScreenHarness(screen, PlainText.size)
      harness.context = harness.context.plain
      harness.send(.appeared)
    }

    /// The lines that are printed after keys.
    mutating func hears(after keys: String = "", isAsked: Bool = false) throws -> [String] {
      harness.press(keys)
      let text = try #require(harness.plain)
      return transcript.next(text, isAsked: isAsked).split(separator: "\n").map(String.init)
    }
  }

  @Test func anAnswerIsFollowedByItsVerdictAlone() throws {
    var listener = try Listener("lesson")
    let page = try listener.hears()
    #expect(page.count > 20)
    let wrong = try listener.hears(after: "1")
    #expect((1...4).contains(wrong.count), "\(wrong)")
    #expect(wrong.contains { $0.shows(Words.Questions.isWrong(yourAnswer: anything, reason: nil)) })
    let right = try listener.hears(after: "2")
    #expect(right.first?.shows(Words.Questions.isRight) == true, "\(right)")
    // The next question follows with its answers.
    #expect(right.contains { $0.hasPrefix("1: ") })
    #expect(try listener.hears().isEmpty)
  }

  @Test func aMoveIsTheSelectedLineAlone() throws {
    for (screen, key) in [("contents", "Down"), ("home", "Down"), ("glossary", "j")] {
      var listener = try Listener(screen)
      let page = try listener.hears()
      #expect(page.count { $0.hasPrefix(Words.Plain.selected) } == 1, "\(screen)")
      let moved = try listener.hears(after: key)
      #expect(moved.count == 1 && moved[0].hasPrefix(Words.Plain.selected), "\(screen) \(moved)")
      #expect(page.contains(String(moved[0].dropFirst(Words.Plain.selected.count))), "\(moved)")
    }
  }

  @Test func aSettingOfALabIsFollowedByWhatItChanges() throws {
    var listener = try Listener("lab-gradient")
    let page = try listener.hears()
    let network = try listener.hears(after: "Right")
    // The other network stays as it is.
    #expect(network.count < page.count / 2 + 2 && network.count > 2, "\(network)")
    #expect(try listener.hears(after: "Down").count == 1)
  }

  @Test func anotherScreenIsPrintedWithItsTitle() throws {
    var listener = try Listener("home")
    let home = try listener.hears()
    let cards = try listener.hears(after: "c")
    #expect(cards.first != home.first && cards.last?.hasPrefix(Words.Frame.footer([])) == true)
    // A short page is printed again.
    #expect(try listener.hears(after: "q").first == home.first)
  }

  @Test func aLongPageIsNotPrintedTwiceUnlessAskedFor() throws {
    var listener = try Listener("lesson")
    let page = try listener.hears()
    _ = try listener.hears(after: "?")
    let back = try listener.hears(after: "Esc")
    #expect(back == [page[0], Words.Plain.restUnchanged, page[page.count - 1]])
    #expect(try listener.hears(isAsked: true) == page)
  }

  @Test func anotherQuestionIsPrintedCompletely() throws {
    var listener = try Listener("quiz")
    _ = try listener.hears()
    for _ in 0..<8 {
      for key in ["1", "2", "3"] { _ = try listener.hears(after: key) }
      let former = listener.harness.plain?.title
      let next = try listener.hears(after: "Enter")
      guard let plain = listener.harness.plain, plain.title != former else { continue }
      #expect(next == plain.page.filter { !$0.isEmpty })
    }
  }

  @Test func aMessageIsRepeatedEachTime() throws {
    var listener = try Listener("contents")
    _ = try listener.hears()
    let message = Words.StatusMessages.unknownKey(listener.harness.keys).spoken
    #expect(try listener.hears(after: "z") == [message])
    #expect(try listener.hears(after: "z") == [message])
  }

  @Test func linesThatVanishAreCounted() throws {
    var listener = try Listener("map")
    let open = try listener.hears()
    let folded = try listener.hears(after: "Down Space")
    #expect(folded.contains { $0.hasSuffix(Words.MindMap.folded) }, "\(folded)")
    #expect(folded.count < open.count)
  }
}

/// Characters as words.
struct SpokenTextTests {
  @Test(arguments: [
    ("0 due · new ones", "0 due, new ones"), ("x · Φ(x)", "x times Phi(x)"),
    ("2.0 · 4 + 1", "2.0 times 4 + 1"), ("90 % · median 2 s", "90 %, median 2 s"),
    ("3 of 9 · Words", "3 of 9, Words"), ("2·3", "2 times 3"),
    ("x² · tanh(x)", "x^2 times tanh(x)"),
    ("σ → (0, ∞)", "sigma to (0, infinity)"), ("(± 0.005)", "(plus or minus 0.005)"),
    ("│ a ├─ b ⣿ █", "a b"), ("A  ›  B", "A, B"), ("", ""), ("  |", ""), ("-1 + x", "-1 + x"),
    ("  +-- yes or no .... sigmoid", "yes or no: sigmoid"), ("and so on...", "and so on..."),
  ]) func marksAreWords(text: String, spoken: String) {
    #expect(text.spoken == spoken)
  }

  @Test func wrappedWordsAreJoined() {
    var frame = Frame(Size(width: 8, height: 9))
    let text = "pre-activation, and\nsoft\u{AD}hyphen then `code`"
    let lines = TextLayout.wrap(text, width: 8)
    #expect(lines.count > 4)
    for (y, line) in lines.enumerated() { frame.write(line.runs, x: 0, y: y) }
    let words = PlainParagraphs(frame).lines.map(\.text)
    #expect(words == ["pre-activation, and", "softhyphen then code"])
  }
}
