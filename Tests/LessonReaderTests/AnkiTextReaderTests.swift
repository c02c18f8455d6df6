import Lessons
import Testing

@testable import LessonReader

struct AnkiTextReaderTests {
  private func deck(_ text: String) throws(ContentError) -> AddedDeck {
    try AnkiTextReader(
      source: SourceText(file: "deck.txt", bytes: Array(text.utf8)), sections: ["relu", "code"]
    ).deck()
  }

  private func cards(_ text: String) throws(ContentError) -> [Card] { try deck(text).cards }

  private func error(_ text: String) -> String {
    do throws(ContentError) {
      return "\(try cards(text).count) cards"
    } catch {
      return "\(error.line):\(error.column) \(error.problem)"
    }
  }

  /// Fronts, and skipped notes as `line reason`.
  private func reading(_ text: String) throws -> (fronts: [String], skipped: [String]) {
    let deck = try deck(text)
    return (deck.cards.map(\.prompt), deck.skipped.map { "\($0.line) \($0.reason)" })
  }

  @Test func exportedDecksAreReadBack() throws {
    let cloze = try #require(ClozeText("GELU is x·{{c1::Φ(x)::cdf}}, \"not\" {{c2::φ}}"))
    let deck = [
      Card(
        id: "a-1", section: "relu", tags: ["x", "y"],
        form: .basic(front: "Say \"hi\"\nor not?", back: "b"), explanation: "why"),
      Card(id: "b", section: "code", form: .cloze(cloze, accepted: [:]), explanation: "e"),
    ]
    let read = try cards(AnkiText(Deck(id: "d", title: "D", cards: deck)).text)
    #expect(read.map(\.id) == ["a-1", "b"] && read.map(\.section) == ["relu", "code"])
    #expect(read[0].tags == ["x", "y"])
    #expect(read[0].prompt == "Say \"hi\"\nor not?" && read[0].rightAnswer == "b\nwhy")
    #expect(read[1].form == deck[1].form && read[1].explanation == "e")
  }

  @Test func aQuotationMarkWithAnAccentIsReadBack() throws {
    let card = Card(
      id: "a", section: "relu", form: .basic(front: "a\"\u{301}b", back: "\"\u{353}"),
      explanation: "why")
    let read = try cards(AnkiText(Deck(id: "d", title: "D", cards: [card])).text)
    #expect(read.map(\.prompt) == ["a\"\u{301}b"] && read.map(\.rightAnswer) == ["\"\u{353}\nwhy"])
  }

