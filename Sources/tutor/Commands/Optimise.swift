import ArgumentParser
import LearnerRecord
import Practice
import TutorScreens

extension Progress {
  /// FSRS's weights for one learner.
  struct Optimise: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Fit FSRS to your own reviews, and see whether that helps.",
      discussion:
        "The last fifth of the reviews is held out of the fit; only if the fitted weights say more "
        + "about those, they are offered. Nothing that is scheduled already moves: the new weights "
        + "count from the next grade of a card on.")
    @Flag(help: "Use the fitted weights from now on, if they help.") var use = false
    @Flag(help: "Go back to the published weights.") var forget = false
    @OptionGroup var options: Options

    func run() throws {
      let workspace = Workspace(options)
      let context = try workspace.standing()
      if forget { return try choose([], workspace, context, "The published weights count again.") }
      let histories = context.learner.histories
      let count = WeightFit.usable(histories)
      guard let fit = WeightFit(histories) else {
        Output.write(
          "There are \(count) reviews a day or more after the one before, and a fit needs "
            + "\(WeightFit.leastReviews): go on, FSRS works well with the published weights.\n")
        return
      }
      func row(_ name: String, _ losses: WeightFit.Losses) -> String {
        let numbers = [losses.before, losses.after].map(Self.decimals).joined(separator: "  after ")
        return "\(name) \(losses.reviews) reviews, log-loss before \(numbers)\n"
      }
      Output.write(row("Fitted:  ", fit.fitted) + row("Held out:", fit.heldOut))
      let weights = fit.weights.weights.map(Self.decimals).joined(separator: ", ")
      Output.write("Weights: \(weights)\n")
      guard fit.helps else {
        Output.write(
          "That is no help on reviews the fit has not seen: the weights stay as they are.\n")
        return
      }
      guard use else {
        Output.write("That helps. `tutor progress optimise --use` uses them from now on.\n")
        return
      }
      try choose(fit.weights.weights, workspace, context, "They count from now on.")
    }

    private func choose(
      _ weights: [Double], _ workspace: Workspace, _ context: Surroundings, _ words: String
    ) throws {
      do throws(RecordError) {
        try LearnerRecord.existing(workspace).append([
          (.weights(weights), context.now, context.utcOffset)
        ])
      } catch {
        throw Failure(error)
      }
      Output.write(words + "\n")
    }

    private static func decimals(_ number: Double) -> String {
      let digits = String(Int((number * 10_000).rounded()))
      let isNegative = digits.hasPrefix("-")
      let plain = isNegative ? String(digits.dropFirst()) : digits
      let padded = String(repeating: "0", count: max(0, 5 - plain.count)) + plain
      return (isNegative ? "-" : "") + padded.dropLast(4) + "." + padded.suffix(4)
    }
  }
}
