import Lessons

extension ForeignDeck {
  /// Detects a foreign format from a file's first bytes; nil if they look like text.
  init?(bytes: [UInt8]) {
    if bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) {
      // The names of an archive's files are at its beginning and its end.
      let ends = bytes.prefix(65_536) + bytes.suffix(65_536)
      self = ends.holds("collection.anki2") ? .ankiPackage : .archive
    } else if bytes.starts(with: Array("SQLite format 3\0".utf8)) {
      self = .database
    } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      || bytes.isUTF16WithoutMark
    {
      self = .wideText
    } else {
      return nil
    }
  }

  /// Detects JSON that is not a deck of this program.
  init?(json source: SourceText) {
    let node: JSONNode
    do throws(ContentError) {
      node = try JSONText.parse(source)
    } catch {
      // The parser reports the error with its location.
      return nil
    }
    guard case .object(let members) = node.value else {
      self = .otherJSON
      return
    }
    let names = Set(members.map(\.name))
    if names.contains("format") { return nil }
    let isCrowdAnki = names.contains("__type__") || names.contains("crowdanki_uuid")
    self = isCrowdAnki ? .crowdAnki : .otherJSON
  }

  /// Detects text in a foreign format; nil if it may contain notes.
  init?(text source: SourceText) {
    let lines = source.bytes.prefix(262_144).split(separator: 0x0A).map {
      String(decoding: $0, as: UTF8.self)
    }
    let settings = ["#separator", "#html", "#notetype", "#columns", "#tags", "#deck", "#guid"]
    if lines.first.map({ line in settings.contains { line.lowercased().hasPrefix($0) } }) == true {
      return nil
    }
    let filled = lines.filter { !$0.trimmed.isEmpty }
    let tabbed = filled.count { $0.utf8.contains(0x09) }
    if let first = filled.first?.trimmed.lowercased(),
      first.hasPrefix("<!doctype html") || first.hasPrefix("<html")
    {
      self = .webPage
      return
    }
    let name = source.file.lowercased()
    if tabbed * 2 >= filled.count || name.hasSuffix(".csv") || Self.isTable(filled) { return nil }
    let isMarkdown = [".md", ".markdown", ".mdx", ".mkd"].contains(where: name.hasSuffix)
    let marks = Marks(filled)
    if marks.isHashcards(isMarkdown: isMarkdown) {
      self = .hashcards
    } else if marks.isObsidian(isMarkdown: isMarkdown) {
      self = .obsidian
    } else if marks.headings > 0, marks.rules > 0 || name.hasSuffix(".hascard") {
      self = .hascard
    } else if isMarkdown {
      self = .markdown
    } else {
      return nil
    }
  }

  /// Whether the first lines contain the same number of a separator, at least one.
  private static func isTable(_ lines: [String]) -> Bool {
    let first = lines.prefix(20)
    return first.count > 1
      && ";,|".utf8.contains { separator in
        let counts = Set(first.map { line in line.utf8.count { $0 == separator } })
        return counts.count == 1 && counts.first != 0
      }
  }

  /// Counts of lines that look like cards in Markdown.
  private struct Marks {
    private(set) var headings = 0
    private(set) var rules = 0
    private var lines = 0
    private var questions = 0
    private var answers = 0
    private var gaps = 0
    private var colons = 0
    private var parted = 0
    private var tags = 0

    init(_ lines: [String]) {
      self.lines = lines.count
      for line in lines {
        if line.hasPrefix("# ") { headings += 1 }
        if line == "---" { rules += 1 }
        if line.hasPrefix("Q:") { questions += 1 }
        if line.hasPrefix("A:") { answers += 1 }
        if line.hasPrefix("C:") { gaps += 1 }
        if line.firstRange(of: "::") != nil, line.firstRange(of: "{{c") == nil { colons += 1 }
        if line == "?" || line == "??" { parted += 1 }
        if line.firstRange(of: "#flashcards") != nil { tags += 1 }
      }
    }

    func isHashcards(isMarkdown: Bool) -> Bool {
      (questions > 0 && answers > 0) || (gaps > 0 && (isMarkdown || gaps * 2 >= lines))
    }

    func isObsidian(isMarkdown: Bool) -> Bool {
      parted > 0 || tags > 0 || (isMarkdown ? colons > 0 : colons * 2 >= lines && colons > 0)
    }
  }
}

extension [UInt8] {
  /// Whether every second one of the first bytes is 0, as in UTF-16 without a byte order mark.
  fileprivate var isUTF16WithoutMark: Bool {
    guard count >= 8 else { return false }
    let pairs = prefix(8)
    return stride(from: 0, to: 8, by: 2).allSatisfy { pairs[$0] == 0 && pairs[$0 + 1] != 0 }
      || stride(from: 0, to: 8, by: 2).allSatisfy { pairs[$0] != 0 && pairs[$0 + 1] == 0 }
  }
}

extension ArraySlice<UInt8> {
  /// Whether it contains a text.
  fileprivate func holds(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    return indices.contains { self[$0...].starts(with: wanted) }
  }
}
