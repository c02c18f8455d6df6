/// A list of checksums as sha256sum and md5sum write it: a sum, blanks, maybe a star, and a file's name a line.
public struct Checksums: Equatable, Sendable {
  /// What a line says.
  public struct Line: Equatable, Sendable {
    /// The sum in lower-case digits.
    public var sum: String
    /// The file's name.
    public var name: String
  }

  /// The lines that name a file, in their order.
  public let lines: [Line]

  /// Reads a list; lines that name no file are passed over.
  public init(_ text: String) {
    lines = text.split(whereSeparator: \.isNewline).compactMap { line in
      let words = line.split(separator: " ", maxSplits: 1)
      guard words.count == 2 else { return nil }
      let name = words[1].drop { " *".contains($0) }
      return name.isEmpty ? nil : Line(sum: words[0].lowercased(), name: String(name))
    }
  }

  /// Every sum that the list has for a file.
  public func sums(of name: String) -> [String] { lines.filter { $0.name == name }.map(\.sum) }
}
