import Activations
package import Lessons
package import NeuralLab
import Words

/// An instrument with its initial settings, as a link of the lesson states them.
package enum InstrumentStart: Equatable, Sendable {
  /// Gradient flow through two networks.
  case gradient([FlowSetup])
  case numerics(logits: [Double])
  case race(Race.Setup, on: PlaneData)
  case plot(PlotState)

  /// Reads a link.
  ///
  /// - Parameter address: The link's destination; see ``InstrumentLink``.
  /// - Throws: `InstrumentLinkError` if a setting is unknown or out of range.
  package init(_ address: String) throws(InstrumentLinkError) {
    switch InstrumentLink(address) {
    case .lab(.gradient, let settings): self = .gradient(try Self.networks(settings))
    case .lab(.numerics, let settings): self = .numerics(logits: try Self.logits(settings))
    case .lab(.race, let settings): self = try Self.race(settings)
    case .plot(let text):
      do throws(PlotStateError) {
        self = .plot(try PlotState(text))
      } catch {
        throw .badPlot(error.sentence)
      }
    case nil: throw .malformed(address)
    }
  }

  // MARK: Settings

  private typealias Setting = InstrumentLink.Setting

  /// The numbers of logits that the numerics clinic shows.
  package static let logitCounts = 1...8
  /// The range of a logit in the numerics clinic.
  package static let logitRange = -100_000.0...100_000.0

  private static func logits(_ settings: [Setting]) throws(InstrumentLinkError) -> [Double] {
    var logits = [2.0, 1, 0]
    for setting in settings {
      guard setting.name == "logits" else {
        throw .unknownSetting(setting.name, known: ["logits"])
      }
      let words = setting.value.split(separator: ",", omittingEmptySubsequences: false)
      logits = words.compactMap { Double($0) }.filter(logitRange.contains)
      guard logits.count == words.count, logitCounts.contains(words.count) else {
        throw .badValue(
          setting: setting.name, expected: .numbers(logitCounts, each: .between(logitRange)))
      }
    }
    return logits
  }

  private static func race(
    _ settings: [Setting]
  ) throws(InstrumentLinkError) -> InstrumentStart {
    var setup = Race.Setup(activations: BoundActivation.named(["relu", "swish", "gelu"]))
    var data = PlaneData.spirals
    for setting in settings {
      let value = setting.value
      switch setting.name {
      case "functions":
        let names = value.split(separator: ",").map(String.init)
        let functions = try names.map { name throws(InstrumentLinkError) in
          try function(name, of: setting)
        }
        guard (1...4).contains(functions.count) else {
          throw .badValue(setting: setting.name, expected: .items(1...4))
        }
        setup.activations = functions
      case "data": data = try choice(of: setting)
      case "hidden":
        let units = value.split(separator: ",", omittingEmptySubsequences: false)
        let counts = units.compactMap { Int($0) }.filter((1...256).contains)
        guard counts.count == units.count, units.count <= 8 else {
          throw .badValue(
            setting: setting.name, expected: .numbers(1...8, each: .between(1...256)))
        }
        setup.hidden = counts
      case "epochs": setup.epochs = try number(setting, in: 1...1000)
      case "seed": setup.seed = UInt64(try number(setting, in: 0...1_000_000))
      case "rate":
        guard let rate = Double(value), (1e-6...10).contains(rate) else {
          throw .badValue(setting: setting.name, expected: .between(1e-6...10))
        }
        setup.rate = rate
      default:
        let known = ["functions", "data", "hidden", "epochs", "seed", "rate"]
        throw .unknownSetting(setting.name, known: known)
      }
    }
    return .race(setup, on: data)
  }

  // MARK: Values

  private static func number(
    _ setting: Setting, in range: ClosedRange<Int>
  ) throws(InstrumentLinkError) -> Int {
    guard let number = Int(setting.value), range.contains(number) else {
      throw .badValue(setting: setting.name, expected: .between(range))
    }
    return number
  }

  private static func choice<Value: CaseIterable & RawRepresentable<String>>(
    of setting: Setting
  ) throws(InstrumentLinkError) -> Value {
    guard let value = Value(rawValue: setting.value) else {
      throw .badValue(setting: setting.name, expected: .word(Value.allCases.map(\.rawValue)))
    }
    return value
  }

  private static func function(
    _ name: String, of setting: Setting
  ) throws(InstrumentLinkError) -> BoundActivation {
    let known = Catalogue.functions(in: .hiddenLayers)
    guard let function = known.first(where: { $0.id == name }) else {
      throw .badValue(setting: setting.name, expected: .word(known.map(\.id)))
    }
    return function.withDefaults
  }
}
