import Lessons
import Practice

/// Questions that show what was measured and ask for the cause, or for the first thing to try.
enum DiagnosisQuestions {
  /// Asks for one of several faults.
  ///
  /// - Parameters:
  ///   - isTaught: Whether the fault with an id may be asked for.
  ///   - random: The generator.
  /// - Returns: The choices; nil if too few faults are taught.
  static func diagnosis(
    _ isTaught: (String) -> Bool, _ random: inout SeededGenerator
  ) -> AnswerSet? {
    let faults: [FaultCase]
    let setting: String
    switch random.next() % 3 {
    case 0:
      let classes = [3, 5, 10, 20, 100].one(&random)
      let batch = [16, 32, 64, 128, 256].one(&random)
      let smoothing = [0.1, 0.2].one(&random)
      setting = "A classifier of \(classes) classes is trained in batches of \(batch)."
      faults = FaultCase.ofClassifier(classes: classes, batch: batch, smoothing: smoothing)
    case 1:
      let percent = [1, 2, 5, 10, 20].one(&random)
      setting = "A yes-or-no network is trained on data with \(percent) % positives."
      faults = FaultCase.ofBinary(share: Double(percent) / 100)
    default:
      setting = "A deep network is measured before training."
      faults = FaultCase.ofDepth([[1, 2, 4], [2, 4, 8], [2, 6, 10], [4, 8, 12]].one(&random))
    }
    let isCause = random.next() % 2 == 0
    let chosen = faults.filter { isTaught($0.id) }.shuffled(using: &random).prefix(4)
    guard chosen.count >= 3 else { return nil }
    func text(_ fault: FaultCase) -> String {
      (isCause ? fault.cause : fault.remedy).capitalisedFirst
    }
    return AnswerSet(
      topic: .diagnosis,
      answers: chosen.map { fault in
        AnswerSet.Answer(
          text: text(fault),
          front: "\(setting) \(fault.sign.capitalisedFirst). "
            + (isCause ? "What is the cause?" : "What do you do first?"),
          explanation: "\(fault.cause.capitalisedFirst). \(fault.reason.capitalisedFirst). To do: "
            + "\(fault.remedy).",
          subject: fault.id)
      },
      feedback: { _, wrong in
        guard let fault = chosen.first(where: { text($0) == wrong.text }) else { return "" }
        return
          "With that you would see something else: \(fault.sign). Compare this with the numbers above."
      })
  }
}
