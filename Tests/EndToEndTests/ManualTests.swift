import Activations
import Foundation
import TerminalUI
import TestSupport
import Testing
import TutorScreens
import Words

/// Compares the manual page and the completions with the program.
struct ManualTests {
  /// A command as the parser describes it.
  private struct Command: Decodable {
    struct Argument: Decodable {
      struct Name: Decodable {
        var kind, name: String
      }
      var names: [Name]?
      var valueName, abstract: String?
      var shouldDisplay: Bool
    }
    var commandName: String
    var abstract: String?
    var shouldDisplay: Bool
    var arguments: [Argument]?
    var subcommands: [Command]?
  }

  /// The page's source without formatting.
  private static func page() throws -> String {
    let run = try Binary.run(["manual"])
    try #require(run.status == 0, "\(run.errors)")
    return ["\\fB", "\\fI", "\\fR", "\\&"].reduce(run.output) { $0.replacing($1, with: "") }
      .replacing("\\-", with: "-").replacing("\\(aq", with: "'").replacing("\\(dq", with: "\"")
  }

  /// The text on one line.
  private static func flat(_ text: some StringProtocol) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing("`", with: "")
  }

  @Test func theManualHasEveryCommandAndOption() throws {
    let page = try Self.page()
    let shared = try #require(
      page.split(separator: ".SH OPTIONS").last?.split(separator: ".SH").first)
    let dump = try Binary.run(["--experimental-dump-help"]).output
    struct Document: Decodable {
      var command: Command
    }
    let document = try JSONDecoder().decode(Document.self, from: Data(dump.utf8))
    var count = 0
    let sections = page.split(separator: ".SS ")
    func check(_ command: Command, _ path: [String]) {
      let words = path.joined(separator: " ")
      let isOwn = { (section: Substring) in
        section.hasPrefix("\"\(words)\"") || section.hasPrefix("\"\(words) ")
      }
      guard let section = sections.first(where: isOwn) else {
        Issue.record("\(words) has no section")
        return
      }
      #expect(Self.flat(section).contains(Self.flat(command.abstract ?? "-")), "\(words)")
      for argument in command.arguments ?? [] where argument.shouldDisplay {
        for name in argument.names ?? [] {
          let typed = (name.kind == "long" ? "--" : "-") + name.name
          let places = [shared, section].filter { text in
            text.split(separator: "\n").contains {
              $0.split(whereSeparator: { " ,".contains($0) }).contains(Substring(typed))
            }
          }
          let says = places.contains { Self.flat($0).contains(Self.flat(argument.abstract ?? "-")) }
          #expect(says, "\(words) \(typed)")
          count += 1
        }
      }
      for part in command.subcommands ?? [] where part.shouldDisplay && part.commandName != "help" {
        check(part, path + [part.commandName])
      }
    }
    for command in document.command.subcommands ?? []
    where command.shouldDisplay && command.commandName != "help" {
      check(command, ["tutor", command.commandName])
    }
    #expect(count > 200)
  }

  @Test func theManualFormatsWithoutWarnings() throws {
    let file = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).1"
    defer { try? FileManager.default.removeItem(atPath: file) }
    let source = try Binary.run(["manual"]).output
    #expect(source.utf8.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) })
    try source.write(toFile: file, atomically: false, encoding: .utf8)
    let lint = try Shell.run("/usr/bin/env", ["mandoc", "-Tlint", "-Wwarning", file])
    #expect(lint.status == 0, "\(lint.output)\(lint.errors)")
    #expect(lint.output.isEmpty)
    let shown = try Shell.run("/usr/bin/env", ["mandoc", "-Tascii", file]).output
    let plain = shown.replacing(/.\u{8}/, with: "")
    let rows = plain.split(separator: "\n").map { $0.drop { $0 == " " } }
    #expect(rows.contains { $0 == "--charset charset" })
  }

  @Test func theManualKnowsEveryVariableAndEveryStatus() throws {
    let page = try Self.page()
    let sources = Repository.root + "/Sources"
    let files = try #require(FileManager.default.enumerator(atPath: sources))
    var names: Set<String> = []
    for case let file as String in files where file.hasSuffix(".swift") {
      let text = try String(contentsOfFile: sources + "/" + file, encoding: .utf8)
      for match in text.matches(of: /(?:environment\[|getenv\()"([A-Z_]+)"/) {
        names.insert(String(match.1))
      }
    }
    #expect(names.isSuperset(of: ["TUTOR_COURSE", "TUTOR_PROGRESS"]), "\(names)")
    let variables = try #require(page.split(separator: ".SH ENVIRONMENT").last)
    for name in names { #expect(variables.contains(name), "\(name)") }
    let explain = try String(contentsOfFile: sources + "/tutor/Failure.swift", encoding: .utf8)
    let statuses = explain.matches(of: /static let \w+: Int32 = (\d+)/).map { String($0.1) }
    #expect(statuses.count >= 5)
    let known = page.matches(of: /\n\.TP\n(\d+)(?=\n)/).map { String($0.1) }
    #expect(Set(known) == Set(statuses + ["0", "1"]))
  }

  @Test func examplesOfTheManualRun() throws {
    let examples = try Self.page().matches(of: /\n\.RS 4\n(tutor .+)\n/).map { String($0.1) }
    #expect(examples.count >= 8)
    let folder = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for example in examples {
      let run = try Shell.run(
        "/bin/sh",
        ["-c", "cd '\(folder)' && tutor() { '\(Binary.path)' \"$@\"; } && \(example)"],
        environment: ["XDG_DATA_HOME": folder])
      // Commands that open a screen report that there is no terminal.
      let opensScreen =
        run.status == 1 && run.errors.shows(TerminalError.notATerminal(.input).sentence)
      #expect(run.status == 0 || opensScreen, "\(example): \(run.errors)")
    }
  }

  @Test func everyActionIsInTheManual() throws {
    let page = try Self.page()
    let keys = try #require(page.split(separator: ".SH KEYS").last?.split(separator: ".SH").first)
    let words = Set(Self.flat(keys).split { " (),".contains($0) }.map(String.init))
    // The names of numbered actions are shortened to the first and the last.
    for name in ActionNames.all where name.wholeMatch(of: /.+-[2-9]/) == nil {
      #expect(words.contains(name), "\(name)")
    }
  }

  @Test func theManualNamesItsRelease() throws {
    let version = try Binary.run(["--version"]).output.filter { !$0.isWhitespace }
    #expect(version.contains(/^\d+\.\d+\.\d+$/))
    let title = try #require(try Self.page().firstMatch(of: /\n\.TH TUTOR 1 \S+ "tutor (.*?)" "/))
    #expect(title.1 == version)
  }
}
