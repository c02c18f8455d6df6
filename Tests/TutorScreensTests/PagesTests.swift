import LessonLayout
import Lessons
import TerminalUI
import TestCourse
import Testing

@testable import TutorScreens

/// Pages end where a reader expects, at every size.
struct PagesTests {
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

  @Test(arguments: sizes) func pagesDivideNoBlockThatFits(size: Size) throws {
    for bundle in [try TestCourse.small.get(), try TestCourse.bundled.get()] {
      for section in bundle.lesson.sections.indices {
        let text = Self.text(section, bundle, size)
        let rows = size.height - 4
        let lines = Self.lines(text)
        let whole = text.figures.map(\.rows) + text.codes.map(\.rows)
        let headings = text.lines.indices.filter { Self.isHeading(text.lines[$0]) }
        for start in text.pages.starts {
          let end = text.pages.end(of: start)
          #expect(end - start <= rows)
          let divided = whole.filter { block in
            // A heading and a block that do not fit on one page together are divided where the page ends.
            let heading = headings.last { $0 < block.lowerBound && $0 + 3 >= block.lowerBound }
            let first = heading.map { max(0, $0 - 1) } ?? block.lowerBound
            return block.lowerBound < end && block.upperBound > end
              && block.upperBound - first <= rows
          }
          #expect(divided.isEmpty, "section \(section + 1), line \(end)")
          let last = lines[start..<end].lastIndex { !$0.isEmpty }
          let endsWithHeading = last.map(headings.contains) ?? false
          #expect(!endsWithHeading, "section \(section + 1), line \(end)")
        }
        for figure in text.figures {
          #expect(figure.rows.count <= rows, "section \(section + 1), line \(figure.rows)")
        }
      }
    }
  }

  /// Whether a line is a heading, recognised by its look.
  private static func isHeading(_ line: SectionLine) -> Bool {
    let runs = line.runs.filter { !$0.text.allSatisfy { $0 == " " } }
    return !runs.isEmpty && runs.allSatisfy { $0.style == Style(.heading, .bold) }
  }

  @Test(arguments: sizes) func pagesOverlapNothingAndSkipNothing(size: Size) throws {
    let bundle = try TestCourse.bundled.get()
    for section in bundle.lesson.sections.indices {
      let text = Self.text(section, bundle, size)
      let lines = Self.lines(text)
      var next = 0
      for start in text.pages.starts {
        let isSkipped = start >= next && lines[next..<start].allSatisfy(\.isEmpty)
        #expect(isSkipped, "section \(section + 1), line \(start)")
        next = text.pages.end(of: start)
      }
      #expect(lines[next...].filter { !$0.isEmpty } == [])
      for (start, following) in zip(text.pages.starts, text.pages.starts.dropFirst()) {
        #expect(text.pages.next(after: start) == following)
        #expect(text.pages.previous(before: following) == start)
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
