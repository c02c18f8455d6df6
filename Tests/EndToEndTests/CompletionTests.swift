import Activations
import Foundation
import TestSupport
import Testing

/// The completions of a real bash.
struct CompletionTests {
  /// The completions of the last word.
  ///
  /// - Parameters:
  ///   - words: The words after the program's name; the last word may be empty.
  ///   - folder: The shell's working folder.
  /// - Returns: The completions.
  /// - Throws: Errors of starting programs.
  private func offers(_ words: String..., in folder: String = "/") throws -> [String] {
    let script = try Binary.run(["completions", "bash"])
    try #require(script.status == 0, "\(script.errors)")
    let file = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).bash"
    defer { try? FileManager.default.removeItem(atPath: file) }
    try script.output.write(toFile: file, atomically: false, encoding: .utf8)
    let run = try Shell.run(
      "/usr/bin/env",
      [
        "bash", "--norc", "-c",
        """
        source "$1"; cd "$2"; shift 2
        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
        _tutor "$1" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
        [[ ${#COMPREPLY[@]} = 0 ]] || printf '%s\\n' "${COMPREPLY[@]}"
        """, "bash", file, folder, Binary.path,
      ] + words)
    #expect(run.errors.isEmpty, "\(run.errors)")
    return run.output.split(separator: "\n").map(String.init)
  }

  @Test func commandsAndOptionsAreCompleted() throws {
    #expect(try offers("pr") == ["progress"])
    #expect(try offers("progress", "re") == ["restore", "reset", "repair", "retention"])
    #expect(try offers("plot", "--diff") == ["--difference"])
    #expect(try offers("lab", "race", "--see") == ["--seeds", "--seed"])
    // Options that work without a command's name are completed without one.
    #expect(try offers("--char") == ["--charset"])
    // Hidden commands are not completed.
    #expect(try offers("man").isEmpty)
    #expect(try offers("compl").isEmpty)
  }

  @Test func functionsScreensAndValuesAreCompleted() throws {
    let ids = Catalogue.all.map(\.id)
    #expect(try offers("plot", "ge") == ids.filter { $0.hasPrefix("ge") })
    #expect(try offers("plot", "gelu", "").filter { !$0.hasPrefix("-") } == ids)
    #expect(try offers("lab", "race", "rel") == ids.filter { $0.hasPrefix("rel") })
    #expect(try offers("lab", "race", "--data", "di") == ["digits"])
    #expect(
      try offers("render", "lab-") == ["lab-gradient", "lab-race", "lab-numerics", "lab-diagnose"])
    #expect(try offers("quiz", "--charset", "b") == ["blocks", "braille"])
  }

  @Test func sectionsOfTheChosenCourseAreCompleted() throws {
    #expect(try offers("lesson", "f") == ["figures"])
    let course = Repository.root + "/Content/new-course"
    #expect(
      try offers("lesson", "--course", course, "").filter { !$0.hasPrefix("-") } == [
        "hello", "figures",
      ])
    #expect(try offers("lesson", "--course", "/nowhere", "g").isEmpty)
  }

  @Test func filesAndFoldersAreCompletedForPathOptions() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(
      atPath: folder + "/some folder", withIntermediateDirectories: true)
    try "".write(toFile: folder + "/some.sqlite", atomically: false, encoding: .utf8)
    #expect(try offers("--course", "some", in: folder) == ["some folder"])
    #expect(try offers("cards", "--progress", "some.", in: folder) == ["some.sqlite"])
    #expect(try offers("progress", "merge", "some.", in: folder) == ["some.sqlite"])
    #expect(try offers("verify", "some.", in: folder) == ["some.sqlite"])
  }

  @Test(arguments: ["zsh", "fish"])
  func completionsOfOtherShellsAreGenerated(shell: String) throws {
    let script = try Binary.run(["completions", shell])
    #expect(script.status == 0)
    let words = ["optimise", "difference", "hard-swish", "lab-numerics", "braille"]
    #expect(words.filter { !script.output.contains($0) } == [])
  }
}
