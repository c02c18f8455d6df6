import Figures
import Foundation

/// Runs the benchmarks: all of them, or the named ones.
@main
struct Bench {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    let names = arguments.filter { !$0.hasPrefix("--") }
    func isWanted(_ name: String) -> Bool { names.isEmpty || names.contains(name) }
    let inside = [
      ("plot", PlotBenchmark.run), ("explorer", ExplorerBenchmark.run), ("lab", LabBenchmark.run),
    ]
    for (name, run) in inside where isWanted(name) { run() }
    guard isWanted("screen") || isWanted("large") else { return }
    guard access(BenchFiles.tutor, X_OK) == 0 else {
      return print("\(BenchFiles.tutor) is missing: `make bench` builds it")
    }
    try? FileManager.default.createDirectory(
      atPath: BenchFiles.scratch, withIntermediateDirectories: true)
    defer {
      for folder in [BenchFiles.scratch, BenchFiles.memory] {
        try? FileManager.default.removeItem(atPath: folder)
      }
    }
    var table = StoredTable(machine: .here, figures: [])
    if isWanted("screen") { table.figures += ScreenBenchmark.figures() }
    if isWanted("large") { table.figures += LargeBenchmark.figures() }
    table.compare(with: .stored)
    if arguments.contains("--store") { table.store() }
  }
}
