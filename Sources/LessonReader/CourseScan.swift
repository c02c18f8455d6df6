/// A piece of a course's files, and where it stands.
public struct LocatedText: Hashable, Sendable {
  /// The file.
  public var file: String
  /// Line from 1.
  public var line: Int
  /// Column from 1, in characters.
  public var column: Int
  /// What stands there.
  public var text: String
}

/// A section as its author typed it.
public struct SectionScan: Sendable {
  /// The file.
  public let file: String
  /// Claims in comments, `<!-- check: … -->`, one each.
  public private(set) var claims: [LocatedText] = []
  /// Lines of running text, comments and code left out.
  public private(set) var prose: [LocatedText] = []
  /// The first line of every figure block, with the fence's word.
  public private(set) var figures: [LocatedText] = []
  /// Lines of code blocks that are no figures.
  public private(set) var code: [LocatedText] = []
  private var isInComment = false
  /// What the open code block is: nil outside, empty for one without a language.
  private var fence: String?

  /// Goes through a file.
  init(_ source: SourceText) {
    file = source.file
    let lines = String(decoding: source.bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() { add(String(line), number: index + 1) }
  }

  private static let open = "<!-- check:"
  private static let close = "-->"

  private mutating func add(_ line: String, number: Int) {
    let trimmed = line.trimmed
    if isInComment { return addClaims(line, number: number, column: 1) }
    if trimmed.hasPrefix("```") {
      fence = fence == nil ? String(trimmed.dropFirst(3)).trimmed : nil
      if let fence, FigureBlock.languages.contains(fence) {
        figures.append(LocatedText(file: file, line: number, column: 1, text: fence))
      }
    } else if let fence {
      if !FigureBlock.languages.contains(fence) {
        code.append(LocatedText(file: file, line: number, column: 1, text: line))
      }
    } else if trimmed.hasPrefix(Self.open) {
      isInComment = true
      let start = line.count - line.drop { $0 == " " }.count + Self.open.count
      addClaims(String(line.dropFirst(start)), number: number, column: start + 1)
    } else if !trimmed.isEmpty {
      prose.append(LocatedText(file: file, line: number, column: 1, text: line))
    }
  }

  /// Takes the claims of one line of a comment, up to its end.
  private mutating func addClaims(_ line: String, number: Int, column: Int) {
    var text = line
    if let end = line.firstRange(of: Self.close) {
      text = String(line[..<end.lowerBound])
      isInComment = false
    }
    var place = column
    for part in text.split(separator: ";", omittingEmptySubsequences: false) {
      let claim = String(part).trimmed
      if !claim.isEmpty {
        let blanks = part.prefix { $0 == " " }.count
        claims.append(
          LocatedText(file: file, line: number, column: place + blanks, text: claim))
      }
      place += part.count + 1
    }
  }
}

/// A card as its author typed it.
public struct CardScan: Sendable {
  /// The card's id.
  public let id: String
  /// Where the card begins.
  public let place: LocatedText
  /// Claims of its `check` field.
  public let claims: [LocatedText]
  /// Everything a learner reads on it.
  public let texts: [LocatedText]
  /// Whether its type is known.
  public let isKnown: Bool
}

extension CourseReader {
  /// Reads every section's file as text.
  ///
  /// - Returns: The sections in their order, by id.
  /// - Throws: `ContentError` if a file cannot be read.
  public func sectionScans() throws(ContentError) -> [(id: String, scan: SectionScan)] {
    let text = try source("lesson.json")
    let object = try JSONObject(try JSONText.parse(text), named: "lesson", in: text)
    var scans: [(String, SectionScan)] = []
    for entry in try object.objects("sections") {
      scans.append((try entry.id(), SectionScan(try source(try entry.string("file")))))
    }
    return scans
  }

  /// Reads the deck as text.
  ///
  /// - Returns: The cards in their order.
  /// - Throws: `ContentError` if the deck cannot be read.
  public func cardScans() throws(ContentError) -> [CardScan] {
    let text = try source("deck.json")
    let object = try JSONObject(try JSONText.parse(text), named: "deck", in: text)
    var scans: [CardScan] = []
    for entry in try object.objects("cards") {
      let type = try entry.string("type")
      scans.append(
        CardScan(
          id: try entry.id(), place: entry.located(type),
          claims: try entry.locatedStrings("check"), texts: entry.words,
          isKnown: CardScan.types.contains(type)))
    }
    return scans
  }
}

/// An entry of the timeline as its author typed it.
public struct TimelineScan: Sendable {
  /// Claims of its `check` field.
  public let claims: [LocatedText]
  /// Its title and its text.
  public let texts: [LocatedText]
}

extension CourseReader {
  /// Reads the timeline as text.
  ///
  /// - Returns: Its entries in their order; none if there is no timeline.
  /// - Throws: `ContentError` if it cannot be read.
  public func timelineScans() throws(ContentError) -> [TimelineScan] {
    guard let text = try optionalSource("timeline.json") else { return [] }
    let object = try JSONObject(try JSONText.parse(text), named: "timeline", in: text)
    var scans: [TimelineScan] = []
    for entry in try object.objects("entries") {
      let texts = try entry.locatedStrings("title") + (try entry.locatedStrings("text"))
      scans.append(TimelineScan(claims: try entry.locatedStrings("check"), texts: texts))
    }
    return scans
  }
}

extension CourseReader {
  /// Reads the names of the glossary's terms as text, with their places.
  ///
  /// - Returns: The terms by id; none if there is no glossary.
  /// - Throws: `ContentError` if it cannot be read.
  public func termPlaces() throws(ContentError) -> [String: LocatedText] {
    guard let text = try optionalSource("glossary.json") else { return [:] }
    let object = try JSONObject(try JSONText.parse(text), named: "glossary", in: text)
    var places: [String: LocatedText] = [:]
    for entry in try object.objects("terms") {
      places[try entry.id()] = try entry.locatedStrings("term").first
    }
    return places
  }
}

extension CardScan {
  fileprivate static let types: Set<String> = [
    "basic", "cloze", "choice", "several", "gap", "numeric", "truefalse", "order", "match", "curve",
    "network",
  ]
}

extension JSONObject {
  fileprivate func located(_ text: String, at offset: Int? = nil) -> LocatedText {
    let place = source.error(at: offset ?? self.offset, .empty)
    return LocatedText(file: place.file, line: place.line, column: place.column, text: text)
  }

  /// A text or a list of texts, each with its place; empty if there is no such member.
  fileprivate func locatedStrings(_ name: String) throws(ContentError) -> [LocatedText] {
    guard let node = node(name) else { return [] }
    if case .string(let text) = node.value { return [located(text, at: node.offset)] }
    var texts: [LocatedText] = []
    for node in try array(name) {
      guard case .string(let text) = node.value else {
        throw source.error(at: node.offset, .wrongType(field: name, expected: .listOfTexts))
      }
      texts.append(located(text, at: node.offset))
    }
    return texts
  }

  /// Every text but those that are no words for a learner.
  fileprivate var words: [LocatedText] {
    let silent: Set<String> = [
      "id", "type", "section", "tags", "card", "check", "plot", "function", "pairs", "accept",
    ]
    func collect(_ node: JSONNode) -> [LocatedText] {
      switch node.value {
      case .string(let text): [located(text, at: node.offset)]
      case .array(let nodes): nodes.flatMap(collect)
      case .object(let members):
        members.filter { !silent.contains($0.name) }.flatMap { collect($0.value) }
      default: []
      }
    }
    return names.filter { !silent.contains($0) }.compactMap { node($0) }.flatMap(collect)
  }
}
