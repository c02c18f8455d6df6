import Foundation
import TestSupport
import Testing

/// Tests name a sentence of the interface by its member of `Words`, so that another wording breaks none of them.
struct TestWordingTests {
  private static func literals(in folder: String) throws -> [(
    file: String, literal: SourceLiterals.Literal
  )] {
    let folder = Repository.root + "/" + folder + "/"
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return try files.filter { $0.hasSuffix(".swift") }.sorted().flatMap { file in
      let text = try String(contentsOfFile: folder + file, encoding: .utf8)
      return SourceLiterals(text).all.map { (file, $0) }
    }
  }

  /// All sequences of four words between interpolations; command lines have none.
  private static func phrases(_ literal: SourceLiterals.Literal) -> [[Substring]] {
    literal.pieces.flatMap { piece -> [[Substring]] in
      let words = piece.split(whereSeparator: \.isWhitespace).map { word in
        word.drop { !$0.isLetter }.prefix { $0.isLetter || $0 == "'" }
      }
      return words.indices.dropLast(3).map { Array(words[$0...$0 + 3]) }
    }.filter { $0[0] != "tutor" && $0.allSatisfy { !$0.isEmpty } }
  }

  @Test func testsDoNotRepeatTextsOfTheInterface() throws {
    let words = Set(try Self.literals(in: "Sources/Words").flatMap { Self.phrases($0.literal) })
    #expect(words.count > 1000)
    for (file, literal) in try Self.literals(in: "Tests") {
      guard let phrase = Self.phrases(literal).first(where: words.contains) else { continue }
      Issue.record("\(file):\(literal.line) repeats \"\(phrase.joined(separator: " "))\" of Words")
    }
  }
}
