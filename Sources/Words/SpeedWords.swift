package import TerminalUI

extension Words {
  /// The Speed Challenge: questions against the clock.
  package enum Speed {
    package static let name = "Speed Challenge"

    // Forms of the game: names and rules.

    package static let timed = "Speed Challenge"
    package static func timedRules(seconds: Int) -> String { "\(seconds) seconds, three lives" }
    /// The questions depend on the date alone.
    package static let daily = "Daily challenge"
    package static let dailyRules =
      "60 seconds, today's questions about the whole lesson, the same for all learners"
    package static let suddenDeath = "Sudden death"
    package static func suddenDeathRules(seconds: Int) -> String { "\(seconds) seconds, one life" }
    package static let untimed = "Untimed"
    package static let untimedRules = "20 questions, no clock, no lives"

    // Actions of keys.

    package static let start = "start"
    /// Chooses a form and starts a game.
    package static let form = "choose a form"
    package static let playAgain = "play again"
    package static let practiseMissed = "practise missed questions"
    package static let resume = "continue"
    package static let answer = "answer"
    package static let pause = "pause"

    // Before a game.

    package static let scoring =
      "A right answer is worth 100 points, 50 if it took longer than eight seconds; three in a "
      + "row raise the multiplier, up to ×4, and the questions get harder."
    /// Before a section with questions was read.
    package static func nothingRead(_ keys: KeyNames) -> String {
      "The Speed Challenge asks about what you have read, and you have not finished a section yet. "
        + "\(keys[.enter]) opens the lesson, \(keys["w"]) asks about the whole lesson anyway. The "
        + "daily challenge is always about the whole lesson."
    }
    package static func entry(name: String, rules: String) -> String { "\(name): \(rules)" }
    package static func best(score: Int, right: Int, answered: Int) -> String {
      "best \(score), \(right) of \(answered)"
    }

    // During a game.

    /// In place of the clock, in a game without one.
    package static func place(_ number: Int, of count: Int) -> String { "\(number) of \(count)" }
    /// Plain text: the state of a game.
    ///
    /// The lives are nil if the form does not count them.
    package static func state(lives: Int?, points: Int, multiplier: Int) -> String {
      guard let lives else { return "\(points) points, times \(multiplier)" }
      return lives == 1
        ? "1 life, \(points) points, times \(multiplier)"
        : "\(lives) lives, \(points) points, times \(multiplier)"
    }
    /// The score of the best game at the same moment.
    package static func ghost(_ score: Int) -> String { "ghost \(score)" }
    package static func paused(_ keys: KeyNames) -> String {
      "Paused. The question is hidden. \(keys[.space]) continues."
    }
    package static let wasRight = "right"
    /// The same in plain text.
    package static let wasRightInWords = "Right."
    /// Plain text: after a wrong answer.
    package static func wasWrong(rightAnswer: String) -> String {
      "Wrong. The right answer was: \(rightAnswer)"
    }

    // After a game.

    /// The title; the end is one of the next three.
    package static func over(_ form: String, end: String) -> String { "\(form) · \(end)" }
    package static let outOfLives = "out of lives"
    package static let done = "done"
    package static let timeIsUp = "time is up"
    package static func points(_ score: Int) -> String { "\(score) points" }
    package static let record = "personal best"
    package static func accuracy(right: Int, answered: Int, percent: Int) -> String {
      "\(right) of \(answered) right, \(percent) %"
    }
    package static func median(seconds: String) -> String { "median \(seconds) s" }
    package static func best(score: Int) -> String { "best \(score)" }
    package static func youSaid(_ answer: String) -> String { "You answered: \(answer)." }
    package static func rightAnswer(_ answer: String) -> String { "Right: \(answer)." }
    /// Plain text: scores, from oldest to newest.
    package static func latestScores(_ scores: [String]) -> String {
      "Points of the latest games: \(scores.joined(separator: ", "))."
    }
    package static let scoreAxis = "points per game"
  }
}
