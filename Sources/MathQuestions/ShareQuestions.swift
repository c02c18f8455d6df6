import Activations
import Lessons
import Practice

/// Questions about the share of inputs for which something holds.
enum ShareQuestions {
  private static func percent(_ share: Double) -> String { NumberNotation.fixed(share, 0) + " %" }

  // MARK: Saturation

  /// The inputs beyond which the slope stays below a hundredth.
  private struct Edges {
    var function: BoundActivation
    var left, right: Double?

    init(_ function: BoundActivation) {
      self.function = function
      let marks = function.landmarks
      left = marks.first { $0.kind == .smallSlopeToTheLeft }?.x
      right = marks.first { $0.kind == .smallSlopeToTheRight }?.x
      if left == nil, function.derivative(-1) == 0 { left = function.kinks.first?.x }
      if right == nil, function.derivative(.infinity) == 0 { right = function.kinks.last?.x }
    }

    /// The share of an interval that is beyond the edges, in percent.
    func share(of range: ClosedRange<Double>) -> Double {
      let low = left.map { max(0, min($0, range.upperBound) - range.lowerBound) } ?? 0
      let high = right.map { max(0, range.upperBound - max($0, range.lowerBound)) } ?? 0
      return 100 * (low + high) / (range.upperBound - range.lowerBound)
    }

    /// Where the slope is small, in words.
    var words: String {
      let (low, high) = (
        left.map { NumberNotation.fixed($0, 1) }, right.map { NumberNotation.fixed($0, 1) }
      )
      return switch (low, high) {
      case (let low?, let high?): "left of \(low) and right of \(high)"
      case (let low?, nil): "left of \(low)"
      case (nil, let high?): "right of \(high)"
      case (nil, nil): "nowhere"
      }
    }
  }

  /// Asks which share of evenly spread inputs loses almost all of its gradient, or keeps it.
  static func saturation(
    _ functions: [BoundActivation], _ random: inout SeededGenerator
  ) -> AnswerSet? {
    let all = functions.map(Edges.init).filter { $0.left != nil || $0.right != nil }
    guard all.count >= 2 else { return nil }
    let pair = Array(all.shuffled(using: &random).prefix(2))
    let range = [-8.0, -6, -5, -4, -2].one(&random)...[2.0, 3, 4, 5, 6, 8].one(&random)
    let cases = pair.flatMap { edges in
      [(edges: edges, isLost: true), (edges: edges, isLost: false)]
    }
    func share(_ one: (edges: Edges, isLost: Bool)) -> Double {
      let lost = one.edges.share(of: range)
      return one.isLost ? lost : 100 - lost
    }
    guard cases.draw(4, &random, apart: { abs(share($0) - share($1)) > 6 }) != nil else {
      return nil
    }
    let texts = cases.map { percent(share($0)) }
    let meanings = Dictionary(zip(texts, cases)) { first, _ in first }
    let (low, high) = (
      NumberNotation.short(range.lowerBound), NumberNotation.short(range.upperBound)
    )
    return AnswerSet(
      topic: .saturation,
      answers: zip(texts, cases).map { text, one in
        let function = one.edges.function
        let isTaught = function.activation.roles.contains(.basicQuestions)
        return AnswerSet.Answer(
          text: text,
          front:
            "Pre-activations are spread evenly from \(low) to \(high). For about which share of "
            + "them does \(function.spokenLabel) pass "
            + (one.isLost ? "less than 1 % of the gradient?" : "at least 1 % of the gradient?")
            + (isTaught ? "" : " (Its slope is below 0.01 \(one.edges.words).)"),
          explanation:
            "The slope of \(function.spoken) is below 0.01 \(one.edges.words). Compare the "
            + "length of that part with the whole length, "
            + "\(NumberNotation.short(range.upperBound - range.lowerBound)): "
            + "\(percent(one.edges.share(of: range))) lose almost all of the gradient, "
            + "\(percent(100 - one.edges.share(of: range))) do not.",
          number: TypedNumber(value: share(one), tolerance: .absolute(3), unit: "%"),
          subject: function.activation.id)
      },
      feedback: { asked, chosen in
        guard let right = meanings[asked.text], let wrong = meanings[chosen.text] else { return "" }
        let name = right.edges.function.spoken
        if right.edges.function == wrong.edges.function {
          return "That is the share which \(right.isLost ? "still passes" : "loses") the gradient. "
            + "The slope of \(name) is below 0.01 only \(right.edges.words); measure "
            + (right.isLost ? "that part." : "the rest.")
        }
        return "That fits \(wrong.edges.function.spoken), whose slope is below 0.01 "
          + "\(wrong.edges.words). For \(name) the edges are elsewhere: \(right.edges.words). Measure "
          + (right.isLost ? "that part." : "the rest.")
      })
  }

