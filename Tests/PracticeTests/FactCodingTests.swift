import Foundation
import Testing

@testable import Practice

/// The format of facts in records, name by name: what released versions have written must be read for ever.
struct FactCodingTests {
  /// Every kind of fact, and its text with sorted members.
  private static let samples: [(Fact, String)] = [
    (.review(card: "a#c1", rating: .again), #"{"review":{"card":"a#c1","rating":1}}"#),
    (.review(card: "a", rating: .hard), #"{"review":{"card":"a","rating":2}}"#),
    (.review(card: "a", rating: .good), #"{"review":{"card":"a","rating":3}}"#),
    (.review(card: "a", rating: .easy), #"{"review":{"card":"a","rating":4}}"#),
    (
      .answer(question: "q", isRight: true, mode: .quiz, milliseconds: 5),
      #"{"answer":{"isRight":true,"milliseconds":5,"mode":"quiz","question":"q"}}"#
    ),
    (
      .answer(question: "q", isRight: false, mode: .speed, milliseconds: 5, mistake: "No."),
      #"{"answer":{"isRight":false,"milliseconds":5,"mistake":"No.","mode":"speed","question":"q"}}"#
    ),
    (
      .answer(question: "q", isRight: true, mode: .check, milliseconds: 5),
      #"{"answer":{"isRight":true,"milliseconds":5,"mode":"check","question":"q"}}"#
    ),
    (
      .answer(
        question: "q", isRight: true, mode: .check, milliseconds: 5, isSure: false, isRetry: true),
      #"{"answer":{"isRetry":true,"isRight":true,"isSure":false,"milliseconds":5,"mode":"check","#
        + #""question":"q"}}"#
    ),
    (.sectionRead("a"), #"{"sectionRead":{"_0":"a"}}"#),
    (
      .position(ReadingPosition(section: "a", block: 1, offset: 2)),
      #"{"position":{"_0":{"block":1,"offset":2,"section":"a"}}}"#
    ),
    (
      .speedRun(
        SpeedRun(
          score: 9, right: 3, answered: 4, seconds: 60, seed: 7, form: .suddenDeath,
          steps: [.init(time: 1500, score: 5)])),
      #"{"speedRun":{"_0":{"answered":4,"form":"sudden-death","right":3,"score":9,"seconds":60,"#
        + #""seed":7,"steps":[{"score":5,"time":1500}]}}}"#
    ),
    (.quizDone(right: 9, total: 10), #"{"quizDone":{"right":9,"total":10}}"#),
    (
      .bookmark(name: "n", position: ReadingPosition(section: "a", block: 1, offset: 2)),
      #"{"bookmark":{"name":"n","position":{"block":1,"offset":2,"section":"a"}}}"#
    ),
    (.bookmarkRemoved(event: "e"), #"{"bookmarkRemoved":{"event":"e"}}"#),
    (.note(section: "a", text: "x\ny/z"), #"{"note":{"section":"a","text":"x\ny\/z"}}"#),
    (
      .suspended(card: "a", isSuspended: true),
      #"{"suspended":{"card":"a","isSuspended":true}}"#
    ),
    (
      .rewritten(card: "a", front: "f", back: "b"),
      #"{"rewritten":{"back":"b","card":"a","front":"f"}}"#
    ),
    (.exam(day: 20_000), #"{"exam":{"day":20000}}"#),
    (.exam(day: nil), #"{"exam":{}}"#),
    (.weights([0.5, 2]), #"{"weights":{"_0":[0.5,2]}}"#),
    (
      .race(
        RaceResult(
          data: "spiral", model: "m", rate: 0.5, epochs: 3, seed: 7,
          lanes: [
            .init(activation: "relu", accuracy: nil, secondsPerEpoch: 0.25),
            .init(activation: "gelu", accuracy: 0.75, secondsPerEpoch: 1),
          ])),
      #"{"race":{"_0":{"data":"spiral","epochs":3,"lanes":[{"activation":"relu","#
        + #""secondsPerEpoch":0.25},{"accuracy":0.75,"activation":"gelu","secondsPerEpoch":1}],"#
        + #""model":"m","rate":0.5,"seed":7}}}"#
    ),
    (.setting(name: "scope", value: "whole"), #"{"setting":{"name":"scope","value":"whole"}}"#),
    (.undo(event: "e"), #"{"undo":{"event":"e"}}"#),
  ]

  private func text(_ fact: Fact) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(fact), as: UTF8.self)
  }

  @Test func everyFactIsWrittenAndReadInTheReleasedFormat() throws {
    for (fact, expected) in Self.samples {
      #expect(try text(fact) == expected)
      #expect(try JSONDecoder().decode(Fact.self, from: Data(expected.utf8)) == fact)
      #expect(expected.hasPrefix("{\"\(fact.kind)\":"))
    }
  }

  @Test func everyKindOfFactHasASample() {
    let kinds = Set(Self.samples.map(\.0.kind))
    #expect(kinds == Set(Fact.CodingKeys.allCases.map(\.rawValue)))
    let forms = SpeedForm.allCases.map(\.rawValue)
    #expect(forms == ["timed", "daily", "sudden-death", "untimed"])
  }

  /// Released versions wrote members in any order, and the first one fewer of them.
  @Test(arguments: [
    (
      #"{"answer":{"question":"q","mode":"check","milliseconds":1,"isRight":true}}"#,
      Fact.answer(question: "q", isRight: true, mode: .check, milliseconds: 1)
    ),
    (
      #"{"speedRun":{"_0":{"seconds":60,"seed":18446744073709551615,"score":900,"right":7,"answered":9}}}"#,
      .speedRun(SpeedRun(score: 900, right: 7, answered: 9, seconds: 60, seed: .max))
    ),
    (
      #"{"position":{"_0":{"section":"a","offset":2,"block":1}}}"#,
      .position(ReadingPosition(section: "a", block: 1, offset: 2))
    ),
  ])
  func earlierTextsAreRead(text: String, fact: Fact) throws {
    #expect(try JSONDecoder().decode(Fact.self, from: Data(text.utf8)) == fact)
  }

  @Test(arguments: [
    "{}", #"{"later":{}}"#, #"{"review":{"card":"a"}}"#, #"{"review":{"card":"a","rating":0}}"#,
    #"{"sectionRead":{"section":"a"}}"#, #"{"undo":{"event":"e"},"exam":{}}"#,
  ])
  func otherTextsAreNoFacts(text: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Fact.self, from: Data(text.utf8))
    }
  }
}
