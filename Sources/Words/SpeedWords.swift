package import TerminalUI

extension Words {
  /// Questions against the clock.
  package enum Speed {
    /// The screen's name.
    package static let name = "Speed Challenge"

    // Forms of the game: names, and what they are.

    /// The form with a clock and three lives.
    package static let timed = "Speed Challenge"
    /// Its rules.
    package static func timedRules(seconds: Int) -> String { "\(seconds) seconds, three lives" }
    /// The form that is the same for everybody on a day.
    package static let daily = "Daily challenge"
    /// Its rules.
    package static let dailyRules = "60 seconds, today's questions, the same for everybody"
    /// The form with one life.
    package static let suddenDeath = "Sudden death"
    /// Its rules.
    package static func suddenDeathRules(seconds: Int) -> String { "\(seconds) seconds, one life" }
    /// The form without a clock.
    package static let untimed = "Untimed"
    /// Its rules.
    package static let untimedRules = "20 questions, no clock, no lives"

    // What keys do.

    /// Begins a game.
    package static let start = "start"
    /// Chooses a form, and begins a game of it.
    package static let form = "the form"
    /// Begins another game.
    package static let onceMore = "once more"
    /// Asks once more, without a clock, what was answered wrongly.
    package static let practiseMissed = "practise the missed"
    /// Ends a pause.
    package static let goOn = "go on"
    /// Gives an answer.
    package static let answer = "answer"
    /// Stops the clock and hides the question.
    package static let pause = "pause"

    // Before a game.

    /// How points are given.
    package static let scoring =
      "A right answer is worth 100 points, 50 if it took longer than eight seconds; three in a "
      + "row raise the multiplier, up to ×4, and the questions get harder."
    /// In a list of forms: one form, and what it is.
    package static func entry(name: String, rules: String) -> String { "\(name): \(rules)" }
    /// Behind a form: the best game so far.
    package static func best(score: Int, right: Int, answered: Int) -> String {
      "best \(score), \(right) of \(answered)"
    }

    // During a game.

    /// Where the clock would be in a game without one: the third of twenty questions.
    package static func place(_ number: Int, of count: Int) -> String { "\(number) of \(count)" }
    /// The state of a game where the screen is read out: lives left, nil where they are not counted, the score,
    /// and what new points are multiplied by.
    package static func state(lives: Int?, points: Int, multiplier: Int) -> String {
      guard let lives else { return "\(points) points, times \(multiplier)" }
      return lives == 1
        ? "1 life, \(points) points, times \(multiplier)"
        : "\(lives) lives, \(points) points, times \(multiplier)"
    }
    /// Behind the score: what the best game had reached after the same time.
    package static func ghost(_ score: Int) -> String { "ghost \(score)" }
    /// In place of the question.
    package static func paused(_ keys: KeyNames) -> String {
      "Paused. The question waits behind the curtain: \(keys[.space]) goes on."
    }
    /// The latest answer was right, behind a mark.
    package static let wasRight = "right"
    /// The same where the screen is read out.
    package static let wasRightInWords = "Right."
    /// The latest answer was wrong, where the screen is read out.
    package static func wasWrong(rightAnswer: String) -> String {
      "Wrong, the last answer was: \(rightAnswer)"
    }

    // After a game.

    /// In the title: why it ended.
    package static let outOfLives = "out of lives"
    /// In the title: why it ended.
    package static let done = "done"
    /// In the title: why it ended.
    package static let timeIsUp = "time is up"
    /// The result.
    package static func points(_ score: Int) -> String { "\(score) points" }
    /// Behind the result.
    package static let record = "a personal best"
    /// How many answers were right.
    package static func accuracy(right: Int, answered: Int, percent: Int) -> String {
      "\(right) of \(answered) right, \(percent) %"
    }
    /// What an answer took; the time comes in seconds.
    package static func median(seconds: String) -> String { "median \(seconds) s" }
    /// The best score so far.
    package static func best(score: Int) -> String { "best \(score)" }
    /// Under a question that was missed.
    package static func youSaid(_ answer: String) -> String { "You said: \(answer)." }
    /// Behind it.
    package static func rightAnswer(_ answer: String) -> String { "Right: \(answer)." }
    /// Scores of games, the latest last, where the screen is read out.
    package static func latestScores(_ scores: [String]) -> String {
      "Points of the latest runs: \(scores.joined(separator: ", "))."
    }
    /// At the axis of the same as a curve.
    package static let scoreAxis = "points, run by run"
  }
}
