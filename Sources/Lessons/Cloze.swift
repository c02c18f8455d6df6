/// Text with gaps in Anki's notation, `{{c1::answer::hint}}`; gaps can be nested.
public struct ClozeText: Hashable, Sendable {
  public struct Gap: Hashable, Sendable {
    /// The gap's numbers.
    ///
    /// Gaps with the same number are asked together; the number 0 is never asked.
    public var numbers: [Int]
    /// The answer; may contain other gaps.
    public var content: [Piece]
    /// A hint shown instead of the answer.
    public var hint: String?

    /// The answer as text.
    public var answer: String { content.filled }
    /// The gap's names, such as `c1`.
    public var names: [String] { numbers.filter { $0 > 0 }.map { "c\($0)" } }
  }

  public enum Piece: Hashable, Sendable {
    case text(String)
    case gap(Gap)
  }

  public var pieces: [Piece]

  /// Parses the notation like Anki: other braces and unclosed gaps are text.
  ///
  /// - Parameter source: Text with at least one gap that has an answer.
  public init?(_ source: String) {
    var reader = ClozeReader()
    reader.read(source)
    pieces = reader.finished()
    guard !gapNames.isEmpty else { return nil }
  }

  /// Parses the notation strictly, for authors: every `{{` must begin a gap with an answer.
  public init?(strictly source: String) {
    self.init(source)
    guard pieces.isStrict else { return nil }
  }

  /// The names of the gaps with an answer, each once, in order.
  public var gapNames: [String] {
    var names: [String] = []
    var known: Set<String> = []
    for gap in pieces.gaps where !gap.answer.isBlank {
      names += gap.names.filter { known.insert($0).inserted }
    }
    return names
  }

  /// The text with one gap open and the others filled.
  public func prompt(asking name: String) -> String { pieces.prompt(asking: name) }

  /// The answer to a gap.
  public func answer(to name: String) -> String {
    pieces.answers(to: name).joined(separator: ", ")
  }

  /// The notation; parses to the same text.
  public var source: String { pieces.source }
}

extension [ClozeText.Piece] {
  /// All gaps, each before the gaps nested in it.
  fileprivate var gaps: [ClozeText.Gap] {
    flatMap { piece in
      if case .gap(let gap) = piece { [gap] + gap.content.gaps } else { [ClozeText.Gap]() }
    }
  }

  fileprivate var filled: String {
    map { piece in
      switch piece {
      case .text(let text): text
      case .gap(let gap): gap.content.filled
      }
    }.joined()
  }

  fileprivate func prompt(asking name: String) -> String {
    map { piece in
      switch piece {
      case .text(let text): text
      case .gap(let gap) where gap.names.contains(name): gap.hint.map { "[\($0)?]" } ?? "[…]"
      case .gap(let gap): gap.content.prompt(asking: name)
      }
    }.joined()
  }

  fileprivate func answers(to name: String) -> [String] {
    flatMap { piece in
      switch piece {
      case .text: [String]()
      case .gap(let gap) where gap.names.contains(name): gap.answer.isBlank ? [] : [gap.answer]
      case .gap(let gap): gap.content.answers(to: name)
      }
    }
  }

  fileprivate var source: String {
    map { piece in
      switch piece {
      case .text(let text): text
      case .gap(let gap):
        "{{c\(gap.numbers.map(String.init).joined(separator: ","))::\(gap.content.source)"
          + (gap.hint.map { "::" + $0 } ?? "") + "}}"
      }
    }.joined()
  }

  fileprivate var isStrict: Bool {
    allSatisfy { piece in
      switch piece {
      case .text(let text): text.firstRange(of: "{{") == nil
      case .gap(let gap): !gap.answer.isEmpty && !gap.names.isEmpty && gap.content.isStrict
      }
    }
  }
}

