import Foundation
import TerminalUI
import Testing
import TextCharts

struct ScreenPictureTests {
  private func picture(_ lines: [[Run]], width: Int = 12) -> String {
    var frame = Frame(Size(width: width, height: lines.count))
    for (row, line) in lines.enumerated() { frame.write(line, x: 0, y: row) }
    return ScreenPicture(frame, palette: .dark).text
  }

  @Test func aWordIsOneTextInTheColourOfItsRole() {
    let svg = picture([[Run("wrong", .wrong), Run(" right", .right)]])
    #expect(
      svg.contains(
        "fill=\"\(ScreenPalette.dark.foreground(of: .wrong))\" font-weight=\"bold\">wrong</text>"))
    #expect(
      svg.contains(
        "fill=\"\(ScreenPalette.dark.foreground(of: .right))\" font-weight=\"bold\">right</text>"))
  }

  @Test func textWidthEqualsItsColumns() {
    // Three columns of 8.4 pixels; the second word begins in column 4, after a margin of 12 pixels.
    let svg = picture([[Run("abc def")]])
    #expect(svg.contains("<text x=\"12\" y=\"25.14\" textLength=\"25.2\""))
    #expect(svg.contains("<text x=\"45.6\" y=\"25.14\" textLength=\"25.2\""))
  }

  @Test func drawingCharactersAreShapes() {
    let svg = picture([[Run("─│┼█▌⠁⣿")]])
    #expect(!svg.contains("<text"))
    // Two, two and four arms; two rectangles; one and eight dots.
    #expect(svg.matches(of: /M[0-9]/).count == 2 + 2 + 4 + 2 + 1 + 8)
  }

  @Test func everyDrawingCharacterStaysInItsCell() {
    let scalars = Array(0x2500...0x259F) + Array(0x2800...0x28FF)
    for value in scalars {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let svg = picture([[Run(String(Character(scalar)))]], width: 1)
      guard !svg.contains("<text"), let path = svg.firstMatch(of: /path d="([^"]*)"/) else {
        continue
      }
      let numbers = path.1.split { !"0123456789.".contains($0) }.compactMap { Double($0) }
      // The h0 of a dot is not a coordinate.
      for number in numbers where number != 0 { #expect((12...30).contains(number), "\(scalar)") }
    }
  }

  @Test func theSelectionIsReversed() {
    let svg = picture([[Run("me", .selection)]])
    let ink = ScreenPalette.dark.foreground(of: .selection)
    #expect(svg.contains("width=\"16.8\" height=\"18\" fill=\"\(ink)\"/>"))
    #expect(svg.contains("fill=\"\(ScreenPalette.dark.background)\">me</text>"))
  }

  @Test func markupCharactersAreEscaped() {
    #expect(picture([[Run("a<b&c")]]).contains(">a&lt;b&amp;c</text>"))
  }

  @Test(arguments: [ScreenPalette.dark, .light])
  func allColoursHaveEnoughContrast(palette: ScreenPalette) throws {
    let ground = try luminance(palette.background)
    for color in palette.foregrounds {
      let ink = try luminance(color)
      let contrast = (max(ink, ground) + 0.05) / (min(ink, ground) + 0.05)
      #expect(contrast >= 4.5, "\(color) on \(palette.background)")
    }
  }

  /// The relative luminance of `#rrggbb` (WCAG 2.2).
  private func luminance(_ color: String) throws -> Double {
    let value = try #require(Int(color.dropFirst(), radix: 16))
    let parts = [16, 8, 0].map { shift -> Double in
      let part = Double(value >> shift & 0xFF) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
