/// Reference figures for one function at its default parameters.
///
/// They come from a computation outside this program, and tests compare the entry's own closures
/// with them. Nothing else reads them.
struct KnownValues: Sendable {
  /// Value, derivative and second derivative at one input, rounded to the nearest double.
  struct Point: Sendable {
    var x, value, derivative, secondDerivative: Double

    init(_ x: Double, _ value: Double, _ derivative: Double, _ secondDerivative: Double) {
      (self.x, self.value) = (x, value)
      (self.derivative, self.secondDerivative) = (derivative, secondDerivative)
    }
  }

  /// The limits of the value and of the derivative at one end of the real line.
  struct End: Sendable {
    var value, derivative: Double
  }

  /// The program that computed the points, and its number of digits.
  var source: String
  /// Inputs on both sides of 0, away from kinks and jumps.
  var points: [Point]
  /// The limits for x → −∞.
  var left: End
  /// The limits for x → +∞.
  var right: End
  /// The range in interval notation, as ``ValueRange/description`` writes it.
  var range: String
  /// The kinds of the landmarks from left to right; empty if the curve has none.
  var landmarks: [Landmark.Kind]
}
