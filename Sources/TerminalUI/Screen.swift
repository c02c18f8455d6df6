/// What happens to a screen.
public enum Event: Equatable, Sendable {
  /// The screen has come into view: first, after a resize, or because the one above it has gone.
  case appeared
  /// A key was pressed.
  case key(Key)
  /// A text was pasted; comes only while letters are text, and without control characters but line feeds where a
  /// text may have several lines.
  case pasted(String)
  /// Time has passed; comes only while the screen asks for it by ``Screen/tick``.
  case tick
  /// The effects that the screen asked for have been performed; the context shows their results.
  case performed
}

/// A screen as a value: it moves on by events, draws itself at any size, and leaves every effect to
/// whoever runs it.
///
/// A context holds what all screens see: the course, the learner, the time, the size.
public protocol Screen<Context, Effect>: Sendable {
  associatedtype Context: Sendable
  associatedtype Effect: Sendable

  /// What the help page calls the screen.
  var name: String { get }
  /// Milliseconds between ticks, nil while nothing moves.
  var tick: Int? { get }
  /// Whether letters are text now, instead of commands.
  var isTyping: Bool { get }
  /// Whether what is typed may have several lines.
  var takesLines: Bool { get }
  /// The keys that mean something now; the footer and the help page are drawn from it.
  func keys(in context: Context) -> [KeyBinding]
  /// Moves on by one event. Knows no clock, disk, randomness or terminal but the context's values.
  mutating func update(_ event: Event, in context: Context) -> Response<Context, Effect>
  /// Draws the state in the context's size, whatever that is.
  func view(in context: Context) -> Frame
}

extension Screen {
  /// Nothing moves by itself.
  public var tick: Int? { nil }
  /// Letters are commands.
  public var isTyping: Bool { false }
  /// A text is one line.
  public var takesLines: Bool { false }
}

/// What a screen wants done after an event: effects in order, then where to go.
public struct Response<Context: Sendable, Effect: Sendable>: Sendable {
  /// Where to go next.
  public enum Transition: Sendable {
    /// Stay here.
    case stay
    /// Leave this screen; the one below it appears.
    case pop
    /// Leave the program.
    case quit
    /// Open a screen on top of this one.
    case push(any Screen<Context, Effect>)
    /// Open a screen in place of this one.
    case replace(any Screen<Context, Effect>)
  }

  /// What to perform, in order, before the transition.
  public var effects: [Effect]
  /// Where to go.
  public var transition: Transition

  /// Makes a response.
  public init(_ effects: [Effect] = [], then transition: Transition = .stay) {
    self.effects = effects
    self.transition = transition
  }

  /// Nothing to do.
  public static var stay: Self { Self() }
  /// Leave this screen.
  public static var pop: Self { Self(then: .pop) }
  /// Leave the program.
  public static var quit: Self { Self(then: .quit) }
  /// Open a screen on top of this one.
  public static func push(_ screen: any Screen<Context, Effect>) -> Self {
    Self(then: .push(screen))
  }
  /// Open a screen in place of this one.
  public static func replace(_ screen: any Screen<Context, Effect>) -> Self {
    Self(then: .replace(screen))
  }
  /// Perform effects and stay.
  public static func perform(_ effects: Effect...) -> Self { Self(effects) }
}

/// The screens that are open, the last one in view.
public struct ScreenStack<Context: Sendable, Effect: Sendable>: Sendable {
  private var screens: [any Screen<Context, Effect>]

  /// Makes a stack with its first screen.
  public init(_ root: any Screen<Context, Effect>) {
    screens = [root]
  }

  /// Opens a screen on top of the others.
  public mutating func push(
    _ screen: any Screen<Context, Effect>, in context: inout Context,
    perform: (Effect, inout Context) -> Void
  ) {
    screens.append(screen)
    handle(.appeared, in: &context, perform: perform)
  }

  /// The screen in view, nil when all have gone.
  public var top: (any Screen<Context, Effect>)? { screens.last }
  /// How many screens are open.
  public var depth: Int { screens.count }

  /// Hands an event to the screen in view, performs what it asks for and follows its transition.
  ///
  /// - Parameters:
  ///   - event: What happened.
  ///   - context: What all screens see; effects may change it.
  ///   - perform: Performs one effect.
  public mutating func handle(
    _ event: Event, in context: inout Context, perform: (Effect, inout Context) -> Void
  ) {
    guard let index = screens.indices.last else { return }
    let response = screens[index].update(event, in: context)
    for effect in response.effects { perform(effect, &context) }
    var followUp: Event? = response.effects.isEmpty || event == .performed ? nil : .performed
    switch response.transition {
    case .stay: break
    case .pop:
      screens.removeLast()
      followUp = .appeared
    case .quit:
      screens.removeAll()
    case .push(let screen):
      screens.append(screen)
      followUp = .appeared
    case .replace(let screen):
      screens[index] = screen
      followUp = .appeared
    }
    if let followUp { handle(followUp, in: &context, perform: perform) }
  }
}
