/// Student's t distribution with a whole number of degrees of freedom.
public enum StudentT {
  /// The probability that a variable is between −t and t.
  ///
  /// Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4.
  ///
  /// - Parameters:
  ///   - t: The limit, at least 0.
  ///   - degrees: The degrees of freedom, at least 1.
  /// - Returns: From 0 to 1.
  static func probability(within t: Double, degrees: Int) -> Double {
    let (freedom, square) = (Double(degrees), t * t)
    let sine = t / (freedom + square).squareRoot()
    let squaredCosine = freedom / (freedom + square)
    let isOdd = !degrees.isMultiple(of: 2)
    // The terms 1, 1/2 cos², 1·3/(2·4) cos⁴, … or, for odd degrees, cos, 2/3 cos³, 2·4/(3·5) cos⁵, …
    var term = isOdd ? squaredCosine.squareRoot() : 1
    var sum = isOdd && degrees == 1 ? 0 : term
    for factor in stride(from: isOdd ? 2 : 1, to: degrees - 1, by: 2) {
      term *= Double(factor) / Double(factor + 1) * squaredCosine
      sum += term
    }
    // Rounding may exceed 1.
    guard isOdd else { return min(1, sine * sum) }
    return min(1, 2 / Double.pi * (LabMath.arcTangent(t / freedom.squareRoot()) + sine * sum))
  }

  /// The limit t for which a variable is outside −t...t with a given probability, found by bisection.
  ///
  /// - Parameters:
  ///   - outside: The probability of both tails together, above 0 and below 1.
  ///   - degrees: The degrees of freedom, at least 1.
  /// - Returns: The limit, above 0.
  public static func limit(outside: Double, degrees: Int) -> Double {
    var (low, high) = (0.0, 1.0)
    while high < 1e12, 1 - probability(within: high, degrees: degrees) > outside { high *= 2 }
    for _ in 0..<80 {
      let middle = (low + high) / 2
      if 1 - probability(within: middle, degrees: degrees) > outside {
        low = middle
      } else {
        high = middle
      }
    }
    return (low + high) / 2
  }
}
