import Lessons
import TestCourse
import Testing

@testable import LessonReader

/// A section with this text below its title.
func markdown(_ text: String) throws -> Section {
  let source = try SourceText(file: "f.md", bytes: Array("# T\n\n\(text)\n".utf8))
  return try MarkdownReader(source: source, functions: TestCourse.functions).section(id: "s")
}

extension Section {
  /// Every block as a line that names its kind.
  var outline: [String] { blocks.map(\.outline) }
}

extension Block {
  fileprivate var outline: String {
    switch self {
    case .heading(let level, let prose): "h\(level) \(prose.plainText)"
    case .paragraph(let prose): prose.plainText
    case .list(let list):
      (list.start.map { "\($0)" } ?? "")
        + "["
        + list.items.map { $0.blocks.map(\.outline).joined(separator: "/") }
        .joined(separator: ", ") + "]"
    case .quote(let blocks): "> " + blocks.map(\.outline).joined(separator: "/")
    case .alert(let alert, let blocks):
      "\(alert.rawValue)> " + blocks.map(\.outline).joined(separator: "/")
    case .code(_, let text): "code \(text)"
    case .table(let table):
      ([table.header] + table.rows).map { row in
        row.map(\.plainText).joined(separator: "|")
      }.joined(separator: "//")
    case .figure: "figure"
    case .prediction(let prediction): "predict \(prediction.id)"
    case .exercise(let questions): "exercise \(questions.joined(separator: " "))"
    case .instrument(let address, let words): "do \(words) \(address)"
    case .math(let text, _): "math \(text)"
    case .rule: "rule"
    }
  }
}

struct InstrumentParagraphTests {
  @Test(arguments: [
    ("[ten layers](lab:gradient?layers=10)", "do ten layers lab:gradient?layers=10"),
    ("[*two* curves](plot:relu+gelu/x=-3...3)", "do two curves plot:relu+gelu/x=-3...3"),
    ("[soft](plot:softmax/logits=2,1,0)", "do soft plot:softmax/logits=2,1,0"),
    // A link within a sentence stays one, and a malformed address opens nothing.
    ("See [ten layers](lab:gradient).", "See ten layers."), ("[x](lab:kitchen)", "x"),
    ("[a](lab:gradient) [b](lab:numerics)", "a b"),
  ]) func aLinkThatIsAParagraphOpensAnInstrument(source: String, outline: String) throws {
    #expect(try markdown(source).outline == [outline])
  }
}

struct MarkdownHTMLTests {
  @Test(arguments: [
    ("2<sup>10</sup> and H<sub>2</sub>O", "2¹⁰ and H₂O"),
    ("x<sup>a,b</sup> x<sup>**n**+1</sup> w<SUB>max</SUB>", "x^(a,b) xⁿ⁺¹ wₘₐₓ"),
    ("x<sup>unclosed", "xᵘⁿᶜˡᵒˢᵉᵈ"),
    ("one<br>two<br/>three<BR />four", "one\ntwo\nthree\nfour"),
    (
      "run with <file> given, or <My-Tag a='b'>x</My-Tag>",
      "run with <file> given, or <My-Tag a='b'>x</My-Tag>"
    ),
    ("before <!-- hidden --> after", "before  after"),
    ("a <![CDATA[b]]> c <?php echo 1 ?>", "a b c <?php echo 1 ?>"),
    ("x <script>alert(1)</script> y", "x  y"),
    ("x <script>without an end", "x without an end"),
    ("<kbd>Ctrl</kbd>+<q>say</q> <span hidden>no</span> end", "Ctrl+“say”  end"),
    ("a <img src='d/cat.png?x=1'> b <img alt='a cat' src=x.png>", "a cat.png b a cat"),
    ("&copy; <b>&alpha;</b> `&copy;`", "© α &copy;"),
    ("</div> an end alone", " an end alone"),
    ("text <div>in</div> text", "text\nin\ntext"),
    ("x <input type=checkbox checked> done", "x [x]  done"),
    ("漢<ruby>字<rt>ji</rt></ruby>", "漢字(ji)"),
  ])
  func wordsInHTMLAreKept(source: String, text: String) throws {
    let found = try markdown("p " + source).outline
    #expect(found == ["p " + text])
    // In a heading, an item, a quote and a cell, too.
    #expect(try markdown("## p " + source).outline == ["h2 p " + text])
    #expect(try markdown("- p " + source).outline == ["[p " + text + "]"])
    #expect(try markdown("> p " + source).outline == ["> p " + text])
    if !source.contains("|") {
      let table = try markdown("| p " + source + " | z |\n|---|---|\n| 1 | 2 |").outline
      #expect(table == [("p " + text).trimmed + "|z//1|2"])
    }
  }

