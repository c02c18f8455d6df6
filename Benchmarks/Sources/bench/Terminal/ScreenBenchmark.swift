import Foundation

/// Latencies on pseudo-terminals, compared with a bare ncurses program, vim and less.
enum ScreenBenchmark {
  /// An action in the tutor and in other programs.
  private struct Case {
    var name: String
    var columns: Int
    var rows: Int
    /// The tutor's arguments.
    var arguments: [String]
    /// Keys to press before the measurement.
    var opening: [String] = []
    /// Keys to press in turn.
    var keys: [String]
    /// The keys for the bare program.
    var bareKeys: [String]
    var pager: [String] = []
    /// Whether the record is in memory, so that the disk does not matter.
    var isInMemory = false
  }

  private static let cases = [
    Case(
      name: "home, an arrow", columns: 80, rows: 24, arguments: [], keys: ["j", "k"],
      bareKeys: ["j", "k"]),
    Case(
      name: "lesson, a line", columns: 80, rows: 24, arguments: ["lesson", "3"], keys: lines,
      bareKeys: ["j", "k"], pager: lines),
    Case(
      name: "lesson, a page", columns: 80, rows: 24, arguments: ["lesson", "3"],
      keys: [" ", " ", "b", "b"], bareKeys: [" "], pager: [" ", " ", "b", "b"]),
    Case(
      name: "lesson, a page", columns: 200, rows: 60, arguments: ["lesson", "3"],
      keys: [" ", "b"], bareKeys: [" "], pager: [" ", "b"]),
    Case(
      name: "lesson, a page without a disk", columns: 200, rows: 60, arguments: ["lesson", "3"],
      keys: [" ", "b"], bareKeys: [" "], isInMemory: true),
    Case(
      name: "plot, a slider", columns: 80, rows: 24, arguments: ["plot", "swish"],
      keys: ["]", "["],
      bareKeys: [" "]),
    Case(
      name: "plot, a slider", columns: 200, rows: 60, arguments: ["plot", "swish"],
      keys: ["]", "["],
      bareKeys: [" "]),
    Case(
      name: "cards, shown and back", columns: 200, rows: 60, arguments: ["cards", "--cram"],
      keys: [" ", "1"], bareKeys: [" "]),
  ]

  /// Ten lines down and up again, so that no key is pressed at the end of the text.
  private static let lines = Array(repeating: "j", count: 10) + Array(repeating: "k", count: 10)

  /// Leaves the first screen of a new learner, which is not shown again.
  private static func leaveFirstScreen() {
    guard let program = ProbedProgram(tutor(columns: 80, rows: 24)) else { return }
    _ = program.firstScreen(endingWith: mark)
    for key in ["\u{1B}", "q"] { _ = program.press(key) }
  }

  /// Runs all measurements.
  static func figures() -> [Figure] {
    leaveFirstScreen()
    return starts() + cases.flatMap(keys) + standing()
  }

  private static let text = BenchFiles.root + "/Content/activation-functions/deck.json"

  /// The tutor's command line, with its own record.
  static func tutor(
    _ arguments: [String] = [], columns: Int = 80, rows: Int = 24, record: String? = nil,
    bundle: String? = nil
  ) -> ProgramLine {
    var environment = ["TUTOR_PROGRESS": record ?? BenchFiles.scratch + "/record.sqlite"]
    environment["TUTOR_COURSE"] = bundle ?? BenchFiles.root + "/Content/activation-functions"
    return ProgramLine(
      words: [BenchFiles.tutor] + arguments, environment: environment, columns: columns, rows: rows)
  }

  /// The last text of every screen of the tutor.
  static let mark = " keys"

  /// The bare program's command line.
  static func bare(columns: Int = 80, rows: Int = 24) -> ProgramLine {
    ProgramLine(words: [BenchFiles.bare], columns: columns, rows: rows)
  }

  /// Whether a program is installed.
  private static func isInstalled(_ name: String) -> Bool {
    ["/usr/bin/", "/bin/", "/usr/local/bin/"].contains { access($0 + name, X_OK) == 0 }
  }

  // MARK: Starts

  private static let startRounds = 25

