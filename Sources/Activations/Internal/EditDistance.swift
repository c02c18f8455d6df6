/// The edit distance of two short names, for suggestions after a typing mistake.
package enum EditDistance {
  /// The smallest number of insertions, deletions, substitutions and swaps of neighbours.
  ///
  /// - Source: Damerau 1964, restricted form (no letter is edited twice).
  static func between(_ first: String, _ second: String) -> Int {
    let a = Array(first)
    let b = Array(second)
    var rows = [Array(0...b.count)]
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          best = min(best, rows[i - 1][j - 1] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }

  /// The most similar of several names, if at most a third of the typed name differs.
  package static func nearest(to name: String, in names: [String]) -> String? {
    let ranked = names.map { (name: $0, distance: between(name, $0)) }
    return ranked.filter { $0.distance * 3 <= name.count }
      .min { $0.distance < $1.distance }?.name
  }
}
