import Lessons

/// Reads a question about a point of a curve.
struct PointReader {
  let entry: JSONObject
  let plot: CardPlot

  /// Reads the question: about one curve, with an answer inside the plot and a tolerance that a learner can meet.
  ///
  /// - Throws: `ContentError` for the first error.
  func form() throws(ContentError) -> Card.Form {
    let figure = plot.figure
    try plot.expectOneCurve(in: entry)
    let answer = try entry.number("answer")
    guard figure.x.contains(answer) else {
      throw entry.error(.outOfRange(field: "answer", allowed: .between(figure.x)), at: "answer")
    }
    return .point(
      plot,
      PointQuestion(
        front: try entry.string("front"), target: try target(), answer: answer,
        tolerance: try tolerance(in: figure.x), mistakes: try mistakes()))
  }

  private func target() throws(ContentError) -> PointQuestion.Target {
    guard let node = entry.node("target") else { throw entry.error(.missingField("target")) }
    if case .object = node.value {
      return .crosses(try entry.object("target").number("crosses"))
    }
    switch node.value {
    case .string("minimum"): return .minimum
    case .string("maximum"): return .maximum
    case .string("zero"): return .crosses(0)
    default:
      throw entry.error(
        .wrongType(field: "target", expected: .word(["minimum", "maximum", "zero"])),
        at: "target")
    }
  }

  private func tolerance(in x: ClosedRange<Double>) throws(ContentError) -> Double {
    guard entry.node("tolerance") != nil else { return PointQuestion.usualTolerance(in: x) }
    let tolerance = try entry.number("tolerance")
    let least = PointQuestion.leastTolerance(in: x)
    guard tolerance >= least else {
      throw entry.error(
        .outOfRange(field: "tolerance", allowed: .atLeast("\(least)")), at: "tolerance")
    }
    return tolerance
  }

  private func mistakes() throws(ContentError) -> [PointQuestion.Mistake] {
    var mistakes: [PointQuestion.Mistake] = []
    for object in try entry.objects("mistakes") {
      mistakes.append(
        PointQuestion.Mistake(
          x: try object.number("x"), feedback: try object.string("feedback")))
    }
    return mistakes
  }
}

extension CardPlot {
  /// Expects that the plot shows the values or the slope of one function.
  ///
  /// - Parameter entry: The card.
  /// - Throws: `ContentError` if it shows more.
  func expectOneCurve(in entry: JSONObject) throws(ContentError) {
    guard figure.functions.count == 1 else {
      throw entry.error(.outOfRange(field: "functions", allowed: .items(1...1)), at: "plot")
    }
    guard figure.derivative == .none || figure.derivative == .only else {
      throw entry.error(
        .wrongType(field: "derivative", expected: .word(["none", "only"])), at: "plot")
    }
  }
}