  @Test func anAccentOnASpaceIsReadBack() throws {
    let deck = try cards("a\t\u{353}b\"\n")
    let once = try cards(AnkiText(Deck(id: "d", title: "D", cards: deck)).text)
    #expect(once == (try cards(AnkiText(Deck(id: "d", title: "D", cards: once)).text)))
    let card = Card(
      id: "a", section: "relu", form: .basic(front: "a \u{353}b", back: "c"),
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

  @Test func htmlBecomesPlainText() throws {
    let text =
      "#html:true\n<b>f</b> &lt; 2&nbsp;x<br>&#963;&#x3b2; &unknown; <img src=\"x\">\t<div>b</div>\n"
    let card = try #require(try cards(text).first)
    #expect(card.prompt == "f < 2 x\nσβ &unknown; [x]" && card.rightAnswer == "b")
    #expect(try cards("#html:false\n<b>f</b>\tb").first?.prompt == "<b>f</b>")
  }

  /// As in Anki: a tag in one of the first five records decides for all.
  @Test func htmlIsDetectedIfTheFileDoesNotDeclareIt() throws {
    #expect(try cards("f\tone<div>two</div>").first?.rightAnswer == "one\ntwo")
    #expect(try cards("<b>f\tb").first?.prompt == "f")
    #expect(try cards("f\tx<y\ng\tz>w").map(\.rightAnswer) == ["x<y", "z>w"])
    #expect(try cards("f\tx &amp; y").first?.rightAnswer == "x &amp; y")
    let plain = (1...5).map { "f\($0)\tb\n" }.joined()
    #expect(try cards(plain + "g\t<b>x</b>\n").last?.rightAnswer == "<b>x</b>")
    #expect(try cards(plain.dropLast(5) + "g\t<b>x</b>\n").last?.rightAnswer == "x")
  }

  @Test func textAfterAClosingQuoteBelongsToItsField() throws {
    let read = try cards("\"a\"b\tc\n\"d\"\u{353}\t\"e\"\n")
    #expect(read.map(\.prompt) == ["ab", "d\u{353}"] && read.map(\.rightAnswer) == ["c", "e"])
    #expect(error("\"a\"\u{353}").hasPrefix("1:1 noNotes"))
  }

  @Test func incompleteGapsAreText() throws {
    let text = "#notetype column:1\nBasic\twhat does {{c1::x do?\ta gap\n"
    #expect(
      try cards(text).first?.form
        == .basic(front: "what does {{c1::x do?", back: "a gap"))
  }

  @Test(arguments: [
    ("#notetype column:1\nLückentext\t{{c1::ReLU}} is 0\tmore\n", "[…] is 0", "ReLU", "more"),
    ("#notetype:Cloze\n{{c2::x}} only\n", "[…] only", "x", ""),
    ("{{c1::half}} is \\frac{{1}}{{2}}\tx\n", "[…] is \\frac{{1}}{{2}}", "half", "x"),
    ("Basic\tthe {{c1::answer}}\textra\n", "Basic\nthe […]", "answer", "extra"),
    ("{{ jinja }} and {{c1::gap}}\n", "{{ jinja }} and […]", "gap", ""),
    ("#html:true\n{{c1::<b>x</b><br>y::hi&amp;nt}}\t\n", "[hi&nt?]", "x\ny", ""),
  ]) func notesWithGapsAreClozes(
    text: String, front: String, back: String, explanation: String
  ) throws {
    let card = try #require(try cards("#separator:tab\n" + text).first)
    let item = try #require(card.flashcards.first)
    #expect(item.front == front && item.back == back && card.explanation == explanation)
  }

  /// Searching for the end of each would take quadratic time.
  @Test func unclosedBracketsAreText() throws {
    let text = String(repeating: "<", count: 50_000)
    #expect(try cards("#html:true\nx\t" + text).first?.rightAnswer == text)
  }

  @Test func idsAreKeptOrGeneratedAndUnique() throws {
    let header = "#guid column:1\n"
    let read = try cards(header + "good-id\tf\tb\nO(l;z\tf\tb\no(l;z\tf\tb\n\tf2\tb\n")
    #expect(read[0].id == "good-id" && Set(read.map(\.id)).count == 4)
    #expect(read.allSatisfy { $0.id.wholeMatch(of: /[a-z0-9-]{1,64}/) != nil })
    // The same front has the same id, whatever else changes.
    #expect(try cards("f\tb").first?.id == cards("f\tother").first?.id)
  }

  /// As in Anki on a first import.
  @Test func notesWithTheSameFrontOrIdAreAllTaken() throws {
    for text in [
      "Same?\tone\nSame?\ttwo\nSame?\tone\n", "#guid column:1\na\tf\tb\na\tg\tb\na\tf\tb\n",
    ] {
      let read = try cards(text)
      #expect(read.count == 3 && Set(read.map(\.id)).count == 3)
      #expect(try cards(text).map(\.id) == read.map(\.id))
      #expect(read[0].id == (try cards(text)).first?.id)
    }
  }

  /// Ids on learners' records depend on the first field as version 1.0 read it.
  @Test func idsMatchVersionOne() throws {
    for (text, id) in [
      ("Same?\tone\n", "anki-" + String("Same?".stableNumber, radix: 16)),
      (
        "#html:true\n<b>f</b> &lt; 2<br>x\tb\n",
        "anki-" + String("f < 2\nx".stableNumber, radix: 16)
      ),
      (
        "#html:true\n2<sup>10</sup><div>a</div>\tb\n",
        "anki-" + String("210a\n".dropLast().description.stableNumber, radix: 16)
      ),
      ("<b>f</b>\tb\n", "anki-" + String("<b>f</b>".stableNumber, radix: 16)),
    ] {
      #expect(try cards(text).first?.id == id, "\(text)")
    }
  }

  @Test func aFileWithoutAnyCardIsRefused() {
    #expect(error("") == "1:1 empty")
    #expect(error("#separator:tab\n") == "1:1 noCards")
    #expect(
      error("#separator:tab\nalone\n \tb\n")
        == "2:1 noNotes(Lessons.SkippedNote.Reason.oneField)")
  }

