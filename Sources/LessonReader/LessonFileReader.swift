import Lessons

/// The contents of `lesson.json`; the sections' own files are not read yet.
struct LessonOutline: Sendable {
  /// An entry of the list of sections.
  struct Entry: Sendable {
    let id: String
    /// Its file, as it is written there.
    let file: String
    /// Ids of the questions at its end.
    let checks: [String]
    /// The JSON object, for the location of errors.
    let object: JSONObject
  }

  let entries: [Entry]
  fileprivate let id: String
  fileprivate let title: String
  fileprivate let edition: String
  fileprivate let place: Lesson.CoursePosition?

  /// The lesson with its sections.
  func lesson(with sections: [Section]) -> Lesson {
    Lesson(id: id, title: title, edition: edition, coursePosition: place, sections: sections)
  }
}

/// Reads `lesson.json`: the lesson's title, its position in a course, and its list of sections.
struct LessonFileReader {
  let source: SourceText

  /// Reads the file alone.
  ///
  /// - Throws: `ContentError` for the first error.
  func outline() throws(ContentError) -> LessonOutline {
    let object = try JSONObject(try JSONText.parse(source), named: "lesson", in: source)
    try object.checkFormat("tutor-lesson", version: 1)
    var entries: [LessonOutline.Entry] = []
    var lines: [String: Int] = [:]
    for entry in try object.objects("sections") {
      let id = try entry.id()
      if let first = lines[id] {
        throw entry.error(.duplicateID(id, firstLine: first), at: "id")
      }
      lines[id] = entry.line
      entries.append(
        LessonOutline.Entry(
          id: id, file: try entry.string("file"), checks: try entry.strings("checks"),
          object: entry))
    }
    if entries.isEmpty { throw object.error(.noSections, at: "sections") }
    return LessonOutline(
      entries: entries, id: try object.id(), title: try object.string("title"),
      edition: try object.string("edition"), place: try place(object))
  }

  private func place(_ lesson: JSONObject) throws(ContentError) -> Lesson.CoursePosition? {
    guard lesson.node("course") != nil else { return nil }
    let course = try lesson.object("course")
    let topics = try course.strings("topics")
    let topic = try course.integer("topic")
    guard topic >= 1, topic <= topics.count else {
      throw course.error(
        .outOfRange(field: "topic", allowed: .between("1", "\(topics.count)")), at: "topic")
    }
    return Lesson.CoursePosition(title: try course.string("title"), topics: topics, topic: topic)
  }
}
