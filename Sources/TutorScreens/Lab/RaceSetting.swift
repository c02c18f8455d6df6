import Activations
import Figures
import NeuralLab
import TextCharts
import Words

/// A row of the settings before the start.
enum RaceSetting: CaseIterable {
  case data, network, contestants, rate, seed

  /// The sets of contestants to choose from.
  static let fields = [
    ["relu", "swish", "gelu"], ["sigmoid", "tanh", "relu"], ["relu", "leaky-relu", "elu", "selu"],
    ["linear", "relu"],
  ]
  private static let rates = [0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1]

  /// The next lower or higher learning rate; the same at the ends.
  static func rate(after rate: Double, _ direction: Int) -> Double {
    let next =
      direction > 0 ? rates.first { $0 > rate * 1.001 } : rates.last { $0 < rate * 0.999 }
    return next ?? rate
  }

  /// The name of the row.
  var name: String {
    switch self {
    case .data: Words.Race.Settings.data
    case .network: Words.Race.Settings.network
    case .contestants: Words.Race.Settings.contestants
    case .rate: Words.Race.Settings.rate
    case .seed: Words.Race.Settings.seed
    }
  }

  /// Its value in words.
  func value(_ setup: Race.Setup, _ data: Dataset, parameters: Int) -> String {
    typealias Says = Words.Race.Settings
    switch self {
    case .data:
      return Says.samples(data.name, training: data.trainCount, validation: data.validationCount)
    case .network:
      return Says.network(setup.kind == .cnn ? "CNN" : "MLP", parameters: parameters)
    case .contestants: return setup.activations.map(\.shortLabel).joined(separator: ", ")
    case .rate: return Says.rate(NumberText.shortest(setup.rate), optimiser: setup.optimiser.name)
    case .seed: return "\(setup.seed)"
    }
  }
}
