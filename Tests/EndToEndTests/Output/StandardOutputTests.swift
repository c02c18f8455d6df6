import Foundation
import LearnerRecord
import Practice
import TestSupport
import Testing
import Words

/// Every command with a standard output that cannot be written: it does its work, and reports the output that is lost.
struct StandardOutputTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/tutor-\(UUID().uuidString)"
  private var record: String { folder + "/progress.sqlite" }

  /// Ways in which output fails, and the exit status for each.
  private static let ways: [(sink: Sink, status: Int32)] = [
    (.full, 73), (.closed, 73), (.brokenPipe, 141),
  ]

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try "#separator:tab\nWhat bends?\tReLU\n".write(
      toFile: folder + "/deck.txt", atomically: true, encoding: .utf8)
    try past("there", ago: -900_000).write(
      toFile: folder + "/there.jsonl", atomically: true, encoding: .utf8)
    try begin("progress.sqlite", with: past("here", ago: 90_000))
  }

  private func begin(_ name: String, with past: String) throws {
    let entries = try RecordLines.entries(in: past, of: name)
    _ = try LearnerRecord(path: folder + "/" + name).merge(entries)
  }

  private func past(_ id: String, ago: Int) -> String {
    let time = Int(Date().timeIntervalSince1970) - ago
    return """
      {"format":"tutor-record","version":1}
      {"id":"\(id)","time":\(time),"utc_offset":0,"fact":{"review":{"card":"line","rating":3}}}

      """
  }

  /// Runs a command on this record.
  private func tutor(_ words: [String], into sink: Sink = .file) throws -> (
    output: String, errors: String, status: Int32
  ) {
    let places = ["@": folder + "/", "%": Repository.root]
    let words = words.map { word in places.reduce(word) { $0.replacing($1.key, with: $1.value) } }
    return try Binary.run(words + ["--progress", record], into: sink)
  }

  private func expectRefusal(_ words: [String], _ way: (sink: Sink, status: Int32)) throws {
    let run = try tutor(words, into: way.sink)
    #expect(run.status == way.status, "\(words) \(way.sink): \(run.errors)")
    if way.sink == .brokenPipe {
      #expect(run.errors.isEmpty, "\(words): \(run.errors)")
    } else {
      #expect(
        run.errors.shows("tutor: " + Words.Failures.cannotPrint(reason: anything)), "\(words)")
      #expect(run.errors.split(separator: "\n").count == 1, "\(words): \(run.errors)")
    }
  }

  private static let printing: [[String]] = [
    ["plot", "gelu"], ["plot", "gelu", "--format", "csv"], ["plot", "gelu", "--format", "json"],
    ["plot", "gelu", "--format", "svg"], ["plot", "gelu", "--describe"],
    ["plot", "gelu", "--at", "1"], ["render", "home"], ["render", "home", "--plain"],
    ["lint", "--course", "%/Content/new-course"],
    ["lint", "%/Content/new-course", "--format", "json"], ["progress"], ["progress", "--json"],
    ["progress", "path"],
    ["progress", "export"], ["progress", "repair"], ["progress", "optimise"],
    ["progress", "retention"],
    ["progress", "import", "@there.jsonl", "--dry-run"], ["certificate"], ["export"],
    ["export", "--format", "apkg"], ["export", "--format", "json"],
    ["import", "@deck.txt", "--dry-run"], ["manual"], ["cards", "--plain"], ["home", "--plain"],
    ["lab", "race", "relu", "--epochs", "1", "--hidden", "2", "--headless"],
    ["lab", "race", "relu", "--epochs", "1", "--hidden", "2", "--json"],
    ["lab", "race", "relu", "--epochs", "1", "--hidden", "2", "--headless", "--format", "svg"],
    ["export", "-o", "-"], ["plot", "gelu", "-o", "/dev/stdout"],
  ]

  /// A full disk, and one of the other ways, or in long tests all of them.
  private static func ways(_ number: Int) -> [(sink: Sink, status: Int32)] {
    StressFactor.factor > 1 ? ways : [ways[0], ways[1 + number % 2]]
  }

  @Test(arguments: printing.indices) func failedOutputIsAnError(index: Int) throws {
    for way in Self.ways(index) { try expectRefusal(Self.printing[index], way) }
  }

  @Test(
    arguments: [
      ["--help"], ["--version"], ["plot", "--help"], ["progress", "merge", "--help"],
      ["help", "export"], ["completions", "zsh"], ["--generate-completion-script", "fish"],
      ["--experimental-dump-help"],
    ]) func unprintableHelpIsAnError(words: [String]) throws
  {
    for way in Self.ways(words.count) {
      let run = try Binary.run(words, into: way.sink)
      #expect(run.status == way.status, "\(words) \(way.sink)")
      #expect(run.errors.isEmpty == (way.sink == .brokenPipe), "\(words): \(run.errors)")
    }
  }

  /// Commands with effects, and how the folder shows them.
  private static let doing: [(words: [String], isDone: @Sendable (Self) throws -> Bool)] = [
    (["progress", "import", "@there.jsonl"], { try $0.ids == ["here", "there"] }),
    (["progress", "merge", "@other.sqlite"], { try $0.ids == ["here", "there"] }),
    (["progress", "restore", "@other.sqlite"], { try $0.ids == ["there"] }),
    (["progress", "reset", "--yes"], { try $0.ids == [] }),
    (["progress", "backup"], { $0.holds("progress.sqlite.backup-1") }),
    (["progress", "exam", "2999-01-01"], { try $0.ids.count == 2 }),
    (["progress", "optimise", "--forget"], { try $0.ids.count == 2 }),
    (["import", "@deck.txt"], { $0.holds("progress.sqlite.decks") }),
    (["new-course", "@course"], { $0.holds("course/lesson.json") }),
  ]

  private var ids: [String] {
    get throws { try LearnerRecord(path: record).entries().map(\.id).sorted() }
  }

  private func holds(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/" + name)
  }

  @Test(arguments: doing.indices)
  func commandsDoTheirWorkBeforePrinting(command: Int) throws {
    let (words, isDone) = Self.doing[command]
    for way in Self.ways(command) {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder)
      where name.hasPrefix("progress.") || name == "course" {
        try FileManager.default.removeItem(atPath: folder + "/" + name)
      }
      try begin("progress.sqlite", with: past("here", ago: 90_000))
      try begin("other.sqlite", with: past("there", ago: 90_000))
      #expect(try !isDone(self), "\(words) proves nothing")
      try expectRefusal(words, way)
      #expect(try isDone(self), "\(words) \(way.sink) did nothing")
    }
  }

  @Test func clockRepairsMoveGradesAndRemoveUnseenDecks() throws {
    for way in Self.ways(0) {
      try begin("progress.sqlite", with: past("there", ago: -900_000))
      try expectRefusal(["progress", "repair", "--apply"], way)
      let times = try LearnerRecord(path: record).entries().map(\.time)
      #expect(times.count == 2 && times.allSatisfy { Double($0) <= Date().timeIntervalSince1970 })
      try #require(try tutor(["import", "@deck.txt"]).status == 0)
      try expectRefusal(["import", "--list"], way)
      try expectRefusal(["import", "--remove", "deck.txt"], way)
      #expect(try tutor(["import", "--list"]).output.isEmpty)
      for name in try FileManager.default.contentsOfDirectory(atPath: folder)
      where name.hasPrefix("progress.") {
        try FileManager.default.removeItem(atPath: folder + "/" + name)
      }
      try begin("progress.sqlite", with: past("here", ago: 90_000))
    }
  }

  @Test func outputToAFileNeedsNoStandardOutput() throws {
    for way in Self.ways(1) {
      let run = try tutor(["export", "-o", "@out.txt"], into: way.sink)
      #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
      #expect(holds("out.txt"))
      try FileManager.default.removeItem(atPath: folder + "/out.txt")
    }
  }

  /// A closed descriptor must not be reused for the record.
  @Test(arguments: ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
  func closedStandardDescriptorsDoNotCorruptTheRecord(closing: String) throws {
    let script = "'\(Binary.path)' \"$@\" --progress '\(record)' \(closing)"
    let isPrinted = ["<&-", "2>&-"].contains(closing)
    for (words, status) in [
      (["progress", "import", folder + "/there.jsonl"], isPrinted ? 0 : 73),
      (["progress", "export"], isPrinted ? 0 : 73), (["cards", "--plain"], isPrinted ? 0 : 73),
      (["progress", "nonsense"], 64),
    ] {
      let run = try Shell.run("/bin/sh", ["-c", script, "sh"] + words)
      #expect(run.status == Int32(status), "\(words) \(closing): \(run.errors)")
    }
    #expect(try ids == ["here", "there"])
    #expect(!holds("progress.sqlite.damaged-1"))
  }

  @Test func aSlowReaderGetsEverything() throws {
    // A non-blocking pipe that is full most of the time.
    let script = """
      exec 3>&1; perl -e 'use Fcntl; fcntl(STDOUT, F_SETFL, O_NONBLOCK) or die; exec @ARGV' \
      '\(Binary.path)' manual 2>&1 | { sleep 0.2; cat >&3; }
      """
    let slow = try Shell.run("/bin/bash", ["-c", script])
    #expect(try slow.output == Binary.run(["manual"]).output)
  }

  @Test func aTruncatedExportIsImportedAndReported() throws {
    let exported = try tutor(["progress", "export"]).output
    let cut = exported.split(separator: "\n").dropLast().joined(separator: "\n") + "\n"
    try cut.write(toFile: folder + "/cut.jsonl", atomically: true, encoding: .utf8)
    let run = try tutor(["progress", "import", "@cut.jsonl"])
    #expect(run.status == 65)
    #expect(run.errors.shows(Words.Reports.cutOff(folder + "/cut.jsonl", missing: 1)))
  }

  @Test func anIgnoredSignalChangesNothing() throws {
    let script = "trap '' PIPE; exec '\(Binary.path)' manual"
    let run = try Shell.run("/bin/sh", ["-c", script], into: .brokenPipe)
    #expect(run.status == 141 && run.errors.isEmpty, "\(run.errors)")
  }

  @Test func aLimitOnTheSizeOfFilesIsReported() throws {
    let script = "ulimit -f 8; '\(Binary.path)' manual >'\(folder)/page'"
    let run = try Shell.run("/bin/sh", ["-c", script])
    #expect(run.status == 73)
    #expect(
      run.errors.shows("tutor: " + Words.Failures.cannotPrint(reason: anything)), "\(run.errors)")
  }

  @Test func errorsKeepTheirStatusWithoutStandardError() throws {
    for closing in ["2>/dev/full", "2>&-"] {
      for (words, status) in [("--nonsense", 64), ("verify /nowhere", 66)] {
        let run = try Shell.run("/bin/sh", ["-c", "'\(Binary.path)' \(words) \(closing)"])
        #expect(run.status == Int32(status), "\(words) \(closing)")
      }
    }
  }

  @Test func answersThatCannotBeSavedOrPrintedAreReported() throws {
    // The record's folder cannot be created; standard output accepts the first screens only.
    let keys = String(repeating: "+\\n \\n3\\n", count: 20)
    func practise(_ redirection: String) throws -> (output: String, errors: String, status: Int32) {
      try Shell.run(
        "/bin/bash",
        [
          "-c",
          "printf '\(keys)' | { ulimit -f 2; '\(Binary.path)' cards --plain "
            + "--progress /dev/null/none/p.sqlite \(redirection); }",
        ])
    }
    let run = try practise(">'\(folder)/screens'")
    #expect(run.status == 73)
    // Lines that standard output rejected go to standard error.
    let lines = run.errors.split(separator: "\n")
    #expect(lines.first?.hasPrefix(#"{"format":"tutor-record","version":1"#) == true, "\(run)")
    struct Event: Decodable {
      struct Review: Decodable {
        var rating: Int
      }
      var fact: [String: Review]
    }
    let ratings = try lines.dropFirst().dropLast().map { line in
      try JSONDecoder().decode(Event.self, from: Data(line.utf8)).fact["review"]?.rating
    }
    #expect(ratings == Array(repeating: 3, count: max(1, ratings.count)))
    let isReported = (1...99).contains { count in
      lines.last?.shows(Words.Saving.lost(count, anything)) == true
    }
    #expect(isReported, "\(run.errors)")
    #expect(try practise(">'\(folder)/both' 2>&1").status == 73)
  }

  @Test(.enabled(if: mayMount, "no disk may be mounted here"))
  func writingToAFullDiskIsAnError() throws {
    let script = """
      cd '\(folder)'; mkdir m; mount -t tmpfs -o size=8k none m; head -c 8192 /dev/zero >m/filler
      for words in manual export "progress --json" plot "render home" "plot --help" --version; do
        '\(Binary.path)' $words >m/x; echo "$?"
      done
      """
    let run = try Shell.run(
      "/usr/bin/unshare", ["-rm", "/bin/bash", "-c", script],
      environment: ["TUTOR_PROGRESS": record])
    #expect(run.output == String(repeating: "73\n", count: 7), "\(run)")
    let told =
      "tutor: \(Words.Failures.cannotPrint(reason: LearnerRecordError.Reason.full.sentence))\n"
    #expect(run.errors == String(repeating: told, count: 7))
  }

  private static let mayMount: Bool = {
    let run = try? Shell.run("/usr/bin/unshare", ["-rm", "mount", "-t", "tmpfs", "none", "/mnt"])
    return run?.status == 0
  }()
}
