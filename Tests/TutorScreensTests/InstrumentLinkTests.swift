import Activations
import Figures
import LessonLayout
import Lessons
import NeuralLab
import TerminalUI
import TestCourse
import Testing
import Words

@testable import TutorScreens

/// Links of the lesson that open instruments.
struct InstrumentLinkTests {
  private let size = Size(width: 80, height: 24)

  /// The reader at the end of the section with links, where the first link is in view.
  private func harness() throws -> ScreenHarness {
    var harness = try ScreenHarness("lesson", size)
    let sections = harness.context.bundle.lesson.sections
    let index = try #require(
      sections.firstIndex { section in
        section.blocks.contains { if case .instrument = $0 { true } else { false } }
      })
    harness.open(.lesson(.section(index)))
    harness.press("G")
    return harness
  }

  private func reader(_ harness: ScreenHarness) throws -> ReaderScreen {
    try #require(harness.session.top as? ReaderScreen)
  }

  @Test func oneKeyOpensTheInstrumentWithItsSettingsAndEscReturnsToTheLine() throws {
    var harness = try harness()
    let top = try reader(harness).top
    harness.press("x")
    let flow = try #require(harness.session.top as? FlowScreen)
    #expect(flow.setups.map(\.depth) == [10, 10])
    #expect(flow.setups.map(\.activation.activation.id) == ["sigmoid", "sigmoid"])
    harness.press("Esc")
    #expect(try reader(harness).top == top)
    // Enter reads on afterwards.
    harness.press("Enter")
    #expect(!(harness.session.top is FlowScreen))
  }

  @Test func tabSelectsALinkAndEnterOpensIt() throws {
    var harness = try harness()
    let places = try #require(try reader(harness).text?.instruments)
    #expect(places.count == 2)
    // Tab goes through figures and links in reading order.
    for _ in 0..<20 {
      harness.press("Tab")
      if case .onInstrument(1) = try reader(harness).mode { break }
    }
    #expect(harness.selected.contains(Words.Reader.doIt("")))
    harness.press("Enter")
    let plot = try #require(harness.session.top as? PlotScreen)
    #expect(plot.plot.functions.map(\.activation.id) == ["relu", "gelu"])
    harness.press("Esc Tab Esc")
    if case .reading = try reader(harness).mode {} else { Issue.record("still marked") }
  }

  @Test func theListOfLinksOpensInstruments() throws {
    var harness = try harness()
    harness.press("o")
    #expect(harness.session.top is LinksScreen)
    harness.press("End Enter")
    #expect(harness.session.top is PlotScreen)
  }

  @Test func settingsForOneNetworkOrForBoth() throws {
    let start = try InstrumentStart(
      "lab:gradient?activation=relu,tanh&init=he&layers=7,9&width=256&layernorm=yes&residual=no,yes"
    )
    guard case .gradient(let networks) = start else {
      Issue.record("not gradient flow")
      return
    }
    #expect(networks.map(\.activation.activation.id) == ["relu", "tanh"])
    #expect(networks.map(\.initialisation) == [.he, .he])
    #expect(networks.map(\.depth) == [7, 9])
    #expect(networks.map(\.batch) == [8, 8])
    #expect(networks.map(\.hasLayerNorm) == [true, true])
    #expect(networks.map(\.isResidual) == [false, true])
    #expect(try InstrumentStart("lab:gradient") == .gradient(FlowSetup.usual))
  }

  @Test func otherInstruments() throws {
    #expect(try InstrumentStart("lab:numerics?logits=1000,0") == .numerics(logits: [1000, 0]))
    let race = try InstrumentStart(
      "lab:race?functions=relu,elu&data=moons&hidden=8&epochs=5&rate=0.1&seed=3")
    let setup = Race.Setup(
      activations: BoundActivation.named(["relu", "elu"]), hidden: [8], rate: 0.1, epochs: 5,
      seed: 3)
    #expect(race == .race(setup, on: .moons))
    #expect(try InstrumentStart("plot:gelu/x=-3...3") == .plot(try PlotState("gelu/x=-3...3")))
  }

  @Test(arguments: [
    "lab:gradient?layers=0", "lab:gradient?layers=1,2,3", "lab:gradient?layers=",
    "lab:gradient?x=1",
    "lab:gradient?layers=1&layers=2", "lab:gradient?layers", "lab:gradient?init=heh",
    "lab:numerics?logits=", "lab:numerics?logits=1,,2", "lab:numerics?logits=1,2,3,4,5,6,7,8,9",
    "lab:numerics?logits=nan", "lab:numerics?logits=1e9", "lab:race?functions=", "lab:race?rate=0",
    "lab:race?functions=relu,relu,relu,relu,relu", "lab:race?hidden=0", "lab:race?data=cifar",
    "lab:race?epochs=0", "lab:", "lab:kitchen", "plot:", "plot:gelo", "plot:gelu/x=1...1",
    "#gradients",
  ]) func settingsThatNoInstrumentHasAreErrors(address: String) {
    #expect(throws: InstrumentLinkError.self) { try InstrumentStart(address) }
  }

  /// A link that the author got wrong is explained where the learner opens it.
  @Test func aBadLinkIsExplained() throws {
    var harness = try harness()
    let section = try reader(harness).section
    harness.context.bundle.lesson.sections[section].blocks.append(
      .instrument(address: "lab:numerics?logits=x", words: "x"))
    harness.context.courseVersion += 1
    harness.send(.appeared)
    harness.press("o End Enter")
    #expect(harness.session.top is LinksScreen)
    #expect(harness.context.statusMessage != nil)
  }
}
