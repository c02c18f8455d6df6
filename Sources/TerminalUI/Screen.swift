/// An effect that a screen asks for, with the type of its answer.
public protocol ScreenEffect: Sendable {
  /// The result of performing an effect; `Never` if no effect has one.
  associatedtype Answer: Equatable & Sendable
}

/// An event for a screen.
public enum ScreenEvent<Answer: Equatable & Sendable>: Equatable, Sendable {
  /// The screen came into view: at first, after a resize, or because the screen above it was closed.
  case appeared
  /// A key was pressed. Screens receive its action instead, see ``Screen/respond(to:in:)``.
  case key(Key)
  /// The mouse was used while the terminal reports it.
  case pointer(Pointer)
  /// Text was typed or pasted; only sent while ``Screen/isTyping`` is set.
  ///
  /// It contains no control characters, except line feeds where the field accepts several lines.
  case text(String)
  /// Time has passed; only sent while ``Screen/tick`` is set.
  case tick
  /// The answer to an effect that the screen requested; only sent if the screen is still on top.
  case answered(Answer)
}

/// A screen as a value: it is updated by actions and events, draws itself at any size, and returns effects for the caller
/// to perform.
///
/// The context holds what all screens share: lesson, learner, time, size.
public protocol Screen<Context, Effect, Route>: Sendable {
  associatedtype Context: Sendable
  associatedtype Effect: ScreenEffect
  /// Names a screen that this one can open, with what that one needs to begin.
  associatedtype Route: Sendable
  /// The actions of the screen's keys.
  associatedtype Action: Sendable = Never

  /// The screen's name on the help page.
  var name: String { get }
  /// The milliseconds between ticks, nil while nothing moves.
  var tick: Int? { get }
  /// Whether characters are text input instead of commands.
  var isTyping: Bool { get }
  /// Whether the text input accepts several lines.
  var takesLines: Bool { get }
  /// Whether a line of text input is accepted as a whole, rather than searched for while it is typed.
  var acceptsLines: Bool { get }
  /// The key bindings in the present state; no key is in two of them.
  ///
  /// Dispatch, footer, help page and manual page use nothing else.
  func bindings(in context: Context) -> [KeyBinding<Action>]
  /// Performs the action of a key.
  ///
  /// It knows no clock, disk, randomness or terminal, only the context's values.
  mutating func handle(_ action: Action, in context: Context) -> Response<Effect, Route>
  /// Updates the state for an event other than a key.
  mutating func update(
    _ event: ScreenEvent<Effect.Answer>, in context: Context
  ) -> Response<Effect, Route>
  /// Draws the state at the context's size, which may be any size.
  func view(in context: Context) -> Frame
  /// Whether the screen below stays visible around it.
  var isOverlay: Bool { get }
  /// Draws the state over the screen below, for an overlay.
  func view(over below: Frame, in context: Context) -> Frame
}

extension Screen {
  /// No ticks.
  public var tick: Int? { nil }
  /// Characters are commands.
  public var isTyping: Bool { false }
  /// Text input has one line.
  public var takesLines: Bool { false }
  /// A line is accepted as a whole.
  public var acceptsLines: Bool { true }
  /// The screen below is hidden.
  public var isOverlay: Bool { false }
  /// The state alone.
  public func view(over below: Frame, in context: Context) -> Frame { view(in: context) }
  /// No event other than a key has an effect.
  public mutating func update(
    _ event: ScreenEvent<Effect.Answer>, in context: Context
  ) -> Response<Effect, Route> {
    .stay
  }

  /// The bindings of the footer as text; evaluates the others no further.
  public func footer(in context: Context) -> [KeyHint] {
    bindings(in: context).compactMap { $0.isInFooter ? $0.hint : nil }
  }

  /// The bindings as text.
  public func hints(in context: Context) -> [KeyHint] { bindings(in: context).map { $0.hint } }

  /// Whether a key has an action in the present state.
  public func binds(_ key: Key, in context: Context) -> Bool {
    bindings(in: context).action(for: key) != nil
  }

  /// Updates the state for one event.
  ///
  /// A key performs the action that a binding gives it. Without a binding, a character is text while ``isTyping`` is set, and
  /// any other key has no effect.
  public mutating func respond(
    to event: ScreenEvent<Effect.Answer>, in context: Context
  ) -> Response<Effect, Route> {
    guard case .key(let key) = event else { return update(event, in: context) }
    if let action = bindings(in: context).action(for: key) { return handle(action, in: context) }
    switch key {
    case .character(let character) where isTyping && !character.isControl:
      return update(.text(String(character)), in: context)
    case .pointer(let pointer): return update(.pointer(pointer), in: context)
    default: return .unbound
    }
  }
}

