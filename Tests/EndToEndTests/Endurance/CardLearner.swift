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
      // They are asked first, so that no answer must be typed.
      deck["cards"] =
        (1...200).map { number -> [String: Any] in
          [
            "id": "card-\(number)", "type": "basic", "section": "words", "front": "\(number)?",
            "back": "\(number).", "explanation": "A number.",
          ]
        } + cards
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

  /// The counts above the current card, which change with each right answer; nil if no card is shown.
  private var counts: String? { title.firstMatch(of: /^\d+ cards? [·.] .*\d/).map { String($0.0) } }

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
    let before = counts
    terminal.type(String(" 2".prefix(keys)))
    for _ in 0..<looks { terminal.read(patience: 1) }
    if before != nil, counts != before, counts != nil || isAtEnd { acknowledged += 1 }
  }

  /// Turns a card and grades it as known.
  ///
  /// - Parameter end: The deadline.
  /// - Returns: Whether the grade was acknowledged and there are more cards.
  func grade(until end: Date) -> Bool {
    guard wait(until: end, { counts != nil || isAtEnd }) else { return false }
    if counts == nil, acknowledged == 0 { terminal.type("+") }
    guard wait(until: end, { counts != nil }), let before = counts else { return false }
    terminal.type(" ")
    let known = "2 " + Words.Cards.good
    guard wait(until: end, { terminal.screen.text.shows(known) }) else { return false }
    terminal.type("2")
    guard wait(until: end, { counts != before && (counts != nil || isAtEnd) }) else {
      return false
    }
    acknowledged += 1
    return !isAtEnd
  }
}
