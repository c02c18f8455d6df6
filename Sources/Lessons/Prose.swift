/// The style of a piece of running text.
public struct Traits: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Emphasis (`*word*`).
  public static let emphasis = Traits(rawValue: 1)
  /// Strong emphasis (`**word**`).
  public static let strong = Traits(rawValue: 2)
  public static let code = Traits(rawValue: 4)
  /// Strikethrough.
  public static let struck = Traits(rawValue: 8)
  /// The text of a link.
  public static let link = Traits(rawValue: 16)
  public static let math = Traits(rawValue: 32)
  /// The alternative text of a picture, or its file's name.
  public static let picture = Traits(rawValue: 64)
  /// The number of a footnote.
  public static let note = Traits(rawValue: 128)
}

/// A piece of text in one style.
public struct Span: Hashable, Sendable {
  /// The text; a line feed is a hard line break.
  public var text: String
  public var traits: Traits
  /// The destination of a link: an address, or `#` and a section's id.
  public var destination: String?
  /// Mathematics as the author typed it, delimiters included; nil for other text.
  public var source: String?

  public init(
    _ text: String, _ traits: Traits = [], destination: String? = nil, source: String? = nil
  ) {
    self.text = text
    self.traits = traits
    self.destination = destination
    self.source = source
  }
}

/// Running text.
public typealias Prose = [Span]

extension Prose {
  /// The text without styles.
  public var plainText: String { map(\.text).joined() }
}
