import Foundation
import Testing

@testable import Practice

/// Compares the fast parser of facts with the JSON decoder.
struct FactTextTests {
  private static let plain: [Fact] = [
    .review(card: "relu-range", rating: .again), .review(card: "a#c1", rating: .easy),
    .review(card: "σ–é", rating: .good), .review(card: "", rating: .hard),
    .answer(question: "q", isRight: true, mode: .quiz, milliseconds: 0),
    .answer(
      question: "made:gelu", isRight: false, mode: .speed, milliseconds: 61_234,
      mistake: "That is its slope."),
    .answer(question: "q", isRight: false, mode: .check, milliseconds: 999_999_999_999),
    .sectionRead("gradients"),
    .position(ReadingPosition(section: "history", block: 12, offset: 1034)),
  ]
  private static let other: [Fact] = [
    .speedRun(SpeedRun(score: 900, right: 7, answered: 9, seconds: 60, seed: .max)),
    .quizDone(right: 9, total: 10), .undo(event: "0"), .exam(day: nil), .weights([0.5, 2]),
    .note(section: "a", text: "b\nc"), .suspended(card: "a", isSuspended: true),
  ]

  private func text(_ fact: Fact, sorted: Bool = false) throws -> String {
    let encoder = JSONEncoder()
    if sorted { encoder.outputFormatting = .sortedKeys }
    return String(decoding: try encoder.encode(fact), as: UTF8.self)
  }

  @Test(arguments: plain) func theFastParserReadsEncodedFacts(fact: Fact) throws {
    #expect(Fact(plain: try text(fact)) == fact)
    #expect(Fact(plain: try text(fact, sorted: true)) == fact)
  }

  @Test(arguments: other) func theFastParserLeavesOtherFactsToTheDecoder(fact: Fact) throws {
    #expect(Fact(plain: try text(fact)) == nil)
  }

  @Test(arguments: [
    "", "{}", #"{"review":{"card":"a"}}"#, #"{"review":{"card":"a","rating":5}}"#,
    #"{"review":{"card":"a","rating":03}}"#, #"{"review":{"card":"a","rating":3.0}}"#,
    #"{"review":{"card":"a","rating":3e0}}"#, #"{"review":{"card":"a","card":"b","rating":3}}"#,
    #"{"review":{"card":"a\n","rating":3}}"#, #"{"review":{"card":"a","rating":3}} "#,
    #"{"review":{"card":"a","rating":3},"undo":{"event":"0"}}"#,
    #"{"review":{"card":"a","rating":12345678901234567890}}"#,
    #"{"answer":{"question":"q","isRight":true,"mode":"exam","milliseconds":1}}"#,
    #"{"position":{"section":"a","block":1,"offset":2}}"#,
  ])
  func theFastParserRejectsUnusualJSON(text: String) { #expect(Fact(plain: text) == nil) }

  /// Removes, doubles and swaps bytes of facts: the decoder accepts everything that the fast parser accepts.
  @Test func theFastParserAgreesWithTheDecoderOnInvalidFacts() throws {
    var random = SeededGenerator(seed: 11)
    let decoder = JSONDecoder()
    let letters = Array("{}[]\":,0123456789eE.+-\\abctrufalsnl_ \n".utf8)
    var read = 0
    for round in 0..<20_000 {
      var bytes = Array(try text(Self.plain[round % Self.plain.count]).utf8)
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(letters.randomElement(using: &random) ?? 0, at: place)
        default: bytes[place] = letters.randomElement(using: &random) ?? 0
        }
      }
      let broken = String(decoding: bytes, as: UTF8.self)
      guard let fact = Fact(plain: broken) else { continue }
      read += 1
      let decoded = try? decoder.decode(Fact.self, from: Data(broken.utf8))
      #expect(decoded == fact, "\(broken)")
    }
    #expect(read > 1000)
  }
}
