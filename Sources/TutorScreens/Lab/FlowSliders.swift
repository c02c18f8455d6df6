import Activations
import NeuralLab
import Words

/// The settings of a deep network.
enum FlowSlider: CaseIterable {
  case activation, initialisation, deviation, depth, width, layerNorm, residual

  var name: String {
    switch self {
    case .activation: Words.Flow.Sliders.activation
    case .initialisation: Words.Flow.Sliders.initialisation
    case .deviation: Words.Flow.Sliders.deviation
    case .depth: Words.Flow.Sliders.depth
    case .width: Words.Flow.Sliders.width
    case .layerNorm: Words.Flow.Sliders.layerNorm
    case .residual: Words.Flow.Sliders.residual
    }
  }

  /// The functions to choose from.
  static let activations = Catalogue.functions(in: .hiddenLayers).map(\.withDefaults)

  private static let deviations = [0.001, 0.01, 0.03, 0.1, 0.3, 1]
  private static let depths = [1, 2, 3, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]
  private static let widths = [1, 2, 4, 8, 16, 32, 64, 128, 256]

  /// The setting's value as text.
  func words(_ setup: FlowSetup) -> String {
    switch self {
    case .activation: setup.activation.activation.name
    case .initialisation:
      setup.initialisation.isNormal ? Words.Flow.Sliders.normal : setup.initialisation.name
    case .deviation: setup.initialisation.deviation.map { "\($0)" } ?? "-"
    case .depth: "\(setup.depth)"
    case .width: "\(setup.width)"
    case .layerNorm: setup.hasLayerNorm ? Words.Flow.Sliders.yes : Words.Flow.Sliders.no
    case .residual: setup.isResidual ? Words.Flow.Sliders.yes : Words.Flow.Sliders.no
    }
  }

  /// Changes the setting by one step.
  ///
  /// - Parameters:
  ///   - setup: The setup to change.
  ///   - direction: 1 or -1.
  func turn(_ setup: inout FlowSetup, _ direction: Int) {
    switch self {
    case .activation:
      let all = Self.activations
      let place = all.firstIndex { $0.activation == setup.activation.activation } ?? 0
      setup.activation = all[(place + direction + all.count) % all.count]
    case .initialisation:
      let all: [Initialisation] = [
        .glorot, .he, .leCun, .orthogonal,
        .normal(deviation: setup.initialisation.deviation ?? 0.1),
      ]
      let place = all.firstIndex(of: setup.initialisation) ?? 0
      setup.initialisation = all[(place + direction + all.count) % all.count]
    case .deviation:
      guard let deviation = setup.initialisation.deviation else { return }
      setup.initialisation = .normal(
        deviation: Self.next(deviation, in: Self.deviations, direction))
    case .depth: setup.depth = Self.next(setup.depth, in: Self.depths, direction)
    case .width: setup.width = Self.next(setup.width, in: Self.widths, direction)
    case .layerNorm: setup.hasLayerNorm.toggle()
    case .residual: setup.isResidual.toggle()
    }
  }

  private static func next<Value: Comparable>(
    _ value: Value, in all: [Value], _ direction: Int
  ) -> Value {
    (direction > 0 ? all.first { $0 > value } : all.last { $0 < value }) ?? value
  }
}

extension Initialisation {
  /// The standard deviation, if the initialisation has one to choose.
  var deviation: Double? {
    if case .normal(let deviation) = self { return deviation }
    return nil
  }

  fileprivate var isNormal: Bool { deviation != nil }
}
