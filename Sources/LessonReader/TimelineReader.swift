import Lessons

/// Reads `timeline.json`.
struct TimelineReader {
  let source: SourceText
  let sections: Set<String>

  /// Reads all entries, which must be in order of their years.
  ///
  /// - Throws: `ContentError` for the first error.
  func timeline() throws(ContentError) -> Timeline {
    let object = try JSONObject(try JSONText.parse(source), named: "timeline", in: source)
    try object.checkFormat("tutor-timeline", version: 1)
    var entries: [Timeline.Entry] = []
    for entry in try object.objects("entries") {
      let year = try entry.integer("year")
      let earliest = entries.last?.year ?? 1
      guard (earliest...9999).contains(year) else {
        throw entry.error(
          .outOfRange(field: "year", allowed: .yearsFrom(earliest)), at: "year")
      }
      let section = try entry.optionalString("section")
      if let section, !sections.contains(section) {
        throw entry.error(.unknownSection(section), at: "section")
      }
      entries.append(
        Timeline.Entry(
          year: year, title: try entry.string("title"), text: try entry.string("text"),
          citation: try entry.string("citation"), isLookedUp: try entry.bool("looked_up"),
          section: section))
    }
    return Timeline(entries)
  }
}
