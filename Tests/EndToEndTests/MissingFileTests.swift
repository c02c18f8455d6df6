import Foundation
import TestSupport
import Testing
import Words

/// For any command, a missing file is status 66 with one sentence; a file of a wrong kind is not 66.
struct MissingFileTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/tutor-\(UUID().uuidString)"

  init() throws {
    try FileManager.default.createDirectory(
      atPath: folder + "/empty", withIntermediateDirectories: true)
  }

  @Test(
    arguments: [
      ["home", "--plain", "--course", "@"], ["lesson", "--course", "@"],
      ["render", "home", "--course", "@"], ["lint", "@"], ["lint", "--course", "@"],
      ["export", "--course", "@"], ["progress", "--course", "@"], ["manual", "--course", "@"],
      ["render", "home", "--course", "@/../empty"], ["export", "--course", "@/../empty"],
      ["verify", "@"], ["verify", "@/../empty"], ["import", "@"], ["import", "@", "--dry-run"],
      ["import", "--remove", "@"], ["progress", "import", "@"],
      ["progress", "import", "@/../empty"], ["progress", "merge", "@"],
      ["progress", "merge", "@", "--dry-run"], ["progress", "restore", "@"],
      ["progress", "restore"], ["progress", "export"], ["progress", "backup"],
      ["progress", "reset", "--yes"], ["lab", "race", "--folder", "@", "--headless"],
      ["lab", "race", "--folder", "@/../empty", "--headless"],
      ["lab", "race", "--data", "digits", "--headless", "--course", "@"],
    ]) func isNoInput(words: [String]) throws
  {
    let run = try Binary.run(
      words.map { $0.replacing("@", with: folder + "/none") }
        + (words[0] == "lint" ? [] : ["--progress", folder + "/progress.sqlite"]))
    #expect(run.status == 66, "\(words): \(run.errors)")
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("tutor: ") && run.errors.split(separator: "\n").count == 1)
    #expect(!FileManager.default.fileExists(atPath: folder + "/progress.sqlite"))
  }

  @Test func aFileThatIsNotACertificateIsRejected() throws {
    let file = folder + "/picture"
    try Data([0xFF, 0xD8, 0xFF]).write(to: URL(fileURLWithPath: file))
    let run = try Binary.run(["verify", file])
    #expect(run.status == 65 && run.errors.shows(Words.Files.noCertificate(file)))
  }

  @Test func pipesAndDevicesAreRead() throws {
    let line = #"{"format":"tutor-record","version":1}"#
    let script = """
      cd '\(folder)'; T="'\(Binary.path)' progress import --progress p.sqlite"
      eval $T <(echo '\(line)'); echo '\(line)' | eval $T /dev/stdin; echo '\(line)' | eval $T -
      mkfifo f; (echo '\(line)' >f) & eval $T f; eval $T - <&-; echo $?
      """
    let run = try Shell.run("/bin/bash", ["-c", script])
    let added = Words.Reports.eventsAdded(0, known: 0) + "\n"
    #expect(run.output.components(separatedBy: added).count == 5, "\(run)")
    #expect(run.output.hasSuffix("66\n") && run.errors.shows(Words.Files.noStandardInput))
  }

  private func word(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  /// Image files: the error names the file that is wrong.
  @Test func errorsNameTheRightFileOfAPair() throws {
    let images = word(0x803) + word(60) + word(2) + word(2) + Array(repeating: 7, count: 240)
    let labels = word(0x801) + word(60) + (0..<60).map { UInt8($0 % 10) }
    func race(_ images: [UInt8], _ labels: [UInt8]) throws -> String {
      for (name, bytes) in [
        ("train-images-idx3-ubyte", images), ("train-labels-idx1-ubyte", labels),
      ] {
        try Data(bytes).write(to: URL(fileURLWithPath: folder + "/empty/" + name))
      }
      let run = try Binary.run([
        "lab", "race", "relu", "--folder", folder + "/empty", "--headless", "--epochs", "1",
        "--hidden", "2",
      ])
      #expect(run.status == (run.errors.isEmpty ? 0 : 65))
      return run.errors
    }
    #expect(try race(images, labels).isEmpty)
    let ofImages = folder + "/empty/train-images-idx3-ubyte"
    let ofLabels = folder + "/empty/train-labels-idx1-ubyte"
    func cut(_ file: String, _ found: Int, header: Int, _ expected: String) -> String {
      let reason =
        found < header
        ? Words.Files.noImageHeader(file, found: found)
        : Words.Files.badImageSize(file, found: found, expected: expected)
      return "tutor: \(reason)\n"
    }
    for count in [0, 3, 8, 40] {
      #expect(
        try race(images, Array(labels.prefix(count))) == cut(ofLabels, count, header: 8, "8 + 60"))
      #expect(
        try race(Array(images.prefix(count)), labels)
          == cut(ofImages, count, header: 16, "16 + 60 × 2 × 2"))
    }
    for (twice, file, expected) in [(images, ofLabels, "801"), (labels, ofImages, "803")] {
      let found = expected == "801" ? "803" : "801"
      let reason = Words.Files.badImageStart(file, found: found, expected: expected)
      #expect(try race(twice, twice) == "tutor: \(reason)\n")
    }
    let bad = Words.Files.badLabel(ofLabels, number: 60, label: 77)
    #expect(try race(images, labels.dropLast() + [77]) == "tutor: \(bad)\n")
  }
}
