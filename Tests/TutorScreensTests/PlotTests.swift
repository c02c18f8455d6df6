import Activations
import Figures
import TerminalUI
import TestSupport
import Testing
import TextCharts
import Words

@testable import TutorScreens

struct PlotStateTests {
  @Test(arguments: [
    "gelu", "swish:beta=2+gelu/x=-4...4", "relu/slope=overlaid/second-derivative/at=0.5",
    "elu:alpha=0.3+elu:alpha=2+elu/y=-2...3/difference", "step:zero=0.5/joined",
    "softmax:temperature=0.5:classes=4", "softplus:beta=0.1/x=-1e-05...1e-05/slope=none",
    "sigmoid/x=-1000000...1e20", "gelu/x=-1e308...1e308/y=-1e-310...5e-324", "elu:alpha=1e-310",
    "softmax/logits=2,1,-0.5/temperature=0.5",
  ])
  func readsWhatItWrites(text: String) throws {
    let state = try PlotState(text)
    #expect(state.text == text)
    #expect(try PlotState(state.text) == state)
  }

  @Test func readsTheFormerWordForTheSecondDerivative() throws {
    #expect(try PlotState("gelu/bend") == PlotState("gelu/second-derivative"))
  }

  @Test(arguments: [
    "", "/x=-1e308...1e308", "/x=0...1e-310", "/x=-720...-710", "/x=1e300...1.1e300",
    "/x=0...1/y=-1.7976931348623157e308...1.7976931348623157e308", "/x=1...1.00000001",
  ])
  func everyStateOfTheExplorerIsRead(window: String) throws {
    var random = Congruential(seed: 5)
    var plot = PlotInstrument(try PlotState("swish+elu+step" + window))
    let keys = "hlHL[]rfnNd wx|+-=<>()1230".filter { $0 != " " }
    for _ in 0..<(window.isEmpty ? 3000 : 1000) {
      let key = keys.randomElement(using: &random) ?? "h"
      _ = plot.press(.character(key))
      let again = PlotInstrument(try PlotState(plot.text))
      #expect(again.text == plot.text)
      #expect(again.functions == plot.functions && again.cursor == plot.cursor, "\(plot.text)")
      #expect(plot.state.x.contains(plot.cursor))
    }
  }

  @Test(arguments: [
    ("rellu", "function"), ("gelu+", "function"), ("", "function"), ("swish:gamma=2", "function"),
    ("swish:beta", "part"), ("swish:beta=nan", "function"), ("swish:beta=1e400", "function"),
    ("gelu/x=1...1", "part"), ("gelu/x=2...1", "part"), ("gelu/x=-inf...1", "part"),
    ("gelu/x=nan...1", "part"), ("gelu/x=-1e309...1e308", "part"),
    ("gelu/x=1...1.0000000000001", "part"),
    ("gelu/slope=up", "part"), ("gelu/at=far", "part"), ("gelu/", "part"),
    ("gelu/second-derivative=1", "part"),
    ("softmax/logits=1", "part"), ("softmax/logits=1,2,99", "part"),
    ("softmax/temperature=0", "part"),
    (Array(repeating: "gelu", count: 27).joined(separator: "+"), "many"),
  ])
  func invalidTextIsRefused(text: String, what: String) {
    let error = #expect(throws: PlotStateError.self) { try PlotState(text) }
    switch error {
    case .function: #expect(what == "function")
    case .badPart, .badRange: #expect(what == "part")
    case .tooManyFunctions(let most): #expect(what == "many" && most == 26)
    case nil: break
    }
  }
}

struct PlotInstrumentTests {
  private static let rises = Words.Functions.course([.init(.up, end: nil, jumps: false)])
  private static let isFlat = Words.Functions.course([.init(.along, end: nil, jumps: false)])

  @Test func theLargestDifferenceIsFound() throws {
    let two = try PlotState("gelu-tanh+gelu").functions
    let difference = PlotDifference(two[0], two[1], over: -5...5)
    // 4.73235520687e-4 at ±2.69894138638, computed with mpmath.
    #expect(abs(difference.largest.magnitude - 4.73235520687e-4) < 1e-14)
    #expect(abs(difference.place.magnitude - 2.69894138638) < 1e-5)
    let other = try PlotState("step+sigmoid").functions
    let step = PlotDifference(other[0], other[1], over: -9...9)
    #expect(abs(step.largest.magnitude - 0.5) < 1e-9 && step.place.magnitude < 1e-9)
  }

