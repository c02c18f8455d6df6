import Lessons

/// Reads `lesson.json`: what the lesson is called, where it stands in a course, and which sections it has.
struct LessonFileReader {
  let source: SourceText
  /// Reads a section's file; the entry is there for complaints about its path.
  let section: (_ path: String, _ id: String, _ entry: JSONObject) throws(ContentError) -> Section

  /// Reads the file and every section that it names.
  ///
  /// - Throws: `ContentError` at the first thing that is wrong.
  func lesson() throws(ContentError) -> Lesson {
    let object = try JSONObject(try JSONText.parse(source), named: "lesson", in: source)
    try object.checkFormat("tutor-lesson", version: 1)
    var sections: [Section] = []
    var lines: [String: Int] = [:]
    for entry in try object.objects("sections") {
      let id = try entry.id()
      if let first = lines[id] {
        throw entry.error(.duplicateID(id, firstLine: first), at: "id")
      }
      lines[id] = entry.line
      var section = try section(try entry.string("file"), id, entry)
      section.checks = try entry.strings("checks")
      sections.append(section)
    }
    if sections.isEmpty { throw object.error(.noSections, at: "sections") }
    return Lesson(
      id: try object.id(), title: try object.string("title"),
      edition: try object.string("edition"), place: try place(object), sections: sections)
  }

  private func place(_ lesson: JSONObject) throws(ContentError) -> Lesson.Place? {
    guard lesson.node("course") != nil else { return nil }
    let course = try lesson.object("course")
    let topics = try course.strings("topics")
    let topic = try course.integer("topic")
    guard topic >= 1, topic <= topics.count else {
      throw course.error(.outOfRange(field: "topic", allowed: "1 to \(topics.count)"), at: "topic")
    }
    return Lesson.Place(title: try course.string("title"), topics: topics, topic: topic)
  }
}
