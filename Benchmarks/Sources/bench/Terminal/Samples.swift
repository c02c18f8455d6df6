/// Times of one thing done over and over.
struct Samples {
  /// In the order in which they were taken.
  private(set) var values: [Double] = []

  /// Adds one; nothing if there was none.
  mutating func add(_ value: Double?) {
    if let value { values.append(value) }
  }

  /// The value that a share of all lies below; 0 if there are none.
  func quantile(_ share: Double) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
  }

  /// The one in the middle.
  var median: Double { quantile(0.5) }

  /// What it takes when nothing else wants the machine, or nearly.
  var undisturbed: Double { quantile(0.1) }
}

/// One line of the table.
struct Figure: Codable {
  /// What was measured.
  var name: String
  /// How much: a median unless the name says otherwise.
  var value: Double
  /// Of what.
  var unit: String
  /// The quickest tenth of the times, of which ratios are made: a busy machine disturbs it least.
  var quickest: Double?
  /// That as a multiple of what the bare program took in the same run; nil where there is nothing to compare.
  var ratio: Double?

  /// What the measure may rise by before it counts as worse: times wander on a shared machine, the slowest most.
  var tolerance = 1.3

  private enum CodingKeys: String, CodingKey {
    case name, value, unit, quickest, ratio
  }

  /// Makes a line from times, and those of the bare program meanwhile.
  init(_ name: String, _ times: Samples, bare: Samples?) {
    (self.name, value, unit) = (name, times.median, "ms")
    quickest = times.undisturbed
    guard let base = bare?.undisturbed, base > 0 else { return }
    ratio = times.undisturbed / base
  }

  /// Makes a line from the slowest twentieth of times, and that of the bare program meanwhile.
  init(_ name: String, slowestOf times: Samples, bare: Samples) {
    (self.name, value, unit) = (name + ", p95", times.quantile(0.95), "ms")
    let base = bare.quantile(0.95)
    if base > 0 { ratio = value / base }
    tolerance = 1.8
  }

  /// Makes a line from anything else.
  init(_ name: String, _ value: Double, _ unit: String) {
    (self.name, self.value, self.unit) = (name, value, unit)
  }

  /// What is compared between runs: the ratio of a time, anything else as it is.
  var measure: Double? { unit == "ms" ? ratio : value }
}
