import Activations
import Figures
import NeuralLab
import Practice
import TerminalUI
import TestSupport
import Testing
import Words

@testable import TutorScreens

struct LabTests {
  private let size = Size(width: 80, height: 24)

  @Test(arguments: [Size(width: 40, height: 12), Size(width: 60, height: 12)])
  func theMeaningOfTheBarsFitsOnNarrowScreens(size: Size) throws {
    let harness = try ScreenHarness("lab-gradient", size)
    #expect(harness.shows(Words.Flow.scale(low: -19, high: 1)))
  }

  @Test func aSliderMovesTheBars() throws {
    var harness = try ScreenHarness("lab-gradient", size)
    let before = harness.text
    let vanishes = Words.Flow.verdict(.vanishes, share: anything)
    #expect(before.shows(vanishes))
    #expect(before.shows(Words.Flow.verdict(.arrives, share: anything)))
    // With tanh instead of sigmoid, some gradient arrives.
    harness.press("Right")
    #expect(!harness.shows(vanishes))
    harness.press("Left")
    #expect(harness.text == before)
    // ReLU with Glorot loses half a power of two per layer.
    harness.press("Tab Down Left")
    let decays = Words.Flow.verdict(.decays, share: anything)
    #expect(harness.shows("B " + vanishes) || harness.shows("B " + decays))
  }

  @Test func slidersStopAtBothEnds() throws {
    var harness = try ScreenHarness("lab-gradient", size)
    func setup() throws -> FlowSetup { try #require(harness.session.top as? FlowScreen).setups[0] }
    func turn(_ key: String, times: Int) { for _ in 0..<times { harness.press(key) } }
    // The smallest network first, because the test is about the sliders, not the computation.
    harness.press("Down Down Down")
    turn("Left", times: 20)
    harness.press("Down")
    turn("Left", times: 20)
    harness.press("Up Up Up Up")
    let smallest = try setup()
    #expect(smallest.depth == 1 && smallest.width == 1)

    turn("Right", times: FlowSlider.activations.count)
    #expect(try setup().activation.activation == smallest.activation.activation)
    harness.press("Left Down")
    #expect(try setup().activation.activation == FlowSlider.activations.last?.activation)
    turn("Right", times: 5)
    #expect(try setup().initialisation == smallest.initialisation)
    harness.press("Left Left Right Down")
    #expect(try setup().initialisation == .normal(deviation: 0.1))
    turn("Right", times: 20)
    #expect(try setup().initialisation == .normal(deviation: 1))
    turn("Left", times: 20)
    #expect(try setup().initialisation == .normal(deviation: 0.001))
    harness.press("Down")
    turn("Right", times: 20)
    #expect(try setup().depth == 100)
    turn("Left", times: 20)
    harness.press("Down")
    turn("Right", times: 20)
    #expect(try setup().width == 256 && setup().depth == 1)
    turn("Left", times: 20)
    harness.press("Down Right Down Left")
    #expect(try setup().hasLayerNorm != smallest.hasLayerNorm)
    #expect(try setup().isResidual != smallest.isResidual)
    harness.press("v v r Tab q")
    #expect(harness.session.top is HomeScreen)
  }

  @Test(arguments: Catalogue.functions(in: .hiddenLayers))
  func everyFunctionOfTheGradientLabHasAFlow(activation: Activation) {
    let flow = GradientFlow(
      FlowSetup(
        width: 8, depth: 10, activation: activation.withDefaults, initialisation: .he, batch: 8))
    #expect(flow.gradient.count == 11 && flow.gradient.allSatisfy(\.isFinite))
    #expect(flow.spread.count == 10 && flow.spread.allSatisfy(\.isFinite))
  }

  @Test func logitsAreTypedChangedAndOverflow() throws {
    var harness = try ScreenHarness("lab-numerics", size)
    #expect(harness.shows(Words.Clinic.whole(room: anything)))
    harness.press("e C-u")
    harness.type("89, 1")
    harness.press("Enter")
    func broken(in precision: String) -> String {
      Words.Clinic.broken(in: precision, largest: anything, limit: anything)
    }
    #expect(harness.shows(broken(in: "float32")) && harness.shows("✗ NaN"))
    harness.press("h")
    #expect(harness.shows(Words.Clinic.whole(room: "0.7")))
    harness.press("s s s s s s s")
    #expect(harness.shows(broken(in: "float64")))
    harness.press("e C-u")
    harness.type("1, what")
    harness.press("Enter")
    #expect(harness.shows(Words.Clinic.unreadable))
    harness.press("Esc 0")
    #expect(harness.shows("0.6652"))
  }

  @Test func theLabOpensItsExperiments() throws {
    var harness = try ScreenHarness("lab", size)
    harness.press("1")
    #expect(harness.shows(Words.Flow.title))
    harness.press("q Down Enter")
    #expect(harness.shows(Words.Race.title(data: anything)))
    harness.press("q Down Enter")
    #expect(harness.shows(Words.Clinic.title))
  }
}

struct RaceScreenTests {
  private func harness(_ size: Size = Size(width: 80, height: 24)) throws -> ScreenHarness {
    try ScreenHarness("lab-race", size)
  }