  @Test func windowsArePannedZoomedAndChosen() throws {
    var plot = PlotInstrument(try PlotState("gelu"))
    _ = plot.press(.character(">"))
    #expect(plot.state.x == -4...6)
    _ = plot.press(.character("3"))
    #expect(plot.state.x == -1...1)
    _ = plot.press(.character("2"))
    #expect(plot.state.x == -10...10)
    plot.zoom(0.5, at: 5)
    #expect(plot.state.x == -2.5...7.5)
    _ = plot.press(.character(")"))
    let y = try #require(plot.state.y)
    #expect(y.lowerBound > -1)
    _ = plot.press(.character("0"))
    #expect(plot.state == (try PlotState("gelu")))
    for _ in 0..<100 { _ = plot.press(.character("-")) }
    for _ in 0..<100 { _ = plot.press(.character(">")) }
    #expect(plot.state.x.upperBound < 1e6)
  }

  @Test func descriptionsNameRisesAndLimits() throws {
    func words(_ text: String) throws -> String {
      FunctionWords(try PlotState(text).functions[0]).text
    }
    func ends(_ left: String, _ right: String) -> String {
      Words.Functions.asymptotes(left: left, right: right)
    }
    let gelu = try words("gelu")
    #expect(
      gelu.shows(
        Words.Functions.course([
          .init(.down, end: "-0.752", jumps: false), .init(.up, end: nil, jumps: false),
        ])))
    #expect(gelu.shows(ends("y = 0", "y = x")))
    #expect(try words("tanh").shows(ends("y = -1", "y = 1")))
    #expect(try words("softsign").shows(ends("y = -1", "y = 1")))
    #expect(try words("log-softmax:classes=2").shows(ends("y = x", "y = 0")))
    #expect(try words("log-softmax").shows(ends("y = x - 0.693", anything)))
    #expect(
      try words("relu6").shows(
        Words.Functions.course([
          .init(.along, end: "0", jumps: false), .init(.up, end: "6", jumps: false),
          .init(.along, end: nil, jumps: false),
        ])))
    #expect(
      try words("step").shows(
        Words.Functions.course([
          .init(.along, end: "0", jumps: true), .init(.along, end: nil, jumps: false),
        ])))
    #expect(
      try words("swiglu:b=-2").shows(
        Words.Functions.course([
          .init(.up, end: "-1.278", jumps: false), .init(.down, end: nil, jumps: false),
        ])))
    #expect(try words("elu").shows(Self.rises))
    #expect(try words("linear").shows(ends("y = x", "y = x")))
    #expect(gelu.shows("-10 -0.0000 0.0000") || gelu.shows("-10 0.0000"))
  }

  @Test(arguments: [
    "sigmoid", "tanh", "softmax", "softmax:temperature=0.05:classes=10", "log-softmax",
    "log-softmax:classes=2", "softplus", "softplus:beta=100", "softsign", "linear", "swish:beta=0",
  ])
  func monotonicFunctionsRiseEverywhere(text: String) throws {
    let function = try PlotState(text).functions[0]
    #expect(FunctionWords(function).text.shows(Self.rises), "\(text)")
  }

  @Test(arguments: Catalogue.all.map(\.id))
  func noFunctionOfTheCatalogueIsFlatEverywhere(id: String) throws {
    #expect(!FunctionWords(try PlotState(id).functions[0]).text.shows(Self.isFlat))
  }

  @Test func aClosedGateIsFlat() throws {
    #expect(FunctionWords(try PlotState("swiglu:b=0").functions[0]).text.shows(Self.isFlat))
  }
}

struct PlotScreenTests {
  private let size = Size(width: 100, height: 30)

  @Test func aKeptCurveDoesNotChangeWithTheSlider() throws {
    var harness = try ScreenHarness("plot", size)
    harness.press("Up v ] ]")
    #expect(harness.shows(Words.Plot.curves(["Swish (β = 1.2)", "Swish"])))
    harness.press("y")
    #expect(harness.copied == "swish:beta=1.2+swish")
    #expect(harness.shows(Words.Plot.copied("swish:beta=1.2+swish")))
  }

