import Activations
import Figures
import NeuralLab
import TerminalUI
import TextCharts
import Words

/// Gradient flow: two deep networks side by side.
struct FlowScreen: Screen {
  /// The quantity that the bars show.
  enum Measure: CaseIterable {
    case gradient, spread, dead

    /// The quantity's name.
    var words: String {
      switch self {
      case .gradient: Words.Flow.gradient
      case .spread: Words.Flow.spread
      case .dead: Words.Flow.dead
      }
    }
  }

  enum Action: Sendable {
    case turn(Int), slider(Move), otherNetwork, measure, weights, leave
  }

  let name = Words.Flow.name
  private(set) var setups: [FlowSetup]
  private(set) var flows: [GradientFlow]
  private(set) var active = 0
  private(set) var slider = FlowSlider.activation
  private(set) var measure = Measure.gradient

  /// Opens two networks.
  init(_ setups: [FlowSetup]? = nil) {
    self.setups = setups ?? FlowSetup.usual
    flows = self.setups.map(GradientFlow.init)
  }

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    typealias Does = Words.Flow.Keys
    return [
      KeyBinding(
        [("left", [.left, "h"], .turn(-1)), ("right", [.right, "l"], .turn(1))], Does.turn,
        footer: true,
        when: slider != .deviation || setups[active].initialisation.deviation != nil),
      KeyBinding(
        [("up", [.up, "k"], .slider(.up)), ("down", [.down, "j"], .slider(.down))], Does.slider,
        footer: true),
      KeyBinding("other-network", [.tab, .backTab], .otherNetwork, Does.other, footer: true),
      KeyBinding("measure", ["v"], .measure, Does.measure, footer: true),
      KeyBinding("new-weights", ["r"], .weights, Does.weights), .back(.leave),
    ]
  }

  mutating func handle(_ action: Action, in context: AppContext) -> TutorResponse {
    switch action {
    case .turn(let direction): turn(direction)
    case .slider(let move):
      let all = FlowSlider.allCases
      slider = all[move.around(all.firstIndex(of: slider) ?? 0, of: all.count)]
    case .otherNetwork: active = 1 - active
    case .measure:
      let all = Measure.allCases
      measure = all[((all.firstIndex(of: measure) ?? 0) + 1) % all.count]
    case .weights:
      for index in setups.indices {
        setups[index].seed += 1
        flows[index] = GradientFlow(setups[index])
      }
    case .leave: return .pop
    }
    return .stay
  }

  private mutating func turn(_ direction: Int) {
    let before = setups[active]
    slider.turn(&setups[active], direction)
    setups[active].batch = FlowSetup.batch(width: setups[active].width)
    if setups[active] != before { flows[active] = GradientFlow(setups[active]) }
  }

  /// The values of a network's bars, from the input or the first layer on.
  func values(_ index: Int) -> [Double] {
    switch measure {
    case .gradient: flows[index].gradient
    case .spread: flows[index].spread
    case .dead: flows[index].dead
    }
  }

  /// The number of the layer of the first value.
  var firstLayer: Int { measure == .gradient ? 0 : 1 }

  /// The change of a network's gradient.
  func fate(_ index: Int) -> Words.Flow.Fate {
    switch flows[index].verdict {
    case .stable: .arrives
    case .decays: .decays
    case .grows: .grows
    case .vanishes: .vanishes
    case .explodes: .explodes
    }
  }

  /// The fraction of the gradient that reaches the input.
  func share(_ index: Int) -> String { GradientInstrument.short(flows[index].share) }
}
