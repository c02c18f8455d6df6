/// Lays out parser events as lines of text.
final class HTMLLayout: HTMLEvents {
  /// Whether there is any text besides file names of pictures.
  private(set) var hasWords = false
  /// The names of pictures, sounds and videos.
  private(set) var pictures: [String] = []

  /// An open element.
  private struct Open {
    var name: String
    var isHidden: Bool
    var keepsLines: Bool
    /// The start of its text in the line, for superscripts and subscripts.
    var script: (start: Int, isRaised: Bool)?
    /// Text to write after its content.
    var suffix = ""
    /// The number of child elements so far.
    var children = 0
    /// The number of the next item in an ordered list.
    var number: Int?
    /// The number of lines before a row's first cell; nil before that cell.
    var linesBefore: Int?
  }

  private var open: [Open] = []
  private var hiddenDepth = 0
  private var keptDepth = 0
  private var listDepth = 0
  private var lines: [String] = []
  private var line: [Unicode.Scalar] = []
  /// Whether a space is pending, to be written before the next word.
  private var hasPendingSpace = false
  /// Whether the line contains only the prefix of a cell or an item.
  private var isFresh = false
  /// Whether an empty line must precede the next text.
  private var needsEmptyLine = false
  /// Whether to skip a line feed directly after `<pre>`.
  private var skipsLineFeed = false
  /// The maximum depth of tracked elements; deeper ones are read without an entry of their own.
  private static let deepest = 4096
  private var ignoredDepth = 0

  func begin(_ element: HTMLElement) {
    skipsLineFeed = false
    guard !element.isVoid else { return void(element) }
    guard open.count < Self.deepest else {
      ignoredDepth += 1
      return
    }
    var entry = Open(
      name: element.name, isHidden: element.isHidden, keepsLines: element.keepsLines)
    if hiddenDepth == 0, let picture = element.picture { show(picture) }
    if entry.isHidden { hiddenDepth += 1 }
    if hiddenDepth == 0 {
      placeInFormula(&entry)
      lay(element, &entry)
    }
    if entry.keepsLines {
      keptDepth += 1
      skipsLineFeed = true
    }
    open.append(entry)
  }

