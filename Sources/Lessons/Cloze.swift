/// Text with gaps, written as `{{c1::answer::hint}}`.
public struct ClozeText: Hashable, Sendable {
  /// What is missing.
  public struct Gap: Hashable, Sendable {
    /// The gap's name, such as `c1`; several gaps may share one and are then asked together.
    public var name: String
    /// What belongs in the gap.
    public var answer: String
    /// What may be shown in its place.
    public var hint: String?
  }

  /// A piece of the text.
  public enum Piece: Hashable, Sendable {
    case text(String)
    case gap(Gap)
  }

  /// The text in order.
  public var pieces: [Piece]

  /// Reads the notation; fails if a gap is not closed, has no name of the form `c` and a number, has
  /// no answer, or if there is none.
  ///
  /// - Parameter source: Text with at least one gap.
  public init?(_ source: String) {
    var pieces: [Piece] = []
    var rest = source[...]
    while let open = rest.range(of: "{{") {
      if open.lowerBound > rest.startIndex {
        pieces.append(.text(String(rest[..<open.lowerBound])))
      }
      guard let close = rest[open.upperBound...].range(of: "}}"),
        let gap = Gap(rest[open.upperBound..<close.lowerBound])
      else { return nil }
      pieces.append(.gap(gap))
      rest = rest[close.upperBound...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    self.pieces = pieces
    guard !gapNames.isEmpty else { return nil }
  }

  /// The names of the gaps, each once, in order.
  public var gapNames: [String] {
    var names: [String] = []
    for case .gap(let gap) in pieces where !names.contains(gap.name) { names.append(gap.name) }
    return names
  }

  /// The text with one gap open and the others filled.
  public func prompt(asking name: String) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .gap(let gap) where gap.name == name: gap.hint.map { "[\($0)?]" } ?? "[…]"
      case .gap(let gap): gap.answer
      }
    }.joined()
  }

  /// What belongs in a gap.
  public func answer(to name: String) -> String {
    var answers: [String] = []
    for case .gap(let gap) in pieces where gap.name == name { answers.append(gap.answer) }
    return answers.joined(separator: ", ")
  }
}

extension ClozeText.Gap {
  fileprivate init?(_ source: Substring) {
    var parts: [Substring] = []
    var rest = source
    while let separator = rest.range(of: "::") {
      parts.append(rest[..<separator.lowerBound])
      rest = rest[separator.upperBound...]
    }
    parts.append(rest)
    guard parts.count == 2 || parts.count == 3, parts[0].first == "c",
      Int(parts[0].dropFirst()) != nil, !parts[1].isEmpty
    else { return nil }
    self.init(
      name: String(parts[0]), answer: String(parts[1]),
      hint: parts.count == 3 ? String(parts[2]) : nil)
  }
}

extension Substring {
  /// The first place where a short pattern stands.
  fileprivate func range(of pattern: String) -> Range<Index>? {
    let wanted = pattern.utf8
    var start = startIndex
    while start < endIndex {
      if utf8[start...].starts(with: wanted) {
        return start..<utf8.index(start, offsetBy: wanted.count)
      }
      start = utf8.index(after: start)
    }
    return nil
  }
}
