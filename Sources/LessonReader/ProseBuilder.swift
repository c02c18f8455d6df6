import Lessons
import MarkupText

/// Collects running text and applies inline HTML elements.
struct ProseBuilder {
  /// An open element.
  private struct Open {
    var name: String
    var traits: Traits = []
    var destination: String?
    /// The index of the first span, for superscripts and subscripts.
    var script: Int?
    /// Text to write after its content.
    var suffix = ""
  }

  /// The style around the elements.
  var traits: Traits = []
  /// The destination of a link around the elements.
  var destination: String?
  private(set) var spans: Prose = []
  private var open: [Open] = []
  /// Spans before this index are not extended any more.
  private var barrier = 0

  /// The text; open elements end here.
  var finished: Prose {
    var copy = self
    while let last = copy.open.last { copy.end(last.name) }
    return copy.spans
  }

  /// Whether the next word begins a line.
  var isAtLineStart: Bool { spans.last.map { $0.text.hasSuffix("\n") } ?? true }

  /// Appends text in a style, combined with the open elements.
  mutating func append(_ text: String, _ traits: Traits, _ destination: String?) {
    append(Span(text, traits, destination: destination))
  }

  /// Appends text within the open elements.
  mutating func append(_ text: String) { append(text, traits, destination) }

  /// Appends a span.
  mutating func append(_ span: Span) {
    var span = span
    // Spaces after a line break of an element are dropped.
    if spans.last?.text.hasSuffix("\n") == true, !span.traits.contains(.code) {
      span.text = String(span.text.drop { $0 == " " })
    }
    guard !span.text.isEmpty else { return }
    for element in open {
      span.traits.formUnion(element.traits)
      span.destination = span.destination ?? element.destination
    }
    if span.destination != nil { span.traits.insert(.link) }
    if let last = spans.indices.last, last >= barrier, spans[last].traits == span.traits,
      spans[last].destination == span.destination, span.source == nil, spans[last].source == nil,
      span.traits.isDisjoint(with: [.picture, .note])
    {
      spans[last].text += span.text
    } else {
      spans.append(span)
    }
  }

  /// Removes and returns the text; open elements continue in the text that follows, except superscripts and subscripts.
  mutating func takeText() -> Prose {
    for element in open.reversed() {
      if let start = element.script { place(from: start, isRaised: element.name == "sup") }
    }
    open.removeAll { $0.script != nil }
    defer { (spans, barrier) = ([], 0) }
    return spans
  }

  /// Ends the line unless it is empty.
  mutating func breakLine() {
    while let last = spans.indices.last, last >= barrier, spans[last].text.hasSuffix(" ") {
      spans[last].text.removeLast()
      if spans[last].text.isEmpty { spans.removeLast() }
    }
    if !isAtLineStart { append("\n") }
  }

  // MARK: Elements

  /// Handles the start of an element.
  mutating func begin(_ tag: HTMLTag) {
    if let picture = tag.picture { append(picture, traits.union(.picture), destination) }
    var element = Open(name: tag.name)
    switch tag.name {
    case "br": return append("\n")
    case "hr": return breakLine()
    case "input":
      if tag.attributes["type"] == "checkbox" {
        append(tag.attributes["checked"] == nil ? "[ ] " : "[x] ")
      }
      return
    case "img", "image", "embed", "wbr": return
    case "a": element.destination = tag.attributes["href"].flatMap(Address.safe)
    case "sup", "sub":
      element.script = spans.count
      barrier = spans.count
    case "q":
      append("“")
      element.suffix = "”"
    case "rt":
      append("(")
      element.suffix = ")"
    case "li":
      breakLine()
      append("• ")
    case "td", "th": if !isAtLineStart { append(" | ") }
    case "summary", "dt":
      breakLine()
      element.traits = .strong
    default:
      if tag.isBlock { breakLine() }
      element.traits = HTMLNames.traits(of: tag.name)
    }
    // A limit on open elements protects against endless nesting.
    if open.count < 64 { open.append(element) }
  }

  /// Handles the end of an element; ignored if it was not started.
  mutating func end(_ name: String) {
    guard let index = open.lastIndex(where: { $0.name == name }) else { return }
    let element = open[index]
    if !element.suffix.isEmpty { append(element.suffix) }
    open.remove(at: index)
    if let start = element.script { place(from: start, isRaised: name == "sup") }
    if HTMLNames.breaksBehind(name) { breakLine() }
  }

  /// Raises or lowers all spans from an index.
  private mutating func place(from start: Int, isRaised: Bool) {
    barrier = spans.count
    guard start < spans.count else { return }
    let placed = isRaised ? ScriptLetters.raised : ScriptLetters.lowered
    let whole = placed(spans[start...].map(\.text).joined())
    if spans.count - start == 1 {
      spans[start].text = whole
    } else if !whole.hasPrefix(isRaised ? "^" : "_") {
      for index in start..<spans.count { spans[index].text = placed(spans[index].text) }
    } else {
      spans[start].text = (isRaised ? "^(" : "_(") + spans[start].text
      spans[spans.count - 1].text += ")"
    }
  }
}

extension Prose {
  /// The text without leading and trailing white space.
  var trimmed: Prose {
    var spans = self
    while let first = spans.first {
      spans[0].text = String(first.text.drop { $0 == " " || $0 == "\n" })
      guard spans[0].text.isEmpty else { break }
      spans.removeFirst()
    }
    while let last = spans.indices.last {
      while let letter = spans[last].text.last, letter == " " || letter == "\n" {
        spans[last].text.removeLast()
      }
      guard spans[last].text.isEmpty else { break }
      spans.removeLast()
    }
    return spans
  }

  /// The text without leading and trailing line breaks left by elements.
  var trimmedBreaks: Prose {
    guard first?.text.first == "\n" || last?.text.last == "\n" else { return self }
    return trimmed
  }
}
