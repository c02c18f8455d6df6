import Foundation
import Practice
import TestSupport
import Testing
import Words

/// Files of the program are only accessible to the learner, and are where their names say.
struct PrivacyTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/tutor-\(UUID().uuidString)"
  private var home: String { folder + "/home" }

  /// Runs a shell command with a permissive umask and a home of its own.
  private func run(_ words: String) throws -> (output: String, errors: String, status: Int32) {
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    return try Shell.run(
      "/bin/sh", ["-c", "umask 0; unset XDG_DATA_HOME XDG_CONFIG_HOME TUTOR_PROGRESS; \(words)"],
      environment: ["HOME": home, "TUTOR": Binary.path])
  }

  private var cards: String { folder + "/cards.txt" }

  private func addDeck() throws -> Int32 {
    try "#separator:tab\nWhat bends?\tReLU\n".write(
      toFile: cards, atomically: true, encoding: .utf8)
    return try run("\"$TUTOR\" import '\(cards)'").status
  }

  @Test func filesAndFoldersAreAccessibleOnlyToTheLearner() throws {
    #expect(try run("\"$TUTOR\" progress exam 2999-01-01").status == 0)
    #expect(try run("\"$TUTOR\" progress backup").status == 0)
    #expect(try addDeck() == 0)
    #expect(try run("\"$TUTOR\" progress reset --yes").status == 0)
    #expect(try run("printf 'q\\n' | \"$TUTOR\" --plain").status == 0)
    let data = home + "/.local/share/tutor"
    var count = 0
    for name in [""] + (try FileManager.default.subpathsOfDirectory(atPath: data)) {
      let attributes = try FileManager.default.attributesOfItem(atPath: data + "/" + name)
      let isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
      #expect(attributes[.posixPermissions] as? Int == (isFolder ? 0o700 : 0o600), "\(name)")
      count += 1
    }
    #expect(count >= 5)
    // No file is anywhere else.
    let all = try FileManager.default.subpathsOfDirectory(atPath: home)
    let parents: Set = [".local", ".local/share", ".local/share/tutor"]
    let strays = all.filter { !parents.contains($0) && !$0.hasPrefix(".local/share/tutor/") }
    #expect(strays.isEmpty, "\(strays)")
  }

  @Test func symbolicLinksAreNotFollowedForWriting() throws {
    let data = home + "/.local/share/tutor"
    let outside = folder + "/outside"
    try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(atPath: outside, withIntermediateDirectories: true)
    let files = FileManager.default
    try files.createSymbolicLink(
      atPath: data + "/progress.sqlite", withDestinationPath: outside + "/record")
    let refused = try run("\"$TUTOR\" progress exam 2999-01-01")
    #expect(refused.status == 73)
    #expect(
      refused.errors.shows(LearnerRecordError.isLink(path: data + "/progress.sqlite").sentence))
    try files.removeItem(atPath: data + "/progress.sqlite")
    try files.createSymbolicLink(
      atPath: data + "/progress.sqlite.decks", withDestinationPath: outside)
    #expect(try addDeck() == 73)
    // A copy replaces a link, and does not write through it.
    for name in ["backup-1", "new", "day-2026-01-01"] {
      try files.createSymbolicLink(
        atPath: data + "/progress.sqlite." + name, withDestinationPath: outside + "/" + name)
    }
    #expect(try run("\"$TUTOR\" progress exam 2999-01-01").status == 0)
    #expect(try run("\"$TUTOR\" progress backup").status == 0)
    #expect(try files.contentsOfDirectory(atPath: outside).isEmpty)
  }

  /// The package contains the learner's log, which must not be in any file other than the requested one.
  @Test func aPackageIsBuiltWithoutTemporaryFiles() throws {
    #expect(try run("\"$TUTOR\" progress exam 2999-01-01").status == 0)
    for temporary in ["/nowhere", "/dev/null", "\u{1B}"] {
      let made = try run(
        "TMPDIR='\(temporary)' \"$TUTOR\" export --format apkg --schedule -o \"$HOME/deck.apkg\"")
      #expect(made.status == 0, "\(made.errors)")
      #expect(
        FileManager.default.contents(atPath: home + "/deck.apkg")?.prefix(2) == Data("PK".utf8))
    }
  }

  @Test func anEmptyHomeCountsAsUnset() throws {
    // The user database contains the learner's home.
    let path = try run("unset HOME; \"$TUTOR\" progress path").output
    #expect(path.hasSuffix("/.local/share/tutor/progress.sqlite\n") && !path.hasPrefix("/.local"))
    #expect(try run("HOME= \"$TUTOR\" progress path").output == path)
  }
}
