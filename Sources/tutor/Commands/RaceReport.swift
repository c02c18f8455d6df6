import Activations
import NeuralLab
import TerminalUI
import TextCharts
import TutorScreens

/// The results of races, for scripts.
struct RaceReport: Encodable {
  struct Lane: Encodable {
    var activation: String
    var seed: UInt64
    var parameters: Int
    var diverged: Bool
    var secondsPerEpoch: Double
    var epochs: [EpochResult]
  }

  var data, model, optimiser: String
  var rate: Double
  var batch: Int
  var lanes: [Lane]
  var words: [String]

  init(_ races: [RaceProgress], on data: Dataset) {
    let first = races.first
    self.data = data.name
    model = first?.setup.kind.rawValue ?? ""
    optimiser = first?.setup.optimiser.name ?? ""
    rate = first?.setup.rate ?? 0
    batch = first?.setup.batch ?? 0
    lanes = races.flatMap { race in
      race.standings.enumerated().map { index, standing in
        Lane(
          activation: race.setup.activations[index].activation.id, seed: race.setup.seed,
          parameters: standing.parameters, diverged: standing.hasDiverged,
          secondsPerEpoch: Contestant(index, in: [race]).secondsPerEpoch,
          epochs: standing.results)
      }
    }
    let contestants = (first?.standings ?? []).indices.map { Contestant($0, in: races) }
    words = RaceText.lines(contestants)
    if let verdict = RaceText.verdict(contestants) { words.append(verdict) }
  }

  /// The sentences.
  var text: String { words.map { $0 + "\n" }.joined() }

  /// One row per contestant and epoch.
  var csv: String {
    var lines = [
      "activation,seed,epoch,train_loss,validation_loss,validation_accuracy,gradient_norm,dead_units"
    ]
    for lane in lanes {
      lines += lane.epochs.map {
        "\(lane.activation),\(lane.seed),\($0.epoch),\($0.trainLoss),\($0.validationLoss),"
          + "\($0.validationAccuracy),\($0.gradientNorm),\($0.deadUnits)"
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The validation accuracy of the first seed's contestants.
  var svg: String {
    let seed = lanes.first?.seed
    let curves = lanes.filter { $0.seed == seed }.enumerated().map { index, lane in
      RaceCurves.accuracy(lane.epochs, name: lane.activation, index: index)
    }
    let most = lanes.map(\.epochs.count).max() ?? 1
    guard let window = PlotWindow(x: 0...Double(max(1, most)), y: 0...100) else { return "" }
    return SVGChart([Panel(curves, window: window)], width: 800, height: 500).text
  }
}
