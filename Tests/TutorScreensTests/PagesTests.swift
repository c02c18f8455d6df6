import Foundation
import LessonLayout
import Lessons
import TerminalUI
import TestCourse
import Testing

@testable import TutorScreens

/// Pages end where a reader expects, at every size.
///
/// The suite pages through all sections at some sizes and, at a part of all others, through one section;
/// `TUTOR_SOAK` pages through all sections at all sizes from 40x12 to 200x60.
struct PagesTests {
  private static let isSoak = ProcessInfo.processInfo.environment["TUTOR_SOAK"] != nil
  private static let sizes = [40, 47, 63, 80, 120, 150, 200].flatMap { width in
    [12, 13, 17, 24, 33, 60].map { Size(width: width, height: $0) }
  }

  /// A section with all its questions in view.
  private static func text(_ section: Int, _ bundle: LessonBundle, _ size: Size) -> SectionText {
    let context = AppContext(bundle: bundle, size: size, now: 1_800_000_000, seed: 7)
    return SectionText(section, shift: 0, keeping: nil, search: TextSearch(query: ""), in: context)
  }

  private static func lines(_ text: SectionText) -> [String] {
    text.lines.map { line in
      line.runs.map(\.text).joined().trimmingPrefix(while: { $0 == " " }).description
    }
  }

  @Test(arguments: sizes) func pagesKeepBlocksAndLines(size: Size) throws {
    for bundle in [try TestCourse.small.get(), try TestCourse.bundled.get()] {
      for section in bundle.lesson.sections.indices {
        let text = Self.text(section, bundle, size)
        Self.checkBlocks(text, size)
        Self.checkLines(text, size)
      }
    }
  }

  @Test(arguments: 40...200) func pagesKeepBlocksAndLinesAtEverySize(width: Int) throws {
    let bundles = [try TestCourse.bundled.get(), try TestCourse.small.get()]
    let sections = bundles.flatMap { bundle in
      bundle.lesson.sections.indices.map { (bundle, $0) }
    }
    for height in 12...60 {
      let size = Size(width: width, height: height)
      let number = width * 49 + height
      guard Self.isSoak || number.isMultiple(of: 17) else { continue }
      let chosen = Self.isSoak ? sections : [sections[number / 17 % sections.count]]
      for (bundle, section) in chosen {
        let text = Self.text(section, bundle, size)
        Self.checkBlocks(text, size)
        Self.checkLines(text, size)
      }
    }
  }

