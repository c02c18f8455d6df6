import Foundation

/// Compares ways to practise by what model learners remember; fails if a row is worse than in the stored table.
@main
struct Learn {
  static let learnerCount = 1000

  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    let results = await results()
    let table = Table(learners: learnerCount, lines: lines(results))
    if arguments.contains("--groups") { printGroups(results) }
    print(
      """
      \(table.learners) model learners of \(LearnerKind.all.count) kinds, \(Course.factCount) facts, exam on day \(Study.exam)
      recall: facts that can be produced, in %; exam: questions answered right, guesses included, in %;
      90: without practice after the exam; 90+: with the same practice up to day 90; reviews: answers for each fact
      """)
    table.print()
    for line in table.winners(over: Row.reference) { print(line) }
    guard table.comparisonWorks else {
      print("The comparison with the stored table does not notice a worse one.")
      exit(1)
    }
    if arguments.contains("--store") { return try table.store() }
    guard let stored = Table.stored else { return print("Nothing is stored: make learn RECORD=1") }
    let worse = table.regressions(from: stored)
    for line in worse { print("worse: \(line)") }
    print("worse by more than 1 point of recall or 5 % of minutes: \(worse.count)")
    if !worse.isEmpty { exit(1) }
  }

  /// Simulates all rows, in parallel over learners; the sums are taken in the learners' order.
  private static func results() async -> [[Study.Outcome]] {
    await withTaskGroup(of: (Int, [Study.Outcome]).self) { group in
      for number in 0..<learnerCount {
        group.addTask {
          let person = ModelLearner(number: number)
          return (number, Row.all.map { Study.outcome(person, $0.method()) })
        }
      }
      var results = Array(repeating: [Study.Outcome](), count: learnerCount)
      for await (number, outcomes) in group { results[number] = outcomes }
      return results
    }
  }

  /// Prints a table for every kind of learner and every model of memory.
  private static func printGroups(_ results: [[Study.Outcome]]) {
    func printTable(_ name: String, _ isWanted: (Int) -> Bool) {
      print(name)
      let some = results.indices.filter(isWanted).map { results[$0] }
      Table(learners: some.count, lines: lines(some)).print()
    }
    for (index, kind) in LearnerKind.all.enumerated() {
      printTable(kind.name) { ModelLearner.kind(of: $0) == index }
    }
    for (index, model) in HiddenMemory.Model.allCases.enumerated() {
      printTable("\(model)") { ModelLearner.model(of: $0) == index }
    }
  }

  private static func lines(_ results: [[Study.Outcome]]) -> [Table.Line] {
    Row.all.indices.map { row in
      var mean = Study.Outcome()
      for outcomes in results { mean.add(outcomes[row], weight: 1 / Double(results.count)) }
      let values = Study.Outcome.values.map { name, value in
        let isShare = name.hasPrefix("recall") || name.hasPrefix("exam")
        return (name, (mean[keyPath: value] * (isShare ? 1000 : 10)).rounded() / 10)
      }
      return Table.Line(
        name: Row.all[row].name, values: Dictionary(uniqueKeysWithValues: values))
    }
  }
}
