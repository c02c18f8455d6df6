package import TerminalUI

extension Words {
  /// The first screen of a new learner.
  package enum Welcome {
    package static let name = "Welcome"
    package static let status = "a minute"
    package static func turn(_ keys: KeyNames) -> String {
      "Two linear layers. Press \(keys[.right]) until their line, A, bends."
    }
    package static func insert(_ keys: KeyNames) -> String {
      "It never will: two linear layers are one line. Press \(keys["r"]) to put a ReLU between them."
    }
    package static func done(_ keys: KeyNames) -> String {
      "It bends. That is the lesson. \(keys[.space]) reads it, \(keys["?"]) helps."
    }
    package static let read = "read the lesson"
    package static let skip = "skip"
  }
}
