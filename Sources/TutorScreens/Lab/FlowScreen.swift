import Activations
import Figures
import NeuralLab
import TerminalUI
import TextCharts
import Words

/// Gradient flow: two deep networks side by side, and what arrives where.
struct FlowScreen: Screen {
  /// What the bars show.
  enum Measure: CaseIterable {
    case gradient, spread, dead

    /// What it is called.
    var words: String {
      switch self {
      case .gradient: Words.Flow.gradient
      case .spread: Words.Flow.spread
      case .dead: Words.Flow.dead
      }
    }
  }

  let name = Words.Flow.name
  private(set) var setups: [FlowSetup]
  private(set) var flows: [GradientFlow]
  private(set) var active = 0
  private(set) var slider = FlowSlider.activation
  private(set) var measure = Measure.gradient

  init() {
    setups = ["sigmoid", "relu"].enumerated().compactMap { index, name in
      FlowSlider.activations.first { $0.activation.id == name }.map {
        FlowSetup(
          width: 64, depth: 30, activation: $0, initialisation: index == 0 ? .glorot : .he,
          batch: 32)
      }
    }
    flows = setups.map(GradientFlow.init)
  }

  func keys(in context: AppContext) -> [KeyBinding] {
    typealias Does = Words.Flow.Keys
    return [
      KeyBinding([.left, .right], Does.turn, footer: true, label: "← →"),
      KeyBinding([.up, .down], Does.slider, footer: true, label: "↑ ↓"),
      KeyBinding([.tab], Does.other, footer: true),
      KeyBinding("v", Does.measure, footer: true),
      KeyBinding("r", Does.weights),
      KeyBinding([.escape, .character("q")], Words.Common.back, footer: true),
    ]
  }

  mutating func update(_ event: Event, in context: AppContext) -> TutorResponse {
    guard let key = event.key else { return .stay }
    let sliders = FlowSlider.allCases
    let place = sliders.firstIndex(of: slider) ?? 0
    switch key {
    case _ where key.leaves: return .pop
    case _ where key.goesUp: slider = sliders[(place + sliders.count - 1) % sliders.count]
    case _ where key.goesDown: slider = sliders[(place + 1) % sliders.count]
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
    slider.turn(&setups[active], direction)
    // Wide networks are sent fewer samples, so that the bars follow the slider.
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

  /// What became of a network's gradient.
  func fate(_ index: Int) -> Words.Flow.Fate {
    switch flows[index].verdict {
    case .stable: .arrives
    case .decays: .decays
    case .grows: .grows
    case .vanishes: .vanishes
    case .explodes: .explodes
    }
  }

  /// How much of the gradient arrived.
  func share(_ index: Int) -> String { GradientInstrument.short(flows[index].share) }
}
