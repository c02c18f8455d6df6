import Foundation

/// Opens a lesson of 5 MB, a deck of 100,000 cards and a record of 1,000,000 reviews.
enum LargeBenchmark {
  private struct Case {
    var name: String
    var bundle: String?
    var record: String?
    /// Keys to press before the measurement.
    var opening: [String]
    var keys: [String]
    var arguments: [String] = []
  }

  private static let cards = 100_000
  private static let reviews = 1_000_000

  /// Generates the files, then measures.
  static func figures() -> [Figure] {
    let folder = BenchFiles.scratch
    let (lesson, deck, record) = (folder + "/lesson", folder + "/deck", folder + "/large.sqlite")
    do {
      try LargeCourse.write(to: lesson, sections: 50, sectionBytes: 100_000, cards: 100)
      try LargeCourse.write(to: deck, sections: 10, sectionBytes: 5000, cards: cards)
    } catch {
      print("large courses cannot be written to \(folder): \(error.localizedDescription)")
      return []
    }
    guard begin(record), LargeRecord.fill(record, reviews: reviews, cards: cards) else {
      print("\(record): the large record cannot be written")
      return []
    }
    let bare = barelyOpened()
    return [
      Case(
        name: "lesson of 5 MB", bundle: lesson, opening: ["1"], keys: [" ", " ", "b"]),
      Case(name: "deck of \(cards) cards", bundle: deck, opening: [], keys: ["j", "k"]),
      Case(name: "record of \(reviews) reviews", record: record, opening: [], keys: ["j", "k"]),
      Case(
        name: "both, grading", bundle: deck, record: record, opening: ["c"], keys: [" ", "3"]),
    ].flatMap { figures(of: $0, bare: bare) }
  }

  /// Lets the tutor create a record.
  private static func begin(_ record: String) -> Bool {
    let line = ScreenBenchmark.tutor(record: record)
    guard let program = ProbedProgram(line) else { return false }
    return program.firstScreen(endingWith: ScreenBenchmark.mark).bytes > 0
  }

  /// The times of the bare program for starting and turning a page.
  private static func barelyOpened() -> (starts: Samples, keys: Samples) {
    var (starts, keys) = (Samples(), ScreenBenchmark.KeyTimes())
    for _ in 0..<10 {
      guard let program = ProbedProgram(ScreenBenchmark.bare()) else { continue }
      starts.add(program.firstScreen().milliseconds)
      keys.press([" "], count: 20, on: program)
    }
    return (starts, keys.milliseconds)
  }

  private static func figures(of item: Case, bare: (starts: Samples, keys: Samples)) -> [Figure] {
    var (starts, keys, memory) = (Samples(), ScreenBenchmark.KeyTimes(), Samples())
    for _ in 0..<3 {
      let line = ScreenBenchmark.tutor(item.arguments, record: item.record, bundle: item.bundle)
      guard let program = ProbedProgram(line) else { continue }
      let screen = program.firstScreen(endingWith: ScreenBenchmark.mark, patience: 60_000)
      starts.add(screen.milliseconds)
      for key in item.opening { _ = program.press(key) }
      keys.press(item.keys, count: 40, on: program)
      memory.add(program.megabytes)
    }
    return [
      Figure("\(item.name), opens", starts, bare: bare.starts),
      Figure("\(item.name), a key", keys.milliseconds, bare: bare.keys),
      Figure("\(item.name), a key", slowestOf: keys.milliseconds, bare: bare.keys),
      Figure("\(item.name), memory", memory.median, "MB"),
    ]
  }
}
