public import Lessons

/// A piece of a course's files with its location.
public struct LocatedText: Hashable, Sendable {
  public var file: String
  /// From 1.
  public var line: Int
  /// In characters, from 1.
  public var column: Int
  public var text: String
}

/// The source text of a section.
public struct SectionScan: Sendable {
  public let file: String
  /// Claims in comments, `<!-- check: … -->`, one entry per claim.
  public private(set) var claims: [LocatedText] = []
  /// Lines of running text, without comments and code.
  public private(set) var prose: [LocatedText] = []
  /// The first line of every figure block, with its info string.
  public private(set) var figures: [LocatedText] = []
  /// Lines of code blocks that are not figures.
  public private(set) var code: [LocatedText] = []
  /// Text that is shown differently than the author may expect.
  public internal(set) var remarks: [(place: LocatedText, remark: Remark)] = []
  /// The kind of the open comment.
  private var comment: Comment?
  /// The open code block: nil outside, empty language if it has none.
  private var fence: (mark: Substring, language: String)?

  private enum Comment {
    case claims, other
  }

  /// Scans a file.
  init(_ source: SourceText) {
    file = source.file
    let start = FrontMatter.length(in: source.bytes)
    let skipped = source.bytes[..<start].count { $0 == 0x0A }
    let lines = String(decoding: source.bytes[start...], as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() { add(String(line), number: skipped + index + 1) }
  }

  private static let open = "<!--"
  private static let close = "-->"
  private static let claim = "check:"

  private mutating func add(_ line: String, number: Int) {
    let trimmed = line.trimmed
    if comment != nil { return addComment(line, number: number, column: 1) }
    if let fence {
      if isEnd(of: fence.mark, trimmed) {
        self.fence = nil
      } else if fence.language == PredictionBlock.predict {
        // Learners read its texts and its number, but no tolerance.
        if !trimmed.hasPrefix("tolerance") {
          prose.append(LocatedText(file: file, line: number, column: 1, text: line))
        }
      } else if fence.language != PredictionBlock.exercise,
        !FigureBlock.languages.contains(fence.language)
      {
        code.append(LocatedText(file: file, line: number, column: 1, text: line))
      }
    } else if let mark = Self.fence(trimmed) {
      let language = trimmed.dropFirst(mark.count).split(separator: " ").first.map(String.init)
      fence = (mark, language ?? "")
      if let language, FigureBlock.languages.contains(language) {
        figures.append(LocatedText(file: file, line: number, column: 1, text: language))
      }
    } else if trimmed.hasPrefix(Self.open) {
      let blanks = line.count - line.drop { $0 == " " }.count
      let inner = line.dropFirst(blanks + Self.open.count)
      let isClaim = inner.drop { $0 == " " }.hasPrefix(Self.claim)
      comment = isClaim ? .claims : .other
      var start = blanks + Self.open.count
      if isClaim { start += inner.prefix { $0 == " " }.count + Self.claim.count }
      addComment(String(line.dropFirst(start)), number: number, column: start + 1)
    } else if !trimmed.isEmpty {
      prose.append(LocatedText(file: file, line: number, column: 1, text: line))
    }
  }

  /// The backquotes or tildes that open a code block, also in a list or a quote; nil if the line opens none.
  private static func fence(_ line: String) -> Substring? {
    let inner = line.drop { $0 == ">" || $0 == " " }
    for mark in ["```", "~~~"] where inner.hasPrefix(mark) {
      let run = inner.prefix { $0 == mark.first }
      return mark == "```" && inner.dropFirst(run.count).contains("`") ? nil : run
    }
    return nil
  }

  private func isEnd(of mark: Substring, _ line: String) -> Bool {
    let inner = line.drop { $0 == ">" || $0 == " " }
    return inner.count >= mark.count && inner.allSatisfy { $0 == mark.first }
  }

  /// Adds one line of a comment, up to its end.
  private mutating func addComment(_ line: String, number: Int, column: Int) {
    if comment == .claims { return addClaims(line, number: number, column: column) }
    guard let end = line.firstRange(of: Self.close) else { return }
    comment = nil
    if line[end.upperBound...].contains(where: { !$0.isWhitespace }) {
      let start = line[..<end.upperBound].count
      prose.append(
        LocatedText(
          file: file, line: number, column: column + start, text: String(line[end.upperBound...])))
    }
  }

  /// Adds the claims of one line of a comment, up to its end.
  private mutating func addClaims(_ line: String, number: Int, column: Int) {
    var text = line
    if let end = line.firstRange(of: Self.close) {
      text = String(line[..<end.lowerBound])
      comment = nil
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

/// The source text of a card.
public struct CardScan: Sendable {
  public let id: String
  /// The beginning of the card.
  public let place: LocatedText
  /// The claims of its `check` field.
  public let claims: [LocatedText]
  /// All texts that a learner reads.
  public let texts: [LocatedText]
  /// Whether its type is known.
  public let isKnown: Bool
}

extension LocatedText {
  /// The same with addresses of links and tags replaced by spaces, because learners do not read them as text.
  public var withoutAddresses: LocatedText {
    guard text.contains("<") || text.contains("](") || text.contains("://") else { return self }
    var copy = self
    for match in text.matches(of: /\]\([^)]*\)|<[A-Za-z\/!][^>]*>|https?:\/\/\S+/).reversed() {
      let blanks = String(repeating: " ", count: text[match.range].count)
      copy.text.replaceSubrange(match.range, with: blanks)
    }
    return copy
  }
}

extension LessonBundleReader {
  /// Reads the files of all sections as text.
  ///
  /// - Returns: The sections in order, with their ids.
  /// - Throws: `ContentError` if a file cannot be read.
  public func sectionScans() throws(ContentError) -> [(id: String, scan: SectionScan)] {
    let text = try source("lesson.json")
    let object = try JSONObject(try JSONText.parse(text), named: "lesson", in: text)
    var scans: [(String, SectionScan)] = []
    for entry in try object.objects("sections") {
      let text = try source(try entry.string("file"))
      var scan = SectionScan(text)
      scan.remarks = try MarkdownReader(source: text, functions: functions).findings().map {
        let place = text.error(at: $0.offset, .empty)
        return (
          LocatedText(file: place.file, line: place.line, column: place.column, text: ""), $0.remark
        )
      }
      scans.append((try entry.id(), scan))
    }
    return scans
  }

  /// Reads the deck as text.
  ///
  /// - Returns: The cards in order.
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

/// The source text of an entry of the timeline.
public struct TimelineScan: Sendable {
  /// The claims of its `check` field.
  public let claims: [LocatedText]
  /// Its title and its text.
  public let texts: [LocatedText]
}

extension LessonBundleReader {
  /// Reads the timeline as text.
  ///
  /// - Returns: Its entries in order; empty if there is no timeline.
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

/// The source text of a term of the glossary.
public struct TermScan: Sendable {
  public let id: String
  /// Its usual spelling.
  public let place: LocatedText?
  /// The claims of its `check` field.
  public let claims: [LocatedText]
  /// Its definition.
  public let texts: [LocatedText]
}

extension LessonBundleReader {
  /// Reads the glossary as text.
  ///
  /// - Returns: Its terms in order; empty if there is no glossary.
  /// - Throws: `ContentError` if it cannot be read.
  public func termScans() throws(ContentError) -> [TermScan] {
    guard let text = try optionalSource("glossary.json") else { return [] }
    let object = try JSONObject(try JSONText.parse(text), named: "glossary", in: text)
    var scans: [TermScan] = []
    for entry in try object.objects("terms") {
      scans.append(
        TermScan(
          id: try entry.id(), place: try entry.locatedStrings("term").first,
          claims: try entry.locatedStrings("check"),
          texts: try entry.locatedStrings("definition")))
    }
    return scans
  }
}

extension CardScan {
  /// Types of cards that the reader knows; cards of other types are skipped.
  static let types: Set<String> = [
    "basic", "cloze", "choice", "several", "gap", "numeric", "truefalse", "order", "match", "curve",
    "network", "point", "sketch", "diagnose",
  ]
}

extension JSONObject {
  fileprivate func located(_ text: String, at offset: Int? = nil) -> LocatedText {
    let place = source.error(at: offset ?? self.offset, .empty)
    return LocatedText(file: place.file, line: place.line, column: place.column, text: text)
  }

  /// A string or a list of strings with their locations; empty if there is no such member.
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

  /// All strings that learners read.
  fileprivate var words: [LocatedText] {
    let silent: Set<String> = [
      "id", "type", "section", "tags", "card", "check", "plot", "function", "pairs", "accept",
      "code",
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
