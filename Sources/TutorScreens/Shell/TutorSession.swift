public import Figures
import Practice
public import TerminalUI
import Words

/// The open screens, and the keys that all of them share.
public struct TutorSession: Sendable {
  private var stack: ScreenStack<AppContext, Effect, Route>

  /// Opens a screen on top of the home screen, or the home screen alone.
  ///
  /// - Parameters:
  ///   - route: The screen.
  ///   - isAlone: Whether leaving that screen leaves the program.
  package init(opening route: Route? = nil, isAlone: Bool = false) {
    stack = ScreenStack(HomeScreen()) { route, context in route.screen(in: context) }
    first = route
    self.isAlone = isAlone
  }

  /// Begins with the plot explorer.
  public init(plotting state: PlotState) { self.init(opening: .plot(.state(state))) }

  private var first: Route?
  private let isAlone: Bool

  /// Receives a line for every event and transition; nil without a debug log.
  public var trace: (@Sendable (String) -> Void)? {
    get { stack.trace }
    set { stack.trace = newValue }
  }

  /// The visible screen; nil once the learner has quit.
  var top: TutorScreen? { stack.top }

  /// Whether letters are text input instead of commands.
  var isTyping: Bool { stack.top?.isTyping ?? false }

  /// Whether the learner has quit.
  public var isOver: Bool { stack.top == nil }

  /// Milliseconds until the next tick of the visible screen.
  public var tick: Int? { stack.top?.tick }

  /// Shows the first screen.
  public mutating func start(
    in context: inout AppContext, perform: (Effect, inout AppContext) -> Effect.Answer?
  ) {
    stack.handle(.appeared, in: &context, perform: perform)
    if let first {
      self.first = nil
      stack.push(first, in: &context, perform: perform)
      if isAlone { stack.closeBelow() }
    }
  }

  /// Handles the shared keys, and passes other events to the visible screen.
  public mutating func handle(
    _ event: Event, in context: inout AppContext,
    perform: (Effect, inout AppContext) -> Effect.Answer?
  ) {
    guard let top = stack.top else { return }
    context.keyMap = keyMap(in: context)
    guard case .key(let pressed) = event else {
      stack.handle(event, in: &context, perform: perform)
      return
    }
    context.statusMessage = nil
    if context.variesSeed {
      var generator = SeededGenerator(seed: context.seed)
      context.seed = generator.next()
    }
    let key = context.keyMap.meaning(of: pressed, isTyping: top.isTyping)
    switch action(for: key) {
    case .help where !(top is HelpScreen):
      let help = Route.help(name: top.name, hints: top.hints(in: context))
      stack.push(help, in: &context, perform: perform)
    case .charset:
      _ = perform(.setCharset(context.charset.next), &context)
      stack.handle(.appeared, in: &context, perform: perform)
    default: pass(key, in: &context, perform: perform)
    }
  }

  /// Passes a key to the visible screen, and says so if the key has no action there.
  ///
  /// The help page closes at a key that it does not use, and the screen below receives that key.
  private mutating func pass(
    _ key: Key, in context: inout AppContext, perform: (Effect, inout AppContext) -> Effect.Answer?
  ) {
    guard !stack.handle(.key(key), in: &context, perform: perform), let top = stack.top else {
      return
    }
    if top is HelpScreen {
      guard let below = stack.below, below.binds(key, in: context) else { return }
      stack.handle(.key(.escape), in: &context, perform: perform)
      return pass(key, in: &context, perform: perform)
    }
    // A game goes on.
    guard top.tick == nil, !top.isTyping, context.statusMessage == nil else { return }
    context.statusMessage = Words.StatusMessages.unknownKey(context.keyNames)
  }

  /// The learner's key remapping on the screen in view.
  private func keyMap(in context: AppContext) -> KeyMap {
    context.keyMap.on((stack.top?.hints(in: context) ?? []) + Screens.sharedKeys)
  }

  /// The context with the key remapping of the screen in view.
  func mapped(_ context: AppContext) -> AppContext {
    var copy = context
    copy.keyMap = keyMap(in: context)
    copy.isTyping = isTyping
    return copy
  }

  /// The shared action of a key in the present state, if it has one.
  private func action(for key: Key) -> SharedAction? {
    if case .character = key, stack.top?.isTyping == true { return nil }
    return Self.bindings.action(for: key)
  }

  /// Whether a physical key requests a full redraw.
  public func asksForRedraw(_ pressed: Key, in context: AppContext) -> Bool {
    let key = keyMap(in: context).meaning(of: pressed, isTyping: isTyping)
    if case .redraw? = action(for: key) { return true }
    return false
  }

  /// The maximum number of code points of a paste.
  private static let longestPaste = 10_000

  /// Handles a paste: inserts it into a text field, with line endings as spaces if the field has one line.
  ///
  /// Elsewhere pasted text is not executed as keys.
  public mutating func paste(
    _ text: String, in context: inout AppContext,
    perform: (Effect, inout AppContext) -> Effect.Answer?
  ) {
    guard let top = stack.top, top.isTyping else {
      context.statusMessage = Words.StatusMessages.pasteIgnored
      return
    }
    context.statusMessage = nil
    let lineEnd: Character = top.takesLines ? "\n" : " "
    let kept = String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.longestPaste)))
    let pasted = kept.compactMap { character -> Character? in
      if character.isNewline { return lineEnd }
      if character == "\t" { return " " }
      return character.isControl ? nil : character
    }
    stack.handle(.text(String(pasted)), in: &context, perform: perform)
  }

  /// Draws the visible screen.
  public func view(in context: AppContext) -> Frame {
    guard let top = stack.top else { return Frame(context.size) }
    let context = mapped(context)
    var own = top.view(in: context)
    own.focus = own.focus ?? own.selectionStart
    guard !context.isPlain, let below = stack.below, top.isOverlay else { return own }
    var frame = top.view(over: below.view(in: context), in: context)
    frame.focus = own.focus ?? frame.selectionStart
    return frame
  }
}

extension TutorSession {
  /// The actions that every screen shares.
  enum SharedAction: Sendable {
    case help, charset, redraw, suspend
  }

  /// Opens the help page.
  static let help = KeyBinding("help", ["?"], SharedAction.help, Words.Frame.keys, footer: true)

  /// The bindings of every screen; the caller performs `redraw`, and the terminal `suspend`.
  static let bindings = [
    help, KeyBinding("charset", ["a"], .charset, Words.Help.charset),
    KeyBinding("redraw", [.control("l")], .redraw, Words.Help.redraw),
    KeyBinding("suspend", [.control("z")], .suspend, Words.Help.sleep),
  ]
}
