import Foundation
import TerminalUI
import Testing

@testable import CursesTerminal

struct DrawingTests {
  private func frame(_ lines: String..., width: Int = 8) -> Frame {
    var frame = Frame(Size(width: width, height: lines.count))
    for (y, line) in lines.enumerated() { frame.write(line, x: 0, y: y) }
    return frame
  }

  private func differences(_ old: Frame?, _ new: Frame) -> [[Int]] {
    FrameDiff(from: old, to: new).segments.map { [$0.x, $0.y, $0.length] }
  }

  @Test func onlyChangedCellsAreWritten() {
    let old = frame("abcdef", "same")
    #expect(differences(old, old).isEmpty)
    #expect(differences(old, frame("abXXeY", "same")) == [[2, 0, 2], [5, 0, 1]])
    #expect(differences(nil, old) == [[0, 0, 8], [0, 1, 8]])
    #expect(differences(frame("a", width: 3), old).count == 2)
  }

  @Test func wideGlyphsAreWrittenCompletely() {
    #expect(differences(frame("a漢b"), frame("a字b")) == [[1, 0, 2]])
    #expect(differences(frame("axyb"), frame("a字b")) == [[1, 0, 2]])
    #expect(differences(frame("a字b"), frame("axyb")) == [[1, 0, 2]])
  }

  @Test func withoutColourTheImportantRolesStillDiffer() {
    let theme = Theme(hasColor: false, hasItalics: true)
    for role in Role.allCases { #expect(theme.look(of: role).color == .none) }
    #expect(theme.look(of: .code).shapes == .underline)
    #expect(theme.look(of: .selection).shapes == .reverse)
    #expect(theme.look(of: .accent).shapes == .bold)
    #expect(theme.look(of: Style(.text, .emphasis)).shapes == .italic)
  }

  @Test func redMeansWrongAndNothingElse() {
    for palette in Theme.Palette.allCases {
      let theme = Theme(hasColor: true, hasItalics: true, palette: palette)
      #expect(Role.allCases.filter { theme.look(of: $0).color == .red } == [.wrong])
    }
  }

  /// The contrast of two luminances (WCAG 2.2).
  private func contrast(_ one: Double, _ other: Double) -> Double {
    (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  /// The luminance of a colour of the 6x6x6 cube, or of xterm's first eight (WCAG 2.2; xterm, 256colres.h).
  private func luminance(_ index: Int16) -> Double {
    let number = Int(index)
    var sum = 0.0
    for (channel, weight) in [0.2126, 0.7152, 0.0722].enumerated() {
      let step = (number - 16) / [36, 6, 1][channel] % 6
      let cube = step == 0 ? 0 : 55 + 40 * step
      let level = number < 8 ? (number >> channel & 1) * 205 : cube
      let share = Double(level) / 255
      let linear: Double = share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
      sum += weight * linear
    }
    return sum
  }

  @Test(arguments: [8, 88, 256]) func allColoursHaveEnoughContrastOnBlackAndWhite(count: Int) {
    let palette = Theme.Palette(ofColors: count, .auto)
    var shown = 0
    for color in Theme.Color.allCases {
      let index = color.index(in: palette)
      guard index >= 0 else { continue }
      shown += 1
      let luminance = luminance(index)
      let least = min(contrast(luminance, 0), contrast(luminance, 1))
      // Yellow is for curves alone, which need less than text (WCAG 2.2, 1.4.11).
      #expect(least >= (count < 256 ? 3.5 : color == .yellow ? 4.4 : 4.5), "\(color): \(least)")
    }
    #expect(shown == (count == 256 ? 5 : 2))
    // Learners who have configured their own colours can use them.
    let own = Theme.Palette(ofColors: count, .sixteen)
    #expect(Theme.Color.allCases.map { $0.index(in: own) } == [-1, 1, 2, 5, 6, 3])
  }

  @Test(arguments: Theme.Palette.allCases, [true, false])
  func codeDiffersFromTextInEveryPalette(palette: Theme.Palette, hasItalics: Bool) {
    let theme = Theme(hasColor: true, hasItalics: hasItalics, palette: palette)
    let look = theme.look(of: .code)
    #expect(look.color.index(in: palette) >= 0 || !look.shapes.isEmpty)
    #expect(look != theme.look(of: Style(.text, .emphasis)))
  }

  @Test func emphasisAndCodeDifferWithoutItalics() {
    let theme = Theme(hasColor: false, hasItalics: false)
    #expect(theme.look(of: .code) != theme.look(of: Style(.text, .emphasis)))
    #expect(theme.look(of: Style(.selection, .reverse)).shapes == [])
  }

  @Test func delaysInTerminfoStringsAreRemoved() {
    let bytes = Array("\u{1B}[H$<5/>x$<1>".utf8)
    #expect(Capabilities.withoutPadding(bytes) == Array("\u{1B}[Hx".utf8))
  }
}

struct Base64Tests {
  /// Source: RFC 4648, section 10.
  @Test func theTestVectorsOfTheStandardPass() {
    for (text, expected) in [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ] {
      #expect(Base64.text(of: Array(text.utf8)) == expected)
    }
  }
}
