import Foundation
import Lessons
import TestCourse
import TestSupport
import Testing
import Words

/// `make install` and `make uninstall`, with the program built for the tests.
struct InstallTests {
  private let root =
    FileManager.default.temporaryDirectory.path + "/tutor install \(UUID().uuidString)"
  private var prefix: String { root + "/pre fix" }

  @discardableResult
  private func make(
    _ verb: String, _ variables: String..., environment: [String: String] = [:]
  ) throws -> (output: String, errors: String, status: Int32) {
    // Removes the variables of `make test`.
    let clean = environment.merging(["MAKEFLAGS": "", "MAKEOVERRIDES": ""]) { own, _ in own }
    return try Shell.run(
      "/usr/bin/env",
      ["make", "--silent", "-C", Repository.root, verb, "BINARY=\(Binary.path)"] + variables,
      environment: clean)
  }

  private func install() throws {
    let run = try make("install", "PREFIX=\(prefix)")
    try #require(run.status == 0, "\(run.errors)")
  }

  /// All paths below a folder; folders end with a slash.
  private func tree(_ folder: String) throws -> [String] {
    let files = FileManager.default
    return try files.subpathsOfDirectory(atPath: folder).sorted().map { path in
      var isFolder: ObjCBool = false
      _ = files.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder)
      return isFolder.boolValue ? path + "/" : path
    }
  }

  private func write(_ text: String, to path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try text.write(toFile: path, atomically: false, encoding: .utf8)
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func theInstalledTreeCanBeMovedAndUninstalledCompletely() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    try install()
    let first = try tree(prefix)
    try install()
    #expect(try tree(prefix) == first)
    for path in [
      "bin/tutor", "share/tutor/activation-functions/lesson.json",
      "share/tutor/activation-functions/data/digits.csv", "share/tutor/new-course/lesson.json",
      "share/man/man1/tutor.1", "share/bash-completion/completions/tutor",
      "share/zsh/site-functions/_tutor", "share/fish/vendor_completions.d/tutor.fish",
    ] {
      #expect(first.contains(path), "\(path)")
    }
    #expect(try mode(prefix + "/bin/tutor") == 0o755)
    #expect(try mode(prefix + "/share/man/man1/tutor.1") == 0o644)

    let moved = root + "/else where"
    try FileManager.default.moveItem(atPath: prefix, toPath: moved)
    let link = root + "/linked"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: moved + "/bin/tutor")
    for program in [moved + "/bin/tutor", link] {
      let screen = try Shell.run(
        program, ["render", "lesson", "--size", "80x24"], environment: ["TUTOR_COURSE": ""])
      let first = try #require(TestCourse.bundled.get().lesson.sections.first)
      #expect(screen.output.shows("1 " + first.title), "\(screen.errors)")
      let course = root + "/course \(UUID().uuidString)"
      #expect(try Shell.run(program, ["new-course", course]).status == 0)
    }
    let terminal = try Tmux("env -u TUTOR_COURSE TUTOR_PROGRESS='\(root)/p.sqlite' '\(link)'")
    try terminal.wait(for: Words.Welcome.turn(.usual))
    try terminal.press("q")
    try terminal.wait(for: Words.Home.read)
    try terminal.press("q")
    try terminal.waitForEnd()

    let run = try make("uninstall", "PREFIX=\(moved)")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try tree(moved).isEmpty)
    let again = try make("uninstall", "PREFIX=\(moved)")
    #expect(again.status != 0)
    #expect(again.errors.contains(moved))
  }

  @Test func existingEventsSurviveFaults() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    let share = prefix + "/share/tutor"
    // With ~/.local as the prefix, the record is next to the lesson.
    try write("a record", to: share + "/progress.sqlite")
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: share)
    try write("other", to: prefix + "/bin/other")
    try FileManager.default.createDirectory(
      atPath: prefix + "/share/man/man1", withIntermediateDirectories: true)
    let before = try tree(prefix)

    try install()
    #expect(try mode(share) == 0o700)
    try make("uninstall", "PREFIX=\(prefix)")
    #expect(try tree(prefix) == before)

    try install()
    let own = "share/tutor/activation-functions/sections/my-own.md"
    try write("mine", to: prefix + "/" + own)
    try make("uninstall", "PREFIX=\(prefix)")
    let folders = [
      "share/tutor/activation-functions/", "share/tutor/activation-functions/sections/",
    ]
    #expect(try tree(prefix) == (before + folders + [own]).sorted())
    #expect(try String(contentsOfFile: share + "/progress.sqlite", encoding: .utf8) == "a record")
    #expect(try mode(share) == 0o700)
  }

  @Test func aNewerReleaseRemovesFilesOfAnOlderOne() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    try install()
    let list = prefix + "/share/tutor/installed"
    let known = try String(contentsOfFile: list, encoding: .utf8)
    let outside = root + "/outside"
    for path in ["share/tutor/old/part.md", "../outside"] {
      try write("old", to: prefix + "/" + path)
    }
    try write(
      known + "share/tutor/old/\nshare/tutor/old/part.md\n../outside\n\(outside)\n", to: list)
    try install()
    #expect(!FileManager.default.fileExists(atPath: prefix + "/share/tutor/old"))
    #expect(try String(contentsOfFile: list, encoding: .utf8) == known)
    // A list that names files outside is not trusted.
    #expect(FileManager.default.fileExists(atPath: outside))
  }

  @Test func stagingAndATildeArePartOfThePath() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    let stage = root + "/stage"
    let home = ["HOME": root + "/home"]
    // As passed by a shell that does not expand a tilde in the middle of a word.
    let run = try make("install", "PREFIX=~/.local", "DESTDIR=\(stage)", environment: home)
    #expect(run.status == 0, "\(run.errors)")
    let own = stage + root + "/home/.local"
    #expect(FileManager.default.fileExists(atPath: own + "/bin/tutor"))
    #expect(!FileManager.default.fileExists(atPath: root + "/home"))
    try make("uninstall", "PREFIX=~/.local", "DESTDIR=\(stage)", environment: home)
    #expect(try tree(own).isEmpty)
  }
}
