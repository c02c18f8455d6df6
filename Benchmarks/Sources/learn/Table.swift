import Foundation

/// The results of all rows, stored in `Benchmarks/learn.json`.
struct Table: Codable, Equatable {
  struct Line: Codable, Equatable {
    var name: String
    /// By column.
    var values: [String: Double]
  }

  var learners: Int
  var lines: [Line]

  /// The fall of a recall, in points, and the rise of minutes, as a factor, that count as worse.
  private static let (points, factor) = (1.0, 1.05)

  /// What is worse than in another table by more than the tolerance; a row that is missing is worse.
  func regressions(from stored: Table) -> [String] {
    stored.lines.flatMap { old -> [String] in
      guard let new = lines.first(where: { $0.name == old.name }) else {
        return ["\(old.name): the row is missing"]
      }
      return old.values.sorted { $0.key < $1.key }.compactMap { column, before in
        let now = new.values[column] ?? 0
        let isWorse =
          column.hasPrefix("minutes")
          ? now > before * Self.factor
          : !column.hasPrefix("reviews") && now < before - Self.points
        guard isWorse else { return nil }
        return "\(old.name.trimmed), \(column): \(now.tenths), stored \(before.tenths)"
      }
    }
  }

  /// Whether the comparison finds a fall of 1.1 points and a rise of 6 %, and nothing in the table itself.
  var comparisonWorks: Bool {
    var (lower, slower) = (self, self)
    for index in lines.indices {
      lower.lines[index].values["recall 30", default: 0] -= 1.1
      slower.lines[index].values["minutes 30", default: 0] *= 1.06
    }
    return regressions(from: self).isEmpty
      && lower.regressions(from: self).count == lines.count
      && slower.regressions(from: self).count == lines.count
  }

  /// Where another way to practise does better than FSRS-6: more recall, or the same (to a point) in fewer minutes.
  func winners(over reference: String) -> [String] {
    guard let base = lines.first(where: { $0.name == reference }) else { return [] }
    return ["30", "90", "90+"].map { day in
      let minutes = "minutes " + (day == "90+" ? day : "30")
      func better(_ line: Line) -> String? {
        let (recall, time) = (line.values["recall " + day] ?? 0, line.values[minutes] ?? 0)
        let before = (recall: base.values["recall " + day] ?? 0, time: base.values[minutes] ?? 0)
        let isBetter =
          recall > before.recall + Self.points
          || recall > before.recall - Self.points && time < before.time / Self.factor
        return isBetter
          ? "\(line.name.trimmed) (\(recall.tenths) % in \(time.tenths) min)" : nil
      }
      let names = lines.compactMap(better)
      let before =
        "\((base.values["recall " + day] ?? 0).tenths) % in \((base.values[minutes] ?? 0).tenths) min"
      return "recall \(day), better than \(reference) (\(before)): "
        + (names.isEmpty ? "none" : names.joined(separator: ", "))
    }
  }

  func print() {
    let columns = Study.Outcome.values.map(\.name)
    Swift.print("".padded(36) + columns.map { $0.leading(12) }.joined())
    for line in lines {
      let cells = columns.map { (line.values[$0] ?? 0).tenths.leading(12) }
      Swift.print(line.name.padded(36) + cells.joined())
    }
  }
}

extension Table {
  private static let path =
    #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/learn.json"

  /// The stored table; nil if there is none.
  static var stored: Table? {
    FileManager.default.contents(atPath: path).flatMap {
      try? JSONDecoder().decode(Table.self, from: $0)
    }
  }

  /// Replaces the stored table.
  func store() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    var data = try encoder.encode(self)
    data.append(0x0A)
    try data.write(to: URL(fileURLWithPath: Self.path))
  }
}

extension Double {
  /// With one decimal.
  var tenths: String { String(format: "%.1f", self) }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }
  fileprivate func padded(_ width: Int) -> String {
    padding(toLength: width, withPad: " ", startingAt: 0)
  }
  fileprivate func leading(_ width: Int) -> String {
    String(repeating: " ", count: Swift.max(0, width - count)) + self
  }
}
