import Activations
import Figures
import NeuralLab
import Practice
import TerminalUI
import TestSupport
import Testing
import TextCharts
import Words

@testable import TutorScreens

struct RaceScreenTests {
  private func harness(_ size: Size = Size(width: 80, height: 24)) throws -> ScreenHarness {
    try ScreenHarness("lab-race", size)
  }

  private func race(_ harness: ScreenHarness) throws -> RaceScreen {
    try #require(harness.session.top as? RaceScreen)
  }

  /// Sends ticks until the screen needs none.
  private func run(_ harness: inout ScreenHarness, most: Int = 4000) {
    for _ in 0..<most where harness.session.tick != nil { harness.send(.tick) }
  }

  @Test func theScreenShowsTheSetUpAndAsksWhoWillLead() throws {
    for size in [Size(width: 40, height: 12), Size(width: 80, height: 24)] {
      let harness = try harness(size)
      #expect(harness.session.tick == nil)
      #expect(harness.shows(Words.Race.question(epochs: 40)))
      for setting in RaceSetting.allCases { #expect(harness.shows(setting.name)) }
      for name in ["1 ReLU", "2 Swish", "3 GELU"] {
        #expect(harness.shows(name), "\(harness.text)")
      }
    }
  }

  @Test func aDigitIsTheGuessAndStarts() throws {
    var harness = try harness()
    harness.press("2")
    #expect(try race(harness).guess == 1 && race(harness).mode == .running)
    #expect(harness.shows(Words.Race.guessed("Swish")))
    for key in ["Space", "Enter"] {
      var silent = try self.harness()
      silent.press(key)
      #expect(try race(silent).guess == nil && race(silent).mode == .running)
    }
  }

  @Test func oneEpochIsShownATickAtTheChosenPace() throws {
    var harness = try harness()
    harness.press("Space")
    harness.send(.tick)
    for epoch in 1...5 {
      for _ in 0..<50 where harness.session.tick ?? 0 < 10 { harness.send(.tick) }
      #expect(try race(harness).progress?.epoch == epoch)
      #expect(
        try race(harness).progress?.standings.allSatisfy { $0.results.count == epoch } == true)
      #expect(harness.session.tick == 100)
      harness.send(.tick)
    }
    harness.press("Space +")
    #expect(harness.session.tick == nil)
    harness.press("Space")
    for _ in 0..<50 where harness.session.tick ?? 0 < 10 { harness.send(.tick) }
    #expect(harness.session.tick == 50)
    harness.press("- - -")
    #expect(harness.session.tick == 500)
  }

  @Test func drawingTrainsNothing() throws {
    var harness = try harness()
    harness.press("Space")
    harness.send(.tick)
    let before = try race(harness).progress
    _ = harness.text
    #expect(try race(harness).progress == before)
  }

  @Test func aPausedRaceStaysAsItIs() throws {
    var harness = try harness()
    harness.press("Space")
    harness.send(.tick)
    harness.press("Space")
    let paused = harness.text
    harness.send(.tick)
    #expect(harness.text == paused && harness.session.tick == nil)
    harness.press("r")
    #expect(try race(harness).mode == .waiting && race(harness).progress?.share == 0)
  }

