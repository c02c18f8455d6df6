import Activations
import NeuralLab
import Practice
import TerminalUI
import Testing

@testable import TutorScreens

struct LabTests {
  private let size = Size(width: 80, height: 24)

  @Test func aDialMovesTheBars() throws {
    var desk = try Desk("lab-gradient", size)
    let before = desk.text
    #expect(before.contains("vanishes") && before.contains("arrives"))
    // Sigmoid becomes tanh, and something arrives.
    desk.press("Right")
    #expect(!desk.text.contains("vanishes: "))
    desk.press("Left")
    #expect(desk.text == before)
    // ReLU with Glorot loses half a power of two a layer.
    desk.press("Tab Down Left")
    #expect(desk.text.contains("B  vanishes") || desk.text.contains("B  decays"))
  }

  @Test func everyDialTurnsBothWaysWithoutEnd() throws {
    var desk = try Desk("lab-gradient", size)
    func setup() throws -> FlowSetup { try #require(desk.session.top as? FlowScreen).setups[0] }
    func turn(_ key: String, times: Int) { for _ in 0..<times { desk.press(key) } }
    // The smallest network first: the dials are tried here, and not the computation.
    desk.press("Down Down Down")
    turn("Left", times: 20)
    desk.press("Down")
    turn("Left", times: 20)
    desk.press("Up Up Up Up")
    let smallest = try setup()
    #expect(smallest.depth == 1 && smallest.width == 1)

    turn("Right", times: FlowDial.activations.count)
    #expect(try setup().activation.activation == smallest.activation.activation)
    desk.press("Left Down")
    #expect(try setup().activation.activation == FlowDial.activations.last?.activation)
    turn("Right", times: 5)
    #expect(try setup().initialisation == smallest.initialisation)
    desk.press("Left Left Right Down")
    #expect(try setup().initialisation == .normal(deviation: 0.1))
    turn("Right", times: 20)
    #expect(try setup().initialisation == .normal(deviation: 1))
    turn("Left", times: 20)
    #expect(try setup().initialisation == .normal(deviation: 0.001))
    desk.press("Down")
    turn("Right", times: 20)
    #expect(try setup().depth == 100)
    turn("Left", times: 20)
    desk.press("Down")
    turn("Right", times: 20)
    #expect(try setup().width == 256 && setup().depth == 1)
    turn("Left", times: 20)
    desk.press("Down Right Down Left")
    #expect(try setup().hasLayerNorm != smallest.hasLayerNorm)
    #expect(try setup().isResidual != smallest.isResidual)
    desk.press("v v r Tab q")
    #expect(desk.session.top is HomeScreen)
  }

  @Test func logitsAreTypedTurnedAndBroken() throws {
    var desk = try Desk("lab-numerics", size)
    #expect(desk.text.contains("Nothing breaks yet"))
    desk.press("e C-u")
    desk.type("89, 1")
    desk.press("Enter")
    #expect(desk.text.contains("Broken in float32") && desk.text.contains("✗ NaN"))
    desk.press("h")
    #expect(desk.text.contains("Nothing breaks yet: 0.7 more"))
    desk.press("s s s s s s s")
    #expect(desk.text.contains("Broken in float64"))
    desk.press("e C-u")
    desk.type("1, what")
    desk.press("Enter")
    #expect(desk.text.contains("Give one to eight numbers"))
    desk.press("Esc 0")
    #expect(desk.text.contains("0.6652"))
  }

  @Test func theLabOpensItsExperiments() throws {
    var desk = try Desk("lab", size)
    desk.press("1")
    #expect(desk.text.contains("Lab · Gradient flow"))
    desk.press("q Down Enter")
    #expect(desk.text.contains("Lab · Race"))
    desk.press("q Down Enter")
    #expect(desk.text.contains("Lab · Numerics clinic"))
  }
}

/// A clock that goes on by half a millisecond whenever it is asked.
private final class ManualClock: @unchecked Sendable {
  private var now = 0.0

  func next() -> Double {
    now += 0.5
    return now
  }
}

struct RaceScreenTests {
  private func desk(_ size: Size = Size(width: 80, height: 24)) throws -> Desk {
    try Desk("lab-race", size)
  }

