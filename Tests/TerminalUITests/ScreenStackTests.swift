import Testing

@testable import TerminalUI

private struct Counter: Screen {
  typealias Context = [String]
  typealias Effect = String

  var name: String
  var isTyping = false
  var events: [Event] = []

  enum Action: Sendable {
    case push, perform, pop, quit
  }

  func bindings(in context: [String]) -> [KeyBinding<Action>] {
    [
      KeyBinding(["p"], .push, "push"), KeyBinding(["e"], .perform, "perform"),
      KeyBinding([.escape], .pop, "pop"), KeyBinding(["q"], .quit, "quit"),
    ]
  }

  mutating func handle(
    _ action: Action, in context: [String]
  ) -> Response<[String], String> {
    switch action {
    case .push: return .push(Counter(name: name + "+"))
    case .perform: return .perform("effect of \(name)")
    case .pop: return Response(["bye \(name)"], then: .pop)
    case .quit: return .quit
    }
  }

  mutating func update(_ event: Event, in context: [String]) -> Response<[String], String> {
    events.append(event)
    return .stay
  }

  func view(in context: [String]) -> Frame { Frame(Size(width: 1, height: 1)) }
}

struct ScreenStackTests {
  private func run(_ keys: [Key]) -> (ScreenStack<[String], String>, [String]) {
    var stack = ScreenStack<[String], String>(Counter(name: "home"))
    var log: [String] = []
    for key in keys {
      stack.handle(.key(key), in: &log) { effect, context in context.append(effect) }
    }
    return (stack, log)
  }

  @Test func pushedScreensLieOnTopAndTellTheirEffectsBeforeTheyGo() {
    #expect(run([.character("p")]).0.top?.name == "home+")
    let (stack, log) = run([.character("p"), .character("e"), .escape])
    #expect(stack.top?.name == "home")
    #expect(log == ["effect of home+", "bye home+"])
  }

  @Test func poppingTheLastScreenOrQuittingLeavesNone() {
    #expect(run([.escape]).0.top == nil)
    #expect(run([.character("p"), .character("q")]).0.depth == 0)
  }

  @Test func aScreenIsToldOfTextAndThePointerButOfNoKey() {
    var screen = Counter(name: "a")
    _ = screen.respond(to: .key("x"), in: [])
    _ = screen.respond(to: .key(.enter), in: [])
    #expect(screen.events.isEmpty)
    let pointer = Pointer(.press, at: Point(x: 1, y: 2))
    _ = screen.respond(to: .key(.pointer(pointer)), in: [])
    #expect(screen.events == [.pointer(pointer)])
    screen.isTyping = true
    _ = screen.respond(to: .key("x"), in: [])
    _ = screen.respond(to: .key(.character("\u{1B}")), in: [])
    #expect(screen.events == [.pointer(pointer), .text("x")])
  }

  @Test func keysHaveWords() {
    #expect(Key(word: "Down") == .down)
    #expect(Key(word: "C-l") == .control("l"))
    #expect(Key(word: "x") == .character("x"))
    #expect(Key(word: "F5") == .function(5))
    #expect(Key(word: "Downn") == nil)
  }
}
