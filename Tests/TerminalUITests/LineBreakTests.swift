import Foundation
import TestSupport
import Testing

@testable import TerminalUI

/// Line breaks in scripts with rules of their own.
struct LineBreakTests {
  private func lines(_ text: String, _ width: Int) -> [String] {
    TextLayout.wrap(text, width: width).map(\.text)
  }

  @Test(arguments: 8...40) func eastAsianLinesFollowBreakRules(width: Int) {
    let text =
      "激活函数（activation function）决定了神经元是否应该被“激活”，它把输入信号转换为输出。《深度学习》一书说：“修正线性单元（ReLU）很常用！”「すべての人間は、ちょっとしたキャッチフレーズで『自由』である。」（ページ１００％）。"
    let wrapped = lines(text, width)
    #expect(wrapped.joined().filter { $0 != " " } == text.filter { $0 != " " })
    for line in wrapped.dropFirst() {
      #expect(!"，。、）」』】》！？：；ーっょッャ”・％".contains(line.first ?? " "), "\(wrapped)")
    }
    for line in wrapped { #expect(!"（「『【《“".contains(line.last ?? " "), "\(wrapped)") }
    #expect(wrapped.allSatisfy { $0.displayWidth <= width })
  }

  @Test func punctuationKeepsThePrecedingCharacterOnItsLine() {
    #expect(lines("中文字符。", 8) == ["中文字", "符。"])
    #expect(lines("中文（字）", 6) == ["中文", "（字）"])
    #expect(lines("价格100%中", 7) == ["价格", "100%中"])
    #expect(lines("中文 (ReLU) 字", 8) == ["中文", "(ReLU)", "字"])
    #expect(lines("中……文——字", 4) == ["中……", "文——", "字"])
  }

  @Test func breakControlsAreRespected() {
    #expect(lines("ab\u{A0}cd ef", 5) == ["ab\u{A0}cd", "ef"])
    #expect(lines("xx ab\u{A0}cd", 6) == ["xx", "ab\u{A0}cd"])
    #expect(lines("ab\u{200B}cd", 3) == ["ab\u{200B}", "cd"])
    #expect(lines("漢\u{2060}字漢", 4) == ["漢\u{2060}字", "漢"])
    #expect(lines("co\u{AD}operate", 20) == ["co\u{AD}operate"])
    #expect(lines("co\u{AD}operate", 8) == ["co-", "operate"])
    #expect(lines("abc  \u{200B}d", 3) == ["abc  \u{200B}", "d"])
    #expect(lines("ab co\u{AD}op", 5) == ["ab", "co\u{AD}op"])
  }

  @Test func southEastAsianVowelsStayWithTheirConsonants() {
    let text = "ทำไมจึงสำคัญมากในการเรียนรู้ของเครื่องและโครงข่ายประสาทเทียมจะเป็นอย่างไร"
    for width in 3...20 {
      let wrapped = lines(text, width)
      #expect(wrapped.joined() == text)
      for line in wrapped.dropFirst() {
        #expect(!"ะาๅๆฯ".contains(line.first ?? " "), "\(wrapped)")
      }
      for line in wrapped { #expect(!"เแโใไ".contains(line.last ?? " "), "\(wrapped)") }
    }
  }

  @Test func aWordLongerThanHalfALineFillsIt() {
    #expect(lines("ก มนุษย์ทั้งหลายเกิดมา", 10).first?.displayWidth ?? 0 > 5)
    #expect(lines("มนุษย์ ทั้งหลาย", 9) == ["มนุษย์", "ทั้งหลาย"])
  }

  /// Texts of all scripts at every width: nothing is lost, and marks stay with their letters.
  @Test(arguments: [1, 2, 3, 5, 8, 13, 21, 34])
  func wrappedLinesJoinedAreTheText(width: Int) throws {
    let file = Repository.file("Tests/TerminalUITests/Fixtures/scripts.txt")
    let texts = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    for text in texts.map(String.init) where !text.hasPrefix("#") {
      let wrapped = TextLayout.wrap(text, width: width)
      let joined = wrapped.map(\.text).joined().unicodeScalars.filter { $0 != " " }
      #expect(joined.elementsEqual(text.unicodeScalars.filter { $0 != " " }), "\(text)")
      for line in wrapped {
        #expect(line.width <= max(2, width), "\(line.text)")
        let rest = text.dropFirst(line.offset)
        #expect(line.text.isEmpty || width < 6 || rest.hasPrefix(line.text), "\(line.text)")
      }
    }
  }

  @Test func graphemeWidthsMatchTheirCells() throws {
    var state: UInt64 = 3
    for _ in 0..<20_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<4 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let ranges: [ClosedRange<UInt32>] = [
          0x20...0x7E, 0x300...0x36F, 0x900...0xDFF, 0x1100...0x11FF, 0x200B...0x200F,
          0xFE00...0xFE0F, 0x1F1E6...0x1F1FF, 0x1F3FA...0x1F4FF, 0x4E00...0x4E10, 0xE00...0xEFF,
        ]
        let range = ranges[Int(state >> 40) % ranges.count]
        let value = range.lowerBound + UInt32(state >> 33) % UInt32(range.count)
        if let scalar = Unicode.Scalar(value) { text.append(scalar) }
      }
      for character in String(text) where !character.isControl && !character.isInvisible {
        let cells = character.cells
        #expect(cells.reduce(0) { $0 + $1.width } == character.displayWidth, "\(text)")
        #expect(cells.allSatisfy { $0.width > 0 })
      }
    }
  }
}
