/// What a certificate says, and a line that says the same to a program.
///
/// The line ends with a seal, a digest of everything before it. Anybody could compute it anew: it shows that
/// a certificate agrees with itself and with a record, not who earned it.
public struct Certificate: Hashable, Sendable {
  /// Whose it is.
  public var name: String
  /// The title of the lesson.
  public var lesson: String
  /// The lesson's edition.
  public var edition: String
  /// When it was earned.
  public var day: LocalDay
  /// Minutes studied.
  public var minutes: Int
  /// Sections read.
  public var sections: Int
  /// Cards mastered.
  public var cards: Int
  /// The mean chance of recall on that day, in percent.
  public var recall: Int
  /// Right answers of the best quiz.
  public var quizRight: Int
  /// Its questions.
  public var quizTotal: Int
  /// The best score of a Speed Challenge of any form, 0 if none was played.
  public var speed: Int
  /// Events in the record.
  public var events: Int
  /// When the latest of them happened, in seconds since 1970 UTC.
  public var until: Int
  /// The digest of those events.
  public var record: String

  /// Digests text; the same text always gives the same letters.
  public typealias DigestFunction = (String) -> String

  /// What a certificate says of a learner.
  ///
  /// - Parameters:
  ///   - name: Whose it is.
  ///   - learner: Who has earned it.
  ///   - certificateProgress: What was attained.
  ///   - lesson: The lesson's title and edition.
  ///   - day: The day.
  ///   - record: How many events the record has, when the latest happened, and their digest.
  public init(
    name: String, learner: Learner, certificateProgress: CertificateProgress,
    lesson: (title: String, edition: String), day: LocalDay,
    record: (events: Int, until: Int, digest: String)
  ) {
    self.name = name
    self.lesson = lesson.title
    edition = lesson.edition
    self.day = day
    minutes = learner.secondsStudied / 60
    sections = certificateProgress.sections.done
    cards = certificateProgress.cards.done
    recall = Int(((certificateProgress.recall ?? 0) * 100).rounded())
    quizRight = certificateProgress.quiz?.right ?? 0
    quizTotal = certificateProgress.quiz?.total ?? 0
    speed = learner.speedRuns.map(\.score).max() ?? 0
    events = record.events
    until = record.until
    self.record = record.digest
  }

  private static let head = "tutor-certificate 1"

  private var fields: [(name: String, value: String)] {
    [
      ("name", name), ("lesson", lesson), ("edition", edition), ("day", day.iso),
      ("minutes", "\(minutes)"), ("sections", "\(sections)"), ("cards", "\(cards)"),
      ("recall", "\(recall)"), ("quiz", "\(quizRight)/\(quizTotal)"), ("speed", "\(speed)"),
      ("events", "\(events)"), ("until", "\(until)"), ("record", record),
    ]
  }

  /// Everything in one line of ASCII, the seal at its end.
  public func line(sealedBy digest: DigestFunction) -> String {
    let body = Self.head + fields.map { " \($0.name)=\(Self.escaped($0.value))" }.joined()
    return "\(body) seal=\(digest(body))"
  }

  /// What is wrong with a line.
  public enum ReadError: Error, Hashable, Sendable {
    /// There is no such line in the text.
    case noLine
    /// A field is missing or makes no sense.
    case badField(String)
    /// The seal is not that of the line.
    case brokenSeal
  }

  /// Finds the line in a text and reads it.
  ///
  /// - Parameters:
  ///   - text: A certificate in any of its formats.
  ///   - digest: What it was sealed by.
  /// - Throws: `ReadError` if there is no line, or it was changed.
  public init(in text: String, sealedBy digest: DigestFunction) throws(ReadError) {
    let lines = text.split(whereSeparator: \.isNewline)
    guard let found = lines.first(where: { $0.contains(Self.head + " ") }),
      let start = found.firstIndex(of: "t", before: Self.head)
    else { throw .noLine }
    // An element's end may follow in an SVG.
    let line = found[start...].prefix { $0 != "<" }
    let words = line.split(separator: " ")
    guard let seal = words.last, seal.hasPrefix("seal=") else { throw .badField("seal") }
    let body = words.dropLast().joined(separator: " ")
    guard digest(body) == seal.dropFirst(5) else { throw .brokenSeal }
    var values: [String: String] = [:]
    for word in words.dropFirst(2).dropLast() {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let value = Self.unescaped(parts[1]) else {
        throw .badField(String(word.prefix(20)))
      }
      values[String(parts[0])] = value
    }
    try self.init(values)
  }

  private init(_ values: [String: String]) throws(ReadError) {
    func text(_ name: String) throws(ReadError) -> String {
      guard let value = values[name] else { throw .badField(name) }
      return value
    }
    func number(_ name: String) throws(ReadError) -> Int {
      guard let number = Int(try text(name)), number >= 0 else { throw .badField(name) }
      return number
    }
    name = try text("name")
    lesson = try text("lesson")
    edition = try text("edition")
    guard let day = LocalDay(iso: try text("day")) else { throw .badField("day") }
    self.day = day
    minutes = try number("minutes")
    sections = try number("sections")
    cards = try number("cards")
    recall = try number("recall")
    let quiz = try text("quiz").split(separator: "/").compactMap { Int($0) }
    guard quiz.count == 2 else { throw .badField("quiz") }
    (quizRight, quizTotal) = (quiz[0], quiz[1])
    speed = try number("speed")
    events = try number("events")
    until = try number("until")
    record = try text("record")
  }

  /// Letters, digits, dots, slashes and hyphens as they are; every other byte as `%` and two digits.
  private static func escaped(_ text: String) -> String {
    text.utf8.map { byte in
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        byte < 0x80
        && (scalar.properties.isAlphabetic || "0123456789./-".unicodeScalars.contains(scalar))
      return isPlain
        ? String(Character(scalar)) : (byte < 16 ? "%0" : "%") + String(byte, radix: 16)
    }.joined()
  }

  private static func unescaped(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}

extension Substring {
  /// Where a text begins that is known to be in it.
  fileprivate func firstIndex(of first: Character, before text: String) -> Index? {
    indices.first { self[$0] == first && self[$0...].hasPrefix(text) }
  }
}
