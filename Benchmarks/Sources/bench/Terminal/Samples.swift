/// Times of a repeated measurement.
struct Samples {
  /// In order of measurement.
  private(set) var values: [Double] = []

  /// Adds a time; ignores nil.
  mutating func add(_ value: Double?) {
    if let value { values.append(value) }
  }

  /// A quantile; 0 without values.
  func quantile(_ share: Double) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
  }

  var median: Double { quantile(0.5) }

  /// The time on an almost idle machine.
  var undisturbed: Double { quantile(0.1) }
}

/// A line of the table.
struct Figure: Codable {
  /// The quantity.
  var name: String
  /// Its value: a median unless the name says otherwise.
  var value: Double
  var unit: String
  /// The 10 % quantile of the times, from which ratios are computed, because a busy machine affects it least.
  var quickest: Double?
  /// Its ratio to that of the bare program in the same run; nil without comparison.
  var ratio: Double?

  /// The factor by which the value may increase before it counts as worse: times vary on a shared machine, the slowest
  /// most.
  var tolerance = 1.3

  private enum CodingKeys: String, CodingKey {
    case name, value, unit, quickest, ratio
  }

  /// Summarises times, and those of the bare program.
  init(_ name: String, _ times: Samples, bare: Samples?) {
    (self.name, value, unit) = (name, times.median, "ms")
    quickest = times.undisturbed
    guard let base = bare?.undisturbed, base > 0 else { return }
    ratio = times.undisturbed / base
  }

  /// Summarises the slowest twentieth of times, and that of the bare program.
  init(_ name: String, slowestOf times: Samples, bare: Samples) {
    (self.name, value, unit) = (name + ", p95", times.quantile(0.95), "ms")
    let base = bare.quantile(0.95)
    if base > 0 { ratio = value / base }
    tolerance = 1.8
  }

  /// Another quantity.
  init(_ name: String, _ value: Double, _ unit: String) {
    (self.name, self.value, self.unit) = (name, value, unit)
  }

  /// The value compared between runs: the ratio for times, otherwise the value.
  var measure: Double? { unit == "ms" ? ratio : value }
}
