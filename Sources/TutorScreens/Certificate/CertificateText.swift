public import Practice
import TerminalUI
import TextCharts
import Words

/// A certificate as text, Markdown or SVG, including the machine-readable line.
public struct CertificateText: Sendable {
  public enum Format: String, CaseIterable, Sendable {
    case text, markdown, svg
  }

  private let certificate: Certificate
  private let line: String

  /// Takes the contents.
  ///
  /// - Parameters:
  ///   - certificate: The contents.
  ///   - line: The machine-readable line with its seal.
  public init(_ certificate: Certificate, line: String) {
    self.certificate = certificate
    self.line = line
  }

  /// The certificate in a format.
  public func document(_ format: Format) -> String {
    switch format {
    case .text: text
    case .markdown: markdown
    case .svg: svg
    }
  }

  private var name: String {
    let visible = String(certificate.name.filter { !$0.isControl && !$0.isInvisible })
    return visible.isEmpty ? Words.CertificateText.noName : visible
  }

  private var statements: [String] {
    var lines = [
      Words.CertificateText.sections(certificate.sections),
      Words.CertificateText.cards(certificate.cards, percent: certificate.recall),
      Words.CertificateText.quiz(right: certificate.quizRight, of: certificate.quizTotal),
    ]
    if certificate.speed > 0 {
      lines.append(Words.CertificateText.speed(points: certificate.speed))
    }
    let time = Duration.words(seconds: certificate.minutes * 60)
    return lines + [Words.CertificateText.time(time, entries: certificate.events)]
  }

  private var title: String { Words.CertificateText.title(lesson: certificate.lesson) }
  private var date: String {
    Words.CertificateText.earned(date: certificate.day.iso, edition: certificate.edition)
  }

  private var text: String {
    let width = 64
    let lines = [title, "", name, ""] + statements + ["", date]
    let edge = "+" + String(repeating: "-", count: width + 4) + "+"
    let inner = lines.flatMap { TextLayout.wrap($0, width: width) }.map { line in
      let text = line.runs.map(\.text).joined()
      let gap = String(repeating: " ", count: max(0, width - text.displayWidth))
      return "|  \(text)\(gap)  |"
    }
    return ([edge] + inner + [edge, "", Words.CertificateText.honesty, "", line]).joined(
      separator: "\n") + "\n"
  }

  private var markdown: String {
    // Escapes Markdown in names.
    let plain = name.map { $0.isLetter || $0.isNumber || $0 == " " ? "\($0)" : "\\\($0)" }.joined()
    return """
      # \(title)

      **\(plain)**

      \(statements.map { "- \($0)" }.joined(separator: "\n"))

      \(date)

      \(Words.CertificateText.honesty)

      ```
      \(line)
      ```

      """
  }

  private var svg: String {
    func element(_ text: String, y: Int, size: Int, weight: String = "normal") -> String {
      "  <text x=\"400\" y=\"\(y)\" font-size=\"\(size)\" font-weight=\"\(weight)\" "
        + "text-anchor=\"middle\">\(SVGChart.escaped(text))</text>"
    }
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 800 520\" "
        + "font-family=\"Georgia, serif\" fill=\"#222\">",
      "  <title>\(SVGChart.escaped(title))</title>", "  <desc>\(SVGChart.escaped(line))</desc>",
      "  <rect width=\"800\" height=\"520\" fill=\"#fff\"/>",
      "  <rect x=\"20\" y=\"20\" width=\"760\" height=\"480\" fill=\"none\" stroke=\"#222\"/>",
      element(title, y: 90, size: 32, weight: "bold"),
      element(name, y: 160, size: name.displayWidth > 30 ? 18 : 28),
    ]
    for (index, statement) in statements.enumerated() {
      lines.append(element(statement, y: 225 + index * 32, size: 18))
    }
    lines += [
      element(date, y: 420, size: 16), element(Words.CertificateText.honesty, y: 465, size: 13),
      "</svg>", "",
    ]
    return lines.joined(separator: "\n")
  }
}
