import Activations
import Figures
import TerminalUI
import Testing
import TextCharts

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
  func refusesTheRest(text: String, what: String) {
    let error = #expect(throws: PlotStateError.self) { try PlotState(text) }
    switch error {
    case .function: #expect(what == "function")
    case .badPart: #expect(what == "part")
    case .tooManyFunctions(let most): #expect(what == "many" && most == 26)
    case nil: break
    }
  }
}

struct PlotInstrumentTests {
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

  @Test func wordsSayWhereItRisesAndWhatItComesNear() throws {
    func words(_ text: String) throws -> String {
      FunctionWords(try PlotState(text).functions[0]).text
    }
    let gelu = try words("gelu")
    #expect(gelu.contains("From the left it falls until x = -0.752, then rises."))
    #expect(gelu.contains("y = 0 as x → -∞; y = x as x → ∞"))
    #expect(try words("tanh").contains("y = -1 as x → -∞; y = 1 as x → ∞"))
    #expect(try words("softsign").contains("y = -1 as x → -∞; y = 1 as x → ∞"))
    #expect(try words("log-softmax:classes=2").contains("y = x as x → -∞; y = 0 as x → ∞"))
    #expect(try words("log-softmax").contains("y = x - 0.693 as x → -∞"))
    #expect(
      try words("relu6").contains("is flat until x = 0, then rises until x = 6, then is flat"))
    #expect(try words("step").contains("is flat until x = 0, where it jumps, then is flat"))
    #expect(try words("swiglu:b=-2").contains("rises until x = -1.278, then falls"))
    #expect(try words("elu").contains("It rises everywhere."))
    #expect(try words("linear").contains("y = x as x → -∞; y = x as x → ∞"))
    #expect(gelu.contains("  -10   -0.0000    0.0000") || gelu.contains("  -10    0.0000"))
  }

  @Test(arguments: [
    "sigmoid", "tanh", "softmax", "softmax:temperature=0.05:classes=10", "log-softmax",
    "log-softmax:classes=2", "softplus", "softplus:beta=100", "softsign", "linear", "swish:beta=0",
  ])
  func whatTurnsNowhereRisesEverywhere(text: String) throws {
    let function = try PlotState(text).functions[0]
    #expect(FunctionWords(function).text.contains("It rises everywhere."), "\(text)")
  }

  @Test(arguments: Catalogue.all.map(\.id))
  func noFunctionOfTheCatalogueIsFlatEverywhere(id: String) throws {
    #expect(!FunctionWords(try PlotState(id).functions[0]).text.contains("flat everywhere"))
  }

  @Test func aShutGateIsFlatEverywhere() throws {
    #expect(
      FunctionWords(try PlotState("swiglu:b=0").functions[0]).text.contains("flat everywhere"))
  }
}

struct PlotScreenTests {
  private let size = Size(width: 100, height: 30)

  @Test func aKeptCurveStaysAsItWasWhileTheDialTurns() throws {
    var harness = try ScreenHarness("plot", size)
    harness.press("Up v ] ]")
    #expect(harness.text.contains("Swish (β = 1.2) vs Swish"))
    harness.press("y")
    #expect(harness.copied == "swish:beta=1.2+swish")
    #expect(harness.text.contains("Copied: swish:beta=1.2+swish"))
  }

  @Test func asManyCurvesAsThereAreFunctionsAreDrawn() throws {
    var harness = try ScreenHarness("plot", size)
    for _ in 1..<Catalogue.all.count { harness.press("v Down") }
    let copied = try #require(
      { () -> String? in
        harness.press("y")
        return harness.copied
      }())
    #expect(try PlotState(copied).functions.count == Catalogue.all.count)
  }

  @Test func whatIsCopiedOpensTheSamePlot() throws {
    var harness = try ScreenHarness("plot", size)
    harness.press("v Down ] d w x 3 n Right")
    harness.press("y")
    let copied = try #require(harness.copied)
    let again = PlotScreen(try PlotState(copied))
    var context = harness.context
    context.notice = nil
    harness.context.notice = nil
    #expect(
      again.view(in: context).lines.dropFirst(2)
        == harness.session.view(in: context).lines.dropFirst(2))
  }

  @Test func everyRowOfBothPanelsTakesTheMouse() throws {
    var harness = try ScreenHarness("plot", Size(width: 80, height: 24))
    harness.press("M")
    var deaf: [Int] = []
    for row in 3...20 {
      harness.send(.key(.pointer(Pointer(.press, at: Point(x: 40, y: row)))))
      let before = harness.text
      harness.send(.key(.pointer(Pointer(.press, at: Point(x: 12, y: row)))))
      if harness.text == before { deaf.append(row) }
    }
    #expect(deaf.isEmpty, "\(deaf)\n\(harness.text)")
  }

  @Test func theMouseIsAskedForAndFollowed() throws {
    var harness = try ScreenHarness("plot", size)
    #expect(!harness.usesMouse)
    harness.press("M")
    #expect(harness.usesMouse)
    harness.send(.key(.pointer(Pointer(.press, at: Point(x: 10, y: 8)))))
    let left = harness.text
    #expect(left.contains("x  = -4."))
    harness.send(.key(.pointer(Pointer(.drag, at: Point(x: 60, y: 8)))))
    #expect(harness.text.contains("x  = 3."))
    harness.send(.key(.pointer(Pointer(.wheelUp, at: Point(x: 60, y: 8)))))
    #expect(!harness.text.contains("x -5 to 5"))
    // Outside the curves it means nothing.
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
    #expect(harness.text.contains("0.665    ln p -0.408 ◂"))
    #expect(harness.text.contains("sum 1   entropy 0.832 nats   argmax z1"))
    harness.press("] y")
    #expect(harness.copied == "softmax/logits=2,1,0/temperature=1.5")
  }
}

/// Numbers that are the same every time.
struct Congruential: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
