public import TerminalUI
import Words

/// The open screens, and the keys that mean the same on all of them.
public struct TutorSession: Sendable {
  private var stack: ScreenStack<AppContext, Effect>

  /// Begins with a screen on top of the home screen, or with the home screen alone.
  public init(opening screen: TutorScreen? = nil) {
    stack = ScreenStack(HomeScreen())
    first = screen
  }

  private var first: TutorScreen?

  /// The screen in view; nil once the learner has left.
  var top: TutorScreen? { stack.top }

  /// Whether the learner has left.
  public var isOver: Bool { stack.top == nil }

  /// Milliseconds until the screen in view wants to move on by itself.
  public var tick: Int? { stack.top?.tick }

  /// Shows the first screen.
  public mutating func start(
    in context: inout AppContext, perform: (Effect, inout AppContext) -> Void
  ) {
    stack.handle(.appeared, in: &context, perform: perform)
    if let first {
      self.first = nil
      stack.push(first, in: &context, perform: perform)
    }
  }

  /// Hands an event to the screen in view, after the keys that every screen shares.
  public mutating func handle(
    _ event: Event, in context: inout AppContext, perform: (Effect, inout AppContext) -> Void
  ) {
    guard let top = stack.top else { return }
    var event = event
    if case .key(let pressed) = event {
      context.notice = nil
      let isTyping = top.isTyping
      let key = context.keyMap.meaning(of: pressed, isTyping: isTyping)
      event = .key(key)
      if !isTyping, key == .character("?"), !(top is HelpScreen) {
        let help = HelpScreen(about: top.name, bindings: top.keys(in: context))
        stack.push(help, in: &context, perform: perform)
        return
      }
      if !isTyping, key == .character("a") {
        perform(.setCharset(context.charset.next), &context)
        stack.handle(.appeared, in: &context, perform: perform)
        return
      }
    }
    stack.handle(event, in: &context, perform: perform)
  }

  /// So many code points of a pasted text are taken at most.
  private static let longestPaste = 10_000

  /// Takes a pasted text, all at once: where letters are text it is added, a line's end as a blank where there is
  /// only one line; elsewhere it is no row of commands, and nothing happens.
  public mutating func paste(
    _ text: String, in context: inout AppContext, perform: (Effect, inout AppContext) -> Void
  ) {
    guard let top = stack.top, top.isTyping else {
      context.notice = Words.Notices.pasteIgnored
      return
    }
    context.notice = nil
    let lineEnd: Character = top.takesLines ? "\n" : " "
    let kept = String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.longestPaste)))
    let pasted = kept.compactMap { character -> Character? in
      if character.isNewline { return lineEnd }
      if character == "\t" { return " " }
      return character.isControl ? nil : character
    }
    stack.handle(.pasted(String(pasted)), in: &context, perform: perform)
  }

  /// The screen in view, drawn.
  public func view(in context: AppContext) -> Frame {
    stack.top?.view(in: context) ?? Frame(context.size)
  }
}
