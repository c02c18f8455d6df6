import Synchronization
import Testing

@testable import TerminalUI

private struct Ask: ScreenEffect {
  typealias Answer = Int
  var text: String
}

private struct Counter: Screen {
  typealias Context = [String]
  typealias Effect = Ask
  typealias Route = String

  var name: String
  var isTyping = false
  var events: [ScreenEvent<Int>] = []

  enum Action: Sendable {
    case push, perform, pop, quit
  }

  func bindings(in context: [String]) -> [KeyBinding<Action>] {
    [
      KeyBinding("push", ["p"], .push, "push"), KeyBinding("perform", ["e"], .perform, "perform"),
      KeyBinding("back", [.escape], .pop, "pop"), KeyBinding("quit", ["q"], .quit, "quit"),
    ]
  }

  mutating func handle(
    _ action: Action, in context: [String]
  ) -> Response<Ask, String> {
    switch action {
    case .push: return .push(name + "+")
    case .perform: return .perform(Ask(text: "effect of \(name)"))
    case .pop: return Response([Ask(text: "bye \(name)")], then: .pop)
    case .quit: return .quit
    }
  }

  mutating func update(
    _ event: ScreenEvent<Int>, in context: [String]
  ) -> Response<Ask, String> {
    events.append(event)
    if case .answered(let number) = event {
      return .perform(Ask(text: "\(name) was told \(number)"))
    }
    return .stay
  }

  func view(in context: [String]) -> Frame { Frame(Size(width: 1, height: 1)) }
}

struct ScreenStackTests {
  private func run(_ keys: [Key]) -> (ScreenStack<[String], Ask, String>, [String]) {
    var stack = ScreenStack<[String], Ask, String>(Counter(name: "home")) { name, _ in
      Counter(name: name)
    }
    var log: [String] = []
    for key in keys {
      stack.handle(.key(key), in: &log) { effect, context in
        context.append(effect.text)
        return effect.text.contains("told") ? nil : effect.text.count
      }
    }
    return (stack, log)
  }

  @Test func pushedScreensAreOnTopAndTheirEffectsPrecedeTheirEnd() {
    #expect(run([.character("p")]).0.top?.name == "home+")
    let (stack, log) = run([.character("p"), .character("e"), .escape])
    #expect(stack.top?.name == "home")
    #expect(log == ["effect of home+", "home+ was told 15", "bye home+"])
  }

  @Test func anEffectWithoutAnAnswerSendsNoEvent() throws {
    var stack = ScreenStack<[String], Ask, String>(Counter(name: "home")) { name, _ in
      Counter(name: name)
    }
    var context: [String] = []
    stack.handle(.key(.character("e")), in: &context) { _, _ in nil }
    let counter = try #require(stack.top as? Counter)
    #expect(counter.events.isEmpty)
  }

  @Test func theDebugLogContainsEventsAndTransitions() {
    let lines = Mutex<[String]>([])
    var stack = ScreenStack<[String], Ask, String>(Counter(name: "home")) { name, _ in
      Counter(name: name)
    }
    stack.trace = { line in lines.withLock { $0.append(line) } }
    var context: [String] = []
    for key in [Key.character("p"), .character("e"), .escape] {
      stack.handle(.key(key), in: &context) { _, _ in nil }
    }
    #expect(
      lines.withLock { $0 } == [
        "event key p, home", "transition push home+", "event appeared, home+", "event key e, home+",
        "event key Esc, home+", "transition pop", "event appeared, home",
      ])
  }

  @Test(arguments: [
    (ScreenEvent<Int>.key(.character("x")), false, "key x"),
    (.key(.character("x")), true, "key character"),
    (.key(.character("3")), true, "key character"), (.key(.character("3")), false, "key answer"),
    (.key(.character("t")), false, "key answer"), (.key(.character("f")), false, "key answer"),
    (.key(.space), true, "key character"), (.key(.space), false, "key Space"),
    (.key(.character("é")), true, "key character"), (.key(.down), true, "key Down"),
    (.text("secret"), true, "text"), (.tick, false, "tick"),
  ])
  func theDebugLogHidesInput(event: ScreenEvent<Int>, isTyping: Bool, line: String) {
    #expect(event.traced(isTyping: isTyping) == line)
  }

  @Test func poppingTheLastScreenOrQuittingLeavesNone() {
    #expect(run([.escape]).0.top == nil)
    #expect(run([.character("p"), .character("q")]).0.depth == 0)
  }

  @Test func screensReceiveTextAndPointerEventsButNoKeys() {
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

  @Test func keysHaveNames() {
    #expect(Key(word: "Down") == .down)
    #expect(Key(word: "C-l") == .control("l"))
    #expect(Key(word: "x") == .character("x"))
    #expect(Key(word: "F5") == .function(5))
    #expect(Key(word: "Downn") == nil)
  }
}
