import Foundation
import LessonLayout
import TestSupport
import Testing

/// Checks that the texts of the interface are in `Words`, by scanning the sources.
struct WordsTests {
  /// Modules without texts of their own.
  private static let done = [
    "TutorScreens", "Figures", "LessonLayout", "TextCharts", "LearnerRecord", "LessonReader",
    "Claims", "CourseLint",
    "CursesTerminal", "NeuralLab", "Practice", "tutor",
  ]

  /// Literals that look like text but are not, by file.
  private static let exceptions: [String: Set<String>] = [
    // Names of keys, as they are typed.
    // Command lines, and prefixes of manual pages and error messages.
    "tutor/Manual/ManualPage.swift": ["\"tutor \" \"\"", "tutor \\- "],
    "tutor/Manual/ManualText.swift": [
      "tutor lesson 3", "tutor plot gelu silu --x=-4...4 --print",
      "tutor plot gelu silu --difference --print", "tutor plot elu --set alpha=2 --at -1 --at 3",
      "tutor lab race relu swish gelu --epochs 5 --headless", "tutor progress --json",
      "tutor export --format apkg --output deck.apkg",
      "tutor render plot --keys \"Down Down v\" --size 100x30",
    ],
    "tutor/Ending.swift": ["tutor: "],
    // Texts that authors type, and texts written by Anki.
    "CourseLint/CourseLint.swift": ["all of the above", "none of the above"],
    "LessonReader/Added/AnkiTextSettings.swift": [
      "guid column", "notetype column", "deck column", "tags column",
    ],
    // Fonts.
    "TextCharts/ScreenPicture.swift": [
      "ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace"
    ],
    // Names of methods, as papers write them.
    "NeuralLab/Initialisation.swift": ["Glorot", "normal, σ "],
    "NeuralLab/Training/Optimiser.swift": ["SGD, momentum ", "Adam"],
    // Keywords of Python.
    "LessonLayout/CodeHighlight.swift": ["False", "None", "True"],
  ]

  /// Files whose literals are all in another language: Anki's tables and its names of note types, and SQL.
  private static let foreign = [
    "LearnerRecord/Anki/AnkiSchema.swift", "LearnerRecord/RecordSQL.swift",
  ]

  /// A literal that looks like text.
  private struct Find {
    var file: String
    var literal: SourceLiterals.Literal
  }

  private static func finds(in place: String) throws -> [Find] {
    let sources = Repository.root + "/Sources/"
    let names =
      try place.hasSuffix(".swift")
      ? [""] : FileManager.default.subpathsOfDirectory(atPath: sources + place).map { "/" + $0 }
    let files = names.map { place + $0 }.filter { $0.hasSuffix(".swift") }.sorted()
    try #require(!files.isEmpty, "there is no source in \(place)")
    return try files.flatMap { file in
      let text = try String(contentsOfFile: sources + file, encoding: .utf8)
      return SourceLiterals(text).all.filter(\.isEnglish).map { Find(file: file, literal: $0) }
    }
  }

  @Test(arguments: done) func textsAreDefinedInWords(place: String) throws {
    for find in try Self.finds(in: place) where !Self.foreign.contains(find.file) {
      let isKnown = Self.exceptions[find.file, default: []].contains(find.literal.text)
      #expect(isKnown, "\(find.file):\(find.literal.line) says \"\(find.literal.text)\"")
    }
  }

  @Test(arguments: exceptions.keys.sorted()) func everyExemptionIsStillNeeded(file: String) throws {
    let texts = Set(try Self.finds(in: file).map(\.literal.text))
    let gone = Self.exceptions[file, default: []].subtracting(texts)
    #expect(gone.isEmpty, "\(file) no longer says \(gone.sorted())")
  }

  @Test(arguments: foreign) func everyExemptFileStillHasTexts(file: String) throws {
    #expect(try !Self.finds(in: file).isEmpty)
  }

  @Test func textsAreDistinguishedFromOtherLiterals() {
    let texts = [
      #"tell("Nothing to do.")"#, #"let name = "Home""#, #"write("minus \(x)")"#,
      #"let text = " and \(count - names["a"]) more""#, #"KeyBinding("u", "undo", footer: true)"#,
      #"KeyBinding([.left, .right], isOn ? "off" : Words.on)"#,
      #"Run("\(isHeld ? "let go" : "")")"#,
      "let text = \"\"\"\n  is it\n  \"\"\"", #"add("a figure")"#, #"add("fading, percent")"#,
    ]
    for text in texts {
      #expect(!SourceLiterals(text).all.filter(\.isEnglish).isEmpty, "\(text)")
    }
    let others = [
      #"KeyBinding([.character("["), .down], Words.turn, label: "[ ]")"#, #"write("x = \(x)")"#,
      #"let id = "leaky-relu""#, #"text = "slope=\(slope)""#, #"["▏", "▎"] // two words"#,
      #"case "at": "at=" + number"#, #"KeyBinding("u", Words.undo)"#, #""W2(W1 x + b1)""#,
      #""a \(a)  b \(b)""#,
    ]
    for text in others {
      #expect(SourceLiterals(text).all.filter(\.isEnglish).isEmpty, "\(text)")
    }
  }

  @Test func literalsAreFoundWithTheirLines() {
    let source = "let a = 1 // \"no\"\nlet b = \"one \\(f(\"two\", [c]))\\n\"\nlet d = \"\\\"\""
    let all = SourceLiterals(source).all
    #expect(all.map(\.text) == ["two", "one  ", "\""])
    #expect(all.map(\.line) == [2, 2, 3])
    #expect(all.map(\.isInterpolated) == [false, true, false])
  }
}
