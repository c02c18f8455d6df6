import Lessons

/// Reads the stem of a question.
struct StemReader {
  let entry: JSONObject

  /// Reads all parts; none if the question has no stem.
  ///
  /// - Throws: `ContentError` for the first error.
  func parts() throws(ContentError) -> [Stem] {
    guard entry.node("stem") != nil else { return [] }
    let objects = try entry.objects("stem")
    try check(objects.count, Stem.parts, "stem", in: entry)
    var parts: [Stem] = []
    for object in objects { parts.append(try part(object)) }
    return parts
  }

  private static let kinds = ["code", "log", "table", "histogram", "curves"]

  private func part(_ object: JSONObject) throws(ContentError) -> Stem {
    switch Self.kinds.first(where: { object.node($0) != nil }) {
    case "code": return .code(try lines(object, "code"))
    case "log": return .log(try lines(object, "log"))
    case "table": return .table(try table(object))
    case "histogram": return .histogram(try histogram(try object.object("histogram")))
    case "curves": return .curves(try curves(try object.object("curves")))
    default: throw object.error(.wrongType(field: "stem", expected: .word(Self.kinds)))
    }
  }

  private func check(
    _ count: Int, _ allowed: ClosedRange<Int>, _ name: String, in object: JSONObject
  ) throws(ContentError) {
    guard allowed.contains(count) else {
      throw object.error(.outOfRange(field: name, allowed: .items(allowed)), at: name)
    }
  }

  private func lines(_ object: JSONObject, _ name: String) throws(ContentError) -> [String] {
    let lines = try object.strings(name)
    try check(lines.count, Stem.lines, name, in: object)
    return lines
  }

  private func table(_ object: JSONObject) throws(ContentError) -> Stem.Table {
    var rows: [[String]] = []
    for node in try object.array("table") {
      guard case .array(let nodes) = node.value else {
        throw object.source.error(
          at: node.offset, .wrongType(field: "table", expected: .listOfTexts))
      }
      var cells: [String] = []
      for node in nodes {
        guard case .string(let cell) = node.value else {
          throw object.source.error(
            at: node.offset, .wrongType(field: "table", expected: .listOfTexts))
        }
        cells.append(cell)
      }
      let width = rows.first?.count ?? cells.count
      guard Stem.columns.contains(width), cells.count == width else {
        throw object.source.error(
          at: node.offset,
          .outOfRange(
            field: "table",
            allowed: .items(Stem.columns.contains(width) ? width...width : Stem.columns)))
      }
      rows.append(cells)
    }
    try check(rows.count, Stem.rows, "table", in: object)
    return Stem.Table(header: rows[0], rows: Array(rows.dropFirst()))
  }

  private func histogram(_ object: JSONObject) throws(ContentError) -> Stem.Histogram {
    let (low, high) = (try object.number("from"), try object.number("to"))
    guard let range = PlotFigure.window(from: low, to: high) else {
      throw object.error(.wrongType(field: "to", expected: .ascendingNumbers), at: "to")
    }
    var counts: [Int] = []
    for number in try numbers(object, "counts") {
      guard let count = Int(exactly: number), Stem.counts.contains(count) else {
        throw object.error(
          .outOfRange(field: "counts", allowed: .between(Stem.counts)), at: "counts")
      }
      counts.append(count)
    }
    try check(counts.count, Stem.bins, "counts", in: object)
    guard counts.contains(where: { $0 > 0 }) else {
      throw object.error(.outOfRange(field: "counts", allowed: .atLeast("1")), at: "counts")
    }
    return Stem.Histogram(
      title: try object.string("title"), range: range, counts: counts,
      below: try count(object, "below"), above: try count(object, "above"))
  }

  private func count(_ object: JSONObject, _ name: String) throws(ContentError) -> Int {
    guard object.node(name) != nil else { return 0 }
    let count = try object.integer(name)
    guard Stem.counts.contains(count) else {
      throw object.error(.outOfRange(field: name, allowed: .between(Stem.counts)), at: name)
    }
    return count
  }

  private func curves(_ object: JSONObject) throws(ContentError) -> Stem.Curves {
    var series: [Stem.Curves.Series] = []
    for entry in try object.objects("series") {
      let values = try numbers(entry, "values")
      try check(values.count, Stem.values, "values", in: entry)
      series.append(Stem.Curves.Series(name: try entry.string("name"), values: values))
    }
    try check(series.count, Stem.series, "series", in: object)
    let count = series.map(\.values.count).max() ?? 0
    var places = (0..<count).map { Double($0 + 1) }
    if object.node("at") != nil {
      places = try numbers(object, "at")
      guard places.count >= count, places.count <= Stem.values.upperBound,
        zip(places, places.dropFirst()).allSatisfy({ $0 < $1 }),
        PlotFigure.window(from: places[0], to: places[places.count - 1]) != nil
      else {
        throw object.error(.wrongType(field: "at", expected: .ascendingNumbers), at: "at")
      }
    }
    return Stem.Curves(
      title: try object.string("title"), x: try object.string("x"), places: places, series: series)
  }

  /// A list of numbers of at most the size that a plot can show.
  private func numbers(_ object: JSONObject, _ name: String) throws(ContentError) -> [Double] {
    var numbers: [Double] = []
    for node in try object.array(name) {
      guard case .number(let number) = node.value, abs(number) <= 1e12 else {
        throw object.source.error(
          at: node.offset, .outOfRange(field: name, allowed: .between(-1e12...1e12)))
      }
      numbers.append(number)
    }
    return numbers
  }
}