  @Test func allFunctionsCanBeDrawnTogether() throws {
    var harness = try ScreenHarness("plot", size)
    let count = harness.context.functions.count
    for _ in 1..<count { harness.press("v Down") }
    let copied = try #require(
      { () -> String? in
        harness.press("y")
        return harness.copied
      }())
    #expect(try PlotState(copied).functions.count == count)
  }

  @Test func copiedTextOpensTheSamePlot() throws {
    var harness = try ScreenHarness("plot", size)
    harness.press("v Down ] d w x 3 n Right")
    harness.press("y")
    let copied = try #require(harness.copied)
    let again = PlotScreen(try PlotState(copied))
    var context = harness.context
    context.statusMessage = nil
    harness.context.statusMessage = nil
    #expect(
      again.view(in: context).lines.dropFirst(2)
        == harness.session.view(in: context).lines.dropFirst(2))
  }

  @Test func lettersInTheListHaveTheColourOfTheirCurve() throws {
    var harness = try ScreenHarness("plot", size)
    harness.press("v Down v Down v Down")
    let frame = harness.session.view(in: harness.context)
    let roles = (0..<30).compactMap { y -> Role? in
      guard let cell = frame[77, y], cell.glyph.isLetter, frame[78, y]?.glyph == " " else {
        return nil
      }
      return cell.style.role
    }
    #expect(Set(roles) == [.curve, .secondCurve, .thirdCurve, .slope])
  }

  @Test func slopesInTheSamePanelHaveColoursOfTheirOwn() throws {
    let two = PlotDrawing(try PlotState("gelu+swish/slope=overlaid"), charset: .braille)
    let roles = two.chart(rows: 20).panels[0].curves.map(\.role)
    #expect(roles.count == 4 && Set(roles).count == 4)
  }

  @Test func entriesOfTheJacobianShowTheirSignWithoutColour() throws {
    var softmax = SoftmaxInstrument(logits: [2, 1, 0], labels: ["cat", "dog", "horse"])
    for charset in Charset.allCases {
      var frame = Frame(Size(width: 60, height: softmax.height))
      let area = Rect(x: 0, y: 0, width: 60, height: softmax.height)
      softmax.draw(on: &frame, in: area, charset, isFocused: false)
      let rows = frame.lines.suffix(5).prefix(4)
      #expect(
        rows.first?.contains("dog") == true && rows.dropFirst(2).first?.contains("dog") == true)
      var marks: [Bool: Set<Character>] = [:]
      for row in rows.dropFirst() {
        let words = row.split(separator: " ").dropFirst()
        for (shade, number) in zip(words, words.dropFirst()) where Double(number) != nil {
          marks[number.hasPrefix("-"), default: []].formUnion(shade)
        }
      }
      let (below, above) = (marks[true] ?? [], marks[false] ?? [])
      #expect(!below.isEmpty && !above.isEmpty && below.isDisjoint(with: above), "\(rows)")
    }
    _ = softmax.press(.down)
    _ = softmax.press(.right)
    #expect(softmax.logits == [2, 1.1, 0])
  }

  @Test func theMouseWorksOnEveryRowOfBothPanels() throws {
    var harness = try ScreenHarness("plot", Size(width: 80, height: 24))
    harness.press("M")
    var unresponsive: [Int] = []
    for row in 3...20 {
      harness.send(.key(.pointer(Pointer(.press, at: Point(x: 40, y: row)))))
      let before = harness.text
      harness.send(.key(.pointer(Pointer(.press, at: Point(x: 12, y: row)))))
      if harness.text == before { unresponsive.append(row) }
    }
    #expect(unresponsive.isEmpty, "\(unresponsive)\n\(harness.text)")
  }

  @Test func theMouseCanBeEnabledAndUsed() throws {
    var harness = try ScreenHarness("plot", size)
    #expect(!harness.usesMouse)
    harness.press("M")
    #expect(harness.usesMouse)
    harness.send(.key(.pointer(Pointer(.press, at: Point(x: 10, y: 8)))))
    let left = harness.text
    #expect(left.shows("x = -4."))
    harness.send(.key(.pointer(Pointer(.drag, at: Point(x: 60, y: 8)))))
    #expect(harness.shows("x  = 3."))
    harness.send(.key(.pointer(Pointer(.wheelUp, at: Point(x: 60, y: 8)))))
    #expect(!harness.shows(Words.Plot.window(from: "-5", to: "5")))
    // Outside the plot area it has no effect.
    let before = harness.text
    harness.send(.key(.pointer(Pointer(.press, at: Point(x: 98, y: 29)))))
    #expect(harness.text == before)
    harness.press("q")
    #expect(!harness.usesMouse)
  }

  @Test func theGateIsPositiveWhereBothFactorsAre() throws {
    let gate = try #require(GateMap(PlotInstrument(try PlotState("swiglu"))))
    var frame = Frame(Size(width: 60, height: 20))
    gate.draw(on: &frame, in: Rect(x: 0, y: 0, width: 60, height: 20), .ascii)
    #expect(frame[58, 0]?.glyph == "#" && frame[58, 15]?.glyph == "%")
    #expect(frame[14, 0]?.glyph == "." && frame[14, 15]?.glyph == ":")
  }

  @Test func softmaxNamesTheLargestAndGivesLogarithms() throws {
    var harness = try ScreenHarness("plot", size)
    harness.press("Down Down Down")
    #expect(harness.shows("0.665 ln p -0.408 ◂"))
    #expect(
      harness.shows(
        Words.Softmax.facts(temperature: anything, sum: "1", entropy: "0.832", winner: "z1")))
    harness.press("] y")
    #expect(harness.copied == "softmax/logits=2,1,0/temperature=1.5")
  }
}

/// A random number generator with a seed.
struct Congruential: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
