import Testing

@testable import Lessons

struct AnkiTextTests {
  /// Parses tab-separated quoted fields (RFC 4180).
  private func records(_ text: String) -> [[String]] {
    var records: [[String]] = [[]]
    var field = ""
    var isQuoted = false
    var letters = Array(text)[...]
    while let letter = letters.popFirst() {
      switch letter {
      case "\"" where isQuoted && letters.first == "\"": field.append(letters.removeFirst())
      case "\"": isQuoted.toggle()
      case "\t" where !isQuoted, "\n" where !isQuoted:
        records[records.count - 1].append(field)
        field = ""
        if letter == "\n" { records.append([]) }
      default: field.append(letter)
      }
    }
    return records.filter { !$0.isEmpty }
  }

  @Test func exportedNotesKeepIDsTagsAndGaps() throws {
    let cloze = try #require(ClozeText("GELU(x) = x·{{c1::Φ(x)::normal CDF}}, not {{c2::φ}}"))
    let cards = [
      Card(
        id: "a", section: "s one", tags: ["x\ty", "z"],
        form: .basic(front: "Say \"hi\"\tor\nnot?", back: "b"), explanation: "why"),
      Card(id: "b", section: "s", form: .cloze(cloze, accepted: [:]), explanation: "e"),
      Card(
        id: "c", section: "s",
        form: .choice(
          ChoiceQuestion(
            front: "q?",
            choices: [
              Choice(id: "1", text: "right", isCorrect: true), Choice(id: "2", text: "wrong"),
            ])), explanation: "e"),
    ]
    let text = AnkiText(Deck(id: "d", title: "Deck \"one\"", cards: cards)).text
    let (header, notes) = (
      text.split(separator: "\n").prefix(6),
      records(text.split(separator: "\n", maxSplits: 6).last.map(String.init) ?? "")
    )
    #expect(header.allSatisfy { $0.hasPrefix("#") } && header.first == "#separator:tab")
    #expect(
      notes == [
        ["a", "Basic", "Deck \"one\"", "Say \"hi\" or\nnot?", "b\nwhy", "s-one x-y z"],
        [
          "b", "Cloze", "Deck \"one\"", "GELU(x) = x·{{c1::Φ(x)::normal CDF}}, not {{c2::φ}}", "e",
          "s",
        ],
        ["c", "Basic", "Deck \"one\"", "q?\n– right\n– wrong", "right\ne", "s"],
      ])
  }
}