  /// No page ends in a block that fits on a page, or after a heading.
  private static func checkBlocks(_ text: SectionText, _ size: Size) {
    let rows = size.height - 4
    let lines = Self.lines(text)
    let whole = text.figures.map(\.rows) + text.codes.map(\.rows)
    let headings = text.lines.indices.filter { isHeading(text.lines[$0]) }
    for start in text.pages.starts {
      let end = text.pages.end(of: start)
      #expect(end - start <= rows)
      let divided = whole.filter { block in
        // A heading and a block that do not fit on one page together are divided where the page ends.
        let heading = headings.last { $0 < block.lowerBound && $0 + 3 >= block.lowerBound }
        let title = heading.flatMap { last in
          text.lines.indices.prefix(last).last { !isHeading(text.lines[$0]) }
        }
        let first = heading.map { _ in (title ?? -1) + 1 } ?? block.lowerBound
        return block.lowerBound < end && block.upperBound > end && block.upperBound - first <= rows
      }
      #expect(
        divided.isEmpty,
        "\(text.id), line \(end), \(size):\n\(lines[start..<end].joined(separator: "\n"))")
      let last = lines[start..<end].lastIndex { !$0.isEmpty }
      let endsWithHeading = last.map(headings.contains) ?? false
      #expect(!endsWithHeading, "\(text.id), line \(end), \(size)")
    }
    for figure in text.figures {
      #expect(figure.rows.count <= rows, "\(text.id), line \(figure.rows), \(size)")
    }
  }

  /// Whether a line is a heading, recognised by its look.
  private static func isHeading(_ line: SectionLine) -> Bool {
    let runs = line.runs.filter { !$0.text.allSatisfy { $0 == " " } }
    return !runs.isEmpty && runs.allSatisfy { $0.style == Style(.heading, .bold) }
  }

  /// Pages overlap nothing and skip nothing, and the pages on the way back are the same.
  private static func checkLines(_ text: SectionText, _ size: Size) {
    let lines = Self.lines(text)
    var next = 0
    for start in text.pages.starts {
      let isSkipped = start >= next && lines[next..<start].allSatisfy(\.isEmpty)
      #expect(isSkipped, "\(text.id), line \(start), \(size)")
      next = text.pages.end(of: start)
    }
    let left = lines[next...].filter { !$0.isEmpty }
    #expect(left.isEmpty, "\(text.id), \(size)")
    for (start, following) in zip(text.pages.starts, text.pages.starts.dropFirst()) {
      #expect(text.pages.next(after: start) == following)
      #expect(text.pages.previous(before: following) == start)
    }
  }

  /// The space bar shows exactly these pages, one after the other, through the whole lesson.
  @Test(arguments: [
    Size(width: 40, height: 12), Size(width: 63, height: 17), Size(width: 80, height: 24),
    Size(width: 120, height: 40),
  ])
  func spaceShowsEveryPage(size: Size) throws {
    let bundle = try TestCourse.bundled.get()
    for section in bundle.lesson.sections.indices {
      var harness = try ScreenHarness("lesson", size)
      harness.context.bundle = bundle
      harness.context.courseVersion += 1
      harness.send(.appeared)
      for _ in 0..<section { harness.press("]") }
      let text = Self.text(section, bundle, size)
      for start in text.pages.starts {
        let page = text.lines[start..<text.pages.end(of: start)].map { line in
          line.runs.map(\.text).joined().filter { $0 != " " }
        }
        let rows = harness.session.view(in: harness.context).lines
        let shown = rows.dropFirst(2).map { $0.filter { $0 != " " } }
        #expect(
          shown.prefix(page.count).elementsEqual(page), "\(text.id), line \(start), \(size)")
        harness.press("Space")
      }
    }
  }

  @Test(arguments: [Size(width: 40, height: 12), Size(width: 80, height: 24)])
  func goingBackShowsTheSamePages(size: Size) throws {
    var harness = try ScreenHarness("lesson", size)
    harness.context.bundle = try TestCourse.bundled.get()
    harness.send(.appeared)
    var pages = [harness.text]
    harness.press("] ]")
    pages = [harness.text]
    for _ in 0..<5 {
      harness.press("Space")
      pages.append(harness.text)
    }
    #expect(Set(pages).count == pages.count)
    for page in pages.dropLast().reversed() {
      harness.press("b")
      #expect(harness.text == page)
    }
  }

  @Test func afterScrollingPagesGoOnFromTheVisibleLines() {
    let breaks = PageBreaks(
      isBlank: Array(repeating: false, count: 40), blocks: [18..<25], headings: [16..<17], rows: 10)
    #expect(breaks.starts == [0, 10, 18, 28, 38])
    #expect(breaks.end(of: 10) == 18)
    // A heading stays with the line after it if the block does not fit with it.
    #expect(breaks.next(after: 7) == 16)
    #expect(breaks.previous(before: 12) == 0)
    #expect(breaks.previous(before: 16) == 10)
    #expect(breaks.previous(before: 10) == 0)
    #expect(breaks.previous(before: 0) == nil)
  }

  @Test func aSentenceThatAnnouncesABlockStaysWithIt() {
    func starts(_ block: Range<Int>) -> [Int] {
      var isBlank = Array(repeating: false, count: 30)
      isBlank[9] = true
      return PageBreaks(isBlank: isBlank, blocks: [block], headings: [], leads: [8], rows: 12)
        .starts
    }
    #expect(starts(10..<18) == [0, 8, 20])
    // Both do not fit on one page.
    #expect(starts(10..<22) == [0, 10, 22])
  }

  @Test func aBlockTallerThanAPageIsDivided() {
    let breaks = PageBreaks(
      isBlank: Array(repeating: false, count: 30), blocks: [5..<25], headings: [], rows: 10)
    #expect(breaks.starts == [0, 10, 20])
  }

  @Test func blankLinesDoNotBeginAPage() {
    var isBlank = Array(repeating: false, count: 22)
    for line in [9, 10, 11, 21] { isBlank[line] = true }
    let breaks = PageBreaks(isBlank: isBlank, blocks: [], headings: [], rows: 10)
    #expect(breaks.starts == [0, 12])
    #expect(
      PageBreaks(isBlank: [true, true], blocks: [0..<2], headings: [], rows: 1).starts == [0, 1])
    #expect(PageBreaks(isBlank: [], blocks: [], headings: [], rows: 0).starts == [0])
  }
}
