import Lessons

/// A way to guess without knowing anything: it looks at the choices only.
struct BlindRule: Sendable {
  var name: String
  /// Scores the choices in the order shown; nil if the rule does not apply.
  ///
  /// The choice with the highest score is taken.
  var score: @Sendable (Shown) -> [Double]?

  /// Choices in the order shown.
  struct Shown {
    var texts: [String]
    /// The numbers, if every choice has one.
    var numbers: [Double]?
    /// The index of the right choice.
    var right: Int

    init(_ choices: [Choice]) {
      texts = choices.map(\.text)
      right = choices.firstIndex { $0.isCorrect } ?? 0
      let all = texts.compactMap(BlindRule.number)
      numbers = all.count == texts.count ? all : nil
    }
  }

  /// The chance that the rule picks the right choice; of equal scores, any may be picked.
  func chance(_ shown: Shown) -> Double? {
    guard let scores = score(shown), let best = scores.max() else { return nil }
    let picked = scores.indices.filter { scores[$0] == best }
    // A rule that cannot tell any choice from the others is none.
    guard picked.count < scores.count else { return nil }
    return picked.contains(shown.right) ? 1 / Double(picked.count) : 0
  }

  static let all: [BlindRule] =
    [
      BlindRule(name: "first shown") { shown in shown.texts.indices.map { $0 == 0 ? 1 : 0 } },
      BlindRule(name: "last shown") { shown in
        shown.texts.indices.map { $0 == shown.texts.count - 1 ? 1 : 0 }
      },
      BlindRule(name: "longest") { $0.texts.map { Double($0.count) } },
      BlindRule(name: "shortest") { $0.texts.map { -Double($0.count) } },
      BlindRule(name: "most digits") { $0.texts.map { Double(digits($0)) } },
      BlindRule(name: "fewest digits") { $0.texts.map { -Double(digits($0)) } },
      BlindRule(name: "lone notation") { shown in
        let marks: [Character] = ["×", "√", "/", "−", "%", ","]
        return shown.texts.map { text in
          Double(
            marks.count { mark in
              text.contains(mark) && shown.texts.count { $0.contains(mark) } == 1
            })
        }
      },
    ] + ranks + nearest
    + [
      numeric("loneliest") { number, numbers in
        numbers.filter { $0 != number }.map { abs($0 - number) }.min() ?? 0
      },
      numeric("one of the two closest") { number, numbers in
        -(numbers.filter { $0 != number }.map { abs($0 - number) }.min() ?? 0)
      },
    ]

  private static let ranks = [("smallest", 0), ("second", 1), ("third", 2), ("largest", -1)].map {
    name, rank in
    numeric(name) { number, numbers in
      let sorted = numbers.sorted()
      return number == sorted[rank < 0 ? sorted.count - 1 : rank] ? 1 : 0
    }
  }

  private static let nearest =
    [("0", 0.0), ("½", 0.5), ("1", 1.0)].flatMap { name, place in
      [
        numeric("nearest to \(name)") { number, _ in -abs(number - place) },
        numeric("farthest from \(name)") { number, _ in abs(number - place) },
      ]
    } + [
      numeric("nearest to the mean") { number, numbers in -abs(number - mean(numbers)) },
      numeric("farthest from the mean") { number, numbers in abs(number - mean(numbers)) },
    ]

  private static func mean(_ numbers: [Double]) -> Double {
    numbers.reduce(0, +) / Double(numbers.count)
  }

  /// A rule about numbers, which applies if every choice has one.
  private static func numeric(
    _ name: String, _ score: @escaping @Sendable (Double, [Double]) -> Double
  ) -> BlindRule {
    BlindRule(name: name) { shown in
      shown.numbers.map { numbers in numbers.map { score($0, numbers) } }
    }
  }

  private static func digits(_ text: String) -> Int { text.count(where: \.isNumber) }

  /// The number that a text begins with or that follows an equals sign: `−0.25`, `2/128`, `√(2/128)`, `1.5 × 10⁻³`.
  static func number(_ text: String) -> Double? {
    let plain = (text.split(separator: "=").last.map(String.init) ?? text)
      .replacing("−", with: "-").replacing("about ", with: "").replacing("to ", with: "")
      .filter { !"`() ".contains($0) }
    let isRoot = plain.hasPrefix("√")
    guard
      let match = plain.drop(while: { $0 == "√" }).prefixMatch(of: /(-?\d+(?:\.\d+)?)(?:\/(\d+))?/),
      let first = Double(match.1)
    else { return nil }
    var value = match.2.flatMap { Double($0) }.map { first / $0 } ?? first
    if isRoot { value = value.squareRoot() }
    if let power = plain.firstRange(of: "×10") {
      let digits = plain[power.upperBound...].compactMap { "⁰¹²³⁴⁵⁶⁷⁸⁹".firstIndex(of: $0) }
        .map { "⁰¹²³⁴⁵⁶⁷⁸⁹".distance(from: "⁰¹²³⁴⁵⁶⁷⁸⁹".startIndex, to: $0) }
      let exponent = digits.reduce(0) { 10 * $0 + $1 }
      let isSmall = plain[power.upperBound...].contains("⁻")
      for _ in 0..<exponent { value = isSmall ? value / 10 : value * 10 }
    }
    return value
  }
}
