import Testing

@testable import TerminalUI

private struct Counter: Screen {
  typealias Context = [String]
  typealias Effect = String

  var name: String
  var count = 0

  func keys(in context: [String]) -> [KeyBinding] { [] }

  mutating func update(_ event: Event, in context: [String]) -> Response<[String], String> {
    switch event {
    case .key(.character("p")): return .push(Counter(name: name + "+"))
    case .key(.character("e")): return .perform("effect of \(name)")
    case .key(.escape): return Response(["bye \(name)"], then: .pop)
    case .key(.character("q")): return .quit
    default:
      count += 1
      return .stay
    }
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

  @Test func keysHaveWords() {
    #expect(Key(word: "Down") == .down)
    #expect(Key(word: "C-l") == .control("l"))
    #expect(Key(word: "x") == .character("x"))
    #expect(Key(word: "F5") == .function(5))
    #expect(Key(word: "Downn") == nil)
  }
}