  func end(_ name: String) {
    skipsLineFeed = false
    if HTMLElement.isVoid(name) { return }
    if ignoredDepth > 0 {
      ignoredDepth -= 1
      return
    }
    guard let entry = open.popLast() else { return }
    if entry.keepsLines { keptDepth -= 1 }
    if entry.isHidden {
      hiddenDepth -= 1
    } else if hiddenDepth == 0 {
      finish(entry)
    }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) {
    guard hiddenDepth == 0 else { return }
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if scalar == "\n", skipsLineFeed {
        skipsLineFeed = false
        continue
      }
      skipsLineFeed = false
      switch scalar {
      case "\n" where keptDepth > 0: endLine()
      case "\t" where keptDepth > 0: write("    ")
      case " " where keptDepth > 0: write(" ")
      case " ", "\n", "\t", "\r", "\u{C}": hasPendingSpace = true
      // A soft hyphen is only visible where a browser breaks a word.
      case "\u{AD}", "\u{0}"..<" ", "\u{7F}": break
      case "\u{A0}": write(" ")
      default:
        flush()
        line.append(scalar)
        isFresh = false
        if !hasWords { hasWords = scalar.isReadable }
      }
    }
  }

  /// Finishes the layout and returns the text.
  func finished() -> String {
    breakLine()
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  // MARK: Elements

  /// Handles the start of an element.
  private func lay(_ element: HTMLElement, _ entry: inout Open) {
    switch element.name {
    case "p": gap()
    case "ul", "ol", "menu", "dir":
      breakUnlessFresh()
      listDepth += 1
      if element.name == "ol" { entry.number = Int(element.attributes["start"] ?? "") ?? 1 }
    case "li": item(element)
    case "tr": breakLine()
    case "td", "th": cell()
    case "sup", "sub": entry.script = mark(isRaised: element.name == "sup")
    case "q":
      write("“")
      entry.suffix = "”"
    case "rt":
      write("(")
      entry.suffix = ")"
    case let name where HTMLElement.blocks.contains(name): breakUnlessFresh()
    default: break
    }
  }

  /// Handles the end of an element.
  private func finish(_ entry: Open) {
    if !entry.suffix.isEmpty { write(entry.suffix) }
    if entry.script != nil { place(entry) }
    switch entry.name {
    case "p": gap()
    case "ul", "ol", "menu", "dir":
      listDepth -= 1
      breakLine()
    case "tr": breakLine()
    case "td", "th": hasPendingSpace = false
    case let name where HTMLElement.blocks.contains(name): breakUnlessFresh()
    default: break
    }
  }

  /// Handles a child in MathML by its position: the second one is an exponent, an index or a denominator.
  private func placeInFormula(_ entry: inout Open) {
    guard let parent = open.last else { return }
    open[open.count - 1].children += 1
    switch (parent.name, parent.children) {
    case ("msup", 1), ("msubsup", 2): entry.script = mark(isRaised: true)
    case ("msub", 1), ("msubsup", 1): entry.script = mark(isRaised: false)
    case ("mfrac", let index):
      if index == 1 { write("/") }
      if entry.name == "mrow" {
        write("(")
        entry.suffix = ")"
      }
    default: break
    }
  }

  private func void(_ element: HTMLElement) {
    guard hiddenDepth == 0, !element.isHidden else { return }
    if element.name == "br" { endLine() }
    if element.name == "hr" { breakLine() }
    if let picture = element.picture { show(picture) }
  }

  private func show(_ picture: (name: String, isWords: Bool)) {
    write("[\(picture.name)]")
    pictures.append(picture.name)
    if picture.isWords { hasWords = true }
  }

  private func item(_ element: HTMLElement) {
    breakLine()
    var bullet = "• "
    if let list = open.lastIndex(where: { ["ul", "ol", "menu", "dir"].contains($0.name) }),
      let number = open[list].number
    {
      let own = Int(element.attributes["value"] ?? "") ?? number
      open[list].number = own &+ 1
      bullet = "\(own). "
    }
    write(String(repeating: "  ", count: min(max(0, listDepth - 1), 16)) + bullet)
    isFresh = true
  }

  private func cell() {
    guard let row = open.lastIndex(where: { $0.name == "tr" || $0.name == "table" }) else { return }
    guard let linesBefore = open[row].linesBefore else {
      breakUnlessFresh()
      open[row].linesBefore = lines.count
      isFresh = true
      return
    }
    hasPendingSpace = false
    needsEmptyLine = false
    // Blocks in the previous cell ended the line; the row continues on it.
    if line.isEmpty, lines.count > linesBefore, let last = lines.popLast() {
      line = Array(last.unicodeScalars)
    }
    write(line.isEmpty ? "| " : " | ")
    isFresh = true
  }

  // MARK: Lines

  /// The start of a superscript or subscript.
  private func mark(isRaised: Bool) -> (start: Int, isRaised: Bool)? {
    // Nested powers are rare; a limit protects against endless nesting.
    guard open.count(where: { $0.script != nil }) < 3 else { return nil }
    flush()
    return (line.count, isRaised)
  }

  /// Raises or lowers the text of an element that has ended.
  private func place(_ entry: Open) {
    guard let (start, isRaised) = entry.script, start < line.count else { return }
    let text = String(String.UnicodeScalarView(line[start...]))
    let placed = isRaised ? ScriptLetters.raised(text) : ScriptLetters.lowered(text)
    line.replaceSubrange(start..., with: placed.unicodeScalars)
  }

  private func write(_ text: String) {
    flush()
    line.append(contentsOf: text.unicodeScalars)
    isFresh = false
  }

  /// Writes the pending space and the pending empty line.
  private func flush() {
    if needsEmptyLine, !lines.isEmpty, lines.last != "", line.isEmpty { lines.append("") }
    needsEmptyLine = false
    if hasPendingSpace, !line.isEmpty, !isFresh { line.append(" ") }
    hasPendingSpace = false
  }

  /// Ends the line, even if it is empty.
  private func endLine() {
    flush()
    while line.last == " " { line.removeLast() }
    lines.append(String(String.UnicodeScalarView(line)))
    line = []
    isFresh = false
  }

  /// Ends the line unless it is empty.
  private func breakLine() {
    hasPendingSpace = false
    if !line.isEmpty { endLine() }
    isFresh = false
  }

  private func breakUnlessFresh() {
    hasPendingSpace = false
    if !isFresh { breakLine() }
  }

  /// Ends the line and requests an empty one before the next.
  private func gap() {
    if isFresh { return }
    breakLine()
    needsEmptyLine = true
  }
}

extension Unicode.Scalar {
  /// Whether it contains visible characters.
  fileprivate var isReadable: Bool {
    !properties.isWhitespace && !properties.isDefaultIgnorableCodePoint
      && properties.generalCategory != .control
  }
}