  @Test func aRaceRunsByTicksAndPauses() throws {
    var desk = try desk()
    #expect(desk.session.tick == nil && desk.text.contains("epoch 0 of 40 · paused"))
    desk.press("Space")
    #expect(desk.session.tick != nil && desk.text.contains("running"))
    desk.send(.tick)
    #expect(desk.text.contains("epoch 1 of 40") || !desk.text.contains("epoch 0"))
    desk.press("Space")
    let paused = desk.text
    desk.send(.tick)
    #expect(desk.text == paused && desk.session.tick == nil)
    desk.press("r")
    #expect(desk.text.contains("epoch 0 of 40 · paused"))
  }

  @Test func aRaceEndsAndSaysWhatWasSeen() throws {
    var desk = try desk(Size(width: 120, height: 40))
    desk.press("Space")
    for _ in 0..<400 where desk.session.tick != nil { desk.send(.tick) }
    #expect(desk.text.contains("epoch 40 of 40 · over"))
    #expect(desk.facts.count == 1)
    guard case .race(let result)? = desk.facts.first else {
      Issue.record("no race on record")
      return
    }
    #expect(
      result.data == "spirals" && result.lanes.map(\.activation) == ["relu", "swish", "gelu"])
    #expect(desk.context.learner.races == [result])
    #expect(desk.text.contains("from one seed"))
    #expect(desk.text.contains("what ReLU says"))
    desk.press("Tab v")
    #expect(desk.text.contains("what Swish says"))
  }

  @Test func everythingIsTurnedBeforeTheStart() throws {
    var desk = try desk(Size(width: 160, height: 50))
    desk.press("x")
    #expect(desk.text.contains("Sigmoid: at the start"))
    desk.press("]")
    #expect(desk.text.contains("rate 0.01"))
    desk.press("m")
    #expect(desk.text.contains("A convolution needs images"))
    desk.press("n")
    #expect(desk.text.contains("This course has no digits"))
    for name in ["moons", "circles", "spirals"] {
      desk.press("n")
      #expect(desk.text.contains("Race on \(name)"))
    }
    desk.context.digits = {
      let pixels = Array(repeating: "3", count: 64).joined(separator: ",")
      let lines = (0..<100).map { "\(pixels),\($0 % 10)\n" }.joined()
      return try? Digits.dataset("header\n" + lines)
    }
    desk.press("n m")
    #expect(desk.text.contains("Race on digits") && desk.text.contains("CNN"))
    desk.press(". v")
    #expect(desk.text.contains("epoch 1 of 40"))
  }

  @Test func theRateIsTurnedWhileTheyRunAndTheTimeLeftIsShown() throws {
    var desk = try desk()
    let time = ManualClock()
    desk.context.clock = { time.next() }
    desk.press("Space")
    desk.send(.tick)
    desk.send(.tick)
    #expect(desk.text.contains(" s left"))
    let epoch = desk.text.firstMatch(of: /epoch (\d+)/)?.1
    desk.press("]")
    #expect(desk.text.contains("rate 0.01") && desk.text.contains("running"))
    #expect(desk.text.firstMatch(of: /epoch (\d+)/)?.1 == epoch)
  }

  @Test func aLaneThatDivergesIsNamedAndTheOthersGoOn() throws {
    let relu = try #require(Catalogue.all.first { $0.id == "relu" }?.withDefaults)
    let setup = Race.Setup(
      activations: [relu], optimiser: .sgd(momentum: 0.9), rate: 1e6, epochs: 3)
    var desk = try desk()
    desk.open(RaceScreen(setup, on: PlaneData.xor.dataset()))
    desk.press(". . .")
    #expect(desk.text.contains("left all bounds") && desk.text.contains("over"))
  }

  @Test func impossibleNetworksAreSpokenOf() throws {
    var desk = try desk()
    let setup = Race.Setup(activations: [], hidden: [0])
    desk.open(RaceScreen(setup, on: PlaneData.xor.dataset()))
    desk.press("Space . r Tab v q")
    #expect(desk.session.top is HomeScreen)
  }
}
