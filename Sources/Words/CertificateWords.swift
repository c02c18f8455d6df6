package import TerminalUI

extension Words {
  /// The screen that shows what the certificate requires.
  ///
  /// Shares come as text with their percent sign.
  package enum Certificate {
    package static let name = "Certificate"
    /// Plain text: before a requirement that is met.
    package static let done = "done:"
    /// Plain text: before a requirement that is not met yet.
    package static let missing = "missing:"
    package static let isEarned = "Earned."
    /// The commands are typed as they are.
    package static let howToPrint =
      "`tutor certificate --name \"Your Name\"` prints it, `--format svg` draws it."
    package static func earned(_ share: String) -> String { "\(share) earned." }
    package static let worth =
      "It states what the record contains. `tutor verify` checks that the two agree. It cannot prove "
      + "who gave the answers."

    // Requirements, with the progress made.

    package static func everySection(read: Int, of count: Int) -> String {
      "Every section read, its questions answered: \(read) of \(count)"
    }
    package static func everyCard(
      days: Int, percent: Int, remembered: Int, of count: Int
    ) -> String {
      "Every card known: answered right on \(days) different days, with an expected recall of "
        + "\(percent) % or more now: \(remembered) of \(count)"
    }
    package static func quiz(questions: Int, percent: Int) -> String {
      "A quiz of \(questions) questions or more about the whole lesson with \(percent) % right: none yet"
    }
    package static func quiz(questions: Int, percent: Int, best: Int, of count: Int) -> String {
      "A quiz of \(questions) questions or more about the whole lesson with \(percent) % right: "
        + "best \(best) of \(count)"
    }
    package static func fewSuspended(_ count: Int, _ keys: KeyNames) -> String {
      count == 1
        ? "At most one card in twenty suspended: 1 is; \(keys["r"]) on the Progress screen resumes it"
        : "At most one card in twenty suspended: \(count) are; \(keys["r"]) on the Progress screen "
          + "resumes them"
    }

    // The next step.

    package static let nextRead =
      "Next: keep reading; each section that you read unlocks its cards."
    package static let nextCards = "Next: flashcards, one session a day."
    package static let nextResume = "Next: resume suspended cards."
    package static let nextQuiz = "Next: take the practice quiz."
  }

  /// The certificate itself, as text, Markdown or SVG.
  ///
  /// `tutor verify` compares the text of a certificate with these sentences, so they must not change.
  package enum CertificateText {
    package static let noName = "a learner"
    package static func title(lesson: String) -> String { "Certificate: \(lesson)" }
    package static func sections(_ count: Int) -> String {
      count == 1
        ? "1 section read, its questions answered"
        : "\(count) sections read, their questions answered"
    }
    package static func cards(_ count: Int, percent: Int) -> String {
      count == 1
        ? "1 card remembered on different days; expected recall \(percent) %"
        : "\(count) cards remembered on different days; expected recall \(percent) %"
    }
    package static func quiz(right: Int, of count: Int) -> String {
      "practice quiz: \(right) of \(count) right"
    }
    package static func speed(points: Int) -> String { "Speed Challenge: \(points) points" }
    package static func time(_ duration: String, entries: Int) -> String {
      "time studied: \(duration), over \(entries) entries of the record"
    }
    /// The edition is a digest of the lesson.
    package static func earned(date: String, edition: String) -> String {
      "Earned on \(date), edition \(edition) of the lesson."
    }
    package static let honesty =
      "This shows that the record is consistent, not who kept it: tutor verify checks it."
  }
}
