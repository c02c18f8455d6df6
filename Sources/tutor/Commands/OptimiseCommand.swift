import ArgumentParser
import LearnerRecord
import Practice
import TutorScreens
import Words

extension ProgressCommand {
  /// Fits FSRS's weights to a learner.
  struct OptimiseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "optimise",
      abstract: Words.Commands.optimise,
      discussion: Words.Commands.optimiseDiscussion)
    @Flag(help: ArgumentHelp(Words.OptionHelp.useWeights)) var use = false
    @Flag(help: ArgumentHelp(Words.OptionHelp.forgetWeights)) var forget = false
    @OptionGroup var options: Options

    func run() throws {
      let workspace = Workspace(options)
      let context = try workspace.standing()
      if forget { return try choose([], workspace, context, Words.Reports.publishedAgain) }
      let histories = context.learner.histories
      let count = WeightFit.usable(histories)
      guard let fit = WeightFit.best(histories) else {
        return try Output.tell(
          Words.Reports.tooFewReviews(
            count, needed: WeightFit.Part.initialStabilities.leastReviews))
      }
      func row(
        _ words: (_ reviews: Int, _ before: String, _ after: String) -> String,
        _ losses: WeightFit.Losses
      ) -> String {
        words(losses.reviews, Self.decimals(losses.before), Self.decimals(losses.after))
      }
      let report = [
        Self.words(for: fit.part, reviews: count), row(Words.Reports.fitted, fit.fitted),
        row(Words.Reports.heldOut, fit.heldOut),
        Words.Reports.weights(fit.weights.weights.map(Self.decimals)),
      ].map { $0 + "\n" }.joined()
      guard fit.helps else { return try Output.tell(report + Words.Reports.noHelp) }
      guard use else { return try Output.tell(report + Words.Reports.helps) }
      try choose(fit.weights.weights, workspace, context, report + Words.Reports.inUse)
    }

    private static func words(for part: WeightFit.Part, reviews: Int) -> String {
      let needed = WeightFit.Part.all.leastReviews
      return switch part {
      case .all: Words.Reports.allWeights
      case .initialStabilities:
        reviews < needed
          ? Words.Reports.firstWeights(allNeed: needed) : Words.Reports.firstWeightsAreBetter
      }
    }

    private func choose(
      _ weights: [Double], _ workspace: Workspace, _ context: AppContext, _ report: String
    ) throws {
      do throws(LearnerRecordError) {
        try LearnerRecord.existing(workspace).append([
          (.weights(weights), context.now, context.utcOffset)
        ])
      } catch {
        throw Failure(error)
      }
      try Output.tell(report)
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