  @Test func skippedNotesAreListedAndTheOthersImported() throws {
    let long = String(repeating: "x", count: AnkiNote.longestSide + 1)
    let text =
      "#separator:tab\n#html:true\n#notetype column:3\nf\tb\tBasic\nalone\n<img src=a.png>\tb\ng\t<img src=a.png>\n"
      + "&nbsp;\tb\nh\t<br>\n\t\t\nno gap\t\tCloze\ni\t\(long)\n\"j\nk\"\tb\nl\t<img src=a.png alt=curve>\n"
    let read = try reading(text)
    #expect(read.fronts == ["f", "j k", "l"])
    #expect(
      read.skipped == [
        "5 oneField", "6 pictureFront", "7 pictureBack", "8 noFront", "9 noBack", "11 noGap",
        "12 tooLong(most: 65536)",
      ])
  }

  @Test func anUnclosedQuotationMarkIsText() throws {
    let text = "#separator:tab\na\tb\nc\t\"d\n\"e\tf\n\"g\"\t\"h\ni\tj\n"
    #expect(try cards(text).map(\.rightAnswer) == ["b", "d\ne", "\"h", "j"])
    let open = "#separator:tab\n" + String(repeating: "\"x\ty\n", count: 20_001)
    #expect(try cards(open).count >= 10_000)
  }

  @Test(arguments: [
    "#separator: tab\n#html: true\n#notetype column: 1\n#tags column: 4\n",
    "#Tags Column:4\n#HTML : True \n# separator:\t\n#NOTETYPE COLUMN:1\n",
    "#html:TRUE\n#separator:Tab\n#columns:Notetype\tFront\tBack\tTags\n#notetype column:1\n",
    "\u{FEFF}#html:true\r\n#separator:tab\r\n#tags column:4\r\n#notetype column:1\r\n",
  ]) func settingsMayHaveBlanksAnyOrderAndAnyCase(header: String) throws {
    let card = try #require(try cards(header + "Basic\tFront <b>x</b>\tBack\thello code\n").first)
    #expect(card.prompt == "Front x" && card.rightAnswer == "Back")
    #expect(card.tags == ["hello"] && card.section == "code" && card.explanation.isEmpty)
  }

  @Test func settingsWithoutEffectAreNamed() throws {
    let deck = try deck(
      "# a comment\n#if matches:keep both\n#deck:Geography\n#Sort Field : 2\n#separator:,\na,b\n")
    #expect(deck.title == "Geography" && deck.cards.map(\.rightAnswer) == ["b"])
    #expect(
      deck.ignoredSettings == [
        IgnoredSetting(line: 2, name: "if matches"), IgnoredSetting(line: 4, name: "Sort Field"),
      ])
    #expect(try cards("tags:one two\na\tb\n").first?.tags == ["one", "two"])
  }

  @Test func theSeparatorIsDetectedFromAllRecords() throws {
    #expect(try cards("a: x; y, z\nb: c, d\n").map(\.prompt) == ["a: x; y", "b: c"])
    #expect(try cards("a|b\nc|d\n").map(\.rightAnswer) == ["b", "d"])
    #expect(
      try cards("what is it: this\nand that: those\n").map(\.rightAnswer) == ["this", "those"])
    #expect(try cards("bonjour hello\nsalut hi\n").map(\.rightAnswer) == ["hello", "hi"])
    #expect(
      try cards("{{c1::ReLU}} is 0: always, for x < 0\n").first?.prompt
        == "[…] is 0: always, for x < 0")
  }

  @Test func aBackMayBeInALaterColumn() throws {
    let card = try #require(try cards("France\t\tParis\t\tEurope\n").first)
    #expect(card.rightAnswer == "Paris" && card.explanation == "Europe")
  }

  @Test func ankiSoundReferencesAreRemoved() throws {
    let read = try reading(
      "f [sound:a.mp3]\tb\ng\t[sound:b.mp3]\n[sound:c.mp3]\tb\nh [1]\tb [sound:]\n")
    #expect(read.fronts == ["f", "h [1]"] && read.skipped == ["2 pictureBack", "3 pictureFront"])
  }

  @Test func aRowOfColumnNamesIsNotANote() throws {
    let read = try cards("country,flag,ISO,tags\nEngland,<img src=a.svg>,ENG,UG::Europe\n")
    #expect(read.map(\.prompt) == ["England"] && read.map(\.rightAnswer) == ["ENG"])
    #expect(read[0].tags == ["UG::Europe"] && read[0].explanation == "[a.svg]")
  }

  @Test func storedDecksHaveTheSameCards() throws {
    let text =
      "#html:true\nSay \"hi\"<br>or\u{A0}not\tb\twhy <ul><li>x</ul>\trelu\n{{c1::a {{c2::b}}::h}} c\tmore\n"
    let read = try deck(text)
    let kept = AnkiText(Deck(id: "d", title: "D", cards: read.cards)).wholeText
    #expect(try cards(kept) == read.cards)
  }

  @Test func anyBytesAreHandled() {
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