  @Test func aFinishedRaceJudgesTheGuessAndOffersSeeds() throws {
    var harness = try harness(Size(width: 120, height: 40))
    harness.press("1 Enter")
    run(&harness)
    #expect(harness.shows(Words.Race.status(epoch: 40, of: 40, .over)))
    #expect(harness.facts.count == 1)
    guard case .race(let result)? = harness.facts.first else {
      Issue.record("no race on record")
      return
    }
    #expect(
      result.data == "spirals" && result.lanes.map(\.activation) == ["relu", "swish", "gelu"])
    #expect(harness.context.learner.races == [result])
    let best = result.lanes.compactMap(\.accuracy).max()
    let isRight = result.lanes[0].accuracy == best
    #expect(harness.shows(Words.Race.guessedRight("ReLU")) == isRight)
    #expect(harness.shows(Words.Race.guessedWrong("ReLU", leader: anything)) != isRight)
    #expect(harness.shows(Words.Race.offersSeeds(harness.keys, RaceScreen.seeds)))
  }

  @Test func fiveSeedsAreComparedOnTheSameScreen() throws {
    var harness = try harness(Size(width: 120, height: 40))
    let setup = Race.Setup(
      activations: BoundActivation.named(["relu", "linear"]), hidden: [8], epochs: 3)
    harness.open(.race(RaceStart(setup, on: PlaneData.moons.dataset(count: 100))))
    harness.press("Space Enter")
    run(&harness)
    harness.press("R")
    #expect(harness.shows(Words.Race.status(epoch: 3, of: 3, .comparing(seed: 2, of: 5))))
    run(&harness)
    let finished = try race(harness).finished
    #expect(finished.map(\.setup.seed) == [0, 1, 2, 3, 4] && harness.facts.count == 1)
    #expect(try race(harness).mode == .over && harness.shows(Words.Race.meansOverSeeds))
    let contestants = [Contestant(0, in: finished), Contestant(1, in: finished)]
    let verdict = try #require(RaceText.verdict(contestants))
    #expect(harness.shows(verdict), "\(harness.text)")
    #expect(RaceVerdict(contestants) != nil && contestants.allSatisfy { $0.standardError != nil })
    var context = harness.context
    context.size = Size(width: 40, height: 12)
    let small = harness.session.view(in: context).lines.joined(separator: " ")
    #expect(small.shows(verdict), "\(small)")
  }

  @Test func theLeaderIsTheFirstLane() throws {
    var harness = try harness(Size(width: 120, height: 40))
    harness.press("Space Enter")
    run(&harness)
    let race = try race(harness)
    let accuracies = try race.ranking.map {
      try #require(race.progress?.standings[$0].results.last?.validationAccuracy)
    }
    #expect(accuracies == accuracies.sorted(by: >))
    let rows = race.ranking.map { index in
      harness.text.split(separator: "\n").firstIndex {
        $0.contains("\(CurveNames.letter(index)) \(race.setup.activations[index].shortLabel): ")
      }
    }
    #expect(rows.compactMap(\.self) == rows.compactMap(\.self).sorted() && !rows.contains(nil))
  }

  @Test func arrowsSelectWhatIsDrawn() throws {
    var harness = try harness(Size(width: 120, height: 40))
    harness.press(".")
    run(&harness)
    let before = try race(harness)
    harness.press("Down")
    let after = try race(harness)
    #expect(after.shown != before.shown && after.map != before.map)
    #expect(harness.shows(Words.Race.boundary(of: after.setup.activations[after.shown].shortLabel)))
  }

  @Test func curvesHaveAxesAndTheDataAreDrawnOnTheRegions() throws {
    var harness = try harness()
    harness.press(".")
    run(&harness)
    #expect(harness.shows(Words.Race.accuracyAxis) && harness.shows(Words.Race.epochAxis))
    #expect(harness.text.contains("○") && harness.text.contains("×"))
    harness.press("m")
    #expect(harness.shows(Words.Race.lossAxis))
    var small = try self.harness(Size(width: 40, height: 12))
    small.press(".")
    run(&small)
    let rows = small.text.split(separator: "\n")
    #expect(rows.contains { $0.contains("┤") && $0.contains { $0.isNumber } }, "\(small.text)")
    let labels = rows.drop { !$0.contains("└") }.dropFirst().first?.split(separator: " ") ?? []
    #expect(labels.count { Int($0) != nil } > 1, "\(small.text)")
  }

  @Test func allSettingsCanBeChangedBeforeTheStart() throws {
    var harness = try harness(Size(width: 160, height: 50))
    harness.press("Right")
    #expect(harness.shows(Words.Race.noDigits))
    for name in ["circles", "moons", "xor"] {
      harness.press("Left")
      #expect(harness.shows(Words.Race.title(data: name)))
    }
    harness.press("Down Right")
    #expect(harness.shows(Words.Race.noImages))
    harness.press("Down Right")
    #expect(
      try race(harness).setup.activations.map(\.activation.id) == ["sigmoid", "tanh", "relu"])
    harness.press("Down Right")
    #expect(try race(harness).setup.rate == 0.01)
    harness.press("Down Right")
    #expect(try race(harness).setup.seed == 1)
    harness.press("Left Left")
    #expect(try race(harness).setup.seed == 0)
  }

  @Test func digitsCanBeLearntByAConvolution() throws {
    var harness = try harness(Size(width: 160, height: 50))
    let pixels = Array(repeating: "3", count: 64).joined(separator: ",")
    let lines = (0..<100).map { "\(pixels),\($0 % 10)\n" }.joined()
    harness.lab.digits = try Digits.dataset("header\n" + lines)
    harness.press("Right")
    #expect(harness.shows(Words.Race.title(data: "digits")))
    harness.press("Down Right")
    #expect(try race(harness).setup.kind == .cnn)
    harness.press(".")
    run(&harness)
    #expect(harness.shows(Words.Race.status(epoch: 1, of: 40, .paused)))
    harness.press("r Up Right")
    #expect(try race(harness).data.name == "xor" && race(harness).setup.kind == .mlp)
  }

  @Test func theRateCanBeChangedDuringARaceAndTheRemainingTimeIsShown() throws {
    var harness = try harness()
    harness.press("Space Enter")
    harness.send(.tick)
    harness.send(.tick)
    let epoch = try race(harness).progress?.standings.map(\.results.count).max() ?? 0
    let text = harness.text
    let isTimed = (0...999).contains { seconds in
      text.contains(Words.Race.status(epoch: epoch, of: 40, .finishing(secondsLeft: seconds)))
    }
    #expect(isTimed)
    harness.press("]")
    #expect(try race(harness).setup.rate == 0.01 && harness.session.tick != nil)
    #expect(try race(harness).progress?.standings.map(\.results.count).max() == epoch)
  }

  @Test func aDivergedTraineeIsReportedAndTheOthersContinue() throws {
    let relu = try #require(Catalogue.all.first { $0.id == "relu" }?.withDefaults)
    let setup = Race.Setup(
      activations: [relu], optimiser: .sgd(momentum: 0.9), rate: 1e6, epochs: 3)
    var harness = try harness()
    harness.open(.race(RaceStart(setup, on: PlaneData.xor.dataset())))
    harness.press("Space Enter")
    run(&harness)
    #expect(harness.shows(Words.Race.diverged("ReLU")) && harness.session.tick == nil)
  }

  @Test func impossibleNetworksAreReported() throws {
    var harness = try harness()
    let setup = Race.Setup(activations: BoundActivation.named(["relu"]), hidden: [0])
    let screen = RaceScreen(setup, on: PlaneData.xor.dataset())
    #expect(screen.problem != nil)
    harness.open(.race(RaceStart(setup, on: PlaneData.xor.dataset())))
    harness.press("Space . r Down m 1 q")
    #expect(harness.session.top is HomeScreen)
  }

  @Test func screensAreIndependentValues() throws {
    var harness = try harness()
    harness.press(".")
    run(&harness)
    let trained = try race(harness)
    #expect(trained.progress?.epoch == 1 && trained.map != nil)
    let before = trained.view(in: harness.context)
    harness.press(".")
    run(&harness)
    #expect(try race(harness).progress?.epoch == 2)
    #expect(trained.progress?.epoch == 1 && trained.view(in: harness.context) == before)
    // The lab keeps the networks of one race; a screen that is opened again does not continue it.
    harness.open(.race())
    #expect(try race(harness).progress?.share == 0)
    harness.press(".")
    run(&harness)
    #expect(try race(harness).progress == trained.progress)
  }
}
