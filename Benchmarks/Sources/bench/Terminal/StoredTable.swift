import Figures
import Foundation

/// The results of a reference run, stored in `Benchmarks/baseline.json`.
struct StoredTable: Codable {
  /// The machine of the run.
  struct Machine: Codable {
    /// The processor's name.
    var processor: String
    var cores: Int
    /// The operating system.
    var system: String
    /// The load average.
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

  /// Replaces the stored table.
  func store() {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self),
      TextFile.write(String(decoding: data, as: UTF8.self) + "\n", to: Self.path)
    else { return print("\(Self.path): cannot be written") }
    print("stored in \(Self.path)")
  }

  /// Prints the table next to the stored one, and the number of values that are worse by more than the tolerance.
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

  /// The additional tolerance of small numbers.
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
  /// The current machine, as far as the system reports it.
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

/// Paths.
enum BenchFiles {
  /// The project's folder.
  static let root = #filePath.split(separator: "/").dropLast(5).map { "/" + $0 }.joined()
  /// The tutor's release build.
  static let tutor = root + "/.build/release/tutor"
  /// The bare program, built next to this one.
  static var bare: String {
    let own = CommandLine.arguments[0]
    return (own.lastIndex(of: "/").map { own[...$0] } ?? "") + "bare"
  }
  /// A folder for generated files, removed at the end.
  static let scratch = FileManager.default.temporaryDirectory.path + "/tutor-bench-\(getpid())"
  /// A folder in memory, where syncing is free; on disk if there is none.
  static let memory =
    access("/dev/shm", W_OK) == 0 ? "/dev/shm/tutor-bench-\(getpid())" : scratch + "/memory"
}
