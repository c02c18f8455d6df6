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
}

/// A stretch of text set in one way.
public struct Span: Hashable, Sendable {
  /// The text; a line feed is a hard line break.
  public var text: String
  /// How it is set.
  public var traits: Traits
  /// Where a link leads: an address, or `#` and a section's id.
  public var destination: String?

  /// Makes a span.
  public init(_ text: String, _ traits: Traits = [], destination: String? = nil) {
    self.text = text
    self.traits = traits
    self.destination = destination
  }
}

/// Running text.
public typealias Prose = [Span]

extension Prose {
  /// The text without its settings.
  public var plainText: String { map(\.text).joined() }
}
