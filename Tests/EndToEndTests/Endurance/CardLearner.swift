import Foundation

/// Somebody who practises cards at a terminal and counts what the screen has acknowledged.
final class CardLearner {
  let terminal: Pty
  /// Grades after which the next card was shown.
  private(set) var acknowledged = 0

  init(_ terminal: Pty) { self.terminal = terminal }

  /// The number of the card in view.
  private var number: Int? {
    terminal.screen.lines.first.flatMap { $0.firstMatch(of: /Cards . (\d+) of/) }
      .flatMap { Int($0.1) }
  }

  private var isDone: Bool { terminal.screen.text.contains("Done:") }

  private func wait(until end: Date, _ isSo: () -> Bool) -> Bool {
    while !isSo() {
      if Date() > end || terminal.hasEnded { return false }
      terminal.read(patience: 3)
    }
    return true
  }

  /// Turns a card and says that it was known.
  ///
  /// - Parameter end: When to give up.
  /// - Returns: Whether the grade was acknowledged and there are more cards.
  func grade(until end: Date) -> Bool {
    guard wait(until: end, { number != nil || terminal.screen.text.contains("Enter practises") })
    else { return false }
    if number == nil, !isDone { terminal.type("n") }
    guard wait(until: end, { number != nil }), let before = number else { return false }
    terminal.type(" ")
    guard wait(until: end, { terminal.screen.text.contains("3 knew it") }) else { return false }
    terminal.type("3")
    guard wait(until: end, { number != before || isDone }) else { return false }
    acknowledged += 1
    return !isDone
  }
}
