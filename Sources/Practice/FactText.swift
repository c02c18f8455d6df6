extension Fact {
  /// Parses the most common facts from compact JSON: grades, answers, sections read and positions.
  ///
  /// A fast path for long records: if it returns a fact, a JSON decoder returns the same one. It returns nil for
  /// anything else: other facts, strings with escapes, unknown or duplicate members, numbers that are not plain
  /// integers.
  ///
  /// - Parameter text: A JSON object.
  public init?(plain text: String) {
    var text = text
    let fact = text.withUTF8 { bytes -> Fact? in
      var reader = FactText(bytes)
      return reader.fact()
    }
    guard let fact else { return nil }
    self = fact
  }
}

/// A parser over the bytes of a fact.
private struct FactText {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The members of a fact.
  private struct Members {
    var card: String?
    var rating: Int?
    var question: String?
    var isRight: Bool?
    var mode: String?
    var milliseconds: Int?
    var mistake: String?
    var section: String?
    var block: Int?
    var offset: Int?
    /// The value without a label.
    var value: String?
  }

  /// The fact; nil if this parser does not support it.
  mutating func fact() -> Fact? {
    guard take("{\""), let name = kind(), take("\":{") else { return nil }
    let isNested = name == .position
    if isNested { guard take("\"_0\":{") else { return nil } }
    var members = Members()
    repeat {
      guard take("\""), member(of: name, &members) else { return nil }
    } while take(",")
    guard take(isNested ? "}}}" : "}}"), position == bytes.count else { return nil }
    return name.fact(of: members)
  }

  private enum Kind {
    case review, answer, sectionRead, position

    /// Builds a fact; nil if a member is missing.
    func fact(of members: Members) -> Fact? {
      switch self {
      case .review:
        guard let card = members.card, let rating = members.rating.flatMap(Rating.init(rawValue:))
        else { return nil }
        return .review(card: card, rating: rating)
      case .answer:
        guard let question = members.question, let isRight = members.isRight,
          let mode = members.mode.flatMap(AnswerMode.init(rawValue:)),
          let milliseconds = members.milliseconds
        else { return nil }
        return .answer(
          question: question, isRight: isRight, mode: mode, milliseconds: milliseconds,
          mistake: members.mistake)
      case .sectionRead: return members.value.map { .sectionRead($0) }
      case .position:
        guard let section = members.section, let block = members.block,
          let offset = members.offset
        else { return nil }
        return .position(ReadingPosition(section: section, block: block, offset: offset))
      }
    }
  }

  private mutating func kind() -> Kind? {
    if take("review") { return .review }
    if take("answer") { return .answer }
    if take("position") { return .position }
    return take("sectionRead") ? .sectionRead : nil
  }

  /// Parses a member after the quotation mark of its name; false if it is unknown or a duplicate.
  private mutating func member(of kind: Kind, _ members: inout Members) -> Bool {
    switch kind {
    case .review:
      if take("card\":") { return text(&members.card) }
      return take("rating\":") && number(&members.rating)
    case .answer:
      if take("question\":") { return text(&members.question) }
      if take("isRight\":") { return bool(&members.isRight) }
      if take("milliseconds\":") { return number(&members.milliseconds) }
      if take("mode\":") { return text(&members.mode) }
      return take("mistake\":") && text(&members.mistake)
    case .sectionRead: return take("_0\":") && text(&members.value)
    case .position:
      if take("section\":") { return text(&members.section) }
      if take("block\":") { return number(&members.block) }
      return take("offset\":") && number(&members.offset)
    }
  }

  /// Consumes a word if it comes next.
  private mutating func take(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    for index in 0..<count where bytes[position + index] != word.utf8Start[index] { return false }
    position += count
    return true
  }

  private mutating func text(_ place: inout String?) -> Bool {
    guard place == nil, take("\"") else { return false }
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        place = String(decoding: bytes[start..<position], as: UTF8.self)
        position += 1
        return true
      }
      guard byte >= 0x20, byte != UInt8(ascii: "\\") else { return false }
      position += 1
    }
    return false
  }

  private mutating func bool(_ place: inout Bool?) -> Bool {
    guard place == nil else { return false }
    if take("true") { place = true } else if take("false") { place = false }
    return place != nil
  }

  /// Parses an integer with few enough digits not to overflow.
  private mutating func number(_ place: inout Int?) -> Bool {
    guard place == nil else { return false }
    let start = position
    var number = 0
    while position < bytes.count, position - start < 18 {
      let digit = Int(bytes[position]) - 0x30
      guard (0...9).contains(digit) else { break }
      number = number * 10 + digit
      position += 1
    }
    let isPlain = position > start && (position == start + 1 || bytes[start] != UInt8(ascii: "0"))
    if isPlain { place = number }
    return isPlain
  }
}
