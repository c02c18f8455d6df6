public import Lessons

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads a course folder: `lesson.json`, the sections it names, `deck.json`, and optionally `timeline.json`,
/// `glossary.json` and `mindmap.md`.
public struct LessonBundleReader: Sendable {
  private let folder: String
  let functions: FunctionNames
  /// The folder with symbolic links resolved; nil if it does not exist.
  private let root: String?

  /// Reads nothing yet.
  ///
  /// - Parameters:
  ///   - folder: The course's folder; paths in errors begin with it.
  ///   - functions: The functions that figures and cards may draw.
  public init(folder: String, functions: FunctionNames) {
    self.folder = folder
    self.functions = functions
    root = Self.realPath(folder)
  }

  /// Reads all files.
  ///
  /// - Returns: The lesson with its deck.
  /// - Throws: `ContentError` for the first error.
  public func bundle() throws(ContentError) -> LessonBundle {
    let outline = try LessonFileReader(source: try source("lesson.json")).outline()
    let ids = Set(outline.entries.map(\.id))
    let (sections, deck) = try TwoAtOnce.read(
      { () throws(ContentError) in try self.sections(outline) },
      { () throws(ContentError) in
        try DeckReader(
          source: try source("deck.json"), functions: functions, sections: ids
        ).deck()
      })
    let lesson = outline.lesson(with: sections)
    try check(lesson, against: deck)
    try checkAsked(lesson, outline, against: deck)
    return LessonBundle(
      lesson: lesson, deck: deck, timeline: try timeline(lesson),
      glossary: try glossary(lesson, deck) ?? Glossary(), mindMap: try mindMap(lesson, deck))
  }

  /// The reader for decks that a learner adds to a lesson.
  public func addedDeckReader(for bundle: LessonBundle) -> AddedDeckReader {
    AddedDeckReader(functions: functions, sections: bundle.lesson.sectionIDs)
  }

  /// The course's files that exist or may exist, as paths relative to its folder.
  ///
  /// If `lesson.json` cannot be read, the sections are missing.
  public var files: [String] {
    let outline = try? LessonFileReader(source: source("lesson.json")).outline()
    let sections = outline?.entries.map(\.file).filter(isInside) ?? []
    return ["lesson.json", "deck.json", "timeline.json", "glossary.json", "mindmap.md"] + sections
  }

  /// A file's path in errors: relative to the folder as it was given.
  func path(of file: String) -> String {
    folder.hasSuffix("/") ? folder + file : folder + "/" + file
  }

  /// Reads an optional file; nil if it does not exist.
  func optionalSource(_ path: String) throws(ContentError) -> SourceText? {
    let file = self.path(of: path)
    guard ContentFile.exists(file) else { return nil }
    guard isInside(path) else { throw ContentError(file: file, .unsafePath(path)) }
    return try source(path)
  }

  private func timeline(_ lesson: Lesson) throws(ContentError) -> Timeline? {
    guard let text = try optionalSource("timeline.json") else { return nil }
    return try TimelineReader(source: text, sections: lesson.sectionIDs).timeline()
  }

  private func glossary(_ lesson: Lesson, _ deck: Deck) throws(ContentError) -> Glossary? {
    guard let text = try optionalSource("glossary.json") else { return nil }
    return try GlossaryReader(
      source: text, functions: functions, sections: lesson.sectionIDs, deck: deck
    ).glossary()
  }

  private func mindMap(_ lesson: Lesson, _ deck: Deck) throws(ContentError) -> MindMap? {
    guard let text = try optionalSource("mindmap.md") else { return nil }
    return try MindMapReader(
      source: text, functions: functions, sections: lesson.sectionIDs, deck: deck
    ).mindMap()
  }

  /// Checks that keys can answer every question at the end of a section.
  private func check(_ lesson: Lesson, against deck: Deck) throws(ContentError) {
    func isUsable(_ id: String) -> Bool { deck.card(id: id)?.isAnsweredByKeys == true }
    if lesson.sections.allSatisfy({ $0.checks.allSatisfy(isUsable) }) { return }
    // Only an error needs the location, so the file is read again.
    let text = try source("lesson.json")
    let object = try JSONObject(try JSONText.parse(text), named: "lesson", in: text)
    for entry in try object.objects("sections") {
      for node in entry.node("checks") == nil ? [] : try entry.array("checks") {
        guard case .string(let id) = node.value, !isUsable(id) else { continue }
        throw text.error(at: node.offset, .unknownQuestion(id))
      }
    }
  }

  /// Checks that ids of predictions are unique, and that the questions of exercises can be answered in the text.
  private func checkAsked(
    _ lesson: Lesson, _ outline: LessonOutline, against deck: Deck
  ) throws(ContentError) {
    var ids: Set<String> = []
    for (section, entry) in zip(lesson.sections, outline.entries) {
      for prediction in section.blocks.flatMap(\.predictions) {
        let isNew = ids.insert(prediction.id).inserted && deck.card(id: prediction.id) == nil
        guard !isNew else { continue }
        let text = try source(entry.file)
        throw text.error(at: text.offset(ofField: prediction.id), .usedID(prediction.id))
      }
      for id in section.blocks.flatMap(\.exercises)
      where deck.card(id: id)?.isAskedInText != true {
        let text = try source(entry.file)
        throw text.error(at: text.offset(ofField: id), .unusableExercise(id))
      }
    }
  }

  func source(_ path: String) throws(ContentError) -> SourceText {
    let file = self.path(of: path)
    guard ContentFile.exists(file) else { throw ContentError(file: file, .missingFile) }
    guard let bytes = ContentFile.contents(of: file) else {
      throw ContentError(file: file, .unreadable)
    }
    return try SourceText(file: file, bytes: bytes)
  }

  private func sections(_ outline: LessonOutline) throws(ContentError) -> [Section] {
    var sections: [Section] = []
    for entry in outline.entries {
      guard isInside(entry.file) else {
        throw entry.object.error(.unsafePath(entry.file), at: "file")
      }
      let reader = MarkdownReader(source: try source(entry.file), functions: functions)
      var section = try reader.section(id: entry.id)
      section.checks = entry.checks
      sections.append(section)
    }
    return sections
  }

  /// Whether a path stays in the course's folder after resolving symbolic links.
  private func isInside(_ path: String) -> Bool {
    guard !path.hasPrefix("/"), !path.split(separator: "/").contains("..") else { return false }
    // A missing file is accepted here; reading it reports the error.
    guard let root, let file = Self.realPath(self.path(of: path)) else {
      return true
    }
    return file.hasPrefix(root + "/")
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}

extension Lesson {
  fileprivate var sectionIDs: Set<String> { Set(sections.map(\.id)) }
}
