import Lessons
import Testing

@testable import LessonReader

struct AnkiTextReaderTests {
  private func cards(_ text: String) throws(ContentError) -> [Card] {
    try AnkiTextReader(
      source: SourceText(file: "deck.txt", bytes: Array(text.utf8)), sections: ["relu", "code"]
    ).cards()
  }

  private func error(_ text: String) -> String {
    do throws(ContentError) {
      return "\(try cards(text).count) cards"
    } catch {
      return "\(error.line):\(error.column) \(error.problem)"
    }
  }

  @Test func whatIsExportedIsReadBack() throws {
    let cloze = try #require(ClozeText("GELU is x·{{c1::Φ(x)::cdf}}, \"not\" {{c2::φ}}"))
    let deck = [
      Card(
        id: "a-1", section: "relu", tags: ["x", "y"],
        form: .basic(front: "Say \"hi\"\nor not?", back: "b", hint: nil), explanation: "why"),
      Card(id: "b", section: "code", form: .cloze(cloze, accepted: [:]), explanation: "e"),
    ]
    let read = try cards(AnkiText(Deck(id: "d", title: "D", cards: deck)).text)
    #expect(read.map(\.id) == ["a-1", "b"] && read.map(\.section) == ["relu", "code"])
    #expect(read[0].tags == ["x", "y"])
    #expect(read[0].prompt == "Say \"hi\"\nor not?" && read[0].rightAnswer == "b\nwhy")
    #expect(read[1].form == deck[1].form && read[1].explanation == "e")
  }

  @Test func aQuoteWithAnAccentIsReadBack() throws {
    let card = Card(
      id: "a", section: "relu", form: .basic(front: "a\"\u{301}b", back: "\"\u{353}", hint: nil),
      explanation: "why")
    let read = try cards(AnkiText(Deck(id: "d", title: "D", cards: [card])).text)
    #expect(read.map(\.prompt) == ["a\"\u{301}b"] && read.map(\.rightAnswer) == ["\"\u{353}\nwhy"])
  }

  @Test func anAccentOnABlankIsReadBack() throws {
    let deck = try cards("a\t\u{353}b\"\n")
    let once = try cards(AnkiText(Deck(id: "d", title: "D", cards: deck)).text)
    #expect(once == (try cards(AnkiText(Deck(id: "d", title: "D", cards: once)).text)))
    let card = Card(
      id: "a", section: "relu", form: .basic(front: "a \u{353}b", back: "c", hint: nil),
      explanation: "")
    #expect(
      try cards(AnkiText(Deck(id: "d", title: "D", cards: [card])).text).first?.prompt
        == "a \u{353}b")
  }

  @Test func separatorsAndColumnsAreRespected() throws {
    for (name, letter) in [("comma", ","), ("Semicolon", ";"), ("pipe", "|"), (":", ":")] {
      let text =
        "\u{FEFF}#separator:\(name)\r\n#tags column:3\n# a comment\nf\(letter)b\(letter)code z\r\n"
      let card = try #require(try cards(text).first)
      #expect(card.prompt == "f" && card.rightAnswer == "b")
      #expect(card.section == "code" && card.tags == ["z"])
    }
    #expect(try cards("f;b").first?.prompt == "f")
    #expect(try cards("f, g\tb").first?.prompt == "f, g")
    let extra = try #require(try cards("#tags:one relu\nq\ta\tbecause\n").first)
    #expect(extra.explanation == "because" && extra.section == "relu" && extra.tags == ["one"])
  }

  @Test func htmlBecomesPlain() throws {
    let text =
      "#html:true\n<b>f</b> &lt; 2&nbsp;x<br>&#963;&#x3b2; &unknown; <img src=\"x\">\t<div>b</div>\n"
    let card = try #require(try cards(text).first)
    #expect(card.prompt == "f < 2 x\nσβ &unknown;" && card.rightAnswer == "b")
    #expect(try cards("<b>f\tb").first?.prompt == "<b>f")
  }

  @Test func lettersAfterAQuoteBelongToItsField() throws {
    let read = try cards("\"a\"b\tc\n\"d\"\u{353}\t\"e\"\n")
    #expect(read.map(\.prompt) == ["ab", "d\u{353}"] && read.map(\.rightAnswer) == ["c", "e"])
    #expect(error("\"a\"\u{353}") == "1:1 tooFew(field: \"fields\", needed: 2, found: 1)")
  }

  @Test func aBasicNoteMayShowTheNotationOfGaps() throws {
    let text = "#notetype column:1\nBasic\twhat does {{c1::x do?\ta gap\n"
    #expect(
      try cards(text).first?.form
        == .basic(front: "what does {{c1::x do?", back: "a gap", hint: nil))
  }

  /// Looking for the end of each would take longer than anybody waits.
  @Test func bracketsWithoutEndAreText() throws {
    let text = String(repeating: "<", count: 100_000)
    #expect(try cards("#html:true\nx\t" + text).first?.rightAnswer == text)
  }

  @Test func idsAreKeptOrMadeAnewButNeverTwice() throws {
    let header = "#guid column:1\n"
    let read = try cards(header + "good-id\tf\tb\nO(l;z\tf\tb\no(l;z\tf\tb\n\tf2\tb\n")
    #expect(read[0].id == "good-id" && Set(read.map(\.id)).count == 4)
    #expect(read.allSatisfy { $0.id.wholeMatch(of: /[a-z0-9-]{1,64}/) != nil })
    // The same front has the same id, whatever else changes.
    #expect(try cards("f\tb").first?.id == cards("f\tother").first?.id)
    #expect(error(header + "a\tf\tb\n\na\tg\tb\n").hasPrefix("4:1 duplicateID"))
  }

  @Test func mistakesHaveTheirPlace() {
    #expect(error("") == "1:1 empty" || error("").contains("noCards"))
    #expect(error("#separator:tab\n").contains("noCards"))
    #expect(error("f\tb\nalone\n").hasPrefix("2:1 tooFew"))
    #expect(error("f\tb\ng\t\"never\nends\n").hasPrefix("2:3 unclosedQuote"))
    #expect(error("f\tb\n \tb\n").hasPrefix("2:1 emptyField"))
    #expect(error("f\t\n").hasPrefix("1:3 emptyField"))
    #expect(error("{{c1::a}\tb\n").hasPrefix("1:1 badCloze"))
  }

  @Test func noBytesBreakIt() {
    var state: UInt64 = 1
    let pieces = Array("#\t\n\"\",;<>&{}c1::ab \r\u{1B}é|").map(String.init) + ["#html:true\n"]
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<30 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      _ = error(text)
    }
  }
}