  // MARK: A unit

  /// A ReLU unit with one input.
  private struct Unit {
    var weight, bias: Double
    var inputs: ClosedRange<Double>

    func preActivation(_ x: Double) -> Double { weight * x + bias }

    var formula: String {
      let factor = weight == 1 ? "" : weight == -1 ? "−" : NumberNotation.short(weight)
      let sign = bias < 0 ? "− \(NumberNotation.short(-bias))" : "+ \(NumberNotation.short(bias))"
      return bias == 0 ? "\(factor)x" : "\(factor)x \(sign)"
    }

    /// "from −3 at x = 1 to 5 at x = 3".
    var course: String {
      let ends = [inputs.lowerBound, inputs.upperBound].map { x in
        "\(NumberNotation.short(preActivation(x))) at x = \(NumberNotation.short(x))"
      }
      return "from \(ends[0]) to \(ends[1])"
    }
  }

  /// Asks for which share of its inputs a ReLU unit is active.
  static func unit(_ random: inout SeededGenerator) -> AnswerSet? {
    let width = [4.0, 5, 8, 10].one(&random)
    let parts = (1..<Int(width)).filter { 2 * $0 != Int(width) }
    let part = Double(parts.one(&random)) / width
    let shares = [0, 1, part, 1 - part]
    let units = shares.compactMap { share in unit(active: share, of: width, &random) }
    guard units.count == shares.count else { return nil }
    let texts = shares.map { percent(100 * $0) }
    let meanings = Dictionary(zip(texts, zip(shares, units))) { first, _ in first }
    return AnswerSet(
      topic: .unit,
      answers: zip(texts, zip(shares, units)).map { text, one in
        let unit = one.1
        let (low, high) = (
          NumberNotation.short(unit.inputs.lowerBound), NumberNotation.short(unit.inputs.upperBound)
        )
        return AnswerSet.Answer(
          text: text,
          front: "A unit computes ReLU(\(unit.formula)), and its inputs x are spread evenly from "
            + "\(low) to \(high). For which share of them is it active?",
          explanation: "Its pre-activation runs \(unit.course). "
            + (one.0 == 0
              ? "It is nowhere above 0: \(text)."
              : one.0 == 1
                ? "It is above 0 everywhere: \(text)."
                : "Find where that line crosses 0, and measure the part above it: \(text)."),
          number: TypedNumber(value: 100 * one.0, tolerance: .absolute(1), unit: "%"))
      },
      feedback: { asked, chosen in
        guard let right = meanings[asked.text], let wrong = meanings[chosen.text] else { return "" }
        return misconception(wrong.0, right.0, right.1)
      })
  }

  /// A unit that is active for a share of its inputs.
  private static func unit(
    active share: Double, of width: Double, _ random: inout SeededGenerator
  ) -> Unit? {
    let low = Double(Int(random.next() % 7)) - 5
    let high = low + width
    let weight = [-3.0, -2, -1, 1, 2, 3].one(&random)
    let beyond = Double(1 + Int(random.next() % 3))
    // The input with pre-activation 0.
    let zero =
      switch share {
      case 0: weight > 0 ? high + beyond : low - beyond
      case 1: weight > 0 ? low - beyond : high + beyond
      default: weight > 0 ? high - share * width : low + share * width
      }
    return Unit(weight: weight, bias: -weight * zero + 0, inputs: low...high)
  }

  private static func misconception(_ wrong: Double, _ right: Double, _ unit: Unit) -> String {
    switch wrong {
    case 0:
      "You took the unit for dead. A dead unit stays at or below 0 for every input; here the "
        + "pre-activation runs \(unit.course)."
    case 1:
      "You took the unit for always active, a linear unit. Then nothing could be at or below 0; here "
        + "the pre-activation runs \(unit.course)."
    case _ where abs(wrong - (1 - right)) < 1e-9:
      "That is the share for which the unit is off. It is active where \(unit.formula) is above 0, "
        + "and that runs \(unit.course)."
    default:
      "That supposes that \(unit.formula) changes its sign between the ends. Put both ends in: the "
        + "pre-activation runs \(unit.course)."
    }
  }
}
