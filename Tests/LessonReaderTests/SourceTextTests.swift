import Lessons
import Testing

@testable import LessonReader

/// Bytes of files: UTF-8 validation and positions.
struct SourceTextTests {
  /// The offset of the first ill-formed byte, by the standard library's decoder.
  private func expected(_ bytes: [UInt8]) -> Int? {
    var decoder = UTF8()
    var rest = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&rest) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }

  @Test func utf8ValidationAgreesWithTheStandardLibrary() {
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max {
        for tail in [[], [0x80], [0x80, 0xBF], [0xC0, 0x41]] as [[UInt8]] {
          let bytes = Array("seven..".utf8) + [first, second] + tail
          if bytes.firstInvalidUTF8 != expected(bytes) {
            Issue.record("\(bytes)")
          }
        }
      }
    }
  }

  @Test(arguments: ["", "plain", "σ(x) = 1/(1 + e⁻ˣ)", "日本語の文", "👩‍🔬 and a long plain text after it"])
  func validTextHasNoInvalidByte(text: String) { #expect(Array(text.utf8).firstInvalidUTF8 == nil) }

  @Test func linesAndColumnsAreCountedFromOne() throws {
    let source = try SourceText(file: "f", bytes: Array("one\n\nσσ three".utf8))
    #expect([0, 3, 4, 5, 9, 15].map { source.line(at: $0) } == [1, 1, 2, 3, 3, 3])
    let error = source.error(at: 10, .empty)
    #expect((error.line, error.column) == (3, 4))
  }

  @Test func duplicateMembersOfLargeObjectsAreRejected() throws {
    func parse(_ names: [String]) throws -> JSONNode {
      let members = names.map { "\"\($0)\": 1" }.joined(separator: ", ")
      return try JSONText.parse(SourceText(file: "f", bytes: Array("{\(members)}".utf8)))
    }
    let names = (0..<40).map { "n\($0)" }
    guard case .object(let members) = try parse(names).value else {
      Issue.record("no object")
      return
    }
    #expect(members.map(\.name) == names)
    for double in [0, 15, 16, 39] {
      let error = #expect(throws: ContentError.self) { try parse(names + ["n\(double)"]) }
      #expect(error?.problem == .duplicateKey("n\(double)"))
    }
  }
}
