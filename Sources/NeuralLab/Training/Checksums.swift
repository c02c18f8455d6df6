/// A list of checksums in the format of sha256sum and md5sum: a checksum, spaces, an optional asterisk and a file name
/// per line.
public struct Checksums: Equatable, Sendable {
  public struct Line: Equatable, Sendable {
    /// The checksum in lower-case hexadecimal digits.
    public var sum: String
    public var name: String
  }

  /// The valid lines in order.
  public let lines: [Line]

  /// Parses a list; lines without a file name are skipped.
  public init(_ text: String) {
    lines = text.split(whereSeparator: \.isNewline).compactMap { line in
      let words = line.split(separator: " ", maxSplits: 1)
      guard words.count == 2 else { return nil }
      let name = words[1].drop { " *".contains($0) }
      return name.isEmpty ? nil : Line(sum: words[0].lowercased(), name: String(name))
    }
  }

  /// All checksums of a file.
  public func sums(of name: String) -> [String] { lines.filter { $0.name == name }.map(\.sum) }
}
