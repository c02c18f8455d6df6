import CursesTerminal
import TerminalUI

/// The effects of the screen: none.
struct NoEffect: ScreenEffect {
  typealias Answer = Never
}

/// A number that keys change: the smallest screen with a table of keys.
struct Counter: Screen {
  enum Action: Sendable {
    case add(Int), reset, leave
  }

  let name = "Counter"
  private var count = 0

  func bindings(in size: Size) -> [KeyBinding<Action>] {
    [
      KeyBinding(
        [("up", [.up, "+"], .add(1)), ("down", [.down, "-"], .add(-1))], "change", footer: true),
      KeyBinding("reset", ["0"], .reset, "reset", footer: true, when: count != 0),
      KeyBinding("back", ["q", .escape], .leave, "quit", footer: true),
    ]
  }

  mutating func handle(_ action: Action, in size: Size) -> Response<NoEffect, String> {
    switch action {
    case .add(let number): count += number
    case .reset: count = 0
    case .leave: return .pop
    }
    return .stay
  }

  func view(in size: Size) -> Frame {
    var frame = Frame(size)
    frame.write("The count is \(count).", x: 2, y: 1, .heading, .bold)
    var x = 2
    for hint in hints(in: size) where hint.isAvailable {
      x = frame.write(hint.footerLabel(.symbols(.braille)) + " ", x: x, y: 3, .accent, .bold)
      x = frame.write(hint.words + "   ", x: x, y: 3, .dim)
    }
    return frame
  }
}

@main
enum Main {
  static func main() throws {
    let terminal = try CursesTerminal(
      colors: .auto, noColor: false, crashMessage: "counter crashed")
    defer { terminal.close() }
    // Routes name the screens that a screen can open; this one opens none.
    var stack = ScreenStack<Size, NoEffect, String>(Counter()) { _, _ in Counter() }
    var size = terminal.size
    while let top = stack.top {
      terminal.present(top.view(in: size))
      switch terminal.nextInput(timeout: nil) {
      case .key(let key): stack.handle(.key(key), in: &size) { _, _ in nil }
      case .resized: size = terminal.size
      case .closed: return
      case .pasted, .timeout, .watched: break
      }
    }
  }
}
