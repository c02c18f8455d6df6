package import TerminalUI

extension Words {
  /// The Speed Challenge: questions against the clock.
  package enum Speed {
    package static let name = "Speed Challenge"

    /// Digits in groups of three.
    package static func grouped(_ number: Int) -> String {
      let digits = String(number.magnitude)
      var text = number < 0 ? "-" : ""
      for (index, digit) in digits.enumerated() {
        if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
        text.append(digit)
      }
      return text
    }

    // Forms of the game: names and rules.

    package static let timed = "Speed Challenge"
    package static func timedRules(seconds: Int) -> String { "\(seconds) seconds, three lives" }
    /// The questions depend on the date alone.
    package static let daily = "Daily challenge"
    package static let dailyRules =
      "60 seconds, today's questions about the whole lesson, the same for all learners; the first "
      + "game of a day counts"
    package static let suddenDeath = "Sudden death"
    package static func suddenDeathRules(seconds: Int) -> String { "\(seconds) seconds, one life" }
    package static let untimed = "Untimed"
    package static let untimedRules = "20 questions, no clock, no lives"
    /// Plain text: the form that Enter starts.
    package static func plainStart(_ keys: KeyNames) -> String {
      "The clock does not wait while a question is read aloud, so \(keys[.enter]) starts the untimed "
        + "form."
    }

    // Actions of keys.

    package static let start = "start"
    /// Chooses a form and starts a game.
    package static let form = "choose a form"
    package static let playAgain = "play again"
    package static let practiseMissed = "practise missed"
    package static let resume = "continue"
    /// Plays the daily challenge again after its first game of the day.
    package static let forFun = "play for fun"
    /// Copies the line about today's game.
    package static let copy = "copy"
    /// Selects the previous or the next missed question.
    package static let missed = "missed questions"
    package static let answer = "answer"
    package static let pause = "pause"
    package static let hint = "hint, half the points"

    // Before a game.

    package static let scoring =
      "A right answer is worth 100 points, 50 if it took longer than eight seconds, half of that "
      + "after a hint; three in a row raise the multiplier, up to ×4, and the questions get harder. "
      + "500 points win a bronze medal, 1,000 a silver one, 1,500 a gold one."
    /// Before a section with questions was read.
    package static func nothingRead(_ keys: KeyNames) -> String {
      "The Speed Challenge asks about what you have read, and you have not finished a section yet. "
        + "\(keys[.enter]) opens the lesson, \(keys["w"]) asks about the whole lesson anyway. The "
        + "daily challenge is always about the whole lesson."
    }
    package static func entry(name: String, rules: String) -> String { "\(name): \(rules)" }
    package static func best(score: Int, right: Int, answered: Int) -> String {
      "best \(grouped(score)), \(right) of \(answered)"
    }
    /// The best score in few columns.
    package static func best(_ score: Int) -> String { "best \(grouped(score))" }
    /// The score of today's daily challenge in few columns.
    package static func today(_ score: Int) -> String { "today \(grouped(score))" }
    /// Behind the daily challenge once it was played.
    package static func playedToday(_ score: Int) -> String {
      "today \(grouped(score)), now for fun"
    }
    /// During the countdown before a game.
    package static let ready = "Get ready"

    // During a game.

    /// Behind the name of the daily challenge after its first game of the day.
    package static let isForFun = "for fun"
    /// In place of the clock, in a game without one.
    package static func place(_ number: Int, of count: Int) -> String { "\(number) of \(count)" }
    /// The highest multiplier has no next one.
    package static func multiplier(_ factor: Int) -> String { "×\(factor)" }
    /// Plain text: the state of a game.
    ///
    /// The lives are nil if the form does not count them.
    package static func state(lives: Int?, points: Int, multiplier: Int) -> String {
      guard let lives else { return "\(points) points, times \(multiplier)" }
      return lives == 1
        ? "1 life, \(points) points, times \(multiplier)"
        : "\(lives) lives, \(points) points, times \(multiplier)"
    }
    /// The lead over the best game at the same moment, negative if it is behind.
    package static func lead(_ points: Int) -> String {
      points == 0
        ? "level with your best"
        : points > 0
          ? "+\(grouped(points)) ahead of your best" : "\(grouped(-points)) behind your best"
    }
    /// The same in few columns.
    package static func shortLead(_ points: Int) -> String {
      points == 0
        ? "level" : points > 0 ? "+\(grouped(points)) ahead" : "\(grouped(-points)) behind"
    }
    package static func paused(_ keys: KeyNames) -> String {
      "Paused. The question is hidden. \(keys[.space]) continues."
    }
    /// The points of a right answer.
    package static func gain(_ points: Int) -> String { "+\(grouped(points))" }
    /// Plain text: after a right answer.
    package static func wasRight(gain points: Int) -> String { "Right. \(gain(points))." }
    /// After a wrong answer of a game with a clock.
    package static func clockStopped(lives: Int?) -> String {
      switch lives {
      case nil: "Wrong."
      case 0: "Wrong. That was your last life."
      case 1: "Wrong. 1 life left. The clock has stopped."
      case let lives?: "Wrong. \(lives) lives left. The clock has stopped."
      }
    }
    /// The same in few columns.
    package static func shortStop(lives: Int?) -> String {
      switch lives {
      case nil: "Wrong."
      case 0: "Wrong. Out of lives."
      case 1: "Wrong. 1 life left."
      case let lives?: "Wrong. \(lives) lives left."
      }
    }
    /// The moment in which the time runs out.
    package static let time = "Time!"

    // After a game.

    /// The title; the end is one of the next three.
    package static func over(_ form: String, end: String) -> String { "\(form) · \(end)" }
    package static let outOfLives = "out of lives"
    package static let done = "done"
    package static let timeIsUp = "time is up"
    package static func points(_ score: Int) -> String { "\(grouped(score)) points" }
    package static let bronze = "Bronze medal"
    package static let silver = "Silver medal"
    package static let gold = "Gold medal"
    /// The points of the next medal, named as above.
    package static func next(_ medal: String, at points: Int) -> String {
      "\(medal.lowercased()) at \(grouped(points))"
    }
    /// The score beside the best one before; nil if this was the first game of its form.
    package static func comparison(_ score: Int, best: Int?) -> String {
      guard let best else { return "your first score" }
      if score > best { return "new personal best by \(grouped(score - best))" }
      return score == best ? "equals your best" : "\(grouped(best - score)) short of your best"
    }
    /// A daily game after the first one of its day, whose score is given.
    package static func notScored(today score: Int) -> String {
      "for fun: today's score stays \(grouped(score))"
    }
    package static func accuracy(right: Int, answered: Int, percent: Int) -> String {
      "\(right) of \(answered) right, \(percent) %"
    }
    package static func median(seconds: String) -> String { "median \(seconds) s" }
    package static func highest(multiplier: Int) -> String { "up to ×\(multiplier)" }
    /// The two curves of the chart.
    package static let thisGame = "you"
    package static let bestGame = "your best"
    /// Plain text: the score at some moments, for this game and for the best one.
    package static func course(_ scores: [String], isBest: Bool) -> String {
      (isBest ? "Your best game: " : "Your points from start to end: ")
        + "\(scores.joined(separator: ", "))."
    }
    /// Plain text: scores, from oldest to newest.
    package static func latestScores(_ scores: [String]) -> String {
      "Points of the latest games: \(scores.joined(separator: ", "))."
    }
    package static let scoreAxis = "points per game"
    /// The line about a daily game to paste elsewhere.
    ///
    /// - Parameters:
    ///   - date: Such as `2026-11-27`.
    ///   - marks: A mark for each answer.
    ///   - score: The points.
    ///   - multiplier: The highest multiplier.
    /// - Returns: Such as `tutor daily 2026-11-27  ■■□■  1,850  ×4`.
    package static func dailyLine(
      _ date: String, marks: String, score: Int, multiplier: Int
    ) -> String {
      "tutor daily \(date)  \(marks)  \(grouped(score))  ×\(multiplier)"
    }
    package static let copied = "Copied."
  }
}
