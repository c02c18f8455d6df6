import Foundation
import TestSupport
import Testing

/// Runs the checks of the fuzz targets for seconds: on every seed and on mutations of seeds.
struct MutationTests {
  private static let targets: [String: any FuzzTarget.Type] = [
    "markdown": MarkdownTarget.self, "deck": DeckTarget.self, "blocks": BlocksTarget.self,
    "importers": ImportersTarget.self, "record": RecordTarget.self, "images": ImagesTarget.self,
    "plots": PlotsTarget.self, "html": HtmlTarget.self,
  ]
  private static let names = targets.keys.sorted()

  /// The seeds of a target by their file names; they include all inputs that were once found.
  private static func seeds(_ name: String) throws -> [(name: String, bytes: [UInt8])] {
    let folder = Repository.file("Tests/Fuzz/Seeds/\(name)")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
      ($0, [UInt8](try Data(contentsOf: folder.appending(path: $0))))
    }
  }

  @Test(arguments: names) func seedsKeepTheInvariants(name: String) throws {
    let target = try #require(Self.targets[name])
    let seeds = try Self.seeds(name)
    #expect(seeds.count > 4)
    for seed in seeds {
      let flaw = target.flaw(in: seed.bytes)
      #expect(flaw == nil, "\(name)/\(seed.name): \(flaw ?? "")")
    }
  }

  @Test(arguments: names) func mutatedSeedsKeepTheInvariants(name: String) throws {
    let target = try #require(Self.targets[name])
    let seeds = try Self.seeds(name).map(\.bytes)
    var mutator = Mutator(state: 20_261_125)
    // A trap ends the tests; the input that was read last can then be found here.
    let last = FileManager.default.temporaryDirectory.appending(path: "tutor-fuzz-\(name)")
    defer { try? FileManager.default.removeItem(at: last) }
    for _ in 0..<800 {
      let input = mutator.change(seeds)
      try Data(input).write(to: last)
      let flaw = target.flaw(in: input)
      #expect(flaw == nil, "\(Data(input).base64EncodedString()): \(flaw ?? "")")
    }
  }
}

/// Mutates seeds at random, reproducibly.
private struct Mutator {
  /// The state of the generator.
  var state: UInt64

  private static let words = [
    "\u{1B}[2J", "\u{9B}", "\r\n", "\n", "\t", "\"", "```", "{{c1::", "}}", "::",
    "-9223372036854775808",
    "9223372036854775807", "1e308", "-0", "nan", "inf", "null", "[", "]", "{", "}", "> ", "- ", "|",
    "/",
    "=", "...", "\u{202E}", "e\u{301}", "🙂", "\\u001b",
  ].map { Array($0.utf8) }

  /// A random number below a bound (xorshift).
  private mutating func number(below bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % max(1, bound)
  }

  /// A seed with one to four mutations.
  mutating func change(_ seeds: [[UInt8]]) -> [UInt8] {
    var bytes = seeds[number(below: seeds.count)]
    for _ in 0...number(below: 4) {
      let place = number(below: bytes.count + 1)
      let end = min(bytes.count, place + number(below: 12))
      switch number(below: 6) {
      case 0: bytes.insert(UInt8(number(below: 256)), at: place)
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 3: bytes.insert(contentsOf: Self.words[number(below: Self.words.count)], at: place)
      case 4: if place < bytes.count { bytes[place] ^= 1 << UInt8(number(below: 8)) }
      default:
        let other = seeds[number(below: seeds.count)]
        bytes.replaceSubrange(place..., with: other.dropFirst(number(below: other.count)))
      }
    }
    return bytes
  }
}
