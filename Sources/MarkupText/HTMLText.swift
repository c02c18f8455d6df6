/// HTML as the text that a browser would show.
///
/// Blocks and `<br>` break lines, paragraphs have an empty line between them, list items begin with their bullet or
/// number, cells of a row have ` | ` between them. Raised and lowered text gets the letters that Unicode has for it.
/// Style sheets, scripts, comments and what is hidden leave nothing; a picture leaves its alternative text or the name
/// of its file in brackets. Any input is read, as browsers do; time grows with its length.
public struct HTMLText: Hashable, Sendable {
  /// The text; lines end with line feeds and have no blanks at their end.
  public var text: String
  /// Whether there is anything to read besides names of pictures' files.
  public var hasWords: Bool
  /// What pictures, sounds and films left: alternative texts or names of files, in order.
  public var pictures: [String]

  /// Reads HTML, a whole document or a piece of one.
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

  /// The text that a browser would show of HTML.
  public static func plain(_ html: String) -> String { HTMLText(html).text }

  /// Whether text has a tag, a comment, or anything else between `<` and `>`.
  public static func hasTag(_ text: String) -> Bool {
    guard let open = text.utf8.firstIndex(of: UInt8(ascii: "<")) else { return false }
    return text.utf8[open...].contains(UInt8(ascii: ">"))
  }
}

/// One tag, as it stands in HTML: what it is called and what it carries.
public struct HTMLTag: Hashable, Sendable {
  /// The element's name in lower case.
  public var name: String
  /// Whether it ends the element.
  public var isEnd: Bool
  /// Values by names in lower case; a name without a value has an empty one.
  public var attributes: [String: String]

  /// Reads a tag such as `<img alt="x">` or `</sup>`; nil if it is none.
  public init?(_ source: String) {
    isEnd = source.hasPrefix("</")
    let first = FirstTag()
    HTMLParser.parse(isEnd ? "<" + source.dropFirst(2) : source, into: first)
    guard let element = first.element else { return nil }
    (name, attributes) = (element.name, element.attributes)
  }

  /// Makes the tag that begins an element.
  package init(_ element: HTMLElement) {
    (name, isEnd, attributes) = (element.name, false, element.attributes)
  }

  /// Whether it begins or ends a block, which stands in lines of its own.
  public var isBlock: Bool { HTMLElement.blocks.contains(name) }
  /// Whether nothing of the element's content is shown.
  public var isHidden: Bool { HTMLElement(name: name, attributes: attributes).isHidden }
  /// What a picture, sound or film leaves: its alternative text, or the name of its file; nil for anything else.
  public var picture: String? { HTMLElement(name: name, attributes: attributes).picture?.name }

  private final class FirstTag: HTMLEvents {
    var element: HTMLElement?
    func begin(_ element: HTMLElement) { self.element = self.element ?? element }
    func end(_ name: String) {}
    func text(_ text: UnsafeBufferPointer<UInt8>) {}
  }
}
