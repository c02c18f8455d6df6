package import Lessons
package import TerminalUI
import Words

/// The styles of running text.
package struct ProseLook {
  package let charset: Charset
  /// Whether code keeps its backquotes, because colour cannot mark it.
  package let marksCode: Bool
  /// The numbers of addresses, from 1.
  private let numbers: [String: Int]

  /// Makes the styles.
  ///
  /// - Parameters:
  ///   - charset: The charset.
  ///   - marksCode: Whether code keeps its backquotes.
  ///   - links: Addresses listed at the end of the section, in order.
  package init(charset: Charset, marksCode: Bool, links: [String] = []) {
    self.charset = charset
    self.marksCode = marksCode
    numbers = Dictionary(
      links.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
  }

  /// The text in the charset, with styles, and numbers after links.
  package func runs(_ prose: Prose, _ role: Role) -> [Run] {
    var runs: [Run] = []
    for (index, span) in prose.enumerated() {
      runs.append(run(span, role))
      guard let address = span.destination, let number = numbers[address],
        index + 1 == prose.count || prose[index + 1].destination != address
      else { continue }
      runs.append(Run("[\(number)]", .dim))
    }
    return runs
  }

  /// The prefix of an address at the end of the section.
  package func link(_ address: String) -> String { "[\(numbers[address] ?? 0)] " }

  private func run(_ span: Span, _ role: Role) -> Run {
    var style = Style(role)
    var text = charset.text(span.text)
    if let source = span.source, charset.isASCII { text = charset.text(source) }
    if span.traits.contains(.picture) { text = Words.Reader.picture(text) }
    if span.traits.contains(.strong) { style.attributes.insert(.bold) }
    if span.traits.contains(.emphasis) { style.attributes.insert(.emphasis) }
    if span.traits.contains(.link) { style.attributes.insert(.underline) }
    if span.traits.contains(.note) { style.role = .accent }
    if span.traits.contains(.struck) { text = "~" + text + "~" }
    if span.traits.contains(.code) {
      style.role = .code
      if marksCode { text = "`" + text + "`" }
    }
    return Run(text, style: style)
  }
}