  @Test func aRaceAdvancesOnTicksAndPauses() throws {
    var harness = try harness()
    #expect(
      harness.session.tick == nil && harness.shows(Words.Race.status(epoch: 0, of: 40, .paused)))
    harness.press("Space")
    let start = Words.Race.status(epoch: 0, of: 40, .running(secondsLeft: nil))
    #expect(harness.session.tick != nil && harness.shows(start))
    harness.send(.tick)
    #expect(!harness.shows(start))
    harness.press("Space")
    let paused = harness.text
    harness.send(.tick)
    #expect(harness.text == paused && harness.session.tick == nil)
    harness.press("r")
    #expect(harness.shows(Words.Race.status(epoch: 0, of: 40, .paused)))
  }

  @Test func aFinishedRaceShowsConclusions() throws {
    var harness = try harness(Size(width: 120, height: 40))
    harness.press("Space")
    for _ in 0..<400 where harness.session.tick != nil { harness.send(.tick) }
    #expect(harness.shows(Words.Race.status(epoch: 40, of: 40, .over)))
    #expect(harness.facts.count == 1)
    guard case .race(let result)? = harness.facts.first else {
      Issue.record("no race on record")
      return
    }
    #expect(
      result.data == "spirals" && result.lanes.map(\.activation) == ["relu", "swish", "gelu"])
    #expect(harness.context.learner.races == [result])
    #expect(harness.shows("with this seed"))
    #expect(harness.shows(Words.Race.boundary(of: "ReLU")))
    harness.press("Tab v")
    #expect(harness.shows(Words.Race.boundary(of: "Swish")))
  }

  @Test func allSettingsCanBeChangedBeforeTheStart() throws {
    var harness = try harness(Size(width: 160, height: 50))
    harness.press("x")
    #expect(harness.shows(Words.Race.atStart("Sigmoid")))
    harness.press("]")
    #expect((harness.session.top as? RaceScreen)?.setup.rate == 0.01)
    harness.press("m")
    #expect(harness.shows(Words.Race.noImages(harness.keys)))
    harness.press("n")
    #expect(harness.shows(Words.Race.noDigits))
    for name in ["moons", "circles", "spirals"] {
      harness.press("n")
      #expect(harness.shows(Words.Race.title(data: name)))
    }
    let pixels = Array(repeating: "3", count: 64).joined(separator: ",")
    let lines = (0..<100).map { "\(pixels),\($0 % 10)\n" }.joined()
    harness.lab.digits = try Digits.dataset("header\n" + lines)
    harness.press("n m")
    #expect(harness.shows(Words.Race.title(data: "digits")) && harness.shows("CNN"))
    harness.press(". v")
    #expect(harness.shows(Words.Race.status(epoch: 1, of: 40, .paused)))
  }

  @Test func theRateCanBeChangedDuringARaceAndTheRemainingTimeIsShown() throws {
    var harness = try harness()
    harness.press("Space")
    harness.send(.tick)
    harness.send(.tick)
    let text = harness.text
    let untimed = Words.Race.status(epoch: 0, of: 40, .running(secondsLeft: nil))
    let isTimed = (0...999).contains { seconds in
      let timed = Words.Race.status(epoch: 0, of: 40, .running(secondsLeft: seconds))
      return text.contains(timed.dropFirst(untimed.count))
    }
    #expect(isTimed)
    let epoch = harness.text.firstMatch(of: /epoch (\d+)/)?.1
    harness.press("]")
    #expect(harness.shows("0.01") && harness.session.tick != nil)
    #expect(harness.text.firstMatch(of: /epoch (\d+)/)?.1 == epoch)
  }

  @Test func aDivergedTraineeIsReportedAndTheOthersContinue() throws {
    let relu = try #require(Catalogue.all.first { $0.id == "relu" }?.withDefaults)
    let setup = Race.Setup(
      activations: [relu], optimiser: .sgd(momentum: 0.9), rate: 1e6, epochs: 3)
    var harness = try harness()
    harness.open(.race(RaceStart(setup, on: PlaneData.xor.dataset())))
    harness.press(". . .")
    #expect(harness.shows(Words.Race.diverged("ReLU")) && harness.session.tick == nil)
  }

  @Test func impossibleNetworksAreReported() throws {
    var harness = try harness()
    let setup = Race.Setup(activations: BoundActivation.named(["relu"]), hidden: [0])
    let screen = RaceScreen(setup, on: PlaneData.xor.dataset())
    #expect(screen.problem != nil)
    harness.open(.race(RaceStart(setup, on: PlaneData.xor.dataset())))
    harness.press("Space . r Tab v q")
    #expect(harness.session.top is HomeScreen)
  }

  @Test func screensAreIndependentValues() throws {
    var harness = try harness()
    harness.press(".")
    let trained = try #require(harness.session.top as? RaceScreen)
    #expect(trained.progress?.epoch == 1 && trained.map != nil)
    let before = trained.view(in: harness.context)
    harness.press(". .")
    #expect((harness.session.top as? RaceScreen)?.progress?.epoch == 3)
    #expect(trained.progress?.epoch == 1 && trained.view(in: harness.context) == before)
    // The lab keeps the networks of one race; a screen that is opened again does not continue it.
    harness.open(.race())
    #expect((harness.session.top as? RaceScreen)?.progress?.share == 0)
    harness.press(".")
    #expect((harness.session.top as? RaceScreen)?.progress == trained.progress)
  }
}
