@testable import Activations

/// Curves and inputs of the general tests.
enum Samples {
  /// Every function with its defaults, and with every parameter at its ends and at values between.
  static let curves: [BoundActivation] = Catalogue.all.flatMap { activation in
    var settings: [[String: Double]] = [[:]]
    for parameter in activation.parameters {
      let finite = parameter.limits.map(\.value).filter(parameter.allowed.contains)
      let ends = [parameter.allowed.lowerBound, parameter.allowed.upperBound]
      let between = parameter.isWhole ? [5] : [0.3, 1.7]
      settings += (ends + finite + between).map { [parameter.name: $0] }
    }
    return settings.compactMap { try? activation.with($0) }
  }

  /// From −20 to 20 in steps of 1/64, so that 0 is included.
  static let grid: [Double] = (-1280...1280).map { Double($0) / 64 }

  /// Numbers of both signs and every binary exponent, including subnormals and the largest ones.
  static let everyScale: [Double] =
    (-1074...1023).flatMap { exponent in
      let x = Double(sign: .plus, exponent: exponent, significand: 1)
      return [x, -x, x * 1.37, -x * 1.37].filter(\.isFinite)
    } + [0, .greatestFiniteMagnitude, -.greatestFiniteMagnitude]
}