  /// From the start to the last byte of the first screen, for all programs in turn.
  private static func starts() -> [Figure] {
    var figures: [Figure] = []
    for (columns, rows) in [(80, 24), (200, 60)] {
      var lines: [(String, ProgramLine)] = [
        ("bare", bare(columns: columns, rows: rows)),
        ("tutor", tutor(columns: columns, rows: rows)),
      ]
      for (name, words) in [("vim", ["vim", "-u", "NONE"]), ("less", ["less", text])]
      where isInstalled(name) {
        lines.append((name, ProgramLine(words: words, columns: columns, rows: rows)))
      }
      var times: [String: Samples] = [:]
      for _ in 0..<startRounds {
        for (name, line) in lines {
          let mark = name == "tutor" ? mark : nil
          times[name, default: Samples()].add(
            ProbedProgram(line)?.firstScreen(endingWith: mark).milliseconds)
        }
      }
      figures += lines.map { name, _ in
        Figure(
          "start, \(columns)x\(rows), \(name)", times[name] ?? Samples(), bare: times["bare"])
      }
    }
    return figures
  }

  // MARK: Keys

  private static let keyRounds = 5
  private static let keysInRound = 60

  /// The times of key presses.
  struct KeyTimes {
    var milliseconds = Samples()
    var bytes = Samples()

    /// Presses keys in turn.
    mutating func press(_ keys: [String], count: Int, on program: ProbedProgram) {
      for index in 0..<count {
        let burst = program.press(keys[index % keys.count])
        // A key without effect has no output.
        guard burst.bytes > 0 else { continue }
        milliseconds.add(burst.milliseconds)
        bytes.add(Double(burst.bytes))
      }
    }
  }

  /// From a key to the last byte of the response, for the tutor and the others in turn.
  private static func keys(of item: Case) -> [Figure] {
    let (columns, rows) = (item.columns, item.rows)
    var rivals: [(name: String, line: ProgramLine, keys: [String])] = [
      ("bare", bare(columns: columns, rows: rows), item.bareKeys),
      (
        "tutor",
        tutor(
          item.arguments, columns: columns, rows: rows,
          record: item.isInMemory ? BenchFiles.memory + "/record.sqlite" : nil), item.keys
      ),
    ]
    if !item.pager.isEmpty, isInstalled("less") {
      rivals.append(
        ("less", ProgramLine(words: ["less", text], columns: columns, rows: rows), item.pager))
    }
    var times: [String: KeyTimes] = [:]
    for _ in 0..<keyRounds {
      for rival in rivals {
        guard let program = ProbedProgram(rival.line) else { continue }
        _ = program.firstScreen(endingWith: rival.name == "tutor" ? mark : nil)
        times[rival.name, default: KeyTimes()].press(
          rival.keys, count: keysInRound, on: program)
      }
    }
    let name = "\(item.name), \(columns)x\(rows)"
    guard let own = times["tutor"], let base = times["bare"] else { return [] }
    var figures = [
      Figure(name, own.milliseconds, bare: base.milliseconds),
      Figure(name, slowestOf: own.milliseconds, bare: base.milliseconds),
      Figure(name + ", sent", own.bytes.median, "B"),
      Figure(name + ", bare", base.milliseconds, bare: base.milliseconds),
    ]
    if let pager = times["less"] {
      figures.append(Figure(name + ", less", pager.milliseconds, bare: base.milliseconds))
    }
    return figures
  }

  // MARK: Standing still

  private static let idleSeconds: UInt32 = 5

  /// Memory after use, and wake-ups of the idle program.
  private static func standing() -> [Figure] {
    guard let program = ProbedProgram(tutor(columns: 200, rows: 60)) else { return [] }
    _ = program.firstScreen(endingWith: mark)
    for key in [
      "1", " ", " ", "l", " ", "l", " ", "q", "p", "]", "q", "c", " ", "q", "G", "q", "M", "q",
    ] {
      _ = program.press(key)
    }
    let before = program.sleeps
    sleep(idleSeconds)
    let wakeUps = program.sleeps.flatMap { after in before.map { after - $0 } }
    return [
      program.megabytes.map { Figure("memory after some use", $0, "MB") },
      wakeUps.map { Figure("wake-ups in \(idleSeconds) seconds", Double($0), "") },
    ].compactMap { $0 }
  }
}