/// A screen's response to an event: effects in order, then a transition.
public struct Response<Effect: ScreenEffect, Route: Sendable>: Sendable {
  public enum Transition: Sendable {
    /// Stay on this screen.
    case stay
    /// Close this screen; the one below it appears.
    case pop
    /// Ends the program.
    case quit
    /// Opens a screen on top of this one.
    case push(Route)
    /// Replaces this screen by another.
    case replace(Route)
  }

  /// Effects to perform in order before the transition.
  public var effects: [Effect]
  public var transition: Transition
  /// Whether the event was a key without an action.
  public private(set) var isUnbound = false

  public init(_ effects: [Effect] = [], then transition: Transition = .stay) {
    self.effects = effects
    self.transition = transition
  }

  /// No effects, no transition.
  public static var stay: Self { Self() }
  /// The response to a key that has no action.
  static var unbound: Self {
    var response = Self()
    response.isUnbound = true
    return response
  }
  /// Closes this screen.
  public static var pop: Self { Self(then: .pop) }
  /// Ends the program.
  public static var quit: Self { Self(then: .quit) }
  /// Opens a screen on top of this one.
  public static func push(_ route: Route) -> Self { Self(then: .push(route)) }
  /// Replaces this screen by another.
  public static func replace(_ route: Route) -> Self { Self(then: .replace(route)) }
  /// Performs effects and stays.
  public static func perform(_ effects: Effect...) -> Self { Self(effects) }
}

/// The open screens; the last one is on top and visible.
public struct ScreenStack<Context: Sendable, Effect: ScreenEffect, Route: Sendable>: Sendable {
  private var screens: [any Screen<Context, Effect, Route>]
  private let makeScreen: @Sendable (Route, Context) -> any Screen<Context, Effect, Route>
  /// Receives a line for every event and transition; nil without a debug log.
  public var trace: (@Sendable (String) -> Void)?

  /// Makes a stack with one screen.
  ///
  /// - Parameters:
  ///   - root: The screen under all others.
  ///   - makeScreen: Makes the screen that a route names.
  public init(
    _ root: any Screen<Context, Effect, Route>,
    makeScreen: @escaping @Sendable (Route, Context) -> any Screen<Context, Effect, Route>
  ) {
    screens = [root]
    self.makeScreen = makeScreen
  }

  /// Opens a screen on top of the others.
  public mutating func push(
    _ route: Route, in context: inout Context,
    perform: (Effect, inout Context) -> Effect.Answer?
  ) {
    screens.append(makeScreen(route, context))
    handle(.appeared, in: &context, perform: perform)
  }

  /// Closes the screens below the visible one, so that leaving it leaves the program.
  public mutating func closeBelow() { screens.removeFirst(max(0, screens.count - 1)) }

  /// The visible screen; nil when all are closed.
  public var top: (any Screen<Context, Effect, Route>)? { screens.last }
  /// The number of open screens.
  public var depth: Int { screens.count }
  /// The screen below the visible one.
  public var below: (any Screen<Context, Effect, Route>)? { screens.dropLast().last }

  /// Passes an event to the visible screen, performs its effects and follows its transition.
  ///
  /// - Parameters:
  ///   - event: The event.
  ///   - context: The shared context, which effects may change.
  ///   - perform: Performs one effect and returns its answer, nil if it has none.
  /// - Returns: Whether the event had a meaning: all have but keys without an action.
  @discardableResult
  public mutating func handle(
    _ event: ScreenEvent<Effect.Answer>, in context: inout Context,
    perform: (Effect, inout Context) -> Effect.Answer?
  ) -> Bool {
    guard let index = screens.indices.last else { return true }
    trace?("event \(event.traced(isTyping: screens[index].isTyping)), \(screens[index].name)")
    let response = screens[index].respond(to: event, in: context)
    var followUps: [ScreenEvent<Effect.Answer>] = []
    for effect in response.effects {
      if let answer = perform(effect, &context) { followUps.append(.answered(answer)) }
    }
    switch response.transition {
    case .stay: break
    case .pop:
      screens.removeLast()
      followUps = [.appeared]
    case .quit:
      screens.removeAll()
    case .push(let route):
      screens.append(makeScreen(route, context))
      followUps = [.appeared]
    case .replace(let route):
      screens[index] = makeScreen(route, context)
      followUps = [.appeared]
    }
    if let trace, let transition = response.transition.traced(to: top?.name ?? "") {
      trace("transition \(transition)")
    }
    let depth = screens.count
    for event in followUps where screens.count == depth {
      handle(event, in: &context, perform: perform)
    }
    return !response.isUnbound
  }
}
