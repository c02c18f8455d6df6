import Foundation
import Lessons
import Practice
import TerminalUI
import Testing

@testable import TutorScreens

/// Random keys, pastes and resizes on every screen: there is always a frame of the right size.
struct RandomKeyTests {
  /// The number of keys; `make soak` presses a million.
  private static let keys =
    ProcessInfo.processInfo.environment["TUTOR_SOAK"] == nil ? 1_500 : 1_000_000
  private static let lives = keys < 100_000 ? 10 : 400

  private static let sizes: [Size] = [
    Size(width: 0, height: 0), Size(width: 1, height: 1), Size(width: 500, height: 2),
    Size(width: 3, height: 200), Size(width: 8, height: 24), Size(width: 40, height: 12),
    Size(width: 39, height: 12), Size(width: 80, height: 24), Size(width: 120, height: 40),
  ]

  private static let named = Key.names.sorted { $0.key < $1.key }.map(\.value)

  private static let pieces = [
    "é", "e\u{301}", "漢", "👩‍👩‍👧", "\u{1B}[31m", "\u{0}", "\n", "\t", "x=0...1e-310", "1e999", "नमस्ते",
    "\u{202E}",
    "ReLU", "2027-01-31", "0.5, -3, 1e5",
  ]

  private func randomKey(_ random: inout SeededGenerator, _ size: Size) -> Key {
    switch random.next() % 20 {
    case 0..<6: return random.pick(Self.named)
    case 6..<15:
      return .character(Character(Unicode.Scalar(UInt8(0x20 + random.next() % 95))))
    case 15: return .control(random.pick(["l", "u", "w", "h", "o", "s", "d"]))
    case 16: return .function(1 + Int(random.next() % 12))
    case 17:
      let kinds: [Pointer.Kind] = [
        .press, .drag, .otherPress, .otherDrag, .wheelUp, .wheelDown,
      ]
      let point = Point(
        x: Int(random.next() % UInt64(size.width + 3)),
        y: Int(random.next() % UInt64(size.height + 3)))
      return .pointer(Pointer(random.pick(kinds), at: point))
    case 18: return .character(random.pick(["é", "ß", "漢", "я", "\u{301}"]))
    default: return .space
    }
  }

  private func harness(_ life: Int, _ random: inout SeededGenerator) throws -> ScreenHarness {
    var harness = try ScreenHarness(
      Screens.names[life % Screens.names.count], random.pick(Self.sizes),
      random.pick([Charset.ascii, .braille, .blocks]))
    harness.context.hasColor = random.next().isMultiple(of: 2)
    harness.context.utcOffset = (Int(random.next() % 28) - 14) * 3600
    // A slice of training ends soon.
    harness.lab = TestLab(millisecondsAReading: 7)
    return harness
  }

  @Test(arguments: 0..<lives) func everyScreenHandlesEveryKey(life: Int) throws {
    var random = SeededGenerator(seed: UInt64(life) + 1)
    var harness = try harness(life, &random)
    for _ in 0..<(Self.keys / Self.lives) {
      harness.context.milliseconds += Int(random.next() % 3000)
      harness.context.now += Int(random.next() % 50_000)
      switch random.next() % 40 {
      case 0:
        harness.context.size = random.pick(Self.sizes)
        harness.send(.appeared)
      case 1:
        let text = (0..<(random.next() % 300)).map { _ in
          random.pick(Self.pieces)
        }
        harness.session.paste(text.joined(), in: &harness.context) { _, _ in nil }
      case 2..<5: if harness.session.tick != nil { harness.send(.tick) }
      default: harness.send(.key(randomKey(&random, harness.context.size)))
      }
      if harness.session.isOver {
        harness.open(Screens.route(named: random.pick(Screens.names)))
      }
      let frame = harness.session.view(in: harness.context)
      #expect(frame.size == harness.context.size)
    }
  }
}

extension SeededGenerator {
  /// A random element.
  fileprivate mutating func pick<Thing>(_ things: [Thing]) -> Thing {
    things[Int(next() % UInt64(things.count))]
  }
}
