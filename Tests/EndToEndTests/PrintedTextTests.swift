import Foundation
import Lessons
import TerminalUI
import TestCourse
import TestSupport
import Testing
import TutorScreens
import Words

/// Commands that print text: its width, and terms of the glossary.
struct PrintedTextTests {
  private let record =
    FileManager.default.temporaryDirectory.path + "/tutor-\(UUID().uuidString)/progress.sqlite"

  private func widths(_ text: String) -> [Int] {
    text.split(whereSeparator: \.isNewline).map { String($0).displayWidth }
  }

  @Test(arguments: [["progress"], ["progress", "retention"], ["glossary", "dead unit"]])
  func paragraphsFitTheTerminal(words: [String]) throws {
    var past = RecordBuilder()
    for card in try TestCourse.small.get().deck.flashcards {
      past.addReview(card.id, 3, ago: 400_000)
      past.addReview(card.id, 1, ago: 300)
    }
    try past.write(to: record)
    let arguments = words + ["--progress", record]
    for columns in [40, 60, 200] {
      let terminal = try Pty(
        arguments, size: (columns, 24), environment: ["LC_ALL": "C.UTF-8", "COLUMNS": ""])
      #expect(terminal.waitForEnd() && terminal.status == 0)
      let widest = widths(String(decoding: terminal.raw, as: UTF8.self)).max() ?? 0
      // The path of the record is one word.
      #expect(widest <= min(columns, 72), "\(words) \(columns)")
    }
    let piped = try Binary.run(arguments)
    #expect(piped.status == 0)
    #expect(widths(piped.output).allSatisfy { $0 <= 72 })
    // In plain text, the terminal wraps.
    #expect(try Binary.run(["progress", "--plain", "--progress", record]).output.shows(record))
  }

  @Test func aTermIsPrinted() throws {
    let term = try #require(try TestCourse.small.get().glossary.term(spelled: "dead unit"))
    for words in [["dead", "unit"], ["dead unit"], ["Dead"]] {
      let run = try Binary.run(["glossary"] + words)
      #expect(run.status == 0 && run.output.shows(term.definition), "\(run)")
    }
    for (word, nearest) in [("gaet", "gate"), ("qqqqq", nil)] {
      let run = try Binary.run(["glossary", word])
      #expect(run.status == 64 && run.output.isEmpty)
      #expect(run.errors.shows(Words.Usage.noTerm(word, nearest: nearest)), "\(run.errors)")
    }
  }

  @Test func withoutATerminalPlainTextIsNamed() throws {
    for command in ["map", "home", "cards"] {
      let run = try Binary.run([command, "--progress", record])
      #expect(run.status != 0 && run.errors.contains("--plain"), "\(run.errors)")
    }
  }
}
