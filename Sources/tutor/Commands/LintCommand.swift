import ArgumentParser
import CourseLint
import Foundation
import LessonReader
import Lessons
import TerminalUI
import Words

/// Checks a course.
struct LintCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: Words.Commands.lint,
    discussion: Words.Commands.lintDiscussion)
  @Argument(
    help: ArgumentHelp(Words.OptionHelp.lintFolder), completion: .directory)
  var folder: String?
  @Option(help: ArgumentHelp(Words.OptionHelp.lintFormat)) var format = Format.text
  @OptionGroup var output: OutputOption
  @OptionGroup var options: Options

  func run() throws {
    var settings = options.settings
    settings.course = folder ?? settings.course
    let workspace = Workspace(settings)
    let reader = LessonBundleReader(
      folder: try workspace.courseFolder(), functions: Workspace.functions)
    var diagnostics: [Diagnostic]
    var summary = ""
    do throws(ContentError) {
      let lint = try CourseLint(reader)
      diagnostics = lint.diagnostics
      summary = Words.Reports.course(
        sections: lint.sections, cards: lint.cards, claims: lint.checkedClaims)
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
      let end = diagnostics.isEmpty ? [summary] : []
      try output.write((lines + end).joined(separator: "\n") + "\n")
    case .json:
      let objects = diagnostics.map { found -> [String: Any] in
        [
          "file": found.file, "line": found.line, "column": found.column,
          "severity": found.severity.rawValue, "rule": found.rule, "message": found.message,
        ]
      }
      let data = try JSONSerialization.data(
        withJSONObject: objects, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
      try output.write(String(decoding: data, as: UTF8.self) + "\n")
    }
  }
}
