import Figures
import Lessons
import TerminalUI
import TestCourse
import TestSupport
import Testing
import Words

@testable import TutorScreens

/// Screens in windows with room for two columns.
struct WideTests {
  private static let sizes = [
    Size(width: 150, height: 40), Size(width: 160, height: 50), Size(width: 200, height: 60),
  ]
  private static let states =
    ScreenTests.states
    + [
      ("quiz", "w w"), ("speed", "Enter +3200"), ("speed", "Enter +3200 1 +400"),
      ("speed", "4 1 +400"), ("speed", "Enter +3200 Space"), ("cards", "+ Space 2"),
    ]

  @Test(arguments: states, sizes)
  func contentsSpanHalfOfTheWindow(state: (String, String), size: Size) throws {
    var harness = try ScreenHarness(state.0, size)
    harness.press(state.1)
    let rows = harness.frame.lines.dropFirst(2).dropLast(2)
    let first =
      rows.compactMap { row in row.firstIndex { $0 != " " }.map { row.prefix(upTo: $0) } }
      .map { String($0).displayWidth }.min() ?? 0
    let end = rows.map(\.displayWidth).max() ?? 0
    #expect((end - first) * 2 >= size.width, "columns \(first) to \(end)")
  }

  @Test(arguments: sizes) func theFirstScreenFillsTheWindow(size: Size) throws {
    var harness = try ScreenHarness("home", size)
    harness.open(harness.context.welcome)
    let rows = harness.frame.lines.dropFirst(2).dropLast(2)
    #expect((rows.map(\.displayWidth).max() ?? 0) * 4 >= size.width * 3)
    #expect(rows.filter { !$0.allSatisfy(\.isWhitespace) }.count * 4 >= size.height * 3)
  }

  @Test(arguments: states, sizes)
  func proseIsAtMostEightyColumnsWide(state: (String, String), size: Size) throws {
    var harness = try ScreenHarness(state.0, size)
    harness.press(state.1)
    for row in harness.frame.lines.dropFirst(2).dropLast(2) {
      for part in row.split(separator: "  ") {
        let words = part.split(separator: " ").count { $0.count(where: \.isLetter) > 1 }
        #expect(words < 8 || part.count <= 80, "\(part)")
      }
    }
  }

  @Test(arguments: sizes + [Size(width: 80, height: 24), Size(width: 100, height: 40)])
  func aTurnedCardStaysInItsPlaceWithItsGradesUnderIt(size: Size) throws {
    var harness = try ScreenHarness("cards", size)
    harness.press("+")
    for _ in 0..<5 {
      let front = harness.frame.lines
      harness.press("Space")
      let back = harness.frame.lines
      let row = try #require(Self.firstText(in: back))
      #expect(Self.firstText(in: front) == row)
      #expect(front[row].hasPrefix(back[row].prefix(size.width / 2)))
      let grades = try #require(back.lastIndex { $0.shows("1 " + Words.Cards.again) })
      #expect(Self.isEdge(back[grades - 1]) && !Self.isEdge(back[grades - 2]))
      let rest = size.height - 2 - grades - 1
      #expect(abs(rest - (row - 2)) <= 2, "rows \(row) to \(grades)")
      harness.press("2")
    }
  }

  private static func hasText(_ row: String) -> Bool { row.contains(where: \.isLetter) }

  /// Whether a row has at most the edge of a card.
  private static func isEdge(_ row: String) -> Bool { row.allSatisfy { " │└─┘".contains($0) } }

