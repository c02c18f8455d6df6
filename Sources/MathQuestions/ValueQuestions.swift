import Activations
import Lessons
import Practice

/// Questions about the value or the slope at points where it can be reasoned.
enum ValueQuestions {
  /// A height or a steepness of a function at a point.
  private struct Reading {
    var function: BoundActivation
    var x: Double
    var isSlope: Bool

    var number: Double { isSlope ? function.derivative(x) : function(x) }
    var kind: String { isSlope ? "slope" : "value" }
    var at: String { "x = " + NumberNotation.short(x) }

    func number(at x: Double) -> Double { isSlope ? function.derivative(x) : function(x) }
  }

  /// The numbers that nobody has to compute, by function, for x = 1 and x = −1.
  private static let given = [
    "sigmoid": "σ(1) ≈ 0.731", "tanh": "tanh(1) ≈ 0.762", "elu": "e⁻¹ ≈ 0.368",
    "selu": "e⁻¹ ≈ 0.368", "swish": "σ(1) ≈ 0.731", "gelu": "Φ(1) ≈ 0.841, φ(1) ≈ 0.242",
    "softplus": "ln(1 + e) ≈ 1.313, σ(1) ≈ 0.731",
    "mish": "tanh(ln(1 + e)) ≈ 0.865, tanh(ln(1 + e⁻¹)) ≈ 0.303",
  ]

  /// Asks for one of four values and slopes, at a point and at its mirror image, of a function and perhaps of another.
  ///
  /// - Parameters:
  ///   - valued: The functions whose values may be asked for.
  ///   - sloped: The functions whose slopes may be asked for.
  ///   - random: The generator.
  /// - Returns: The choices; nil if too few of the numbers differ.
  static func values(
    _ valued: [BoundActivation], _ sloped: [BoundActivation], _ random: inout SeededGenerator
  ) -> AnswerSet? {
    let x = [0.0, 0, 1, 1, 1, 1, 2, 10].one(&random)
    let all = (valued + sloped.filter { function in !valued.contains(function) })
    let first = all.one(&random)
    let nearest = first.twins(among: all.filter { $0 != first }).prefix(3)
    let pair = [first] + (nearest.isEmpty ? [] : [Array(nearest).one(&random)])
    let readings = pair.flatMap { function in
      (x == 0 ? [0] : [x, -x]).flatMap { x in
        [Reading(function: function, x: x, isSlope: false)]
          + [Reading(function: function, x: x, isSlope: true)]
      }
    }
    let usable = readings.filter { reading in
      let taught = reading.isSlope ? sloped : valued
      return taught.contains(reading.function) && isReasonable(reading)
    }
    guard
      let drawn = usable.draw(4, &random, apart: { abs($0.number - $1.number) > 0.05 })
        ?? usable.draw(3, &random, apart: { abs($0.number - $1.number) > 0.05 })
    else { return nil }
    return set(drawn)
  }

  /// Whether a number follows from the formula in the head.
  private static func isReasonable(_ reading: Reading) -> Bool {
    let (function, x) = (reading.function, reading.x)
    if reading.isSlope, function.kinks.contains(where: { $0.x == x }) { return false }
    switch x.magnitude {
    case 0, 1: return true
    // Far out, three decimals are those of the limit.
    case 10:
      let near = reading.number(at: x * 1.5)
      return reading.number.isFinite
        && (abs(near - reading.number) < 0.0005 || abs(reading.number - x) < 0.0005)
    default: return Self.given[function.activation.id] == nil
    }
  }

  private static func set(_ drawn: [Reading]) -> AnswerSet {
    let texts = NumberNotation.even(drawn.map(\.number))
    let readings = Dictionary(zip(texts, drawn)) { first, _ in first }
    return AnswerSet(
      topic: .value,
      answers: zip(texts, drawn).map { text, reading in
        AnswerSet.Answer(
          text: text, front: front(reading), explanation: explanation(reading, text),
          number: TypedNumber(value: reading.number, tolerance: .absolute(0.005)),
          subject: reading.function.activation.id, topic: reading.isSlope ? .slope : .value)
      },
      feedback: { asked, chosen in
        guard let right = readings[asked.text], let wrong = readings[chosen.text] else { return "" }
        return misconception(wrong, insteadOf: right)
      })
  }

  private static func front(_ reading: Reading) -> String {
    let name = reading.function.spokenLabel
    let given = reading.x.magnitude == 1 ? Self.given[reading.function.activation.id] : nil
    return reading.function.formulaFirst
      + (reading.isSlope ? "What is the slope of \(name)" : "What is the value of \(name)")
      + " at \(reading.at)?" + (given.map { " (\($0))" } ?? "")
  }

  private static func explanation(_ reading: Reading, _ text: String) -> String {
    let activation = reading.function.activation
    let (name, formula) =
      reading.isSlope
      ? ("The slope of \(reading.function.spoken)", activation.derivativeFormula)
      : (reading.function.spoken.capitalisedFirst, activation.formula)
    return "\(name) is \(formula): put in \(reading.at) and you get \(text)."
  }

  /// The misconception behind one reading where another was asked for.
  private static func misconception(_ wrong: Reading, insteadOf right: Reading) -> String {
    let (f, name) = (right.function, right.function.spoken)
    if wrong.function != f {
      let place = places.filter { isSilent([f($0), wrong.function($0)], about: right) }.max {
        abs(wrong.function($0) - f($0)) < abs(wrong.function($1) - f($1))
      }
      let x = place ?? 5
      return "That is the \(wrong.kind) of \(wrong.function.spoken) at \(wrong.at). Tell the two "
        + "apart at x = \(NumberNotation.short(x)), where \(wrong.function.spoken) is "
        + "\(short(wrong.function(x))) and \(name) \(short(f(x)))."
    }
    // Two mirrored places whose numbers do not give the answer away.
    func mirrored(_ number: (Double) -> Double) -> (x: String, numbers: String) {
      let x = places.first { isSilent([number($0), number(-$0)], about: right) } ?? 5
      let text = NumberNotation.short(abs(x))
      return (
        "x = −\(text) and x = \(text)",
        "\(short(number(-abs(x)))) and \(short(number(abs(x))))"
      )
    }
    if wrong.isSlope != right.isSlope {
      let heights = mirrored { f($0) }
      return right.isSlope
        ? "That is a height: the value at \(wrong.at). A slope says how fast the height changes, say "
          + "between \(heights.x), where the heights are \(heights.numbers)."
        : "That is a steepness: the slope at \(wrong.at). A value is a height; compare it with those "
          + "at \(heights.x), which are \(heights.numbers)."
    }
    let side = wrong.x < 0 ? -3.0 : 3
    return
      "That is the \(wrong.kind) at \(wrong.at): the sign of x got lost. On that side of 0 it is "
      + "\(short(right.number(at: side))) at x = \(NumberNotation.short(side)); look at the other side."
  }

  private static let places = [3.0, -3, 2, -2, 1, -1, 0.5, -0.5, 4]

  /// Whether numbers do not show the answer.
  private static func isSilent(_ numbers: [Double], about right: Reading) -> Bool {
    numbers.allSatisfy { abs(abs($0) - abs(right.number)) > 0.001 }
  }

  private static func short(_ number: Double) -> String { NumberNotation.short(number) }
}
