/// How a piece of running text is set.
public struct Traits: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Emphasis (`*word*`).
  public static let emphasis = Traits(rawValue: 1)
  /// Strong emphasis (`**word**`).
  public static let strong = Traits(rawValue: 2)
  /// Inline code.
  public static let code = Traits(rawValue: 4)
  /// Struck out.
  public static let struck = Traits(rawValue: 8)
  /// The text of a link.
  public static let link = Traits(rawValue: 16)
  /// Mathematics.
  public static let math = Traits(rawValue: 32)
  /// Words in place of a picture: those the author gave it, or its file's name.
  public static let picture = Traits(rawValue: 64)
  /// The number of a footnote.
  public static let note = Traits(rawValue: 128)
}

/// A segment of text set in one way.
public struct Span: Hashable, Sendable {
  /// The text; a line feed is a hard line break.
  public var text: String
  /// How it is set.
  public var traits: Traits
  /// Where a link leads: an address, or `#` and a section's id.
  public var destination: String?
  /// Mathematics as the author typed it, delimiters included; nil for other text.
  public var source: String?

  /// Makes a span.
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
  /// The text without its settings.
  public var plainText: String { map(\.text).joined() }
}