  @Test(arguments: [PastKind.exam, .earned])
  func numbersAreBesideCharts(past: PastKind) throws {
    var harness = try ScreenHarness("progress", Size(width: 160, height: 50))
    harness.context.learner = past.learner(of: harness.context.bundle)
    try Golden.expect(harness.frame, named: "progress-\(past)_160x50_braille")
    let heading = try #require(
      harness.frame.lines.first { $0.contains(Words.Progress.bySection) })
    #expect(heading.prefix(78).contains(where: { $0 != " " }))
  }

  // MARK: The reader

  /// The figures whose titles are in some columns.
  private static func figures(_ rows: some Sequence<Substring>) -> [String] {
    rows.compactMap { $0.firstMatch(of: /Figure (\d+\.\d+)/).map { String($0.1) } }
  }

  private func reader(_ size: Size, _ keys: String = "") throws -> (ScreenHarness, x: Int) {
    var harness = try ScreenHarness("lesson", size)
    var bundle = try TestCourse.bundled.get()
    // Predictions would hide their figures, and exercises would take keys.
    for section in bundle.lesson.sections.indices {
      let blocks = bundle.lesson.sections[section].blocks
      bundle.lesson.sections[section].blocks = blocks.compactMap { block -> Block? in
        switch block {
        case .prediction(let prediction): .figure(prediction.figure)
        case .exercise: nil
        default: block
        }
      }
    }
    let figures = bundle.lesson.sections.map { $0.blocks.flatMap(\.figures).count }
    harness.context.bundle = bundle
    harness.open(.lesson(.section(figures.firstIndex(of: figures.max() ?? 0) ?? 0)))
    harness.press(keys)
    return (harness, try #require(Columns(in: harness.context).side).origin.x)
  }

  @Test(arguments: sizes) func aFigureIsDrawnOnceBesideItsPage(size: Size) throws {
    var (harness, x) = try reader(size)
    var shown: Set<String> = []
    for _ in 0..<12 {
      let rows = harness.frame.lines.dropFirst(2).dropLast(2)
      let (left, right) = (
        Self.figures(rows.map { $0.prefix(x - 1) }), Self.figures(rows.map { $0.dropFirst(x - 1) })
      )
      #expect(right.count <= 1)
      if let first = left.first { #expect(right == [first]) }
      shown.formUnion(right)
      // Only the pane has axes.
      let hasAxis = rows.contains { $0.prefix(x - 1).contains("┤") }
      #expect(!hasAxis)
      harness.press("Space")
    }
    #expect(shown.count > 4)
  }

  @Test(arguments: sizes) func theFigureBesideThePageTakesKeysWithoutFocus(size: Size) throws {
    var (harness, x) = try reader(size)
    for _ in 0..<9 where Self.figures(harness.frame.lines.map { $0.dropFirst(x - 1) }).isEmpty {
      harness.press("Space")
    }
    func left() -> [Substring] {
      harness.frame.lines.dropFirst(2).dropLast(2).map { $0.prefix(x - 1) }
    }
    let text = left()
    #expect(harness.shows("x 0.000"))
    harness.press(". . .")
    #expect(!harness.shows("x 0.000") && left() == text)
    harness.press(", , ,")
    #expect(harness.shows("x 0.000") && left() == text)
    // With focus, it has all keys.
    harness.press("Tab Right")
    #expect(!harness.shows("x 0.000") && left() == text)
    harness.press("Esc Space")
    #expect(left() != text)
  }

  @Test func theFigureStaysWhileItsCaptionIsInView() throws {
    var (harness, x) = try reader(Size(width: 160, height: 30))
    for _ in 0..<40 {
      let before = Self.figures(harness.frame.lines.map { $0.dropFirst(x - 1) })
      harness.press("Down")
      let rows = harness.frame.lines
      let captions = Self.figures(rows.map { $0.prefix(x - 1) })
      if let pinned = before.first, captions.contains(pinned) {
        #expect(Self.figures(rows.map { $0.dropFirst(x - 1) }) == [pinned])
      }
    }
  }

  @Test func questionsAreBesideTheContents() throws {
    var (harness, x) = try reader(Size(width: 150, height: 30))
    let titles = harness.context.bundle.lesson.sections.map(\.title)
    var count = 0
    for section in titles.indices {
      harness.open(.lesson(.section(section)))
      harness.press("G")
      let rows = harness.frame.lines
      guard Self.figures(rows.map { $0.prefix(x - 1) }).isEmpty, harness.shows(Words.Checks.heading)
      else { continue }
      let right = rows.map { String($0.dropFirst(x - 1)) }.joined(separator: "\n")
      let areAll = titles.allSatisfy { right.contains($0.prefix(20)) }
      #expect(areAll && right.contains("→") && !right.contains("Figure"), "section \(section + 1)")
      count += 1
    }
    #expect(count > 3)
  }

  @Test(arguments: sizes) func aNoteIsWrittenBesideItsSection(size: Size) throws {
    var (harness, x) = try reader(size)
    func left() -> [String] {
      harness.frame.lines.dropFirst(2).dropLast(2).map {
        String($0.prefix(x - 4)).trimmingTrailingSpaces
      }
    }
    let text = left()
    harness.press("e H i")
    #expect(left() == text)
    let note = harness.frame.lines[3].dropFirst(x - 4)
    #expect(note.contains("Hi "))
    harness.press("Esc")
    #expect(harness.shows(Words.Reader.yourNote))
  }

  private static func firstText(in rows: [String]) -> Int? {
    rows.indices.dropFirst(2).first { hasText(rows[$0]) }
  }

  @Test(arguments: sizes) func theCurveOfAQuestionIsBesideIt(size: Size) throws {
    var harness = try ScreenHarness("home", size)
    harness.only { if case .curve = $0.form { true } else { false } }
    harness.open(.quiz(cards: harness.context.bundle.deck.questions))
    let side = try #require(Columns(in: harness.context).side)
    func hasPlot(in rows: ArraySlice<String>, from column: Int) -> Bool {
      rows.allSatisfy { $0.dropFirst(column).contains("│") || $0.dropFirst(column).contains("┤") }
    }
    for key in ["", "1"] {
      harness.press(key)
      let rows = harness.frame.lines[(side.origin.y + 2)..<(side.maxY - 3)]
      #expect(hasPlot(in: rows, from: side.origin.x))
      let isOnce = rows.allSatisfy { !$0.prefix(side.origin.x - 2).contains("┤") }
      #expect(isOnce)
    }
  }
}
