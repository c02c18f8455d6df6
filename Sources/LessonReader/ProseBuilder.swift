import Lessons
import MarkupText

/// Collects running text, and what HTML's inline elements do to it.
struct ProseBuilder {
  /// An element that has begun and not ended.
  private struct Open {
    var name: String
    var traits: Traits = []
    var destination: String?
    /// Raised or lowered text: the first of its spans.
    var script: Int?
    /// What stands behind its text.
    var suffix = ""
  }

  /// How text around the elements is set.
  var traits: Traits = []
  /// Where a link around the elements leads.
  var destination: String?
  private(set) var spans: Prose = []
  private var open: [Open] = []
  /// Spans before this one take no more text.
  private var barrier = 0

  /// The text; elements that never ended end here.
  var finished: Prose {
    var copy = self
    while let last = copy.open.last { copy.end(last.name) }
    return copy.spans
  }

  /// Whether the next word begins a line.
  var isAtLineStart: Bool { spans.last.map { $0.text.hasSuffix("\n") } ?? true }

  /// Adds text that is set in one way, besides what elements around it say.
  mutating func append(_ text: String, _ traits: Traits, _ destination: String?) {
    append(Span(text, traits, destination: destination))
  }

  /// Adds text within the elements that are open.
  mutating func append(_ text: String) { append(text, traits, destination) }

  /// Adds a span.
  mutating func append(_ span: Span) {
    var span = span
    // What an element has broken begins without blanks.
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

  /// Takes the text out; elements that are open go on in the text that comes next, but for raised and lowered ones.
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

  /// Does what the beginning of an element does.
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
    // What goes on without end is no writing.
    if open.count < 64 { open.append(element) }
  }

  /// Does what the end of an element does; nothing if it has not begun.
  mutating func end(_ name: String) {
    guard let index = open.lastIndex(where: { $0.name == name }) else { return }
    let element = open[index]
    if !element.suffix.isEmpty { append(element.suffix) }
    open.remove(at: index)
    if let start = element.script { place(from: start, isRaised: name == "sup") }
    if HTMLNames.breaksBehind(name) { breakLine() }
  }

  /// Raises or lowers everything from a span on.
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
  /// The text without blanks and line breaks at its ends.
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

  /// The text without the line breaks that elements have left at its ends.
  var trimmedBreaks: Prose {
    guard first?.text.first == "\n" || last?.text.last == "\n" else { return self }
    return trimmed
  }
}
