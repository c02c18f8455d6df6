/// The contents of a certificate, and a machine-readable line with the same contents.
///
/// The line ends with a seal, a digest of everything before it. Anyone can compute a seal: it shows that a certificate
/// is consistent with itself and with a record, not who earned it.
public struct Certificate: Hashable, Sendable {
  /// The learner's name.
  public var name: String
  /// The title of the lesson.
  public var lesson: String
  /// The lesson's edition.
  public var edition: String
  /// The day on which it was earned.
  public var day: LocalDay
  /// Minutes studied.
  public var minutes: Int
  /// Sections read.
  public var sections: Int
  /// Cards mastered.
  public var cards: Int
  /// The mean chance of recall on that day, in percent.
  public var recall: Int
  /// Right answers in the best quiz.
  public var quizRight: Int
  /// Questions in the best quiz.
  public var quizTotal: Int
  /// The best score in any form of the Speed Challenge, 0 if none was played.
  public var speed: Int
  /// The number of events on the record.
  public var events: Int
  /// The time of the latest event, in seconds since 1970 UTC.
  public var until: Int
  /// The digest of those events.
  public var record: String

  /// Computes a digest of text.
  public typealias DigestFunction = (String) -> String

  /// Describes what a learner has earned.
  ///
  /// - Parameters:
  ///   - name: The learner's name.
  ///   - learner: The learner's state.
  ///   - certificateProgress: The requirements met.
  ///   - lesson: The lesson's title and edition.
  ///   - day: The day.
  ///   - record: The number of events on the record, the time of the latest, and their digest.
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

  /// All fields in one line of ASCII, ending with the seal.
  public func line(sealedBy digest: DigestFunction) -> String {
    let body = Self.head + fields.map { " \($0.name)=\(Self.escaped($0.value))" }.joined()
    return "\(body) seal=\(digest(body))"
  }

  public enum ReadError: Error, Hashable, Sendable {
    /// The text contains no such line.
    case noLine
    /// A field is missing or invalid.
    case badField(String)
    /// The seal does not match the line.
    case brokenSeal
  }

  /// Finds the line in a text and parses it.
  ///
  /// - Parameters:
  ///   - text: A certificate in any of its formats.
  ///   - digest: The digest function of the seal.
  /// - Throws: `ReadError` if there is no line, or it was changed.
  public init(in text: String, sealedBy digest: DigestFunction) throws(ReadError) {
    let lines = text.split(whereSeparator: \.isNewline)
    guard let found = lines.first(where: { $0.contains(Self.head + " ") }),
      let start = found.firstIndex(of: "t", before: Self.head)
    else { throw .noLine }
    // In an SVG, an end tag may follow.
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

  /// Percent-encodes every byte except letters, digits, dots, slashes and hyphens.
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
  /// The index of a character before a given text.
  fileprivate func firstIndex(of first: Character, before text: String) -> Index? {
    indices.first { self[$0] == first && self[$0...].hasPrefix(text) }
  }
}
