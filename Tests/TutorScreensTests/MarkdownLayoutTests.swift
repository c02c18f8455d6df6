import Lessons
import TerminalUI
import TestCourse
import TestSupport
import Testing
import Words

@testable import LessonLayout
@testable import LessonReader
@testable import TutorScreens

/// The layout of HTML, links, footnotes, alerts, pictures and mathematics in the lesson.
struct MarkdownLayoutTests {
  /// A harness at a lesson with this first section.
  private func harness(_ markdown: String, _ charset: Charset = .braille, width: Int = 80) throws
    -> ScreenHarness
  {
    let source = try SourceText(file: "f.md", bytes: Array("# T\n\n\(markdown)\n".utf8))
    let section = try MarkdownReader(source: source, functions: TestCourse.functions).section(
      id: "s")
    var harness = try ScreenHarness("home", Size(width: width, height: 24), charset)
    harness.context.bundle.lesson.sections[0] = section
    harness.press("Enter")
    return harness
  }

  /// The page's lines, without header and footer.
  private func lines(_ harness: ScreenHarness) -> [String] {
    let lines = harness.session.view(in: harness.context).lines.dropFirst(2).dropLast(2)
    return lines.map { $0.trimmed }.filter { !$0.isEmpty }
  }

  @Test func linksAreNumberedAndTheirTargetsListed() throws {
    let text =
      "Read [the docs](https://a.example/d), **[the](x.md) [docs](https://a.example/d)**, <https://b.example>, [next](#blocks)."
    #expect(
      lines(try harness(text)) == [
        "Read the docs[1], the[2] docs[1], https://b.example, next.", "Links",
        "[1] https://a.example/d", "[2] x.md",
      ])
    var plain = try harness(text)
    plain.context = plain.context.plain
    plain.send(.appeared)
    let plainText = plain.plainText
    let rows = plainText.split(separator: "\n").map { $0.drop { $0 == " " } }
    #expect(
      Set(rows).isSuperset(of: [
        "Read the docs[1], the[2] docs[1], https://b.example, next.", "[1] https://a.example/d",
        "[2] x.md",
      ]), "\(plainText)")
  }

  @Test func linksAreCopiedAndSectionsAreOpened() throws {
    var harness = try harness("[a](https://a.example) [b](#blocks) [c](#nowhere)\n\n<m@b.example>")
    harness.press("o")
    #expect(harness.shows("▸ a") && harness.shows("mailto:m@b.example"))
    harness.press("Enter")
    #expect(
      harness.copied == "https://a.example"
        && harness.shows(Words.Links.copied("https://a.example")))
    harness.press("Down Down Enter")
    #expect(harness.shows(Words.Links.noSection("nowhere")))
    harness.press("Down y")
    #expect(harness.copied == "mailto:m@b.example")
    harness.press("Up Up Enter")
    #expect(harness.shows(TestCourse.Heading.blocks))
    harness.press("[ q")
    #expect(harness.shows("1 T"))
    var other = try self.harness("text")
    other.press("o Enter")
    #expect(other.shows(Words.Links.empty) && other.copied == nil)
  }

  @Test func aVisibleLinkIsSelected() throws {
    let paragraphs = (1...60).map { "[words \($0)](https://a.example/\($0))" }
    var harness = try harness(paragraphs.joined(separator: "\n\n"))
    harness.press("PageDown PageDown o Enter")
    let number = try #require(harness.copied?.split(separator: "/").last.flatMap { Int($0) })
    #expect((10...40).contains(number))
  }

  @Test func hostileLinkTargetsAreShownSafely() throws {
    let harness = try harness("[a](<https://a.example/\u{202E}\u{1B}]52;c;x>) [b](javascript:b)")
    #expect(lines(harness) == ["a[1] b", "Links", "[1] https://a.example/%E2%80%AE%1B]52;c;x"])
  }

  @Test func footnotesAreAtTheEnd() throws {
    let text = "word[^n] more[^m]\n\n[^n]: First [a](b.md)\n[^m]: Second\n\n    - item"
    #expect(
      lines(try harness(text)) == [
        "word¹ more²", "Notes", "¹ First a[1]", "² Second", "• item", "Links", "[1] b.md",
      ])
    #expect(
      lines(try harness(text, .ascii)).prefix(3) == ["word^1 more^2", "Notes", "^1 First a[1]"])
    var harness = try harness(text)
    harness.press("/ i t e m Enter")
    #expect(harness.shows("item") && !harness.shows(Words.Reader.notFound("item")))
  }

  @Test func alertsBeginWithTheirKind() throws {
    #expect(
      lines(try harness("> [!CAUTION]\n> Do *not*.\n>\n> > quoted")) == [
        "│ Caution", "│ Do not.", "│ │ quoted",
      ])
  }

  @Test func imagesBecomeALine() throws {
    #expect(
      lines(try harness("![](d/x.png)\n\n![Words](y.png)\n\n<img src=z.png>")) == [
        "[picture: x.png]", "[picture: Words]", "[picture: z.png]",
      ])
  }

  @Test func mathematicsIsConvertedOrUnchanged() throws {
    let text =
      "Let $\\alpha_1*b$.\n\n$$\na &\\foo \\\\\nb\n$$\n\n$$\n\\begin{aligned}x &= 1\\\\ y &= 2\\end{aligned}\n$$"
    #expect(
      lines(try harness(text)) == ["Let α₁*b.", "$$", "a &\\foo \\\\", "b", "$$", "x = 1", "y = 2"])
    #expect(
      lines(try harness(text, .ascii)) == [
        "Let $\\alpha_1*b$.", "$$", "a &\\foo \\\\", "b", "$$", "$$",
        "\\begin{aligned}x &= 1\\\\ y &= 2\\end{aligned}", "$$",
      ])
    var harness = try harness("$$\n\\alpha\n$$")
    harness.press("y")
    #expect(harness.copied == "$$\n\\alpha\n$$")
  }

  @Test func aTableWithoutTitlesHasNoRule() throws {
    #expect(lines(try harness("<table><tr><td>a</td><td>b</td></tr></table>")) == ["a  b"])
  }

  /// The widths of columns, narrowing the widest one at a time.
  private func fitted(_ natural: [Int], room: Int) -> [Int] {
    var widths = natural
    while widths.reduce(0, +) > room,
      let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > 1
    {
      widths[widest] -= 1
    }
    return widths
  }

  @Test func columnsShareTheWidthEvenly() {
    let table = TableLayout(
      table: TableBlock(alignments: [], header: [], rows: []), width: 80, charset: .ascii,
      runs: { _, _ in [] })
    for natural in [
      [5, 40, 3], [60, 60, 60], [1, 100], [30, 31, 29, 8], [200], [0, 0], [7, 7, 7, 7],
    ] {
      for room in [1, 4, 10, 26, 27, 28, 70, 80] {
        #expect(
          table.fitted(natural, room: room) == fitted(natural, room: room), "\(natural) \(room)")
      }
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
