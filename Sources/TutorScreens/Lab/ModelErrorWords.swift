public import NeuralLab
import Words

extension Model.BuildError {
  /// The error as a sentence.
  public var words: String {
    switch self {
    case .emptyLayer(let index): Words.Usage.emptyLayer(index + 1)
    case .tooSmallToPool(let index): Words.Usage.tooSmallToPool(index + 1)
    case .tooLarge(let megabytes, let most):
      Words.Usage.networkTooLarge(megabytes: megabytes, most: most)
    }
  }
}
