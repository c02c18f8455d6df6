import Foundation

/// Very large courses, generated deterministically.
enum LargeCourse {
  /// The vocabulary of the texts.
  private static let words = [
    "gradient", "slope", "bend", "layer", "weight", "curve", "sum", "unit", "loss", "step", "range",
    "output", "input", "signal", "the", "of", "and", "is", "a", "where", "which", "vanishes",
  ]

  /// A sentence that depends on a number.
  private static func sentence(_ number: Int, words count: Int) -> String {
    var state = UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15 | 1
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return words[Int(state >> 33) % words.count]
    }.joined(separator: " ")
  }

  /// Generates a course.
  ///
  /// - Parameters:
  ///   - folder: The folder to create.
  ///   - sections: The number of sections.
  ///   - sectionBytes: The approximate size of each section.
  ///   - cards: The number of cards.
  /// - Throws: The file system's error.
  static func write(to folder: String, sections: Int, sectionBytes: Int, cards: Int) throws {
    try FileManager.default.createDirectory(
      atPath: folder + "/sections", withIntermediateDirectories: true)
    let names = (0..<sections).map { "part-\($0 + 1)" }
    for (index, name) in names.enumerated() {
      var text = "# Part \(index + 1)\n"
      var number = index * 100_000
      while text.utf8.count < sectionBytes {
        number += 1
        text += block(number)
      }
      try text.write(toFile: "\(folder)/sections/\(name).md", atomically: false, encoding: .utf8)
    }
    let entries = names.map { #"{"id": "\#($0)", "file": "sections/\#($0).md"}"# }
    let lesson =
      #"{"format": "tutor-lesson", "version": 1, "id": "large", "title": "Large", "edition": "1", "#
      + #""sections": [\#(entries.joined(separator: ",\n"))]}"#
    try lesson.write(toFile: folder + "/lesson.json", atomically: false, encoding: .utf8)
    let deck =
      #"{"format": "tutor-deck", "version": 1, "deck": {"id": "large", "title": "Large"}, "cards": ["#
      + (0..<cards).map { card($0, section: names[$0 % names.count]) }.joined(separator: ",\n")
      + "]}"
    try deck.write(toFile: folder + "/deck.json", atomically: false, encoding: .utf8)
  }

  /// A paragraph, or occasionally another block.
  private static func block(_ number: Int) -> String {
    switch number % 10 {
    case 3: "\n## \(sentence(number, words: 4))\n"
    case 5: "\n" + (0..<5).map { "- \(sentence(number + $0, words: 12))\n" }.joined()
    case 7: "\n```swift\nlet \(sentence(number, words: 1)) = \(number)\n```\n"
    case 9:
      "\n| one | two |\n|---|---:|\n"
        + (0..<4).map { "| \(sentence(number + $0, words: 3)) | \($0) |\n" }.joined()
    default: "\n\(sentence(number, words: 60)) **\(sentence(number, words: 2))** `code`.\n"
    }
  }

  /// A card: half of them basic, a quarter each cloze and choice.
  private static func card(_ number: Int, section: String) -> String {
    let head =
      #"{"id": "card-\#(number)", "section": "\#(section)", "tags": ["\#(words[number % words.count])"], "#
      + #""explanation": "\#(sentence(number, words: 9)).", "#
    switch number % 4 {
    case 1:
      return head
        + #""type": "cloze", "text": "\#(sentence(number, words: 6)) {{c1::\#(words[number % 11])}}."}"#
    case 3:
      return head
        + #""type": "choice", "front": "\#(sentence(number, words: 8))?", "choices": ["#
        + #"{"id": "a", "text": "\#(sentence(number, words: 3))", "correct": true}, "#
        + #"{"id": "b", "text": "\#(sentence(number + 1, words: 3))", "feedback": "No."}]}"#
    default:
      return head
        + #""type": "basic", "front": "\#(sentence(number, words: 8))?", "back": "\#(sentence(number, words: 5))."}"#
    }
  }
}
