import Foundation
import TestSupport
import Testing

/// Text of many scripts in a course, read on a real terminal.
struct ScriptsTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/tutor-\(UUID().uuidString)"

  /// Paragraphs in 68 languages and scripts.
  private static let texts: [String] = {
    let file = Repository.root + "/Tests/TerminalUITests/Fixtures/scripts.txt"
    let lines = (try? String(contentsOfFile: file, encoding: .utf8))?.split(separator: "\n") ?? []
    return lines.filter { !$0.hasPrefix("#") }.compactMap { $0.split(separator: "\t").last }
      .map(String.init)
  }()

  private func course() throws -> String {
    let run = try Binary.run(["new-course", folder])
    try #require(run.status == 0, "\(run.errors)")
    let text = "# Scripts\n\n" + Self.texts.joined(separator: "\n\n") + "\n\nthe end\n"
    try text.write(toFile: folder + "/sections/01-hello.md", atomically: true, encoding: .utf8)
    return folder
  }

  private func letters(_ text: String) -> String.UnicodeScalarView {
    text.unicodeScalars.filter { $0 != " " && $0 != "\n" }
  }

  @Test(arguments: [(100, 300), (46, 500)])
  func everyScriptIsRenderedLetterByLetter(width: Int, height: Int) throws {
    let course = try course()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let terminal = try Tmux(
      "'\(Binary.path)' lesson 1 --course '\(course)' --progress '\(course)/p.sqlite'",
      size: (width, height))
    let screen = try terminal.wait(for: "the end")
    let shown = String(letters(screen))
    #expect(Self.texts.count == 68)
    for text in Self.texts {
      let wanted = String(letters(text))
      // Compares code points, because equal characters may consist of different ones.
      let isThere = shown.utf8.firstRange(of: wanted.utf8) != nil
      #expect(isThere, "\(text)")
    }
  }

  @Test func plainOutputKeepsEveryCharacter() throws {
    let course = try course()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let run = try Binary.run(
      ["render", "lesson", "--course", course, "--size", "90x500"],
      environment: ["LC_ALL": "C.UTF-8"])
    let shown = String(letters(run.output))
    for text in Self.texts {
      #expect(shown.utf8.firstRange(of: String(letters(text)).utf8) != nil, "\(text)")
    }
  }
}
