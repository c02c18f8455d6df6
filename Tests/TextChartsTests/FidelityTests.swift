import TerminalUI
import Testing

@testable import TextCharts

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The curves of all tests below.
private let curves: [Curve] = [
  Curve("sigmoid") { 1 / (1 + exp(-$0)) },
  Curve("tanh") { tanh($0) },
  Curve("relu") { max(0, $0) },
  Curve("step", jumps: [0]) { $0 > 0 ? 1 : 0 },
  Curve("square") { $0 * $0 },
  Curve("steep") { 8 * $0 },
  Curve("very steep") { 300 * ($0 - 0.1) },
  Curve("half") { $0 < -1e-9 ? .nan : max(0, $0).squareRoot() },
  Curve("swish") { $0 / (1 + exp(-$0)) },
]
private let windows = [
  PlotWindow(x: -5...5, y: -1...5), PlotWindow(x: -3...3, y: -1.5...1.5),
  PlotWindow(x: -0.01...0.02, y: -0.005...0.02), PlotWindow(x: -1e6...1e6, y: 0...1),
].compactMap { $0 }

/// A curve on a canvas of its own.
func drawing(
  of curve: Curve, size: Size, window: PlotWindow, charset: Charset
) -> Frame {
  var frame = Frame(size)
  let area = Rect(x: 0, y: 0, width: size.width, height: size.height)
  PlotCanvas(area, window: window, charset: charset).draw(curve, on: &frame)
  return frame
}

/// The dots of a canvas, read back from its glyphs.
func dots(in frame: Frame, down: Int) -> Set<Point> {
  var dots: Set<Point> = []
  for y in 0..<frame.size.height {
    for x in 0..<frame.size.width {
      guard let glyph = frame[x, y]?.glyph, glyph != " " else { continue }
      for dot in 0..<(2 * down) {
        let isSet: Bool
        if down == 4 {
          let value = glyph.unicodeScalars.first.map { $0.value - 0x2800 } ?? 0
          let bits: [UInt32] = [0, 3, 1, 4, 2, 5, 6, 7]
          isSet = value >> bits[dot] & 1 == 1
        } else {
          isSet = "▘▝▀▖▌▞▛▗▚▐▜▄▙▟█".contains(glyph) && quadrants[dot].contains(glyph)
        }
        if isSet { dots.insert(Point(x: 2 * x + dot % 2, y: down * y + dot / 2)) }
      }
    }
  }
  return dots
}

/// The quadrant glyphs whose upper left, upper right, lower left and lower right part is filled.
private let quadrants = ["▘▀▌▛▚▜▙█", "▝▀▞▛▐▜▟█", "▖▌▞▛▄▙▟█", "▗▚▐▜▄▙▟█"]

struct FidelityTests {
  @Test(
    arguments: [Charset.blocks, .braille],
    [Size(width: 20, height: 8), Size(width: 61, height: 17)])
  func everyDotIsOnTheCurveAndEveryColumnHasOne(charset: Charset, size: Size) {
    let down = charset == .braille ? 4 : 2
    for window in windows {
      for curve in curves {
        let frame = drawing(of: curve, size: size, window: window, charset: charset)
        let dots = dots(in: frame, down: down)
        let (columns, rows) = (size.width * 2, size.height * down)
        let (width, height) = (
          (window.x.upperBound - window.x.lowerBound) / Double(columns),
          (window.y.upperBound - window.y.lowerBound) / Double(rows)
        )
        for column in 0..<columns {
          let left = window.x.lowerBound + Double(column) * width
          let values = (0...400).map { curve.function(left + width * Double($0) / 400) }
          let finite = values.filter(\.isFinite)
          let marked = dots.filter { $0.x == column }
          for dot in marked {
            let top = window.y.upperBound - Double(dot.y) * height
            // Half a sub-cell on either side of the middle: the curve passes between top and bottom, with a tolerance
            // for the space between two samples.
            let slack = height * 1e-6 + jump(values)
            let passes =
              !finite.isEmpty && (finite.min() ?? 0) <= top + slack
              && (finite.max() ?? 0) >= top - height - slack
            #expect(passes, "\(curve.label) \(charset) at \(dot)")
          }
          let middle = curve.function(left + width / 2)
          let isInside = middle.isFinite && window.y.contains(middle)
          #expect(!isInside || !marked.isEmpty, "\(curve.label) \(charset) column \(column)")
        }
      }
    }
  }

  /// The largest step between two samples, excluding jumps.
  private func jump(_ values: [Double]) -> Double {
    let steps = zip(values, values.dropFirst()).map { abs($0 - $1) }.filter(\.isFinite)
    let sorted = steps.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }

  @Test(arguments: [Charset.blocks, .braille]) func steepStretchesHaveNoGaps(charset: Charset) {
    let down = charset == .braille ? 4 : 2
    for window in windows.prefix(2) {
      for curve in curves where curve.jumps.isEmpty {
        let frame = drawing(
          of: curve, size: Size(width: 30, height: 12), window: window, charset: charset)
        let dots = dots(in: frame, down: down)
        for column in 1..<60 {
          let here = dots.filter { $0.x == column }.map(\.y)
          let before = dots.filter { $0.x == column - 1 }.map(\.y)
          guard !here.isEmpty, !before.isEmpty else { continue }
          let distance = here.flatMap { y in before.map { abs($0 - y) } }.min() ?? 0
          #expect(distance <= 1, "\(curve.label) \(charset) at column \(column)")
        }
      }
    }
  }

