/// The start of an element.
package struct HTMLElement {
  /// In lower case.
  package var name: String
  /// Attributes by name, in lower case.
  package var attributes: [String: String]

  package init(name: String, attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  /// Block-level elements, which have lines of their own.
  ///
  /// - Source: WHATWG, HTML Living Standard, section 15.3 "Non-replaced elements".
  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "listing",
    "main", "menu", "nav", "ol", "optgroup", "option", "p", "plaintext", "pre", "search",
    "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul", "xmp",
  ]

  /// Elements whose content is not shown.
  private static let hidden: Set<String> = [
    "annotation", "annotation-xml", "audio", "canvas", "datalist", "iframe", "noembed", "noscript",
    "rp", "script", "style", "template", "title", "video",
  ]

  /// Whether its content is not shown.
  package var isHidden: Bool {
    Self.hidden.contains(name)
      || (!attributes.isEmpty && (attributes["hidden"] != nil || style("display", is: "none")))
  }

  /// Whether white space in it is preserved.
  package var keepsLines: Bool {
    switch name {
    case "listing", "plaintext", "pre", "textarea", "xmp": true
    default: style("white-space", is: "pre")
    }
  }

  /// Whether a property in its `style` attribute begins with a value.
  private func style(_ property: String, is value: String) -> Bool {
    guard !attributes.isEmpty, let style = attributes["style"] else { return false }
    return style.lowercased().split(separator: ";").contains { declaration in
      let parts = declaration.split(separator: ":", maxSplits: 1)
      return parts.count == 2 && parts[0].filter { !$0.isWhitespace } == property
        && parts[1].drop(while: \.isWhitespace).hasPrefix(value)
    }
  }

  /// The name that a picture, sound or video leaves, and whether it is an alternative text by the author.
  package var picture: (name: String, isWords: Bool)? {
    switch name {
    case "img", "image", "audio", "video", "embed": break
    default: return nil
    }
    let words = Self.collapsed(attributes["alt"] ?? "")
    if !words.isEmpty { return (words, true) }
    guard let source = attributes["src"] ?? attributes["href"] else { return nil }
    let name = Self.fileName(source)
    return name.isEmpty ? nil : (name, false)
  }

  /// Whether it is a void element, without content and end tag.
  package var isVoid: Bool { Self.isVoid(name) }

  /// Whether elements of a name are void elements.
  package static func isVoid(_ name: String) -> Bool {
    switch name {
    case "br", "img", "image", "hr", "embed", "wbr", "input": true
    default: false
    }
  }

  private static func collapsed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The file name in an address, without query and fragment; for data URLs, their media type.
  private static func fileName(_ address: String) -> String {
    let trimmed = collapsed(address)
    if trimmed.lowercased().hasPrefix("data:") {
      let kind = trimmed.dropFirst("data:".count).prefix { $0 != ";" && $0 != "," }
      return String(kind.split(separator: "/").last ?? "")
    }
    let path = trimmed.prefix { $0 != "?" && $0 != "#" }
    return String(path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? "")
  }
}
