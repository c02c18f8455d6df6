@testable import MarkupText

/// HTML as it occurs in fields of decks and in Markdown.
enum HtmlTarget: FuzzTarget {
  static func flaw(in bytes: [UInt8]) -> String? {
    let html = String(decoding: bytes, as: UTF8.self)
    let read = HTMLText(html)
    // Lines have no trailing spaces, and nothing that a terminal could interpret is left.
    for line in read.text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let scalar = line.unicodeScalars.first(where: { $0.value < 0x20 || $0.value == 0x7F }) {
        return "U+\(String(scalar.value, radix: 16)) in \(line)"
      }
    }
    guard read.text.utf8.count <= 8 * html.utf8.count + 64 else { return "more than was there" }
    guard !read.hasWords || !read.text.isEmpty else { return "words, and no text" }
    let source = HTMLSource.normalised(html)
    guard String(validating: source, as: UTF8.self) != nil else { return "no UTF-8" }
    if !html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) {
      return wordFlaw(html, read.text)
    }
    guard html.hasPrefix("<"), html.hasSuffix(">"), let tag = HTMLTag(html) else { return nil }
    return tag.name.isEmpty ? "a tag without a name" : nil
  }

  /// Text without markup must not lose anything but spaces and control characters.
  private static func wordFlaw(_ plain: String, _ text: String) -> String? {
    func letters(_ text: String) -> [Unicode.Scalar] {
      text.unicodeScalars.filter {
        !$0.properties.isWhitespace && $0.value >= 0x20 && $0.value != 0x7F && $0.value != 0xAD
      }
    }
    return letters(plain) == letters(text) ? nil : "\(plain) is read as \(text)"
  }
}
