import Activations
import Lessons
package import NeuralLab

extension InstrumentStart {
  /// The two networks of gradient flow.
  ///
  /// A setting has one value for both networks, or two with a comma between them; without it, both keep their usual
  /// values: 30 layers of 64 units, sigmoid with Glorot's initialisation against ReLU with He's.
  static func networks(
    _ settings: [InstrumentLink.Setting]
  ) throws(InstrumentLinkError) -> [FlowSetup] {
    var networks = FlowSetup.usual
    for setting in settings {
      let values = setting.value.split(separator: ",", omittingEmptySubsequences: false)
      for index in networks.indices {
        let value = values.count == 1 ? values[0] : values.count == 2 ? values[index] : ""
        try NetworkSetting(name: setting.name, value: String(value)).apply(to: &networks[index])
      }
    }
    return networks
  }
}

extension FlowSetup {
  /// The two networks that gradient flow begins with.
  package static var usual: [FlowSetup] {
    zip(["sigmoid", "relu"], [Initialisation.glorot, .he]).compactMap { name, initialisation in
      BoundActivation.named([name]).first.map {
        FlowSetup(depth: 30, activation: $0, initialisation: initialisation, batch: 32)
      }
    }
  }
}

/// A setting of one network, as its author typed it.
private struct NetworkSetting {
  let name: String
  let value: String

  private static let initialisations: [(name: String, value: Initialisation)] = [
    ("glorot", .glorot), ("he", .he), ("lecun", .leCun), ("orthogonal", .orthogonal),
  ]
  private static let names = ["activation", "init", "layers", "width", "layernorm", "residual"]

  func apply(to network: inout FlowSetup) throws(InstrumentLinkError) {
    switch name {
    case "activation":
      network.activation = try one(
        of: Catalogue.functions(in: .hiddenLayers).map { ($0.id, $0.withDefaults) })
    case "init": network.initialisation = try one(of: Self.initialisations)
    case "layers": network.depth = try number(in: FlowSetup.depths)
    case "width":
      network.width = try number(in: FlowSetup.widths)
      network.batch = FlowSetup.batch(width: network.width)
    case "layernorm": network.hasLayerNorm = try one(of: [("yes", true), ("no", false)])
    case "residual": network.isResidual = try one(of: [("yes", true), ("no", false)])
    default: throw .unknownSetting(name, known: Self.names)
    }
  }

  private func one<Value>(
    of choices: [(name: String, value: Value)]
  ) throws(InstrumentLinkError) -> Value {
    guard let choice = choices.first(where: { $0.name == value }) else {
      throw .badValue(setting: name, expected: .word(choices.map(\.name)))
    }
    return choice.value
  }

  private func number(in range: ClosedRange<Int>) throws(InstrumentLinkError) -> Int {
    guard let number = Int(value), range.contains(number) else {
      throw .badValue(setting: name, expected: .between(range))
    }
    return number
  }
}
