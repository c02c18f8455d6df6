import Foundation
import Testing

/// Which room may call which, held against the sources themselves.
struct ArchitectureTests {
  /// What each room may import besides the standard library and the C library.
  private static let allowed: [String: Set<String>] = [
    "Activations": [], "Lessons": [], "Practice": ["Lessons"], "TerminalUI": [],
    "TextCharts": ["TerminalUI"],
    "MathQuestions": ["Activations", "Lessons", "Practice"],
    "TutorScreens": [
      "TerminalUI", "TextCharts", "Activations", "Lessons", "Practice", "MathQuestions",
      "NeuralLab", "Words",
    ],
    "Words": ["TerminalUI"],
    "NeuralLab": ["Activations", "CLabKernels"],
    "MarkupText": ["CLibxml2"],
    "LessonReader": ["CCmark", "Lessons", "MarkupText", "Foundation"],
    "LearnerRecord": [
      "CRecordGuard", "GRDB", "GRDBSQLite", "Lessons", "Practice", "Foundation",
    ],
    "CursesTerminal": ["CNcurses", "TerminalUI"],
    "Claims": ["Activations"],
    "CourseLint": ["Claims", "LessonReader", "Lessons", "TerminalUI", "TutorScreens", "Words"],
  ]

  @Test(arguments: allowed.keys.sorted()) func roomsCallOnlyWhomTheyMay(room: String) throws {
    let folder = Binary.root + "/Sources/" + room
    let files = try #require(FileManager.default.enumerator(atPath: folder))
    var count = 0
    for case let file as String in files where file.hasSuffix(".swift") {
      count += 1
      let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ")
        guard let index = words.firstIndex(of: "import"), index <= 1, index + 1 < words.count else {
          continue
        }
        let name = String(words[index + 1])
        let system: Set = ["Glibc", "Musl", "Darwin", "Dispatch", "Synchronization"]
        let isAllowed = system.contains(name) || Self.allowed[room, default: []].contains(name)
        #expect(isAllowed, "\(room)/\(file) imports \(name)")
      }
    }
    #expect(count > 0)
  }
}
