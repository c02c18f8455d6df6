import Activations
import Foundation
import Lessons
import Testing

@testable import MathQuestions

/// Right answers, computed again from the words of the question.
struct TruthTests {
  private func number(_ text: some StringProtocol) -> Double {
    Double(String(text).replacing("−", with: "-")) ?? .nan
  }

  /// The numbers in a text.
  private func numbers(_ text: String) -> [Double] {
    text.matches(of: /[−-]?\d+(\.\d+)?/).map { number($0.output.0) }
  }

  private func subject(of card: Card) -> BoundActivation? {
    card.tags.first.flatMap { try? Catalogue.activation(named: $0).withDefaults }
  }

  /// Checks that exactly the right choice, and a typed answer, agree with a number.
  private func check(
    _ topic: MathTopic, count: Int = 200, within tolerance: Double = 0.0006,
    truth: (Card, String) throws -> Double
  ) throws {
    for isProduced in [false, true] {
      for card in DrawnQuestions.cards(topic, count: count, isProduced: isProduced) {
        let expected = try truth(card, card.prompt)
        if case .numeric(let question) = card.form {
          #expect(
            abs(question.answer - expected) <= tolerance + 0.011 * abs(expected),
            "\(card.prompt) \(question.answer) \(expected)")
        }
        for choice in card.choices ?? [] {
          let value = BlindRule.number(choice.text) ?? .nan
          let isRight = abs(value - expected) <= tolerance + 0.03 * abs(expected)
          if choice.isCorrect {
            #expect(isRight, "\(card.prompt) \(choice.text) \(expected)")
          } else if isRight {
            #expect(
              abs(value - expected) > 0.01 * abs(expected), "\(card.prompt) \(choice.text)")
          }
        }
      }
    }
  }

  @Test(arguments: [MathTopic.value, .slope])
  func valuesAndSlopesAreThoseOfTheFunctions(topic: MathTopic) throws {
    try check(topic) { card, front in
      let function = try #require(subject(of: card))
      let match = try #require(front.firstMatch(of: /(value|slope) of .* at x = (−?\d+)\?/))
      let x = number(match.2)
      return match.1 == "slope" ? function.derivative(x) : function(x)
    }
  }

  @Test func rangesAndLimitsAreThoseOfTheFunctions() throws {
    for card in DrawnQuestions.cards(.range, count: 300) {
      let function = try #require(subject(of: card))
      for choice in card.choices ?? [] {
        let isRight = choice.text.replacing("−", with: "-") == "\(function.range)"
        #expect(isRight == choice.isCorrect, "\(card.prompt) \(choice.text)")
      }
    }
    for card in DrawnQuestions.cards(.limit, count: 300) {
      let function = try #require(subject(of: card))
      let right = try #require(card.choices?.first { $0.isCorrect }?.text)
      let (near, far) = (function(-6), function(-.infinity))
      if right.hasSuffix("∞") {
        #expect(far == (right.contains("−") ? -.infinity : .infinity))
      } else {
        #expect(abs((BlindRule.number(right) ?? .nan) - far) < 0.001, "\(card.prompt) \(right)")
        let side = near > far ? "above" : near < far ? "below" : "exactly"
        #expect(right.contains(side), "\(card.prompt) \(right)")
      }
    }
  }

  @Test func saturatedSharesAreCounted() throws {
    try check(.saturation, within: 1.5) { card, front in
      let function = try #require(subject(of: card))
      let match = try #require(front.firstMatch(of: /from (−\d+) to (\d+)\./))
      let (low, high) = (number(match.1), number(match.2))
      let slopes = (0..<4000).map { index in
        function.derivative(low + (high - low) * (Double(index) + 0.5) / 4000).magnitude
      }
      let lost = 100 * Double(slopes.count { $0 < 0.01 }) / 4000
      return front.contains("less than 1 %") ? lost : 100 - lost
    }
  }

  @Test func activeSharesAreCounted() throws {
    try check(.unit, within: 0.6) { _, front in
      let text = front.replacing(" ", with: "").replacing("−", with: "-")
      let match = try #require(
        text.firstMatch(of: /ReLU\((-?\d*)x([+-][\d.]+)?\).*from(-?\d+)to(-?\d+)\./))
      let weight = match.1.isEmpty ? 1 : match.1 == "-" ? -1 : number(match.1)
      let bias = match.2.map { number($0) } ?? 0
      let (low, high) = (number(match.3), number(match.4))
      let active = (0..<4000).count { index in
        weight * (low + (high - low) * (Double(index) + 0.5) / 4000) + bias > 0
      }
      return 100 * Double(active) / 4000
    }
  }

  @Test func productsAreMultipliedAgain() throws {
    try check(.product, within: 1e-6) { card, front in
      let function = try #require(subject(of: card))
      let match = try #require(
        front.firstMatch(of: /pre-activation (−?[\d.]+).* and weight ([\d.]+)\./))
      let count = try #require(front.firstMatch(of: #/(?:through|feeds) (\d+) (?:layers|units)/#))
      let (weight, layers) = (number(match.2), number(count.1))
      let slope = (function.derivative(number(match.1)) * 100).rounded() / 100
      if front.contains("slopes alone") { return pow(slope, layers) }
      if front.contains("weights alone") { return pow(weight, layers) }
      if front.contains("single layer") { return slope * weight }
      if front.contains("halfway") { return pow(slope * weight, layers / 2) }
      if front.contains("side by side") { return slope * weight * layers }
      return pow(slope * weight, layers)
    }
  }

  @Test func initialWeightsFollowTheRules() throws {
    try check(.initialisation, within: 1e-9) { _, front in
      let match = try #require(front.firstMatch(of: /(Linear|Conv2d)\((\d+), (\d+)(?:, (\d))?\)/))
      let area = match.4.map { number($0) * number($0) } ?? 1
      let (fanIn, fanOut) = (number(match.2) * area, number(match.3) * area)
      let variance =
        front.contains("Glorot")
        ? 2 / (fanIn + fanOut) : front.contains("ReLU") ? 2 / fanIn : 1 / fanIn
      if front.contains("variance") { return variance }
      return front.contains("bound") ? (3 * variance).squareRoot() : variance.squareRoot()
    }
  }

  @Test func lossesAndGradientsFollowFromTheLogits() throws {
    try check(.logits) { _, front in
      if front.contains("logits are") {
        let list = try #require(front.firstMatch(of: /logits are (.*?)\. \(/))
        let logits = numbers(String(list.1))
        guard let match = front.firstMatch(of: /class with (−?\d+) is/) else {
          return Softmax.logSumExp(logits)
        }
        let target = try #require(logits.firstIndex(of: number(match.1)))
        return Losses.crossEntropy(logits: logits, target: target)
      }
      let p = try #require(front.firstMatch(of: /0\.\d+/)).output
      let isTrue = front.contains("it is the true") || front.contains("target is 1")
      let gradient = number(p) - (isTrue ? 1 : 0)
      return front.contains("descent") ? -gradient : gradient
    }
  }

  @Test func firstLossesAndBiasesFollowFromCounts() throws {
    try check(.firstLoss) { _, front in
      if let match = front.firstMatch(of: /classifier is ([\d.]+)\./) {
        return exp(number(match.1)).rounded()
      }
      let count = number(try #require(front.firstMatch(of: /takes (\d+) classes/)).1)
      if front.contains("probability") { return 1 / count }
      return front.contains("wrong") ? 1 - 1 / count : log(count)
    }
    try check(.outputBias) { _, front in
      if let match = front.firstMatch(of: /bias (−?[\d.]+) and/) {
        return 1 / (1 + exp(-number(match.1)))
      }
      let share = number(try #require(front.firstMatch(of: /(\d+) % of/)).1) / 100
      return log(share / (1 - share))
    }
  }

  @Test func differencesHaveTheirStandardErrors() throws {
    try check(.compare, within: 0.06) { card, front in
      let match = try #require(
        front.firstMatch(
          of: #/with (\d+) seeds each.* deviation of ([\d.]+) .* one of ([\d.]+)\. \(/#))
      let (count, single, paired) = (number(match.1), number(match.2), number(match.3))
      let error: Double
      if front.contains("one network's mean") {
        error = single / count.squareRoot()
      } else if front.contains("equal seeds are paired") {
        error = paired / count.squareRoot()
      } else if front.contains("single runs?") || front.contains("is picked") {
        error = single * 2.0.squareRoot()
      } else {
        let more = front.matches(of: /(\d+) seeds each/).compactMap { number($0.1) }.last ?? count
        error = single * (2 / more).squareRoot()
      }
      guard let gain = front.firstMatch(of: /differ by ([\d.]+) points/) else { return error }
      return number(gain.1) / error
    }
  }

  @Test func theReaderSeesWhatTheFunctionSays() throws {
    for card in DrawnQuestions.cards(.reading, count: 400) {
      let function = try #require(subject(of: card))
      let right = try #require(card.choices?.first { $0.isCorrect }?.text)
      let places = card.prompt.matches(of: /x = (−?\d)/).map { number($0.1) }
      let heights = places.map { (function($0) * 10).rounded() / 10 }
      let expected =
        card.prompt.contains("mean slope")
        ? (heights[1] - heights[0]) / (places[1] - places[0])
        : card.prompt.contains("higher at")
          ? heights[0] - heights[1] : heights[0]
      #expect(abs((BlindRule.number(right) ?? .nan) - expected) < 0.011, "\(card.prompt) \(right)")
    }
  }
}
