import Foundation
import TerminalUI
import TestSupport
import Testing
import TextCharts

struct ScreenPictureTests {
  private func texts(_ lines: [[Run]]) -> [PictureElement] {
    PictureElement.all(in: picture(lines)).filter { $0.name == "text" }
  }

  private func picture(_ lines: [[Run]], width: Int = 12) -> String {
    var frame = Frame(Size(width: width, height: lines.count))
    for (row, line) in lines.enumerated() { frame.write(line, x: 0, y: row) }
    return ScreenPicture(frame, palette: .dark).text
  }

  @Test func aWordIsOneTextInTheColourOfItsRole() {
    let texts = texts([[Run("wrong", .wrong), Run(" right", .right)]])
    #expect(texts.map(\.text) == ["wrong", "right"])
    #expect(
      texts.map { $0.attributes["fill"] }
        == [Role.wrong, .right].map { ScreenPalette.dark.foreground(of: $0) })
    #expect(texts.allSatisfy { $0.attributes["font-weight"] == "bold" })
  }

  @Test func textWidthEqualsItsColumns() {
    // Three columns of 8.4 pixels; the second word begins in column 4, after a margin of 12 pixels.
    let words = texts([[Run("abc def")]]).map(\.attributes)
    #expect(words.map { $0["x"] } == ["12", "45.6"])
    #expect(words.map { $0["y"] } == ["25.14", "25.14"])
    #expect(words.map { $0["textLength"] } == ["25.2", "25.2"])
  }

  @Test func drawingCharactersAreShapes() {
    let line = [Run("─│┼█▌⠁⣿")]
    #expect(texts([line]).isEmpty)
    let svg = picture([line])
    // Two, two and four arms; two rectangles; one and eight dots.
    #expect(svg.matches(of: /M[0-9]/).count == 2 + 2 + 4 + 2 + 1 + 8)
  }

  @Test func everyDrawingCharacterStaysInItsCell() {
    let scalars = Array(0x2500...0x259F) + Array(0x2800...0x28FF)
    for value in scalars {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let elements = PictureElement.all(
        in: picture([[Run(String(Character(scalar)))]], width: 1))
      guard !elements.contains(where: { $0.name == "text" }),
        let path = elements.compactMap({ $0.attributes["d"] }).first
      else { continue }
      let numbers = path.split { !"0123456789.".contains($0) }.compactMap { Double($0) }
      // The h0 of a dot is not a coordinate.
      for number in numbers where number != 0 { #expect((12...30).contains(number), "\(scalar)") }
    }
  }

  @Test func theSelectionIsReversed() {
    let line = [Run("me", .selection)]
    #expect(texts([line]).map(\.text) == ["me"])
    #expect(texts([line]).map { $0.attributes["fill"] } == [ScreenPalette.dark.background])
    let area = PictureElement.all(in: picture([line])).last { $0.name == "rect" }?.attributes
    #expect(area?["width"] == "16.8" && area?["height"] == "18")
    #expect(area?["fill"] == ScreenPalette.dark.foreground(of: .selection))
  }

  @Test func markupCharactersAreEscaped() {
    #expect(texts([[Run("a<b&c")]]).map(\.text) == ["a&lt;b&amp;c"])
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