/// Parses text with gaps from left to right.
///
/// - Source: the behaviour of Anki 26.09.3: a gap begins with `{{c`, one or more numbers separated by commas, and `::`;
///   `}}` closes the innermost gap; the text after the first `::` in a gap is its hint.
private struct ClozeReader {
  private struct Open {
    var marker: String
    var numbers: [Int]
    var pieces: [ClozeText.Piece] = []
    var hint: String?
  }

  private var open: [Open] = []
  private var pieces: [ClozeText.Piece] = []
  private static let deepest = 10
  private static let greatestNumber = 500

  mutating func read(_ source: String) {
    let bytes = Array(source.utf8)
    var start = 0
    var position = 0
    while position < bytes.count {
      let length: Int
      if let (numbers, count) = Self.marker(in: bytes[position...]), open.count < Self.deepest {
        add(String(decoding: bytes[start..<position], as: UTF8.self))
        let marker = String(decoding: bytes[position..<(position + count)], as: UTF8.self)
        open.append(Open(marker: marker, numbers: numbers))
        length = count
      } else if bytes[position...].starts(with: Array("}}".utf8)), !open.isEmpty {
        add(String(decoding: bytes[start..<position], as: UTF8.self))
        close()
        length = 2
      } else {
        position += 1
        continue
      }
      position += length
      start = position
    }
    add(String(decoding: bytes[start...], as: UTF8.self))
  }

  /// The pieces in order; unclosed gaps become text.
  mutating func finished() -> [ClozeText.Piece] {
    while let gap = open.popLast() {
      append(.text(gap.marker))
      for piece in gap.pieces { append(piece) }
      if let hint = gap.hint { append(.text("::" + hint)) }
    }
    return pieces
  }

  /// The numbers of a gap that begins at the first byte, and the length of its opening marker.
  private static func marker(in bytes: ArraySlice<UInt8>) -> (numbers: [Int], length: Int)? {
    let opening = Array("{{c".utf8)
    guard bytes.starts(with: opening) else { return nil }
    let digits = bytes.dropFirst(opening.count).prefix {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ",")
    }
    guard bytes[digits.endIndex...].starts(with: Array("::".utf8)) else { return nil }
    let parts = digits.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    var numbers: [Int] = []
    for part in parts {
      guard let number = Int(String(decoding: part, as: UTF8.self)), number <= greatestNumber
      else { return nil }
      if !numbers.contains(number) { numbers.append(number) }
    }
    return (numbers, opening.count + digits.count + 2)
  }

  private mutating func add(_ text: String) {
    guard !text.isEmpty else { return }
    guard !open.isEmpty, let parts = text.splitAtColons else { return append(.text(text)) }
    append(.text(parts.before))
    open[open.count - 1].hint = parts.after
  }

  /// Appends a piece to the innermost gap or to the text, merging adjacent texts.
  private mutating func append(_ piece: ClozeText.Piece) {
    func joined(_ pieces: inout [ClozeText.Piece]) {
      guard case .text(let text) = piece else { return pieces.append(piece) }
      if text.isEmpty { return }
      if case .text(let before) = pieces.last {
        pieces[pieces.count - 1] = .text(before + text)
      } else {
        pieces.append(piece)
      }
    }
    if open.isEmpty { joined(&pieces) } else { joined(&open[open.count - 1].pieces) }
  }

  private mutating func close() {
    guard let gap = open.popLast() else { return }
    let hint = gap.hint.flatMap { $0.isBlank ? nil : $0 }
    append(.gap(ClozeText.Gap(numbers: gap.numbers, content: gap.pieces, hint: hint)))
  }
}

extension String {
  /// The pieces before and after the first `::`; nil if there is none.
  fileprivate var splitAtColons: (before: String, after: String)? {
    let bytes = utf8
    var index = bytes.startIndex
    while let colon = bytes[index...].firstIndex(of: UInt8(ascii: ":")) {
      let next = bytes.index(after: colon)
      guard next < bytes.endIndex else { return nil }
      if bytes[next] == UInt8(ascii: ":") {
        return (String(self[..<colon]), String(self[bytes.index(after: next)...]))
      }
      index = next
    }
    return nil
  }

  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
