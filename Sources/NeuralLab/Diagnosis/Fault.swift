/// A fault that the lab plants in a small network.
public enum Fault: String, CaseIterable, Hashable, Sendable {
  // While training a classifier.

  /// All weights start at 0.
  case zeroWeights
  /// The initial weights of tanh layers have a standard deviation of 1, so that outputs saturate.
  case largeWeights
  /// The inputs are ten times as large as they should be.
  case unscaledInputs
  /// Ten sigmoid layers.
  case sigmoidDepth
  /// The rate is so large for ReLU that the first steps kill units.
  case deadUnits
  /// The rate is so large that the loss grows.
  case rateTooLarge
  /// The rate is so small that nothing moves.
  case rateTooSmall
  /// The model ends in softmax, and the loss applies it again.
  case softmaxTwice
  /// The softmax of the loss runs over the batch instead of the classes.
  case wrongAxis
  /// The layer of logits has He weights.
  case largeLogits
  /// The leak of leaky ReLU is 1: the network is linear.
  case linearLeak

  // In a stream of residual blocks.

  /// Nothing normalises the stream.
  case noNormalisation
  /// The rectifier of each block works in place and changes the stream itself.
  case inPlaceRectifier

  // In the scores of attention.

  /// The scores are not divided by √d.
  case unscaledScores
  /// The scores are divided by d instead of √d.
  case scoresOverDimension

  /// The name in ids: lower-case words with hyphens.
  public var name: String {
    rawValue.reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
  }
}
