import Foundation
import LessonLayout
import TestSupport
import Testing

/// That what the interface says stands in `Words`, held against the sources themselves.
struct WordsTests {
  /// Folders that keep no texts of their own.
  private static let done = [
    "TutorScreens", "Figures", "LessonLayout", "TextCharts", "LearnerRecord", "LessonReader",
    "Claims", "CourseLint",
    "CursesTerminal", "NeuralLab", "Practice", "tutor",
  ]

  /// What reads like a text and is none, by its file.
  private static let exceptions: [String: Set<String>] = [
    // Names of keys, as they are typed.
    "TutorScreens/Shell/PlainText.swift": ["Esc", "Tab"],
    // What is typed, and what a manual page or a line of errors begins with.
    "tutor/Manual/ManualPage.swift": ["\"tutor \" \"\"", "tutor \\- "],
    "tutor/Manual/ManualText.swift": [
      "tutor lesson 3", "tutor plot gelu silu --x=-4...4 --print",
      "tutor plot gelu silu --difference --print", "tutor plot elu --set alpha=2 --at -1 --at 3",
      "tutor lab race relu swish gelu --epochs 5 --headless", "tutor progress --json",
      "tutor export --format apkg --output deck.apkg",
      "tutor render plot --keys \"Down Down v\" --size 100x30",
    ],
    "tutor/Ending.swift": ["tutor: "],
    // What authors type, and what Anki writes.
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

  /// Files all of whose literals are in another language: Anki's tables and its names for kinds of notes, and SQL.
  private static let foreign = [
    "LearnerRecord/Anki/AnkiSchema.swift", "LearnerRecord/RecordSQL.swift",
  ]

  /// A literal that reads like a text.
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

  @Test(arguments: done) func textsComeFromWords(place: String) throws {
    for find in try Self.finds(in: place) where !Self.foreign.contains(find.file) {
      let isKnown = Self.exceptions[find.file, default: []].contains(find.literal.text)
      #expect(isKnown, "\(find.file):\(find.literal.line) says \"\(find.literal.text)\"")
    }
  }

  @Test(arguments: exceptions.keys.sorted()) func everyExceptionIsStillThere(file: String) throws {
    let texts = Set(try Self.finds(in: file).map(\.literal.text))
    let gone = Self.exceptions[file, default: []].subtracting(texts)
    #expect(gone.isEmpty, "\(file) no longer says \(gone.sorted())")
  }

  @Test(arguments: foreign) func everyForeignFileStillHasTexts(file: String) throws {
    #expect(try !Self.finds(in: file).isEmpty)
  }

  @Test func textsAreToldFromOtherLiterals() {
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

  @Test func literalsAreFoundWhereTheyStand() {
    let source = "let a = 1 // \"no\"\nlet b = \"one \\(f(\"two\", [c]))\\n\"\nlet d = \"\\\"\""
    let all = SourceLiterals(source).all
    #expect(all.map(\.text) == ["two", "one  ", "\""])
    #expect(all.map(\.line) == [2, 2, 3])
    #expect(all.map(\.isInterpolated) == [false, true, false])
  }
}
