import Lessons
import TerminalUI
import TestSupport
import Testing
import Words

@testable import TutorScreens

struct PlainTests {
  private func plain(_ screen: String, _ keys: String = "") throws -> ScreenHarness {
    var harness = try ScreenHarness(screen, PlainText.size)
    harness.context = harness.context.plain
    harness.send(.appeared)
    harness.press(keys)
    return harness
  }

  private func text(_ harness: ScreenHarness) -> String { harness.plainText }

  @Test(
    arguments: Screens.names.map { ($0, "") } + [
      ("lesson", "Space 1 2 3 4"), ("lesson", "] ] Tab Right"), ("plot", "Down v"),
      ("plot", "G Up Up"), ("cards", "+"), ("cards", "+ Space"), ("quiz", "1 Enter"),
      ("quiz", "1 Enter Space 1"),
      ("speed", "4"), ("speed", "4 1 1 1"), ("timeline", "Down Down"), ("home", "?"),
      ("plot", "s"), ("plot", "S 0 Enter 0 . 5 Enter"),
    ]) func everyScreenHasAPlainTextRendering(screen: String, keys: String) throws
  {
    let text = text(try plain(screen, keys))
    #expect(text.utf8.allSatisfy { (0x20..<0x7F).contains($0) || $0 == 0x0A })
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    // No frames, bars, rules, marks of code or cut words.
    for drawing in ["---", "===", "####", "....", "|  |", "+-", "`", "->"] {
      #expect(!text.contains(drawing), "\(drawing)")
    }
    // A question mark opens no help where text is typed.
    let isTyping = try plain(screen, keys).session.isTyping
    #expect(
      lines.contains { $0.hasPrefix(Words.Frame.footer([])) }
        && text.shows("? " + Words.Frame.allKeys) != isTyping)
    #expect(zip(lines, lines.dropFirst()).dropLast().allSatisfy { !$0.isEmpty || !$1.isEmpty })
    let name = ([screen] + keys.split(separator: " ").map(String.init)).joined(separator: "-")
    try Golden.expect(text, named: "\(name.replacing("?", with: "help"))_plain")
  }

  @Test func aCurveQuestionBecomesATableWithoutTheFunctionsName() throws {
    var harness = try plain("home")
    harness.only {
      if case .curve = $0.form { true } else { false }
    }
    harness.open(.quiz(cards: harness.context.bundle.deck.questions))
    let asked = text(harness)
    #expect(asked.shows(Words.Curves.hiddenHeading(1)))
    let point = Words.Curves.point(x: anything, value: anything)
    #expect(asked.split(separator: "\n").count { $0.shows(point) } == 9)
    let named = Words.Curves.heading("ReLU")
    #expect(!asked.shows(named))
    // The verdict follows, so that the table is not printed again.
    harness.press("1")
    #expect(text(harness).shows(Words.Curves.hiddenHeading(1)) && !text(harness).shows(named))
  }

  @Test func figuresAreOperatedInPlainText() throws {
    var harness = try plain("lesson", "] ]")
    let before = text(harness)
    let title = Words.Figures.title(1, section: 3)
    #expect(before.shows(Words.Figures.unfocused(title, caption: anything, harness.keys)))
    harness.press("Tab Right")
    let held = text(harness)
    #expect(held.shows(Words.Figures.focused(title, caption: anything, harness.keys)))
    #expect(held.shows("x 0.1"))
    #expect(held.split(separator: "\n").count >= before.split(separator: "\n").count)
  }

  @Test func aParagraphIsALine() throws {
    let harness = try plain("lesson")
    let lines = Set(text(harness).split(separator: "\n").map { $0.drop { $0 == " " } })
    let section = harness.context.bundle.lesson.sections[0]
    let paragraphs = section.blocks.compactMap { block in
      if case .paragraph(let prose) = block { prose.plainText.spoken } else { nil }
    }
    #expect(paragraphs.contains { $0.count > 3 * PlainText.size.width })
    for paragraph in paragraphs { #expect(lines.contains(paragraph[...]), "\(paragraph)") }
  }

  @Test func aWidthWrapsLines() throws {
    let text = try #require(try plain("lesson").plain)
    let lines = text.text(width: 30).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 30 })
    #expect(lines.joined(separator: " ").contains(text.lines[0].text))
  }

  @Test func linesAreKeys() {
    #expect(PlainInput.keys("", .keys) == [.space])
    #expect(PlainInput.keys("down Enter x", .keys) == [.down, .enter, .character("x")])
    #expect(PlainInput.keys("nonsense", .keys) == nil)
    let fraction = "1/4".map { Key.character($0) }
    let clear = Key.control("u")
    #expect(PlainInput.keys("1/4", .field) == fraction + [.enter])
    #expect(PlainInput.keys("1/4", .field, clearing: clear) == [clear] + fraction + [.enter])
    #expect(PlainInput.keys("", .field, clearing: clear) == [.enter])
    #expect(PlainInput.keys("1/4", .query, clearing: clear) == [clear] + fraction)
    #expect(PlainInput.keys("", .query) == [.enter])
    #expect(PlainInput.keys("1/4", .lines) == fraction + [.enter])
    for mode in [PlainInput.Mode.field, .query, .lines] {
      #expect(PlainInput.keys("Esc", mode) == [.escape])
      #expect(PlainInput.keys("Ctrl-U", mode) == [clear])
      #expect(PlainInput.keys("u", mode)?.first == .character("u"))
    }
  }

  @Test func everyNameOfAKeyOnAPageCanBeTyped() {
    for key in Array(Key.names.values) + Key.digits + ["?", "/", "'", .control("w"), .function(2)] {
      #expect(PlainInput.keys(key.label(.ascii), .keys) == [key])
    }
  }

  @Test func aTypedLineReplacesAField() throws {
    var harness = try plain("search")
    harness.type("gate")
    for key in try #require(harness.session.plainKeys("logit", in: harness.context)) {
      harness.send(.key(key))
    }
    #expect(text(harness).contains("/ logit"))
    // Where Ctrl-U undoes a grade, it is not pressed.
    let card = try plain("cards", "+ Space 2 Space 2 Space 2 Space 2 Space 2")
    #expect(card.session.plainInput == .field)
    #expect(card.session.plainKeys("0", in: card.context) == ["0", .enter])
  }
}
