import Activations
import Figures
import Foundation
import Lessons
import TerminalUI
import TestSupport
import Testing
import TextCharts
import Words

@testable import TutorScreens

/// Plots of all functions at all magnitudes: as text, SVG, table and words, before and after keys.
///
/// `TUTOR_SOAK` runs a million cases; the suite runs a thousandth of them.
struct ExtremePlotTests {
  private static let cases =
    (ProcessInfo.processInfo.environment["TUTOR_SOAK"] == nil) ? 1000 : 1_000_000
  private static let parts = 8

  @Test(arguments: 0..<parts) func everyWindowIsDrawn(part: Int) throws {
    var random = PlotCases(seed: UInt64(part) &+ 41)
    for number in 0..<(Self.cases / Self.parts) {
      let word = random.word()
      // A trap ends the tests: the latest case can then be found here.
      try Data(word.utf8).write(to: Self.last(part))
      let flaw = random.flaw(of: word)
      #expect(flaw == nil, "part \(part), case \(number): \(word): \(flaw ?? "")")
    }
    try? FileManager.default.removeItem(at: Self.last(part))
  }

  private static func last(_ part: Int) -> URL {
    FileManager.default.temporaryDirectory.appending(path: "tutor-extreme-plot-\(part)")
  }

  @Test(arguments: [
    ("gelu", "<", 43), ("gelu", ">", 400), ("sigmoid/x=-720...-710", "<", 60),
    ("gelu/x=0...1e-310", "+", 60),
    ("gelu/x=0...1e-310", "-", 3000), ("tanh/x=1e300...1.1e300", "-", 200),
    ("selu/x=-1e308...1e308", "-", 9),
    ("elu:alpha=1e-310", "(", 99), ("gelu/y=0...1e-310", ")", 99),
    ("swish/x=-1e308...1e308", "h", 300),
  ])
  func repeatedKeysNeverBreakTheProgram(word: String, key: Character, times: Int) throws {
    var plot = PlotInstrument(try PlotState(word))
    for time in 0..<times {
      _ = plot.press(.character(key))
      guard time < 45 || time % 50 == 0 else { continue }
      let area = Rect(x: 0, y: 0, width: 80, height: 24)
      var frame = Frame(area.size)
      plot.drawing(.braille, isFocused: true).draw(on: &frame, in: area)
      // The row above the labels is the axis with its ticks.
      let ticks = frame.lines.dropLast().last?.count { $0 == "┴" } ?? 0
      #expect(ticks > 0, "\(plot.text)")
      #expect(try PlotState(plot.text) == PlotState(PlotState(plot.text).text))
    }
  }

  @Test func axisLabelsShowExtremeRanges() throws {
    for (word, values, places) in [
      (
        "gelu/x=1e300...1.1e300", "1.2e+300 1e+300 8e+299 6e+299 4e+299 2e+299 0",
        "1e+300 1.02e+300 1.04e+300 1.06e+300 1.08e+300 1.1e+300"
      ),
      (
        "gelu/x=-1e308...1e308", "1e+308 8e+307 6e+307 4e+307 2e+307 0",
        "-1e+308 -5e+307 0 5e+307 1e+308"
      ),
      (
        "sigmoid/x=-720...-710",
        "5e-309 4.5e-309 4e-309 3.5e-309 3e-309 2.5e-309 2e-309 1.5e-309 1e-309 5e-310 0",
        "-720 -718 -716 -714 -712 -710"
      ),
      (
        "relu/x=0...1e-310", "1e-310 8e-311 6e-311 4e-311 2e-311 0",
        "0 2e-311 4e-311 6e-311 8e-311 1e-310"
      ),
      (
        "leaky-relu:alpha=1e-310/x=-5...0", "0 -1e-310 -2e-310 -3e-310 -4e-310 -5e-310",
        "-5 -4 -3 -2 -1 0"
      ),
    ] {
      let drawing = PlotDrawing(try PlotState(word + "/slope=none"), charset: .ascii)
      let lines = drawing.frame(Size(width: 80, height: 24)).lines
      let levels = lines.compactMap { line in
        line.firstIndex(of: "|").map { line[..<$0].filter { $0 != " " } }
      }
      #expect(levels.filter { !$0.isEmpty } == values.split(separator: " ").map(String.init))
      #expect(lines.last?.split(separator: " ") == places.split(separator: " "), "\(word)")
      #expect(!lines.joined().shows(Words.Curves.above(anything)))
    }
  }

  @Test func theReadoutDistinguishesColumns() throws {
    for word in [
      "gelu/x=0...1e-310", "gelu/x=1e300...1.1e300", "gelu/x=1...1.00000001", "gelu/x=0...0.0001",
    ] {
      var plot = PlotInstrument(try PlotState(word))
      let before = PlotReadout(instrument: plot).short[0]
      _ = plot.press(.right)
      #expect(PlotReadout(instrument: plot).short[0] != before, "\(word): \(before)")
    }
    let low = PlotInstrument(try PlotState("gelu/x=-48...-38/at=-38"))
    #expect(PlotReadout(instrument: low).short[0] == "x -38.000  f -1.1e-314  f′ -4.17e-313")
    let high = PlotInstrument(try PlotState("gelu/x=1e300...1.1e300/at=1.0523456e300"))
    #expect(PlotReadout(instrument: high).short[0] == "x 1.052e+300  f 1.05e+300  f′ 1.0000")
  }
}
