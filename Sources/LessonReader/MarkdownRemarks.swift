import MarkupText

/// Text of a section that is shown differently than its author may expect.
public enum Remark: Hashable, Sendable {
  /// A picture, replaced by its alternative text or file name; empty if it has neither.
  case picture(String)
  /// An unknown tag, shown as it was typed.
  case unknownTag(String)
  /// An element whose content is not shown, such as a script.
  case hiddenElement(String)
  /// An attribute without effect.
  case attribute(String, tag: String)
  /// A reference to an undefined footnote.
  case unknownNote(String)
  /// A footnote without references.
  case unusedNote(String)
  /// A link that is not a web page, a mailbox or a file next to the course.
  case unsafeLink(String)
  /// Mathematics shown as it was typed.
  case verbatimMath(String)
}

/// Collects remarks without duplicates.
///
/// A class, because the readers of all parts of a section add to the same collection.
final class MarkdownRemarks {
  private(set) var found: [(offset: Int, remark: Remark)] = []
  private var known: Set<Remark> = []
  private var tags: [String: HTMLTag?] = [:]

  /// Parses a tag, with a cache, because authors repeat the same tags.
  func tag(_ source: String) -> HTMLTag? {
    if let tag = tags[source] { return tag }
    let tag = HTMLTag(source)
    tags[source] = .some(tag)
    return tag
  }

  /// Adds a remark at an offset of the file.
  func add(_ offset: Int, _ remark: Remark) {
    if known.insert(remark).inserted { found.append((offset, remark)) }
  }

  /// Attributes that have an effect, or whose effect nobody would miss.
  private static let heeded: Set<String> = [
    "alt", "checked", "class", "colspan", "datetime", "hidden", "href", "id", "lang", "name",
    "open",
    "rel", "role", "rowspan", "span", "src", "start", "target", "title", "type", "xmlns",
  ]

  /// Adds remarks about a tag or a block of HTML.
  ///
  /// - Parameters:
  ///   - html: The text.
  ///   - offset: Its position in the file.
  func add(html: String, at offset: Int) {
    var rest = html[...]
    var (place, last) = (offset, html.startIndex)
    while let open = rest.firstIndex(of: "<") {
      rest = rest[open...]
      if rest.hasPrefix("<!--") {
        rest = rest[(rest.firstRange(of: "-->")?.upperBound ?? rest.endIndex)...]
        continue
      }
      place += html.utf8.distance(from: last, to: open)
      last = open
      let tag = rest.prefix(2000)
      guard let end = tag.firstIndex(of: ">") else {
        rest = rest.dropFirst()
        continue
      }
      let source = String(tag[...end])
      rest = rest[rest.index(after: end)...]
      if !HTMLNames.isKnown(tag: source) {
        if !source.hasPrefix("</") { add(place, .unknownTag(source)) }
      } else if !source.hasPrefix("</"), let tag = self.tag(source) {
        add(tag, at: place)
        if tag.name == "script" || tag.name == "style",
          let close = rest.firstRange(of: "</\(tag.name)")
        {
          rest = rest[close.lowerBound...]
        }
      }
    }
  }

  private func add(_ tag: HTMLTag, at place: Int) {
    if let picture = tag.picture {
      add(place, .picture(picture))
    } else if tag.name == "img" {
      add(place, .picture(""))
    } else if tag.isHidden {
      add(place, .hiddenElement(tag.name))
    }
    if tag.name == "a", let address = tag.attributes["href"], !address.isEmpty,
      Address.safe(address) == nil
    {
      add(place, .unsafeLink(address))
    }
    // Only the name of a picture can be shown, whatever its attributes.
    guard tag.picture == nil, !tag.isHidden else { return }
    for name in tag.attributes.keys.sorted()
    where !Self.heeded.contains(name) && !name.hasPrefix("data-") && !name.hasPrefix("aria-") {
      add(place, .attribute(name, tag: tag.name))
    }
  }
}
