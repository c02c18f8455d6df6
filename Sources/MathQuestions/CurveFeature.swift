import Activations
import Lessons

/// What tells one curve, of functions or of their slopes, from another.
struct CurveFeature {
  let function: BoundActivation
  private let isSlope: Bool
  /// The place of the lowest point, if it lies below both ends.
  private let dip: Double?

  init(_ function: BoundActivation, _ derivative: PlotFigure.Derivative) {
    self.function = function
    isSlope = derivative == .only
    func height(_ x: Double) -> Double {
      derivative == .only ? function.derivative(x) : function(x)
    }
    var (lowest, least) = (0.0, height(0))
    for step in -60...60 where height(Double(step) / 10) < least {
      (lowest, least) = (Double(step) / 10, height(Double(step) / 10))
    }
    dip = abs(lowest) < 5.9 && least < min(height(-40), height(40)) - 0.02 ? lowest : nil
  }

  private func height(_ x: Double) -> Double {
    isSlope ? function.derivative(x) : function(x)
  }

  private func text(_ x: Double) -> String { Self.text(height(x)) }

  private static func text(_ number: Double) -> String {
    NumberNotation.even([number], decimals: 2)[0]
  }

  /// Whether the curve has a corner, or for slopes a jump, and where.
  private var corner: Double? { function.kinks.first?.x }

  /// What the curve does far out on one side.
  private func end(_ sign: Double) -> (does: String, at: String?) {
    let limit = height(sign * .infinity)
    guard limit.isFinite else {
      return (limit > 0 ? "rises without end" : "falls without end", nil)
    }
    let comesBack = sign < 0 && dip != nil
    return (comesBack ? "comes back to" : "levels off at", Self.text(limit))
  }

  private func ending(_ sign: Double) -> String {
    let end = end(sign)
    return [end.does, end.at, sign < 0 ? "on the left" : "on the right"].compactMap { $0 }
      .joined(separator: " ")
  }

  /// The features to look for, in a sentence about the curve's name.
  var description: String {
    var parts = ["it is \(text(0)) at x = 0"]
    if let corner {
      let place = "at x = \(NumberNotation.short(corner))"
      parts = isSlope ? ["it jumps \(place)"] : parts + ["has a corner \(place)"]
    }
    if let dip {
      parts.append("dips to \(text(dip)) near x = \(NumberNotation.short(dip))")
    }
    let (left, right) = (end(-1), end(1))
    if left == right, let limit = left.at {
      parts.append("levels off at \(limit) on both sides")
    } else {
      parts.append(ending(-1))
      let isAlike = left.does == right.does
      parts.append(isAlike ? right.at.map { "at \($0) on the right" } ?? ending(1) : ending(1))
    }
    let list = parts.dropLast().joined(separator: ", ") + " and " + (parts.last ?? "")
    let owner = isSlope ? "the slope of \(function.spoken)" : function.spoken
    return "Features of \(owner): \(list)."
  }

  /// Says by which feature the curve of this function would be recognised, which the drawn one does not have.
  ///
  /// - Parameters:
  ///   - drawn: The curve that is shown.
  ///   - window: The shown inputs.
  /// - Returns: Two sentences that do not name the drawn function.
  func missing(in drawn: CurveFeature, over window: ClosedRange<Double>) -> String {
    let name = isSlope ? "the slope of \(function.spoken)" : function.spoken
    let start = "You took this curve for \(name)."
    func at(_ x: Double) -> String { NumberNotation.short(x) }
    if abs(height(0) - drawn.height(0)) > 0.1, corner != 0, drawn.corner != 0 {
      return "\(start) At x = 0 that one would be \(text(0)); look where this one crosses the "
        + "vertical axis, at \(drawn.text(0))."
    }
    for sign in [1.0, -1] where end(sign) != drawn.end(sign) {
      let x = sign < 0 ? window.lowerBound : window.upperBound
      if abs(height(x) - drawn.height(x)) > 0.5 {
        return
          "\(start) That one \(ending(sign)), with \(text(x)) at x = \(at(x)); look at the same "
          + "place here: \(drawn.text(x))."
      }
    }
    if let dip, window.contains(dip),
      drawn.dip == nil || abs(height(dip) - drawn.height(dip)) > 0.05
    {
      return "\(start) That one dips to \(text(dip)) near x = \(NumberNotation.short(dip)); look "
        + "there: this one is at \(drawn.text(dip))."
    }
    if let dip = drawn.dip, window.contains(dip), self.dip == nil {
      return "\(start) That one has no dip; this one goes down to \(drawn.text(dip)) near "
        + "x = \(NumberNotation.short(dip)) and comes back. Look on that side."
    }
    let x = widestGap(to: drawn, over: window)
    return
      "\(start) The two are furthest apart near x = \(NumberNotation.short(x)): that one would be "
      + "at \(precise(x)), while this one is at \(drawn.precise(x))."
  }

  private func precise(_ x: Double) -> String { NumberNotation.short(height(x)) }

  /// The largest distance between two curves in a window.
  func gap(to other: CurveFeature, over window: ClosedRange<Double>) -> Double {
    let x = widestGap(to: other, over: window)
    return abs(height(x) - other.height(x))
  }

  /// The place in a window where two curves differ most.
  private func widestGap(to other: CurveFeature, over window: ClosedRange<Double>) -> Double {
    let step = (window.upperBound - window.lowerBound) / 100
    let places = (0...100).map { window.lowerBound + step * Double($0) }
    func gap(_ x: Double) -> Double { abs(height(x) - other.height(x)) }
    return places.max { gap($0) < gap($1) } ?? 0
  }
}

extension BoundActivation {
  /// The mean distance between two curves from −4 to 4: small for twins.
  func distance(to other: BoundActivation, _ derivative: PlotFigure.Derivative = .none) -> Double {
    stride(from: -4.0, through: 4, by: 0.5).reduce(0) { sum, x in
      let gap =
        derivative == .only ? self.derivative(x) - other.derivative(x) : self(x) - other(x)
      return sum + abs(gap) / 17
    }
  }

  /// Other functions, the most similar first.
  func twins(
    among others: [BoundActivation], _ derivative: PlotFigure.Derivative = .none
  ) -> [BoundActivation] {
    others.map { (function: $0, distance: distance(to: $0, derivative)) }
      .sorted { $0.distance < $1.distance }.map(\.function)
  }
}
