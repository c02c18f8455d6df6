import ArgumentParser
import CourseLint
import Foundation
import LessonReader
import TerminalUI

/// Checks a course.
struct Lint: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    abstract: "Check a course: structure, layout, and every number the maths can check.",
    discussion: "One line for each finding, FILE:LINE:COLUMN: SEVERITY: RULE: MESSAGE. "
      + "The exit status is 65 if there is an error.")
  @Argument(
    help: "The course's folder; the built-in course if none is given.", completion: .directory)
  var folder: String?
  @Option(help: "How to print: text or json.") var format = Format.text
  @OptionGroup var options: Options

  func run() throws {
    var settings = options.settings
    settings.course = folder ?? settings.course
    let workspace = Workspace(settings)
    let reader = CourseReader(folder: try workspace.courseFolder(), functions: Workspace.functions)
    var diagnostics: [Diagnostic]
    var summary = ""
    do throws(ContentError) {
      let lint = try CourseLint(reader)
      diagnostics = lint.diagnostics
      summary =
        "\(lint.sections) sections, \(lint.cards) cards, \(lint.checkedClaims) checked claims"
    } catch {
      diagnostics = [
        Diagnostic(
          file: error.file, line: error.line, column: error.column, .error, rule: "unreadable",
          error.problem.sentence)
      ]
    }
    try print(diagnostics, summary)
    if diagnostics.contains(where: { $0.severity == .error }) {
      throw ExitCode(Failure.Status.badContent)
    }
  }

  private func print(_ diagnostics: [Diagnostic], _ summary: String) throws {
    switch format {
    case .text:
      let lines = diagnostics.map { $0.text.withVisibleControls }
      let end = diagnostics.isEmpty ? ["\(summary): nothing to report"] : []
      Output.write((lines + end).joined(separator: "\n") + "\n")
    case .json:
      let objects = diagnostics.map { found -> [String: Any] in
        [
          "file": found.file, "line": found.line, "column": found.column,
          "severity": found.severity.rawValue, "rule": found.rule, "message": found.message,
        ]
      }
      let data = try JSONSerialization.data(
        withJSONObject: objects, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
      Output.write(String(decoding: data, as: UTF8.self) + "\n")
    }
  }
}
