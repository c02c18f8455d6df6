/// A lesson with its deck, timeline, glossary and mind map.
public struct LessonBundle: Sendable {
  /// The text.
  public var lesson: Lesson
  /// Flashcards and questions.
  public var deck: Deck
  /// Who introduced what, and when; nil if the author tells nothing of it.
  public var timeline: Timeline?
  /// Terms and what they mean.
  public var glossary: Glossary
  /// The lesson as a tree; nil if there is none.
  public var mindMap: MindMap?

  /// Makes a course.
  public init(
    lesson: Lesson, deck: Deck, timeline: Timeline? = nil, glossary: Glossary = Glossary(),
    mindMap: MindMap? = nil
  ) {
    self.timeline = timeline
    self.glossary = glossary
    self.mindMap = mindMap
    self.lesson = lesson
    self.deck = deck
  }
}

/// The text of a lesson: sections in reading order.
public struct Lesson: Sendable {
  /// The lesson's place in a course of several topics.
  public struct CoursePosition: Hashable, Sendable {
    /// The course's title.
    public var title: String
    /// The course's topics in order.
    public var topics: [String]
    /// The number of this lesson's topic, from 1.
    public var topic: Int

    /// Makes a place.
    public init(title: String, topics: [String], topic: Int) {
      self.title = title
      self.topics = topics
      self.topic = topic
    }
  }

  /// The author's id, kept for ever.
  public var id: String
  /// The title.
  public var title: String
  /// The edition, as the author counts.
  public var edition: String
  /// Where the lesson stands in its course, if it stands in one.
  public var coursePosition: CoursePosition?
  /// At least one section.
  public var sections: [Section]

  /// Makes a lesson.
  public init(
    id: String, title: String, edition: String, coursePosition: CoursePosition? = nil,
    sections: [Section]
  ) {
    self.id = id
    self.title = title
    self.edition = edition
    self.coursePosition = coursePosition
    self.sections = sections
  }

  /// The index of a section, by its id.
  public func sectionIndex(id: String) -> Int? {
    sections.firstIndex { $0.id == id }
  }
}

/// One section of a lesson.
public struct Section: Hashable, Sendable {
  /// The author's id, kept for ever.
  public var id: String
  /// The title, from the section's first heading.
  public var title: String
  /// The text, without the title.
  public var blocks: [Block]
  /// The footnotes in the order of their numbers, which begin with 1.
  public var notes: [Footnote]
  /// Ids of the deck's questions that stand at the section's end.
  public var checks: [String]

  /// Makes a section.
  public init(
    id: String, title: String, blocks: [Block], notes: [Footnote] = [], checks: [String] = []
  ) {
    self.notes = notes
    self.checks = checks
    self.id = id
    self.title = title
    self.blocks = blocks
  }
}
