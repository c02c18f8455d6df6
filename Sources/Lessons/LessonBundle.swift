/// A lesson with its deck, timeline, glossary and mind map.
public struct LessonBundle: Sendable {
  public var lesson: Lesson
  public var deck: Deck
  /// Nil if the author wrote no timeline.
  public var timeline: Timeline?
  public var glossary: Glossary
  /// Nil if the author drew no mind map.
  public var mindMap: MindMap?

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

/// A lesson's text: sections in reading order.
public struct Lesson: Sendable {
  /// The lesson's position in a course of several topics.
  public struct CoursePosition: Hashable, Sendable {
    /// The course's title.
    public var title: String
    /// The course's topics in order.
    public var topics: [String]
    /// The number of this lesson's topic, from 1.
    public var topic: Int

    public init(title: String, topics: [String], topic: Int) {
      self.title = title
      self.topics = topics
      self.topic = topic
    }
  }

  /// The author's id; permanent.
  public var id: String
  public var title: String
  /// The edition, numbered by the author.
  public var edition: String
  /// The position in a course; nil if the lesson is not part of one.
  public var coursePosition: CoursePosition?
  /// At least one section.
  public var sections: [Section]

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

public struct Section: Hashable, Sendable {
  /// The author's id; permanent.
  public var id: String
  /// The title, from the section's first heading.
  public var title: String
  /// The text without the title.
  public var blocks: [Block]
  /// Footnotes in order of their numbers, which begin with 1.
  public var notes: [Footnote]
  /// Ids of the deck's questions that are asked at the end of the section.
  public var checks: [String]

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