  @Test func glyphsAreInTheCentresRowAndShowItsThird() {
    let size = Size(width: 60, height: 16)
    for window in windows {
      for curve in curves {
        let frame = drawing(of: curve, size: size, window: window, charset: .ascii)
        let height = (window.y.upperBound - window.y.lowerBound) / 16
        let width = (window.x.upperBound - window.x.lowerBound) / 60
        for column in 0..<60 {
          let middle = window.x.lowerBound + (Double(column) + 0.5) * width
          let value = curve.function(middle)
          let depth = (window.y.upperBound - value) / height
          guard value.isFinite, depth > 1e-6, depth < 16 - 1e-6 else { continue }
          let glyph = frame[column, Int(depth)]?.glyph ?? " "
          #expect(glyph != " ", "\(curve.label) column \(column)")
          let rise = abs(curve.function(middle + width / 2) - curve.function(middle - width / 2))
          let inner = depth - depth.rounded(.down)
          let isNearBorder = [0, 1.0 / 3, 2.0 / 3, 1].contains { abs($0 - inner) < 1e-6 }
          guard rise / height < 1.0 / 3, !isNearBorder else { continue }
          let third = inner < 1.0 / 3 ? "'" : inner < 2.0 / 3 ? "-" : "_."
          #expect(
            third.contains(glyph) || (inner > 2.0 / 3 && glyph == ","), "\(curve.label) \(column)")
        }
      }
    }
  }

  @Test func undefinedValuesLeaveNoMark() {
    for charset in Charset.allCases {
      for value in [Double.nan, .infinity, -.infinity, 99, -99] {
        let frame = drawing(
          of: Curve("") { _ in value }, size: Size(width: 20, height: 6), window: windows[1],
          charset: charset)
        let isEmpty = frame.lines.allSatisfy { $0.isEmpty }
        #expect(isEmpty, "\(charset) \(value)")
      }
    }
  }

  @Test func aJumpIsNotJoined() {
    let frame = drawing(
      of: curves[3], size: Size(width: 21, height: 9), window: windows[1], charset: .braille)
    // Between the levels 0 and 1 there are rows without any mark.
    #expect(frame.lines.count { $0.isEmpty } >= 7)
  }
}

struct ChartTests {
  private func chart(_ charset: Charset) -> Chart {
    let window = PlotWindow.fitting(Array(curves.prefix(3)), x: -4...4)
    return Chart(
      [Panel(Array(curves.prefix(2)), window: window), Panel([curves[2]], window: window)],
      charset: charset)
  }

  @Test func everySizeIsDrawnAndASCIIStaysSevenBit() {
    for charset in Charset.allCases {
      for width in [0, 1, 3, 10, 23, 24, 40, 80, 200] {
        for height in [0, 1, 3, 5, 6, 12, 24, 60] {
          let size = Size(width: width, height: height)
          let frame = chart(charset).frame(size)
          #expect(frame.size == size)
          if charset == .ascii {
            #expect(frame.lines.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
          }
        }
      }
    }
  }

  @Test func ticksAreRound() {
    func labels(_ range: ClosedRange<Double>, _ count: Int) -> [String] {
      AxisScale(range).map { Ticks($0, count: count).marks.map(\.label) } ?? []
    }
    #expect(labels(-1...9, 5) == ["0", "2", "4", "6", "8"])
    #expect(labels(-0.5...0.5, 4) == ["-0.5", "0.0", "0.5"])
    #expect(labels(0.1...0.3, 4) == ["0.10", "0.15", "0.20", "0.25", "0.30"])
    #expect(labels(-4...4, 4) == ["-4", "-2", "0", "2", "4"])
  }

  @Test func numbersAreWrittenWithoutALocale() {
    #expect(NumberText.fixed(0.25, decimals: 4) == "0.2500")
    #expect(NumberText.fixed(-0.16997, decimals: 4) == "-0.1700")
    #expect(NumberText.fixed(-0.00001, decimals: 2) == "0.00")
    #expect(NumberText.fixed(12, decimals: 0) == "12")
    #expect(NumberText.shortest(-0.02) == "-0.02")
    #expect(NumberText.shortest(1e308) == "1e+308")
    #expect(NumberText.shortest(3) == "3")
  }

  @Test func windowsWithoutLengthAreRefused() {
    #expect(PlotWindow(x: 0...0, y: 0...1) == nil)
    #expect(PlotWindow(x: -.infinity...1, y: 0...1) == nil)
    #expect(PlotWindow(x: -1e308...1e308, y: 0...Double.leastNonzeroMagnitude) != nil)
    #expect(abs(PlotWindow.fitting([curves[0]], x: -6...6).y.upperBound - 1.05) < 1e-12)
  }
}