  @Test(
    arguments: [
      ("<div>in a div</div>", ["in a div"]),
      ("<p align=\"center\">One<br>two</p>\n<p>three", ["One\ntwo", "three"]),
      ("<details>\n<summary>Head</summary>\n\n*Markdown*\n\n</details>", ["Head", "Markdown"]),
      ("<ul><li>a<li>b<ol start=3><li>c</ol></ul>", ["[a, b/3[c]]"]),
      ("<ul>\n<li>a</li>\n\n<li>b</li>\n</ul>", ["[a, b]"]),
      ("<table><tr><th>A<th>B<tr><td>1<td>2</table>", ["A|B//1|2"]),
      ("<table>\n<tr>\n<td>1</td>\n\n<td>2</td></tr>\n<tr><td>3</td></tr></table>", ["|//1|2//3|"]),
      ("<table><tr><td><ul><li>a</li><li>b</li></ul></td></tr></table>", ["//• a\n• b"]),
      ("<table><caption>Cap</caption><tr><td>x</td></tr></table>", ["Cap", "//x"]),
      ("<h2>Head</h2><p>text</p><hr>", ["h2 Head", "text", "rule"]),
      ("<h1 align=center>Second</h1>", ["h1 Second"]),
      ("<pre>\n a  b\n\n c</pre>", ["code  a  b\n\n c"]),
      ("<blockquote>said<p>more</blockquote>after", ["> said/more", "after"]),
      ("<dl><dt>term<dd>meaning</dl>", ["term", "meaning"]),
      ("<file>\nwords\n</file>", ["<file> words </file>"]),
      ("<script>\nalert(1)\n</script>\n\nx", ["x"]),
      ("<style>p {}</style>\nx", ["x"]),
      ("<!-- a\n\ncomment > -->\n\nx", ["x"]),
      ("<img src=a.png alt='A'>\n<img src=b.png>", ["A b.png"]),
      ("<p><a href=x.html><img src=c.png></a></p>", ["c.png"]),
      ("<center>\n\n**Markdown**\n\n</center>", ["Markdown"]),
      ("<td>a cell alone</td><td>next</td>", ["a cell alone | next"]),
      ("<div><div><div>deep</div></div> tail", ["deep", "tail"]),
    ] as [(String, [String])])
  func htmlOnSeparateLinesBecomesBlocks(source: String, blocks: [String]) throws {
    #expect(try markdown(source).outline == blocks)
  }

  @Test func deeplyNestedBlocksAreFlattened() throws {
    let html = String(repeating: "<blockquote><ul><li>", count: 3000) + "word"
    #expect(try markdown(html).outline.joined().filter(\.isLetter) == "word")
  }

  @Test func linksInHTMLHaveTheirTargets() throws {
    let section = try markdown(
      "a <a href='https://a.example'>b</a>\n\n<p><a href='c.html'>d</a> <a href='javascript:x'>e</a></p>"
    )
    #expect(section.links.map(\.address) == ["https://a.example", "c.html"])
    #expect(section.links.map(\.words) == ["b", "d"])
  }
}

struct MarkdownExtrasTests {
  @Test(arguments: ["note", "tip", "important", "warning", "caution"])
  func alertsHaveTheirKind(kind: String) throws {
    for text in [
      "> [!\(kind.uppercased())]\n> *text*\n>\n> more", "> [!\(kind)]  \n> text\n>\n> more",
    ] {
      #expect(try markdown(text).outline == ["\(kind)> text/more"])
    }
    #expect(try markdown("- > [!\(kind)]\n  > text").outline == ["[\(kind)> text]"])
  }

