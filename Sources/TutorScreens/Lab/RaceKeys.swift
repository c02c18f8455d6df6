import NeuralLab
import TerminalUI
import Words

extension RaceScreen {
  enum Action: Sendable {
    /// Starts the race with a guess, starts or pauses it, runs one epoch or all, or goes back to the start.
    case guess(Int)
    case play, epoch, finish, restart
    /// Repeats the race with other seeds.
    case seeds
    case pace(Int)
    /// Selects a setting, or the contestant whose boundary is drawn.
    case select(Move)
    /// Changes the selected setting.
    case turn(Int)
    case rate(Int)
    case measure, leave
  }

  func bindings(in context: AppContext) -> [KeyBinding<Action>] {
    typealias Does = Words.Race.Keys
    let isWaiting = mode == .waiting
    let isReady = isWaiting && progress != nil
    let goesOn = mode == .paused || mode == .running || mode == .stepping || mode == .finishing
    let isMoving = goesOn && mode != .paused
    return [
      .digits(
        "choice", setup.activations.count, Action.guess, Does.guess, footer: true, when: isReady),
      KeyBinding(
        "play", isWaiting ? [.space, .enter] : [.space], .play,
        isWaiting ? Does.start : isMoving ? Does.pause : Does.resume, footer: true,
        when: isReady || goesOn),
      KeyBinding(
        "finish", [.enter], .finish, Does.finish, footer: true, when: goesOn && mode != .finishing),
      KeyBinding(
        [("faster", ["+", "="], .pace(1)), ("slower", ["-"], .pace(-1))], Does.pace, footer: true,
        when: mode == .running || mode == .paused),
      KeyBinding(
        "seeds", ["R"], .seeds, Does.seeds, footer: true,
        when: mode == .over && finished.count == 1),
      KeyBinding("restart", ["r"], .restart, Does.restart, footer: true, when: !isWaiting),
      KeyBinding(
        [("up", [.up, "k"], .select(.up)), ("down", [.down, "j"], .select(.down))],
        isWaiting ? Does.setting : Does.boundary, footer: true,
        when: isWaiting || canSelectLane),
      KeyBinding(
        [("left", [.left, "h"], .turn(-1)), ("right", [.right, "l"], .turn(1))], Does.change,
        footer: true, when: isWaiting),
      KeyBinding("epoch", ["."], .epoch, Does.epoch, when: isReady || mode == .paused),
      KeyBinding(
        "measure", ["m"], .measure, showsLoss ? Does.accuracy : Does.loss, when: !isWaiting),
      KeyBinding(
        [("decrease", ["["], .rate(-1)), ("increase", ["]"], .rate(1))], Does.rate, when: goesOn),
      .back(.leave),
    ]
  }

  mutating func handle(_ action: Action, in context: AppContext) -> TutorResponse {
    switch action {
    case .guess(let index): start(expecting: index)
    case .play: play()
    case .epoch: return step()
    case .finish: finish()
    case .restart: begin()
    case .seeds: compare()
    case .pace(let step): changePace(step)
    case .select(let move): return select(move)
    case .turn(let direction): return turn(direction, context)
    case .rate(let direction): changeRate(direction)
    case .measure: toggleMeasure()
    case .leave: return TutorResponse([.lab(.endTraining)], then: .pop)
    }
    return .stay
  }
}
