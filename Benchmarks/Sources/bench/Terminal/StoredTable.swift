import Figures
import Foundation

/// The figures of a known good run, kept in `Benchmarks/baseline.json`.
struct StoredTable: Codable {
  /// Where it was measured.
  struct Machine: Codable {
    /// The processor's name.
    var processor: String
    /// How many of them.
    var cores: Int
    /// The system.
    var system: String
    /// How many programs wanted to run meanwhile.
    var load: String
  }

  var machine: Machine
  var figures: [Figure]

  private static let path = BenchFiles.root + "/Benchmarks/baseline.json"

  /// The stored table; nil if there is none.
  static var stored: StoredTable? {
    TextFile.contents(path).flatMap {
      try? JSONDecoder().decode(StoredTable.self, from: Data($0.utf8))
    }
  }

  /// Puts the table in the place of the stored one.
  func store() {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self),
      TextFile.write(String(decoding: data, as: UTF8.self) + "\n", to: Self.path)
    else { return print("\(Self.path): cannot be written") }
    print("stored in \(Self.path)")
  }

  /// Prints the table beside the stored one, and how many measures have become worse by more than the tolerance.
  func compare(with stored: StoredTable?) {
    print("\(machine.processor), \(machine.cores) cores, \(machine.system), load \(machine.load)")
    if let stored {
      print(
        "stored: \(stored.machine.processor), \(stored.machine.cores) cores, load \(stored.machine.load)"
      )
    }
    print(Self.row("", "now", "quickest", "x bare", "stored", "x bare", ""))
    let before = Dictionary(
      (stored?.figures ?? []).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var worse = 0
    for figure in figures {
      let old = before[figure.name]
      var verdict = ""
      if let now = figure.measure, let then = old?.measure {
        if now > then * figure.tolerance + Self.slack(figure.unit) {
          verdict = "worse"
          worse += 1
        } else if now * figure.tolerance < then {
          verdict = "better"
        }
      }
      print(
        Self.row(
          figure.name, Self.text(figure.value) + " " + figure.unit, Self.text(figure.quickest),
          Self.text(figure.ratio),
          old.map { Self.text($0.value) + " " + $0.unit } ?? "-", Self.text(old?.ratio), verdict))
    }
    print(
      "medians; compared are the ratios (of the quickest tenth, or of p95), bytes, memory and wake-ups"
    )
    print("worse by more than 30 % (p95: 80 %): \(worse)")
  }

  /// What a small number may rise by besides.
  private static func slack(_ unit: String) -> Double { unit == "ms" ? 0 : 1 }

  private static func text(_ number: Double?) -> String {
    number.map { String(format: $0 < 100 ? "%.2f" : "%.0f", $0) } ?? "-"
  }

  private static func row(_ cells: String...) -> String {
    zip(cells, [44, 14, 10, 9, 14, 9, 8]).map { cell, width in
      width == 44
        ? cell.padding(toLength: width, withPad: " ", startingAt: 0)
        : String(repeating: " ", count: max(0, width - cell.count)) + cell
    }.joined()
  }
}

extension StoredTable.Machine {
  /// This one, as far as the system tells.
  static var here: Self {
    let processor = TextFile.contents("/proc/cpuinfo")?.split(separator: "\n")
      .first { $0.hasPrefix("model name") }?.split(separator: ":").last
      .map { $0.trimmingCharacters(in: .whitespaces) }
    let load = TextFile.contents("/proc/loadavg")?.split(separator: " ").first.map(String.init)
    let system = ProcessInfo.processInfo
    return Self(
      processor: processor ?? "unknown", cores: system.activeProcessorCount,
      system: system.operatingSystemVersionString, load: load ?? "unknown")
  }
}

/// Where things are.
enum BenchFiles {
  /// The project's folder.
  static let root = #filePath.split(separator: "/").dropLast(5).map { "/" + $0 }.joined()
  /// The tutor's release build.
  static let tutor = root + "/.build/release/tutor"
  /// The program that is measured along with it, built beside this one.
  static var bare: String {
    let own = CommandLine.arguments[0]
    return (own.lastIndex(of: "/").map { own[...$0] } ?? "") + "bare"
  }
  /// A folder for what is made up, removed at the end.
  static let scratch = FileManager.default.temporaryDirectory.path + "/tutor-bench-\(getpid())"
  /// A folder in memory, where syncing costs nothing; on disk where the system has no such place.
  static let memory =
    access("/dev/shm", W_OK) == 0 ? "/dev/shm/tutor-bench-\(getpid())" : scratch + "/memory"
}