  @Test(arguments: [
    "> [!NOTE] text", "> [!OTHER]\n> text", "> NOTE\n> text", "> a [!NOTE]\n> text",
  ])
  func otherQuotesAreQuotes(text: String) throws {
    let words = text.split(separator: "\n").map { $0.dropFirst(2) }.joined(separator: " ")
    #expect(try markdown(text).outline == ["> \(words)"])
  }

  @Test func footnotesAreNumberedInOrderOfReference() throws {
    let section = try markdown(
      "a[^x] b[^y] a[^x]\n\n[^y]: Second\n\n    more\n[^x]: *First*\n[^z]: unused\n\nend [^none]")
    #expect(section.outline == ["a¹ b² a¹", "end [^none]"])
    #expect(section.notes.map(\.mark) == ["¹", "²", "³"])
    #expect(
      section.notes.map { $0.blocks.flatMap(\.proses).map(\.plainText) } == [
        ["First"], ["Second", "more"], ["unused"],
      ])
    let span = try #require(section.blocks.first?.proses.first?.first { $0.text == "¹" })
    #expect(span.traits == .note)
  }

  @Test func unusedFootnotesAreKeptBeforeAnUnclosedFence() throws {
    #expect(try markdown("x\n\n[^z]: unused\n\n```\ncode").outline == ["x", "code code"])
    #expect(try markdown("x\n\n[^z]: unused\n\n- list").notes.count == 1)
  }

  @Test(arguments: [
    ("![](dir/noalt.png)", "noalt.png"), ("![Words *of* it](x.png)", "Words of it"),
    ("[![badge](https://s.example/b.svg?x#y)](https://c.example)", "badge"),
    ("![][r]\n\n[r]: a/b.gif", "b.gif"),
  ])
  func imagesBecomeTheirAlternativeText(text: String, words: String) throws {
    let prose = try #require(try markdown(text).blocks.first?.proses.first)
    #expect(prose.map(\.text) == [words])
    #expect(prose[0].traits.contains(.picture))
  }

  @Test(arguments: [
    "---\ntitle: x\nlist:\n  - a\n---\n", "---\n# comment\ntitle: x\n...\n",
    "+++\ntitle = \"x\"\n[menu]\n+++\n", "<!-- licence -->\n\n", "<!--\nmany\n\nlines\n-->\n",
    "---\na: b\n---\n\n<!-- x -->\n<!-- y -->\n\n",
  ])
  func frontMatterIsSkipped(start: String) throws {
    let source = try SourceText(
      file: "f", bytes: Array("\(start)# Title\n\n```plot\nfunctions: nothing\n```\n".utf8))
    let reader = MarkdownReader(source: source, functions: TestCourse.functions)
    // Errors have locations in the file.
    let error = #expect(throws: ContentError.self) { try reader.section(id: "s") }
    #expect(error?.line == start.split(separator: "\n", omittingEmptySubsequences: false).count + 3)
    #expect(error?.column == 12)
    let scan = SectionScan(source)
    #expect(scan.prose.map(\.text) == ["# Title"])
    #expect(scan.figures.first?.line == (error?.line ?? 0) - 1)
  }

  @Test(arguments: ["---\n\n# T", "---\nwords\n---\n# T", "text\n\n# T", "<p>words</p>\n\n# T"])
  func contentBeforeTheTitleIsRejected(text: String) throws {
    let source = try SourceText(file: "f", bytes: Array(text.utf8))
    let error = #expect(throws: ContentError.self) {
      try MarkdownReader(source: source, functions: TestCourse.functions).section(id: "s")
    }
    #expect(error?.problem == .missingTitle)
  }

  @Test func theTitleMayBeHTML() throws {
    let source = try SourceText(
      file: "f", bytes: Array("<h1 align=center>A <b>title</b></h1>\n\nx".utf8))
    let section = try MarkdownReader(source: source, functions: TestCourse.functions).section(
      id: "s")
    #expect(section.title == "A title" && section.outline == ["x"])
  }
}

