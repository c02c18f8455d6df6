/// An element's beginning.
package struct HTMLElement {
  /// Its name in lower case.
  package var name: String
  /// Its attributes, names in lower case.
  package var attributes: [String: String]

  /// Makes an element.
  package init(name: String, attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  /// Elements that stand in lines of their own.
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

  /// Whether nothing of its content is shown.
  package var isHidden: Bool {
    Self.hidden.contains(name)
      || (!attributes.isEmpty && (attributes["hidden"] != nil || style("display", is: "none")))
  }

  /// Whether blanks and line feeds in it count.
  package var keepsLines: Bool {
    switch name {
    case "listing", "plaintext", "pre", "textarea", "xmp": true
    default: style("white-space", is: "pre")
    }
  }

  /// Whether its attribute `style` begins a property's value with a word.
  private func style(_ property: String, is value: String) -> Bool {
    guard !attributes.isEmpty, let style = attributes["style"] else { return false }
    return style.lowercased().split(separator: ";").contains { declaration in
      let parts = declaration.split(separator: ":", maxSplits: 1)
      return parts.count == 2 && parts[0].filter { !$0.isWhitespace } == property
        && parts[1].drop(while: \.isWhitespace).hasPrefix(value)
    }
  }

  /// What it leaves if it is a picture, a sound or a film, and whether the author wrote that as words.
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

  /// Whether it stands alone and has no content.
  package var isVoid: Bool { Self.isVoid(name) }

  /// Whether elements of a name stand alone and have no content.
  package static func isVoid(_ name: String) -> Bool {
    switch name {
    case "br", "img", "image", "hr", "embed", "wbr", "input": true
    default: false
    }
  }

  private static func collapsed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The last name of an address, without what follows `?` or `#`; of data in place, their kind.
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
