import Activations
import NeuralLab
import TerminalUI
import TextCharts

/// Gradient flow: two deep networks side by side, and what arrives where.
struct FlowScreen: Screen {
  /// What the bars show.
  enum Measure: String, CaseIterable {
    case gradient = "gradient that arrives"
    case spread = "spread of the activations"
    case dead = "dead units"
  }

  let name = "Gradient flow"
  private(set) var setups: [FlowSetup]
  private(set) var flows: [GradientFlow]
  private(set) var active = 0
  private(set) var dial = FlowDial.activation
  private(set) var measure = Measure.gradient

  init() {
    setups = ["sigmoid", "relu"].enumerated().compactMap { index, name in
      FlowDial.activations.first { $0.activation.id == name }.map {
        FlowSetup(
          width: 64, depth: 30, activation: $0, initialisation: index == 0 ? .glorot : .he,
          batch: 32)
      }
    }
    flows = setups.map(GradientFlow.init)
  }

  func keys(in context: Surroundings) -> [KeyBinding] {
    [
      KeyBinding([.left, .right], "turn", footer: true, label: "← →"),
      KeyBinding([.up, .down], "dial", footer: true, label: "↑ ↓"),
      KeyBinding([.tab], "the other network", footer: true),
      KeyBinding("v", "what the bars show", footer: true),
      KeyBinding("r", "other weights"),
      KeyBinding([.escape, .character("q")], "back", footer: true),
    ]
  }

  mutating func update(_ event: Event, in context: Surroundings) -> TutorResponse {
    guard let key = event.key else { return .stay }
    let dials = FlowDial.allCases
    let place = dials.firstIndex(of: dial) ?? 0
    switch key {
    case _ where key.leaves: return .pop
    case _ where key.goesUp: dial = dials[(place + dials.count - 1) % dials.count]
    case _ where key.goesDown: dial = dials[(place + 1) % dials.count]
    case _ where key.goesLeft: turn(-1)
    case _ where key.goesRight: turn(1)
    case .tab, .backTab: active = 1 - active
    case .character("v"):
      let all = Measure.allCases
      measure = all[((all.firstIndex(of: measure) ?? 0) + 1) % all.count]
    case .character("r"):
      for index in setups.indices {
        setups[index].seed += 1
        flows[index] = GradientFlow(setups[index])
      }
    default: break
    }
    return .stay
  }

  private mutating func turn(_ direction: Int) {
    let before = setups[active]
    dial.turn(&setups[active], direction)
    // Wide networks are sent fewer samples, so that the bars follow the dial.
    setups[active].batch = max(8, min(32, 2048 / setups[active].width))
    if setups[active] != before { flows[active] = GradientFlow(setups[active]) }
  }

  /// What the bars of a network stand for, the input's or the first layer's first.
  func values(_ index: Int) -> [Double] {
    switch measure {
    case .gradient: flows[index].gradient
    case .spread: flows[index].spread
    case .dead: flows[index].dead
    }
  }

  /// The number of the layer that the first value belongs to.
  var firstLayer: Int { measure == .gradient ? 0 : 1 }

  /// What became of the gradient, in a few words.
  func verdict(_ index: Int) -> String {
    let flow = flows[index]
    let share = GradientInstrument.short(flow.share)
    switch flow.verdict {
    case .stable: return "arrives: \(share) of it"
    case .decays: return "decays to \(share)"
    case .grows: return "grows to \(share)"
    case .vanishes: return "vanishes: \(share)"
    case .explodes: return "explodes: \(share)"
    }
  }
}