struct AddressTests {
  @Test(arguments: [
    "https://a.example/b?c=d#e", "http://a.example", "mailto:a@b.example", "chapter/2.md", "#id",
    "//a.example/x",
    "https://ja.example/日本語", "?q=1", "a/b:c",
  ])
  func linkTargetsArePreserved(address: String) {
    #expect(Address.safe(address) == address)
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "file:///etc/passwd", "vbscript:x",
    "", " ",
    "ssh://a.example", "java\u{200B}script:x", "\u{1}javascript:x",
  ])
  func unsafeAddressesAreRejected(address: String) { #expect(Address.safe(address) == nil) }

  @Test func deceptiveCharactersAreEncoded() {
    #expect(
      Address.safe("https://a.example/\u{202E}x\u{1B}[2J y\"<>")
        == "https://a.example/%E2%80%AEx%1B[2J%20y%22%3C%3E")
    #expect(Address.safe("a\u{200B}b\u{FEFF}") == "a%E2%80%8Bb%EF%BB%BF")
  }
}

/// Sections are parsed in parallel.
struct ParallelParsingTests {
  @Test func parallelParsingGivesTheSameSections() async throws {
    let text = "~~struck~~ at https://a.example\n\n| a | b |\n|---|---|\n| ~~1~~ | 2 |\n\n- [x] x"
    let expected = try markdown(text)
    let different = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask {
          try (0..<400).count { _ in try markdown(text) != expected }
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(different == 0)
  }

  /// The first problem of a section, as line, column and kind.
  private func problem(_ block: String) -> (Int, Int, ContentError.Problem)? {
    do throws(ContentError) {
      let source = try SourceText(file: "s.md", bytes: Array("# T\n\n\(block)\n".utf8))
      _ = try MarkdownReader(source: source, functions: TestCourse.functions).section(id: "s")
      return nil
    } catch {
      return (error.line, error.column, error.problem)
    }
  }

  @Test func predictionsAreReadWithTheirFigures() throws {
    let figure = "```plot\nfunctions: relu\n```"
    let whole = "```predict\nid: a\nask: b?\nright: c\nwrong: d | e\ngap: f\n```\n\n"
    let source = try SourceText(file: "s.md", bytes: Array("# T\n\n\(whole)\(figure)".utf8))
    let blocks = try MarkdownReader(source: source, functions: TestCourse.functions)
      .section(id: "s").blocks
    guard case .prediction(let prediction)? = blocks.first, blocks.count == 1,
      case .choice(let question) = prediction.form
    else {
      Issue.record("\(blocks)")
      return
    }
    #expect(prediction.id == "a" && prediction.gap == "f" && question.front == "b?")
    #expect(question.choices.map(\.text) == ["c", "d"])
    #expect(question.choices.map(\.feedback) == [nil, "e"])
    #expect(question.choices.map(\.isCorrect) == [true, false])
  }

  @Test func predictionsAreReportedWithTheirPlace() throws {
    let figure = "\n```\n\n```plot\nfunctions: relu\n```"
    let none = try #require(problem("```predict\nid: a\nask: b\n```\n\nText.\n\n```plot\n```"))
    #expect(none == (4, 1, .noFigureAfterPrediction))
    #expect(
      try #require(problem("```predict\nid: A" + figure)) == (4, 5, .badID("A")))
    #expect(
      try #require(problem("```predict\nid: a\nask: b\nright: c\ngap: d" + figure)).2
        == .outOfRange(field: "wrong", allowed: .choices(1...8)))
    #expect(
      try #require(problem("```predict\nid: a\nask: b\nanswer: x\ngap: d" + figure)).0 == 6)
    #expect(
      try #require(problem("```predict\nid: a\nask: b\nwrong: c\nwrong: e\ngap: d" + figure)).2
        == .missingField("right"))
    #expect(
      try #require(problem("```predict\nid: a\nwhy: b" + figure)).0 == 5)
    #expect(try #require(problem("```exercise\n```")).2 == .missingField("question"))
  }
}
