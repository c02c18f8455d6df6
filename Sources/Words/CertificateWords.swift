package import TerminalUI

extension Words {
  /// What the certificate asks for, and what it says.
  package enum Certificate {
    // The screen; shares come as text with their percent sign.

    /// The screen's name and title.
    package static let name = "Certificate"
    /// Before something that is done, where the screen is read out.
    package static let done = "done:"
    /// Before something that is to be done, where the screen is read out.
    package static let missing = "missing:"
    /// Everything is done.
    package static let isEarned = "It is earned."
    /// How to get the certificate onto paper: commands stay as they are.
    package static let howToPrint =
      "`tutor certificate --name \"Your Name\"` prints it, `--format svg` draws it."
    /// How much is done.
    package static func earned(_ share: String) -> String { "\(share) earned." }
    /// What the certificate is worth.
    package static let worth =
      "It shows what the record shows, and `tutor verify` can tell whether the two agree. It cannot "
      + "show who pressed the keys."

    // What is asked for, with how far it is done.

    /// The lesson is read.
    package static func everySection(read: Int, of count: Int) -> String {
      "Every section read, its questions answered: \(read) of \(count)"
    }
    /// The cards are known.
    package static func everyCard(
      days: Int, percent: Int, remembered: Int, of count: Int
    ) -> String {
      "Every card remembered on \(days) different days, and with a chance of \(percent) % or more "
        + "today: \(remembered) of \(count)"
    }
    /// A quiz is passed; none was taken so far.
    package static func quiz(questions: Int, percent: Int) -> String {
      "A quiz of \(questions) questions or more with \(percent) % right: none yet"
    }
    /// A quiz is passed; the best one so far is named.
    package static func quiz(questions: Int, percent: Int, best: Int, of count: Int) -> String {
      "A quiz of \(questions) questions or more with \(percent) % right: best \(best) of \(count)"
    }
    /// Few cards are left out.
    package static func fewSuspended(_ count: Int, _ keys: KeyNames) -> String {
      count == 1
        ? "At most one card in twenty left out: 1 is; \(keys["r"]) under Progress asks it again"
        : "At most one card in twenty left out: \(count) are; \(keys["r"]) under Progress asks them "
          + "again"
    }

    // What to do next.

    /// Sections are missing.
    package static let nextRead = "Next: read on; a section that is read unlocks its cards."
    /// Cards are missing.
    package static let nextCards = "Next: flashcards, a sitting a day."
    /// Too many cards are left out.
    package static let nextBringBack = "Next: bring left-out cards back."
    /// The quiz is missing.
    package static let nextQuiz = "Next: the practice quiz."
  }

  /// The certificate itself, as text, Markdown or a picture.
  package enum CertificateText {
    /// In place of a name, if none was given.
    package static let noName = "a learner"
    /// Its title, with that of the lesson.
    package static func title(lesson: String) -> String { "Certificate: \(lesson)" }
    /// Sections that were read.
    package static func sections(_ count: Int) -> String {
      count == 1
        ? "1 section read, its questions answered"
        : "\(count) sections read, their questions answered"
    }
    /// Cards that are known, and how well, in percent.
    package static func cards(_ count: Int, percent: Int) -> String {
      count == 1
        ? "1 card remembered on different days; expected recall \(percent) %"
        : "\(count) cards remembered on different days; expected recall \(percent) %"
    }
    /// The best quiz.
    package static func quiz(right: Int, of count: Int) -> String {
      "practice quiz: \(right) of \(count) right"
    }
    /// The best game against the clock.
    package static func speed(points: Int) -> String { "Speed Challenge: \(points) points" }
    /// How long it took.
    package static func time(_ duration: String, entries: Int) -> String {
      "time studied: \(duration), over \(entries) entries of the record"
    }
    /// When it was earned; the edition is a digest.
    package static func earned(date: String, edition: String) -> String {
      "Earned on \(date), edition \(edition) of the lesson."
    }
    /// What it does not prove: `tutor verify` is a command.
    package static let honesty =
      "This shows that the record is consistent, not who kept it: tutor verify checks it."
  }
}
