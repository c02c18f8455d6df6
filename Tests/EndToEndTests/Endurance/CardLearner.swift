import Foundation
import TestCourse
import TestSupport
import Testing
import Words

/// A learner who practises cards at a terminal and counts acknowledged grades.
final class CardLearner {
  let terminal: Pty
  /// Grades after which the next card was shown.
  private(set) var acknowledged = 0

  init(_ terminal: Pty) { self.terminal = terminal }

  /// The small course with two hundred more cards.
  static let course: String = {
    let folder = FileManager.default.temporaryDirectory.path + "/cards-\(UUID().uuidString)"
    let file = URL(fileURLWithPath: folder + "/deck.json")
    do {
      try FileManager.default.copyItem(atPath: TestCourse.folder, toPath: folder)
      let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
      var deck = try #require(object as? [String: Any])
      let cards = try #require(deck["cards"] as? [[String: Any]])
      deck["cards"] =
        cards
        + (1...200).map { number in
          [
            "id": "card-\(number)", "type": "basic", "section": "words", "front": "\(number)?",
            "back": "\(number).", "explanation": "A number.",
          ]
        }
      try JSONSerialization.data(withJSONObject: deck).write(to: file)
    } catch {
      Issue.record(error)
    }
    return folder
  }()

  /// The arguments that open the flashcards with a number of new cards.
  static func arguments(new: Int, record: String) -> [String] {
    ["cards", "--new", "\(new)", "--course", course, "--progress", record]
  }

  private var title: Substring { terminal.screen.lines.first?.drop { $0 == " " } ?? "" }

  /// The number of the current card.
  private var number: Int? {
    guard title.hasPrefix(Words.Cards.titleAtEnd) else { return nil }
    return title.firstMatch(of: /\d+/).flatMap { Int($0.0) }
  }

  /// Whether no card is shown: none is due yet, or all were graded.
  private var isAtEnd: Bool { title == Words.Cards.titleAtEnd }

  private func wait(until end: Date, _ isSo: () -> Bool) -> Bool {
    while !isSo() {
      if Date() > end || terminal.hasEnded { return false }
      terminal.read(patience: 3)
    }
    return true
  }

  /// Types the first keys of a grade, and counts it if the screen acknowledges it within some looks.
  func grade(keys: Int, looks: Int) {
    let before = number
    terminal.type(String(" 3".prefix(keys)))
    for _ in 0..<looks { terminal.read(patience: 1) }
    if before != nil, number != before, number != nil || isAtEnd { acknowledged += 1 }
  }

  /// Turns a card and grades it as known.
  ///
  /// - Parameter end: The deadline.
  /// - Returns: Whether the grade was acknowledged and there are more cards.
  func grade(until end: Date) -> Bool {
    guard wait(until: end, { number != nil || isAtEnd }) else { return false }
    if number == nil, acknowledged == 0 { terminal.type("n") }
    guard wait(until: end, { number != nil }), let before = number else { return false }
    terminal.type(" ")
    let known = "3 " + Words.Cards.good
    guard wait(until: end, { terminal.screen.text.shows(known) }) else { return false }
    terminal.type("3")
    guard wait(until: end, { number != before && (number != nil || isAtEnd) }) else {
      return false
    }
    acknowledged += 1
    return !isAtEnd
  }
}
