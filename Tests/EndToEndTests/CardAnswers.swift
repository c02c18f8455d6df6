import Foundation
import TestSupport
import Testing
import Words

extension Tmux {
  /// Answers the card in view as known or not, whether it is turned or a gap of the small course is typed, and waits
  /// for the next one.
  func answerCard(asKnown isKnown: Bool = true) throws {
    if try wait(for: Words.Cards.turn, or: Words.Cards.showAnswer).shows(Words.Cards.showAnswer) {
      // The gaps of the small course are the ends of a range.
      if isKnown { try press(try screen().shows("between 0 and [") ? "1" : "0") }
      try press("Enter")
      let screen = try wait(for: Words.Cards.again, or: Words.Cards.secondTry)
      if screen.shows(Words.Cards.secondTry) { try press("1", "Enter") }
      try wait(for: Words.Cards.again)
      try press("Space")
    } else {
      try press("Space")
      try wait(for: Words.Cards.good)
      try press(isKnown ? "2" : "1")
    }
    let end = Date().addingTimeInterval(20)
    while try screen().shows(Words.Cards.again), Date() < end {
      Thread.sleep(forTimeInterval: 0.03)
    }
  }
}
