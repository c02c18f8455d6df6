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
