import CCmark
import Foundation
import Lessons
import MarkupText
import TerminalUI
import TestCourse
import TestSupport
import Testing

@testable import LessonLayout
@testable import LessonReader
@testable import TutorScreens

/// No word of a section is lost between its Markdown and its lines.
///
/// The reference is the text of cmark's own HTML. `TUTOR_MARKDOWN` may name a folder with more documents; examples in
/// the format of CommonMark's specification are tested one by one.
struct MarkdownWordsTests {

  /// Words with their frequencies.
  private func words(in text: String) -> [String: Int] {
    var counts: [String: Int] = [:]
    for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      counts[String(word), default: 0] += 1
    }
    return counts
  }

  private func expected(_ markdown: String) throws -> [String: Int] {
    let tree = try #require(MarkdownTree(Array(markdown.utf8)))
    let html = try #require(
      cmark_render_html(tree.root, CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES, nil))
    defer { free(html) }
    var text = String(cString: html)
    // Footnotes are numbered differently.
    if let notes = text.firstRange(of: "<section class=\"footnotes\"") {
      let list = text[notes.lowerBound...].replacing("<ol>", with: "<ul>")
      text = String(text[..<notes.lowerBound] + list)
    }
    return words(in: HTMLText.plain(text))
  }

  /// The words of the section's lines on a terminal that is wide enough for all.
  private func shown(_ markdown: String, isPlain: Bool) throws(ContentError) -> [String: Int] {
    let source = try SourceText(file: "f.md", bytes: Array(markdown.utf8))
    let section = try MarkdownReader(source: source, functions: TestCourse.functions).section(
      id: "s")
    let lesson = Lesson(id: "t", title: "T", edition: "1", sections: [section])
    var context = AppContext(
      bundle: LessonBundle(lesson: lesson, deck: Deck(id: "t", title: "T", cards: [])),
      size: Size(width: 80, height: 24), charset: .braille, now: 0, seed: 1, recordPath: "")
    context.isPlain = isPlain
    // With colours, code has no backquotes around its words.
    context.hasColor = true
    let layout = SectionLayout(
      section, number: 1, width: 100_000, shift: 0, keeping: [], context.layout)
    let text = layout.lines.map { $0.runs.map(\.text).joined() }.joined(separator: "\n")
    // Removes the numbers of links.
    let bare = text.replacing(/\[\d+\]/, with: "")
    return words(in: section.title + "\n" + text).merging(
      words(in: section.title + "\n" + bare), uniquingKeysWith: max)
  }

  private func expectNoWordLost(_ markdown: String, _ name: String) throws {
    // Control characters are shown differently by both.
    let all = "# T\n\n" + String(String.UnicodeScalarView(markdown.unicodeScalars.map(\.harmless)))
    for isPlain in [false, true] {
      let found: [String: Int]
      do throws(ContentError) {
        found = try shown(all, isPlain: isPlain)
      } catch {
        // A rejected document loses nothing silently.
        #expect(error.problem == .nestedTooDeeply)
        return
      }
      for (word, count) in try expected(all) where found[word, default: 0] < count {
        Issue.record(
          "\(name): \(word) \(found[word, default: 0]) of \(count) times in\n\(markdown.prefix(300))"
        )
      }
    }
  }

  @Test(arguments: [
    "<div>a</div>b", "a<sup>2</sup> <x>y</x>", "| a | b |\n|-|-|\n| c<br>d | e |",
    "[^1] a\n\n[^1]: b\n\n    c",
    "<table><tr><td>a</table>", "- a\n\n  <p>b\n- ![c](d.png)", "> [!TIP]\n> a",
    "<details><summary>a</summary>b</details>",
    "1. a\n2. <ul><li>b</ul>", "a\\\nb  \nc", "<!-- a --> b", "&lt;a&gt; `<b>`", "***a** b* ~~c~~",
    "<https://a.example/b>",
    "<pre>a\nb</pre>", "<dl><dt>a<dd>b</dl>", "Setext\n===\n\nb", "![a [b](c)](d)",
    "[a](<b c> \"d\")", "* * *", "-\n- b",
    "<p>a<p>b<h3>c</h3>d", "<select><option>a<option>b</select>", "<svg><text>a</text></svg>",
    "<video>a</video> b",
  ])
  func noWordIsLost(markdown: String) throws { try expectNoWordLost(markdown, "sample") }

  @Test func noWordOfAnySeedIsLost() throws {
    let folders = [
      Repository.root + "/Tests/Fuzz/Seeds/markdown",
      Repository.root + "/Content/new-course/sections",
    ]
    let more = ProcessInfo.processInfo.environment["TUTOR_MARKDOWN"].map { [$0] } ?? []
    var count = 0
    for folder in folders + more {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
        guard let text = try? String(contentsOfFile: folder + "/" + name, encoding: .utf8),
          !FigureBlock.languages.contains(where: { text.contains("```" + $0) })
        else { continue }
        for example in Self.examples(in: text) {
          count += 1
          try expectNoWordLost(example, name)
        }
      }
    }
    #expect(count > 5)
  }

  /// The Markdown of every example in a specification; any other text unchanged.
  private static func examples(in text: String) -> [String] {
    let fence = String(repeating: "`", count: 32)
    guard text.contains(fence + " example") else { return [text] }
    return text.components(separatedBy: fence + " example").dropFirst().compactMap { part in
      part.components(separatedBy: "\n.\n").first?.split(
        separator: "\n", maxSplits: 1, omittingEmptySubsequences: false
      ).last.map { String($0).replacing("→", with: "\t") }
    }
  }
}

extension Unicode.Scalar {
  fileprivate var harmless: Unicode.Scalar {
    switch properties.generalCategory {
    case .control where self != "\n" && self != "\t", .format, .unassigned, .privateUse: "x"
    default: self
    }
  }
}
