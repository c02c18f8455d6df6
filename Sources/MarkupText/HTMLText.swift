/// Converts HTML to the text that a browser would show.
///
/// Blocks and `<br>` break lines, paragraphs are separated by an empty line, list items begin with their bullet or
/// number, and cells of a row are separated by ` | `. Superscripts and subscripts become Unicode letters where
/// they exist. Style sheets, scripts, comments and hidden elements are dropped; a picture becomes its alternative text
/// or its file name in brackets. Any input is accepted, as in browsers; the time is linear in its length.
public struct HTMLText: Hashable, Sendable {
  /// The text; lines have no trailing spaces.
  public var text: String
  /// Whether there is any text besides file names of pictures.
  public var hasWords: Bool
  /// The alternative texts or file names of pictures, sounds and videos, in order.
  public var pictures: [String]

  /// Converts an HTML document or fragment.
  public init(_ html: String) {
    let layout = HTMLLayout()
    if html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) {
      HTMLParser.parse(html, into: layout)
    } else {
      Array(html.utf8).withUnsafeBufferPointer(layout.text)
    }
    text = layout.finished()
    hasWords = layout.hasWords
    pictures = layout.pictures
  }

  /// The text that a browser would show for HTML.
  public static func plain(_ html: String) -> String { HTMLText(html).text }

  /// Whether text contains a tag, a comment, or anything else in angle brackets.
  public static func hasTag(_ text: String) -> Bool {
    guard let open = text.utf8.firstIndex(of: UInt8(ascii: "<")) else { return false }
    return text.utf8[open...].contains(UInt8(ascii: ">"))
  }
}

/// A tag with its name and attributes.
public struct HTMLTag: Hashable, Sendable {
  /// In lower case.
  public var name: String
  /// Whether it is an end tag.
  public var isEnd: Bool
  /// Values by names in lower case; empty for attributes without a value.
  public var attributes: [String: String]

  /// Parses a tag such as `<img alt="x">` or `</sup>`; nil if it is not a tag.
  public init?(_ source: String) {
    isEnd = source.hasPrefix("</")
    let first = FirstTag()
    HTMLParser.parse(isEnd ? "<" + source.dropFirst(2) : source, into: first)
    guard let element = first.element else { return nil }
    (name, attributes) = (element.name, element.attributes)
  }

  /// Makes the start tag of an element.
  package init(_ element: HTMLElement) {
    (name, isEnd, attributes) = (element.name, false, element.attributes)
  }

  /// Whether it belongs to a block-level element.
  public var isBlock: Bool { HTMLElement.blocks.contains(name) }
  /// Whether the element's content is not shown.
  public var isHidden: Bool { HTMLElement(name: name, attributes: attributes).isHidden }
  /// The alternative text or file name of a picture, sound or video; nil for other elements.
  public var picture: String? { HTMLElement(name: name, attributes: attributes).picture?.name }

  private final class FirstTag: HTMLEvents {
    var element: HTMLElement?
    func begin(_ element: HTMLElement) { self.element = self.element ?? element }
    func end(_ name: String) {}
    func text(_ text: UnsafeBufferPointer<UInt8>) {}
  }
}
